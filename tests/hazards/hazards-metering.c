/* hazards-metering.c: hazards 24 to 30: metering
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hazard.h"

#include "desk-usage-record.h"
#include "desk-usage-summary.h"

static void
test_lengths_of_intervals (DeskJsonPage *page)
{
  hazard_assert_usage (page, 0, "28.8", "0", 288);
  hazard_assert_usage (page, 1, "24.00", "0", 96);
  hazard_assert_usage (page, 2, "24.0", "0", 48);
  hazard_assert_usage (page, 3, "9.75", "0", 1);
  hazard_assert_usage (page, 4, "15.0", "0", 10);
}

static void
test_qualities_out_of_range (DeskJsonPage *page)
{
  static const guint n_substituted[] = { 0, 4, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (n_substituted); i++)
    {
      g_autoptr(DeskUsagePeriod) day = hazard_usage (page, i);

      g_assert_cmpuint (day->n_substituted, ==, n_substituted[i]);
      g_assert_cmpuint (day->n_reads, ==, 10);
    }
}

static void
add_all (DeskUsageSummary *summary,
         DeskJsonPage     *page)
{
  for (guint i = 0; i < desk_json_page_get_n_records (page); i++)
    desk_usage_summary_add (summary, hazard_value (page, i, ""));
}

static void
assert_day (DeskUsageSummary *summary,
            const char       *service_point_id,
            const char       *from_grid,
            const char       *to_grid)
{
  g_autoptr(GPtrArray) days = NULL;
  g_autofree char *drawn = NULL;
  g_autofree char *exported = NULL;
  const DeskUsagePeriod *day = NULL;
  GDate first;
  GDate last;

  g_assert_true (desk_usage_summary_get_span (summary, service_point_id, &first, &last));
  days = desk_usage_summary_list (summary, service_point_id, &first, &last, DESK_USAGE_STEP_DAY);
  g_assert_cmpuint (days->len, ==, 1);
  day = g_ptr_array_index (days, 0);
  drawn = desk_decimal_to_string (day->from_grid);
  exported = desk_decimal_to_string (day->to_grid);
  g_assert_cmpstr (drawn, ==, from_grid);
  g_assert_cmpstr (exported, ==, to_grid);
}

static void
test_registers_and_units (DeskJsonPage *page)
{
  g_autoptr(DeskUsageSummary) summary = desk_usage_summary_new ();

  add_all (summary, page);
  assert_day (summary, "sp-1", "3.500", "0.75");
  g_assert_cmpuint (desk_usage_summary_get_n_other_units (summary, "sp-1"), ==, 2);
  g_assert_cmpuint (desk_usage_summary_get_n_unreadable (summary, "sp-1"), ==, 0);
}

static void
test_estimates (DeskJsonPage *page)
{
  hazard_assert_words ("energy.billing", page, 0, "usage.is_estimate", "Yes");
  hazard_assert_words ("energy.billing", page, 1, "usage.is_estimate", "No");
  hazard_assert_words ("energy.billing", page, 2, "usage.is_estimate", "");
}

static void
test_broken_references (DeskJsonPage *page)
{
  g_autoptr(DeskUsageSummary) summary = desk_usage_summary_new ();

  desk_usage_summary_add (summary, hazard_value (page, 1, ""));
  desk_usage_summary_add (summary, hazard_value (page, 2, ""));
  assert_day (summary, "sp-unknown", "2.5", "0");
  assert_day (summary, "", "1", "0");
}

static void
test_billing_rows_without_id (DeskJsonPage *page)
{
  g_autoptr(DeskJsonPage) invoices = hazard_page_of (hazard_extra (page, "invoices"));
  g_autoptr(DeskStore) store = hazard_store ("energy.billing", page, 0);
  g_autoptr(DeskStore) invoice_store = hazard_store ("energy.invoices", invoices, 0);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource ("energy.invoices"), FIXTURE_USER);
  g_autofree char *numbers = NULL;

  hazard_assert_words ("energy.billing", page, 0, "usage.usage", "−10");
  hazard_assert_words ("energy.billing", page, 0, "usage.amount", "18.98");
  hazard_assert_words ("energy.billing", page, 1, "demand.rate", "−4.5");
  hazard_assert_words ("energy.invoices", invoices, 0, "due_date", "");

  desk_query_set_sort (query, "due_date", FALSE);
  numbers = fixture_column (invoice_store, query, "invoice_number");
  g_assert_cmpuint (strlen (numbers), ==, strlen ("i-1,i-2"));
}

static void
test_meter_files (DeskJsonPage *page)
{
  DeskJsonSlice files = hazard_extra (page, "files");
  DeskJsonIter iter;
  DeskJsonSlice file;

  desk_json_iter_init (&iter, files);
  while (desk_json_iter_next (&iter, NULL, &file))
    {
      g_autofree char *text = desk_json_slice_dup_string (file);
      g_autoptr(GBytes) body = g_bytes_new (text, strlen (text));
      g_autoptr(GError) error = NULL;

      g_assert_null (desk_json_page_new (body, (const char *const[]) { "usage", NULL }, &error));
      g_assert_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SYNTAX);
    }
  hazard_assert_usage (page, 0, "412.5", "0", 1);
}

void
hazards_add_metering (void)
{
  hazard_add ("24-lengths-of-intervals", test_lengths_of_intervals);
  hazard_add ("25-qualities-out-of-range", test_qualities_out_of_range);
  hazard_add ("26-registers-and-units", test_registers_and_units);
  hazard_add ("27-estimates", test_estimates);
  hazard_add ("28-broken-references", test_broken_references);
  hazard_add ("29-billing-rows-without-id", test_billing_rows_without_id);
  hazard_add ("30-meter-files", test_meter_files);
}
