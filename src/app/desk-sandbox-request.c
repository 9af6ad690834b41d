/* desk-sandbox-request.c: one request that the sandbox answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-request.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-json-read.h"

void
desk_sandbox_request_free (DeskSandboxRequest *self)
{
  g_free (self->server);
  g_free (self->method);
  g_free (self->path);
  g_free (self);
}

static DeskSandboxRequest *
read_request (DeskJsonSlice record)
{
  DeskSandboxRequest *self = g_new0 (DeskSandboxRequest, 1);
  gint64 status = 0;

  self->server = desk_json_read_text (record, "server");
  self->method = desk_json_read_text (record, "method");
  self->path = desk_json_read_text (record, "path");
  self->at = desk_json_read_instant (record, "at");
  if (desk_json_slice_get_int64 (desk_json_slice_get_member (record, "status"), &status))
    self->status = (guint) CLAMP (status, 0, 999);

  return self;
}

/* Returns: (transfer full) (nullable): NULL if this is no log */
static GPtrArray *
read_log (GBytes *bytes)
{
  g_autoptr(GPtrArray) requests = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_request_free);
  DeskJsonSlice root;
  DeskJsonSlice log;
  DeskJsonSlice record;
  DeskJsonIter iter;

  if (!desk_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &root, NULL))
    return NULL;
  log = desk_json_slice_get_member (root, "requests");
  if (desk_json_slice_get_kind (log) != DESK_JSON_KIND_ARRAY)
    return NULL;

  desk_json_iter_init (&iter, log);
  while (desk_json_iter_next (&iter, NULL, &record))
    g_ptr_array_add (requests, read_request (record));

  return g_steal_pointer (&requests);
}

static void
received_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GBytes) bytes = desk_api_client_get_json_finish (DESK_API_CLIENT (source), result, &error);
  GPtrArray *requests;

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  requests = read_log (bytes);
  if (requests != NULL)
    g_task_return_pointer (task, requests, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_new_error (task, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA,
                             _("The sandbox answered with something unexpected. Check that the program and Consent Desk are of the same version."));
}

void
desk_sandbox_request_list_async (DeskApiClient       *client,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_API_CLIENT (client));

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_sandbox_request_list_async);
  desk_api_client_get_json_async (client, "//sandbox/requests", cancellable, received_cb, task);
}

GPtrArray *
desk_sandbox_request_list_finish (DeskApiClient  *client,
                                  GAsyncResult   *result,
                                  GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_sandbox_request_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
