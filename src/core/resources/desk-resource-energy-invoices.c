/* desk-resource-energy-invoices.c: invoices of energy accounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

static const char *const payment_status_values[] =
{
  "PAID", "PARTIALLY_PAID", "NOT_PAID", NULL,
};

static const DeskField period_fields[] =
{
  { "start_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY, N_("Starts on") },
  { "end_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY, N_("Ends on") },
};

static const DeskField pay_on_time_discount_fields[] =
{
  { "discount_amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Discount") },
  { "gst_amount", DESK_FIELD_TYPE_AMOUNT, 0, N_("GST") },
  { "date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY, N_("Date") },
};

static const DeskField other_charges_fields[] =
{
  { "type", DESK_FIELD_TYPE_ENUM, 0, N_("Type"), .values = desk_values_charge_type },
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Amount") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Description") },
};

static const DeskField gas_fields[] =
{
  { "total_usage_charges", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Usage charges") },
  { "total_generation_credits", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Generation credits") },
  { "total_once_off_charges", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("One-off charges") },
  { "total_once_off_discounts", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("One-off discounts") },
  { "other_charges", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Other charges"), DESK_FIELD_CHILDREN (other_charges_fields) },
  { "total_gst", DESK_FIELD_TYPE_AMOUNT, 0, N_("GST") },
};

static const DeskField account_charges_fields[] =
{
  { "total_charges", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Charges") },
  { "total_discounts", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Discounts") },
  { "total_gst", DESK_FIELD_TYPE_AMOUNT, 0, N_("GST") },
};

static const DeskField energy_invoices_fields[] =
{
  { "issue_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Issued on") },
  { "invoice_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("Invoice number") },
  { "invoice_amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_LISTED, N_("Amount") },
  { "due_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_LISTED, N_("Due on") },
  { "payment_status", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Status"), .values = payment_status_values },
  { "balance_at_issue", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Balance at issue") },
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED | DESK_FIELD_SEARCHED,
    N_("Account id") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "period", DESK_FIELD_TYPE_OBJECT, 0, N_("Period"), DESK_FIELD_CHILDREN (period_fields) },
  { "gst_amount", DESK_FIELD_TYPE_AMOUNT, 0, N_("GST") },
  { "pay_on_time_discount", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Discount for paying on time"), DESK_FIELD_CHILDREN (pay_on_time_discount_fields) },
  { "service_points", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED, N_("Service points") },
  { "gas", DESK_FIELD_TYPE_OBJECT, 0, N_("Gas"), DESK_FIELD_CHILDREN (gas_fields) },
  { "electricity", DESK_FIELD_TYPE_OBJECT, 0, N_("Electricity"), DESK_FIELD_CHILDREN (gas_fields) },
  { "account_charges", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Account charges"), DESK_FIELD_CHILDREN (account_charges_fields) },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_energy_invoices =
{
  .name = "energy.invoices",
  .label = N_("Invoices"),
  .paths = (const char *const[]) { "/energy/invoice", "/energy/invoices", NULL },
  .root_keys = (const char *const[]) { "invoices", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { "account_id", "service_point_id", "invoice_number", NULL },
  .permission = "invoices",
  .event = "energy.invoices.sync.completed",
  .key = (const char *const[]) { "account_id", "invoice_number", NULL },
  .sort_field = "issue_date",
  .sort_descending = TRUE,
  .fields = energy_invoices_fields,
  .n_fields = G_N_ELEMENTS (energy_invoices_fields),
  .references = (const DeskReference[]) { { "account_id", "energy.accounts", "account_id" }, { NULL } },
};
