/* desk-await.h: lets a test wait for an asynchronous call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * desk_await_keep:
 * @user_data: a `GAsyncResult *` on the test's stack, %NULL at first
 *
 * The callback to give to an asynchronous call.
 */
void          desk_await_keep   (GObject       *source,
                                 GAsyncResult  *result,
                                 gpointer       user_data);

/**
 * desk_await_result:
 *
 * Runs the default main context until *@slot is filled by desk_await_keep(). Aborts the test after a minute.
 *
 * Returns: (transfer full): the result; *@slot is %NULL again
 */
GAsyncResult *desk_await_result (GAsyncResult **slot);

/**
 * desk_await_idle:
 *
 * Runs the default main context as long as something is ready.
 */
void          desk_await_idle   (void);

G_END_DECLS
