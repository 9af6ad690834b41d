/* desk-link-snapshot.c: the consents as they were before the page opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-snapshot.h"

struct _DeskLinkSnapshot
{
  GHashTable *consents; /* (owned) (element-type utf8 DeskLinkConsent): by id; the keys are the values' */
};

DeskLinkSnapshot *
desk_link_snapshot_new (GPtrArray *consents)
{
  DeskLinkSnapshot *self = g_new0 (DeskLinkSnapshot, 1);

  self->consents = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                          (GDestroyNotify) desk_link_consent_free);
  for (guint i = 0; i < consents->len; i++)
    {
      DeskLinkConsent *consent = desk_link_consent_copy (g_ptr_array_index (consents, i));

      g_hash_table_replace (self->consents, consent->id, consent);
    }

  return self;
}

void
desk_link_snapshot_free (DeskLinkSnapshot *self)
{
  g_hash_table_unref (self->consents);
  g_free (self);
}

static gboolean
is_changed (const DeskLinkSnapshot *self,
            const DeskLinkConsent  *consent)
{
  const DeskLinkConsent *before = g_hash_table_lookup (self->consents, consent->id);

  return before == NULL
         || !before->active
         || g_strcmp0 (before->last_consent, consent->last_consent) != 0
         || g_strcmp0 (before->expires_at, consent->expires_at) != 0;
}

GPtrArray *
desk_link_snapshot_find_changed (const DeskLinkSnapshot *self,
                                 GPtrArray              *consents,
                                 const char             *end_user_id)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < consents->len; i++)
    {
      const DeskLinkConsent *consent = g_ptr_array_index (consents, i);

      if (!is_changed (self, consent)
          || g_ptr_array_find_with_equal_func (ids, consent->id, g_str_equal, NULL)
          || desk_link_consents_judge (consents, consent->id, end_user_id) != DESK_LINK_STANDING_CONFIRMED)
        continue;

      g_ptr_array_add (ids, g_strdup (consent->id));
    }

  return ids;
}
