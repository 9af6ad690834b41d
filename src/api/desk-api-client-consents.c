/* desk-api-client-consents.c: the calls on institutions, consents and auth sessions (fiskil-api.md 2.2 to 2.4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-client.h"

#include "desk-api-client-private.h"
#include "desk-api-path.h"

#define CONSENT_PATH "/consent"

static const char *const institutions_keys[] = { "institutions", NULL };
static const char *const consents_keys[] = { "consents", NULL };

static gpointer
read_institution (DeskJsonSlice   record,
                  GError        **error)
{
  return desk_institution_new_from_json (record, error);
}

static gpointer
read_consent (DeskJsonSlice   record,
              GError        **error)
{
  return desk_consent_new_from_json (record, error);
}

static gpointer
read_auth_session (DeskJsonSlice   record,
                   GError        **error)
{
  return desk_auth_session_new_from_json (record, error);
}

void
desk_api_client_list_institutions_async (DeskApiClient       *self,
                                         const char          *industry,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  g_autoptr(GString) path = g_string_new ("/institutions");
  GTask *task;

  g_return_if_fail (DESK_IS_API_CLIENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_list_institutions_async);

  desk_api_path_append_query (path, "client_id",
                              desk_api_connection_get_client_id (desk_api_client_get_connection (self)));
  desk_api_path_append_query (path, "industry", industry);
  desk_api_client_list (task, path->str, institutions_keys, read_institution);
}

static int
compare_institutions (gconstpointer a,
                      gconstpointer b)
{
  DeskInstitution *first = *(DeskInstitution *const *) a;
  DeskInstitution *second = *(DeskInstitution *const *) b;
  int first_priority = desk_institution_get_priority (first);
  int second_priority = desk_institution_get_priority (second);
  const char *first_name = desk_institution_get_name (first);
  const char *second_name = desk_institution_get_name (second);

  if (first_priority != second_priority)
    return first_priority < second_priority ? -1 : 1;

  return g_utf8_collate (first_name != NULL ? first_name : "", second_name != NULL ? second_name : "");
}

GPtrArray *
desk_api_client_list_institutions_finish (DeskApiClient  *self,
                                          GAsyncResult   *result,
                                          GError        **error)
{
  GPtrArray *institutions;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  institutions = g_task_propagate_pointer (G_TASK (result), error);
  if (institutions != NULL)
    g_ptr_array_sort (institutions, compare_institutions);

  return institutions;
}

void
desk_api_client_list_consents_async (DeskApiClient       *self,
                                     const char          *end_user_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autoptr(GString) path = g_string_new (CONSENT_PATH);
  GTask *task;

  g_return_if_fail (DESK_IS_API_CLIENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_list_consents_async);

  desk_api_path_append_query (path, "end_user_id", end_user_id);
  desk_api_client_append_page_size (self, path);
  desk_api_client_list (task, path->str, consents_keys, read_consent);
}

GPtrArray *
desk_api_client_list_consents_finish (DeskApiClient  *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_api_client_revoke_consent_async (DeskApiClient       *self,
                                      const char          *arrangement_id,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_API_CLIENT (self));
  g_return_if_fail (arrangement_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_revoke_consent_async);
  desk_api_client_send_delete (task, CONSENT_PATH, arrangement_id);
}

gboolean
desk_api_client_revoke_consent_finish (DeskApiClient  *self,
                                       GAsyncResult   *result,
                                       GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return desk_api_client_finish_done (G_TASK (result), error);
}

void
desk_api_client_create_auth_session_async (DeskApiClient       *self,
                                           const char          *end_user_id,
                                           const char          *redirect_uri,
                                           const char          *cancel_uri,
                                           const char          *institution_id,
                                           const char          *arrangement_id,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data)
{
  DeskApiRequest *request;
  GTask *task;

  g_return_if_fail (DESK_IS_API_CLIENT (self));
  g_return_if_fail (end_user_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_create_auth_session_async);

  request = desk_api_client_build_request (self, SOUP_METHOD_POST, "/auth/session", NULL);
  desk_api_request_set_body (request,
                             "end_user_id", end_user_id,
                             "redirect_uri", redirect_uri,
                             "cancel_uri", cancel_uri,
                             "institution_id", institution_id,
                             "arrangement_id", arrangement_id,
                             NULL);
  request->expects_json = TRUE;
  desk_api_client_send (task, request);
}

DeskAuthSession *
desk_api_client_create_auth_session_finish (DeskApiClient  *self,
                                            GAsyncResult   *result,
                                            GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return desk_api_client_finish_object (G_TASK (result), read_auth_session, error);
}
