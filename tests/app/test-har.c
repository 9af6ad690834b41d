/* test-har.c: the archive of what the inspector holds, read by a reader that knows the format alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-har.h"

#include <glib/gstdio.h>

#include "desk-await.h"
#include "desk-test-folder.h"
#include "inspector-stage.h"

typedef struct
{
  InspectorStage stage;
  char          *folder;
  char          *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  inspector_stage_set_up (&fixture->stage, NULL);
  fixture->folder = desk_test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "calls.har", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->path);
  desk_test_folder_free (fixture->folder);
  inspector_stage_tear_down (&fixture->stage, NULL);
}

static gboolean
write_to (Fixture     *fixture,
          GListModel  *entries,
          const char  *path,
          GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_har_write_async (entries, path, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  return desk_har_write_finish (result, error);
}

/* Returns: (transfer full): what the reader says of the file: a line for each entry */
static char *
read_entries_back (Fixture    *fixture,
                   GListModel *entries)
{
  char *argv[] = { (char *) HAR_PYTHON, (char *) HAR_READER, fixture->path, NULL };
  char *output = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  g_assert_true (write_to (fixture, entries, fixture->path, &error));
  g_assert_no_error (error);
  g_spawn_sync (NULL, argv, NULL, 0, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static char *
read_back (Fixture *fixture)
{
  return read_entries_back (fixture, desk_inspector_get_entries (fixture->stage.inspector));
}

static void
append_entry (GListStore *entries,
              const char *uri,
              gint64      started_at)
{
  DeskApiRecord *record = desk_api_record_new ();
  g_autoptr(DeskInspectorEntry) entry = NULL;

  record->method = g_strdup ("GET");
  record->uri = g_strdup (uri);
  record->http_version = g_strdup ("HTTP/2");
  record->request_headers = g_new0 (char *, 1);
  record->started_at = started_at;
  entry = desk_inspector_entry_new (record, NULL);
  g_list_store_append (entries, entry);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GListStore) entries = g_list_store_new (DESK_TYPE_INSPECTOR_ENTRY);
  g_autofree char *said = NULL;

  append_entry (entries, "https://a/second", 2 * G_USEC_PER_SEC);
  append_entry (entries, "https://a/third", 3 * G_USEC_PER_SEC);
  append_entry (entries, "https://a/first", G_USEC_PER_SEC);
  said = read_entries_back (fixture, G_LIST_MODEL (entries));
  g_assert_cmpstr (said, ==, "GET /first 0 [] - -\nGET /second 0 [] - -\nGET /third 0 [] - -\n");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *said = read_back (fixture);

  g_assert_cmpstr (said, ==, "");
}

static void
test_calls (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *said = NULL;

  inspector_stage_ask (&fixture->stage, "/end-users?a=1&a=%22x%22&b", 200, "[\"\\u0001\\\"\xc3\xa9\"]");
  inspector_stage_ask (&fixture->stage, "/permissions", 404, "{\"id\":\"err_1\",\"name\":\"n\",\"message\":\"m\"}");
  said = read_back (fixture);
  g_assert_cmpstr (said, ==,
                   "POST /v1/token 200 [] {\"client_id\":\"client-1\",\"client_secret\":\"[redacted]\"} "
                   "{\"token\":\"[redacted]\",\"expires_in\":900}\n"
                   "GET /v1/end-users 200 [a=1 a=\"x\" b=] - [\"\\u0001\\\"\xc3\xa9\"]\n"
                   "GET /v1/permissions 404 [] - {\"id\":\"err_1\",\"name\":\"n\",\"message\":\"m\"}\n");
}

static void
test_what_has_no_answer_or_no_text (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *said = NULL;

  inspector_stage_ask (&fixture->stage, "/odd", 200, "\xff\xfe");
  desk_scripted_server_add_raw (fixture->stage.server, "GET /v1/cut", "");
  desk_scripted_server_add_raw (fixture->stage.server, "GET /v1/cut", "");
  inspector_stage_ask (&fixture->stage, "/cut", 200, "[]");
  said = read_back (fixture);
  g_assert_nonnull (strstr (said, "GET /v1/odd 200 [] - base64:\xff\xfe\n"));
  g_assert_nonnull (strstr (said, "GET /v1/cut 0 [] - -\nGET /v1/cut 200 [] - []\n"));
}

static void
test_dropped_bodies_and_webhooks (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *said = NULL;

  inspector_stage_add_webhook (&fixture->stage, "first", "12345");
  g_object_set (fixture->stage.inspector, "body-cap", (guint64) 5, NULL);
  inspector_stage_add_webhook (&fixture->stage, "second", "12345");
  said = read_back (fixture);
  g_assert_cmpstr (said, ==, "POST /webhooks 200 [] - -\nPOST /webhooks 200 [] 12345 -\n");
}

/* Nothing was sent for it. */
static void
test_replay_is_no_exchange (Fixture       *fixture,
                            gconstpointer  data)
{
  DeskInspectorEntry *original = inspector_stage_add_message (&fixture->stage, DESK_WEBHOOK_VALID);
  g_autofree char *alone = read_back (fixture);
  g_autofree char *said = NULL;

  desk_inspector_add_replay (fixture->stage.inspector, original, "Nothing");
  said = read_back (fixture);
  g_assert_cmpstr (said, ==, alone);
}

static void
test_a_large_body (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *large = g_strnfill (1000 * 1000, '"');
  g_autofree char *said = NULL;

  inspector_stage_add_webhook (&fixture->stage, "a", large);
  said = read_back (fixture);
  g_assert_cmpuint (strlen (said), >, 1000 * 1000);
}

static void
test_all_or_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "missing", "calls.har", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (write_to (fixture, desk_inspector_get_entries (fixture->stage.inspector), nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

#define add(path, test) g_test_add ("/har/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("nothing", test_nothing);
  add ("order", test_order);
  add ("calls", test_calls);
  add ("odd", test_what_has_no_answer_or_no_text);
  add ("dropped-and-webhooks", test_dropped_bodies_and_webhooks);
  add ("replay-is-no-exchange", test_replay_is_no_exchange);
  add ("large", test_a_large_body);
  add ("all-or-nothing", test_all_or_nothing);
  return g_test_run ();
}
