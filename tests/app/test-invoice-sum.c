/* test-invoice-sum.c: tests of the sum of the parts of an invoice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-invoice-sum.h"

static void
assert_sum (const char         *json,
            DeskInvoiceVerdict  verdict,
            const char         *expected)
{
  DeskJsonSlice slice;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskDecimal) sum = NULL;
  g_autofree char *text = NULL;

  desk_json_parse (json, strlen (json), &slice, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_invoice_sum_parts (slice, &sum), ==, verdict);
  text = sum != NULL ? desk_decimal_to_string (sum) : NULL;
  g_assert_cmpstr (text, ==, expected);
}

static void
test_credits_and_discounts_are_taken_off (void)
{
  assert_sum ("{\"invoice_amount\":\"97.99\",\"gst_amount\":\"10.00\","
              "\"electricity\":{\"total_usage_charges\":\"100.00\",\"total_generation_credits\":\"25.01\","
              "\"total_once_off_charges\":\"5.00\",\"total_once_off_discounts\":\"2.00\",\"total_gst\":\"9.00\"},"
              "\"account_charges\":{\"total_charges\":\"20.00\",\"total_discounts\":\"10.00\",\"total_gst\":\"1.00\"}}",
              DESK_INVOICE_MATCHES, "97.99");
}

static void
test_both_fuels_and_other_charges_count (void)
{
  assert_sum ("{\"invoice_amount\":\"6.60\",\"electricity\":{\"total_usage_charges\":\"1.10\"},"
              "\"gas\":{\"total_usage_charges\":\"2.20\",\"other_charges\":[{\"amount\":\"3.30\"}]}}",
              DESK_INVOICE_MATCHES, "6.60");
}

static void
test_gst_of_the_parts_counts_where_there_is_no_other (void)
{
  assert_sum ("{\"invoice_amount\":\"3.3\",\"electricity\":{\"total_usage_charges\":\"1\",\"total_gst\":\"0.1\"},"
              "\"account_charges\":{\"total_charges\":\"2\",\"total_gst\":\"0.2\"}}",
              DESK_INVOICE_MATCHES, "3.3");
}

static void
test_a_difference_of_a_cent_is_found (void)
{
  assert_sum ("{\"invoice_amount\":\"100000000000000000.01\",\"electricity\":{\"total_usage_charges\":\"100000000000000000.02\"}}",
              DESK_INVOICE_DIFFERS, "100000000000000000.02");
}

static void
test_a_discount_for_paying_on_time_is_no_part (void)
{
  assert_sum ("{\"invoice_amount\":\"10\",\"pay_on_time_discount\":{\"discount_amount\":\"2\"},"
              "\"electricity\":{\"total_usage_charges\":\"10\"}}",
              DESK_INVOICE_MATCHES, "10");
}

static void
test_without_total_or_parts_nothing_is_said (void)
{
  assert_sum ("{\"invoice_amount\":\"10\",\"gst_amount\":\"1\"}", DESK_INVOICE_UNKNOWN, NULL);
  assert_sum ("{\"electricity\":{\"total_usage_charges\":\"10\"}}", DESK_INVOICE_UNKNOWN, NULL);
  assert_sum ("{\"invoice_amount\":\"\",\"electricity\":{\"total_usage_charges\":\"10\"}}", DESK_INVOICE_UNKNOWN, NULL);
  assert_sum ("null", DESK_INVOICE_UNKNOWN, NULL);
}

static void
test_a_part_that_is_no_number_stops_the_sum (void)
{
  assert_sum ("{\"invoice_amount\":\"10\",\"electricity\":{\"total_usage_charges\":\"ten\"}}", DESK_INVOICE_UNKNOWN, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invoice-sum/credits-and-discounts-are-taken-off", test_credits_and_discounts_are_taken_off);
  g_test_add_func ("/invoice-sum/both-fuels-and-other-charges-count", test_both_fuels_and_other_charges_count);
  g_test_add_func ("/invoice-sum/gst-of-the-parts-counts", test_gst_of_the_parts_counts_where_there_is_no_other);
  g_test_add_func ("/invoice-sum/a-cent-is-found", test_a_difference_of_a_cent_is_found);
  g_test_add_func ("/invoice-sum/paying-on-time-is-no-part", test_a_discount_for_paying_on_time_is_no_part);
  g_test_add_func ("/invoice-sum/without-total-or-parts", test_without_total_or_parts_nothing_is_said);
  g_test_add_func ("/invoice-sum/no-number-stops-the-sum", test_a_part_that_is_no_number_stops_the_sum);

  return g_test_run ();
}
