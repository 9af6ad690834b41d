/* desk-cli-call.h: one call of a command: what was asked for, and on which service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-cli-table.h"
#include "desk-context.h"

G_BEGIN_DECLS

/**
 * DeskCliCall:
 * @context: (owned) (nullable): open, unless the command is local
 * @as_json: whether standard output is JSON and only JSON
 * @argument: (owned) (nullable): what followed the command's name
 * @options: (owned) (element-type utf8 GStrv): by name, the values that were given
 */
typedef struct
{
  DeskContext *context;
  gboolean     as_json;
  char        *argument;
  GHashTable  *options;
} DeskCliCall;

DeskCliCall       *desk_cli_call_new         (void);
void               desk_cli_call_free        (DeskCliCall          *self);

/* Returns: (transfer none) (nullable): the last value of an option */
const char        *desk_cli_call_get_option  (DeskCliCall          *self,
                                              const char           *name);

/* Returns: (transfer none) (nullable): all values of an option */
const char *const *desk_cli_call_get_options (DeskCliCall          *self,
                                              const char           *name);

/**
 * desk_cli_call_keep:
 * @user_data: a `GAsyncResult *` on the stack, %NULL at first
 *
 * The callback to give to an asynchronous call.
 */
void               desk_cli_call_keep        (GObject              *source,
                                              GAsyncResult         *result,
                                              gpointer              user_data);

/* Runs the main context until *@slot is filled by desk_cli_call_keep(). Returns: (transfer full): the result */
GAsyncResult      *desk_cli_call_wait        (GAsyncResult        **slot);

/* Opens @context and keeps it. Errors as of desk_context_open_async(). */
gboolean           desk_cli_call_open        (DeskCliCall          *self,
                                              DeskContext          *context,
                                              GError              **error);

/**
 * desk_cli_call_find_resource:
 * @name: "banking.accounts"
 *
 * Returns: (transfer none) (nullable): %NULL with @error set in #G_OPTION_ERROR
 */
const DeskResource *desk_cli_call_find_resource (const char          *name,
                                                 GError             **error);

/**
 * desk_cli_call_find_end_user:
 *
 * Asks the service for the end user of `--user`: it has nothing better than an empty list for one who is not there
 * (fiskil-api.md 2.1).
 *
 * Returns: (transfer full) (nullable): %NULL with @error set in #DESK_API_ERROR
 */
DeskEndUser       *desk_cli_call_find_end_user (DeskCliCall          *self,
                                                GError              **error);

/**
 * desk_cli_call_print_list:
 * @path: as for desk_api_client_get_json_async()
 * @root_keys: as for desk_json_page_new()
 *
 * Reads a list page by page, and writes it to standard output. Errors in #DESK_API_ERROR and #DESK_JSON_ERROR.
 */
gboolean           desk_cli_call_print_list  (DeskCliCall          *self,
                                              const char           *path,
                                              const char *const    *root_keys,
                                              const DeskCliColumn  *columns,
                                              guint                 n_columns,
                                              GError              **error);

/* Reads one object, and writes it to standard output. */
gboolean           desk_cli_call_print_object (DeskCliCall         *self,
                                               const char          *path,
                                               GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCliCall, desk_cli_call_free)

G_END_DECLS
