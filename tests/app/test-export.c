/* test-export.c: tests of one export, from the store to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export.h"

#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-test-folder.h"
#include "desk-test-rows.h"

typedef struct
{
  DeskStore         *store;
  char              *folder;
  DeskExportRequest *request;
  DeskExport        *export;  /* (nullable): the latest one */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = desk_store_new (NULL);
  fixture->folder = desk_test_folder_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->export);
  g_clear_pointer (&fixture->request, desk_export_request_free);
  desk_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->folder, desk_test_folder_free);
}

/* @names: joined by blanks */
static void
ask_for (Fixture          *fixture,
         DeskExportFormat  format,
         const char       *names)
{
  g_autofree char *path = g_build_filename (fixture->folder, "export", NULL);
  g_auto(GStrv) words = g_strsplit (names, " ", -1);

  g_clear_pointer (&fixture->request, desk_export_request_free);
  fixture->request = desk_export_request_new (format, path, 0);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr(DeskQuery) query = desk_query_new (desk_catalogue_find (words[i]), "eu");

      desk_export_request_add (fixture->request, query);
    }
  fixture->request->is_single = fixture->request->queries->len == 1;
}

static gboolean
run (Fixture       *fixture,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  g_clear_object (&fixture->export);
  fixture->export = desk_export_new (fixture->store, fixture->request);
  desk_export_run_async (fixture->export, cancellable, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_export_run_finish (fixture->export, result, error);
}

static char *
run_and_read (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  run (fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->request->path, &text, NULL, NULL));

  return text;
}

static char *
make_rows (guint n_rows)
{
  g_autoptr(GString) json = g_string_new ("[");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (json, "%s{\"fiskil_id\":\"t%u\",\"account_id\":\"a%u\",\"amount\":\"%u.00\",\"status\":\"%s\","
                            "\"posting_date_time\":\"2026-01-12T13:00:00Z\",\"arrangement_id\":\"c%u\"}",
                            i > 0 ? "," : "", i, i % 3, i, i % 10 == 9 ? "PENDING" : "POSTED", i % 2);
  g_string_append_c (json, ']');

  return g_string_free (g_steal_pointer (&json), FALSE);
}

static void
add_rows (Fixture *fixture,
          guint    n_rows)
{
  g_autofree char *rows = make_rows (n_rows);

  desk_test_rows_add (fixture->store, "banking.transactions", "eu", 1, rows);
}

static const DeskExportTally *
find_tally (Fixture    *fixture,
            const char *name)
{
  g_autoptr(GPtrArray) tallies = desk_export_dup_tallies (fixture->export);

  for (guint i = 0; i < tallies->len; i++)
    {
      const DeskExportTally *tally = g_ptr_array_index (tallies, i);

      if (g_str_equal (tally->resource->name, name))
        return tally;
    }

  return NULL;
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

static void
test_every_row_is_written (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  add_rows (fixture, 2500);
  ask_for (fixture, DESK_EXPORT_FORMAT_CSV, "banking.transactions");
  text = run_and_read (fixture);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 2500 + 1);
  g_assert_cmpuint (desk_export_tally_get_n_written (find_tally (fixture, "banking.transactions")), ==, 2500);
  g_assert_cmpfloat (desk_export_get_progress (fixture->export), ==, 1.0);
}

static void
test_rows_are_written_or_left_out (Fixture       *fixture,
                                   gconstpointer  data)
{
  const DeskExportTally *tally = NULL;
  g_autofree char *text = NULL;

  add_rows (fixture, 2500);
  ask_for (fixture, DESK_EXPORT_FORMAT_OFX, "banking.transactions");
  text = run_and_read (fixture);
  tally = find_tally (fixture, "banking.transactions");
  g_assert_cmpuint (desk_export_tally_get_n_written (tally), ==, 2250);
  g_assert_cmpuint (tally->n_rows[DESK_EXPORT_REASON_PENDING], ==, 250);
  g_assert_cmpuint (desk_export_tally_get_n_left_out (tally), ==, 250);
}

static void
test_only_rows_of_the_query (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *text = NULL;

  add_rows (fixture, 20);
  ask_for (fixture, DESK_EXPORT_FORMAT_JSON, "banking.transactions");
  desk_query_set_arrangement_id (g_ptr_array_index (fixture->request->queries, 0), "c1");
  text = run_and_read (fixture);
  g_assert_cmpuint (desk_export_tally_get_n_written (find_tally (fixture, "banking.transactions")), ==, 10);
  g_assert_null (strstr (text, "\"c0\""));
}

static GArray *
list_ids (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_store_list_async (fixture->store, g_ptr_array_index (fixture->request->queries, 0), 0, 0, NULL, desk_await_keep,
                         &slot);
  result = desk_await_result (&slot);

  return desk_store_list_finish (fixture->store, result, NULL);
}

static void
test_only_chosen_rows (Fixture       *fixture,
                       gconstpointer  data)
{
  const gint64 gone = G_MAXINT64;
  const DeskExportTally *tally = NULL;
  g_autofree char *text = NULL;

  add_rows (fixture, 20);
  ask_for (fixture, DESK_EXPORT_FORMAT_JSON, "banking.transactions");
  fixture->request->ids = list_ids (fixture);
  g_array_set_size (fixture->request->ids, 3);
  g_array_append_val (fixture->request->ids, gone);
  text = run_and_read (fixture);
  tally = find_tally (fixture, "banking.transactions");
  g_assert_cmpuint (desk_export_tally_get_n_written (tally), ==, 3);
  g_assert_cmpuint (tally->n_rows[DESK_EXPORT_REASON_GONE], ==, 1);
}

static void
test_accounts_complete_the_statements (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *text = NULL;

  add_rows (fixture, 20);
  desk_test_rows_add (fixture->store, "banking.accounts", "eu", 1,
                      "[{\"account_id\":\"a1\",\"nickname\":\"Rainy days\"},{\"account_id\":\"b\",\"nickname\":\"Idle\"}]");
  ask_for (fixture, DESK_EXPORT_FORMAT_QIF, "banking.transactions");
  text = run_and_read (fixture);
  g_assert_nonnull (strstr (text, "NRainy days\n"));
  g_assert_null (strstr (text, "NIdle\n"));
  g_assert_null (find_tally (fixture, "banking.accounts"));
}

static void
test_each_account_is_one_statement (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;

  add_rows (fixture, 300);
  ask_for (fixture, DESK_EXPORT_FORMAT_OFX, "banking.transactions");
  text = run_and_read (fixture);
  parts = g_strsplit (text, "<STMTRS>", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 1 + 3);
}

static void
test_what_has_no_place_is_named (Fixture       *fixture,
                                 gconstpointer  data)
{
  const DeskExportTally *tally = NULL;
  g_autofree char *text = NULL;

  add_rows (fixture, 20);
  desk_test_rows_add (fixture->store, "common.identity", "eu", 1, "[{},{\"x\":1}]");
  ask_for (fixture, DESK_EXPORT_FORMAT_OFX, "common.identity banking.transactions");
  text = run_and_read (fixture);
  tally = find_tally (fixture, "common.identity");
  g_assert_cmpuint (tally->n_rows[DESK_EXPORT_REASON_NO_PLACE], ==, 2);
  g_assert_cmpuint (desk_export_tally_get_n_written (tally), ==, 0);
}

static void
test_nothing_to_hold_is_an_error (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  add_rows (fixture, 20);
  ask_for (fixture, DESK_EXPORT_FORMAT_NEM12, "banking.transactions");
  g_assert_false (run (fixture, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_data_set_without_rows_is_a_file (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autofree char *text = NULL;

  ask_for (fixture, DESK_EXPORT_FORMAT_JSON, "banking.transactions");
  text = run_and_read (fixture);
  g_assert_cmpstr (text, ==, "[]\n");
}

static void
cancel_cb (DeskExport   *export,
           GParamSpec   *pspec,
           GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
cancel_after_a_chunk (Fixture          *fixture,
                      DeskExportFormat  format,
                      guint             n_rows)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  add_rows (fixture, n_rows);
  ask_for (fixture, format, "banking.transactions");
  fixture->request->may_replace = TRUE;
  g_assert_true (g_file_set_contents (fixture->request->path, "before", -1, NULL));
  fixture->export = desk_export_new (fixture->store, fixture->request);
  g_signal_connect (fixture->export, "notify::progress", G_CALLBACK (cancel_cb), cancellable);
  desk_export_run_async (fixture->export, cancellable, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_false (desk_export_run_finish (fixture->export, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (fixture->request->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_cancelled_one_leaves_the_file_as_it_was (Fixture       *fixture,
                                              gconstpointer  data)
{
  cancel_after_a_chunk (fixture, GPOINTER_TO_INT (data), 2500);
}

static void
test_one_cancelled_after_the_last_row_leaves_the_file_too (Fixture       *fixture,
                                                           gconstpointer  data)
{
  cancel_after_a_chunk (fixture, DESK_EXPORT_FORMAT_CSV, 20);
}

static void
test_failed_one_leaves_nothing (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  add_rows (fixture, 20);
  ask_for (fixture, DESK_EXPORT_FORMAT_CSV, "banking.transactions");
  desk_store_close (fixture->store);
  g_assert_false (run (fixture, NULL, &error));
  g_assert_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_CLOSED);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

/* The disk is full as soon as it is written to. */
static void
test_full_disk_is_an_error (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskExportWriter) writer = NULL;
  gboolean written = TRUE;
  DeskJsonSlice record;
  DeskExportReason reason;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full");
      return;
    }
  g_assert_true (desk_json_parse ("{}", 2, &record, NULL));
  writer = desk_export_format_create_writer (DESK_EXPORT_FORMAT_JSON, "/dev/full", TRUE, 0, NULL);
  written = desk_export_writer_begin (writer, desk_catalogue_find ("common.identity"), TRUE, &error) &&
            desk_export_writer_add (writer, record, &reason, &error) && desk_export_writer_end (writer, &error) &&
            desk_export_writer_finish (writer, &error);
  g_assert_false (written);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
}

#define ADD(name, function) g_test_add ("/export/" name, Fixture, NULL, set_up, function, tear_down)
#define ADD_CANCELLED(nick, format)                                                                                \
  g_test_add ("/export/cancelled-one-leaves-the-file-as-it-was/" nick, Fixture, GINT_TO_POINTER (format), set_up,     \
              test_cancelled_one_leaves_the_file_as_it_was, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("every-row-is-written", test_every_row_is_written);
  ADD ("rows-are-written-or-left-out", test_rows_are_written_or_left_out);
  ADD ("only-rows-of-the-query", test_only_rows_of_the_query);
  ADD ("only-chosen-rows", test_only_chosen_rows);
  ADD ("accounts-complete-the-statements", test_accounts_complete_the_statements);
  ADD ("each-account-is-one-statement", test_each_account_is_one_statement);
  ADD ("what-has-no-place-is-named", test_what_has_no_place_is_named);
  ADD ("nothing-to-hold-is-an-error", test_nothing_to_hold_is_an_error);
  ADD ("data-set-without-rows-is-a-file", test_data_set_without_rows_is_a_file);
  ADD_CANCELLED ("csv", DESK_EXPORT_FORMAT_CSV);
  ADD_CANCELLED ("json", DESK_EXPORT_FORMAT_JSON);
  ADD_CANCELLED ("ofx", DESK_EXPORT_FORMAT_OFX);
  ADD_CANCELLED ("qif", DESK_EXPORT_FORMAT_QIF);
  ADD_CANCELLED ("sqlite", DESK_EXPORT_FORMAT_SQLITE);
  ADD ("one-cancelled-after-the-last-row-leaves-the-file-too", test_one_cancelled_after_the_last_row_leaves_the_file_too);
  ADD ("failed-one-leaves-nothing", test_failed_one_leaves_nothing);
  ADD ("full-disk-is-an-error", test_full_disk_is_an_error);

  return g_test_run ();
}
