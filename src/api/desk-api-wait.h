/* desk-api-wait.h: waits for an instant, without blocking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * desk_api_wait_async:
 * @until: an instant of the monotonic clock, in microseconds
 *
 * The finish function returns: %FALSE with %G_IO_ERROR_CANCELLED if it was cancelled first.
 */
void     desk_api_wait_async  (gint64                until,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean desk_api_wait_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
