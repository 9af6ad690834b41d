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
 * Actions: `app.quit`, `app.about`, `app.show-consent` (s: consent id), which a notification activates;
 * `app.open-environment` and `app.edit-environment` (s: name), `app.add-environment`, `app.environments`.
 *
 * Options `--api URL --auth URL` make a temporary environment and a separate, non-unique process: a second
 * instance would hand them to the first, which does not see its environment variables.
 */
DeskApplication *desk_application_new (const char *state_folder,
                                       const char *sandbox_program);

G_END_DECLS
