/* desk-live-fetches.c: fetches what webhooks announce, many together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-live-fetches.h"

#include "desk-catalogue.h"
#include "desk-sync.h"

/* Events of one consent come together: what they are about is fetched together. */
#define GATHERING_MS 400

struct _DeskLiveFetches
{
  GObject           parent_instance;

  DeskContext      *context;  /* (unowned): %NULL once it is stopped */
  DeskLiveConsents *consents; /* (owned) */
  GCancellable     *cancellable;
  GHashTable       *wanted;   /* (owned): end user id (owned) -> Wanted (owned) */
  guint             gather_id;
};

G_DEFINE_FINAL_TYPE (DeskLiveFetches, desk_live_fetches, G_TYPE_OBJECT)

/**
 * Wanted:
 * @resources: (owned): DeskResource -> monotonic time of its last event
 * @cases: (owned) (element-type DeskWebhookCase): what announced them
 */
typedef struct
{
  GHashTable *resources;
  GPtrArray  *cases;
} Wanted;

/**
 * Fetch:
 * @log: (owned)
 * @cases: (owned) (element-type DeskWebhookCase): who waits for it
 */
typedef struct
{
  DeskSyncLog *log;
  GPtrArray   *cases;
} Fetch;

static void gather (DeskLiveFetches *self);

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_hash_table_unref (wanted->resources);
  g_ptr_array_unref (wanted->cases);
  g_free (wanted);
}

static void
fetch_free (Fetch *fetch)
{
  g_object_unref (fetch->log);
  g_ptr_array_unref (fetch->cases);
  g_free (fetch);
}

/* fetched: (nullable): NULL if the end user is not known */
static void
tell_fetch (GPtrArray   *cases,
            DeskSyncLog *log,
            GListModel  *fetched)
{
  for (guint i = 0; i < cases->len; i++)
    desk_webhook_case_take_fetch (g_ptr_array_index (cases, i), log, fetched);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fetch *fetch = user_data;

  /* The log of the context says what became of each data set. */
  desk_sync_run_finish (DESK_SYNC (source), result, NULL);
  tell_fetch (fetch->cases, fetch->log, desk_sync_get_items (DESK_SYNC (source)));
  fetch_free (fetch);
}

static gboolean
is_fetched_since (DeskLiveFetches    *self,
                  const char         *end_user_id,
                  const DeskResource *resource,
                  gint64              event_at)
{
  const DeskSyncEntry *entry = desk_sync_log_find (desk_context_get_sync_log (self->context), end_user_id, resource);

  return entry != NULL && entry->began_at >= event_at;
}

/* Returns: (transfer container) (array zero-terminated=1): those that nobody has fetched meanwhile */
static GPtrArray *
choose_resources (DeskLiveFetches *self,
                  const char      *end_user_id,
                  Wanted          *wanted)
{
  GPtrArray *resources = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer resource;
  gpointer event_at;

  g_hash_table_iter_init (&iter, wanted->resources);
  while (g_hash_table_iter_next (&iter, &resource, &event_at))
    if (!is_fetched_since (self, end_user_id, resource, *(gint64 *) event_at))
      g_ptr_array_add (resources, resource);
  g_ptr_array_add (resources, NULL);

  return resources;
}

static void
fetch (DeskLiveFetches *self,
       const char      *end_user_id,
       Wanted          *wanted)
{
  g_autoptr(DeskEndUser) end_user = desk_directory_dup_end_user (desk_context_get_directory (self->context), end_user_id);
  DeskSyncLog *log = desk_context_get_sync_log (self->context);
  g_autoptr(GPtrArray) resources = choose_resources (self, end_user_id, wanted);
  g_autoptr(DeskSync) sync = NULL;
  Fetch *fetch;

  if (end_user == NULL)
    {
      tell_fetch (wanted->cases, log, NULL);
      return;
    }

  fetch = g_new0 (Fetch, 1);
  fetch->log = g_object_ref (log);
  fetch->cases = g_ptr_array_ref (wanted->cases);
  sync = desk_sync_new (self->context, end_user);
  desk_sync_set_fresh (sync);
  desk_sync_set_only (sync, (const DeskResource *const *) (gpointer) resources->pdata);
  desk_sync_run_async (sync, self->cancellable, fetched_cb, fetch);
}

/* It was switched off since they came. */
static void
forget_wanted (DeskLiveFetches *self)
{
  GHashTableIter iter;
  gpointer wanted;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, NULL, &wanted))
    for (guint i = 0; i < ((Wanted *) wanted)->cases->len; i++)
      desk_webhook_case_take_switch_off (g_ptr_array_index (((Wanted *) wanted)->cases, i));
  g_hash_table_remove_all (self->wanted);
}

static Wanted *
want (DeskLiveFetches    *self,
      const char         *end_user_id,
      const DeskResource *resource)
{
  Wanted *wanted = g_hash_table_lookup (self->wanted, end_user_id);
  gint64 now = g_get_monotonic_time ();

  if (wanted == NULL)
    {
      wanted = g_new0 (Wanted, 1);
      wanted->resources = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      wanted->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_webhook_case_free);
      g_hash_table_insert (self->wanted, g_strdup (end_user_id), wanted);
    }
  g_hash_table_insert (wanted->resources, (gpointer) resource, g_memdup2 (&now, sizeof now));

  return wanted;
}

/* Whoever is being fetched for anyway has to wait: it may be in that fetch. So has what a consent permits that is not known yet. */
static gboolean
gather_cb (gpointer user_data)
{
  DeskLiveFetches *self = user_data;
  DeskSyncLog *log = desk_context_get_sync_log (self->context);
  GHashTableIter iter;
  gpointer end_user_id;
  gpointer wanted;

  self->gather_id = 0;
  if (!desk_context_get_refreshes_in_background (self->context))
    forget_wanted (self);

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &end_user_id, &wanted))
    {
      if (desk_live_consents_is_asking (self->consents) || desk_sync_log_is_busy (log, end_user_id))
        continue;

      fetch (self, end_user_id, wanted);
      g_hash_table_iter_remove (&iter);
    }
  gather (self);

  return G_SOURCE_REMOVE;
}

static void
gather (DeskLiveFetches *self)
{
  if (self->gather_id == 0 && g_hash_table_size (self->wanted) > 0)
    self->gather_id = g_timeout_add (GATHERING_MS, gather_cb, self);
}

/* Transactions are announced three times: those of the last months, without details, and in full (fiskil-api.md 4.3). */
static gboolean
is_announced (const DeskResource *resource,
              const char         *event)
{
  if (g_str_equal (resource->name, "banking.transactions") && g_str_has_prefix (event, "banking.transactions."))
    return g_str_has_suffix (event, ".sync.completed");

  return g_strcmp0 (resource->event, event) == 0 && resource->parent == NULL;
}

/* The purge takes everything of the consent: what is still shared has to be there again. */
static void
consent_shrunk_cb (DeskLiveFetches *self,
                   DeskConsent     *consent)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    if (resources[i]->parent == NULL && desk_consent_covers (consent, resources[i]))
      want (self, desk_consent_get_end_user_id (consent), resources[i]);
  gather (self);
}

static void
desk_live_fetches_dispose (GObject *object)
{
  desk_live_fetches_stop (DESK_LIVE_FETCHES (object));

  G_OBJECT_CLASS (desk_live_fetches_parent_class)->dispose (object);
}

static void
desk_live_fetches_finalize (GObject *object)
{
  DeskLiveFetches *self = DESK_LIVE_FETCHES (object);

  g_object_unref (self->consents);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->wanted);

  G_OBJECT_CLASS (desk_live_fetches_parent_class)->finalize (object);
}

static void
desk_live_fetches_class_init (DeskLiveFetchesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_live_fetches_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_live_fetches_finalize;
}

static void
desk_live_fetches_init (DeskLiveFetches *self)
{
  self->cancellable = g_cancellable_new ();
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wanted_free);
}

DeskLiveFetches *
desk_live_fetches_new (DeskContext      *context,
                       DeskLiveConsents *consents)
{
  DeskLiveFetches *self;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DESK_IS_LIVE_CONSENTS (consents), NULL);

  self = g_object_new (DESK_TYPE_LIVE_FETCHES, NULL);
  self->context = context;
  self->consents = g_object_ref (consents);
  g_signal_connect_object (consents, "shrunk", G_CALLBACK (consent_shrunk_cb), self, G_CONNECT_SWAPPED);

  return self;
}

gboolean
desk_live_fetches_is_data_set (const char *event)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    if (is_announced (resources[i], event))
      return TRUE;

  return FALSE;
}

void
desk_live_fetches_add (DeskLiveFetches    *self,
                       DeskWebhookMessage *message,
                       DeskWebhookCase    *webhook)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);
  Wanted *wanted = NULL;

  g_return_if_fail (DESK_IS_LIVE_FETCHES (self));
  g_return_if_fail (desk_live_fetches_is_data_set (desk_webhook_message_get_event (message)));
  g_return_if_fail (desk_webhook_message_get_end_user_id (message) != NULL);

  for (guint i = 0; i < n_resources; i++)
    {
      if (!is_announced (resources[i], desk_webhook_message_get_event (message)))
        continue;

      desk_webhook_case_add_resource (webhook, resources[i]);
      wanted = want (self, desk_webhook_message_get_end_user_id (message), resources[i]);
    }
  g_ptr_array_add (wanted->cases, webhook);
  gather (self);
}

void
desk_live_fetches_stop (DeskLiveFetches *self)
{
  g_return_if_fail (DESK_IS_LIVE_FETCHES (self));

  g_clear_handle_id (&self->gather_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->consents, self);
  self->context = NULL;
}
