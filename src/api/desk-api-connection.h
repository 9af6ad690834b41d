/* desk-api-connection.h: the one way to the service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-api-answer.h"
#include "desk-api-recorder.h"
#include "desk-api-request.h"
#include "desk-redactor.h"

G_BEGIN_DECLS

#define DESK_TYPE_API_CONNECTION (desk_api_connection_get_type ())
G_DECLARE_FINAL_TYPE (DeskApiConnection, desk_api_connection, DESK, API_CONNECTION, GObject)

/**
 * desk_api_connection_new:
 *
 * As desk_api_client_new(). Properties: `retry-delay`, `body-cap`, `timeout` and `rate`, as
 * #DeskApiClient has them.
 */
DeskApiConnection *desk_api_connection_new             (const char           *api_uri,
                                                        const char           *version,
                                                        DeskRedactor         *redactor,
                                                        GError              **error);
void               desk_api_connection_set_credentials (DeskApiConnection    *self,
                                                        const char           *client_id,
                                                        const char           *client_secret);

/* As desk_api_client_prepare(). */
void               desk_api_connection_prepare         (DeskApiConnection    *self);
const char        *desk_api_connection_get_client_id   (DeskApiConnection    *self);
const char        *desk_api_connection_get_api_uri     (DeskApiConnection    *self);
const char        *desk_api_connection_get_version     (DeskApiConnection    *self);

/* Returns: (transfer none): tells of every attempt that desk_api_connection_send_async() makes */
DeskApiRecorder   *desk_api_connection_get_recorder    (DeskApiConnection    *self);

/**
 * desk_api_connection_get_held_until:
 *
 * Returns: the instant of the monotonic clock, in microseconds, before which nothing is sent
 */
gint64             desk_api_connection_get_held_until  (DeskApiConnection    *self);

/**
 * desk_api_connection_build_uri:
 * @path: as for desk_api_client_get_json_async()
 *
 * Returns: (transfer full) (nullable): %NULL with @error set to %DESK_API_ERROR_REJECTED
 */
GUri              *desk_api_connection_build_uri       (DeskApiConnection    *self,
                                                        const char           *path,
                                                        GError              **error);

/**
 * desk_api_connection_resolve_link:
 * @base: the address of the page that held the link
 * @link: a link from outside, absolute or relative to @base
 *
 * Returns: (transfer full) (nullable): %NULL with @error set to %DESK_API_ERROR_UNSAFE_LINK if
 *   it leaves the API's own origin (scheme, host, effective port)
 */
GUri              *desk_api_connection_resolve_link    (DeskApiConnection    *self,
                                                        GUri                 *base,
                                                        const char           *link,
                                                        GError              **error);

/**
 * desk_api_connection_send_async:
 * @request: (transfer full)
 *
 * Waits while the connection is held and while four others are under way, signs, sends, tries again where that is allowed
 * (see desk_api_retry_decide(), and once after a 401), and checks the answer.
 *
 * The finish function returns: (transfer full) (nullable): a 2xx answer, with its page if JSON was expected
 */
void               desk_api_connection_send_async      (DeskApiConnection    *self,
                                                        DeskApiRequest       *request,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
DeskApiAnswer     *desk_api_connection_send_finish     (DeskApiConnection    *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);

G_END_DECLS
