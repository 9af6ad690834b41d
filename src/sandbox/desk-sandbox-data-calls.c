/* desk-sandbox-data-calls.c: the calls that read data under consents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-data-calls.h"

#include "desk-sandbox-filter.h"
#include "desk-sandbox-pager.h"
#include "desk-sandbox-row.h"

/* What one call reads. The consent that was read last is remembered, since a page has many rows of one. */
typedef struct
{
  DeskSandboxCall          *call;     /* (not owned) */
  DeskSandboxWorld         *world;    /* (not owned) */
  const DeskSandboxDataSet *data_set; /* static */
  DeskSandboxFilter         filter;   /* (owned) */
  const DeskSandboxConsent *consent;  /* (not owned) (nullable) */
  DeskSandboxCustomer      *customer; /* (not owned) (nullable): whose data file may not be there in this run */
  GPtrArray                *records;  /* (not owned) (nullable) */
  DeskSandboxBulk          *bulk;     /* (not owned) (nullable): what is read instead of @records */
} Reading;

static void
turn_to (Reading                  *reading,
         const DeskSandboxConsent *consent)
{
  if (reading->consent == consent)
    return;

  reading->consent = consent;
  reading->customer = desk_sandbox_directory_find_customer (reading->world->directory, consent->institution_id,
                                                            consent->customer_id);
  reading->records = NULL;
  reading->bulk = NULL;
  if (reading->customer != NULL)
    {
      reading->records = desk_sandbox_customer_get_records (reading->customer, reading->data_set->name);
      reading->bulk = desk_sandbox_customer_get_bulk (reading->customer, reading->data_set->name);
    }
}

static guint
count_records (const Reading *reading)
{
  if (reading->bulk != NULL)
    return desk_sandbox_bulk_get_length (reading->bulk);

  return reading->records != NULL ? reading->records->len : 0;
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
               Reading         *reading)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (DeskSandboxSegment));
  GPtrArray *consents = desk_sandbox_state_get_consents (call->world->state);

  for (guint i = 0; i < consents->len; i++)
    {
      DeskSandboxConsent *consent = g_ptr_array_index (consents, i);

      if (!gives_data (call, reading, consent))
        continue;

      turn_to (reading, consent);
      if (reading->records != NULL)
        {
          DeskSandboxSegment segment = { consent->sequence, count_records (reading), consent };

          consent->last_accessed = desk_sandbox_state_get_now (call->world->state);
          g_array_append_val (segments, segment);
        }
    }

  return segments;
}

static const DeskSandboxRecord *
get_record (Reading                  *reading,
            const DeskSandboxSegment *segment,
            guint                     position)
{
  turn_to (reading, segment->source);

  return reading->bulk != NULL ? desk_sandbox_bulk_get (reading->bulk, position)
                               : g_ptr_array_index (reading->records, position);
}

/* Not what the bank says counts, but what the transaction was put into. */
static gboolean
has_category (const Reading           *reading,
              const DeskSandboxRecord *record)
{
  g_autofree char *category = NULL;

  if (reading->filter.categories == NULL)
    return TRUE;

  category = desk_sandbox_row_dup_category (reading->world->state, record);
  return category != NULL && g_strv_contains (reading->filter.categories, category);
}

static gboolean
match_row (const DeskSandboxSegment *segment,
           guint                     position,
           gpointer                  user_data)
{
  Reading *reading = user_data;
  const DeskSandboxConsent *consent = segment->source;
  const DeskSandboxRecord *record = get_record (reading, segment, position);

  return desk_sandbox_filter_matches (&reading->filter, record) && has_category (reading, record) &&
         desk_sandbox_customer_shares (reading->customer, record, (const char *const *) consent->account_ids);
}

static void
write_row (const DeskSandboxSegment *segment,
           guint                     position,
           GString                  *text,
           gpointer                  user_data)
{
  Reading *reading = user_data;

  desk_sandbox_row_append (text, reading->call, reading->data_set, segment->source,
                           get_record (reading, segment, position));
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
  Reading reading = { .call = call, .world = call->world, .data_set = data_set };
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
