/* desk-consent-end.c: the ways in which a consent ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-end.h"

#include <glib/gi18n-lib.h>

/* As far as the service's clock may be ahead of ours. */
#define MAX_CLOCK_DIFFERENCE (5 * G_TIME_SPAN_MINUTE)

static const struct
{
  const char *name;
  const char *words;
  const char *explanation;
} ends[] = {
  [DESK_CONSENT_END_REVOKED] = {
    "revoked",
    N_("by you, with End sharing"),
    N_("It was ended from this program. What was fetched under it has been removed here."),
  },
  [DESK_CONSENT_END_DELETED] = {
    "end-user-deleted",
    N_("because the end user was deleted"),
    N_("It ended with its end user. What was fetched under it has been removed here."),
  },
  [DESK_CONSENT_END_EXPIRED] = {
    "expired",
    N_("by expiry"),
    N_("The agreed time was over. What was fetched under it has been removed here. To share again, the end user has to agree again."),
  },
  [DESK_CONSENT_END_CLOSED] = {
    "accounts-closed",
    N_("by the institution, because all accounts were closed"),
    N_("No account is left to share. What was fetched under it has been removed here."),
  },
  [DESK_CONSENT_END_ELSEWHERE] = {
    "elsewhere",
    N_("outside this program"),
    N_("The service does not say how: the end user stopped it at the institution, all accounts were closed, or another program ended it. What was fetched under it has been removed here."),
  },
  [DESK_CONSENT_END_UNKNOWN] = {
    "unknown",
    N_("by expiry, or before that outside this program"),
    N_("It was over when this program first saw it, and the service does not say whether it expired or was stopped before. What was fetched under it has been removed here."),
  },
};

static gboolean
says (const char *reason,
      const char *word)
{
  g_autofree char *text = reason != NULL ? g_ascii_strdown (reason, -1) : NULL;

  return text != NULL && strstr (text, word) != NULL;
}

static DeskConsentEnd
judge_after_expiry (const char *reason,
                    gboolean    was_seen)
{
  const gboolean says_expired = says (reason, "expired");
  const gboolean says_revoked = says (reason, "revoked");

  if (says_expired != says_revoked)
    return says_expired ? DESK_CONSENT_END_EXPIRED : DESK_CONSENT_END_ELSEWHERE;

  return was_seen ? DESK_CONSENT_END_EXPIRED : DESK_CONSENT_END_UNKNOWN;
}

DeskConsentEnd
desk_consent_end_judge (DeskConsent *consent,
                        gint64       now,
                        gboolean     was_seen)
{
  const char *reason;
  gint64 expires_at;

  g_return_val_if_fail (DESK_IS_CONSENT (consent), DESK_CONSENT_END_ELSEWHERE);

  reason = desk_consent_get_termination_reason (consent);
  expires_at = desk_consent_get_expires_at (consent);
  if (says (reason, "account") && says (reason, "closed"))
    return DESK_CONSENT_END_CLOSED;
  if (expires_at != 0 && expires_at <= now + MAX_CLOCK_DIFFERENCE)
    return judge_after_expiry (reason, was_seen);

  return DESK_CONSENT_END_ELSEWHERE;
}

const char *
desk_consent_end_get_name (DeskConsentEnd how)
{
  g_return_val_if_fail ((guint) how <= DESK_CONSENT_END_LAST, NULL);

  return ends[how].name;
}

DeskConsentEnd
desk_consent_end_from_name (const char *name)
{
  for (guint how = 0; how <= DESK_CONSENT_END_LAST; how++)
    {
      if (g_strcmp0 (ends[how].name, name) == 0)
        return (DeskConsentEnd) how;
    }

  return DESK_CONSENT_END_ELSEWHERE;
}

const char *
desk_consent_end_get_words (DeskConsentEnd how)
{
  g_return_val_if_fail ((guint) how <= DESK_CONSENT_END_LAST, NULL);

  return _(ends[how].words);
}

const char *
desk_consent_end_get_explanation (DeskConsentEnd how)
{
  g_return_val_if_fail ((guint) how <= DESK_CONSENT_END_LAST, NULL);

  return _(ends[how].explanation);
}
