/* desk-record-telling.h: what tells a record, or one of several alike, from the others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-record-outline.h"

G_BEGIN_DECLS

/**
 * DeskRecordTelling:
 * @title: (nullable): its name or its kind: "Harvest Lane Grocers", "Variable", an address
 * @figure: (nullable): its rate or its amount
 */
typedef struct
{
  char *title;
  char *figure;
} DeskRecordTelling;

/**
 * desk_record_telling_init:
 * @self: (out caller-allocates): filled; clear it with desk_record_telling_clear()
 * @position: a line of kind title, section or group
 *
 * Looks at the first lines only, so that it costs the same for any record.
 */
void  desk_record_telling_init   (DeskRecordTelling *self,
                                  DeskRecordOutline *outline,
                                  guint              position);
void  desk_record_telling_clear  (DeskRecordTelling *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskRecordTelling, desk_record_telling_clear)

G_END_DECLS
