/* desk-sandbox-demo-invoice.c: what a demo customer is charged for a month of electricity
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-invoice.h"

#include <string.h>

#include "desk-json.h"
#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-demo-dice.h"
#include "desk-sandbox-demo-institutions.h"
#include "desk-sandbox-demo-template.h"

#define GST_DIVISOR 10
#define ISSUE_DAY 3
#define DUE_DAY 18
#define ISSUE_SECOND (6 * 3600)
/* The bank has taken the money by then. */
#define PAYMENT_SECOND (16 * 3600 + 1800)

/* @numerator / @denominator, to the nearest. */
static gint64
divide (gint64 numerator,
        gint64 denominator)
{
  return (numerator + denominator / 2) / denominator;
}

/* Watt hours at hundredths of a cent for a kilowatt hour, in cents. */
static gint64
cost (gint64 watt_hours,
      int    price)
{
  return divide (watt_hours * price, 1000 * 100);
}

/* The day of the month on which the customer's bank pays the retailer. */
static GDateDay
find_due_day (const DeskSandboxPersona *persona)
{
  for (guint i = 0; i < persona->n_bills; i++)
    if (desk_sandbox_demo_is_energy_bill (persona, &persona->bills[i]))
      return (GDateDay) persona->bills[i].day;

  return DUE_DAY;
}

static void
set_dates (DeskSandboxDemoInvoice *self,
           const GDate            *month,
           GDateDay                due_day)
{
  self->start = *month;
  g_date_set_day (&self->start, 1);
  self->issue = self->start;
  g_date_add_months (&self->issue, 1);
  self->due = self->issue;

  self->end = self->issue;
  g_date_subtract_days (&self->end, 1);
  g_date_set_day (&self->issue, ISSUE_DAY);
  desk_sandbox_demo_roll_forward (&self->issue);
  g_date_set_day (&self->due, due_day);
  desk_sandbox_demo_roll_forward (&self->due);
}

static void
add_reads (DeskSandboxDemoInvoice *self,
           const DeskSandboxHome  *home,
           guint64                 seed)
{
  for (GDate day = self->start; g_date_compare (&day, &self->end) <= 0; g_date_add_days (&day, 1))
    {
      DeskSandboxUsageDay reads;

      desk_sandbox_demo_read_meter (home, seed, &day, &reads);
      for (guint i = 0; i < DESK_SANDBOX_READS_PER_DAY; i++)
        {
          self->used[desk_sandbox_tariff_find_rate (self->tariff, &day, i)] += reads.imported[i] + reads.controlled[i];
          self->fed_in -= reads.exported[i];
        }
    }
}

/* A concession of a fixed amount each month, in cents; 0 if there is none. */
static gint64
find_concession (const DeskSandboxPersona *persona)
{
  g_autofree char *json = NULL;
  g_autofree char *amount = NULL;
  g_auto (GStrv) parts = NULL;
  DeskJsonSlice record;
  guint64 cents = 0;

  if (!desk_sandbox_demo_has_template (persona, "concession"))
    return 0;

  json = desk_sandbox_demo_fill_template (persona, "concession", NULL);
  if (desk_json_parse (json, strlen (json), &record, NULL))
    amount = desk_json_slice_dup_string (desk_json_slice_get_member (record, "amount"));
  if (amount == NULL)
    return 0;

  parts = g_strsplit (amount, ".", 2);
  g_clear_pointer (&amount, g_free);
  amount = g_strjoinv ("", parts);
  return g_ascii_string_to_unsigned (amount, 10, 0, G_MAXINT, &cents, NULL) ? (gint64) cents : 0;
}

static void
add_up (DeskSandboxDemoInvoice *self,
        gint64                  concession)
{
  guint days = g_date_get_days_in_month (g_date_get_month (&self->start), g_date_get_year (&self->start));
  gint64 charges;

  self->supply = divide ((gint64) days * self->tariff->supply, 100);
  self->gst = desk_sandbox_demo_invoice_get_tax (self->supply);
  charges = self->supply;
  for (guint i = 0; i < self->tariff->n_rates; i++)
    {
      self->charges[i] = cost (self->used[i], self->tariff->rates[i].price);
      self->gst += desk_sandbox_demo_invoice_get_tax (self->charges[i]);
      charges += self->charges[i];
    }

  self->credit = cost (self->fed_in, self->tariff->feed_in);
  self->discount = divide (charges * self->tariff->discount, 10000);
  self->gst -= desk_sandbox_demo_invoice_get_tax (self->discount);
  self->concession = concession;
  self->total = charges - self->discount + self->gst - self->credit - self->concession;
}

DeskSandboxDemoInvoice *
desk_sandbox_demo_invoice_new (const DeskSandboxPersona *persona,
                               const DeskSandboxTariff  *tariff,
                               guint64                   seed,
                               const GDate              *month)
{
  DeskSandboxDemoInvoice *self;
  DeskSandboxDemoDice dice;

  g_return_val_if_fail (persona != NULL && tariff != NULL && month != NULL, NULL);

  self = g_new0 (DeskSandboxDemoInvoice, 1);
  self->tariff = tariff;
  set_dates (self, month, find_due_day (persona));
  desk_sandbox_demo_dice_init (&dice, seed, persona->energy_account, g_date_get_julian (&self->start));
  self->number = desk_sandbox_demo_dice_digits (&dice, 9);
  add_reads (self, &persona->home, seed);
  add_up (self, find_concession (persona));

  return self;
}

void
desk_sandbox_demo_invoice_free (DeskSandboxDemoInvoice *self)
{
  g_free (self->number);
  g_free (self);
}

gint64
desk_sandbox_demo_invoice_get_tax (gint64 cents)
{
  return cents < 0 ? -divide (-cents, GST_DIVISOR) : divide (cents, GST_DIVISOR);
}

gint64
desk_sandbox_demo_invoice_get_issued_at (const DeskSandboxDemoInvoice *self)
{
  return desk_sandbox_demo_instant (&self->issue, ISSUE_SECOND);
}

gint64
desk_sandbox_demo_invoice_get_paid_at (const DeskSandboxDemoInvoice *self)
{
  return desk_sandbox_demo_instant (&self->due, PAYMENT_SECOND);
}
