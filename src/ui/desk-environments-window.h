/* desk-environments-window.h: all environments, to open, change and remove
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-environment-book.h"

G_BEGIN_DECLS

#define DESK_TYPE_ENVIRONMENTS_WINDOW (desk_environments_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskEnvironmentsWindow, desk_environments_window, DESK, ENVIRONMENTS_WINDOW, AdwWindow)

/**
 * desk_environments_window_new:
 *
 * Activates `app.open-environment`, `app.edit-environment` (s: name) and `app.add-environment`.
 */
GtkWidget *desk_environments_window_new (DeskEnvironmentBook *book);

G_END_DECLS
