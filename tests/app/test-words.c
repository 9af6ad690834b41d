/* test-words.c: received values, dates and codes in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-catalogue.h"
#include "desk-enum-words.h"
#include "desk-format.h"
#include "desk-permission-words.h"
#include "desk-value-words.h"
#include "json-fixture.h"

typedef struct
{
  DeskFieldType type;
  const char *value;
  const char *words;
} Case;

static char *
dup_words (DeskFieldType    type,
           const char      *value,
           const char      *record,
           DeskDecimalSign  sign)
{
  DeskField field = { .name = "field", .type = type };

  return desk_value_words (&field, json_fixture (value), json_fixture (record), sign);
}

static void
check_cases (const Case *cases,
             guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *words = dup_words (cases[i].type, cases[i].value, "{}", DESK_DECIMAL_SIGN_NEGATIVE);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_each_type_is_shown_as_what_it_is (void)
{
  static const Case cases[] = {
    { DESK_FIELD_TYPE_TEXT, "\"Corner shop\"", "Corner shop" },
    { DESK_FIELD_TYPE_ID, "\"ACC_1\"", "ACC_1" },
    { DESK_FIELD_TYPE_MASKED_NUMBER, "\"xxx 123\"", "xxx 123" },
    { DESK_FIELD_TYPE_URI, "\"https://a.example/?b=c\"", "https://a.example/?b=c" },
    { DESK_FIELD_TYPE_AMOUNT, "\"-1234.5\"", "−1,234.50" },
    { DESK_FIELD_TYPE_RATE, "\"0.0654\"", "6.54 %" },
    { DESK_FIELD_TYPE_CURRENCY, "\"AUD\"", "AUD" },
    { DESK_FIELD_TYPE_DATE, "\"2026-11-21\"", "21 Nov 2026" },
    { DESK_FIELD_TYPE_INSTANT, "\"2026-11-21T09:41:00Z\"", "21 Nov 2026, 09:41" },
    { DESK_FIELD_TYPE_TIME_OF_DAY, "\"T15:00:00Z\"", "15:00 UTC" },
    { DESK_FIELD_TYPE_DURATION, "\"P1Y2M\"", "1 year 2 months" },
    { DESK_FIELD_TYPE_ENUM, "\"TRANS_AND_SAVINGS_ACCOUNTS\"", "Transaction and savings account" },
    { DESK_FIELD_TYPE_UNION_TAG, "\"intervalRead\"", "Interval read" },
    { DESK_FIELD_TYPE_BOOLEAN, "true", "Yes" },
    { DESK_FIELD_TYPE_BOOLEAN, "false", "No" },
    { DESK_FIELD_TYPE_INTEGER, "17520", "17,520" },
    { DESK_FIELD_TYPE_NUMBER, "0.10", "0.10" },
    { DESK_FIELD_TYPE_ENERGY, "12.5", "12.5" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_wrong_types_are_shown_as_they_came (void)
{
  static const Case cases[] = {
    { DESK_FIELD_TYPE_AMOUNT, "12.50", "12.50" },
    { DESK_FIELD_TYPE_AMOUNT, "\"free\"", "free" },
    { DESK_FIELD_TYPE_AMOUNT, "{\"amount\":\"1\"}", "{\"amount\":\"1\"}" },
    { DESK_FIELD_TYPE_RATE, "\"variable\"", "variable" },
    { DESK_FIELD_TYPE_DATE, "\"yesterday\"", "yesterday" },
    { DESK_FIELD_TYPE_DATE, "20261121", "20261121" },
    { DESK_FIELD_TYPE_INSTANT, "\"2026-11-21\"", "21 Nov 2026" },
    { DESK_FIELD_TYPE_INSTANT, "[1]", "[1]" },
    { DESK_FIELD_TYPE_BOOLEAN, "\"true\"", "true" },
    { DESK_FIELD_TYPE_BOOLEAN, "1", "1" },
    { DESK_FIELD_TYPE_ENUM, "7", "7" },
    { DESK_FIELD_TYPE_INTEGER, "\"many\"", "many" },
    { DESK_FIELD_TYPE_TEXT, "false", "false" },
    { DESK_FIELD_TYPE_TEXT, "[\"a\",\"b\"]", "[\"a\",\"b\"]" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_null_and_nothing_are_blank (void)
{
  const DeskField field = { .name = "field", .type = DESK_FIELD_TYPE_AMOUNT };
  g_autofree char *of_null = dup_words (DESK_FIELD_TYPE_AMOUNT, "null", "{}", DESK_DECIMAL_SIGN_NEGATIVE);
  g_autofree char *of_none = desk_value_words (&field, DESK_JSON_SLICE_NONE, DESK_JSON_SLICE_NONE,
                                               DESK_DECIMAL_SIGN_NEGATIVE);

  g_assert_cmpstr (of_null, ==, "");
  g_assert_cmpstr (of_none, ==, "");
}

static void
test_hostile_text_stays_one_plain_line (void)
{
  g_autofree char *words = dup_words (DESK_FIELD_TYPE_TEXT, "\"<b>%s</b> & \\u001b[2J a\\nb\\tc\"", "{}",
                                      DESK_DECIMAL_SIGN_NEGATIVE);

  g_assert_cmpstr (words, ==, "<b>%s</b> &  [2J a b c");
}

static void
test_currency_stands_beside_foreign_amounts (void)
{
  static const struct
  {
    const char *record;
    const char *words;
  } cases[] = {
    { "{\"currency\":\"USD\"}", "USD 9.90" },
    { "{\"currency\":\"AUD\"}", "9.90" },
    { "{\"currency\":\"\"}", "9.90" },
    { "{\"currency\":null}", "9.90" },
    { "{}", "9.90" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = dup_words (DESK_FIELD_TYPE_AMOUNT, "\"9.9\"", cases[i].record,
                                          DESK_DECIMAL_SIGN_NEGATIVE);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_amounts_carry_a_sign_where_asked (void)
{
  g_autofree char *in = dup_words (DESK_FIELD_TYPE_AMOUNT, "\"5\"", "{}", DESK_DECIMAL_SIGN_ALWAYS);
  g_autofree char *zero = dup_words (DESK_FIELD_TYPE_AMOUNT, "\"0\"", "{}", DESK_DECIMAL_SIGN_ALWAYS);

  g_assert_cmpstr (in, ==, "+5.00");
  g_assert_cmpstr (zero, ==, "0.00");
}

static void
test_no_digit_of_an_amount_is_lost (void)
{
  g_autofree char *words = dup_words (DESK_FIELD_TYPE_AMOUNT, "\"12345678901234567890123456789.01\"", "{}",
                                      DESK_DECIMAL_SIGN_NEGATIVE);

  g_assert_cmpstr (words, ==, "12,345,678,901,234,567,890,123,456,789.01");
}

static void
test_numbers_carry_their_unit (void)
{
  const DeskField field = { .name = "field", .type = DESK_FIELD_TYPE_INTEGER, .unit = "minutes" };
  g_autofree char *words = desk_value_words (&field, json_fixture ("30"), json_fixture ("{}"), DESK_DECIMAL_SIGN_NEGATIVE);

  g_assert_cmpstr (words, ==, "30 minutes");
}

static void
test_category_leaves_out_what_its_parent_says (void)
{
  const DeskField field = { .name = "secondary_category", .type = DESK_FIELD_TYPE_TEXT };
  const char *record = "{\"category\":{\"primary_category\":\"FOOD_AND_DRINK\"}}";
  g_autofree char *inner = desk_value_words (&field, json_fixture ("\"FOOD_AND_DRINK_COFFEE\""), json_fixture (record),
                                             DESK_DECIMAL_SIGN_NEGATIVE);
  g_autofree char *other = desk_value_words (&field, json_fixture ("\"RENT_AND_UTILITIES_RENT\""), json_fixture (record),
                                             DESK_DECIMAL_SIGN_NEGATIVE);

  g_assert_cmpstr (inner, ==, "Coffee");
  g_assert_cmpstr (other, ==, "Rent and utilities rent");
}

static void
test_states_keep_their_letters (void)
{
  const DeskField field = { .name = "jurisdiction_code", .type = DESK_FIELD_TYPE_ENUM };
  g_autofree char *words = desk_value_words (&field, json_fixture ("\"NSW\""), json_fixture ("{}"), DESK_DECIMAL_SIGN_NEGATIVE);

  g_assert_cmpstr (words, ==, "NSW");
}

static void
test_codes_become_words (void)
{
  static const struct
  {
    const char *code;
    const char *words;
  } cases[] = {
    { "TRANS_AND_SAVINGS_ACCOUNTS", "Transaction and savings account" },
    { "CRED_AND_CHRG_CARDS", "Credit or charge card" },
    { "PERS_LOANS", "Personal loan" },
    { "X2P1.01", "Osko (X2P1.01)" },
    { "ANZSCO_1220.0_2013_V1.3", "ANZSCO 2013, version 1.3" },
    { "DE_ENERGISED", "De-energised" },
    { "MON", "Monday" },
    { "paf", "Postal address file" },
    { "intervalRead", "Interval read" },
    { "creditCard", "Credit card" },
    { "PRINCIPAL_AND_INTEREST", "Principal and interest" },
    { "SOMETHING_NEW", "Something new" },
    { "COMMS4D", "COMMS4D" },
    { "NSW", "NSW" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = desk_enum_words (cases[i].code);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

typedef struct
{
  const DeskResource *resource;
  guint n_clumsy;
} Survey;

/* Words of a code that nobody says: an acronym in small letters, a word that was cut short. */
static gboolean
is_clumsy (const char *words)
{
  static const char *const pieces[] = { "txn", "npp", "cust", "chrg", "pers ", "trans ", "offpeak", "allday" };
  g_autofree char *lower = g_ascii_strdown (words, -1);

  if (strchr (words, '_') != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      const char *found = strstr (lower, pieces[i]);

      if (found != NULL && !g_str_has_prefix (found, "customer") && strstr (words, "NPP") == NULL)
        return TRUE;
    }

  return FALSE;
}

static void
survey_field (const char      *path,
              const DeskField *field,
              gpointer         user_data)
{
  Survey *survey = user_data;

  for (guint i = 0; field->values != NULL && field->values[i] != NULL; i++)
    {
      g_autofree char *words = desk_enum_words (field->values[i]);

      if (!is_clumsy (words))
        continue;
      g_test_message ("%s %s: %s", survey->resource->name, path, words);
      survey->n_clumsy++;
    }
}

static void
test_no_code_of_the_catalogue_has_clumsy_words (void)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);
  Survey survey = { NULL, 0 };

  for (guint i = 0; i < n_resources; i++)
    {
      survey.resource = resources[i];
      desk_resource_foreach_field (resources[i], survey_field, &survey);
    }
  g_assert_cmpuint (survey.n_clumsy, ==, 0);
}

static void
test_numbers_stand_at_the_right (void)
{
  for (int type = DESK_FIELD_TYPE_TEXT; type <= DESK_FIELD_TYPE_OBJECT; type++)
    {
      gboolean is_number = type == DESK_FIELD_TYPE_AMOUNT || type == DESK_FIELD_TYPE_RATE ||
                           type == DESK_FIELD_TYPE_INTEGER || type == DESK_FIELD_TYPE_NUMBER ||
                           type == DESK_FIELD_TYPE_ENERGY;

      g_assert_cmpint (desk_field_type_is_number (type), ==, is_number);
    }
}

static void
test_dates_and_instants (void)
{
  GDate date;
  g_autofree char *day = NULL;
  g_autofree char *instant_day = desk_format_instant_date (G_GINT64_CONSTANT (1795254060) * G_USEC_PER_SEC);
  g_autofree char *instant = desk_format_instant (G_GINT64_CONSTANT (1795254060) * G_USEC_PER_SEC);
  g_autofree char *unknown = desk_format_instant (0);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 3, 3, 2026);
  day = desk_format_date (&date);
  g_assert_cmpstr (day, ==, "3 Mar 2026");
  g_assert_cmpstr (instant_day, ==, "21 Nov 2026");
  g_assert_cmpstr (instant, ==, "21 Nov 2026, 09:41");
  g_assert_cmpstr (unknown, ==, "Unknown");
}

static void
test_counts_are_grouped (void)
{
  g_autofree char *small = desk_format_count (7);
  g_autofree char *large = desk_format_count (1234567);

  g_assert_cmpstr (small, ==, "7");
  g_assert_cmpstr (large, ==, "1,234,567");
}

static void
test_days_left (void)
{
  static const struct
  {
    int days;
    const char *words;
  } cases[] = { { -1, "No end date" }, { 0, "Ended" }, { 1, "1 day left" }, { 89, "89 days left" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = desk_format_days_left (cases[i].days);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_permissions (void)
{
  g_assert_cmpstr (desk_permission_get_words ("usage"), ==, "Energy usage from the meter");
  g_assert_cmpstr (desk_permission_get_words ("identity"), ==, "Name and contact details");
  g_assert_cmpstr (desk_permission_get_words ("<new>_one"), ==, "<new>_one");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_setenv ("LC_ALL", "C", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value-words/each-type-is-shown-as-what-it-is", test_each_type_is_shown_as_what_it_is);
  g_test_add_func ("/value-words/wrong-types-are-shown-as-they-came", test_wrong_types_are_shown_as_they_came);
  g_test_add_func ("/value-words/null-and-nothing-are-blank", test_null_and_nothing_are_blank);
  g_test_add_func ("/value-words/hostile-text-stays-one-plain-line", test_hostile_text_stays_one_plain_line);
  g_test_add_func ("/value-words/currency-stands-beside-foreign-amounts", test_currency_stands_beside_foreign_amounts);
  g_test_add_func ("/value-words/amounts-carry-a-sign-where-asked", test_amounts_carry_a_sign_where_asked);
  g_test_add_func ("/value-words/no-digit-of-an-amount-is-lost", test_no_digit_of_an_amount_is_lost);
  g_test_add_func ("/value-words/numbers-carry-their-unit", test_numbers_carry_their_unit);
  g_test_add_func ("/value-words/category-leaves-out-what-its-parent-says", test_category_leaves_out_what_its_parent_says);
  g_test_add_func ("/value-words/states-keep-their-letters", test_states_keep_their_letters);
  g_test_add_func ("/enum-words/codes-become-words", test_codes_become_words);
  g_test_add_func ("/enum-words/no-code-of-the-catalogue-has-clumsy-words",
                   test_no_code_of_the_catalogue_has_clumsy_words);
  g_test_add_func ("/value-words/numbers-stand-at-the-right", test_numbers_stand_at_the_right);
  g_test_add_func ("/format/dates-and-instants", test_dates_and_instants);
  g_test_add_func ("/format/counts-are-grouped", test_counts_are_grouped);
  g_test_add_func ("/format/days-left", test_days_left);
  g_test_add_func ("/permission-words/known-and-unknown", test_permissions);

  return g_test_run ();
}
