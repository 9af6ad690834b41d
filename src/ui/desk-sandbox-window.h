/* desk-sandbox-window.h: the controls of the built-in sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-sandbox-control.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_WINDOW (desk_sandbox_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxWindow, desk_sandbox_window, DESK, SANDBOX_WINDOW, AdwPreferencesWindow)

/**
 * desk_sandbox_window_new:
 * @context: open, of the built-in sandbox
 *
 * The pages are `clock`, `consents`, `webhooks`, `faults` and `people`. What changes is shown by the window that this one
 * is transient for: its action `win.follow-sandbox` is activated. It is not modal, so that both are used side by side.
 */
GtkWidget *desk_sandbox_window_new (DeskContext        *context,
                                    DeskSandboxControl *control);

G_END_DECLS
