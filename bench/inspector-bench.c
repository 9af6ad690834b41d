/* inspector-bench.c: how long the main loop is held up by an answer that goes into the inspector
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * inspector-bench [MIB …]: lets the inspector take in answers of these sizes (5 and 60), full of account numbers, and
 * prints how long that took on the other thread, and the longest time that the main loop did not come back, by the clock and
 * by its own computing. A frame has 16 ms.
 */
#include "desk-config.h"

#include "desk-inspector.h"
#include "loop-clock.h"

#define ROW "{\"account_id\":\"a-1\",\"bsb\":\"062-000\",\"account_number\":\"12345678\",\"description\":\"Caf\303\251 \\\"x\\\"\",\"amount\":\"-12.30\"},"

static GBytes *
make_body (gsize size)
{
  GString *json = g_string_sized_new (size + sizeof ROW);

  g_string_append (json, "{\"accounts\":[");
  while (json->len < size)
    g_string_append (json, ROW);
  g_string_append (json, "null]}");
  return g_string_free_to_bytes (json);
}

static void
take_in (DeskApiClient *client,
         GBytes        *body)
{
  g_autoptr(SoupMessage) message = soup_message_new ("GET", "https://api.example.com/v1/banking/accounts?end_user_id=eu_1");
  DeskApiAnswer *answer = desk_api_answer_new (200, g_bytes_ref (body));
  const DeskApiAttemptMade made = {
    .message = message,
    .answer = answer,
    .is_signed = TRUE,
    .attempt = 1,
    .started = g_get_monotonic_time (),
  };

  desk_api_recorder_add (desk_api_client_get_recorder (client), &made);
  desk_api_answer_free (answer);
}

static gboolean
take_in_cb (gpointer user_data)
{
  gpointer *things = user_data;

  take_in (things[0], things[1]);
  return G_SOURCE_REMOVE;
}

static void
measure (DeskInspector *inspector,
         DeskApiClient *client,
         guint          n_mebibytes)
{
  g_autoptr(GBytes) body = make_body ((gsize) n_mebibytes * 1024 * 1024);
  gpointer things[] = { client, body };
  GListModel *entries = desk_inspector_get_entries (inspector);
  gint64 start = g_get_monotonic_time ();

  desk_inspector_clear (inspector);
  loop_clock_start ();
  g_idle_add (take_in_cb, things);
  while (g_list_model_get_n_items (entries) == 0)
    g_main_context_iteration (NULL, TRUE);
  /* What the last turn took is seen by the next. */
  g_main_context_iteration (NULL, FALSE);
  g_print ("%3u MiB in %6.0f ms: longest block %5.1f ms, computing %5.1f ms\n", n_mebibytes,
           (g_get_monotonic_time () - start) / 1000.0, loop_clock_get_block (), loop_clock_get_work ());
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();
  g_autoptr(DeskApiClient) client = desk_api_client_new ("https://api.example.com/v1", "v3", redactor, NULL);
  g_autoptr(DeskInspector) inspector = desk_inspector_new ();

  desk_redactor_add (redactor, "a-secret-of-the-client");
  desk_redactor_add (redactor, "eyJhbGciOiJIUzI1NiJ9.payload.signature");
  desk_inspector_set_client (inspector, client);
  loop_clock_install ();
  for (int i = 1; i < argc; i++)
    measure (inspector, client, (guint) g_ascii_strtoull (argv[i], NULL, 10));
  if (argc == 1)
    {
      measure (inspector, client, 5);
      measure (inspector, client, 60);
    }
  return 0;
}
