/* desk-json-view.h: JSON as it was received, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-fold-list.h"

G_BEGIN_DECLS

#define DESK_TYPE_JSON_VIEW (desk_json_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskJsonView, desk_json_view, DESK, JSON_VIEW, GtkWidget)

/**
 * desk_json_view_new:
 *
 * Shows a received body in lines that fold, with a search. Names and values are pieces of the received bytes; only the
 * blanks between them are ours. What is no JSON is shown as it was received. The lines are made on another thread, and
 * only lines that are to be seen are widgets: a body of 5 MB does not hold up the window.
 *
 * Properties: `as-received` (whether the bytes are shown without folding), `loading`.
 * Actions: `json.copy-all`, `json.expand-all`, `json.fold-all`, `json.as-received`, and those of #DeskLineMenu.
 */
GtkWidget    *desk_json_view_new            (void);

/**
 * desk_json_view_set_bytes:
 * @bytes: (nullable): a body as it was received; %NULL shows nothing
 */
void          desk_json_view_set_bytes      (DeskJsonView *self,
                                             GBytes       *bytes);

/* Returns: (transfer none) (nullable): which lines are to be seen; %NULL while loading */
DeskFoldList *desk_json_view_get_lines      (DeskJsonView *self);
void          desk_json_view_start_search   (DeskJsonView *self);

G_END_DECLS
