/* desk-api-token.h: the bearer token, renewed when it is needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-connection.h"

G_BEGIN_DECLS

#define DESK_TYPE_API_TOKEN (desk_api_token_get_type ())
G_DECLARE_FINAL_TYPE (DeskApiToken, desk_api_token, DESK, API_TOKEN, GObject)

/**
 * desk_api_token_new:
 * @connection: (unowned): what sends POST /token; owns the new object
 * @redactor: (nullable): learns the secret and every token
 */
DeskApiToken *desk_api_token_new             (DeskApiConnection    *connection,
                                              DeskRedactor         *redactor);

/* Drops the token; a renewal that is under way begins again. */
void          desk_api_token_set_credentials (DeskApiToken         *self,
                                              const char           *client_id,
                                              const char           *client_secret);
const char   *desk_api_token_get_client_id   (DeskApiToken         *self);

/**
 * desk_api_token_refuse:
 * @value: a token that the service answered with 401; dropped if it is still the current one
 */
void          desk_api_token_refuse          (DeskApiToken         *self,
                                              const char           *value);

/**
 * desk_api_token_get_async:
 *
 * All callers wait for one renewal, which ends when the last of them is cancelled. A token is renewed 60 s
 * before its end (fiskil-api.md 1.2), by the monotonic clock.
 *
 * The finish function returns: (transfer full) (nullable): a token to use now; %DESK_API_ERROR_NOT_AUTHORISED without
 *   credentials or if the service does not know them
 */
void          desk_api_token_get_async       (DeskApiToken         *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char         *desk_api_token_get_finish      (DeskApiToken         *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
