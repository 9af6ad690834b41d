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
 * GIO's error, or %DESK_API_ERROR_BAD_DATA for a body over @cap. @n_sent tells how often the request
 * went out: not at all where there was no connection, twice where libsoup took one that was
 * closed meanwhile (never for a POST).
 */
void           desk_api_exchange_async  (SoupSession          *session,
                                         SoupMessage          *message,
                                         gsize                 cap,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
DeskApiAnswer *desk_api_exchange_finish (GAsyncResult         *result,
                                         guint                *n_sent,
                                         GError              **error);

G_END_DECLS
