/* desk-cli-sync.h: fetches everything that an end user shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-cli-call.h"
#include "desk-sync.h"

G_BEGIN_DECLS

/* Reads end users and consents. Errors in #DESK_API_ERROR. */
gboolean  desk_cli_sync_refresh      (DeskCliCall         *call,
                                      GCancellable        *cancellable,
                                      GError             **error);

/**
 * desk_cli_sync_run:
 * @store: where the rows go
 *
 * Fetches what the end user of `--user` shares, as desk_cli_sync_refresh() last found it, and what the institutions offer, with
 * all details. Says on a terminal how far it is.
 *
 * Returns: (transfer full) (nullable): the run that ended, for its items, also if a data set failed; %NULL with @error
 *   set in #DESK_API_ERROR if nothing could be asked for, or %G_IO_ERROR_CANCELLED
 */
DeskSync *desk_cli_sync_run          (DeskCliCall         *call,
                                      DeskStore           *store,
                                      GCancellable        *cancellable,
                                      GError             **error);

/**
 * desk_cli_sync_check:
 * @names: (nullable) (array zero-terminated=1): data sets that count; %NULL for all
 *
 * Returns: %FALSE with @error set to the first failure of a data set
 */
gboolean  desk_cli_sync_check        (DeskSync            *sync,
                                      const char *const   *names,
                                      GError             **error);

G_END_DECLS
