/* desk-sandbox-record.h: one record that the sandbox serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The filter instant of a record that has neither a posting nor an execution time. */
#define DESK_SANDBOX_NO_INSTANT G_MININT64

/**
 * DeskSandboxRecord:
 * @json: (owned): the record as one JSON object, with `fiskil_id` and
 *   `institution_id`, without `arrangement_id`, which is added when it is served
 * @length: the length of @json in bytes
 * @account_id: (owned) (nullable): the account that the record belongs to, or pays
 * @service_point_id: (owned) (nullable): the service point that the record belongs to
 * @status: (owned) (nullable): `PENDING` or `POSTED`
 * @secondary_category: (owned) (nullable): `category.secondary_category`
 * @date: (owned) (nullable): `read_start_date`, or `issue_date` of an invoice, as `YYYY-MM-DD`
 * @instant: the posting time, else the execution time, else %DESK_SANDBOX_NO_INSTANT
 *
 * The text as it is served and beside it what the query filters look at, so
 * that a page is cut without reading JSON.
 */
typedef struct
{
  char   *json;
  gsize   length;
  char   *account_id;
  char   *service_point_id;
  char   *status;
  char   *secondary_category;
  char   *date;
  gint64  instant;
} DeskSandboxRecord;

/**
 * desk_sandbox_record_new:
 * @json: a JSON object in the names of the Fiskil Data API
 * @fiskil_id: the id that is added to it
 * @institution_id: the id that is added to it
 * @error: set in #DESK_JSON_ERROR if @json is not a JSON object
 *
 * Not one byte of @json is changed; the two members are added at its end.
 *
 * Returns: (transfer full) (nullable): the record, or %NULL with @error set
 */
DeskSandboxRecord *desk_sandbox_record_new  (const char         *json,
                                             const char         *fiskil_id,
                                             const char         *institution_id,
                                             GError            **error);

/**
 * desk_sandbox_record_dup_fiskil_id:
 *
 * Returns: (transfer full): the id that was added to the record
 */
char              *desk_sandbox_record_dup_fiskil_id (const DeskSandboxRecord *self);

/**
 * desk_sandbox_record_has_fiskil_id:
 *
 * Returns: whether @id was added to the record
 */
gboolean           desk_sandbox_record_has_fiskil_id (const DeskSandboxRecord *self,
                                                      const char              *id);
void               desk_sandbox_record_free (DeskSandboxRecord  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxRecord, desk_sandbox_record_free)

G_END_DECLS
