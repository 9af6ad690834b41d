/* test-demo-billing.c: what the demo customers pay, and whether it adds up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo.h"

#include <string.h>

#include "desk-decimal.h"
#include "desk-instant.h"
#include "desk-json.h"
#include "desk-sandbox-demo-institutions.h"
#include "desk-sandbox-demo-invoice.h"
#include "desk-sandbox-offer.h"
#include "desk-sandbox-persona-file.h"

#define SEED 42
#define NOW "2026-11-21T00:00:00Z"

static gint64
get_now (const char *text)
{
  gint64 now = 0;

  g_assert_true (desk_instant_parse (text, &now, NULL));
  return now;
}

static DeskSandboxCustomer *
make_customer (const char *key,
               gboolean    is_bank,
               const char *now)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  g_autofree char *id = g_strconcat (key, is_bank ? "-banking" : "-energy", NULL);
  DeskSandboxCustomer *customer;

  desk_sandbox_demo_add_customers (directory, SEED, get_now (now));
  customer = desk_sandbox_directory_find_customer (
    directory, is_bank ? DESK_SANDBOX_DEMO_BANK : DESK_SANDBOX_DEMO_RETAILER, id);
  g_assert_nonnull (customer);
  return g_object_ref (customer);
}

static guint
count (DeskSandboxCustomer *customer,
       const char          *data_set)
{
  return desk_sandbox_customer_count_records (customer, data_set);
}

static DeskJsonSlice
get_record (DeskSandboxCustomer *customer,
            const char          *data_set,
            guint                position)
{
  const DeskSandboxRecord *record = desk_sandbox_customer_get_record (customer, data_set, position);

  return (DeskJsonSlice) { record->json, record->length };
}

static char *
dup_text (DeskJsonSlice  record,
          const char    *path)
{
  return desk_json_slice_dup_text (desk_json_slice_get_path (record, path));
}

static void
add_amount (DeskDecimal   *sum,
            DeskJsonSlice  record,
            const char    *path)
{
  g_autofree char *text = dup_text (record, path);
  g_autoptr(DeskDecimal) amount = text != NULL ? desk_decimal_new_from_string (text, NULL) : NULL;

  if (amount != NULL)
    desk_decimal_add (sum, amount);
}

static void
assert_equal (const DeskDecimal *a,
              const DeskDecimal *b)
{
  g_autofree char *first = desk_decimal_to_string (a);
  g_autofree char *second = desk_decimal_to_string (b);

  g_assert_cmpstr (first, ==, second);
}

static void
add_charges (DeskDecimal         *sum,
             DeskSandboxCustomer *customer,
             const char          *invoice_number)
{
  static const char *const members[] = { "usage", "once_off", "other_charges" };

  for (guint i = 0; i < count (customer, "energy.billing"); i++)
    {
      DeskJsonSlice charge = get_record (customer, "energy.billing", i);

      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        {
          DeskJsonSlice detail = desk_json_slice_get_member (charge, members[j]);

          if (desk_json_slice_equals_string (desk_json_slice_get_member (detail, "invoice_number"), invoice_number))
            {
              add_amount (sum, detail, "amount");
              add_amount (sum, charge, "gst");
            }
        }
    }
}

static void
test_charges (gconstpointer user_data)
{
  g_autoptr(DeskSandboxCustomer) customer = make_customer (user_data, FALSE, NOW);

  g_assert_cmpuint (count (customer, "energy.invoices"), >=, 12);
  for (guint i = 0; i < count (customer, "energy.invoices"); i++)
    {
      DeskJsonSlice invoice = get_record (customer, "energy.invoices", i);
      g_autofree char *number = dup_text (invoice, "invoice_number");
      g_autoptr(DeskDecimal) total = desk_decimal_new_zero ();
      g_autoptr(DeskDecimal) charges = desk_decimal_new_zero ();

      add_amount (total, invoice, "invoice_amount");
      add_charges (charges, customer, number);
      assert_equal (charges, total);
      g_assert_cmpfloat (desk_decimal_to_sort_key (total), >, 30);
      g_assert_cmpfloat (desk_decimal_to_sort_key (total), <, 400);
    }
}

static void
assert_tax (DeskJsonSlice invoice)
{
  g_autoptr(DeskDecimal) tax = desk_decimal_new_zero ();
  g_autoptr(DeskDecimal) parts = desk_decimal_new_zero ();

  add_amount (tax, invoice, "gst_amount");
  add_amount (parts, invoice, "electricity.total_gst");
  add_amount (parts, invoice, "account_charges.total_gst");
  assert_equal (parts, tax);
}

static void
test_tax (gconstpointer user_data)
{
  g_autoptr(DeskSandboxCustomer) customer = make_customer (user_data, FALSE, NOW);

  for (guint i = 0; i < count (customer, "energy.invoices"); i++)
    assert_tax (get_record (customer, "energy.invoices", i));
  g_assert_cmpint (desk_sandbox_demo_invoice_get_tax (155), ==, 16);
  g_assert_cmpint (desk_sandbox_demo_invoice_get_tax (-155), ==, -16);
}

/* The debits of the bank account are what the invoices ask for. */
static void
test_bank_agrees (gconstpointer user_data)
{
  g_autoptr(DeskSandboxCustomer) at_bank = make_customer (user_data, TRUE, NOW);
  g_autoptr(DeskSandboxCustomer) at_retailer = make_customer (user_data, FALSE, NOW);
  g_autoptr(DeskDecimal) debited = desk_decimal_new_zero ();
  g_autoptr(DeskDecimal) invoiced = desk_decimal_new_zero ();
  guint n_debits = 0;

  for (guint i = 0; i < count (at_bank, "banking.transactions") && n_debits < 10; i++)
    {
      DeskJsonSlice row = get_record (at_bank, "banking.transactions", i);

      if (desk_json_slice_equals_string (desk_json_slice_get_member (row, "merchant_name"), "Gumtree Energy"))
        {
          add_amount (debited, row, "amount");
          n_debits++;
        }
    }
  for (guint i = 0; i < n_debits; i++)
    add_amount (invoiced, get_record (at_retailer, "energy.invoices", i), "invoice_amount");

  g_assert_cmpuint (n_debits, ==, 10);
  desk_decimal_negate (debited);
  assert_equal (debited, invoiced);
}

static void
assert_unpaid (const char *now,
               gboolean    is_unpaid)
{
  g_autoptr(DeskSandboxCustomer) customer = make_customer ("mia-chen", FALSE, now);
  DeskJsonSlice latest = get_record (customer, "energy.invoices", 0);
  g_autofree char *status = dup_text (latest, "payment_status");
  g_autofree char *total = dup_text (latest, "invoice_amount");
  g_autofree char *balance = dup_text (get_record (customer, "energy.balances", 0), "balance");

  g_assert_cmpstr (status, ==, is_unpaid ? "NOT_PAID" : "PAID");
  g_assert_cmpstr (balance, ==, is_unpaid ? total : "0.00");
}

static void
test_payment (void)
{
  assert_unpaid ("2026-11-10T00:00:00Z", TRUE);
  assert_unpaid ("2026-11-19T05:29:00Z", TRUE);
  assert_unpaid ("2026-11-19T05:30:00Z", FALSE);
}

static void
test_issue (void)
{
  g_autoptr(DeskSandboxCustomer) before = make_customer ("mia-chen", FALSE, "2026-11-02T18:59:00Z");
  g_autoptr(DeskSandboxCustomer) after = make_customer ("mia-chen", FALSE, "2026-11-02T19:00:00Z");
  g_autofree char *first = dup_text (get_record (before, "energy.invoices", 0), "period.end_date");
  g_autofree char *second = dup_text (get_record (after, "energy.invoices", 0), "period.end_date");
  g_autofree char *issued = dup_text (get_record (after, "energy.invoices", 0), "issue_date");
  g_autofree char *due = dup_text (get_record (after, "energy.invoices", 0), "due_date");

  g_assert_cmpstr (first, ==, "2026-09-30");
  g_assert_cmpstr (second, ==, "2026-10-31");
  g_assert_cmpstr (issued, ==, "2026-11-03");
  g_assert_cmpstr (due, ==, "2026-11-19");
}

static guint
find_price (const DeskSandboxTariff *tariff,
            int                      day,
            int                      month,
            guint                    interval)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, 2026);
  return (guint) tariff->rates[desk_sandbox_tariff_find_rate (tariff, &date, interval)].price;
}

/* Mia's plan: peak from 15 to 21 on weekdays, by local time. */
static void
test_tariff (void)
{
  g_autoptr(GPtrArray) personas = desk_sandbox_persona_file_load (NULL, NULL);
  const DeskSandboxPersona *mia = g_ptr_array_index (personas, 0);
  g_autoptr(DeskSandboxTariff) tariff = desk_sandbox_tariff_new (mia);

  g_assert_cmpint (tariff->supply, ==, 9860);
  g_assert_cmpint (tariff->feed_in, ==, 600);
  g_assert_cmpint (tariff->discount, ==, 200);
  g_assert_cmpuint (find_price (tariff, 8, G_DATE_JULY, 30), ==, 4125);
  g_assert_cmpuint (find_price (tariff, 8, G_DATE_JULY, 29), ==, 2610);
  g_assert_cmpuint (find_price (tariff, 8, G_DATE_JULY, 47), ==, 1890);
  g_assert_cmpuint (find_price (tariff, 8, G_DATE_JULY, 0), ==, 1890);
  g_assert_cmpuint (find_price (tariff, 11, G_DATE_JULY, 30), ==, 2610);
  g_assert_cmpuint (find_price (tariff, 14, G_DATE_JANUARY, 28), ==, 4125);
  g_assert_cmpuint (find_price (tariff, 14, G_DATE_JANUARY, 40), ==, 1890);
}

static void
test_invoice (void)
{
  g_autoptr(GPtrArray) personas = desk_sandbox_persona_file_load (NULL, NULL);
  const DeskSandboxPersona *mia = g_ptr_array_index (personas, 0);
  g_autoptr(DeskSandboxTariff) tariff = desk_sandbox_tariff_new (mia);
  g_autoptr(DeskSandboxDemoInvoice) invoice = NULL;
  GDate month;

  g_date_clear (&month, 1);
  g_date_set_dmy (&month, 17, G_DATE_FEBRUARY, 2026);
  invoice = desk_sandbox_demo_invoice_new (mia, tariff, SEED, &month);
  g_assert_cmpint (g_date_get_day (&invoice->start), ==, 1);
  g_assert_cmpint (g_date_get_day (&invoice->end), ==, 28);
  g_assert_cmpint (invoice->supply, ==, 2761);
  g_assert_cmpint (invoice->concession, ==, 800);
  g_assert_cmpint (desk_sandbox_demo_invoice_get_issued_at (invoice), ==, get_now ("2026-03-03T06:00:00+11:00"));
  g_assert_cmpint (desk_sandbox_demo_invoice_get_paid_at (invoice), ==, get_now ("2026-03-19T16:30:00+11:00"));
}

static gboolean
has_transaction (DeskSandboxCustomer *customer,
                 const char          *merchant,
                 const char          *time,
                 const char          *amount)
{
  for (guint i = 0; i < count (customer, "banking.transactions"); i++)
    {
      DeskJsonSlice row = get_record (customer, "banking.transactions", i);

      if (desk_json_slice_equals_string (desk_json_slice_get_member (row, "merchant_name"), merchant) &&
          desk_json_slice_equals_string (desk_json_slice_get_member (row, "posting_date_time"), time) &&
          desk_json_slice_equals_string (desk_json_slice_get_member (row, "amount"), amount))
        return TRUE;
    }

  return FALSE;
}

static void
test_direct_debits (gconstpointer user_data)
{
  g_autoptr(DeskSandboxCustomer) customer = make_customer (user_data, TRUE, NOW);

  g_assert_cmpuint (count (customer, "banking.direct-debits"), >=, 2);
  for (guint i = 0; i < count (customer, "banking.direct-debits"); i++)
    {
      DeskJsonSlice debit = get_record (customer, "banking.direct-debits", i);
      g_autofree char *merchant = dup_text (debit, "authorised_entity.description");
      g_autofree char *time = dup_text (debit, "last_debit_date_time");
      g_autofree char *amount = dup_text (debit, "last_debit_amount");
      g_autofree char *booked = g_strconcat ("-", amount, NULL);

      g_assert_true (has_transaction (customer, merchant, time, booked));
    }
}

/* The check digits of an Australian Business Number. */
static void
test_business_numbers (void)
{
  static const int weights[] = { 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 };
  g_autoptr(DeskSandboxCustomer) customer = make_customer ("mia-chen", TRUE, NOW);

  for (guint i = 0; i < count (customer, "banking.direct-debits"); i++)
    {
      g_autofree char *abn = dup_text (get_record (customer, "banking.direct-debits", i), "authorised_entity.abn");
      int sum = -weights[0];

      g_assert_cmpuint (strlen (abn), ==, G_N_ELEMENTS (weights));
      for (guint j = 0; j < G_N_ELEMENTS (weights); j++)
        sum += weights[j] * g_ascii_digit_value (abn[j]);
      g_assert_cmpint (sum % 89, ==, 0);
    }
}

static gboolean
has_value (DeskSandboxCustomer *customer,
           const char          *data_set,
           const char          *member,
           const char          *value)
{
  for (guint i = 0; i < count (customer, data_set); i++)
    if (desk_json_slice_equals_string (desk_json_slice_get_member (get_record (customer, data_set, i), member), value))
      return TRUE;

  return FALSE;
}

/* From an account of the customer, to another or to a payee, and in the future. */
static void
test_scheduled (gconstpointer user_data)
{
  g_autoptr(DeskSandboxCustomer) customer = make_customer (user_data, TRUE, NOW);

  g_assert_cmpuint (count (customer, "banking.scheduled-payments"), >=, 3);
  for (guint i = 0; i < count (customer, "banking.scheduled-payments"); i++)
    {
      DeskJsonSlice payment = get_record (customer, "banking.scheduled-payments", i);
      g_autofree char *from = dup_text (payment, "from.account_id");
      g_autofree char *account_id = dup_text (payment, "payment_set.0.to.account_id");
      g_autofree char *payee_id = dup_text (payment, "payment_set.0.to.payee_id");
      g_autofree char *date = dup_text (payment, "recurrence.next_payment_date");

      g_assert_true (has_value (customer, "banking.accounts", "account_id", from));
      g_assert_true (account_id != NULL ? has_value (customer, "banking.accounts", "account_id", account_id)
                                        : has_value (customer, "banking.payees", "payee_id", payee_id));
      g_assert_cmpstr (date, >, "2026-11-20");
    }
}

static void
test_payees (void)
{
  static const char *const types[] = { "BILLER", "DOMESTIC", "INTERNATIONAL", "DIGITAL_WALLET" };
  g_autoptr(DeskSandboxCustomer) customer = make_customer ("mia-chen", TRUE, NOW);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_true (has_value (customer, "banking.payees", "type", types[i]));
}

/* The same code and number as in the transactions that pay the biller. */
static void
test_billers (void)
{
  g_autoptr(DeskSandboxCustomer) customer = make_customer ("mia-chen", TRUE, NOW);
  guint n_billers = 0;

  for (guint i = 0; i < count (customer, "banking.payees"); i++)
    {
      DeskJsonSlice payee = get_record (customer, "banking.payees", i);
      g_autofree char *code = dup_text (payee, "biller.biller_code");
      g_autofree char *crn = dup_text (payee, "biller.crn");

      if (code == NULL)
        continue;

      n_billers++;
      g_assert_true (has_value (customer, "banking.transactions", "biller_code", code));
      g_assert_true (has_value (customer, "banking.transactions", "crn", crn));
    }

  g_assert_cmpuint (n_billers, ==, 3);
}

static void
test_devices (void)
{
  g_autoptr(DeskSandboxCustomer) mia = make_customer ("mia-chen", FALSE, NOW);
  g_autoptr(DeskSandboxCustomer) tom = make_customer ("tom-reid", FALSE, NOW);
  g_autofree char *panels = dup_text (get_record (mia, "energy.der", 0), "ac_connections.0.der_devices.0.type");
  g_autofree char *capacity = dup_text (get_record (tom, "energy.der", 0), "approved_capacity");

  g_assert_cmpstr (panels, ==, "SOLAR_PV");
  g_assert_cmpstr (capacity, ==, "0");
  g_assert_cmpuint (count (mia, "energy.concessions"), ==, 1);
  g_assert_cmpuint (count (mia, "energy.payment-schedules"), ==, 1);
}

/* Nothing of a template is left unfilled. */
static void
test_templates_are_filled (void)
{
  static const char *const data_sets[] = { "energy.concessions", "energy.payment-schedules", "energy.der" };
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  GPtrArray *customers = desk_sandbox_directory_get_customers (directory);

  desk_sandbox_demo_add_customers (directory, SEED, get_now (NOW));
  for (guint i = 0; i < customers->len; i++)
    {
      DeskSandboxCustomer *customer = g_ptr_array_index (customers, i);
      gboolean is_energy = g_str_equal (desk_sandbox_customer_get_industry (customer), "energy");

      for (guint j = 0; is_energy && j < G_N_ELEMENTS (data_sets); j++)
        for (guint k = 0; k < count (customer, data_sets[j]); k++)
          g_assert_null (strstr (get_record (customer, data_sets[j], k).text, "{{"));
    }
}

static void
test_offers (void)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  DeskSandboxInstitution *bank;
  DeskSandboxInstitution *retailer;

  desk_sandbox_demo_add_customers (directory, SEED, get_now (NOW));
  bank = desk_sandbox_directory_find_institution (directory, DESK_SANDBOX_DEMO_BANK);
  retailer = desk_sandbox_directory_find_institution (directory, DESK_SANDBOX_DEMO_RETAILER);
  g_assert_cmpuint (bank->offers->len, ==, 8);
  g_assert_cmpuint (retailer->offers->len, ==, 6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/demo-billing/charges-add-up/mia", "mia-chen", test_charges);
  g_test_add_data_func ("/demo-billing/charges-add-up/tom", "tom-reid", test_charges);
  g_test_add_data_func ("/demo-billing/tax-adds-up", "mia-chen", test_tax);
  g_test_add_data_func ("/demo-billing/the-bank-agrees/mia", "mia-chen", test_bank_agrees);
  g_test_add_data_func ("/demo-billing/the-bank-agrees/tom", "tom-reid", test_bank_agrees);
  g_test_add_func ("/demo-billing/is-owed-until-it-is-paid", test_payment);
  g_test_add_func ("/demo-billing/an-invoice-comes-after-its-month", test_issue);
  g_test_add_func ("/demo-billing/prices-hold-by-local-time", test_tariff);
  g_test_add_func ("/demo-billing/an-invoice-is-of-a-month", test_invoice);
  g_test_add_data_func ("/demo-payments/direct-debits-were-booked/mia", "mia-chen", test_direct_debits);
  g_test_add_data_func ("/demo-payments/direct-debits-were-booked/tom", "tom-reid", test_direct_debits);
  g_test_add_func ("/demo-payments/business-numbers-are-valid", test_business_numbers);
  g_test_add_data_func ("/demo-payments/scheduled-payments-go-somewhere/mia", "mia-chen", test_scheduled);
  g_test_add_data_func ("/demo-payments/scheduled-payments-go-somewhere/tom", "tom-reid", test_scheduled);
  g_test_add_func ("/demo-payments/payees-of-every-type", test_payees);
  g_test_add_func ("/demo-payments/billers-are-those-of-the-transactions", test_billers);
  g_test_add_func ("/demo-billing/devices-behind-the-meter", test_devices);
  g_test_add_func ("/demo-billing/fills-every-template", test_templates_are_filled);
  g_test_add_func ("/demo-offers/products-and-plans", test_offers);

  return g_test_run ();
}
