/* test-decimal.c: exact decimal numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <malloc.h>
#include <math.h>
#include <string.h>

#include "desk-decimal.h"

static DeskDecimal *
decimal (const char *text)
{
  g_autoptr(GError) error = NULL;
  DeskDecimal *number = desk_decimal_new_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (number);
  return number;
}

static void
assert_string (const DeskDecimal *number,
               const char        *expected)
{
  g_autofree char *text = desk_decimal_to_string (number);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_reads_as (const char *text,
                 const char *expected)
{
  g_autoptr(DeskDecimal) number = decimal (text);

  assert_string (number, expected);
}

static void
assert_refused (const char       *text,
                DeskDecimalError  code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskDecimal) number = desk_decimal_new_from_string (text, &error);

  g_assert_null (number);
  g_assert_error (error, DESK_DECIMAL_ERROR, (int) code);
}

static void
assert_sum (const char *a,
            const char *b,
            const char *expected)
{
  g_autoptr(DeskDecimal) sum = decimal (a);
  g_autoptr(DeskDecimal) other = decimal (b);

  desk_decimal_add (sum, other);
  assert_string (sum, expected);
  assert_string (other, b);
}

static void
assert_order (const char *a,
              const char *b,
              int         expected)
{
  g_autoptr(DeskDecimal) left = decimal (a);
  g_autoptr(DeskDecimal) right = decimal (b);

  g_assert_cmpint (desk_decimal_compare (left, right), ==, expected);
  g_assert_cmpint (desk_decimal_compare (right, left), ==, -expected);
}

static void
assert_format (const char      *text,
               guint            min_decimals,
               DeskDecimalSign  sign,
               const char      *expected)
{
  g_autoptr(DeskDecimal) number = decimal (text);
  g_autofree char *formatted = desk_decimal_format (number, min_decimals, sign);

  g_assert_cmpstr (formatted, ==, expected);
}

static void
test_keeps_the_decimals (void)
{
  assert_reads_as ("0.10", "0.10");
  assert_reads_as ("-1180.00", "-1180.00");
  assert_reads_as ("99", "99");
  assert_reads_as ("-411352.04", "-411352.04");
  assert_reads_as ("12345678901234567890123456789.000000001", "12345678901234567890123456789.000000001");
}

static void
test_drops_what_does_not_count (void)
{
  assert_reads_as ("+5", "5");
  assert_reads_as ("007.50", "7.50");
  assert_reads_as ("000", "0");
  assert_reads_as ("-0.00", "0.00");
}

static void
test_applies_the_exponent (void)
{
  assert_reads_as ("1e3", "1000");
  assert_reads_as ("1.50E1", "15.0");
  assert_reads_as ("1.5e3", "1500");
  assert_reads_as ("15e-1", "1.5");
  assert_reads_as ("-1e-3", "-0.001");
  assert_reads_as ("0.001e5", "100");
  assert_reads_as ("0.00e5", "0");
  assert_reads_as ("0e-2", "0.00");
  assert_reads_as ("2e+0", "2");
}

static void
test_refuses_what_is_no_number (void)
{
  const char *const texts[] = {
    "", " ", "-", "+", ".", ".5", "5.", "1.e1", "1e", "1e+", "N/A", "1,000", " 1", "1 ", "0x10", "1.2.3", "--1",
    "inf", "nan",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], DESK_DECIMAL_ERROR_SYNTAX);
}

static void
test_refuses_too_many_digits (void)
{
  g_autofree char *most = g_strnfill (DESK_DECIMAL_MAX_DIGITS, '9');
  g_autofree char *too_many = g_strnfill (DESK_DECIMAL_MAX_DIGITS + 1, '9');

  assert_reads_as (most, most);
  assert_refused (too_many, DESK_DECIMAL_ERROR_TOO_LONG);
  assert_refused ("1e10000", DESK_DECIMAL_ERROR_TOO_LONG);
  assert_refused ("1e-10000", DESK_DECIMAL_ERROR_TOO_LONG);
  assert_refused ("1e9223372036854775807", DESK_DECIMAL_ERROR_TOO_LONG);
  assert_refused ("1e-99999999999999999999999999", DESK_DECIMAL_ERROR_TOO_LONG);
  assert_refused ("1e99999999999999999999999999", DESK_DECIMAL_ERROR_TOO_LONG);
}

static void
test_zeros_in_front_do_not_count_as_digits (void)
{
  g_autofree char *zeros = g_strnfill (DESK_DECIMAL_MAX_DIGITS + 1, '0');
  g_autofree char *text = g_strconcat (zeros, "7", NULL);

  assert_reads_as (text, "7");
}

static void
test_adds_with_different_scales (void)
{
  assert_sum ("0.1", "0.02", "0.12");
  assert_sum ("1", "0.50", "1.50");
  assert_sum ("0.50", "1", "1.50");
  assert_sum ("1.000", "1", "2.000");
}

static void
test_adds_with_carry (void)
{
  assert_sum ("999.99", "0.01", "1000.00");
  assert_sum ("-999.99", "-0.01", "-1000.00");
  assert_sum ("99999999999999999999", "1", "100000000000000000000");
}

static void
test_adds_with_different_signs (void)
{
  assert_sum ("1000.00", "-0.01", "999.99");
  assert_sum ("-0.01", "1000.00", "999.99");
  assert_sum ("0.01", "-1000.00", "-999.99");
  assert_sum ("-1000.00", "0.01", "-999.99");
  assert_sum ("5", "-7.25", "-2.25");
  assert_sum ("1.10", "-1.1", "0.00");
  assert_sum ("-1.10", "1.10", "0.00");
  assert_sum ("0", "-3", "-3");
}

static void
test_adds_to_itself (void)
{
  g_autoptr(DeskDecimal) number = decimal ("-75.55");

  desk_decimal_add (number, number);
  assert_string (number, "-151.10");
}

static void
test_adds_many (void)
{
  g_autoptr(DeskDecimal) sum = desk_decimal_new_zero ();
  g_autoptr(DeskDecimal) cent = decimal ("0.01");

  for (guint i = 0; i < 100000; i++)
    desk_decimal_add (sum, cent);
  assert_string (sum, "1000.00");
}

/* Sums and differences of random hundredths are checked against integers. */
static void
test_adds_like_integers (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (4711);

  for (guint i = 0; i < 2000; i++)
    {
      int a = g_rand_int_range (rand, -100000, 100000);
      int b = g_rand_int_range (rand, -1000, 1000);
      g_autofree char *text_a = g_strdup_printf ("%de-2", a);
      g_autofree char *text_b = g_strdup_printf ("%de-2", b);
      g_autofree char *text_sum = g_strdup_printf ("%de-2", a + b);
      g_autoptr(DeskDecimal) sum = decimal (text_a);
      g_autoptr(DeskDecimal) other = decimal (text_b);
      g_autoptr(DeskDecimal) expected = decimal (text_sum);
      g_autofree char *expected_text = desk_decimal_to_string (expected);

      g_assert_cmpint (desk_decimal_compare (sum, other), ==, (a > b) - (a < b));
      desk_decimal_add (sum, other);
      assert_string (sum, expected_text);
    }
}

static void
test_negates (void)
{
  g_autoptr(DeskDecimal) number = decimal ("1.50");

  desk_decimal_negate (number);
  assert_string (number, "-1.50");
  desk_decimal_negate (number);
  assert_string (number, "1.50");
}

static void
test_zero_has_no_sign (void)
{
  g_autoptr(DeskDecimal) number = decimal ("-0.00");

  g_assert_false (desk_decimal_is_negative (number));
  desk_decimal_negate (number);
  g_assert_false (desk_decimal_is_negative (number));
  assert_string (number, "0.00");
}

static void
test_knows_zero_and_sign (void)
{
  g_autoptr(DeskDecimal) zero = desk_decimal_new_zero ();
  g_autoptr(DeskDecimal) zeros = decimal ("0.000");
  g_autoptr(DeskDecimal) small = decimal ("-0.001");
  g_autoptr(DeskDecimal) ten = decimal ("10");

  assert_string (zero, "0");
  g_assert_true (desk_decimal_is_zero (zero));
  g_assert_true (desk_decimal_is_zero (zeros));
  g_assert_false (desk_decimal_is_zero (small));
  g_assert_false (desk_decimal_is_zero (ten));
  g_assert_true (desk_decimal_is_negative (small));
  g_assert_false (desk_decimal_is_negative (ten));
}

static void
test_compares_by_value (void)
{
  assert_order ("1.0", "1.00", 0);
  assert_order ("-0", "0.0", 0);
  assert_order ("2", "10", -1);
  assert_order ("1.09", "1.1", -1);
  assert_order ("-2", "-10", 1);
  assert_order ("-1.5", "-1.50", 0);
  assert_order ("-1", "0.5", -1);
  assert_order ("0.30", "0.3000000000000000000000000001", -1);
}

static void
test_copies (void)
{
  g_autoptr(DeskDecimal) number = decimal ("-12.30");
  g_autoptr(DeskDecimal) copy = desk_decimal_copy (number);

  desk_decimal_add (number, copy);
  assert_string (copy, "-12.30");
  assert_string (number, "-24.60");
}

static void
test_formats_for_people (void)
{
  assert_format ("-1180.00", 2, DESK_DECIMAL_SIGN_NEGATIVE, "−1,180.00");
  assert_format ("1234567", 2, DESK_DECIMAL_SIGN_NEGATIVE, "1,234,567.00");
  assert_format ("999", 0, DESK_DECIMAL_SIGN_NEGATIVE, "999");
  assert_format ("0.5", 2, DESK_DECIMAL_SIGN_NEGATIVE, "0.50");
  assert_format ("0.123456", 2, DESK_DECIMAL_SIGN_NEGATIVE, "0.123456");
  assert_format ("100000.1", 0, DESK_DECIMAL_SIGN_NEGATIVE, "100,000.1");
}

static void
test_formats_with_sign (void)
{
  assert_format ("4210", 2, DESK_DECIMAL_SIGN_ALWAYS, "+4,210.00");
  assert_format ("-82.15", 2, DESK_DECIMAL_SIGN_ALWAYS, "−82.15");
  assert_format ("-0.00", 2, DESK_DECIMAL_SIGN_ALWAYS, "0.00");
}

static void
test_sort_key_is_the_nearest_double (void)
{
  g_autoptr(DeskDecimal) number = decimal ("-411352.04");
  g_autoptr(DeskDecimal) huge = decimal ("-1e400");

  g_assert_cmpfloat (desk_decimal_to_sort_key (number), ==, -411352.04);
  g_assert_cmpfloat (desk_decimal_to_sort_key (huge), ==, -INFINITY);
}

/* A sanitizer's allocator counts nothing here, but finds the leak by itself. */
static void
test_frees_what_it_holds (void)
{
  g_autofree char *text = g_strnfill (1000, '7');
  gsize before = mallinfo2 ().uordblks;

  for (guint i = 0; i < 1000; i++)
    desk_decimal_free (decimal (text));
  desk_decimal_free (NULL);
  g_assert_cmpuint (mallinfo2 ().uordblks, <, before + 100000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decimal/keeps-the-decimals", test_keeps_the_decimals);
  g_test_add_func ("/decimal/drops-what-does-not-count", test_drops_what_does_not_count);
  g_test_add_func ("/decimal/applies-the-exponent", test_applies_the_exponent);
  g_test_add_func ("/decimal/refuses-what-is-no-number", test_refuses_what_is_no_number);
  g_test_add_func ("/decimal/refuses-too-many-digits", test_refuses_too_many_digits);
  g_test_add_func ("/decimal/zeros-in-front-do-not-count-as-digits", test_zeros_in_front_do_not_count_as_digits);
  g_test_add_func ("/decimal/adds-with-different-scales", test_adds_with_different_scales);
  g_test_add_func ("/decimal/adds-with-carry", test_adds_with_carry);
  g_test_add_func ("/decimal/adds-with-different-signs", test_adds_with_different_signs);
  g_test_add_func ("/decimal/adds-to-itself", test_adds_to_itself);
  g_test_add_func ("/decimal/adds-many", test_adds_many);
  g_test_add_func ("/decimal/adds-like-integers", test_adds_like_integers);
  g_test_add_func ("/decimal/negates", test_negates);
  g_test_add_func ("/decimal/zero-has-no-sign", test_zero_has_no_sign);
  g_test_add_func ("/decimal/knows-zero-and-sign", test_knows_zero_and_sign);
  g_test_add_func ("/decimal/compares-by-value", test_compares_by_value);
  g_test_add_func ("/decimal/copies", test_copies);
  g_test_add_func ("/decimal/formats-for-people", test_formats_for_people);
  g_test_add_func ("/decimal/formats-with-sign", test_formats_with_sign);
  g_test_add_func ("/decimal/sort-key-is-the-nearest-double", test_sort_key_is_the_nearest_double);
  g_test_add_func ("/decimal/frees-what-it-holds", test_frees_what_it_holds);

  return g_test_run ();
}
