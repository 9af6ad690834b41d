/* desk-api-client-end-users.c: the calls on end users (fiskil-api.md 2.1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-client.h"

#include "desk-api-client-private.h"
#include "desk-api-failure.h"
#include "desk-api-path.h"

#define END_USERS_PATH "/end-users"

static const char *const end_users_keys[] = { "end_users", NULL };

static gpointer
read_end_user (DeskJsonSlice   record,
               GError        **error)
{
  return desk_end_user_new_from_json (record, error);
}

void
desk_api_client_list_end_users_async (DeskApiClient       *self,
                                      const char          *email,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr(GString) path = g_string_new (END_USERS_PATH);
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_API_CLIENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_list_end_users_async);
  g_task_set_task_data (task, g_strdup (email), g_free);

  desk_api_path_append_query (path, "email", email);
  desk_api_client_append_page_size (self, path);
  desk_api_client_list (g_steal_pointer (&task), path->str, end_users_keys, read_end_user);
}

/* What the service's filter does with part of an e-mail is not documented. */
static void
keep_email (GPtrArray  *end_users,
            const char *email)
{
  for (guint i = end_users->len; i > 0; i--)
    {
      const char *other = desk_end_user_get_email (g_ptr_array_index (end_users, i - 1));

      if (other == NULL || g_ascii_strcasecmp (other, email) != 0)
        g_ptr_array_remove_index (end_users, i - 1);
    }
}

GPtrArray *
desk_api_client_list_end_users_finish (DeskApiClient  *self,
                                       GAsyncResult   *result,
                                       GError        **error)
{
  GPtrArray *end_users;
  const char *email;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  email = g_task_get_task_data (G_TASK (result));
  end_users = g_task_propagate_pointer (G_TASK (result), error);
  if (end_users != NULL && email != NULL)
    keep_email (end_users, email);

  return end_users;
}

void
desk_api_client_get_end_user_async (DeskApiClient       *self,
                                    const char          *end_user_id,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  DeskApiRequest *request;

  g_return_if_fail (DESK_IS_API_CLIENT (self));
  g_return_if_fail (end_user_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_get_end_user_async);

  request = desk_api_client_build_request_for_id (self, SOUP_METHOD_GET, END_USERS_PATH, end_user_id, &error);
  if (request == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  request->expects_json = TRUE;
  desk_api_client_send (g_steal_pointer (&task), request);
}

DeskEndUser *
desk_api_client_get_end_user_finish (DeskApiClient  *self,
                                     GAsyncResult   *result,
                                     GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return desk_api_client_finish_object (G_TASK (result), read_end_user, error);
}

void
desk_api_client_create_end_user_async (DeskApiClient       *self,
                                       const char          *name,
                                       const char          *email,
                                       const char          *phone,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  DeskApiRequest *request;

  g_return_if_fail (DESK_IS_API_CLIENT (self));
  g_return_if_fail (email != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_create_end_user_async);

  request = desk_api_client_build_request (self, SOUP_METHOD_POST, END_USERS_PATH, NULL);
  desk_api_request_set_body (request, "email", email, "name", name, "phone", phone, NULL);
  request->expects_json = TRUE;
  desk_api_client_send (g_steal_pointer (&task), request);
}

char *
desk_api_client_create_end_user_finish (DeskApiClient  *self,
                                        GAsyncResult   *result,
                                        GError        **error)
{
  g_autoptr(DeskEndUser) end_user = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  end_user = desk_api_client_finish_object (G_TASK (result), read_end_user, error);

  return end_user != NULL ? g_strdup (desk_end_user_get_id (end_user)) : NULL;
}

void
desk_api_client_update_end_user_async (DeskApiClient       *self,
                                       const char          *end_user_id,
                                       const char          *email,
                                       const char          *phone,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  DeskApiRequest *request;

  g_return_if_fail (DESK_IS_API_CLIENT (self));
  g_return_if_fail (end_user_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_update_end_user_async);

  request = desk_api_client_build_request_for_id (self, SOUP_METHOD_POST, END_USERS_PATH, end_user_id, &error);
  if (request == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  desk_api_request_set_body (request, "email", email, "phone", phone, NULL);
  desk_api_client_send (g_steal_pointer (&task), request);
}

gboolean
desk_api_client_update_end_user_finish (DeskApiClient  *self,
                                        GAsyncResult   *result,
                                        GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return desk_api_client_finish_done (G_TASK (result), error);
}

void
desk_api_client_delete_end_user_async (DeskApiClient       *self,
                                       const char          *end_user_id,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_API_CLIENT (self));
  g_return_if_fail (end_user_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_delete_end_user_async);
  desk_api_client_send_delete (task, END_USERS_PATH, end_user_id);
}

gboolean
desk_api_client_delete_end_user_finish (DeskApiClient  *self,
                                        GAsyncResult   *result,
                                        GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return desk_api_client_finish_done (G_TASK (result), error);
}
