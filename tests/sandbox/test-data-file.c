/* test-data-file.c: data sets in the all-data format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-data-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "desk-decimal.h"
#include "desk-json.h"
#include "desk-sandbox-offer.h"
#include "desk-sandbox-rename.h"

static DeskSandboxDirectory *
load_fixture (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "sandbox", "all-data.json", NULL);
  DeskSandboxDirectory *directory = desk_sandbox_directory_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (desk_sandbox_data_file_load (path, directory, &error));
  g_assert_no_error (error);
  return directory;
}

static DeskSandboxCustomer *
get_customer (DeskSandboxDirectory *directory,
              guint                 position)
{
  return g_ptr_array_index (desk_sandbox_directory_get_customers (directory), position);
}

static const DeskSandboxRecord *
get_record (DeskSandboxCustomer *customer,
            const char          *data_set,
            guint                position)
{
  GPtrArray *records = desk_sandbox_customer_get_records (customer, data_set);

  g_assert_nonnull (records);
  g_assert_cmpuint (position, <, records->len);
  return g_ptr_array_index (records, position);
}

static void
assert_begins (const DeskSandboxRecord *record,
               const char              *expected)
{
  g_autofree char *start = g_strndup (record->json, strlen (expected));

  g_assert_cmpstr (start, ==, expected);
}

static void
test_institutions (void)
{
  g_autoptr(DeskSandboxDirectory) directory = load_fixture ();
  GPtrArray *institutions = desk_sandbox_directory_get_institutions (directory);
  DeskSandboxInstitution *bank = g_ptr_array_index (institutions, 0);
  DeskSandboxInstitution *retailer = g_ptr_array_index (institutions, 1);

  g_assert_cmpuint (institutions->len, ==, 2);
  g_assert_cmpstr (bank->industry, ==, "banking");
  g_assert_cmpstr (retailer->industry, ==, "energy");
  g_assert_cmpuint (strlen (bank->id), ==, 6);
  g_assert_true (g_ascii_string_to_unsigned (bank->id, 10, 100000, 999999, NULL, NULL));
}

static void
test_customers (void)
{
  g_autoptr(DeskSandboxDirectory) directory = load_fixture ();
  static const struct
  {
    const char *id;
    const char *name;
    const char *login;
    const char *industry;
  } expected[] = {
    { "c-1", "Rosa Vale", "Rosa.Vale@example.com", "banking" },
    { "c-1", "Rosa Vale", "Rosa.Vale@example.com", "energy" },
    { "c-2", "Vale & Co", "customer-2@all-data-json.example", "banking" },
    { "all-data.json-3", "Vale", "customer-3@all-data-json.example", "banking" },
  };

  g_assert_cmpuint (desk_sandbox_directory_get_customers (directory)->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      DeskSandboxCustomer *customer = get_customer (directory, i);

      g_assert_cmpstr (desk_sandbox_customer_get_id (customer), ==, expected[i].id);
      g_assert_cmpstr (desk_sandbox_customer_get_name (customer), ==, expected[i].name);
      g_assert_cmpstr (desk_sandbox_customer_get_login (customer), ==, expected[i].login);
      g_assert_cmpstr (desk_sandbox_customer_get_industry (customer), ==, expected[i].industry);
      g_assert_cmpint (desk_sandbox_customer_get_source (customer), ==, DESK_SANDBOX_SOURCE_DATA);
    }
}

static void
test_accounts (void)
{
  g_autoptr(DeskSandboxDirectory) directory = load_fixture ();
  GPtrArray *bank = desk_sandbox_customer_get_accounts (get_customer (directory, 0));
  GPtrArray *retailer = desk_sandbox_customer_get_accounts (get_customer (directory, 1));
  DeskSandboxAccount *daily = g_ptr_array_index (bank, 0);
  DeskSandboxAccount *power = g_ptr_array_index (retailer, 0);

  g_assert_cmpuint (bank->len, ==, 2);
  g_assert_cmpuint (retailer->len, ==, 2);
  g_assert_cmpstr (daily->display_name, ==, "Daily");
  g_assert_cmpstr (daily->masked_number, ==, "xxxx 0001");
  g_assert_cmpstr (daily->description, ==, "Daily product");
  g_assert_cmpstr (power->masked_number, ==, "77");
  g_assert_cmpuint (power->service_point_ids->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (power->service_point_ids, 0), ==, "sp-1");
}

static void
test_values_stay (void)
{
  g_autoptr(DeskSandboxDirectory) directory = load_fixture ();
  DeskSandboxCustomer *bank = get_customer (directory, 0);
  DeskSandboxCustomer *retailer = get_customer (directory, 1);

  assert_begins (get_record (bank, "banking.balances", 0),
                 "{\"account_id\":\"one\",\"current_balance\":\"-0.10\",\"pusess\":[{\"amount\":1.0}],\"fiskil_id\"");
  assert_begins (get_record (bank, "banking.transactions", 2),
                 "{\"account_id\":\"one\",\"status\":\"POSTED\",\"amount\":\"10.10\","
                 "\"posting_date_time\":\"2025-01-02T00:00:00Z\",\"description\":\"tab\\tand \\u00e9\",");
  assert_begins (get_record (retailer, "energy.usage", 1),
                 "{\"read_start_date\":\"2025-02-01T15:00:00.000Z\",\"interval_read\":{\"readQualities\":"
                 "[{\"start_interval\":1}],\"interval_reads\":[0.10,2e0,3]},\"service_point_id\":\"sp-1\",");
  assert_begins (get_record (bank, "common.identity", 0), "{\"customer\":{\"customer_u_type\":\"person\",");
}

/* A record that leaves its account to its place in the file says it itself. */
static void
test_missing_id (void)
{
  g_autoptr(DeskSandboxDirectory) directory = load_fixture ();
  const DeskSandboxRecord *record = get_record (get_customer (directory, 0), "banking.transactions", 0);

  assert_begins (record, "{\"status\":\"PENDING\",\"amount\":\"0.1000\",\"extended_data\":"
                         "{\"x2p101_payload\":{\"end_to_end_id\":\"e\"}},\"account_id\":\"two\",\"fiskil_id\":");
  g_assert_cmpstr (record->account_id, ==, "two");
}

static void
test_counts (void)
{
  g_autoptr(DeskSandboxDirectory) directory = load_fixture ();
  DeskSandboxCustomer *bank = get_customer (directory, 0);
  DeskSandboxCustomer *retailer = get_customer (directory, 1);

  g_assert_cmpuint (desk_sandbox_customer_get_records (bank, "banking.accounts")->len, ==, 2);
  g_assert_cmpuint (desk_sandbox_customer_get_records (bank, "banking.balances")->len, ==, 1);
  g_assert_cmpuint (desk_sandbox_customer_get_records (bank, "banking.transactions")->len, ==, 4);
  g_assert_cmpuint (desk_sandbox_customer_get_records (retailer, "energy.accounts")->len, ==, 2);
  g_assert_cmpuint (desk_sandbox_customer_get_records (retailer, "energy.service-points")->len, ==, 2);
  g_assert_cmpuint (desk_sandbox_customer_get_records (retailer, "energy.usage")->len, ==, 2);
  g_assert_cmpuint (desk_sandbox_customer_get_records (retailer, "common.identity")->len, ==, 1);
}

static void
test_sums (void)
{
  g_autoptr(DeskSandboxDirectory) directory = load_fixture ();
  GPtrArray *records = desk_sandbox_customer_get_records (get_customer (directory, 0), "banking.transactions");
  g_autoptr(DeskDecimal) aud = desk_decimal_new_zero ();
  g_autoptr(DeskDecimal) usd = desk_decimal_new_zero ();
  g_autofree char *aud_text = NULL;
  g_autofree char *usd_text = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const DeskSandboxRecord *record = g_ptr_array_index (records, i);
      DeskJsonSlice root;
      g_autofree char *amount = NULL;
      g_autoptr(DeskDecimal) number = NULL;

      g_assert_true (desk_json_parse (record->json, record->length, &root, NULL));
      amount = desk_json_slice_dup_string (desk_json_slice_get_member (root, "amount"));
      number = desk_decimal_new_from_string (amount, NULL);
      desk_decimal_add (desk_json_slice_get_kind (desk_json_slice_get_member (root, "currency")) == DESK_JSON_KIND_NONE
                          ? aud : usd, number);
    }

  aud_text = desk_decimal_to_string (aud);
  usd_text = desk_decimal_to_string (usd);
  g_assert_cmpstr (aud_text, ==, "9.9000");
  g_assert_cmpstr (usd_text, ==, "123456789012345.67");
}

static void
test_ids_are_stable (void)
{
  g_autoptr(DeskSandboxDirectory) first = load_fixture ();
  g_autoptr(DeskSandboxDirectory) second = load_fixture ();

  g_assert_cmpstr (get_record (get_customer (first, 0), "banking.transactions", 3)->json, ==,
                   get_record (get_customer (second, 0), "banking.transactions", 3)->json);
  g_assert_cmpstr (get_record (get_customer (first, 0), "banking.accounts", 0)->json, !=,
                   get_record (get_customer (first, 0), "banking.accounts", 1)->json);
}

static void
test_later_file_adds (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "sandbox", "all-data.json", NULL);
  g_autoptr(DeskSandboxDirectory) directory = load_fixture ();

  g_assert_true (desk_sandbox_data_file_load (path, directory, NULL));
  g_assert_cmpuint (desk_sandbox_directory_get_institutions (directory)->len, ==, 2);
  g_assert_cmpuint (desk_sandbox_directory_get_customers (directory)->len, ==, 8);
}

static void
assert_refused (const char *text,
                GQuark      domain,
                int         code)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  int descriptor = g_file_open_tmp (NULL, &path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (descriptor, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_false (desk_sandbox_data_file_load (path, directory, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_foreign_files (void)
{
  assert_refused ("root:x:0:0", DESK_JSON_ERROR, DESK_JSON_ERROR_SYNTAX);
  assert_refused ("{\"data\":{}}", G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  assert_refused ("{\"holders\":[1]}", G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  assert_refused ("{\"holders\":[{\"holder\":{\"authenticated\":{\"customers\":[{\"banking\":{\"accounts\":[7]}}]}}}]}",
                  DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE);
}

static void
test_absent_file (void)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (desk_sandbox_data_file_load ("/nonexistent/all-data.json", directory, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_rename_keys (void)
{
  static const char *const keys[][2] = {
    { "accountId", "account_id" },
    { "addressUType", "address_u_type" },
    { "toUType", "to_utype" },
    { "readQualities", "readQualities" },
    { "buildingName1", "building_name_1" },
    { "buildingName2", "building_name_2" },
    { "thoroughfareNumber1", "thoroughfare_number1" },
    { "thoroughfareNumber1Suffix", "thoroughfare_number1_suffix" },
    { "isACNCRegistered", "is_acnc_registered" },
    { "beneficiaryBankBIC", "beneficiary_bank_bic" },
    { "x2p101Payload", "x2p101_payload" },
    { "exportLimitKva", "export_limit_kva" },
    { "ACME-loyaltyTier", "ACME-loyaltyTier" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *renamed = desk_sandbox_rename_key (keys[i][0]);

      g_assert_cmpstr (renamed, ==, keys[i][1]);
    }
}

static void
test_rename_values (void)
{
  static const char json[] = "{ \"controlledLoad\" : [ {\"singleRate\":{\"unitPrice\":1.50},\"timeOfUseRates\":[]} ],"
                             " \"singleRate\" : {\"aB\\u0043\":null, \"list\":[1E3, -0.0, \"a B\"]} }";
  g_autoptr(GString) text = g_string_new (NULL);
  DeskJsonSlice root;

  g_assert_true (desk_json_parse (json, strlen (json), &root, NULL));
  desk_sandbox_rename_append (text, root);
  g_assert_cmpstr (text->str, ==,
                   "{\"controlled_load\":[{\"singleRate\":{\"unit_price\":1.50},\"timeOfUseRates\":[]}],"
                   "\"single_rate\":{\"aB\\u0043\":null,\"list\":[1E3,-0.0,\"a B\"]}}");
}

/* The published test data: every customer has a log-in, and every record is there. */
static void
test_published_data (void)
{
  g_autofree char *path = NULL;
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  g_autoptr(GError) error = NULL;
  guint n_transactions = 0;
  guint n_reads = 0;
  GPtrArray *customers;

  path = g_build_filename (g_getenv ("DESK_TEST_SHARED") != NULL ? g_getenv ("DESK_TEST_SHARED") : "",
                           "data", "dsb", "all-data-1.33.0.json", NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The published test data is not there");
      return;
    }

  g_assert_true (desk_sandbox_data_file_load (path, directory, &error));
  g_assert_no_error (error);
  customers = desk_sandbox_directory_get_customers (directory);
  for (guint i = 0; i < customers->len; i++)
    {
      GPtrArray *transactions = desk_sandbox_customer_get_records (g_ptr_array_index (customers, i), "banking.transactions");
      GPtrArray *reads = desk_sandbox_customer_get_records (g_ptr_array_index (customers, i), "energy.usage");

      n_transactions += transactions != NULL ? transactions->len : 0;
      n_reads += reads != NULL ? reads->len : 0;
    }

  g_assert_cmpuint (customers->len, ==, 6);
  g_assert_cmpuint (n_transactions, ==, 300);
  g_assert_cmpuint (n_reads, ==, 900);
}

/* The lists beside the accounts: renamed, with the account or service point that the place gives. */
static void
test_lists (void)
{
  static const struct
  {
    guint       customer; /* 0 at the bank, 1 at the retailer */
    const char *data_set;
    const char *expected;
  } lists[] = {
    { 0, "banking.payees", "{\"payee_id\":\"pay-1\",\"payee_u_type\":\"biller\",\"fiskil_id\":" },
    { 0, "banking.direct-debits",
      "{\"account_id\":\"one\",\"authorised_entity\":{\"abn\":\"1\"},\"last_debit_amount\":\"-3.10\",\"fiskil_id\":" },
    { 0, "banking.scheduled-payments",
      "{\"scheduled_payment_id\":\"s-1\",\"from\":{\"account_id\":\"two\"},\"payment_set\":[{\"to\":{\"to_utype\":\"accountId\"}}],\"fiskil_id\":" },
    { 1, "energy.balances", "{\"balance\":\"12.00\",\"account_id\":\"power\",\"fiskil_id\":" },
    { 1, "energy.invoices", "{\"invoice_number\":\"8\",\"issue_date\":\"2024-02-01T00:00:00.000Z\",\"account_id\":\"power\",\"fiskil_id\":" },
    { 1, "energy.billing",
      "{\"execution_date_time\":\"2024-01-01T00:00:00Z\",\"transaction_u_type\":\"payment\",\"payment\":{\"amount\":\"1.10\"},\"account_id\":\"power\",\"fiskil_id\":" },
    { 1, "energy.concessions", "{\"display_name\":\"C\",\"applied_to\":[\"USAGE\"],\"account_id\":\"power\",\"fiskil_id\":" },
    { 1, "energy.payment-schedules", "{\"payment_schedule_u_type\":\"manualPayment\",\"account_id\":\"power\",\"fiskil_id\":" },
    { 1, "energy.der",
      "{\"approved_capacity\":5.0,\"ac_connections\":[{\"connection_id\":1}],\"service_point_id\":\"sp-1\",\"fiskil_id\":" },
  };
  g_autoptr(DeskSandboxDirectory) directory = load_fixture ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    assert_begins (get_record (get_customer (directory, lists[i].customer), lists[i].data_set, 0), lists[i].expected);
  assert_begins (get_record (get_customer (directory, 1), "energy.balances", 1),
                 "{\"balance\":\"-1.00\",\"account_id\":\"gas\",\"fiskil_id\":");
}

static void
assert_offer (DeskSandboxDirectory *directory,
              guint                 institution,
              const char           *expected)
{
  GPtrArray *institutions = desk_sandbox_directory_get_institutions (directory);
  DeskSandboxInstitution *holder = g_ptr_array_index (institutions, institution);
  const DeskSandboxOffer *offer;

  g_assert_cmpuint (holder->offers->len, ==, 1);
  offer = g_ptr_array_index (holder->offers, 0);
  g_assert_true (g_str_has_prefix (offer->detail, expected));
}

static void
test_offers (void)
{
  g_autoptr(DeskSandboxDirectory) directory = load_fixture ();

  assert_offer (directory, 0, "{\"product_id\":\"p-1\",\"name\":\"Saver\",\"is_tailored\":false,\"deposit_rates\":[{\"rate\":\"0.0100\"}],");
  assert_offer (directory, 1, "{\"plan_id\":\"l-1\",\"display_name\":\"Plan\",\"electricity_contract\":{\"is_fixed\":true},");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-file/makes-an-institution-of-each-industry", test_institutions);
  g_test_add_func ("/data-file/makes-a-login-of-each-customer", test_customers);
  g_test_add_func ("/data-file/describes-accounts", test_accounts);
  g_test_add_func ("/data-file/changes-no-value", test_values_stay);
  g_test_add_func ("/data-file/adds-the-id-that-the-place-gives", test_missing_id);
  g_test_add_func ("/data-file/loses-no-record", test_counts);
  g_test_add_func ("/data-file/keeps-the-sums", test_sums);
  g_test_add_func ("/data-file/ids-follow-from-the-file", test_ids_are_stable);
  g_test_add_func ("/data-file/later-files-add", test_later_file_adds);
  g_test_add_func ("/data-file/refuses-foreign-files", test_foreign_files);
  g_test_add_func ("/data-file/refuses-absent-files", test_absent_file);
  g_test_add_func ("/data-file/renames-keys", test_rename_keys);
  g_test_add_func ("/data-file/copies-values", test_rename_values);
  g_test_add_func ("/data-file/reads-the-lists-of-accounts", test_lists);
  g_test_add_func ("/data-file/reads-products-and-plans", test_offers);
  g_test_add_func ("/data-file/loads-the-published-data", test_published_data);

  return g_test_run ();
}
