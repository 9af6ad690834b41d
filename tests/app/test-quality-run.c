/* test-quality-run.c: tests of the check of everything that the store has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-quality-run.h"

#include <string.h>

#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-quality-csv.h"
#include "desk-quality-finding.h"
#include "desk-test-rows.h"

#define N_MANY 3000

static void
set_up (DeskStore     **store,
        gconstpointer   data)
{
  *store = desk_store_new (NULL);
  desk_test_rows_add (*store, "banking.balances", "eu", 1,
                      "[{\"fiskil_id\":\"1\",\"account_id\":\"a\",\"arrangement_id\":\"c1\",\"current_balance\":\"=1+1\","
                      "\"available_balance\":\"1.00\"},"
                      "{\"fiskil_id\":\"2\",\"account_id\":\"b\",\"arrangement_id\":\"c2\",\"current_balance\":\"2.00\","
                      "\"available_balance\":\"2.00\"}]");
  desk_test_rows_add (*store, "energy.balances", "eu", 1,
                      "[{\"fiskil_id\":\"3\",\"account_id\":\"c\",\"arrangement_id\":\"c3\",\"balance\":\"5.00\"}]");
}

static void
tear_down (DeskStore     **store,
           gconstpointer   data)
{
  g_clear_object (store);
}

static GListModel *
finish (DeskQualityRun  *run,
        GAsyncResult   **slot,
        GError         **error)
{
  g_autoptr(GAsyncResult) result = desk_await_result (slot);

  return desk_quality_run_finish (run, result, error);
}

static GListModel *
check (DeskQualityRun *run)
{
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  GListModel *findings;

  desk_quality_run_async (run, NULL, desk_await_keep, &slot);
  findings = finish (run, &slot, &error);
  g_assert_no_error (error);

  return findings;
}

/* Returns: (transfer full): "rule field count;" of each finding */
static char *
describe (GListModel *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(DeskQualityFinding) finding = g_list_model_get_item (findings, i);

      g_string_append_printf (text, "%s %s %u;", desk_quality_rule_get_name (desk_quality_finding_get_rule (finding)),
                              desk_quality_finding_get_field (finding), desk_quality_finding_get_count (finding));
    }

  return g_string_free (text, FALSE);
}

static void
test_all_consents (DeskStore     **store,
                   gconstpointer   data)
{
  g_autoptr(DeskQualityRun) run = desk_quality_run_new (*store, "eu", NULL);
  g_autoptr(GListModel) findings = check (run);
  g_autofree char *text = describe (findings);

  g_assert_cmpstr (text, ==, "unreadable current_balance 1;");
  g_assert_cmpuint (desk_quality_run_get_n_rows (run), ==, 3);
  g_assert_cmpfloat (desk_quality_run_get_progress (run), ==, 1.0);
}

static void
test_one_consent (DeskStore     **store,
                  gconstpointer   data)
{
  g_autoptr(DeskQualityRun) run = desk_quality_run_new (*store, "eu", "c2");
  g_autoptr(GListModel) findings = check (run);

  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 0);
  g_assert_cmpuint (desk_quality_run_get_n_rows (run), ==, 1);
}

static void
test_flawless (DeskStore     **store,
               gconstpointer   data)
{
  g_autoptr(DeskQualityRun) run = desk_quality_run_new (*store, "eu", NULL);
  g_autoptr(GListModel) findings = check (run);
  g_autoptr(GPtrArray) flawless = desk_quality_run_dup_flawless (run, findings);

  g_assert_cmpuint (flawless->len, ==, 1);
  g_assert_true (g_ptr_array_index (flawless, 0) == desk_catalogue_find ("energy.balances"));
}

static void
add_many (DeskStore *store)
{
  g_autoptr(GString) json = g_string_new ("[");

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (json, "%s{\"fiskil_id\":\"t%u\",\"account_id\":\"a\",\"amount\":\"none\"}", i > 0 ? "," : "", i);
  g_string_append_c (json, ']');
  desk_test_rows_add (store, "banking.transactions", "eu", 1, json->str);
}

static void
test_cancelled (DeskStore     **store,
                gconstpointer   data)
{
  g_autoptr(DeskQualityRun) run = desk_quality_run_new (*store, "eu", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  add_many (*store);
  desk_quality_run_async (run, cancellable, desk_await_keep, &slot);
  g_cancellable_cancel (cancellable);
  findings = finish (run, &slot, &error);
  g_assert_null (findings);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_progress_grows (DeskStore     **store,
                     gconstpointer   data)
{
  g_autoptr(DeskQualityRun) run = desk_quality_run_new (*store, "eu", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;
  GAsyncResult *slot = NULL;
  double before = 0.0;

  add_many (*store);
  g_assert_cmpfloat (desk_quality_run_get_progress (run), ==, 0.0);
  desk_quality_run_async (run, NULL, desk_await_keep, &slot);
  while (slot == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpfloat (desk_quality_run_get_progress (run), >=, before);
      before = desk_quality_run_get_progress (run);
    }
  result = desk_await_result (&slot);
  findings = desk_quality_run_finish (run, result, NULL);
  g_assert_nonnull (findings);
  g_assert_cmpfloat (before, ==, 1.0);
}

/* An example from outside is no formula of a spreadsheet. */
static void
test_csv (DeskStore     **store,
          gconstpointer   data)
{
  g_autoptr(DeskQualityRun) run = desk_quality_run_new (*store, "eu", NULL);
  g_autoptr(GListModel) findings = check (run);
  g_autoptr(GBytes) csv = desk_quality_csv_new (findings);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==, "resource,severity,rule,rule_label,field,field_label,count,example,path");
  g_assert_true (g_str_has_prefix (lines[1], "banking.balances,error,unreadable,"));
  g_assert_nonnull (strstr (lines[1], ",1,'=1+1,"));
}

#define ADD(path, func) g_test_add ("/quality-run/" path, DeskStore *, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all-consents", test_all_consents);
  ADD ("one-consent", test_one_consent);
  ADD ("flawless", test_flawless);
  ADD ("cancelled", test_cancelled);
  ADD ("progress-grows", test_progress_grows);
  ADD ("csv", test_csv);

  return g_test_run ();
}
