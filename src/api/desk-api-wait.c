/* desk-api-wait.c: waits for an instant, without blocking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-wait.h"

static gboolean
is_over_cb (gpointer user_data)
{
  GTask *task = user_data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);

  return G_SOURCE_REMOVE;
}

void
desk_api_wait_async (gint64               until,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr(GSource) source = g_timeout_source_new (0);

  g_task_set_source_tag (task, desk_api_wait_async);
  g_source_set_ready_time (source, until);

  if (cancellable != NULL)
    {
      g_autoptr(GSource) cancelled = g_cancellable_source_new (cancellable);

      g_source_set_dummy_callback (cancelled);
      g_source_add_child_source (source, cancelled);
    }

  g_task_attach_source (task, source, is_over_cb);
}

gboolean
desk_api_wait_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
