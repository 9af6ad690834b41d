/* desk-sandbox-child.h: the built-in sandbox as a process of ours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_CHILD (desk_sandbox_child_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxChild, desk_sandbox_child, DESK, SANDBOX_CHILD, GObject)

/**
 * desk_sandbox_child_dup_program:
 *
 * Returns: (transfer full) (type filename): the sandbox beside this program, else the installed one
 */
char             *desk_sandbox_child_dup_program      (void);

/**
 * desk_sandbox_child_start_async:
 * @program: (type filename): the sandbox
 * @state_folder: (type filename): where it keeps its state between runs; made if it is absent
 *
 * Starts the sandbox and waits for its ready line. The process ends when its standard input
 * closes, so when we do, in whatever way.
 *
 * The finish function returns: (transfer full) (nullable): the running sandbox, or %NULL with @error set:
 * %DESK_ENVIRONMENT_ERROR_SANDBOX, or %G_IO_ERROR_CANCELLED.
 */
void              desk_sandbox_child_start_async      (const char           *program,
                                                       const char           *state_folder,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
DeskSandboxChild *desk_sandbox_child_start_finish     (GAsyncResult         *result,
                                                       GError              **error);

/* Asks the process to end; #DeskSandboxChild::ended is not emitted then. Called by dispose. */
void              desk_sandbox_child_stop             (DeskSandboxChild     *self);
gboolean          desk_sandbox_child_is_running       (DeskSandboxChild     *self);
const char       *desk_sandbox_child_get_api_uri      (DeskSandboxChild     *self);
const char       *desk_sandbox_child_get_auth_uri     (DeskSandboxChild     *self);
const char       *desk_sandbox_child_get_client_id    (DeskSandboxChild     *self);
const char       *desk_sandbox_child_get_client_secret (DeskSandboxChild    *self);

/**
 * DeskSandboxChild::ended:
 *
 * The process is gone though nobody asked.
 */

G_END_DECLS
