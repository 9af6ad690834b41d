/* desk-directory-refresh.c: reads all end users and all consents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-directory-private.h"

#include "desk-end-user-merge.h"

static void
take_end_users (DeskDirectory *self,
                GPtrArray     *received)
{
  g_autoptr(GPtrArray) gone = desk_end_user_merge (self->end_users, received);

  for (guint i = 0; i < gone->len; i++)
    _desk_directory_forget_end_user (self, desk_end_user_get_id (g_ptr_array_index (gone, i)), FALSE);
}

static void list_end_users (GTask *task);

static gboolean
is_out_of_date (GTask *task)
{
  DeskDirectory *self = g_task_get_source_object (task);

  return GPOINTER_TO_UINT (g_task_get_task_data (task)) != self->n_changes;
}

static void
all_consents_listed_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  g_autoptr(GPtrArray) consents = NULL;
  GError *error = NULL;

  consents = desk_api_client_list_consents_finish (DESK_API_CLIENT (source), result, &error);
  if (consents == NULL)
    {
      _desk_directory_return_error_after_purge (task, error);
      return;
    }

  if (is_out_of_date (task))
    {
      list_end_users (task);
      return;
    }

  _desk_directory_take_consents (self, consents, NULL);
  g_signal_emit_by_name (self, "refreshed");
  _desk_directory_return_after_purge (task);
}

static void
end_users_listed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  g_autoptr(GPtrArray) end_users = NULL;
  GError *error = NULL;

  end_users = desk_api_client_list_end_users_finish (DESK_API_CLIENT (source), result, &error);
  if (end_users == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (is_out_of_date (task))
    {
      list_end_users (task);
      return;
    }

  take_end_users (self, end_users);
  desk_api_client_list_consents_async (self->client, NULL, g_task_get_cancellable (task),
                                       all_consents_listed_cb, g_object_ref (task));
}

static void
list_end_users (GTask *task)
{
  DeskDirectory *self = g_task_get_source_object (task);

  g_task_set_task_data (task, GUINT_TO_POINTER (self->n_changes), NULL);
  desk_api_client_list_end_users_async (self->client, NULL, g_task_get_cancellable (task),
                                        end_users_listed_cb, g_object_ref (task));
}

void
desk_directory_refresh_async (DeskDirectory       *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_DIRECTORY (self));

  task = _desk_directory_task_new (self, desk_directory_refresh_async, cancellable, callback, user_data);
  list_end_users (task);
}

gboolean
desk_directory_refresh_finish (DeskDirectory  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return _desk_directory_finish_boolean (self, result, desk_directory_refresh_async, error);
}
