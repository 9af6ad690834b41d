/* inspector-stage.c: an inspector that watches a scripted service, and a directory of made-up consents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "inspector-stage.h"

#include "desk-await.h"

void
inspector_stage_set_up (InspectorStage *stage,
                        gconstpointer   data)
{
  desk_test_life_set_up (&stage->life, NULL);
  stage->server = desk_scripted_server_new ();
  stage->client = desk_api_client_new (desk_scripted_server_get_api_uri (stage->server), "v3", NULL, NULL);
  desk_api_client_set_credentials (stage->client, "client-1", "secret-1");
  g_object_set (stage->client, "retry-delay", 0, NULL);
  stage->inspector = desk_inspector_new ();
  desk_inspector_set_client (stage->inspector, stage->client);
  desk_inspector_set_directory (stage->inspector, stage->life.directory);
}

void
inspector_stage_tear_down (InspectorStage *stage,
                           gconstpointer   data)
{
  g_assert_finalize_object (g_steal_pointer (&stage->inspector));
  g_clear_object (&stage->client);
  desk_scripted_server_free (stage->server);
  desk_test_life_tear_down (&stage->life, NULL);
  desk_await_idle ();
}

guint
inspector_stage_count (InspectorStage *stage)
{
  return g_list_model_get_n_items (desk_inspector_get_entries (stage->inspector));
}

DeskInspectorEntry *
inspector_stage_get (InspectorStage *stage,
                     guint           position)
{
  g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (desk_inspector_get_entries (stage->inspector), position);

  g_assert_nonnull (entry);
  return entry;
}

/* All are recorded on another thread: an older call, or an attempt that failed, may come first with the same address. */
static gboolean
has_newest (InspectorStage *stage,
            const char     *path,
            guint           status,
            gint64          asked_at)
{
  const DeskApiRecord *record = inspector_stage_count (stage) > 0
                                ? desk_inspector_entry_get_record (inspector_stage_get (stage, 0)) : NULL;

  return record != NULL && g_str_has_suffix (record->uri, path) && record->status == status
         && record->started_at >= asked_at;
}

DeskInspectorEntry *
inspector_stage_ask (InspectorStage *stage,
                     const char     *path,
                     guint           status,
                     const char     *body)
{
  g_auto(GStrv) parts = g_strsplit (path, "?", 2);
  g_autofree char *call = g_strconcat ("GET /v1", parts[0], NULL);
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;
  gint64 asked_at = g_get_real_time ();

  desk_scripted_server_add (stage->server, call, status, body);
  desk_api_client_get_json_async (stage->client, path, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  while (!has_newest (stage, path, status, asked_at))
    g_main_context_iteration (NULL, TRUE);

  return inspector_stage_get (stage, 0);
}

void
inspector_stage_add_webhook (InspectorStage *stage,
                             const char     *event,
                             const char     *body)
{
  static const char *const headers[] = { "X-Fiskil-Signature", "c2ln", "Cookie", "a=b", NULL };
  char *const words = (char *) event;
  const DeskInspectorWebhook webhook = { words, (char *) "Signature is right", (char *) "Fetched accounts" };
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));

  desk_inspector_add_webhook (stage->inspector, &webhook, "http://127.0.0.1:9/webhooks", headers, bytes, 200);
}

DeskInspectorEntry *
inspector_stage_add_message (InspectorStage     *stage,
                             DeskWebhookVerdict  verdict)
{
  static const char *const headers[] = { NULL };
  static const char body[] = "{\"message_id\":\"m-1\",\"data\":{\"event\":\"consent.updated\",\"end_user_id\":\"eu_1\"}}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (body, strlen (body));
  g_autoptr(DeskWebhookMessage) message = desk_webhook_message_new (bytes, headers, verdict);
  const DeskInspectorWebhook webhook = {
    .event = (char *) "consent.updated",
    .effect = (char *) "Not known yet",
    .message = message,
  };

  return desk_inspector_add_webhook (stage->inspector, &webhook, "http://127.0.0.1:9/webhooks", headers, bytes,
                                     desk_webhook_verdict_get_status (verdict));
}
