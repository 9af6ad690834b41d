/* desk-sandbox-keeper.h: the built-in sandbox of a folder, which is ours alone while it runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-child.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_KEEPER (desk_sandbox_keeper_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxKeeper, desk_sandbox_keeper, DESK, SANDBOX_KEEPER, GObject)

/**
 * desk_sandbox_keeper_new:
 * @state_folder: (type filename): locked while the sandbox is used; it keeps its state in a folder below
 * @program: (nullable) (type filename): the sandbox; %NULL for desk_sandbox_child_dup_program()
 */
DeskSandboxKeeper *desk_sandbox_keeper_new          (const char           *state_folder,
                                                     const char           *program);

/**
 * desk_sandbox_keeper_start_async:
 *
 * Takes the lock of the folder, unless it is held already, and starts the process; one that ran before is ended. After a
 * failure neither is held.
 *
 * The finish function returns: (transfer full) (nullable): the running sandbox, or %NULL with @error set:
 * %DESK_ENVIRONMENT_ERROR_SANDBOX, or %G_IO_ERROR_CANCELLED.
 */
void               desk_sandbox_keeper_start_async  (DeskSandboxKeeper    *self,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
DeskSandboxChild  *desk_sandbox_keeper_start_finish (DeskSandboxKeeper    *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

/* Ends the process and gives the lock back. Called by dispose. */
void               desk_sandbox_keeper_stop         (DeskSandboxKeeper    *self);

/**
 * DeskSandboxKeeper::ended:
 *
 * The process is gone though nobody asked. The lock is held on.
 */

G_END_DECLS
