/* desk-sandbox-filter.c: the query filters of a data call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-filter.h"

#include "desk-date.h"
#include "desk-json.h"

/* Where a charge says on which invoice it is, beside the invoice itself (fiskil-api.md 9.2). */
static const char *const invoice_paths[] = {
  "invoice_number",
  "usage.invoice_number",
  "demand.invoice_number",
  "once_off.invoice_number",
  "other_charges.invoice_number",
};

static const char *
read_times (DeskSandboxFilter     *self,
            const DeskSandboxForm *query)
{
  const char *from = desk_sandbox_form_get (query, "from");
  const char *to = desk_sandbox_form_get (query, "to");

  self->has_time = from != NULL || to != NULL;
  if (from != NULL && !desk_instant_parse (from, &self->from, NULL))
    return "invalid from datetime: not in RFC3339 format";
  if (to != NULL && !desk_instant_parse (to, &self->to, NULL))
    return "invalid to datetime: not in RFC3339 format";

  return NULL;
}

static const char *
read_status (DeskSandboxFilter     *self,
             const DeskSandboxForm *query)
{
  self->status = desk_sandbox_form_get (query, "status");
  if (self->status != NULL && !g_str_equal (self->status, "PENDING") && !g_str_equal (self->status, "POSTED"))
    return "invalid status: must be PENDING or POSTED";

  return NULL;
}

static const char *
read_days (DeskSandboxFilter     *self,
           const DeskSandboxForm *query)
{
  GDate date;

  self->oldest = desk_sandbox_form_get (query, "read_start_date.oldest");
  self->newest = desk_sandbox_form_get (query, "read_start_date.newest");
  if ((self->oldest != NULL && !desk_date_parse (self->oldest, &date, NULL)) ||
      (self->newest != NULL && !desk_date_parse (self->newest, &date, NULL)))
    return "invalid read_start_date: not in YYYY-MM-DD format";

  return NULL;
}

const char *
desk_sandbox_filter_init (DeskSandboxFilter     *self,
                          guint                  filters,
                          const DeskSandboxForm *query)
{
  const char *problem = NULL;

  *self = (DeskSandboxFilter) { .from = G_MININT64, .to = G_MAXINT64 };

  if (filters & DESK_SANDBOX_FILTER_ACCOUNT)
    self->account_id = desk_sandbox_form_get (query, "account_id");
  if (filters & DESK_SANDBOX_FILTER_SERVICE_POINT)
    self->service_point_id = desk_sandbox_form_get (query, "service_point_id");
  if (filters & DESK_SANDBOX_FILTER_INVOICE)
    self->invoice_number = desk_sandbox_form_get (query, "invoice_number");
  if (filters & DESK_SANDBOX_FILTER_SUPPLIED)
    self->supplied_id = desk_sandbox_form_get (query, "service_point_id");
  if (filters & DESK_SANDBOX_FILTER_CATEGORY && desk_sandbox_form_get (query, "secondary_category") != NULL)
    self->categories = desk_sandbox_form_get_all (query, "secondary_category");
  if (filters & DESK_SANDBOX_FILTER_TIME)
    problem = read_times (self, query);
  if (problem == NULL && filters & DESK_SANDBOX_FILTER_STATUS)
    problem = read_status (self, query);
  if (problem == NULL && filters & DESK_SANDBOX_FILTER_READ_DATE)
    problem = read_days (self, query);

  return problem;
}

void
desk_sandbox_filter_clear (DeskSandboxFilter *self)
{
  g_clear_pointer (&self->categories, g_free);
}

static gboolean
matches_time (const DeskSandboxFilter *self,
              const DeskSandboxRecord *record)
{
  return !self->has_time || (record->instant != DESK_SANDBOX_NO_INSTANT &&
                             record->instant >= self->from && record->instant <= self->to);
}

static gboolean
matches_days (const DeskSandboxFilter *self,
              const DeskSandboxRecord *record)
{
  if (self->oldest == NULL && self->newest == NULL)
    return TRUE;

  return record->date != NULL &&
         (self->oldest == NULL || g_strcmp0 (record->date, self->oldest) >= 0) &&
         (self->newest == NULL || g_strcmp0 (record->date, self->newest) <= 0);
}

static gboolean
is_on_invoice (DeskJsonSlice  record,
               const char    *invoice_number)
{
  for (guint i = 0; i < G_N_ELEMENTS (invoice_paths); i++)
    if (desk_json_slice_equals_string (desk_json_slice_get_path (record, invoice_paths[i]), invoice_number))
      return TRUE;

  return FALSE;
}

static gboolean
lists_service_point (DeskJsonSlice  record,
                     const char    *id)
{
  DeskJsonIter iter;
  DeskJsonSlice element;

  desk_json_iter_init (&iter, desk_json_slice_get_member (record, "service_points"));
  while (desk_json_iter_next (&iter, NULL, &element))
    if (desk_json_slice_equals_string (element, id))
      return TRUE;

  return FALSE;
}

/* What too few records have to be kept beside their text. */
static gboolean
matches_text (const DeskSandboxFilter *self,
              const DeskSandboxRecord *record)
{
  DeskJsonSlice slice = { record->json, record->length };

  return (self->invoice_number == NULL || is_on_invoice (slice, self->invoice_number)) &&
         (self->supplied_id == NULL || lists_service_point (slice, self->supplied_id));
}

gboolean
desk_sandbox_filter_matches (const DeskSandboxFilter *self,
                             const DeskSandboxRecord *record)
{
  return (self->account_id == NULL || g_strcmp0 (self->account_id, record->account_id) == 0) &&
         (self->service_point_id == NULL || g_strcmp0 (self->service_point_id, record->service_point_id) == 0) &&
         (self->status == NULL || g_strcmp0 (self->status, record->status) == 0) &&
         matches_time (self, record) && matches_days (self, record) && matches_text (self, record);
}
