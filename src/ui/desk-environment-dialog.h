/* desk-environment-dialog.h: adds an environment, or changes one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-environment-book.h"

G_BEGIN_DECLS

#define DESK_TYPE_ENVIRONMENT_DIALOG (desk_environment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskEnvironmentDialog, desk_environment_dialog, DESK, ENVIRONMENT_DIALOG, AdwWindow)

/**
 * desk_environment_dialog_new:
 * @environment: (nullable): a saved one that is to be changed; %NULL adds one
 *
 * Signal `saved` (#DeskEnvironment): as it is in the book now.
 */
GtkWidget *desk_environment_dialog_new        (DeskEnvironmentBook   *book,
                                               DeskEnvironment       *environment);

/* Whoever opens it to enter the client secret types at once. */
void       desk_environment_dialog_ask_secret (DeskEnvironmentDialog *self);

G_END_DECLS
