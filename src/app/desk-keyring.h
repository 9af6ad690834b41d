/* desk-keyring.h: the secrets of environments, kept by the system or, without one that does, for the session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DeskSecretKind:
 * @DESK_SECRET_KIND_CLIENT: the client secret of the API key
 * @DESK_SECRET_KIND_WEBHOOK: with which the service signs webhooks
 */
typedef enum
{
  DESK_SECRET_KIND_CLIENT,
  DESK_SECRET_KIND_WEBHOOK,
} DeskSecretKind;

#define DESK_TYPE_KEYRING (desk_keyring_get_type ())
G_DECLARE_FINAL_TYPE (DeskKeyring, desk_keyring, DESK, KEYRING, GObject)

/**
 * desk_keyring_new:
 *
 * Secrets are kept by libsecret: by the Secret Service, or in Flatpak by the file that the Secret portal opens. Where
 * neither can be used they stay in this object, so that one is shared by all of a program.
 */
DeskKeyring *desk_keyring_new             (void);

/**
 * desk_keyring_find_async:
 * @environment: its name
 * @client_id: a secret belongs to both
 *
 * The finish function returns: (transfer full) (nullable): the secret, to be freed with secret_password_free() or
 *   g_free(); %NULL without @error if there is none, with it if the keyring cannot be asked
 */
void         desk_keyring_find_async      (DeskKeyring          *self,
                                           DeskSecretKind        kind,
                                           const char           *environment,
                                           const char           *client_id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
char        *desk_keyring_find_finish     (DeskKeyring          *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/**
 * desk_keyring_store_async:
 *
 * The finish function returns: %FALSE only if it was cancelled; desk_keyring_is_for_session() says how it is kept.
 */
void         desk_keyring_store_async     (DeskKeyring          *self,
                                           DeskSecretKind        kind,
                                           const char           *environment,
                                           const char           *client_id,
                                           const char           *secret,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean     desk_keyring_store_finish    (DeskKeyring          *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/**
 * desk_keyring_clear_async:
 * @client_id: (nullable): %NULL for all secrets of the environment
 *
 * The finish function returns: %FALSE if the keyring could not be asked; what was kept here is gone all the same.
 */
void         desk_keyring_clear_async     (DeskKeyring          *self,
                                           DeskSecretKind        kind,
                                           const char           *environment,
                                           const char           *client_id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean     desk_keyring_clear_finish    (DeskKeyring          *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* Whether a secret of the environment is kept for this session only, because no keyring took it. */
gboolean     desk_keyring_is_for_session  (DeskKeyring          *self,
                                           const char           *environment);

G_END_DECLS
