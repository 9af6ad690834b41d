/* desk-link-report.c: a link attempt as text, for a support request
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-link-report.h"

#include <glib/gi18n-lib.h>

static void
add_line (GString    *text,
          const char *label,
          const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s: %s\n", label, value);
}

char *
desk_link_report_new (DeskLinkAttempt *attempt,
                      const char      *timeline)
{
  g_autoptr(GString) text = NULL;
  const DeskOutcome *outcome;
  DeskConsent *consent;

  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (attempt), NULL);
  g_return_val_if_fail (timeline != NULL, NULL);

  text = g_string_new (NULL);
  outcome = desk_link_attempt_get_outcome (attempt);
  consent = desk_link_attempt_get_consent (attempt);

  add_line (text, _("Outcome"), outcome != NULL ? _(outcome->title) : NULL);
  add_line (text, _("Cause"), desk_link_attempt_get_cause (attempt));
  add_line (text, _("Code"), desk_link_attempt_get_code (attempt));
  add_line (text, _("End user ID"), desk_end_user_get_id (desk_link_attempt_get_end_user (attempt)));
  add_line (text, _("Session ID"), desk_link_attempt_get_session_id (attempt));
  add_line (text, _("Consent ID"), consent != NULL ? desk_consent_get_id (consent) : NULL);
  add_line (text, _("Error ID"), desk_link_attempt_get_error_id (attempt));
  add_line (text, _("About the error"), desk_link_attempt_get_error_uri (attempt));
  add_line (text, _("Message"), desk_link_attempt_get_message (attempt));
  g_string_append_c (text, '\n');
  g_string_append (text, timeline);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
