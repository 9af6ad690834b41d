/* desk-api-client.h: the Fiskil Data API, call by call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-api-recorder.h"
#include "desk-auth-session.h"
#include "desk-end-user.h"
#include "desk-institution.h"
#include "desk-consent.h"
#include "desk-json-page.h"
#include "desk-redactor.h"
#include "desk-resource.h"

G_BEGIN_DECLS

#define DESK_TYPE_API_CLIENT (desk_api_client_get_type ())
G_DECLARE_FINAL_TYPE (DeskApiClient, desk_api_client, DESK, API_CLIENT, GObject)

/**
 * DeskApiClient:
 *
 * Properties, all writable: `retry-delay`, milliseconds before the second try (500), doubled for each one after
 * it; `body-cap`, the most bytes of a decoded body (64 MiB); `timeout`, seconds without a byte (30); `rate`, how many
 * requests may begin in a second, those for a token not counted (0: any number). At most four of them are under way at a time.
 */

/**
 * desk_api_client_new:
 * @api_uri: the API's address with its fixed namespace: `https://api.fiskil.com/v1`
 * @version: `v1`, `v2` or `v3`, sent as `X-Fiskil-Version`
 * @redactor: (nullable): learns the secret and every token, so that nobody shows them
 *
 * Returns: (transfer full) (nullable): %NULL with @error set to %DESK_API_ERROR_REJECTED if
 *   @api_uri is neither https nor http to a loopback literal
 */
DeskApiClient   *desk_api_client_new                     (const char           *api_uri,
                                                          const char           *version,
                                                          DeskRedactor         *redactor,
                                                          GError              **error);

/* Kept in memory only; a new pair drops the token. */
void             desk_api_client_set_credentials         (DeskApiClient        *self,
                                                          const char           *client_id,
                                                          const char           *client_secret);

/**
 * desk_api_client_prepare:
 *
 * Asks for a token unless there is one, so that the next call need not wait for it. If that fails, the next call says so.
 */
void             desk_api_client_prepare                 (DeskApiClient        *self);
const char      *desk_api_client_get_api_uri             (DeskApiClient        *self);

/* Returns: (transfer none): tells of every attempt at every call, POST /token too */
DeskApiRecorder *desk_api_client_get_recorder            (DeskApiClient        *self);

/**
 * desk_api_client_list_end_users_async:
 * @email: (nullable): only those with exactly this e-mail
 *
 * The finish function returns: (transfer full) (element-type DeskEndUser): all pages.
 */
void             desk_api_client_list_end_users_async    (DeskApiClient        *self,
                                                          const char           *email,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray       *desk_api_client_list_end_users_finish   (DeskApiClient        *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void             desk_api_client_get_end_user_async      (DeskApiClient        *self,
                                                          const char           *end_user_id,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
DeskEndUser     *desk_api_client_get_end_user_finish     (DeskApiClient        *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

/**
 * desk_api_client_create_end_user_async:
 * @name: (nullable)
 * @email: required by the service
 * @phone: (nullable): E.164
 *
 * Never sent twice. The finish function returns: (transfer full) (nullable): the new end user's id;
 *   %DESK_API_ERROR_UNCERTAIN if no answer came: look it up by e-mail and offer what is found.
 */
void             desk_api_client_create_end_user_async   (DeskApiClient        *self,
                                                          const char           *name,
                                                          const char           *email,
                                                          const char           *phone,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
char            *desk_api_client_create_end_user_finish  (DeskApiClient        *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

/**
 * desk_api_client_update_end_user_async:
 * @email: (nullable): left as it is if %NULL
 * @phone: (nullable): left as it is if %NULL
 */
void             desk_api_client_update_end_user_async   (DeskApiClient        *self,
                                                          const char           *end_user_id,
                                                          const char           *email,
                                                          const char           *phone,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean         desk_api_client_update_end_user_finish  (DeskApiClient        *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void             desk_api_client_delete_end_user_async   (DeskApiClient        *self,
                                                          const char           *end_user_id,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean         desk_api_client_delete_end_user_finish  (DeskApiClient        *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

/* (element-type DeskInstitution), ordered by priority, then name. @industry: `banking`, `energy` or %NULL */
void             desk_api_client_list_institutions_async  (DeskApiClient        *self,
                                                           const char           *industry,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
GPtrArray       *desk_api_client_list_institutions_finish (DeskApiClient        *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);

/* (element-type DeskConsent), ended ones too. @end_user_id: %NULL for everybody's */
void             desk_api_client_list_consents_async     (DeskApiClient        *self,
                                                          const char           *end_user_id,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray       *desk_api_client_list_consents_finish    (DeskApiClient        *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void             desk_api_client_revoke_consent_async    (DeskApiClient        *self,
                                                          const char           *arrangement_id,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean         desk_api_client_revoke_consent_finish   (DeskApiClient        *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

/**
 * desk_api_client_create_auth_session_async:
 * @redirect_uri: (nullable)
 * @cancel_uri: (nullable)
 * @institution_id: (nullable): pins the institution
 * @arrangement_id: (nullable): the active consent of this end user that is to be authorised again, at its own
 *   institution; it keeps its id (fiskil-api.md 2.2)
 *
 * The finish function returns: (transfer full): the session; its `auth_url` is as received, and for whoever opens it to judge.
 */
void             desk_api_client_create_auth_session_async  (DeskApiClient        *self,
                                                             const char           *end_user_id,
                                                             const char           *redirect_uri,
                                                             const char           *cancel_uri,
                                                             const char           *institution_id,
                                                             const char           *arrangement_id,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
DeskAuthSession *desk_api_client_create_auth_session_finish (DeskApiClient        *self,
                                                             GAsyncResult         *result,
                                                             GError              **error);

/**
 * desk_api_client_fetch_balance_async:
 * @account_id: the bank's id of the account
 * @client_ip_address: (nullable): where the end user is, if they are present; the bank is told (fiskil-api.md 1.3)
 * @client_user_agent: (nullable): what they use; the bank is told
 *
 * Reads the balance of one account from the bank itself, in real time (fiskil-api.md 2.6 Balances).
 *
 * The finish function returns: (transfer full): a page that holds the record of the account;
 *   %DESK_API_ERROR_UNAVAILABLE with the status 502 if the bank does not answer the service,
 *   %DESK_API_ERROR_NOT_FOUND if no record is of this account
 */
void             desk_api_client_fetch_balance_async     (DeskApiClient        *self,
                                                          const char           *end_user_id,
                                                          const char           *account_id,
                                                          const char           *client_ip_address,
                                                          const char           *client_user_agent,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
DeskJsonPage    *desk_api_client_fetch_balance_finish    (DeskApiClient        *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

/**
 * desk_api_client_set_category_async:
 * @transaction_id: the `fiskil_id` of a transaction, not the bank's id
 * @secondary_category: a code of the service's taxonomy
 *
 * Puts a transaction into another category (fiskil-api.md 2.6 Category override). Never sent twice. Errors:
 * %DESK_API_ERROR_REJECTED if the service does not know the transaction or the category; %DESK_API_ERROR_UNCERTAIN if no
 * answer came: read the transaction and see.
 */
void             desk_api_client_set_category_async      (DeskApiClient        *self,
                                                          const char           *transaction_id,
                                                          const char           *secondary_category,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean         desk_api_client_set_category_finish     (DeskApiClient        *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

/**
 * desk_api_client_get_json_async:
 * @path: below the API's address, with its query: `/permissions?industry=banking`, or below
 *   its origin if it starts with `//`: `//sandbox/state`
 *
 * The finish function returns: (transfer full): the body of a 200 answer, checked to be JSON.
 */
void             desk_api_client_get_json_async          (DeskApiClient        *self,
                                                          const char           *path,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GBytes          *desk_api_client_get_json_finish         (DeskApiClient        *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

/**
 * desk_api_client_post_json_async:
 * @path: as for desk_api_client_get_json_async()
 * @body: JSON
 *
 * Never sent twice; %DESK_API_ERROR_UNCERTAIN if no answer came. The finish function returns: (transfer full): the
 *   body of a 2xx answer, which may be empty and is not checked.
 */
void             desk_api_client_post_json_async         (DeskApiClient        *self,
                                                          const char           *path,
                                                          GBytes               *body,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GBytes          *desk_api_client_post_json_finish        (DeskApiClient        *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

G_END_DECLS
