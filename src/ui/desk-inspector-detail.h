/* desk-inspector-detail.h: one attempt at a call, or one webhook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-inspector-entry.h"

G_BEGIN_DECLS

#define DESK_TYPE_INSPECTOR_DETAIL (desk_inspector_detail_get_type ())
G_DECLARE_FINAL_TYPE (DeskInspectorDetail, desk_inspector_detail, DESK, INSPECTOR_DETAIL, GtkWidget)

/* Signals: `back`, from the button that is there while it is folded. */
GtkWidget *desk_inspector_detail_new          (void);

/**
 * desk_inspector_detail_set_entry:
 * @entry: (nullable): shown until another one is; what is removed from it meanwhile goes from the screen too
 */
void       desk_inspector_detail_set_entry    (DeskInspectorDetail *self,
                                               DeskInspectorEntry  *entry);
void       desk_inspector_detail_set_folded   (DeskInspectorDetail *self,
                                               gboolean             folded);

/* Copies the body that is shown. */
void       desk_inspector_detail_copy_body    (DeskInspectorDetail *self);

/* Goes to the search in the body that is shown. */
void       desk_inspector_detail_start_search (DeskInspectorDetail *self);

G_END_DECLS
