/* desk-resource-energy-payment-schedules.c: how energy accounts are paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

static const char *const payment_schedule_u_type_values[] =
{
  "cardDebit", "directDebit", "manualPayment", "digitalWallet", NULL,
};

static const char *const card_scheme_values[] =
{
  "VISA", "MASTERCARD", "AMEX", "DINERS", "OTHER", "UNKNOWN", NULL,
};

static const char *const calculation_type_values[] =
{
  "STATIC", "BALANCE", "CALCULATED", NULL,
};

static const DeskField card_debit_fields[] =
{
  { "card_scheme", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Card scheme"), .values = card_scheme_values },
  { "payment_frequency", DESK_FIELD_TYPE_DURATION, DESK_FIELD_MANDATORY, N_("Payment frequency") },
  { "calculation_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Calculation"), .values = calculation_type_values },
};

static const DeskField direct_debit_fields[] =
{
  { "is_tokenised", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Tokenised") },
  { "bsb", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("BSB") },
  { "account_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Account number") },
  { "payment_frequency", DESK_FIELD_TYPE_DURATION, DESK_FIELD_MANDATORY, N_("Payment frequency") },
  { "calculation_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Calculation"), .values = calculation_type_values },
};

static const DeskField manual_payment_fields[] =
{
  { "bill_frequency", DESK_FIELD_TYPE_DURATION, DESK_FIELD_MANDATORY, N_("Bill frequency") },
};

static const DeskField energy_payment_schedules_fields[] =
{
  { "payment_schedule_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Kind of payment"), .values = payment_schedule_u_type_values },
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_LISTED, N_("Amount") },
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED, N_("Account id") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "card_debit", DESK_FIELD_TYPE_OBJECT, 0, N_("Card"), DESK_FIELD_CHILDREN (card_debit_fields) },
  { "direct_debit", DESK_FIELD_TYPE_OBJECT, 0, N_("Direct debit"), DESK_FIELD_CHILDREN (direct_debit_fields) },
  { "digital_wallet", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Digital wallet"), DESK_FIELD_CHILDREN (desk_fields_digital_wallet) },
  { "manual_payment", DESK_FIELD_TYPE_OBJECT, 0, N_("Paid by hand"), DESK_FIELD_CHILDREN (manual_payment_fields) },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_energy_payment_schedules =
{
  .name = "energy.payment-schedules",
  .label = N_("Payment schedules"),
  .paths = (const char *const[]) { "/energy/payment-schedules", NULL },
  .root_keys = (const char *const[]) { "payment_schedules", "paymentSchedules", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = "payment_schedule",
  .event = "energy.paymentschedules.sync.completed",
  .key = (const char *const[]) { NULL },
  .sort_field = "account_id",
  .sort_descending = FALSE,
  .fields = energy_payment_schedules_fields,
  .n_fields = G_N_ELEMENTS (energy_payment_schedules_fields),
  .references = (const DeskReference[]) { { "account_id", "energy.accounts", "account_id" }, { NULL } },
};
