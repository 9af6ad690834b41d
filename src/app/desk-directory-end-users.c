/* desk-directory-end-users.c: an end user whom the user of this program makes, changes or deletes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-directory-private.h"

#include "desk-api-error.h"

static void
same_email_listed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  GPtrArray *found = desk_api_client_list_end_users_finish (DESK_API_CLIENT (source), result, NULL);
  GError *error = g_object_steal_data (G_OBJECT (task), "desk-uncertain");

  if (found != NULL)
    g_object_set_data_full (G_OBJECT (task), "desk-found", found, (GDestroyNotify) g_ptr_array_unref);

  g_task_return_error (task, error);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  DeskEndUser *asked_for = g_task_get_task_data (task);
  g_autofree char *id = NULL;
  GError *error = NULL;

  self->n_changes++;
  id = desk_api_client_create_end_user_finish (DESK_API_CLIENT (source), result, &error);
  if (id != NULL)
    {
      DeskEndUser *end_user = desk_end_user_new (id,
                                                 desk_end_user_get_name (asked_for),
                                                 desk_end_user_get_email (asked_for),
                                                 desk_end_user_get_phone (asked_for));

      g_list_store_append (self->end_users, end_user);
      g_task_return_pointer (task, end_user, g_object_unref);
    }
  else if (g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_UNCERTAIN))
    {
      g_object_set_data_full (G_OBJECT (task), "desk-uncertain", error, (GDestroyNotify) g_error_free);
      desk_api_client_list_end_users_async (self->client, desk_end_user_get_email (asked_for),
                                            g_task_get_cancellable (task),
                                            same_email_listed_cb, g_object_ref (task));
    }
  else
    {
      g_task_return_error (task, error);
    }
}

void
desk_directory_create_async (DeskDirectory       *self,
                             const char          *name,
                             const char          *email,
                             const char          *phone,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_DIRECTORY (self));
  g_return_if_fail (email != NULL);

  task = _desk_directory_task_new (self, desk_directory_create_async, cancellable, callback, user_data);
  g_task_set_task_data (task, desk_end_user_new ("new", name, email, phone), g_object_unref);
  desk_api_client_create_end_user_async (self->client, name, email, phone, cancellable,
                                         created_cb, g_steal_pointer (&task));
}

DeskEndUser *
desk_directory_create_finish (DeskDirectory  *self,
                              GAsyncResult   *result,
                              GPtrArray     **found,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_directory_create_async), NULL);

  if (found != NULL)
    *found = g_object_steal_data (G_OBJECT (result), "desk-found");

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
end_user_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskEndUser *end_user = g_task_get_task_data (task);
  g_autoptr(DeskEndUser) received = NULL;

  /* The change itself is done: that it could not be read again is no failure of it. */
  received = desk_api_client_get_end_user_finish (DESK_API_CLIENT (source), result, NULL);
  if (received != NULL)
    desk_end_user_update_from (end_user, received);

  g_task_return_boolean (task, TRUE);
}

static void
updated_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  DeskEndUser *end_user = g_task_get_task_data (task);
  GError *error = NULL;

  self->n_changes++;
  if (!desk_api_client_update_end_user_finish (DESK_API_CLIENT (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  desk_api_client_get_end_user_async (self->client, desk_end_user_get_id (end_user), NULL,
                                      end_user_read_cb, g_steal_pointer (&task));
}

void
desk_directory_update_async (DeskDirectory       *self,
                             DeskEndUser         *end_user,
                             const char          *email,
                             const char          *phone,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_DIRECTORY (self));
  g_return_if_fail (DESK_IS_END_USER (end_user));

  task = _desk_directory_task_new (self, desk_directory_update_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (end_user), g_object_unref);
  desk_api_client_update_end_user_async (self->client, desk_end_user_get_id (end_user), email, phone, cancellable,
                                         updated_cb, g_steal_pointer (&task));
}

gboolean
desk_directory_update_finish (DeskDirectory  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  return _desk_directory_finish_boolean (self, result, desk_directory_update_async, error);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  DeskEndUser *end_user = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  guint position;

  self->n_changes++;
  if (!desk_api_client_delete_end_user_finish (DESK_API_CLIENT (source), result, &error) &&
      !g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (g_list_store_find (self->end_users, end_user, &position))
    g_list_store_remove (self->end_users, position);

  _desk_directory_forget_end_user (self, desk_end_user_get_id (end_user), TRUE);
  _desk_directory_return_after_purge (task);
}

void
desk_directory_delete_async (DeskDirectory       *self,
                             DeskEndUser         *end_user,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_DIRECTORY (self));
  g_return_if_fail (DESK_IS_END_USER (end_user));

  task = _desk_directory_task_new (self, desk_directory_delete_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (end_user), g_object_unref);
  desk_api_client_delete_end_user_async (self->client, desk_end_user_get_id (end_user), cancellable,
                                         deleted_cb, g_steal_pointer (&task));
}

gboolean
desk_directory_delete_finish (DeskDirectory  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  return _desk_directory_finish_boolean (self, result, desk_directory_delete_async, error);
}
