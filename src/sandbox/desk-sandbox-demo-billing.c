/* desk-sandbox-demo-billing.c: the invoices, charges and payments of a demo customer of the energy retailer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-billing.h"

#include "desk-date.h"
#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-demo-invoice.h"
#include "desk-sandbox-demo-template.h"
#include "desk-sandbox-demo-usage.h"
#include "desk-sandbox-demo-writer.h"

/* What one solar panel makes in full sun. */
#define PANEL_WATTS 460

/* Whose bills are written, and where they go. */
typedef struct
{
  DeskSandboxCustomer *customer;         /* (not owned) */
  const char          *account_id;
  const char          *service_point_id;
  gint64               now;
} Biller;

/* One charge or credit of an invoice. */
typedef struct
{
  const char *type;     /* the tag of the union: usage */
  const char *member;   /* what it names */
  char       *description; /* (owned) */
  gint64      cents;
  gboolean    is_taxed;
  const char *rate;     /* (nullable): PEAK, of usage only */
  gint64      watt_hours;
} Charge;

static void
add_date (DeskSandboxDemoWriter *writer,
          const char            *name,
          const GDate           *day)
{
  g_autofree char *text = desk_date_format (day);

  desk_sandbox_demo_writer_add_string (writer, name, text);
}

/* Meters count days in AEST. */
static void
add_meter_time (DeskSandboxDemoWriter *writer,
                const char            *name,
                const GDate           *day,
                const char            *time)
{
  g_autofree char *date = desk_date_format (day);
  g_autofree char *text = g_strconcat (date, time, "+10:00", NULL);

  desk_sandbox_demo_writer_add_string (writer, name, text);
}

static void
open_transaction (DeskSandboxDemoWriter *writer,
                  const Biller          *biller,
                  gint64                 instant,
                  const char            *type)
{
  g_autofree char *time = desk_sandbox_demo_format_local (instant);

  desk_sandbox_demo_writer_init (writer);
  desk_sandbox_demo_writer_open (writer, NULL, '{');
  desk_sandbox_demo_writer_add_string (writer, "account_id", biller->account_id);
  desk_sandbox_demo_writer_add_string (writer, "execution_date_time", time);
  desk_sandbox_demo_writer_add_string (writer, "transaction_u_type", type);
}

static void
close_transaction (DeskSandboxDemoWriter *writer,
                   const Biller          *biller)
{
  g_autofree char *json = NULL;

  desk_sandbox_demo_writer_close (writer, '}');
  desk_sandbox_demo_writer_close (writer, '}');
  json = desk_sandbox_demo_writer_finish (writer);
  desk_sandbox_demo_add_record (biller->customer, "energy.billing", json);
}

static void
write_period (DeskSandboxDemoWriter        *writer,
              const DeskSandboxDemoInvoice *invoice,
              const Charge                 *charge)
{
  if (charge->rate != NULL)
    {
      add_meter_time (writer, "start_date", &invoice->start, "T00:00:00");
      add_meter_time (writer, "end_date", &invoice->end, "T23:59:59");
      desk_sandbox_demo_writer_add_string (writer, "time_of_use_type", charge->rate);
      desk_sandbox_demo_writer_add_boolean (writer, "is_estimate", FALSE);
      desk_sandbox_demo_writer_add_string (writer, "measure_unit", "KWH");
      desk_sandbox_demo_writer_add_kwh (writer, "usage", charge->watt_hours);
    }
  else if (g_str_equal (charge->member, "other_charges"))
    {
      add_date (writer, "start_date", &invoice->start);
      add_date (writer, "end_date", &invoice->end);
      desk_sandbox_demo_writer_add_string (writer, "type", "RETAIL_SERVICE");
    }
}

static void
add_charge (const Biller                 *biller,
            const DeskSandboxDemoInvoice *invoice,
            Charge                        charge)
{
  g_autofree char *description = charge.description;
  gint64 gst = charge.is_taxed ? desk_sandbox_demo_invoice_get_tax (charge.cents) : 0;
  DeskSandboxDemoWriter writer;

  open_transaction (&writer, biller, desk_sandbox_demo_invoice_get_issued_at (invoice), charge.type);
  if (gst != 0)
    desk_sandbox_demo_writer_add_amount (&writer, "gst", gst);
  desk_sandbox_demo_writer_open (&writer, charge.member, '{');
  desk_sandbox_demo_writer_add_string (&writer, "service_point_id", biller->service_point_id);
  desk_sandbox_demo_writer_add_string (&writer, "invoice_number", invoice->number);
  write_period (&writer, invoice, &charge);
  desk_sandbox_demo_writer_add_amount (&writer, "amount", charge.cents);
  desk_sandbox_demo_writer_add_string (&writer, "description", description);
  close_transaction (&writer, biller);
}

static void
add_payment (const Biller                 *biller,
             const DeskSandboxDemoInvoice *invoice)
{
  DeskSandboxDemoWriter writer;

  open_transaction (&writer, biller, desk_sandbox_demo_invoice_get_paid_at (invoice), "payment");
  desk_sandbox_demo_writer_open (&writer, "payment", '{');
  desk_sandbox_demo_writer_add_amount (&writer, "amount", invoice->total);
  desk_sandbox_demo_writer_add_string (&writer, "method", "DIRECT_DEBIT");
  close_transaction (&writer, biller);
}

static void
add_usage_charges (const Biller                 *biller,
                   const DeskSandboxDemoInvoice *invoice)
{
  const DeskSandboxTariff *tariff = invoice->tariff;

  for (guint i = 0; i < tariff->n_rates; i++)
    if (invoice->used[i] != 0)
      add_charge (biller, invoice,
                  (Charge) { "usage", "usage", g_strconcat ("Electricity, ", tariff->rates[i].name, NULL),
                             invoice->charges[i], TRUE, tariff->rates[i].type, invoice->used[i] });

  if (invoice->fed_in != 0)
    add_charge (biller, invoice,
                (Charge) { "usage", "usage", g_strdup ("Solar feed-in credit"),
                           -invoice->credit, FALSE, "SOLAR", -invoice->fed_in });
}

static void
add_charges (const Biller                 *biller,
             const DeskSandboxDemoInvoice *invoice)
{
  guint days = g_date_get_days_in_month (g_date_get_month (&invoice->start), g_date_get_year (&invoice->start));

  add_charge (biller, invoice,
              (Charge) { "otherCharges", "other_charges", g_strdup_printf ("Daily supply charge, %u days", days),
                         invoice->supply, TRUE, NULL, 0 });
  add_usage_charges (biller, invoice);
  if (invoice->discount != 0)
    add_charge (biller, invoice,
                (Charge) { "onceOff", "once_off", g_strdup ("Direct debit discount"), -invoice->discount, TRUE, NULL, 0 });
  if (invoice->concession != 0)
    add_charge (biller, invoice,
                (Charge) { "onceOff", "once_off", g_strdup ("Concession"), -invoice->concession, FALSE, NULL, 0 });
}

static void
write_totals (DeskSandboxDemoWriter        *writer,
              const DeskSandboxDemoInvoice *invoice)
{
  gint64 supply_gst = desk_sandbox_demo_invoice_get_tax (invoice->supply) -
                      desk_sandbox_demo_invoice_get_tax (invoice->discount);
  gint64 usage = 0;

  for (guint i = 0; i < invoice->tariff->n_rates; i++)
    usage += invoice->charges[i];

  desk_sandbox_demo_writer_open (writer, "electricity", '{');
  desk_sandbox_demo_writer_add_amount (writer, "total_usage_charges", usage);
  desk_sandbox_demo_writer_add_amount (writer, "total_generation_credits", invoice->credit);
  desk_sandbox_demo_writer_add_amount (writer, "total_once_off_charges", 0);
  desk_sandbox_demo_writer_add_amount (writer, "total_once_off_discounts", invoice->concession);
  desk_sandbox_demo_writer_add_amount (writer, "total_gst", invoice->gst - supply_gst);
  desk_sandbox_demo_writer_close (writer, '}');

  desk_sandbox_demo_writer_open (writer, "account_charges", '{');
  desk_sandbox_demo_writer_add_amount (writer, "total_charges", invoice->supply);
  desk_sandbox_demo_writer_add_amount (writer, "total_discounts", invoice->discount);
  desk_sandbox_demo_writer_add_amount (writer, "total_gst", supply_gst);
  desk_sandbox_demo_writer_close (writer, '}');
}

static gboolean
is_paid (const Biller                 *biller,
         const DeskSandboxDemoInvoice *invoice)
{
  return invoice->total <= 0 || desk_sandbox_demo_invoice_get_paid_at (invoice) <= biller->now;
}

static void
add_invoice (const Biller                 *biller,
             const DeskSandboxDemoInvoice *invoice)
{
  g_autofree char *json = NULL;
  DeskSandboxDemoWriter writer;

  desk_sandbox_demo_writer_init (&writer);
  desk_sandbox_demo_writer_open (&writer, NULL, '{');
  desk_sandbox_demo_writer_add_string (&writer, "account_id", biller->account_id);
  desk_sandbox_demo_writer_add_string (&writer, "invoice_number", invoice->number);
  add_date (&writer, "issue_date", &invoice->issue);
  add_date (&writer, "due_date", &invoice->due);
  desk_sandbox_demo_writer_open (&writer, "period", '{');
  add_date (&writer, "start_date", &invoice->start);
  add_date (&writer, "end_date", &invoice->end);
  desk_sandbox_demo_writer_close (&writer, '}');
  desk_sandbox_demo_writer_add_amount (&writer, "invoice_amount", invoice->total);
  desk_sandbox_demo_writer_add_amount (&writer, "gst_amount", invoice->gst);
  desk_sandbox_demo_writer_add_amount (&writer, "balance_at_issue", invoice->total);
  desk_sandbox_demo_writer_open (&writer, "service_points", '[');
  desk_sandbox_demo_writer_add_string (&writer, NULL, biller->service_point_id);
  desk_sandbox_demo_writer_close (&writer, ']');
  write_totals (&writer, invoice);
  desk_sandbox_demo_writer_add_string (&writer, "payment_status", is_paid (biller, invoice) ? "PAID" : "NOT_PAID");
  desk_sandbox_demo_writer_close (&writer, '}');

  json = desk_sandbox_demo_writer_finish (&writer);
  desk_sandbox_demo_add_record (biller->customer, "energy.invoices", json);
}

static void
add_balance (const Biller *biller,
             gint64        owed)
{
  g_autofree char *json = NULL;
  DeskSandboxDemoWriter writer;

  desk_sandbox_demo_writer_init (&writer);
  desk_sandbox_demo_writer_open (&writer, NULL, '{');
  desk_sandbox_demo_writer_add_string (&writer, "account_id", biller->account_id);
  desk_sandbox_demo_writer_add_amount (&writer, "balance", owed);
  desk_sandbox_demo_writer_close (&writer, '}');
  json = desk_sandbox_demo_writer_finish (&writer);
  desk_sandbox_demo_add_record (biller->customer, "energy.balances", json);
}

/* Whether all of the month was spent in the home. */
static gboolean
was_home (const Biller                 *biller,
          const DeskSandboxHome        *home,
          const DeskSandboxDemoInvoice *invoice)
{
  return desk_sandbox_home_is_lived_in (home, desk_sandbox_demo_count_back (biller->now, &invoice->start)) &&
         desk_sandbox_home_is_lived_in (home, desk_sandbox_demo_count_back (biller->now, &invoice->end));
}

/* Oldest first: the invoices keep their place, and so their ids, when a new one comes. */
static void
add_months (const Biller             *biller,
            const DeskSandboxPersona *persona,
            const DeskSandboxTariff  *tariff,
            guint64                   seed)
{
  gint64 owed = 0;
  GDate today;
  GDate month;

  desk_sandbox_demo_local_day (biller->now, &today);
  desk_sandbox_demo_first_day (biller->now, &month);
  for (; g_date_compare (&month, &today) < 0; g_date_add_months (&month, 1))
    {
      g_autoptr(DeskSandboxDemoInvoice) invoice = desk_sandbox_demo_invoice_new (persona, tariff, seed, &month);

      if (desk_sandbox_demo_invoice_get_issued_at (invoice) > biller->now || !was_home (biller, &persona->home, invoice))
        continue;

      add_invoice (biller, invoice);
      add_charges (biller, invoice);
      if (!is_paid (biller, invoice))
        owed += invoice->total;
      else if (invoice->total > 0)
        add_payment (biller, invoice);
    }

  add_balance (biller, owed);
}

static void
add_template (const Biller             *biller,
              const DeskSandboxPersona *persona,
              const char               *data_set,
              const char               *name)
{
  g_autofree char *instalment = desk_sandbox_demo_format_amount (persona->instalment);
  g_autofree char *panels = g_strdup_printf ("%d", MAX (1, persona->home.solar_watts / PANEL_WATTS));
  g_autofree char *json = NULL;

  if (!desk_sandbox_demo_has_template (persona, name))
    return;

  json = desk_sandbox_demo_fill_template (persona, name,
                                          "account_id", biller->account_id,
                                          "service_point_id", biller->service_point_id,
                                          "instalment", instalment,
                                          "panels", panels,
                                          "concession", persona->concession != NULL ? persona->concession : "",
                                          NULL);
  desk_sandbox_demo_add_record (biller->customer, data_set, json);
}

void
desk_sandbox_demo_add_billing (DeskSandboxCustomer      *customer,
                               const DeskSandboxPersona *persona,
                               guint64                   seed,
                               gint64                    now,
                               const char               *account_id,
                               const char               *service_point_id)
{
  g_autoptr(DeskSandboxTariff) tariff = NULL;
  Biller biller = { customer, account_id, service_point_id, now };

  g_return_if_fail (DESK_IS_SANDBOX_CUSTOMER (customer));
  g_return_if_fail (persona != NULL && account_id != NULL && service_point_id != NULL);

  tariff = desk_sandbox_tariff_new (persona);
  if (tariff != NULL)
    add_months (&biller, persona, tariff, seed);

  add_template (&biller, persona, "energy.concessions", "concession");
  add_template (&biller, persona, "energy.payment-schedules", "payment-schedule");

  /* Where there is nothing behind the meter a record says so (CDS, "Get DER"). */
  add_template (&biller, persona, "energy.der", desk_sandbox_demo_has_template (persona, "der") ? "der" : "no-der");
}
