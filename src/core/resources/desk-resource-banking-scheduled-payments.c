/* desk-resource-banking-scheduled-payments.c: payments that a customer has arranged ahead
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

static const char *const recurrence_u_type_values[] =
{
  "eventBased", "intervalSchedule", "lastWeekDay", "onceOff", NULL,
};

static const DeskField once_off_fields[] =
{
  { "payment_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY, N_("Payment date") },
};

static const char *const non_business_day_treatment_values[] =
{
  "AFTER", "BEFORE", "ON", "ONLY", NULL,
};

static const DeskField intervals_fields[] =
{
  { "interval", DESK_FIELD_TYPE_DURATION, DESK_FIELD_MANDATORY, N_("Interval") },
  { "day_in_interval", DESK_FIELD_TYPE_DURATION, 0, N_("Day in the interval") },
};

static const DeskField interval_schedule_fields[] =
{
  { "final_payment_date", DESK_FIELD_TYPE_DATE, 0, N_("Last payment") },
  { "payments_remaining", DESK_FIELD_TYPE_INTEGER, 0, N_("Payments remaining") },
  { "non_business_day_treatment", DESK_FIELD_TYPE_ENUM, 0,
    N_("If it is no business day"), .values = non_business_day_treatment_values },
  { "intervals", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Intervals"), DESK_FIELD_CHILDREN (intervals_fields) },
};

static const char *const last_week_day_values[] =
{
  "FRI", "MON", "SAT", "SUN", "THU", "TUE", "WED", NULL,
};

static const DeskField last_week_day_fields[] =
{
  { "final_payment_date", DESK_FIELD_TYPE_DATE, 0, N_("Last payment") },
  { "payments_remaining", DESK_FIELD_TYPE_INTEGER, 0, N_("Payments remaining") },
  { "interval", DESK_FIELD_TYPE_DURATION, DESK_FIELD_MANDATORY, N_("Interval") },
  { "last_week_day", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Last weekday"), .values = last_week_day_values },
  { "non_business_day_treatment", DESK_FIELD_TYPE_ENUM, 0,
    N_("If it is no business day"), .values = non_business_day_treatment_values },
};

static const DeskField event_based_fields[] =
{
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Description") },
};

static const DeskField recurrence_fields[] =
{
  { "next_payment_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_LISTED, N_("Next payment") },
  { "recurrence_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY | DESK_FIELD_STORED,
    N_("Kind of recurrence"), .values = recurrence_u_type_values },
  { "once_off", DESK_FIELD_TYPE_OBJECT, 0, N_("One-off"), DESK_FIELD_CHILDREN (once_off_fields) },
  { "interval_schedule", DESK_FIELD_TYPE_OBJECT, 0,
    N_("At intervals"), DESK_FIELD_CHILDREN (interval_schedule_fields) },
  { "last_week_day", DESK_FIELD_TYPE_OBJECT, 0, N_("Last weekday"), DESK_FIELD_CHILDREN (last_week_day_fields) },
  { "event_based", DESK_FIELD_TYPE_OBJECT, 0, N_("On an event"), DESK_FIELD_CHILDREN (event_based_fields) },
};

static const char *const status_values[] =
{
  "ACTIVE", "INACTIVE", "SKIP", NULL,
};

static const DeskField from_fields[] =
{
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Account id") },
};

static const char *const to_u_type_values[] =
{
  "accountId", "biller", "digitalWallet", "domestic", "international", "payeeId", NULL,
};

static const DeskField to_fields[] =
{
  { "to_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY,
    N_("Kind of destination"), .values = to_u_type_values },
  { "account_id", DESK_FIELD_TYPE_ID, 0, N_("Account id") },
  { "payee_id", DESK_FIELD_TYPE_ID, 0, N_("Payee id") },
  { "nickname", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Nickname") },
  { "payee_reference", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Payee’s reference") },
  { "digital_wallet", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Digital wallet"), DESK_FIELD_FIRST_CHILDREN (desk_fields_digital_wallet, DESK_FIELDS_DIGITAL_WALLET_OF_PAYEE) },
  { "domestic", DESK_FIELD_TYPE_OBJECT, 0, N_("Domestic"), DESK_FIELD_CHILDREN (desk_fields_payee_domestic) },
  { "biller", DESK_FIELD_TYPE_OBJECT, 0, N_("Biller"), DESK_FIELD_CHILDREN (desk_fields_payee_biller) },
  { "international", DESK_FIELD_TYPE_OBJECT, 0,
    N_("International"), DESK_FIELD_CHILDREN (desk_fields_payee_international) },
  { "to_utype", DESK_FIELD_TYPE_UNION_TAG, 0, N_("Kind of destination"), .values = to_u_type_values },
};

static const DeskField payment_set_fields[] =
{
  { "to", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY, N_("To"), DESK_FIELD_CHILDREN (to_fields) },
  { "is_amount_calculated", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Amount is calculated") },
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Amount"), .unless = "is_amount_calculated" },
  { "currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Currency") },
};

static const DeskField banking_scheduled_payments_fields[] =
{
  { "recurrence", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY,
    N_("Recurrence"), DESK_FIELD_CHILDREN (recurrence_fields) },
  { "nickname", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Nickname") },
  { "payer_reference", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("Payer’s reference") },
  { "payee_reference", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Payee’s reference") },
  { "status", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Status"), .values = status_values },
  { "scheduled_payment_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED,
    N_("Scheduled payment id") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "from", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY, N_("From"), DESK_FIELD_CHILDREN (from_fields) },
  { "payment_set", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Payments"), DESK_FIELD_CHILDREN (payment_set_fields) },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_banking_scheduled_payments =
{
  .name = "banking.scheduled-payments",
  .label = N_("Scheduled payments"),
  .paths = (const char *const[]) { "/banking/payments/scheduled", NULL },
  .root_keys = (const char *const[]) { "scheduled_payments", "scheduledPayments", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = "scheduled_payments",
  .event = "banking.scheduledpayments.sync.completed",
  .key = (const char *const[]) { "scheduled_payment_id", NULL },
  .sort_field = "recurrence.next_payment_date",
  .sort_descending = FALSE,
  .fields = banking_scheduled_payments_fields,
  .n_fields = G_N_ELEMENTS (banking_scheduled_payments_fields),
};
