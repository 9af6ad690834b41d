/* desk-sandbox-income-calls.c: the call that adds up what came in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-income-calls.h"

#include <string.h>

#include "desk-date.h"
#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-income.h"
#include "desk-sandbox-row.h"

#define DEFAULT_CATEGORY "INCOME_SALARY"
#define DEFAULT_MONTHS 6
#define DATA_SET "banking.transactions"
#define PERMISSION "transactions"

/* What one call asks for. */
typedef struct
{
  DeskSandboxCall   *call;        /* (not owned) */
  DeskSandboxIncome *income;      /* (owned) (nullable) */
  const char       **categories;  /* (owned) */
  const char       **account_ids; /* (owned) (nullable): %NULL for all */
  GDate              from;
  GDate              to;
} Question;

static void
question_clear (Question *self)
{
  g_clear_pointer (&self->income, desk_sandbox_income_free);
  g_free (self->categories);
  g_free (self->account_ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static const char *
read_period (Question *self)
{
  const DeskSandboxForm *query = self->call->query;
  const char *from = desk_sandbox_form_get (query, "from");
  const char *to = desk_sandbox_form_get (query, "to");

  desk_sandbox_demo_local_day (desk_sandbox_state_get_now (self->call->world->state), &self->to);
  if (to != NULL && !desk_date_parse (to, &self->to, NULL))
    return "invalid to date: not in YYYY-MM-DD format";

  /* There are no days before the year 1. */
  self->from = self->to;
  if (g_date_get_year (&self->from) > 1)
    g_date_subtract_months (&self->from, DEFAULT_MONTHS);
  if (from != NULL && !desk_date_parse (from, &self->from, NULL))
    return "invalid from date: not in YYYY-MM-DD format";

  return g_date_compare (&self->from, &self->to) > 0 ? "invalid period: from is after to" : NULL;
}

static const char *
read_question (Question *self)
{
  static const char *const default_categories[] = { DEFAULT_CATEGORY, NULL };
  const DeskSandboxForm *query = self->call->query;

  if (desk_sandbox_form_get_given (query, "end_user_id") == NULL)
    return "The end_user_id parameter is required";

  if (desk_sandbox_form_get (query, "account_id") != NULL)
    self->account_ids = desk_sandbox_form_get_all (query, "account_id");
  if (desk_sandbox_form_get (query, "categories") != NULL)
    self->categories = desk_sandbox_form_get_all (query, "categories");
  else
    self->categories = g_memdup2 (default_categories, sizeof default_categories);

  return read_period (self);
}

static gboolean
gives_income (const Question           *self,
              const DeskSandboxConsent *consent)
{
  return g_str_equal (consent->end_user_id, desk_sandbox_form_get (self->call->query, "end_user_id")) &&
         desk_sandbox_consent_is_active (consent, desk_sandbox_state_get_now (self->call->world->state)) &&
         g_strv_contains ((const char *const *) consent->permissions, PERMISSION);
}

static void
add_record (Question                 *self,
            const DeskSandboxConsent *consent,
            const DeskSandboxRecord  *record)
{
  g_autofree char *category = desk_sandbox_row_dup_category (self->call->world->state, record);
  g_autoptr(GString) row = NULL;

  if (category == NULL || !g_strv_contains (self->categories, category) ||
      (self->account_ids != NULL &&
       (record->account_id == NULL || !g_strv_contains (self->account_ids, record->account_id))))
    return;

  row = g_string_new (NULL);
  desk_sandbox_row_append (row, self->call, desk_sandbox_data_set_find (DATA_SET), consent, record);
  desk_sandbox_income_add (self->income, (DeskJsonSlice) { row->str, row->len }, category);
}

static void
add_consent (Question           *self,
             DeskSandboxConsent *consent)
{
  DeskSandboxCustomer *customer =
    desk_sandbox_directory_find_customer (self->call->world->directory, consent->institution_id, consent->customer_id);
  guint n_records = customer != NULL ? desk_sandbox_customer_count_records (customer, DATA_SET) : 0;

  consent->last_accessed = desk_sandbox_state_get_now (self->call->world->state);
  for (guint i = 0; i < n_records; i++)
    {
      const DeskSandboxRecord *record = desk_sandbox_customer_get_record (customer, DATA_SET, i);

      if (desk_sandbox_customer_shares (customer, record, (const char *const *) consent->account_ids))
        add_record (self, consent, record);
    }
}

void
desk_sandbox_income_reply (DeskSandboxCall *call)
{
  g_auto (Question) question = { .call = call };
  GPtrArray *consents = desk_sandbox_state_get_consents (call->world->state);
  const char *problem = read_question (&question);
  char *text;

  if (problem != NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "InvalidRequest", problem);
      return;
    }

  question.income = desk_sandbox_income_new (&question.from, &question.to);
  for (guint i = 0; i < consents->len; i++)
    {
      DeskSandboxConsent *consent = g_ptr_array_index (consents, i);

      if (gives_income (&question, consent))
        add_consent (&question, consent);
    }

  text = desk_sandbox_income_to_json (question.income);
  desk_sandbox_call_reply (call, text, strlen (text));
}
