/* test-personas.c: the personas of a file, and whether their lives are believable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "desk-date.h"
#include "desk-instant.h"
#include "desk-sandbox-demo.h"
#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-demo-energy.h"
#include "desk-sandbox-demo-ledger.h"
#include "desk-sandbox-demo-template.h"
#include "desk-sandbox-demo-usage.h"
#include "desk-sandbox-fields.h"
#include "desk-sandbox-persona-file.h"
#include "desk-sandbox-persona-reader.h"

#define USAGE_DAYS 365
#define NOW "2026-11-20T13:30:00Z"

static gint64
get_now (void)
{
  gint64 now = 0;

  g_assert_true (desk_instant_parse (NOW, &now, NULL));
  return now;
}

static GPtrArray *
load_built_in (void)
{
  GPtrArray *personas = desk_sandbox_persona_file_load (NULL, NULL);

  g_assert_nonnull (personas);
  return personas;
}

static const DeskSandboxPersona *
find (GPtrArray  *personas,
      const char *key)
{
  for (guint i = 0; i < personas->len; i++)
    {
      const DeskSandboxPersona *persona = g_ptr_array_index (personas, i);

      if (g_str_equal (persona->key, key))
        return persona;
    }

  g_error ("There is no persona %s", key);
}

static void
test_are_many (void)
{
  g_autoptr(GPtrArray) personas = load_built_in ();

  g_assert_cmpuint (personas->len, >=, 24);
  for (guint i = 0; i < personas->len; i++)
    {
      const DeskSandboxPersona *persona = g_ptr_array_index (personas, i);

      g_assert_true (persona->bank != NULL || persona->retailer != NULL);
      g_assert_cmpstr (persona->about, !=, "");
      g_assert_cmpstr (persona->group, !=, "");
    }
}

/* No account below zero but cards, loans and what may be overdrawn; nothing above the limit. */
static void
assert_solvent (const DeskSandboxPersona *persona)
{
  g_autoptr(DeskSandboxLedger) ledger = desk_sandbox_ledger_new (persona, 1, get_now ());
  gint64 balance[DESK_SANDBOX_N_ROLES];

  memcpy (balance, persona->opening, sizeof (balance));
  for (guint i = ledger->entries->len; i > 0; i--)
    {
      const DeskSandboxEntry *entry = g_ptr_array_index (ledger->entries, i - 1);
      DeskSandboxRole role = entry->account;

      balance[role] += entry->cents;
      g_assert_true (persona->has_account[role]);
      if (role == DESK_SANDBOX_ROLE_CARD)
        g_assert_cmpint (balance[role] + persona->credit_limit, >=, 0);
      else if (role == DESK_SANDBOX_ROLE_EVERYDAY)
        g_assert_cmpint (balance[role] + persona->overdraft, >=, 0);
      else if (role != DESK_SANDBOX_ROLE_LOAN)
        g_assert_cmpint (balance[role], >=, 0);
    }
}

static void
test_are_solvent (void)
{
  g_autoptr(GPtrArray) personas = load_built_in ();

  for (guint i = 0; i < personas->len; i++)
    assert_solvent (g_ptr_array_index (personas, i));
}

static void
test_are_paid_on_business_days (void)
{
  g_autoptr(GPtrArray) personas = load_built_in ();
  guint n_salaries = 0;

  for (guint i = 0; i < personas->len; i++)
    {
      g_autoptr(DeskSandboxLedger) ledger = desk_sandbox_ledger_new (g_ptr_array_index (personas, i), 1, get_now ());

      for (guint j = 0; j < ledger->entries->len; j++)
        {
          const DeskSandboxEntry *entry = g_ptr_array_index (ledger->entries, j);
          GDate day;

          if (entry->means != DESK_SANDBOX_MEANS_PAYROLL)
            continue;

          desk_sandbox_demo_local_day (entry->execution, &day);
          g_assert_true (desk_sandbox_demo_is_business_day (&day));
          n_salaries++;
        }
    }
  g_assert_cmpuint (n_salaries, >, 400);
}

/* 3 to 60 kWh from the grid on each day. */
static void
assert_usage (const DeskSandboxHome *home)
{
  GDate day;

  desk_sandbox_demo_aest_day (get_now (), &day);
  for (int i = 0; i < USAGE_DAYS; i++)
    {
      DeskSandboxUsageDay reads;
      int sum = 0;

      g_date_subtract_days (&day, 1);
      desk_sandbox_demo_read_meter (home, 1, &day, &reads);
      for (guint j = 0; j < DESK_SANDBOX_READS_PER_DAY; j++)
        sum += reads.imported[j] + reads.controlled[j];
      g_assert_cmpint (sum, >=, 3000);
      g_assert_cmpint (sum, <=, 60000);
    }
}

static void
test_use_what_households_use (void)
{
  g_autoptr(GPtrArray) personas = load_built_in ();

  for (guint i = 0; i < personas->len; i++)
    {
      const DeskSandboxPersona *persona = g_ptr_array_index (personas, i);

      if (persona->has_energy && g_str_equal (persona->fuel, "ELECTRICITY"))
        assert_usage (&persona->home);
      if (persona->has_former_home)
        assert_usage (&persona->former_home);
    }
}

static DeskSandboxCustomer *
add_one (DeskSandboxDirectory *directory,
         const char           *institution_id,
         const char           *login)
{
  DeskSandboxCustomer *customer;

  desk_sandbox_demo_add_customers (directory, 1, get_now ());
  customer = desk_sandbox_directory_find_login (directory, institution_id, login);
  g_assert_nonnull (customer);
  return customer;
}

static char *
join (DeskSandboxCustomer *customer,
      const char          *data_set)
{
  GPtrArray *records = desk_sandbox_customer_get_records (customer, data_set);
  GString *all = g_string_new (NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_string_append (all, ((DeskSandboxRecord *) g_ptr_array_index (records, i))->json);

  return g_string_free (all, FALSE);
}

static void
test_templates_are_filled (void)
{
  static const char *const data_sets[] = {
    "banking.accounts", "banking.balances", "common.identity", "energy.accounts", "energy.service-points",
    "energy.concessions", "energy.payment-schedules", "energy.der",
  };
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  GPtrArray *customers;

  desk_sandbox_demo_add_customers (directory, 1, get_now ());
  customers = desk_sandbox_directory_get_customers (directory);
  for (guint i = 0; i < customers->len; i++)
    {
      DeskSandboxCustomer *customer = g_ptr_array_index (customers, i);

      for (guint j = 0; j < G_N_ELEMENTS (data_sets); j++)
        {
          g_autofree char *all = join (customer, data_sets[j]);

          if (strstr (all, "{{") != NULL)
            g_error ("%s of %s has an empty place", data_sets[j], desk_sandbox_customer_get_name (customer));
        }
    }
}

static void
test_company_has_an_account_for_each_branch (void)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  DeskSandboxCustomer *customer = add_one (directory, "88888", "accounts@banksia-outfitters.example");
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *accounts = desk_sandbox_customer_get_accounts (customer);

  g_assert_cmpuint (accounts->len, ==, 100);
  for (guint i = 0; i < accounts->len; i++)
    g_assert_true (g_hash_table_add (ids, ((DeskSandboxAccount *) g_ptr_array_index (accounts, i))->account_id));
  g_assert_cmpuint (desk_sandbox_customer_get_records (customer, "banking.balances")->len, ==, 100);
}

static void
test_travel_card_has_its_currency (void)
{
  g_autoptr(GPtrArray) personas = load_built_in ();
  const DeskSandboxPersona *persona = find (personas, "sofia-marino");
  g_autoptr(DeskSandboxLedger) ledger = desk_sandbox_ledger_new (persona, 1, get_now ());
  guint n_foreign = 0;

  for (guint i = 0; i < ledger->entries->len; i++)
    {
      const DeskSandboxEntry *entry = g_ptr_array_index (ledger->entries, i);
      gboolean foreign = entry->account == DESK_SANDBOX_ROLE_TRAVEL;

      g_assert_cmpstr (entry->currency, ==, foreign ? "EUR" : "AUD");
      n_foreign += foreign ? 1 : 0;
    }
  g_assert_cmpuint (n_foreign, >, 20);
  g_assert_cmpstr (desk_sandbox_persona_get_currency (persona, DESK_SANDBOX_ROLE_TRAVEL), ==, "EUR");
  g_assert_cmpstr (desk_sandbox_persona_get_currency (persona, DESK_SANDBOX_ROLE_CARD), ==, "AUD");
}

static void
test_closed_account_is_empty (void)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  DeskSandboxCustomer *customer = add_one (directory, "88888", "liam.oconnor@example.com");
  g_autofree char *accounts = join (customer, "banking.accounts");
  g_autoptr(GPtrArray) personas = load_built_in ();
  g_autoptr(DeskSandboxLedger) ledger = desk_sandbox_ledger_new (find (personas, "liam-oconnor"), 1, get_now ());

  g_assert_nonnull (strstr (accounts, "\"open_status\":\"CLOSED\""));
  g_assert_cmpint (ledger->current[DESK_SANDBOX_ROLE_FORMER], ==, 0);
}

static void
test_mover_has_two_meters (void)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  DeskSandboxCustomer *customer = add_one (directory, "88801", "emily.tran@example.com");
  GPtrArray *usage = desk_sandbox_customer_get_records (customer, "energy.usage");
  g_autoptr(GHashTable) days = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (desk_sandbox_customer_get_records (customer, "energy.service-points")->len, ==, 2);
  for (guint i = 0; i < usage->len; i++)
    g_assert_true (g_hash_table_add (days, ((DeskSandboxRecord *) g_ptr_array_index (usage, i))->date));
  g_assert_cmpuint (g_hash_table_size (days), >=, USAGE_DAYS);
}

static void
test_gas_has_no_meter_reads (void)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  DeskSandboxCustomer *customer = add_one (directory, "88803", "nina.kowalski@example.com");
  g_autofree char *accounts = join (customer, "energy.accounts");
  g_autoptr(GPtrArray) personas = load_built_in ();

  g_assert_nonnull (strstr (accounts, "\"fuel_type\":\"GAS\""));
  g_assert_null (desk_sandbox_customer_get_records (customer, "energy.usage"));
  g_assert_cmpstr (desk_sandbox_demo_get_contract (find (personas, "nina-kowalski")), ==, "gas-account");
}

static void
test_meters_differ (void)
{
  static const struct { const char *institution; const char *login; const char *part; } cases[] = {
    { "88801", "yusuf.demir@example.com", "\"read_interval_length\":5," },
    { "88802", "peter.lindqvist@example.com", "\"register_suffix\":\"E2\"" },
    { "88801", "helen.fraser@example.com", "\"register_suffix\":\"B1\"" },
    { "88803", "fatima.haddad@example.com", "\"start_interval\":1,\"end_interval\":48,\"quality\":\"SUBSTITUTE\"" },
  };
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();

  desk_sandbox_demo_add_customers (directory, 1, get_now ());
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskSandboxCustomer *customer = desk_sandbox_directory_find_login (directory, cases[i].institution, cases[i].login);
      g_autofree char *usage = join (customer, "energy.usage");

      if (strstr (usage, cases[i].part) == NULL)
        g_error ("The usage of %s has no %s", cases[i].login, cases[i].part);
    }
}

static void
test_ineligible_carry_the_fault (void)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  DeskSandboxCustomer *customer = add_one (directory, "88888", "zoe.papadakis@example.com");

  g_assert_cmpstr (desk_sandbox_customer_get_fault (customer), ==, "consent-enduser-ineligible");
  g_assert_cmpuint (desk_sandbox_customer_get_accounts (customer)->len, ==, 0);
  g_assert_cmpstr (desk_sandbox_customer_get_group (customer), ==, "Special cases");
  g_assert_cmpstr (desk_sandbox_customer_get_about (customer), ==, "Has no account that could be shared");
}

static void
test_templates_are_found (void)
{
  g_autoptr(GPtrArray) personas = load_built_in ();
  g_autoptr(GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *filled = NULL;

  g_assert_true (desk_sandbox_demo_has_own_template (find (personas, "mia-chen"), "everyday"));
  g_assert_false (desk_sandbox_demo_has_own_template (find (personas, "priya-nair"), "everyday"));
  g_assert_true (desk_sandbox_demo_has_template (find (personas, "priya-nair"), "everyday"));
  g_assert_true (desk_sandbox_demo_has_template (find (personas, "george-mavros"), "concession"));
  g_assert_false (desk_sandbox_demo_has_template (find (personas, "helen-fraser"), "concession"));

  g_hash_table_insert (texts, (gpointer) "a", (gpointer) "b");
  filled = desk_sandbox_demo_fill_texts ("{{a}} {{c}}", texts);
  g_assert_cmpstr (filled, ==, "b {{c}}");
}

static void
test_luck_mixes_the_seed (void)
{
  DeskSandboxPersona persona = { .luck = 0 };

  g_assert_cmpuint (desk_sandbox_persona_mix_seed (&persona, 7), ==, 7);
  persona.luck = 1;
  g_assert_cmpuint (desk_sandbox_persona_mix_seed (&persona, 7), !=, 7);
}

static void
assert_refused (const char *json,
                const char *part)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) personas = NULL;
  int file = g_file_open_tmp ("personas-XXXXXX.json", &path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (file, NULL));
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  personas = desk_sandbox_persona_file_load (path, &error);
  g_remove (path);

  g_assert_null (personas);
  g_assert_nonnull (error);
  if (strstr (error->message, path) == NULL || strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

#define GOOD_DETAILS "\"details\":{\"address_line\":\"1 A\",\"suburb\":\"B\",\"state\":\"NSW\",\"postcode\":\"2000\"," \
                     "\"first_name\":\"C\",\"last_name\":\"D\",\"prefix\":\"Ms\",\"mobile\":\"4\"}"
#define GOOD_START "{\"key\":\"a\",\"name\":\"A\",\"login\":\"a@b\",\"group\":\"G\",\"about\":\"X\",\"address\":\"1 A\"," GOOD_DETAILS
#define ONE(row) "{\"patterns\":{},\"personas\":[" row "]}"

static void
test_bad_files_are_refused (void)
{
  assert_refused ("nothing", "not valid JSON");
  assert_refused ("[]", "no list of personas");
  assert_refused (ONE ("{\"key\":\"a\"}"), "“name”");
  assert_refused (ONE (GOOD_START ",\"spending\":\"lavish\"}"), "“spending”");
  assert_refused (ONE (GOOD_START ",\"fault\":\"gremlins\"}"), "“fault”");
  assert_refused (ONE (GOOD_START ",\"luck\":-1}"), "“luck”");
  assert_refused (ONE (GOOD_START ",\"retailer\":\"88801\"}"), "“energy”");
  assert_refused (ONE (GOOD_START ",\"accounts\":[{\"role\":\"hoard\"}]}"), "“role”");
  assert_refused (ONE (GOOD_START ",\"bills\":[{\"description\":\"x\",\"kind\":\"rent\",\"amount\":\"-1.00\"}]}"), "“accounts”");
  assert_refused (ONE (GOOD_START ",\"bills\":[{\"description\":\"x\",\"kind\":\"bribe\",\"amount\":\"-1.00\"}]}"), "“kind”");
  assert_refused (ONE (GOOD_START ",\"bills\":[{\"description\":\"x\",\"kind\":\"rent\",\"amount\":\"1.0.0\"}]}"), "“amount”");
  assert_refused (ONE (GOOD_START "}," GOOD_START "}"), "two personas");
}

static void
test_good_file_is_read (void)
{
  static const char json[] = ONE (GOOD_START "}");
  g_autoptr(DeskSandboxPersona) persona = NULL;
  g_autoptr(GError) error = NULL;
  DeskJsonSlice root;

  g_assert_true (desk_json_parse (json, strlen (json), &root, NULL));
  persona = desk_sandbox_persona_reader_read (desk_json_slice_get_path (root, "personas.0"), DESK_JSON_SLICE_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (persona->name, ==, "A");
  g_assert_false (persona->has_energy);
}

static void
test_unknown_institutions_are_refused (void)
{
  static const char json[] = ONE (GOOD_START ",\"bank\":\"88801\"}");
  g_autoptr(GPtrArray) personas = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_persona_free);
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  g_autoptr(GError) error = NULL;
  DeskJsonSlice root;

  g_assert_true (desk_json_parse (json, strlen (json), &root, NULL));
  g_ptr_array_add (personas, desk_sandbox_persona_reader_read (desk_json_slice_get_path (root, "personas.0"),
                                                               DESK_JSON_SLICE_NONE, NULL));
  desk_sandbox_demo_add_institutions (directory);
  g_assert_false (desk_sandbox_demo_add_personas (directory, personas, 1, get_now (), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_kinds_are_found (void)
{
  g_assert_cmpstr (desk_sandbox_kind_find ("groceries")->secondary, ==, "FOOD_AND_DRINK_GROCERIES");
  g_assert_null (desk_sandbox_kind_find ("bribe"));
}

static void
test_fields_are_read (void)
{
  static const char json[] = "{\"t\":\"x\",\"n\":5,\"c\":\"-12.34\",\"bad\":[],\"q\":\"a\\\"b\"}";
  static const char *const choices[] = { "w", "x" };
  g_autoptr(GStringChunk) strings = g_string_chunk_new (64);
  g_autoptr(GHashTable) texts = NULL;
  g_autoptr(GError) error = NULL;
  DeskSandboxFields fields = { DESK_JSON_SLICE_NONE, "owner", strings, &error };

  g_assert_true (desk_json_parse (json, strlen (json), &fields.object, NULL));
  g_assert_cmpstr (desk_sandbox_fields_get_text (&fields, "t"), ==, "x");
  g_assert_null (desk_sandbox_fields_get_text (&fields, "none"));
  g_assert_cmpint (desk_sandbox_fields_get_number (&fields, "n", 1), ==, 5);
  g_assert_cmpint (desk_sandbox_fields_get_number (&fields, "none", 1), ==, 1);
  g_assert_cmpint (desk_sandbox_fields_get_cents (&fields, "c", 0), ==, -1234);
  g_assert_cmpint (desk_sandbox_fields_get_choice (&fields, "t", choices, 2, 0), ==, 1);
  texts = desk_sandbox_fields_dup_texts (&fields, NULL);
  g_assert_cmpstr (g_hash_table_lookup (texts, "q"), ==, "a\\\"b");
  g_assert_no_error (error);

  g_assert_cmpstr (desk_sandbox_fields_need_text (&fields, "none"), ==, "");
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  desk_sandbox_fields_fail (&fields, "later");
  g_assert_null (strstr (error->message, "later"));
  fields = desk_sandbox_fields_get_object (&fields, DESK_JSON_SLICE_NONE);
  g_assert_null (desk_sandbox_fields_get_text (&fields, "t"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/personas/are-many", test_are_many);
  g_test_add_func ("/personas/are-solvent", test_are_solvent);
  g_test_add_func ("/personas/are-paid-on-business-days", test_are_paid_on_business_days);
  g_test_add_func ("/personas/use-what-households-use", test_use_what_households_use);
  g_test_add_func ("/personas/fill-every-place", test_templates_are_filled);
  g_test_add_func ("/personas/company-has-an-account-for-each-branch", test_company_has_an_account_for_each_branch);
  g_test_add_func ("/personas/travel-card-has-its-currency", test_travel_card_has_its_currency);
  g_test_add_func ("/personas/closed-account-is-empty", test_closed_account_is_empty);
  g_test_add_func ("/personas/mover-has-two-meters", test_mover_has_two_meters);
  g_test_add_func ("/personas/gas-has-no-meter-reads", test_gas_has_no_meter_reads);
  g_test_add_func ("/personas/meters-differ", test_meters_differ);
  g_test_add_func ("/personas/ineligible-carry-the-fault", test_ineligible_carry_the_fault);
  g_test_add_func ("/personas/templates-are-found", test_templates_are_found);
  g_test_add_func ("/personas/luck-mixes-the-seed", test_luck_mixes_the_seed);
  g_test_add_func ("/persona-file/bad-files-are-refused", test_bad_files_are_refused);
  g_test_add_func ("/persona-file/good-file-is-read", test_good_file_is_read);
  g_test_add_func ("/persona-file/unknown-institutions-are-refused", test_unknown_institutions_are_refused);
  g_test_add_func ("/persona-file/kinds-are-found", test_kinds_are_found);
  g_test_add_func ("/persona-file/fields-are-read", test_fields_are_read);

  return g_test_run ();
}
