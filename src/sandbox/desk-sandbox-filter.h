/* desk-sandbox-filter.h: the query filters of a data call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-data-set.h"
#include "desk-sandbox-form.h"
#include "desk-sandbox-record.h"

G_BEGIN_DECLS

/**
 * DeskSandboxFilter:
 * @account_id: (nullable): the record's account
 * @service_point_id: (nullable): the record's service point
 * @status: (nullable): `PENDING` or `POSTED`
 * @categories: (owned) (nullable): one of them is the record's secondary category, which is for the
 *   caller to compare: a transaction may have been put into another one
 * @has_time: whether @from or @to was given
 * @from: the earliest time, in microseconds since the epoch
 * @to: the latest time
 * @oldest: (nullable): the first day, as `YYYY-MM-DD`
 * @newest: (nullable): the last day
 * @invoice_number: (nullable): the invoice's number, or of the invoice that a charge is on
 * @supplied_id: (nullable): one of the service points that an invoice lists
 *
 * What is not owned belongs to the query.
 */
typedef struct
{
  const char  *account_id;
  const char  *service_point_id;
  const char  *status;
  const char **categories;
  gboolean     has_time;
  gint64       from;
  gint64       to;
  const char  *oldest;
  const char  *newest;
  const char  *invoice_number;
  const char  *supplied_id;
} DeskSandboxFilter;

/**
 * desk_sandbox_filter_init:
 * @filters: which filters there are, a combination of #DeskSandboxDataSetFilter; the
 *   rest of the query is ignored
 * @query: must outlive @self
 *
 * Returns: (nullable): %NULL, or what is wrong with the query, to be sent back
 */
const char *desk_sandbox_filter_init    (DeskSandboxFilter       *self,
                                         guint                    filters,
                                         const DeskSandboxForm   *query);
void        desk_sandbox_filter_clear   (DeskSandboxFilter       *self);

/**
 * desk_sandbox_filter_matches:
 *
 * A record without a time or a day does not match a filter that asks for one
 * (fiskil-api.md 2.6).
 *
 * Returns: whether @record is asked for
 */
gboolean    desk_sandbox_filter_matches (const DeskSandboxFilter *self,
                                         const DeskSandboxRecord *record);

G_END_DECLS
