/* desk-resource-banking-income.c: what came in, by source and in all; one record holds the whole answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

static const DeskField monthly_avg_fields[] =
{
  { "currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Currency") },
  { "income_monthly", DESK_FIELD_TYPE_AMOUNT, 0, N_("A month") },
};

static const DeskField total_fields[] =
{
  { "currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Currency") },
  { "income_total", DESK_FIELD_TYPE_AMOUNT, 0, N_("Total") },
};

static const DeskField income_summary_fields[] =
{
  { "period_from", DESK_FIELD_TYPE_DATE, DESK_FIELD_LISTED, N_("From") },
  { "period_to", DESK_FIELD_TYPE_DATE, DESK_FIELD_LISTED, N_("To") },
  { "total_transactions", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_LISTED, N_("Transactions counted") },
  { "monthly_avg", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Average of a month"), DESK_FIELD_CHILDREN (monthly_avg_fields) },
  { "monthly_median", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Median of a month"), DESK_FIELD_CHILDREN (monthly_avg_fields) },
  { "total", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Total"), DESK_FIELD_CHILDREN (total_fields) },
};

static const char *const income_frequency_values[] =
{
  "WEEKLY", "BIWEEKLY", "MONTHLY", "FORTNIGHTLY", NULL,
};

static const DeskField income_sources_fields[] =
{
  { "account_id", DESK_FIELD_TYPE_ID, 0, N_("Account id") },
  { "category", DESK_FIELD_TYPE_TEXT, 0, N_("Category") },
  { "currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Currency") },
  { "income_frequency", DESK_FIELD_TYPE_ENUM, 0, N_("Frequency"), .values = income_frequency_values },
  { "income_total", DESK_FIELD_TYPE_AMOUNT, 0, N_("Total") },
  { "institution_id", DESK_FIELD_TYPE_ID, 0, N_("Institution id") },
  { "period_from", DESK_FIELD_TYPE_DATE, 0, N_("From") },
  { "period_to", DESK_FIELD_TYPE_DATE, 0, N_("To") },
  { "total_transactions", DESK_FIELD_TYPE_INTEGER, 0, N_("Transactions counted") },
  { "transactions", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Transactions"), DESK_FIELD_CHILDREN (desk_fields_bank_transaction) },
};

static const DeskField banking_income_fields[] =
{
  { "income_summary", DESK_FIELD_TYPE_OBJECT, 0, N_("Summary"), DESK_FIELD_CHILDREN (income_summary_fields) },
  { "income_sources", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Sources"), DESK_FIELD_CHILDREN (income_sources_fields) },
};

const DeskResource desk_resource_banking_income =
{
  .name = "banking.income",
  .label = N_("Income"),
  .paths = (const char *const[]) { "/banking/income", NULL },
  .root_keys = (const char *const[]) { NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_OBJECT,
  .filters = (const char *const[]) { "from", "to", "categories", "account_id", NULL },
  .permission = "transactions",
  .event = "banking.transactions.basic.sync.completed",
  .key = (const char *const[]) { NULL },
  .sort_field = "income_summary.period_from",
  .sort_descending = TRUE,
  .fields = banking_income_fields,
  .n_fields = G_N_ELEMENTS (banking_income_fields),
};
