/* desk-end-users-pane.h: the list of end users, with search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-context.h"
#include "desk-environment-book.h"

G_BEGIN_DECLS

#define DESK_TYPE_END_USERS_PANE (desk_end_users_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskEndUsersPane, desk_end_users_pane, DESK, END_USERS_PANE, GtkWidget)

/* Signals: `end-user-activated` (#DeskEndUser): chosen by the user; `retry`. Property: `end-user` (nullable), the selected one. */

/**
 * desk_end_users_pane_set_context:
 * @context: an open context; its directory is shown
 */
void         desk_end_users_pane_set_context  (DeskEndUsersPane *self,
                                               DeskContext      *context);

/* Where other environments are offered from. */
void         desk_end_users_pane_set_book     (DeskEndUsersPane    *self,
                                               DeskEnvironmentBook *book);

/* What is shown while the list is being read, or could not be: @error is (nullable). */
void         desk_end_users_pane_set_loading  (DeskEndUsersPane *self,
                                               gboolean          loading,
                                               const GError     *error);

/* Returns: (transfer none) (nullable) */
DeskEndUser *desk_end_users_pane_get_end_user (DeskEndUsersPane *self);

/**
 * desk_end_users_pane_select:
 * @end_user_id: (nullable)
 *
 * Ends a search that hides the end user.
 *
 * Returns: whether such an end user is in the list
 */
gboolean     desk_end_users_pane_select       (DeskEndUsersPane *self,
                                               const char       *end_user_id);
void         desk_end_users_pane_focus_search (DeskEndUsersPane *self);

/* Searches for @text, as if it had been typed. */
void         desk_end_users_pane_search       (DeskEndUsersPane *self,
                                               const char       *text);

G_END_DECLS
