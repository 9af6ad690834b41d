/* desk-secret-move.h: lets the secrets of an environment follow its name and its client id
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-keyring.h"

G_BEGIN_DECLS

/**
 * DeskSecretMove:
 * @old_environment: (nullable): where the secrets are; %NULL if there are none
 * @old_client_id: (nullable)
 * @environment: (nullable): where they belong; %NULL if they are to go
 * @client_id: (nullable): given with @environment
 * @secrets: (nullable): by #DeskSecretKind: new ones; %NULL for the one that there is
 */
typedef struct
{
  const char *old_environment;
  const char *old_client_id;
  const char *environment;
  const char *client_id;
  const char *secrets[2];
} DeskSecretMove;

/* Frees a secret, and leaves nothing of it. @secret: (nullable) */
void     desk_secret_free        (char                 *secret);

/**
 * desk_secret_move_async:
 * @move: copied
 *
 * The finish function returns: %FALSE only if it was cancelled. Without a keyring there is nothing in it to be moved.
 */
void     desk_secret_move_async  (DeskKeyring          *keyring,
                                  const DeskSecretMove *move,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean desk_secret_move_finish (DeskKeyring          *keyring,
                                  GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
