/* test-record-outline.c: a record as lines to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-record-outline.h"

#include <string.h>

#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-record-telling.h"

static DeskRecordOutline *
outline_with (const char *resource,
              const char *json,
              gboolean    with_absent)
{
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr(GError) error = NULL;
  DeskRecordOutline *outline = desk_record_outline_new (bytes, desk_catalogue_find (resource), with_absent, NULL,
                                                        &error);

  g_assert_no_error (error);

  return outline;
}

static DeskRecordOutline *
outline_of (const char *resource,
            const char *json)
{
  return outline_with (resource, json, FALSE);
}

/* All lines but the title, one a row: indentation, label, words, note. */
static char *
dup_text (DeskRecordOutline *outline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i < desk_record_outline_get_n_lines (outline); i++)
    {
      const DeskRecordLine *line = desk_record_outline_get_line (outline, i);
      g_autofree char *label = desk_record_outline_dup_label (outline, i);
      g_autofree char *heading_note = NULL;
      g_autoptr(DeskValueDetails) details = NULL;
      const char *note = NULL;

      g_string_append_printf (text, "%*s%s", (int) line->depth, "", label);
      if (line->kind == DESK_RECORD_LINE_SECTION || line->kind == DESK_RECORD_LINE_GROUP)
        note = heading_note = desk_record_outline_dup_note (outline, i);
      else
        {
          details = desk_record_outline_dup_details (outline, i);
          g_string_append_printf (text, ": %s", details->words);
          note = details->note;
        }
      g_string_append_printf (text, note != NULL ? " (%s)\n" : "\n", note);
    }

  return g_string_free (text, FALSE);
}

static void
assert_text (const char *resource,
             const char *json,
             const char *expected)
{
  g_autoptr(DeskRecordOutline) outline = outline_of (resource, json);
  g_autofree char *text = dup_text (outline);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_order_is_that_of_the_catalogue (void)
{
  assert_text ("banking.transactions",
               "{\"new_thing\":1,\"category\":{\"secondary_category\":\"FOOD_AND_DRINK_COFFEE\","
               "\"primary_category\":\"FOOD_AND_DRINK\"},\"status\":\"POSTED\",\"amount\":\"5\",\"description\":\"Coffee\"}",
               "Description: Coffee\n"
               "Amount: AUD +5.00\n"
               "Status: Posted\n"
               "Category\n"
               " Category: Coffee\n"
               " Main category: Food and drink\n"
               "Not in the standard\n"
               " new_thing: 1\n");
}

static void
test_unions_show_the_named_branch_first (void)
{
  assert_text ("energy.usage",
               "{\"read_u_type\":\"basicRead\",\"interval_read\":{\"aggregate_value\":1},"
               "\"basic_read\":{\"value\":2},\"unit_of_measure\":\"KWH\"}",
               "Kind of read: Basic read\n"
               "Unit: KWH\n"
               "Basic read\n"
               " Value: 2 kWh\n"
               "Interval read (Not the kind that the record names)\n"
               " Total of the intervals: 1 kWh\n");
}

static void
test_unions_without_a_tag_show_what_is_there (void)
{
  assert_text ("energy.usage", "{\"basic_read\":{\"value\":2}}", "Basic read\n Value: 2\n");
}

static void
test_amounts_find_their_currency (void)
{
  assert_text ("banking.accounts",
               "{\"loan\":{\"original_loan_amount\":\"1\",\"original_loan_currency\":\"NZD\",\"max_redraw\":\"2\"},"
               "\"fees\":[{\"currency\":\"USD\",\"fee_cap\":\"3\",\"fixed_amount\":{\"amount\":\"4\"}}],"
               "\"credit_card\":{\"min_payment_amount\":\"5\",\"payment_currency\":\"EUR\"}}",
               "Credit card\n"
               " Minimum payment: EUR 5.00\n"
               " Payment currency: EUR\n"
               "Loan\n"
               " Original loan amount: NZD 1.00\n"
               " Original loan currency: NZD\n"
               " Most that can be redrawn: AUD 2.00\n"
               "Fees\n"
               " 1\n"
               "  Fee cap: USD 3.00\n"
               "  Currency: USD\n"
               "  Fixed amount\n"
               "   Amount: USD 4.00\n");
}

static void
test_short_lists_take_one_line (void)
{
  assert_text ("common.identity",
               "{\"customer\":{\"person\":{\"middle_names\":[\"Ann\",\"Lee\"],\"last_name\":[\"x\"]}},\"tags\":[1,2]}",
               "Customer\n"
               " Person\n"
               "  Last name: x (Not in the shape of the standard)\n"
               "  Middle names: Ann, Lee\n"
               "Not in the standard\n"
               " tags: 1, 2\n");
}

static void
test_wrong_shapes_lose_nothing (void)
{
  assert_text ("banking.transactions",
               "{\"amount\":{\"value\":\"1.00\"},\"category\":\"FOOD\",\"status\":[[1,{\"a\":2}]]}",
               "Category: FOOD (Not in the shape of the standard)\n"
               "Amount (Not in the shape of the standard)\n"
               " value: 1.00\n"
               "Status (Not in the shape of the standard)\n"
               " 1 (Not in the shape of the standard)\n"
               "  1: 1 (Sent as a number)\n"
               "  2 (Not in the shape of the standard)\n"
               "   a: 2\n");
}

static void
test_what_is_sent_twice_is_shown_twice (void)
{
  assert_text ("banking.transactions", "{\"amount\":\"1\",\"amount\":\"2\"}",
               "Amount: AUD +2.00\n"
               "Not in the standard\n"
               " Amount: AUD 1.00 (Sent twice; the other value counts)\n");
}

static void
test_addresses_lie_in_one_line (void)
{
  g_autoptr(DeskRecordOutline) outline = outline_of ("energy.service-points",
    "{\"location\":{\"address_u_type\":\"simple\",\"simple\":{\"address_line1\":\"27 Lantana Lane\","
    "\"city\":\"Newtown\",\"state\":\"NSW\",\"postcode\":\"2042\"}}}");
  g_auto(DeskRecordTelling) telling = { NULL, NULL };
  g_autofree char *path = desk_record_outline_dup_path (outline, 2);

  g_assert_true (desk_record_outline_is_folded_first (outline, 2));
  desk_record_telling_init (&telling, outline, 2);
  g_assert_cmpstr (telling.title, ==, "27 Lantana Lane, Newtown NSW 2042");
  g_assert_cmpstr (path, ==, "$.location");
}

static void
test_elements_are_told_apart (void)
{
  static const struct
  {
    const char *resource;
    const char *json;
    guint line;
    const char *title;
    const char *figure;
  } cases[] = {
    { "banking.accounts", "{\"lending_rates\":[{\"lending_rate_type\":\"VARIABLE\",\"rate\":\"0.06\"}]}", 2,
      "Variable", "6 %" },
    { "banking.accounts", "{\"lending_rates\":[{\"lending_rate_type\":\"FIXED\",\"rate\":\"0.06\",\"application_type\":\"PERIODIC\","
      "\"repayment_type\":\"INTEREST_ONLY\",\"loan_purpose\":\"INVESTMENT\",\"additional_value\":\"P3Y\"}]}", 2,
      "Fixed · 3 years · Interest only · Investment", "6 %" },
    { "banking.accounts", "{\"fees\":[{\"name\":\"Late\",\"fixed_amount\":{\"amount\":\"20\"}}]}", 2, "Late",
      "AUD 20.00" },
    { "common.identity", "{\"customer\":{\"person\":{\"phone_numbers\":[{\"purpose\":\"HOME\",\"full_number\":\"02 1\"}]}}}",
      4, "02 1", NULL },
    { "banking.transactions", "{\"amount\":\"-5\",\"description\":\"A   B\"}", 0, "A B", "AUD −5.00" },
    { "banking.accounts", "{\"nickname\":\"\",\"display_name\":\"Saver\"}", 0, "Saver", NULL },
    { "banking.accounts", "{\"odd\":[{\"x\":1},{}]}", 2, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DeskRecordOutline) outline = outline_of (cases[i].resource, cases[i].json);
      g_auto(DeskRecordTelling) telling = { NULL, NULL };

      desk_record_telling_init (&telling, outline, cases[i].line);
      g_assert_cmpstr (telling.title, ==, cases[i].title);
      g_assert_cmpstr (telling.figure, ==, cases[i].figure);
    }
}

static void
test_absent_fields_are_shown_when_asked_for (void)
{
  g_autoptr(DeskRecordOutline) outline = outline_with ("energy.usage", "{\"read_u_type\":\"basicRead\"}", TRUE);
  g_autofree char *text = dup_text (outline);

  g_assert_nonnull (strstr (text, "Meter id: Not sent\n"));
  g_assert_nonnull (strstr (text, "Basic read: Not sent\n"));
  g_assert_null (strstr (text, "Interval read: Not sent\n"));
}

static void
test_paths_lead_to_the_value (void)
{
  g_autoptr(DeskRecordOutline) outline = outline_of ("banking.accounts",
    "{\"fees\":[{\"name\":\"a\"},{\"discounts\":[{\"amount\":\"1\",\"odd one\":2}]}]}");
  g_autoptr(GString) paths = g_string_new (NULL);

  for (guint i = 1; i < desk_record_outline_get_n_lines (outline); i++)
    {
      g_autofree char *path = desk_record_outline_dup_path (outline, i);

      g_string_append_printf (paths, "%s\n", path);
    }
  g_assert_cmpstr (paths->str, ==,
                   "$.fees\n$.fees[0]\n$.fees[0].name\n$.fees[1]\n$.fees[1].discounts\n$.fees[1].discounts[0]\n"
                   "$.fees[1].discounts[0].amount\n$.fees[1].discounts[0]\n$.fees[1].discounts[0]['odd one']\n");
}

static guint
count_leaves (DeskJsonSlice value)
{
  DeskJsonSlice element;
  DeskJsonIter iter;
  guint n_leaves = 0;
  gboolean is_empty = TRUE;

  desk_json_iter_init (&iter, value);
  while (desk_json_iter_next (&iter, NULL, &element))
    {
      n_leaves += count_leaves (element);
      is_empty = FALSE;
    }

  return is_empty ? 1 : n_leaves;
}

/* A value of each kind for each field of a table, each text other than all before. */
static void
append_object (GString         *json,
               const DeskField *fields,
               guint            n_fields,
               guint           *n_values)
{
  g_string_append (json, "{\"bank_extra\":\"extra\"");
  for (guint i = 0; i < n_fields; i++)
    {
      gboolean is_repeated = (fields[i].flags & DESK_FIELD_REPEATED) != 0;

      g_string_append_printf (json, ",\"%s\":%s", fields[i].name, is_repeated ? "[" : "");
      if (fields[i].n_children > 0)
        append_object (json, fields[i].children, fields[i].n_children, n_values);
      else
        g_string_append_printf (json, "\"value-%u-\"", ++*n_values);
      g_string_append (json, is_repeated ? "]" : "");
    }
  g_string_append_c (json, '}');
}

static void
count_values (DeskRecordOutline *outline,
              guint             *n_leaves,
              GString           *words)
{
  for (guint i = 0; i < desk_record_outline_get_n_lines (outline); i++)
    {
      const DeskRecordLine *line = desk_record_outline_get_line (outline, i);
      g_autoptr(DeskValueDetails) details = NULL;

      if (line->kind != DESK_RECORD_LINE_VALUE && line->kind != DESK_RECORD_LINE_LIST)
        continue;
      details = desk_record_outline_dup_details (outline, i);
      g_string_append_printf (words, "%s\n", details->words);
      *n_leaves += line->kind == DESK_RECORD_LINE_LIST ? line->count : 1;
    }
}

static void
test_every_value_of_every_data_set_is_there_once (void)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    {
      g_autoptr(GString) json = g_string_new (NULL);
      g_autoptr(GString) words = g_string_new (NULL);
      g_autoptr(DeskRecordOutline) outline = NULL;
      guint n_values = 0;
      guint n_leaves = 0;
      guint n_found = 0;

      append_object (json, resources[i]->fields, resources[i]->n_fields, &n_values);
      outline = outline_of (resources[i]->name, json->str);
      count_values (outline, &n_leaves, words);
      g_assert_cmpuint (n_leaves, ==, count_leaves (desk_record_outline_get_line (outline, 0)->value));
      for (guint j = 1; j <= n_values; j++)
        {
          g_autofree char *value = g_strdup_printf ("alue-%u-", j);

          n_found += strstr (words->str, value) != NULL;
        }
      g_test_message ("%s: %u of %u values", resources[i]->name, n_found, n_values);
      g_assert_cmpuint (n_found, ==, n_values);
    }
}

static guint
check_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *json = NULL;
      g_autoptr(DeskRecordOutline) outline = NULL;
      g_autoptr(GString) words = g_string_new (NULL);
      guint n_leaves = 0;

      if (!g_str_has_suffix (name, ".json") || !g_file_get_contents (path, &json, NULL, NULL))
        continue;
      g_test_message ("%s", name);
      outline = outline_of ("banking.accounts", json);
      count_values (outline, &n_leaves, words);
      g_assert_cmpuint (n_leaves, ==, count_leaves (desk_record_outline_get_line (outline, 0)->value));
      n_files++;
    }

  return n_files;
}

/* None of them is an account: all that they hold is not in the standard, and is there all the same. */
static void
test_nothing_of_real_records_is_lost (void)
{
  static const char *const folders[] = { "products-real", "plans-real", "errors-real" };
  const char *shared = g_getenv ("DESK_TEST_SHARED");
  guint n_files = 0;

  for (guint i = 0; shared != NULL && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (shared, "data", folders[i], NULL);

      n_files += check_folder (folder);
    }
  if (n_files == 0)
    g_test_skip ("there are no records of others here");
}

static void
test_search_shows_what_is_found_and_where_it_lies (void)
{
  g_autoptr(DeskRecordOutline) outline = outline_of ("banking.accounts",
    "{\"display_name\":\"Saver\",\"fees\":[{\"name\":\"Late\",\"fee_type\":\"EVENT\"},{\"name\":\"Monthly\"}],\"odd_key\":1}");
  static const struct
  {
    const char *text;
    const char *shown; /* title, display_name, fees, 1, name, type, 2, name, not in the standard, odd_key */
  } cases[] = {
    { "late", "0011100000" },
    { "EVENT", "0011010000" },
    { "fee_type", "0011010000" },
    { "Fees", "0011111100" },
    { "odd_KEY", "0000000011" },
    { "nothing at all", "0000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree guint8 *shown = desk_record_outline_search (outline, cases[i].text, NULL);
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint line = 0; line < desk_record_outline_get_n_lines (outline); line++)
        g_string_append_c (text, shown[line] ? '1' : '0');
      g_assert_cmpstr (text->str, ==, cases[i].shown);
    }
}

static void
test_it_comes_from_another_thread (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("{\"amount\":\"1\"}", 14);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(DeskRecordOutline) outline = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_record_outline_new_async (bytes, desk_catalogue_find ("banking.transactions"), FALSE, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  outline = desk_record_outline_new_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (desk_record_outline_get_n_lines (outline), ==, 2);
}

static void
test_a_cancelled_one_does_not_come (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("{\"amount\":\"1\"}", 14);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (desk_record_outline_new (bytes, desk_catalogue_find ("banking.transactions"), FALSE, cancellable,
                                          &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add_func ("/record-outline/" name, function)
  ADD ("order-is-that-of-the-catalogue", test_order_is_that_of_the_catalogue);
  ADD ("unions-show-the-named-branch-first", test_unions_show_the_named_branch_first);
  ADD ("unions-without-a-tag-show-what-is-there", test_unions_without_a_tag_show_what_is_there);
  ADD ("amounts-find-their-currency", test_amounts_find_their_currency);
  ADD ("short-lists-take-one-line", test_short_lists_take_one_line);
  ADD ("wrong-shapes-lose-nothing", test_wrong_shapes_lose_nothing);
  ADD ("what-is-sent-twice-is-shown-twice", test_what_is_sent_twice_is_shown_twice);
  ADD ("addresses-lie-in-one-line", test_addresses_lie_in_one_line);
  ADD ("elements-are-told-apart", test_elements_are_told_apart);
  ADD ("absent-fields-are-shown-when-asked-for", test_absent_fields_are_shown_when_asked_for);
  ADD ("paths-lead-to-the-value", test_paths_lead_to_the_value);
  ADD ("every-value-of-every-data-set-is-there-once", test_every_value_of_every_data_set_is_there_once);
  ADD ("nothing-of-real-records-is-lost", test_nothing_of_real_records_is_lost);
  ADD ("search-shows-what-is-found-and-where-it-lies", test_search_shows_what_is_found_and_where_it_lies);
  ADD ("it-comes-from-another-thread", test_it_comes_from_another_thread);
  ADD ("a-cancelled-one-does-not-come", test_a_cancelled_one_does_not_come);
#undef ADD

  return g_test_run ();
}
