/* desk-link-record.h: what is kept of a link attempt that is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "desk-json.h"
#include "desk-link-way.h"

G_BEGIN_DECLS

/**
 * DeskLinkFacts:
 * @end_user_id: whose attempt it was
 * @institution_id: (nullable): of the consent, else the one that was asked for
 * @consent_id: (nullable): set only if it was linked
 * @session_id: (nullable): of the auth session, if there was one
 * @way: in which the page was open last
 * @outcome: the code of the outcome table
 * @received_code: (nullable): the code as it was received
 * @error_id: (nullable): what support asks for
 * @began_at: microseconds since the epoch, by the context's clock
 * @timeline: a line for each step, with its milliseconds; without secrets and query strings
 */
typedef struct
{
  const char  *end_user_id;
  const char  *institution_id;
  const char  *consent_id;
  const char  *session_id;
  DeskLinkWay  way;
  const char  *outcome;
  const char  *received_code;
  const char  *error_id;
  gint64       began_at;
  const char  *timeline;
} DeskLinkFacts;

#define DESK_TYPE_LINK_RECORD (desk_link_record_get_type ())
G_DECLARE_FINAL_TYPE (DeskLinkRecord, desk_link_record, DESK, LINK_RECORD, GObject)

DeskLinkRecord      *desk_link_record_new           (const DeskLinkFacts *facts);

/**
 * desk_link_record_new_from_json:
 * @slice: as desk_link_record_write() wrote it
 *
 * Returns: (transfer full) (nullable): %NULL if it is not of that shape
 */
DeskLinkRecord      *desk_link_record_new_from_json (DeskJsonSlice        slice);

/* Returns: (transfer none): valid as long as the record */
const DeskLinkFacts *desk_link_record_get_facts     (DeskLinkRecord      *self);

/* Adds the record as one object. */
void                 desk_link_record_write         (DeskLinkRecord      *self,
                                                     JsonBuilder         *builder);

G_END_DECLS
