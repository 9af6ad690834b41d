/* desk-sandbox-demo-invoice.h: what a demo customer is charged for a month of electricity
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-demo-tariff.h"

G_BEGIN_DECLS

/**
 * DeskSandboxDemoInvoice:
 * @tariff: (not owned): the prices
 * @number: (owned): the invoice's number
 * @start: the first day that it is about
 * @end: the last
 * @issue: when it was sent
 * @due: when it is taken from the bank account
 * @used: what came from the grid at each of the rates, in watt hours
 * @charges: what that costs, in cents, as the other amounts; all without GST
 * @fed_in: what went to the grid, in watt hours
 * @credit: what that earns
 * @supply: the daily charges
 * @discount: what the plan takes off
 * @concession: what a concession takes off
 * @gst: the tax on it all
 * @total: what is to be paid
 */
typedef struct
{
  const DeskSandboxTariff *tariff;
  char                    *number;
  GDate                    start;
  GDate                    end;
  GDate                    issue;
  GDate                    due;
  gint64                   used[DESK_SANDBOX_TARIFF_MAX_RATES];
  gint64                   charges[DESK_SANDBOX_TARIFF_MAX_RATES];
  gint64                   fed_in;
  gint64                   credit;
  gint64                   supply;
  gint64                   discount;
  gint64                   concession;
  gint64                   gst;
  gint64                   total;
} DeskSandboxDemoInvoice;

/**
 * desk_sandbox_demo_invoice_new:
 * @tariff: outlives the invoice
 * @month: any day of the month that it is about
 *
 * It follows from what the meter reads in the month, and so is the same whenever it is asked for.
 *
 * Returns: (transfer full): the invoice
 */
DeskSandboxDemoInvoice *desk_sandbox_demo_invoice_new        (const DeskSandboxPersona     *persona,
                                                              const DeskSandboxTariff      *tariff,
                                                              guint64                       seed,
                                                              const GDate                  *month);
void                    desk_sandbox_demo_invoice_free       (DeskSandboxDemoInvoice       *self);

/**
 * desk_sandbox_demo_invoice_get_tax:
 *
 * Returns: the GST on @cents; the invoice's is the sum of those on its lines
 */
gint64                  desk_sandbox_demo_invoice_get_tax       (gint64 cents);

/**
 * desk_sandbox_demo_invoice_get_issued_at:
 *
 * Returns: microseconds since the epoch
 */
gint64                  desk_sandbox_demo_invoice_get_issued_at (const DeskSandboxDemoInvoice *self);

/**
 * desk_sandbox_demo_invoice_get_paid_at:
 *
 * Returns: when the payment is booked, in microseconds since the epoch
 */
gint64                  desk_sandbox_demo_invoice_get_paid_at   (const DeskSandboxDemoInvoice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxDemoInvoice, desk_sandbox_demo_invoice_free)

G_END_DECLS
