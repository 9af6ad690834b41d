/* desk-credentials.h: where the client id and the client secret come from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-environment.h"
#include "desk-keyring.h"

G_BEGIN_DECLS

#define DESK_CREDENTIALS_CLIENT_ID_VARIABLE     "CONSENT_DESK_CLIENT_ID"
#define DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE "CONSENT_DESK_CLIENT_SECRET"

/**
 * desk_credentials_find_async:
 * @environment: any but the built-in sandbox, which names its own
 *
 * Takes the two environment variables if both are set; else, for a saved environment, its client id and
 * the client secret that @keyring holds for it.
 */
void     desk_credentials_find_async  (DeskEnvironment      *environment,
                                       DeskKeyring          *keyring,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

/**
 * desk_credentials_find_finish:
 * @client_id: (out) (transfer full): who we are to the service
 * @client_secret: (out) (transfer full): never shown, logged or stored by us
 *
 * Returns: %FALSE with @error set: %DESK_ENVIRONMENT_ERROR_CREDENTIALS if there is none, also if there is
 *   no Secret Service to ask, or %G_IO_ERROR_CANCELLED
 */
gboolean desk_credentials_find_finish (GAsyncResult         *result,
                                       char                **client_id,
                                       char                **client_secret,
                                       GError              **error);

G_END_DECLS
