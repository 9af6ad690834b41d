/* desk-sandbox-options.h: the command line of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DeskSandboxOptions:
 * @port: of the API; 0 for any free port, as with the others
 * @auth_port: of the Fiskil screens
 * @bank_port: of the institution's screens
 * @seed: what everything generated comes from; random if it was not given
 * @has_now: whether the clock stands still
 * @now: where it stands, in microseconds since the epoch
 * @data: (owned) (nullable): the files of `--data`, in the order given
 * @faults: (owned) (nullable): what `--fault` says, in the order given
 * @persona_file: (owned) (nullable): the file of `--persona-file`
 * @state: (owned) (nullable): the folder that keeps the state
 * @exit_with_stdin: whether the sandbox ends when its standard input closes
 * @transactions: how many transactions the full demo customer has; 0 if they are not multiplied
 * @webhook_url: (owned) (nullable): where webhooks go
 * @quiet: whether nothing is said on standard error while it runs
 */
typedef struct
{
  guint16    port;
  guint16    auth_port;
  guint16    bank_port;
  guint64    seed;
  gboolean   has_now;
  gint64     now;
  char     **data;
  char     **faults;
  char      *persona_file;
  char      *state;
  gboolean   exit_with_stdin;
  guint      transactions;
  char      *webhook_url;
  gboolean   quiet;
} DeskSandboxOptions;

/**
 * desk_sandbox_options_parse:
 * @self: (out caller-allocates): what the command line says
 * @arguments: (array zero-terminated=1): the command line, the program's name first
 *
 * Returns: %FALSE with @error set in #GOptionError; its message is a sentence for people
 */
gboolean desk_sandbox_options_parse (DeskSandboxOptions  *self,
                                     const char *const   *arguments,
                                     GError             **error);
void     desk_sandbox_options_clear (DeskSandboxOptions  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskSandboxOptions, desk_sandbox_options_clear)

G_END_DECLS
