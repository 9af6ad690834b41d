/* desk-revocations.c: which consents the user of this program ends, and which end otherwise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-revocations.h"

/**
 * DeskRevocations:
 * @revoked: ids of the consents that the user of this program has ended
 * @doubtful: those of them of which no answer tells whether the service did it
 * @seen: ids of the consents that were listed as active
 */
struct _DeskRevocations
{
  GHashTable *revoked;
  GHashTable *doubtful;
  GHashTable *seen;
};

DeskRevocations *
desk_revocations_new (void)
{
  DeskRevocations *self = g_new0 (DeskRevocations, 1);

  self->revoked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->doubtful = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
desk_revocations_free (DeskRevocations *self)
{
  g_hash_table_unref (self->revoked);
  g_hash_table_unref (self->doubtful);
  g_hash_table_unref (self->seen);
  g_free (self);
}

void
desk_revocations_note_asked (DeskRevocations *self,
                             const char      *consent_id)
{
  g_hash_table_add (self->revoked, g_strdup (consent_id));
  g_hash_table_remove (self->doubtful, consent_id);
}

void
desk_revocations_note_failed (DeskRevocations *self,
                              const char      *consent_id,
                              gboolean         is_uncertain)
{
  if (is_uncertain)
    g_hash_table_add (self->doubtful, g_strdup (consent_id));
  else
    g_hash_table_remove (self->revoked, consent_id);
}

void
desk_revocations_look (DeskRevocations *self,
                       GPtrArray       *consents)
{
  for (guint i = 0; i < consents->len; i++)
    {
      const char *id = desk_consent_get_id (g_ptr_array_index (consents, i));

      if (!desk_consent_get_active (g_ptr_array_index (consents, i)))
        continue;

      g_hash_table_add (self->seen, g_strdup (id));
      if (g_hash_table_remove (self->doubtful, id))
        g_hash_table_remove (self->revoked, id);
    }
}

DeskConsentEnd
desk_revocations_take_end (DeskRevocations *self,
                           DeskConsent     *consent,
                           gint64           now,
                           gboolean        *is_ours)
{
  const char *id = desk_consent_get_id (consent);
  const gboolean was_seen = g_hash_table_remove (self->seen, id);

  *is_ours = g_hash_table_remove (self->revoked, id);
  g_hash_table_remove (self->doubtful, id);

  return *is_ours ? DESK_CONSENT_END_REVOKED : desk_consent_end_judge (consent, now, was_seen);
}
