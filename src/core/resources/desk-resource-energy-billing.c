/* desk-resource-energy-billing.c: what was charged and paid, item by item
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

static const char *const transaction_u_type_values[] =
{
  "usage", "demand", "onceOff", "otherCharges", "payment", NULL,
};

static const char *const time_of_use_type_values[] =
{
  "PEAK", "OFF_PEAK", "OFF_PEAK_DEMAND_CHARGE", "SHOULDER", "SHOULDER1", "SHOULDER2", "CONTROLLED_LOAD", "SOLAR",
  "AGGREGATE", "ALL_DAY", NULL,
};

static const char *const type_values[] =
{
  "DLF", "MLF", NULL,
};

static const DeskField calculation_factors_fields[] =
{
  { "value", DESK_FIELD_TYPE_NUMBER, DESK_FIELD_MANDATORY, N_("Value") },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Type"), .values = type_values },
};

static const DeskField adjustments_fields[] =
{
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Amount") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Description") },
};

static const DeskField usage_fields[] =
{
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Usage charge") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED, N_("Description") },
  { "invoice_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Invoice number") },
  { "service_point_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Service point id") },
  { "time_of_use_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Time of use"), .values = time_of_use_type_values },
  { "is_estimate", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Estimated") },
  { "start_date", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_MANDATORY, N_("Starts on") },
  { "end_date", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_MANDATORY, N_("Ends on") },
  { "measure_unit", DESK_FIELD_TYPE_TEXT, 0, N_("Unit") },
  { "usage", DESK_FIELD_TYPE_ENERGY, DESK_FIELD_MANDATORY, N_("Usage") },
  { "calculation_factors", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Calculation factors"), DESK_FIELD_CHILDREN (calculation_factors_fields) },
  { "adjustments", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Adjustments"), DESK_FIELD_CHILDREN (adjustments_fields) },
};

static const char *const demand_time_of_use_type_values[] =
{
  "PEAK", "OFF_PEAK", "OFF_PEAK_DEMAND_CHARGE", "SHOULDER", "SHOULDER1", "SHOULDER2", "CONTROLLED_LOAD", "SOLAR",
  "AGGREGATE", "ALL_DAY", "EXCESS", NULL,
};

static const DeskField demand_fields[] =
{
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Demand charge") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED, N_("Description") },
  { "invoice_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Invoice number") },
  { "service_point_id", DESK_FIELD_TYPE_ID, 0, N_("Service point id") },
  { "time_of_use_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Time of use"), .values = demand_time_of_use_type_values },
  { "is_estimate", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Estimated") },
  { "start_date", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_MANDATORY, N_("Starts on") },
  { "end_date", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_MANDATORY, N_("Ends on") },
  { "measure_unit", DESK_FIELD_TYPE_TEXT, 0, N_("Unit") },
  { "rate", DESK_FIELD_TYPE_NUMBER, DESK_FIELD_MANDATORY, N_("Rate") },
  { "calculation_factors", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Calculation factors"), DESK_FIELD_CHILDREN (calculation_factors_fields) },
  { "adjustments", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Adjustments"), DESK_FIELD_CHILDREN (adjustments_fields) },
};

static const DeskField once_off_fields[] =
{
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("One-off charge") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_SEARCHED, N_("Description") },
  { "invoice_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Invoice number") },
  { "service_point_id", DESK_FIELD_TYPE_ID, 0, N_("Service point id") },
};

static const DeskField other_charges_fields[] =
{
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Other charge") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_SEARCHED, N_("Description") },
  { "invoice_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Invoice number") },
  { "service_point_id", DESK_FIELD_TYPE_ID, 0, N_("Service point id") },
  { "start_date", DESK_FIELD_TYPE_DATE, 0, N_("Starts on") },
  { "end_date", DESK_FIELD_TYPE_DATE, 0, N_("Ends on") },
  { "type", DESK_FIELD_TYPE_ENUM, 0, N_("Type"), .values = desk_values_charge_type },
  { "calculation_factors", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Calculation factors"), DESK_FIELD_CHILDREN (calculation_factors_fields) },
  { "adjustments", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Adjustments"), DESK_FIELD_CHILDREN (adjustments_fields) },
};

static const char *const method_values[] =
{
  "DIRECT_DEBIT", "CARD", "TRANSFER", "BPAY", "CASH", "CHEQUE", "OTHER", NULL,
};

static const DeskField payment_fields[] =
{
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Payment") },
  { "method", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Method"), .values = method_values },
};

static const DeskField energy_billing_fields[] =
{
  { "execution_date_time", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Date") },
  { "transaction_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Kind"), .values = transaction_u_type_values },
  { "usage", DESK_FIELD_TYPE_OBJECT, 0, N_("Usage"), DESK_FIELD_CHILDREN (usage_fields) },
  { "demand", DESK_FIELD_TYPE_OBJECT, 0, N_("Demand"), DESK_FIELD_CHILDREN (demand_fields) },
  { "once_off", DESK_FIELD_TYPE_OBJECT, 0, N_("One-off charge"), DESK_FIELD_CHILDREN (once_off_fields) },
  { "other_charges", DESK_FIELD_TYPE_OBJECT, 0, N_("Other charges"), DESK_FIELD_CHILDREN (other_charges_fields) },
  { "payment", DESK_FIELD_TYPE_OBJECT, 0, N_("Payment"), DESK_FIELD_CHILDREN (payment_fields) },
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Account id") },
  { "gst", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_STORED, N_("GST") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_energy_billing =
{
  .name = "energy.billing",
  .label = N_("Billing"),
  .paths = (const char *const[]) { "/energy/billing", NULL },
  .root_keys = (const char *const[]) { "billing", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { "account_id", "invoice_number", NULL },
  .permission = "billing",
  .event = "energy.billing.sync.completed",
  .key = (const char *const[]) { NULL },
  .sort_field = "execution_date_time",
  .sort_descending = TRUE,
  .fields = energy_billing_fields,
  .n_fields = G_N_ELEMENTS (energy_billing_fields),
  .references = (const DeskReference[]) { { "account_id", "energy.accounts", "account_id" }, { NULL } },
};
