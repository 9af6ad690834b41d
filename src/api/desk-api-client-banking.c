/* desk-api-client-banking.c: what can be done with bank data besides reading it (fiskil-api.md 2.6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-client.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "desk-api-client-private.h"
#include "desk-api-error-private.h"
#include "desk-api-path.h"

static const char *const balances_keys[] = { "balances", NULL };

static char *
dup_balance_path (const char *end_user_id,
                  const char *account_id)
{
  GString *path = g_string_new ("/banking/balances");

  desk_api_path_append_query (path, "end_user_id", end_user_id);
  desk_api_path_append_query (path, "account_id", account_id);
  desk_api_path_append_query (path, "fetch", "true");

  return g_string_free (path, FALSE);
}

void
desk_api_client_fetch_balance_async (DeskApiClient       *self,
                                     const char          *end_user_id,
                                     const char          *account_id,
                                     const char          *client_ip_address,
                                     const char          *client_user_agent,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autofree char *path = NULL;
  DeskApiRequest *request;
  GTask *task;

  g_return_if_fail (DESK_IS_API_CLIENT (self));
  g_return_if_fail (end_user_id != NULL);
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (client_ip_address == NULL || g_hostname_is_ip_address (client_ip_address));
  g_return_if_fail (client_user_agent == NULL || strpbrk (client_user_agent, "\r\n") == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_fetch_balance_async);
  g_task_set_task_data (task, g_strdup (account_id), g_free);

  path = dup_balance_path (end_user_id, account_id);
  request = desk_api_client_build_request (self, SOUP_METHOD_GET, path, NULL);
  desk_api_request_set_header (request, "x-fiskil-client-ip-address", client_ip_address);
  desk_api_request_set_header (request, "x-fiskil-client-user-agent", client_user_agent);
  request->expects_json = TRUE;
  request->root_keys = balances_keys;
  desk_api_client_send (task, request);
}

static gboolean
has_record_of (DeskJsonPage *page,
               const char   *account_id)
{
  for (guint i = 0; i < desk_json_page_get_n_records (page); i++)
    {
      DeskJsonSlice record = desk_json_page_get_record (page, i);
      g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_member (record, "account_id"));

      if (g_strcmp0 (text, account_id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A gateway's words say nothing of the bank. */
static GError *
explain_failure (GError *error)
{
  GError *explained;

  if (desk_api_error_get_status (error) != SOUP_STATUS_BAD_GATEWAY)
    return error;

  explained = desk_api_error_new_with_details (DESK_API_ERROR_UNAVAILABLE,
                                               _("The bank did not answer the service. Try again in a few minutes."),
                                               desk_api_error_get_status (error), desk_api_error_get_name (error),
                                               desk_api_error_get_message (error), desk_api_error_get_error_id (error));
  g_error_free (error);
  return explained;
}

DeskJsonPage *
desk_api_client_fetch_balance_finish (DeskApiClient  *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  g_autoptr(DeskApiAnswer) answer = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  answer = g_task_propagate_pointer (G_TASK (result), &failure);
  if (answer == NULL)
    {
      g_propagate_error (error, explain_failure (failure));
      return NULL;
    }

  if (!has_record_of (answer->page, g_task_get_task_data (G_TASK (result))))
    {
      g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND,
                           _("The service has no balance of this account. It may not be shared any more: fetch again."));
      return NULL;
    }

  return g_steal_pointer (&answer->page);
}

void
desk_api_client_set_category_async (DeskApiClient       *self,
                                    const char          *transaction_id,
                                    const char          *secondary_category,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  DeskApiRequest *request;
  GTask *task;

  g_return_if_fail (DESK_IS_API_CLIENT (self));
  g_return_if_fail (transaction_id != NULL);
  g_return_if_fail (secondary_category != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_set_category_async);

  request = desk_api_client_build_request (self, SOUP_METHOD_POST, "/banking/transactions/category", NULL);
  desk_api_request_set_body (request,
                             "fiskil_transaction_id", transaction_id,
                             "secondary_category", secondary_category,
                             NULL);
  desk_api_client_send (task, request);
}

gboolean
desk_api_client_set_category_finish (DeskApiClient  *self,
                                     GAsyncResult   *result,
                                     GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return desk_api_client_finish_done (G_TASK (result), error);
}
