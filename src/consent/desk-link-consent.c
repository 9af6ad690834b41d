/* desk-link-consent.c: what the Consents API says of one consent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-consent.h"

DeskLinkConsent *
desk_link_consent_new (const char *id,
                       const char *end_user_id,
                       const char *institution_id,
                       gboolean    active,
                       const char *last_consent,
                       const char *expires_at)
{
  DeskLinkConsent *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (DeskLinkConsent, 1);
  self->id = g_strdup (id);
  self->end_user_id = g_strdup (end_user_id);
  self->institution_id = g_strdup (institution_id);
  self->active = active;
  self->last_consent = g_strdup (last_consent);
  self->expires_at = g_strdup (expires_at);
  return self;
}

DeskLinkConsent *
desk_link_consent_copy (const DeskLinkConsent *self)
{
  return desk_link_consent_new (self->id, self->end_user_id, self->institution_id, self->active,
                                self->last_consent, self->expires_at);
}

void
desk_link_consent_free (DeskLinkConsent *self)
{
  g_free (self->id);
  g_free (self->end_user_id);
  g_free (self->institution_id);
  g_free (self->last_consent);
  g_free (self->expires_at);
  g_free (self);
}

GPtrArray *
desk_link_consents_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) desk_link_consent_free);
}

static DeskLinkStanding
judge (const DeskLinkConsent *consent,
       const char            *end_user_id)
{
  if (g_strcmp0 (consent->end_user_id, end_user_id) != 0)
    return DESK_LINK_STANDING_FOREIGN;

  return consent->active ? DESK_LINK_STANDING_CONFIRMED : DESK_LINK_STANDING_INACTIVE;
}

DeskLinkStanding
desk_link_consents_judge (GPtrArray  *consents,
                          const char *id,
                          const char *end_user_id)
{
  DeskLinkStanding standing = DESK_LINK_STANDING_ABSENT;

  g_return_val_if_fail (id != NULL && end_user_id != NULL, DESK_LINK_STANDING_ABSENT);

  for (guint i = 0; i < consents->len; i++)
    {
      const DeskLinkConsent *consent = g_ptr_array_index (consents, i);

      if (g_str_equal (consent->id, id))
        standing = MAX (standing, judge (consent, end_user_id));
    }

  return standing;
}
