/* desk-sandbox-status.h: what the built-in sandbox says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-client.h"
#include "desk-clock.h"

G_BEGIN_DECLS

/**
 * DeskSandboxStatus:
 * @id: (owned): changes when the sandbox starts again from its seed
 * @now: what its clock shows, in microseconds since the epoch
 * @frozen: whether its clock stands still
 * @n_end_users: who was created
 * @n_sessions: auth sessions that were created
 * @n_consents: all of them
 * @n_active_consents: those that have not ended
 */
typedef struct
{
  char     *id;
  gint64    now;
  gboolean  frozen;
  guint     n_end_users;
  guint     n_sessions;
  guint     n_consents;
  guint     n_active_consents;
} DeskSandboxStatus;

/**
 * desk_sandbox_status_read_async:
 * @client: talks to a sandbox
 *
 * The finish function returns: (transfer full) (nullable): %NULL with @error set in #DESK_API_ERROR.
 */
void               desk_sandbox_status_read_async  (DeskApiClient        *client,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
DeskSandboxStatus *desk_sandbox_status_read_finish (DeskApiClient        *client,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void               desk_sandbox_status_free        (DeskSandboxStatus    *self);

/* Makes @clock show the time of the sandbox. */
void               desk_sandbox_status_set_clock   (const DeskSandboxStatus *self,
                                                    DeskClock               *clock);

/**
 * desk_sandbox_status_dup_store_path:
 * @folder: (type filename): where stores lie
 *
 * Returns: (transfer full) (type filename): the store of this state
 */
char              *desk_sandbox_status_dup_store_path (const DeskSandboxStatus *self,
                                                       const char              *folder);

/* Returns: (transfer full): how the name of every file begins that belongs to this state and lies beside its store */
char              *desk_sandbox_status_dup_file_prefix (const DeskSandboxStatus *self);

/**
 * desk_sandbox_status_drop_other_stores:
 * @folder: (type filename): where stores lie
 *
 * Removes the stores of states that are gone, and what lay beside them.
 */
void               desk_sandbox_status_drop_other_stores (const DeskSandboxStatus *self,
                                                          const char              *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxStatus, desk_sandbox_status_free)

G_END_DECLS
