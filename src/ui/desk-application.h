/* desk-application.h: the application: options, actions, one window per environment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DESK_TYPE_APPLICATION (desk_application_get_type ())
G_DECLARE_FINAL_TYPE (DeskApplication, desk_application, DESK, APPLICATION, AdwApplication)

/**
 * desk_application_new:
 * @state_folder: (nullable) (type filename): as for desk_context_new(); the file of environments is looked for in it too,
 *   and else where desk_environment_file_dup_path() says
 * @sandbox_program: (nullable) (type filename): as for desk_context_new()
 *
 * Actions: `app.quit`, `app.about`; `app.show-consent` and `app.renew-consent` (s: consent id), which notifications
 * activate; `app.show-end-user` (s: id), `app.find-end-users` (s: text) and `app.new-end-user`, for the desktop's shell.
 * These five open a window if there is none, and act as soon as it has read what is there. Further
 * `app.open-environment` and `app.edit-environment` (s: name), `app.add-environment`, `app.environments`.
 *
 * Options `--api URL --auth URL` make a temporary environment and a separate, non-unique process: a second
 * instance would hand them to the first, which does not see its environment variables. `--new-end-user` activates the action.
 */
DeskApplication *desk_application_new (const char *state_folder,
                                       const char *sandbox_program);

G_END_DECLS
