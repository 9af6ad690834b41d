/* desk-inspector-body.h: the body of a request or of an answer, or why there is none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_INSPECTOR_BODY (desk_inspector_body_get_type ())
G_DECLARE_FINAL_TYPE (DeskInspectorBody, desk_inspector_body, DESK, INSPECTOR_BODY, GtkWidget)

/* Property: `raw`: whether it is shown as it was received. Of any size: see desk_json_view_new(). */
GtkWidget *desk_inspector_body_new (void);

/**
 * desk_inspector_body_set:
 * @bytes: (nullable)
 * @why_not: (nullable): is shown instead of @bytes
 */
void       desk_inspector_body_set (DeskInspectorBody *self,
                                    GBytes            *bytes,
                                    const char        *why_not);

/* Returns: (transfer none) (nullable): what is shown */
GBytes    *desk_inspector_body_get (DeskInspectorBody *self);

/* Copies all of what is shown, if there is something. */
void       desk_inspector_body_copy         (DeskInspectorBody *self);
void       desk_inspector_body_start_search (DeskInspectorBody *self);

G_END_DECLS
