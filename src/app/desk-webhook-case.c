/* desk-webhook-case.c: a webhook that is acted on, until it is known what it caused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-webhook-case.h"

struct _DeskWebhookCase
{
  DeskWebhookMessage *message;   /* (owned) */
  DeskInspectorEntry *entry;     /* (owned) (nullable) */
  GPtrArray          *resources; /* (owned) (element-type DeskResource): to be fetched */
  gint64              began_at;  /* monotonic time, microseconds */
};

DeskWebhookCase *
desk_webhook_case_new (DeskWebhookMessage *message,
                       DeskInspectorEntry *entry)
{
  DeskWebhookCase *self;

  g_return_val_if_fail (DESK_IS_WEBHOOK_MESSAGE (message), NULL);
  g_return_val_if_fail (entry == NULL || DESK_IS_INSPECTOR_ENTRY (entry), NULL);

  self = g_new0 (DeskWebhookCase, 1);
  self->message = g_object_ref (message);
  g_set_object (&self->entry, entry);
  self->resources = g_ptr_array_new ();
  self->began_at = g_get_monotonic_time ();

  return self;
}

void
desk_webhook_case_free (DeskWebhookCase *self)
{
  g_object_unref (self->message);
  g_clear_object (&self->entry);
  g_ptr_array_unref (self->resources);
  g_free (self);
}

void
desk_webhook_case_add_resource (DeskWebhookCase    *self,
                                const DeskResource *resource)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (resource != NULL);

  g_ptr_array_add (self->resources, (gpointer) resource);
}

static void
say (DeskWebhookCase *self,
     const char      *effect)
{
  if (self->entry != NULL)
    desk_inspector_entry_set_effect (self->entry, effect);
}

void
desk_webhook_case_take_failure (DeskWebhookCase *self,
                                const GError    *error)
{
  g_autofree char *effect = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (error != NULL);

  effect = desk_webhook_words_dup_failure (error);
  say (self, effect);
}

void
desk_webhook_case_take_switch_off (DeskWebhookCase *self)
{
  g_return_if_fail (self != NULL);

  say (self, desk_webhook_words_effect (DESK_WEBHOOK_EFFECT_OFF));
}

static DeskConsent *
dup_consent (DeskDirectory *directory,
             const char    *id)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_consents (directory);

  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);

      if (g_str_equal (desk_consent_get_id (consent), id))
        return g_object_ref (consent);
    }

  return NULL;
}

static DeskWebhookEffect
judge (DeskWebhookCase *self,
       DeskDirectory   *directory,
       gint64           now,
       GHashTable      *changed)
{
  const char *id = desk_webhook_message_get_consent_id (self->message);
  const char *end_user_id = desk_webhook_message_get_end_user_id (self->message);
  g_autoptr(DeskConsent) consent = id != NULL ? dup_consent (directory, id) : NULL;
  g_autoptr(DeskEndUser) end_user = end_user_id != NULL ? desk_directory_dup_end_user (directory, end_user_id) : NULL;

  if (id != NULL && g_hash_table_contains (changed, id))
    return GPOINTER_TO_INT (g_hash_table_lookup (changed, id));
  if (consent != NULL)
    return desk_consent_get_status (consent, now) == DESK_CONSENT_STATUS_ENDED ? DESK_WEBHOOK_EFFECT_WAS_OVER
                                                                               : DESK_WEBHOOK_EFFECT_IS_ACTIVE;

  return end_user == NULL ? DESK_WEBHOOK_EFFECT_UNKNOWN_END_USER : DESK_WEBHOOK_EFFECT_UNKNOWN_CONSENT;
}

void
desk_webhook_case_take_consents (DeskWebhookCase *self,
                                 DeskDirectory   *directory,
                                 gint64           now,
                                 GHashTable      *changed)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (DESK_IS_DIRECTORY (directory));
  g_return_if_fail (changed != NULL);

  say (self, desk_webhook_words_effect (judge (self, directory, now, changed)));
}

static gboolean
contains (GListModel         *items,
          const DeskResource *resource)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);

      if (desk_sync_item_get_resource (item) == resource)
        return TRUE;
    }

  return FALSE;
}

static char *
describe (DeskWebhookCase    *self,
          const DeskResource *resource,
          DeskSyncLog        *log,
          GListModel         *fetched)
{
  const DeskSyncEntry *entry = desk_sync_log_find (log, desk_webhook_message_get_end_user_id (self->message), resource);

  if (entry != NULL && contains (fetched, resource))
    return desk_webhook_words_dup_fetched (resource, entry);
  if (entry != NULL && entry->began_at >= self->began_at)
    return desk_webhook_words_dup_fetched_since (resource);

  return desk_webhook_words_dup_not_shared (resource);
}

void
desk_webhook_case_take_fetch (DeskWebhookCase *self,
                              DeskSyncLog     *log,
                              GListModel      *fetched)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) lines = NULL;
  g_autofree char *effect = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (DESK_IS_SYNC_LOG (log));

  if (fetched == NULL)
    {
      say (self, desk_webhook_words_effect (DESK_WEBHOOK_EFFECT_UNKNOWN_END_USER));
      return;
    }

  for (guint i = 0; i < self->resources->len; i++)
    {
      g_autofree char *line = describe (self, g_ptr_array_index (self->resources, i), log, fetched);

      g_strv_builder_add (builder, line);
    }
  lines = g_strv_builder_end (builder);
  effect = g_strjoinv ("; ", lines);
  say (self, effect);
}
