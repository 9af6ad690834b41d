/* desk-live.c: acts on webhooks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-live.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <sys/random.h>

#include "desk-live-fetches.h"

#define SECRET_LENGTH 32

struct _DeskLive
{
  GObject              parent_instance;

  DeskContext         *context;  /* (unowned) */
  DeskWebhookReceiver *receiver; /* (owned) (nullable): while it listens */
  GCancellable        *cancellable;
  DeskLiveConsents    *consents; /* (owned) */
  DeskLiveFetches     *fetches;  /* (owned) */
  gint64               heard_at; /* when the last valid webhook came, by the context's clock; 0 before */
};

G_DEFINE_FINAL_TYPE (DeskLive, desk_live, G_TYPE_OBJECT)

static void replay_cb (DeskLive *self, DeskInspectorEntry *entry);

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
  g_clear_object (&self->fetches);
  g_clear_object (&self->consents);

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
}

DeskLive *
desk_live_new (DeskContext *context)
{
  DeskLive *self;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);

  self = g_object_new (DESK_TYPE_LIVE, NULL);
  self->context = context;
  self->consents = desk_live_consents_new (context);
  self->fetches = desk_live_fetches_new (context, self->consents);
  g_signal_connect_swapped (desk_context_get_inspector (context), "replay", G_CALLBACK (replay_cb), self);

  return self;
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
  if (!desk_live_fetches_is_data_set (event))
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
      desk_live_consents_ask (self->consents, desk_webhook_case_new (message, entry));
      break;
    case DESK_WEBHOOK_EFFECT_FETCH:
      desk_live_fetches_add (self->fetches, message, desk_webhook_case_new (message, entry));
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

  desk_live_fetches_stop (self->fetches);
  desk_live_consents_stop (self->consents);
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
