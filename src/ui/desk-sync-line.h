/* desk-sync-line.h: what became of the fetch of one data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_SYNC_LINE (desk_sync_line_get_type ())
G_DECLARE_FINAL_TYPE (DeskSyncLine, desk_sync_line, DESK, SYNC_LINE, GtkWidget)

/**
 * desk_sync_line_set:
 * @context: (nullable)
 * @end_user: (nullable)
 * @resource: (nullable): shows nothing if it is %NULL, or a data set of details, which come with the rows that they belong to
 *
 * State, rows and when it was fetched, with the exact time in the tooltip; of a failure the sentence and its id, with Try again
 * and Copy details. Follows the log of the context.
 */
void desk_sync_line_set (DeskSyncLine       *self,
                         DeskContext        *context,
                         DeskEndUser        *end_user,
                         const DeskResource *resource);

G_END_DECLS
