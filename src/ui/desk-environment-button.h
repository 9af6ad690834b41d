/* desk-environment-button.h: says in which environment a window works, and opens others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-environment-book.h"

G_BEGIN_DECLS

#define DESK_TYPE_ENVIRONMENT_BUTTON (desk_environment_button_get_type ())
G_DECLARE_FINAL_TYPE (DeskEnvironmentButton, desk_environment_button, DESK, ENVIRONMENT_BUTTON, GtkWidget)

/* Shows the name alone until there is a book to choose from. */
void desk_environment_button_set_environment (DeskEnvironmentButton *self,
                                              DeskEnvironment       *environment);

/* The menu activates `app.open-environment` (s: name), `app.add-environment` and `app.environments`. */
void desk_environment_button_set_book        (DeskEnvironmentButton *self,
                                              DeskEnvironmentBook   *book);

G_END_DECLS
