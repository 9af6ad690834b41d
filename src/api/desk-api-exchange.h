/* desk-api-exchange.h: sends one message and reads its answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "desk-api-answer.h"

G_BEGIN_DECLS

/**
 * desk_api_exchange_async:
 * @cap: the most bytes that a decoded body may have
 *
 * No retry, no look at the status. desk_api_exchange_finish() returns: (transfer full): the answer; else
 * GIO's error, or %DESK_API_ERROR_BAD_DATA for a body over @cap; then @is_sent
 * tells whether the request reached the connection.
 */
void           desk_api_exchange_async  (SoupSession          *session,
                                         SoupMessage          *message,
                                         gsize                 cap,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
DeskApiAnswer *desk_api_exchange_finish (GAsyncResult         *result,
                                         gboolean             *is_sent,
                                         GError              **error);

G_END_DECLS
