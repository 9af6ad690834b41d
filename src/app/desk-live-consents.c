/* desk-live-consents.c: asks the service for its consents, until it answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-live-consents.h"

/* An end of a consent must not be missed because the service could not be asked at once: the wait doubles up to the last. */
#define FIRST_RETRY_MS 1000
#define LAST_RETRY_MS 60000

struct _DeskLiveConsents
{
  GObject       parent_instance;

  DeskContext  *context; /* (unowned): %NULL once it is stopped */
  GCancellable *cancellable;
  GPtrArray    *cases;   /* (owned) (element-type DeskWebhookCase): about consents; the service is to be asked */
  GPtrArray    *asked;   /* (owned) (element-type DeskWebhookCase): of these, what the service is being asked about */
  GHashTable   *changed; /* (owned): consent id (owned) -> DeskWebhookEffect, since the service was last asked */
  guint         retry_id; /* asks the service again */
  guint         retry_ms;
  gboolean      is_refreshing;
  gboolean      is_stale; /* an event came since the service was asked */
};

enum
{
  SHRUNK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskLiveConsents, desk_live_consents, G_TYPE_OBJECT)

static void refresh (DeskLiveConsents *self);

static GPtrArray *
new_cases (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) desk_webhook_case_free);
}

static gboolean
retry_cb (gpointer user_data)
{
  DeskLiveConsents *self = user_data;

  self->retry_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
retry_later (DeskLiveConsents *self)
{
  self->retry_ms = CLAMP (2 * self->retry_ms, FIRST_RETRY_MS, LAST_RETRY_MS);
  if (self->retry_id == 0)
    self->retry_id = g_timeout_add (self->retry_ms, retry_cb, self);
}

static void
consent_ended_cb (DeskLiveConsents *self,
                  DeskConsent      *consent)
{
  g_hash_table_insert (self->changed, g_strdup (desk_consent_get_id (consent)),
                       GINT_TO_POINTER (DESK_WEBHOOK_EFFECT_ENDED));
}

static void
consent_shrunk_cb (DeskLiveConsents *self,
                   DeskConsent      *consent)
{
  g_hash_table_insert (self->changed, g_strdup (desk_consent_get_id (consent)),
                       GINT_TO_POINTER (DESK_WEBHOOK_EFFECT_SHRANK));
  g_signal_emit (self, signals[SHRUNK], 0, consent);
}

static void
tell_consents (DeskLiveConsents *self,
               DeskDirectory    *directory)
{
  gint64 now = desk_clock_get_now (desk_context_get_clock (self->context));

  for (guint i = 0; i < self->asked->len; i++)
    desk_webhook_case_take_consents (g_ptr_array_index (self->asked, i), directory, now, self->changed);
  g_ptr_array_set_size (self->asked, 0);
  g_hash_table_remove_all (self->changed);
}

static void
tell_failure (DeskLiveConsents *self,
              const GError     *error)
{
  for (guint i = 0; i < self->asked->len; i++)
    desk_webhook_case_take_failure (g_ptr_array_index (self->asked, i), error);
  g_ptr_array_extend_and_steal (self->cases, g_steal_pointer (&self->asked));
  self->asked = new_cases ();
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DeskLiveConsents) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_done = desk_directory_refresh_finish (DESK_DIRECTORY (source), result, &error);

  self->is_refreshing = FALSE;
  g_signal_handlers_disconnect_by_data (source, self);
  if (self->context == NULL)
    return;

  if (is_done)
    {
      self->retry_ms = 0;
      tell_consents (self, DESK_DIRECTORY (source));
    }
  else
    {
      tell_failure (self, error);
      retry_later (self);
    }
  if (self->is_stale)
    refresh (self);
}

static void
refresh (DeskLiveConsents *self)
{
  DeskDirectory *directory = desk_context_get_directory (self->context);

  self->is_stale = self->is_refreshing;
  if (self->is_refreshing || directory == NULL)
    return;

  self->is_refreshing = TRUE;
  g_ptr_array_extend_and_steal (self->asked, g_steal_pointer (&self->cases));
  self->cases = new_cases ();
  g_signal_connect_swapped (directory, "consent-ended", G_CALLBACK (consent_ended_cb), self);
  g_signal_connect_swapped (directory, "consent-shrunk", G_CALLBACK (consent_shrunk_cb), self);
  desk_directory_refresh_async (directory, self->cancellable, refreshed_cb, g_object_ref (self));
}

static void
desk_live_consents_dispose (GObject *object)
{
  desk_live_consents_stop (DESK_LIVE_CONSENTS (object));

  G_OBJECT_CLASS (desk_live_consents_parent_class)->dispose (object);
}

static void
desk_live_consents_finalize (GObject *object)
{
  DeskLiveConsents *self = DESK_LIVE_CONSENTS (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->asked);
  g_hash_table_unref (self->changed);

  G_OBJECT_CLASS (desk_live_consents_parent_class)->finalize (object);
}

static void
desk_live_consents_class_init (DeskLiveConsentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_live_consents_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_live_consents_finalize;

  signals[SHRUNK] = g_signal_new ("shrunk", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DESK_TYPE_CONSENT);
}

static void
desk_live_consents_init (DeskLiveConsents *self)
{
  self->cancellable = g_cancellable_new ();
  self->cases = new_cases ();
  self->asked = new_cases ();
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DeskLiveConsents *
desk_live_consents_new (DeskContext *context)
{
  DeskLiveConsents *self;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);

  self = g_object_new (DESK_TYPE_LIVE_CONSENTS, NULL);
  self->context = context;

  return self;
}

void
desk_live_consents_ask (DeskLiveConsents *self,
                        DeskWebhookCase  *webhook)
{
  g_return_if_fail (DESK_IS_LIVE_CONSENTS (self));
  g_return_if_fail (webhook != NULL);

  g_ptr_array_add (self->cases, webhook);
  refresh (self);
}

gboolean
desk_live_consents_is_asking (DeskLiveConsents *self)
{
  g_return_val_if_fail (DESK_IS_LIVE_CONSENTS (self), FALSE);

  return self->is_refreshing || self->retry_id != 0;
}

void
desk_live_consents_stop (DeskLiveConsents *self)
{
  g_return_if_fail (DESK_IS_LIVE_CONSENTS (self));

  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  self->context = NULL;
}
