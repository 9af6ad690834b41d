/* desk-status-view.h: what a pane shows instead of its content: coming, nothing, or failed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_STATUS_VIEW (desk_status_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskStatusView, desk_status_view, DESK, STATUS_VIEW, GtkWidget)

/* Signals: `retry`, from the button of a failure; `action-intended`: the pointer or the keyboard focus is on the button of
 * desk_status_view_set_empty(). */
GtkWidget *desk_status_view_new         (void);

/**
 * desk_status_view_set_loading:
 * @title: what is coming: "Reading accounts …"
 */
void       desk_status_view_set_loading (DeskStatusView *self,
                                         const char     *title);

/**
 * desk_status_view_set_empty:
 * @title: why there is nothing
 * @description: (nullable): what to do
 * @action_label: (nullable): with @action_name, a button that does it
 */
void       desk_status_view_set_empty   (DeskStatusView *self,
                                         const char     *icon_name,
                                         const char     *title,
                                         const char     *description,
                                         const char     *action_label,
                                         const char     *action_name);

/**
 * desk_status_view_set_failed:
 * @title: what could not be done
 * @error: why; its details can be copied
 */
void       desk_status_view_set_failed  (DeskStatusView *self,
                                         const char     *title,
                                         const GError   *error);

G_END_DECLS
