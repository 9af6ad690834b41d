/* desk-live.c: acts on webhooks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-live.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <sys/random.h>

#include "desk-catalogue.h"
#include "desk-sync.h"
#include "desk-webhook-case.h"
#include "desk-webhook-receiver.h"

/* Events of one consent come together: what they are about is fetched together. */
#define GATHERING_MS 400

/* An end of a consent must not be missed because the service could not be asked at once: the wait doubles up to the last. */
#define FIRST_RETRY_MS 1000
#define LAST_RETRY_MS 60000

#define SECRET_LENGTH 32

struct _DeskLive
{
  GObject              parent_instance;

  DeskContext         *context;  /* (unowned) */
  DeskWebhookReceiver *receiver; /* (owned) (nullable): while it listens */
  GCancellable        *cancellable;
  GHashTable          *wanted;   /* (owned): end user id (owned) -> Wanted (owned) */
  GPtrArray           *cases;    /* (owned) (element-type DeskWebhookCase): about consents; the service is to be asked */
  GPtrArray           *asked;    /* (owned) (element-type DeskWebhookCase): of these, what the service is being asked about */
  GHashTable          *changed;  /* (owned): consent id (owned) -> DeskWebhookEffect, since the service was last asked */
  guint                gather_id;
  guint                retry_id; /* asks the service again */
  guint                retry_ms;
  gint64               heard_at; /* when the last valid webhook came, by the context's clock; 0 before */
  gboolean             is_refreshing;
  gboolean             is_stale; /* an event came since the service was asked */
};

G_DEFINE_FINAL_TYPE (DeskLive, desk_live, G_TYPE_OBJECT)

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

static void gather (DeskLive *self);
static void refresh (DeskLive *self);
static void replay_cb (DeskLive *self, DeskInspectorEntry *entry);
static Wanted *want (DeskLive *self, const char *end_user_id, const DeskResource *resource);

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_hash_table_unref (wanted->resources);
  g_ptr_array_unref (wanted->cases);
  g_free (wanted);
}

static GPtrArray *
new_cases (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) desk_webhook_case_free);
}

/* Says where webhooks are received.
 * problem: (nullable): why they are not */
static void
say_state (DeskLive   *self,
           const char *problem)
{
  g_autofree char *uri = desk_live_dup_uri (self);

  if (self->context != NULL)
    desk_inspector_set_receiver (desk_context_get_inspector (self->context), uri, problem);
}

static void
stop_listening (DeskLive *self)
{
  if (self->receiver == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->receiver, self);
  desk_webhook_receiver_stop (self->receiver);
  g_clear_object (&self->receiver);
}

static void
desk_live_dispose (GObject *object)
{
  desk_live_stop (DESK_LIVE (object));

  G_OBJECT_CLASS (desk_live_parent_class)->dispose (object);
}

static void
desk_live_finalize (GObject *object)
{
  DeskLive *self = DESK_LIVE (object);

  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->wanted);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->asked);
  g_hash_table_unref (self->changed);

  G_OBJECT_CLASS (desk_live_parent_class)->finalize (object);
}

static void
desk_live_class_init (DeskLiveClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_live_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_live_finalize;
}

static void
desk_live_init (DeskLive *self)
{
  self->cancellable = g_cancellable_new ();
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wanted_free);
  self->cases = new_cases ();
  self->asked = new_cases ();
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DeskLive *
desk_live_new (DeskContext *context)
{
  DeskLive *self;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);

  self = g_object_new (DESK_TYPE_LIVE, NULL);
  self->context = context;
  g_signal_connect_swapped (desk_context_get_inspector (context), "replay", G_CALLBACK (replay_cb), self);

  return self;
}

static gboolean
retry_cb (gpointer user_data)
{
  DeskLive *self = user_data;

  self->retry_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
retry_later (DeskLive *self)
{
  self->retry_ms = CLAMP (2 * self->retry_ms, FIRST_RETRY_MS, LAST_RETRY_MS);
  if (self->retry_id == 0)
    self->retry_id = g_timeout_add (self->retry_ms, retry_cb, self);
}

static void
consent_ended_cb (DeskLive    *self,
                  DeskConsent *consent)
{
  g_hash_table_insert (self->changed, g_strdup (desk_consent_get_id (consent)),
                       GINT_TO_POINTER (DESK_WEBHOOK_EFFECT_ENDED));
}

/* The purge takes everything of the consent: what is still shared has to be there again. */
static void
consent_shrunk_cb (DeskLive    *self,
                   DeskConsent *consent)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  g_hash_table_insert (self->changed, g_strdup (desk_consent_get_id (consent)),
                       GINT_TO_POINTER (DESK_WEBHOOK_EFFECT_SHRANK));
  for (guint i = 0; i < n_resources; i++)
    if (resources[i]->parent == NULL && desk_consent_covers (consent, resources[i]))
      want (self, desk_consent_get_end_user_id (consent), resources[i]);
  gather (self);
}

static void
tell_consents (DeskLive      *self,
               DeskDirectory *directory)
{
  gint64 now = desk_clock_get_now (desk_context_get_clock (self->context));

  for (guint i = 0; i < self->asked->len; i++)
    desk_webhook_case_take_consents (g_ptr_array_index (self->asked, i), directory, now, self->changed);
  g_ptr_array_set_size (self->asked, 0);
  g_hash_table_remove_all (self->changed);
}

static void
tell_failure (DeskLive     *self,
              const GError *error)
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
  g_autoptr(DeskLive) self = user_data;
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
refresh (DeskLive *self)
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
is_fetched_since (DeskLive           *self,
                  const char         *end_user_id,
                  const DeskResource *resource,
                  gint64              event_at)
{
  const DeskSyncEntry *entry = desk_sync_log_find (desk_context_get_sync_log (self->context), end_user_id, resource);

  return entry != NULL && entry->began_at >= event_at;
}

/* Returns: (transfer container) (array zero-terminated=1): those that nobody has fetched meanwhile */
static GPtrArray *
choose_resources (DeskLive   *self,
                  const char *end_user_id,
                  Wanted     *wanted)
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
fetch (DeskLive   *self,
       const char *end_user_id,
       Wanted     *wanted)
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
forget_wanted (DeskLive *self)
{
  GHashTableIter iter;
  gpointer wanted;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, NULL, &wanted))
    for (guint i = 0; i < ((Wanted *) wanted)->cases->len; i++)
      desk_webhook_case_take_switch_off (g_ptr_array_index (((Wanted *) wanted)->cases, i));
  g_hash_table_remove_all (self->wanted);
}

/* Whoever is being fetched for anyway has to wait: it may be in that fetch. So has what a consent permits that is not known yet. */
static gboolean
gather_cb (gpointer user_data)
{
  DeskLive *self = user_data;
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
      if (self->is_refreshing || self->retry_id != 0 || desk_sync_log_is_busy (log, end_user_id))
        continue;

      fetch (self, end_user_id, wanted);
      g_hash_table_iter_remove (&iter);
    }
  gather (self);

  return G_SOURCE_REMOVE;
}

static void
gather (DeskLive *self)
{
  if (self->gather_id == 0 && g_hash_table_size (self->wanted) > 0)
    self->gather_id = g_timeout_add (GATHERING_MS, gather_cb, self);
}

static Wanted *
want (DeskLive           *self,
      const char         *end_user_id,
      const DeskResource *resource)
{
  Wanted *wanted = g_hash_table_lookup (self->wanted, end_user_id);
  gint64 now = g_get_monotonic_time ();

  if (wanted == NULL)
    {
      wanted = g_new0 (Wanted, 1);
      wanted->resources = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      wanted->cases = new_cases ();
      g_hash_table_insert (self->wanted, g_strdup (end_user_id), wanted);
    }
  g_hash_table_insert (wanted->resources, (gpointer) resource, g_memdup2 (&now, sizeof now));

  return wanted;
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

/* Several data sets may be announced by one event. */
static void
want_announced (DeskLive           *self,
                DeskWebhookMessage *message,
                DeskWebhookCase    *its_case)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);
  Wanted *wanted = NULL;

  for (guint i = 0; i < n_resources; i++)
    {
      if (!is_announced (resources[i], desk_webhook_message_get_event (message)))
        continue;

      desk_webhook_case_add_resource (its_case, resources[i]);
      wanted = want (self, desk_webhook_message_get_end_user_id (message), resources[i]);
    }
  g_ptr_array_add (wanted->cases, its_case);
  gather (self);
}

static gboolean
is_data_set (const char *event)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    if (is_announced (resources[i], event))
      return TRUE;

  return FALSE;
}

/* Returns: what is to be done about it */
static DeskWebhookEffect
judge (DeskLive           *self,
       DeskWebhookMessage *message)
{
  const char *event = desk_webhook_message_get_event (message);

  if (desk_webhook_message_get_verdict (message) != DESK_WEBHOOK_VALID)
    return DESK_WEBHOOK_EFFECT_REFUSED;
  if (g_str_has_prefix (event, "consent."))
    return DESK_WEBHOOK_EFFECT_REFRESH;
  if (!is_data_set (event))
    return DESK_WEBHOOK_EFFECT_NONE;

  if (desk_webhook_message_get_end_user_id (message) == NULL)
    return DESK_WEBHOOK_EFFECT_NAMES_NOBODY;

  return desk_context_get_refreshes_in_background (self->context) ? DESK_WEBHOOK_EFFECT_FETCH : DESK_WEBHOOK_EFFECT_OFF;
}

/* entry: (nullable): where it is told what comes of it */
static void
act (DeskLive           *self,
     DeskWebhookMessage *message,
     DeskInspectorEntry *entry)
{
  switch (judge (self, message))
    {
    case DESK_WEBHOOK_EFFECT_REFRESH:
      g_ptr_array_add (self->cases, desk_webhook_case_new (message, entry));
      refresh (self);
      break;
    case DESK_WEBHOOK_EFFECT_FETCH:
      want_announced (self, message, desk_webhook_case_new (message, entry));
      break;
    default:
      break;
    }
}

/* Returns: (transfer none) (nullable) */
static DeskInspectorEntry *
record (DeskLive           *self,
        DeskWebhookMessage *message)
{
  DeskWebhookVerdict verdict = desk_webhook_message_get_verdict (message);
  g_autofree char *uri = desk_webhook_receiver_dup_uri (self->receiver);
  DeskInspectorWebhook webhook = {
    .event = (char *) desk_webhook_message_get_event (message),
    .verdict = (char *) desk_webhook_words_verdict (verdict),
    .effect = (char *) desk_webhook_words_effect (judge (self, message)),
    .message = verdict == DESK_WEBHOOK_VALID ? message : NULL,
  };

  return desk_inspector_add_webhook (desk_context_get_inspector (self->context), &webhook, uri,
                                     desk_webhook_message_get_headers (message),
                                     desk_webhook_message_get_body (message), desk_webhook_verdict_get_status (verdict));
}

static void
received_cb (DeskLive           *self,
             DeskWebhookMessage *message)
{
  if (desk_context_get_directory (self->context) == NULL)
    return;

  if (desk_webhook_message_get_verdict (message) == DESK_WEBHOOK_VALID)
    self->heard_at = desk_clock_get_now (desk_context_get_clock (self->context));
  act (self, message, record (self, message));
}

/* What was received stays in the memory of the receiver: this is not a delivery. */
static void
replay_cb (DeskLive           *self,
           DeskInspectorEntry *entry)
{
  DeskWebhookMessage *message = desk_inspector_entry_get_webhook (entry)->message;
  const char *effect = desk_webhook_words_effect (judge (self, message));

  if (desk_context_get_directory (self->context) != NULL)
    act (self, message, desk_inspector_add_replay (desk_context_get_inspector (self->context), entry, effect));
}

gboolean
desk_live_listen (DeskLive    *self,
                  const char  *secret,
                  guint16      port,
                  GError     **error)
{
  g_autoptr(DeskWebhookReceiver) receiver = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (DESK_IS_LIVE (self), FALSE);

  stop_listening (self);
  receiver = desk_webhook_receiver_new (secret);
  if (!desk_webhook_receiver_start (receiver, port, &local_error))
    {
      g_autofree char *problem = desk_webhook_words_dup_not_received (port, local_error);

      say_state (self, problem);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  self->receiver = g_steal_pointer (&receiver);
  g_signal_connect_swapped (self->receiver, "received", G_CALLBACK (received_cb), self);
  say_state (self, NULL);

  return TRUE;
}

static void
joined_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) answer = desk_api_client_post_json_finish (DESK_API_CLIENT (source), result, &error);

  if (answer == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("The sandbox sends no webhooks: %s", error->message);
}

static GBytes *
build_target (DeskLive   *self,
              const char *secret)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *uri = desk_live_dup_uri (self);
  char *text;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "url");
  json_builder_add_string_value (builder, uri);
  json_builder_set_member_name (builder, "secret");
  json_builder_add_string_value (builder, secret);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

void
desk_live_join_sandbox (DeskLive *self)
{
  guint8 key[SECRET_LENGTH];
  g_autofree char *secret = NULL;
  g_autoptr(GBytes) target = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (DESK_IS_LIVE (self));

  if (getrandom (key, sizeof key, 0) != sizeof key)
    return;

  secret = g_base64_encode (key, sizeof key);
  if (!desk_live_listen (self, secret, 0, &error))
    {
      g_message ("The sandbox's webhooks cannot be received: %s", error->message);
      return;
    }

  target = build_target (self, secret);
  desk_api_client_post_json_async (desk_context_get_client (self->context), "//sandbox/webhooks/target", target,
                                   self->cancellable, joined_cb, NULL);
}

static void
secret_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(DeskLive) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *secret = desk_keyring_find_finish (DESK_KEYRING (source), result, &error);
  guint port;

  if (self->context == NULL)
    return;
  if (secret == NULL)
    {
      say_state (self, _("Webhooks are not received: the webhook secret is missing. Enter it in the settings of the "
                         "environment, and open the environment again."));
      return;
    }

  port = desk_environment_get_webhook_port (desk_context_get_environment (self->context));
  if (!desk_live_listen (self, secret, (guint16) port, &error))
    g_message ("No webhooks can be received on port %u: %s", port, error->message);
}

void
desk_live_join_environment (DeskLive    *self,
                            DeskKeyring *keyring)
{
  DeskEnvironment *environment;

  g_return_if_fail (DESK_IS_LIVE (self));
  g_return_if_fail (DESK_IS_KEYRING (keyring));

  environment = desk_context_get_environment (self->context);
  if (desk_environment_get_webhook_port (environment) == 0)
    say_state (self, _("Webhooks are not received: the environment has no webhook port. Its settings say how to get them."));
  else
    desk_keyring_find_async (keyring, DESK_SECRET_KIND_WEBHOOK, desk_environment_get_name (environment),
                             desk_context_get_client_id (self->context), self->cancellable, secret_found_cb,
                             g_object_ref (self));
}

void
desk_live_stop (DeskLive *self)
{
  g_return_if_fail (DESK_IS_LIVE (self));

  g_clear_handle_id (&self->gather_id, g_source_remove);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  stop_listening (self);
  say_state (self, NULL);
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (desk_context_get_inspector (self->context), self);
  self->context = NULL;
}

char *
desk_live_dup_uri (DeskLive *self)
{
  g_return_val_if_fail (DESK_IS_LIVE (self), NULL);

  return self->receiver != NULL ? desk_webhook_receiver_dup_uri (self->receiver) : NULL;
}

gint64
desk_live_get_heard_at (DeskLive *self)
{
  g_return_val_if_fail (DESK_IS_LIVE (self), 0);

  return self->heard_at;
}
