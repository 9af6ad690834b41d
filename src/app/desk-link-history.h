/* desk-link-history.h: the link attempts that are over, for each end user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-directory.h"
#include "desk-kept-place.h"
#include "desk-link-record.h"

G_BEGIN_DECLS

/* Of each end user, this many attempts are kept: the last ones. */
#define DESK_LINK_HISTORY_MAX 50

#define DESK_TYPE_LINK_HISTORY (desk_link_history_get_type ())
G_DECLARE_FINAL_TYPE (DeskLinkHistory, desk_link_history, DESK, LINK_HISTORY, GObject)

/**
 * desk_link_history_new:
 * @directory: tells who and what is gone: the attempts go with their end user, and the one of a consent when
 *   the consent is over
 * @place: one file for each end user
 */
DeskLinkHistory *desk_link_history_new         (DeskDirectory   *directory,
                                                DeskKeptPlace   *place);

/**
 * desk_link_history_get_records:
 *
 * Returns: (transfer none): a #GListModel of #DeskLinkRecord, newest first; it is the same object for as long as the
 *   end user is known
 */
GListModel      *desk_link_history_get_records (DeskLinkHistory *self,
                                                const char      *end_user_id);

/**
 * desk_link_history_find:
 *
 * Returns: (transfer full) (nullable): the last attempt that led to that consent
 */
DeskLinkRecord  *desk_link_history_find        (DeskLinkHistory *self,
                                                const char      *end_user_id,
                                                const char      *consent_id);
void             desk_link_history_add         (DeskLinkHistory *self,
                                                DeskLinkRecord  *record);

G_END_DECLS
