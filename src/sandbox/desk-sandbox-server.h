/* desk-sandbox-server.h: the three servers of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-directory.h"
#include "desk-sandbox-faults.h"
#include "desk-sandbox-state.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_SERVER (desk_sandbox_server_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxServer, desk_sandbox_server, DESK, SANDBOX_SERVER, GObject)

/**
 * desk_sandbox_server_new:
 * @state: what changes while the sandbox runs
 * @directory: the institutions and customers
 *
 * Returns: (transfer full): a sandbox that does not listen yet
 */
DeskSandboxServer *desk_sandbox_server_new            (DeskSandboxState      *state,
                                                       DeskSandboxDirectory  *directory);

/**
 * desk_sandbox_server_set_verbose:
 * @verbose: whether each request is written to standard error, without its query
 */
void               desk_sandbox_server_set_verbose    (DeskSandboxServer     *self,
                                                       gboolean               verbose);

/**
 * desk_sandbox_server_set_webhook_target:
 * @url: where webhooks go, signed with the state's secret
 *
 * Returns: %FALSE if @url is neither https nor http to a loopback literal
 */
gboolean           desk_sandbox_server_set_webhook_target (DeskSandboxServer *self,
                                                           const char        *url);

/**
 * desk_sandbox_server_get_faults:
 *
 * Returns: (transfer none): what goes wrong; nothing at first
 */
DeskSandboxFaults *desk_sandbox_server_get_faults     (DeskSandboxServer     *self);

/**
 * desk_sandbox_server_listen:
 * @port: of the API on 127.0.0.1; 0 for any free port, as with the others
 * @auth_port: of the Fiskil screens
 * @bank_port: of the institution's screens
 *
 * Listens from now on, in the thread's default main context.
 *
 * Returns: %FALSE with @error set in #GIOError if a port cannot be had
 */
gboolean           desk_sandbox_server_listen         (DeskSandboxServer     *self,
                                                       guint16                port,
                                                       guint16                auth_port,
                                                       guint16                bank_port,
                                                       GError               **error);

/**
 * desk_sandbox_server_dup_ready_line:
 *
 * Returns: (transfer full): the addresses and the credentials as one line of JSON, without its end
 */
char              *desk_sandbox_server_dup_ready_line (DeskSandboxServer     *self);

G_END_DECLS
