/* desk-inspector-pane.h: the drawer that shows every call and every webhook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-inspector.h"

G_BEGIN_DECLS

#define DESK_TYPE_INSPECTOR_PANE (desk_inspector_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskInspectorPane, desk_inspector_pane, DESK, INSPECTOR_PANE, GtkWidget)

/* Actions: `inspector.copy-curl`, `inspector.copy-error-id`, `inspector.copy-address`, `inspector.copy-body`,
 * `inspector.export`, `inspector.clear`, `inspector.search`, and with a state `inspecting.paused`, `inspecting.shows-numbers`,
 * `inspecting.inspector-limit`. */
GtkWidget *desk_inspector_pane_new           (void);

/**
 * desk_inspector_pane_set_inspector:
 *
 * How many entries it keeps is a setting, and set on it here.
 */
void       desk_inspector_pane_set_inspector (DeskInspectorPane *self,
                                              DeskInspector     *inspector);

/* Whether nothing else of the window is to be seen: the pane has a header bar of its own then. */
void       desk_inspector_pane_set_alone     (DeskInspectorPane *self,
                                              gboolean           alone);

G_END_DECLS
