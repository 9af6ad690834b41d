/* desk-sync-bar.h: how far the fetch of somebody's data is, and how it ended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-sync.h"

G_BEGIN_DECLS

#define DESK_TYPE_SYNC_BAR (desk_sync_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskSyncBar, desk_sync_bar, DESK, SYNC_BAR, GtkWidget)

/* Property: `running`. Signals: `finished` (#DeskEndUser, gboolean complete: all of the data). */

/**
 * desk_sync_bar_run:
 *
 * Fetches @end_user's data. A run of the same end user goes on unless it was cancelled; one of
 * another is cancelled first.
 * What fails is named as a sentence, with Try again and Copy details.
 */
void     desk_sync_bar_run         (DeskSyncBar *self,
                                    DeskContext *context,
                                    DeskEndUser *end_user);

/* As desk_sync_bar_run(), but that data set alone. */
void     desk_sync_bar_run_only    (DeskSyncBar        *self,
                                    DeskContext        *context,
                                    DeskEndUser        *end_user,
                                    const DeskResource *resource);
gboolean desk_sync_bar_get_running (DeskSyncBar *self);
void     desk_sync_bar_cancel      (DeskSyncBar *self);

G_END_DECLS
