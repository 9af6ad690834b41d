/* desk-sandbox-freshness-calls.c: the call that says how fresh the data is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-freshness-calls.h"

#include "desk-instant.h"
#include "desk-sandbox-data-set.h"
#include "desk-sandbox-pager.h"

#define SYNC_INTERVAL G_TIME_SPAN_DAY

static gboolean
match_row (const DeskSandboxSegment *segment,
           guint                     position,
           gpointer                  user_data)
{
  DeskSandboxCall *call = user_data;
  const DeskSandboxConsent *consent = segment->source;
  const DeskSandboxDataSet *data_set = desk_sandbox_data_set_get (position);
  DeskSandboxCustomer *customer =
    desk_sandbox_directory_find_customer (call->world->directory, consent->institution_id, consent->customer_id);

  return customer != NULL && g_strv_contains ((const char *const *) consent->permissions, data_set->permission) &&
         (g_str_has_prefix (data_set->name, "common.") ||
          g_str_has_prefix (data_set->name, desk_sandbox_customer_get_industry (customer)));
}

static void
write_row (const DeskSandboxSegment *segment,
           guint                     position,
           GString                  *text,
           gpointer                  user_data)
{
  DeskSandboxCall *call = user_data;
  const DeskSandboxConsent *consent = segment->source;
  gint64 age = MAX (desk_sandbox_state_get_now (call->world->state) - consent->created_at, 0);
  g_autofree char *synced = desk_instant_format (consent->created_at + age / SYNC_INTERVAL * SYNC_INTERVAL);

  g_string_append_printf (text, "{\"institution_id\":\"%s\",\"arrangement_id\":\"%s\",\"data_set\":\"%s\","
                          "\"last_synced_at\":\"%s\"}",
                          consent->institution_id, consent->arrangement_id,
                          desk_sandbox_data_set_get (position)->name, synced);
}

void
desk_sandbox_freshness_list (DeskSandboxCall *call)
{
  const char *end_user_id = desk_sandbox_form_get_given (call->query, "end_user_id");
  g_autoptr(GArray) segments = g_array_new (FALSE, FALSE, sizeof (DeskSandboxSegment));
  GPtrArray *consents = desk_sandbox_state_get_consents (call->world->state);

  if (end_user_id == NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "InvalidRequest", "The end_user_id parameter is required");
      return;
    }

  for (guint i = 0; i < consents->len; i++)
    {
      DeskSandboxConsent *consent = g_ptr_array_index (consents, i);
      DeskSandboxSegment segment = { consent->sequence, desk_sandbox_data_set_count (), consent };

      if (g_str_equal (consent->end_user_id, end_user_id) &&
          desk_sandbox_consent_is_active (consent, desk_sandbox_state_get_now (call->world->state)))
        g_array_append_val (segments, segment);
    }

  desk_sandbox_pager_reply (call, "data_freshness", segments, match_row, write_row, call);
}
