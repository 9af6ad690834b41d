/* desk-sandbox-request.h: one request that the sandbox answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-client.h"

G_BEGIN_DECLS

/**
 * DeskSandboxRequest:
 * @server: (owned): `api`, `auth` or `bank`
 * @method: (owned)
 * @path: (owned): without its query
 * @at: by the sandbox's clock, in microseconds since the epoch; 0 if it cannot be read
 * @status: of HTTP
 */
typedef struct
{
  char   *server;
  char   *method;
  char   *path;
  gint64  at;
  guint   status;
} DeskSandboxRequest;

void       desk_sandbox_request_free         (DeskSandboxRequest   *self);

/**
 * desk_sandbox_request_list_async:
 * @client: talks to a sandbox
 *
 * The finish function returns: (transfer full) (nullable) (element-type DeskSandboxRequest): the latest requests, the newest
 *   last; %NULL with @error set in #DESK_API_ERROR
 */
void       desk_sandbox_request_list_async   (DeskApiClient        *client,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray *desk_sandbox_request_list_finish  (DeskApiClient        *client,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
