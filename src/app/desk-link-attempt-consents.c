/* desk-link-attempt-consents.c: the service's consents, as the state machine takes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-attempt-private.h"

#include "desk-instant.h"

static char *
dup_instant (gint64 instant)
{
  return instant != 0 ? desk_instant_format (instant) : NULL;
}

GPtrArray *
_desk_link_attempt_translate_consents (GPtrArray *consents)
{
  GPtrArray *translated = desk_link_consents_new ();

  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);
      g_autofree char *last_consent = dup_instant (desk_consent_get_last_consent (consent));
      g_autofree char *expires_at = dup_instant (desk_consent_get_expires_at (consent));

      g_ptr_array_add (translated,
                       desk_link_consent_new (desk_consent_get_id (consent),
                                              desk_consent_get_end_user_id (consent),
                                              desk_consent_get_institution_id (consent),
                                              desk_consent_get_active (consent),
                                              last_consent, expires_at));
    }

  return translated;
}
