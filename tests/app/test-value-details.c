/* test-value-details.c: all that is to be said of one received value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-value-details.h"

#include "json-fixture.h"

typedef struct
{
  const char   *name;   /* of the field */
  DeskFieldType type;
  const char   *value;
  const char   *words;
  const char   *note;
} Case;

static DeskValueDetails *
read_details (const Case *one,
              const char *context)
{
  const DeskField field = { .name = one->name, .type = one->type };

  return desk_value_details_new (&field, json_fixture (one->value),
                                 context != NULL ? json_fixture (context) : DESK_JSON_SLICE_NONE,
                                 DESK_DECIMAL_SIGN_NEGATIVE);
}

static void
check_cases (const Case *cases,
             guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr(DeskValueDetails) details = read_details (&cases[i], NULL);

      g_test_message ("%s", cases[i].value);
      g_assert_cmpstr (details->words, ==, cases[i].words);
      g_assert_cmpstr (details->note, ==, cases[i].note);
      g_assert_false (details->is_blank);
    }
}

static void
test_what_the_field_promises (void)
{
  static const Case cases[] = {
    { "amount", DESK_FIELD_TYPE_AMOUNT, "\"-411352.04\"", "AUD −411,352.04" },
    { "amount", DESK_FIELD_TYPE_AMOUNT, "\"0\"", "AUD 0.00" },
    { "unit_price", DESK_FIELD_TYPE_AMOUNT, "\"0.287155\"", "AUD 0.287155" },
    { "rate", DESK_FIELD_TYPE_RATE, "\"0.0654\"", "6.54 %" },
    { "rate", DESK_FIELD_TYPE_RATE, "\"-0.005\"", "−0.5 %" },
    { "rate", DESK_FIELD_TYPE_RATE, "\"1\"", "100 %" },
    { "accrual_frequency", DESK_FIELD_TYPE_DURATION, "\"P3M\"", "Every 3 months" },
    { "accrual_frequency", DESK_FIELD_TYPE_DURATION, "\"P1M\"", "Every month" },
    { "interval", DESK_FIELD_TYPE_DURATION, "\"P14D\"", "Every 14 days" },
    { "accrual_frequency", DESK_FIELD_TYPE_DURATION, "\"P1Y6M\"", "Every 1 year 6 months" },
    { "period", DESK_FIELD_TYPE_DURATION, "\"P3M\"", "3 months" },
    { "period", DESK_FIELD_TYPE_DURATION, "\"P1Y\"", "1 year" },
    { "period", DESK_FIELD_TYPE_DURATION, "\"P3Y6M4DT12H30M5S\"",
      "3 years 6 months 4 days 12 hours 30 minutes 5 seconds" },
    { "period", DESK_FIELD_TYPE_DURATION, "\"P0D\"", "0 days" },
    { "start_time", DESK_FIELD_TYPE_TIME_OF_DAY, "\"700\"", "07:00" },
    { "start_time", DESK_FIELD_TYPE_TIME_OF_DAY, "\"659\"", "06:59" },
    { "start_time", DESK_FIELD_TYPE_TIME_OF_DAY, "\"0\"", "00:00" },
    { "start_time", DESK_FIELD_TYPE_TIME_OF_DAY, "\"0000\"", "00:00" },
    { "end_time", DESK_FIELD_TYPE_TIME_OF_DAY, "\"2359\"", "23:59" },
    { "end_time", DESK_FIELD_TYPE_TIME_OF_DAY, "\"00:43:00.12345Z\"", "00:43 UTC" },
    { "end_time", DESK_FIELD_TYPE_TIME_OF_DAY, "\"T05:30:00\"", "05:30" },
    { "end_time", DESK_FIELD_TYPE_TIME_OF_DAY, "\"2024-08-05T05:49:05.916Z\"", "05:49:05 UTC" },
    { "end_time", DESK_FIELD_TYPE_TIME_OF_DAY, "\"T15:00:00+10:00\"", "15:00 +10:00" },
    { "start_date", DESK_FIELD_TYPE_DATE, "\"2026-11-21\"", "21 Nov 2026" },
    { "start_date", DESK_FIELD_TYPE_DATE, "\"2024-07-10T15:21:48.570Z\"", "11 Jul 2024" },
    { "start_date", DESK_FIELD_TYPE_DATE, "\"2024-07-10T02:00:00+0000\"", "10 Jul 2024" },
    { "posting_date_time", DESK_FIELD_TYPE_INSTANT, "\"2026-11-20T14:20:11.120Z\"", "21 Nov 2026, 00:20" },
    { "posting_date_time", DESK_FIELD_TYPE_INSTANT, "\"1970-01-01T00:00:00Z\"", "1970-01-01T00:00:00Z" },
    { "is_owned", DESK_FIELD_TYPE_BOOLEAN, "false", "No" },
    { "masked_number", DESK_FIELD_TYPE_MASKED_NUMBER, "\"xxx-xxx xx123\"", "xxx-xxx xx123" },
    { "merchant_category_code", DESK_FIELD_TYPE_TEXT, "\"0625\"", "0625" },
    { "uri", DESK_FIELD_TYPE_URI, "\"www.bank.example/a b\"", "www.bank.example/a b" },
    { "description", DESK_FIELD_TYPE_TEXT, "\"<b>&amp;</b> %n\"", "<b>&amp;</b> %n" },
    { "additional_value", DESK_FIELD_TYPE_TEXT, "\"P25Y\"", "25 years" },
    { "additional_value", DESK_FIELD_TYPE_TEXT, "\"Per month\"", "Per month" },
    { "description", DESK_FIELD_TYPE_TEXT, "\"P25Y\"", "P25Y" },
    { "description", DESK_FIELD_TYPE_TEXT, "\"one\\ntwo\"", "one\ntwo" },
    { "description", DESK_FIELD_TYPE_TEXT, "\"a   b\"", "a   b" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_what_it_does_not_is_shown_as_it_came (void)
{
  static const Case cases[] = {
    { "amount", DESK_FIELD_TYPE_AMOUNT, "\"free\"", "free", "Not an amount" },
    { "amount", DESK_FIELD_TYPE_AMOUNT, "12.50", "AUD 12.50", "Sent as a number" },
    { "rate", DESK_FIELD_TYPE_RATE, "\"N/A\"", "N/A", "Not a rate" },
    { "rate", DESK_FIELD_TYPE_RATE, "\"3.43\"", "3.43", "A rate above 1, shown as it was sent" },
    { "rate", DESK_FIELD_TYPE_RATE, "\"-1.01\"", "-1.01", "A rate above 1, shown as it was sent" },
    { "period", DESK_FIELD_TYPE_DURATION, "\"P8Y2M6DT3\"", "P8Y2M6DT3", "Not a duration" },
    { "period", DESK_FIELD_TYPE_DURATION, "\"P1Y9M5DT5\"", "P1Y9M5DT5", "Not a duration" },
    { "start_time", DESK_FIELD_TYPE_TIME_OF_DAY, "\"noon\"", "noon", "Not a time of day" },
    { "start_date", DESK_FIELD_TYPE_DATE, "\"2024-02-30\"", "2024-02-30", "Not a date" },
    { "posting_date_time", DESK_FIELD_TYPE_INSTANT, "\"yesterday\"", "yesterday", "Not a time" },
    { "is_owned", DESK_FIELD_TYPE_BOOLEAN, "\"true\"", "true", "Sent as text" },
    { "is_owned", DESK_FIELD_TYPE_BOOLEAN, "1", "1", "Sent as a number" },
    { "is_activated", DESK_FIELD_TYPE_ENUM, "true", "True", "Sent as true or false" },
    { "cooling_off_days", DESK_FIELD_TYPE_INTEGER, "\"10\"", "10", "Sent as text" },
    { "volume", DESK_FIELD_TYPE_ENERGY, "\"lots\"", "lots", "Sent as text" },
    { "name", DESK_FIELD_TYPE_TEXT, "7", "7", "Sent as a number" },
    { "name", DESK_FIELD_TYPE_TEXT, "{\"a\":[1]}", "{\"a\":[1]}", "Not in the shape of the standard" },
    { "fees", DESK_FIELD_TYPE_OBJECT, "\"none\"", "none", "Not in the shape of the standard" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_absence_has_five_forms (void)
{
  static const struct
  {
    const char *value;
    const char *words;
    const char *hover;
  } cases[] = {
    { "null", "Not given", "As received: null" },
    { "\"\"", "Empty", "As received: \"\"" },
    { "\"  \"", "Empty", "As received: \"  \"" },
    { "[]", "None", "As received: []" },
    { "{}", "None", "As received: {}" },
  };
  const DeskField field = { .name = "nickname", .type = DESK_FIELD_TYPE_TEXT };
  g_autoptr(DeskValueDetails) absent = desk_value_details_new (&field, DESK_JSON_SLICE_NONE, DESK_JSON_SLICE_NONE,
                                                               DESK_DECIMAL_SIGN_NEGATIVE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DeskValueDetails) details = desk_value_details_new (&field, json_fixture (cases[i].value),
                                                                    DESK_JSON_SLICE_NONE, DESK_DECIMAL_SIGN_NEGATIVE);

      g_assert_cmpstr (details->words, ==, cases[i].words);
      g_assert_cmpstr (details->hover, ==, cases[i].hover);
      g_assert_true (details->is_blank);
      g_assert_null (details->note);
    }
  g_assert_cmpstr (absent->words, ==, "Not sent");
  g_assert_true (absent->is_blank);
  g_assert_null (absent->hover);
}

static void
assert_hover (const char    *name,
              DeskFieldType  type,
              const char    *value,
              const char    *hover)
{
  const Case one = { name, type, value };
  g_autoptr(DeskValueDetails) details = read_details (&one, NULL);

  g_assert_cmpstr (details->hover, ==, hover);
}

static void
test_hover_shows_what_was_received (void)
{
  assert_hover ("t", DESK_FIELD_TYPE_INSTANT, "\"2026-11-20T14:20:11.120Z\"", "As received: \"2026-11-20T14:20:11.120Z\"");
  assert_hover ("d", DESK_FIELD_TYPE_DATE, "\"2024-07-10T15:21:48.570Z\"",
                "As received: \"2024-07-10T15:21:48.570Z\"\nThe day in Australian Eastern Standard Time");
  assert_hover ("e", DESK_FIELD_TYPE_ENUM, "\"PERS_LOANS\"", "As received: \"PERS_LOANS\"");
  assert_hover ("x", DESK_FIELD_TYPE_TEXT, "\"\\u202eabc\"", "As received: \"\\u202eabc\"");
  assert_hover ("x", DESK_FIELD_TYPE_TEXT, "\"the same\"", NULL);
}

static void
test_context_gives_currency_and_unit (void)
{
  static const struct
  {
    DeskFieldType type;
    const char *value;
    const char *context;
    const char *words;
  } cases[] = {
    { DESK_FIELD_TYPE_AMOUNT, "\"-94468.82\"", "\"USD\"", "USD −94,468.82" },
    { DESK_FIELD_TYPE_AMOUNT, "\"1\"", "null", "AUD 1.00" },
    { DESK_FIELD_TYPE_AMOUNT, "\"1\"", "\"\"", "AUD 1.00" },
    { DESK_FIELD_TYPE_ENERGY, "12.5", "\"KWH\"", "12.5 kWh" },
    { DESK_FIELD_TYPE_ENERGY, "1250", "\"wh\"", "1,250 Wh" },
    { DESK_FIELD_TYPE_ENERGY, "3", "\"kVArh\"", "3 kVArh" },
    { DESK_FIELD_TYPE_ENERGY, "3", "\"BARREL\"", "3 BARREL" },
    { DESK_FIELD_TYPE_ENERGY, "-0.002", NULL, "−0.002" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case one = { "value", cases[i].type, cases[i].value };
      g_autoptr(DeskValueDetails) details = read_details (&one, cases[i].context);

      g_assert_cmpstr (details->words, ==, cases[i].words);
    }
}

static void
test_unknown_enum_values_are_noted (void)
{
  static const char *const values[] = { "OPEN", "CLOSED", NULL };
  const DeskField field = { .name = "open_status", .type = DESK_FIELD_TYPE_ENUM, .values = values };
  g_autoptr(DeskValueDetails) known = desk_value_details_new (&field, json_fixture ("\"OPEN\""), DESK_JSON_SLICE_NONE,
                                                              DESK_DECIMAL_SIGN_NEGATIVE);
  g_autoptr(DeskValueDetails) other = desk_value_details_new (&field, json_fixture ("\"HALF_SHUT\""),
                                                              DESK_JSON_SLICE_NONE, DESK_DECIMAL_SIGN_NEGATIVE);

  g_assert_cmpstr (known->words, ==, "Open");
  g_assert_null (known->note);
  g_assert_cmpstr (other->words, ==, "Half shut");
  g_assert_cmpstr (other->note, ==, "Not one of the standard’s values");
}

static void
test_unknown_fields_stay_as_they_came (void)
{
  g_autoptr(DeskValueDetails) number = desk_value_details_new (NULL, json_fixture ("12.10"), DESK_JSON_SLICE_NONE,
                                                               DESK_DECIMAL_SIGN_NEGATIVE);
  g_autoptr(DeskValueDetails) truth = desk_value_details_new (NULL, json_fixture ("true"), DESK_JSON_SLICE_NONE,
                                                              DESK_DECIMAL_SIGN_NEGATIVE);

  g_assert_cmpstr (number->words, ==, "12.10");
  g_assert_cmpstr (truth->words, ==, "true");
  g_assert_null (number->note);
}

static void
test_very_long_text_is_cut (void)
{
  g_autoptr(GString) json = g_string_new ("\"");
  g_autoptr(DeskValueDetails) details = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (json, 'x');
  g_string_append_c (json, '"');
  details = desk_value_details_new (NULL, json_fixture (json->str), DESK_JSON_SLICE_NONE, DESK_DECIMAL_SIGN_NEGATIVE);
  g_assert_cmpuint (strlen (details->words), <, 10000);
  g_assert_true (g_str_has_suffix (details->words, "x…"));
  g_assert_cmpuint (strlen (details->hover), <, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "AEST-10", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value-details/what-the-field-promises", test_what_the_field_promises);
  g_test_add_func ("/value-details/what-it-does-not-is-shown-as-it-came", test_what_it_does_not_is_shown_as_it_came);
  g_test_add_func ("/value-details/absence-has-five-forms", test_absence_has_five_forms);
  g_test_add_func ("/value-details/hover-shows-what-was-received", test_hover_shows_what_was_received);
  g_test_add_func ("/value-details/context-gives-currency-and-unit", test_context_gives_currency_and_unit);
  g_test_add_func ("/value-details/unknown-enum-values-are-noted", test_unknown_enum_values_are_noted);
  g_test_add_func ("/value-details/unknown-fields-stay-as-they-came", test_unknown_fields_stay_as_they_came);
  g_test_add_func ("/value-details/very-long-text-is-cut", test_very_long_text_is_cut);

  return g_test_run ();
}
