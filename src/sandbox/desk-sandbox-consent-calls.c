/* desk-sandbox-consent-calls.c: the calls about consents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-core-calls.h"
#include "desk-sandbox-json.h"
#include "desk-sandbox-pager.h"

static gboolean
read_active (DeskSandboxCall *call,
             const char     **active)
{
  static const char *const words[] = { "true", "false", NULL };

  *active = desk_sandbox_form_get (call->query, "active");
  return *active == NULL || g_strv_contains (words, *active);
}

static gboolean
is_wanted (DeskSandboxCall          *call,
           const DeskSandboxConsent *consent,
           const char               *active)
{
  const char *end_user_id = desk_sandbox_form_get (call->query, "end_user_id");
  gboolean is_active = desk_sandbox_consent_is_active (consent, desk_sandbox_state_get_now (call->world->state));

  return (end_user_id == NULL || g_str_equal (end_user_id, consent->end_user_id)) &&
         (active == NULL || g_str_equal (active, is_active ? "true" : "false"));
}

static void
write_row (const DeskSandboxSegment *segment,
           guint                     position,
           GString                  *text,
           gpointer                  user_data)
{
  DeskSandboxWorld *world = user_data;
  const DeskSandboxConsent *consent = segment->source;
  DeskSandboxEndUser *end_user = desk_sandbox_state_find_end_user (world->state, consent->end_user_id);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *json = NULL;

  desk_sandbox_consent_show (consent, end_user != NULL ? end_user->email : NULL,
                             desk_sandbox_directory_find_institution (world->directory, consent->institution_id),
                             world->auth_origin,
                             desk_sandbox_state_get_now (world->state), builder);
  json = desk_sandbox_json_dup_text (builder);
  g_string_append (text, json);
}

void
desk_sandbox_core_list_consents (DeskSandboxCall *call)
{
  g_autoptr(GArray) segments = g_array_new (FALSE, FALSE, sizeof (DeskSandboxSegment));
  GPtrArray *consents = desk_sandbox_state_get_consents (call->world->state);
  const char *active;

  if (!read_active (call, &active))
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "bad_request", "The active parameter is not true or false");
      return;
    }

  for (guint i = 0; i < consents->len; i++)
    {
      DeskSandboxConsent *consent = g_ptr_array_index (consents, i);
      DeskSandboxSegment segment = { consent->sequence, 1, consent };

      if (is_wanted (call, consent, active))
        g_array_append_val (segments, segment);
    }

  desk_sandbox_pager_reply_list (call, "consents", segments, write_row, call->world);
}

/* Also for an id that is not there, as the real service does (fiskil-api.md 2.3). */
void
desk_sandbox_core_revoke_consent (DeskSandboxCall *call)
{
  DeskSandboxConsent *consent = desk_sandbox_state_find_consent (call->world->state, call->argument);

  if (consent != NULL)
    {
      desk_sandbox_consent_end (consent, desk_sandbox_state_get_now (call->world->state));
      desk_sandbox_state_save (call->world->state);
    }

  desk_sandbox_call_reply_empty (call);
}
