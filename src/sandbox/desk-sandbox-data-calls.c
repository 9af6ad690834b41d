/* desk-sandbox-data-calls.c: the calls that read data under consents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-data-calls.h"

#include "desk-sandbox-filter.h"
#include "desk-sandbox-pager.h"

/* What one call reads. */
typedef struct
{
  DeskSandboxWorld         *world;    /* (not owned) */
  const DeskSandboxDataSet *data_set; /* static */
  DeskSandboxFilter         filter;   /* (owned) */
} Reading;

static DeskSandboxCustomer *
find_customer (DeskSandboxWorld         *world,
               const DeskSandboxConsent *consent)
{
  return desk_sandbox_directory_find_customer (world->directory, consent->institution_id, consent->customer_id);
}

static GPtrArray *
get_records (const Reading            *reading,
             const DeskSandboxConsent *consent)
{
  DeskSandboxCustomer *customer = find_customer (reading->world, consent);

  /* The customer's data file may not be there in this run. */
  return customer != NULL ? desk_sandbox_customer_get_records (customer, reading->data_set->name) : NULL;
}

static gboolean
gives_data (DeskSandboxCall          *call,
            const Reading            *reading,
            const DeskSandboxConsent *consent)
{
  const char *institution_id = NULL;

  if (reading->data_set->filters & DESK_SANDBOX_FILTER_INSTITUTION)
    institution_id = desk_sandbox_form_get (call->query, "institution_id");

  return g_str_equal (consent->end_user_id, desk_sandbox_form_get (call->query, "end_user_id")) &&
         desk_sandbox_consent_is_active (consent, desk_sandbox_state_get_now (call->world->state)) &&
         g_strv_contains ((const char *const *) consent->permissions, reading->data_set->permission) &&
         (institution_id == NULL || g_str_equal (institution_id, consent->institution_id));
}

static GArray *
list_segments (DeskSandboxCall *call,
               const Reading   *reading)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (DeskSandboxSegment));
  GPtrArray *consents = desk_sandbox_state_get_consents (call->world->state);

  for (guint i = 0; i < consents->len; i++)
    {
      DeskSandboxConsent *consent = g_ptr_array_index (consents, i);
      GPtrArray *records;

      if (!gives_data (call, reading, consent))
        continue;

      records = get_records (reading, consent);
      if (records != NULL)
        {
          DeskSandboxSegment segment = { consent->sequence, records->len, consent };

          consent->last_accessed = desk_sandbox_state_get_now (call->world->state);
          g_array_append_val (segments, segment);
        }
    }

  return segments;
}

static const DeskSandboxRecord *
get_record (const Reading            *reading,
            const DeskSandboxSegment *segment,
            guint                     position)
{
  return g_ptr_array_index (get_records (reading, segment->source), position);
}

static gboolean
match_row (const DeskSandboxSegment *segment,
           guint                     position,
           gpointer                  user_data)
{
  const Reading *reading = user_data;
  const DeskSandboxConsent *consent = segment->source;
  const DeskSandboxRecord *record = get_record (reading, segment, position);

  return desk_sandbox_filter_matches (&reading->filter, record) &&
         desk_sandbox_customer_shares (find_customer (reading->world, consent), record,
                                       (const char *const *) consent->account_ids);
}

static void
write_row (const DeskSandboxSegment *segment,
           guint                     position,
           GString                  *text,
           gpointer                  user_data)
{
  const DeskSandboxConsent *consent = segment->source;
  const DeskSandboxRecord *record = get_record (user_data, segment, position);

  g_string_append_len (text, record->json, (gssize) record->length - 1);
  g_string_append_printf (text, ",\"arrangement_id\":\"%s\"}", consent->arrangement_id);
}

/* Not a page but all of it, and in version 1 the first one once more (fiskil-api.md 1.4). */
static void
reply_whole (DeskSandboxCall *call,
             GArray          *segments,
             Reading         *reading)
{
  GString *rows = g_string_new (NULL);
  g_autofree char *first = NULL;
  GString *text = g_string_new (NULL);
  gsize length;

  for (guint i = 0; i < segments->len; i++)
    {
      const DeskSandboxSegment *segment = &g_array_index (segments, DeskSandboxSegment, i);

      for (guint position = 0; position < segment->length; position++)
        {
          if (!match_row (segment, position, reading))
            continue;

          if (rows->len > 0)
            g_string_append_c (rows, ',');
          write_row (segment, position, rows, reading);
          if (first == NULL)
            first = g_strndup (rows->str, rows->len);
        }
    }

  g_string_append_printf (text, "{\"%s\":[%s]", reading->data_set->root, rows->str);
  if (call->version == 1)
    g_string_append_printf (text, ",\"customer\":%s", first != NULL ? first : "null");
  g_string_append_c (text, '}');
  g_string_free (rows, TRUE);
  length = text->len;
  desk_sandbox_call_reply (call, g_string_free (text, FALSE), length);
}

void
desk_sandbox_data_reply (DeskSandboxCall          *call,
                         const DeskSandboxDataSet *data_set)
{
  Reading reading = { call->world, data_set, { 0 } };
  const char *end_user_id = desk_sandbox_form_get (call->query, "end_user_id");
  const char *problem = desk_sandbox_filter_init (&reading.filter, data_set->filters, call->query);

  if (end_user_id == NULL || end_user_id[0] == '\0')
    problem = "The end_user_id parameter is required";

  if (problem != NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "InvalidRequest", problem);
    }
  else
    {
      g_autoptr(GArray) segments = list_segments (call, &reading);

      if (data_set->paginated)
        desk_sandbox_pager_reply (call, data_set->root, segments, match_row, write_row, &reading);
      else
        reply_whole (call, segments, &reading);
    }

  desk_sandbox_filter_clear (&reading.filter);
}
