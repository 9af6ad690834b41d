/* desk-end-user-dialog.h: creates an end user, or changes how one is reached
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-directory.h"

G_BEGIN_DECLS

#define DESK_TYPE_END_USER_DIALOG (desk_end_user_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskEndUserDialog, desk_end_user_dialog, DESK, END_USER_DIALOG, AdwWindow)

/**
 * desk_end_user_dialog_new:
 * @end_user: (nullable): the one to edit; %NULL to create one. The service cannot change a name (fiskil-api.md 2.1)
 *
 * Signals: `saved` (#DeskEndUser): done; the dialog closes by itself. `link-account` (#DeskEndUser): comes after it where the
 * user wants to go on and link an account at once. An error is shown inside and keeps the input.
 */
GtkWidget *desk_end_user_dialog_new (DeskDirectory *directory,
                                     DeskEndUser   *end_user);

G_END_DECLS
