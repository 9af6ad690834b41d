/* desk-sandbox-webhook-sender.c: brings webhooks to their receiver
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-webhook-sender.h"

#include <libsoup/soup.h>
#include <string.h>

#include "desk-http.h"
#include "desk-sandbox-webhook.h"

#define TIMEOUT_SECONDS 10
/* Message ids have sixteen digits. */
#define FIRST_ID G_GUINT64_CONSTANT (1000000000000000)

struct _DeskSandboxWebhookSender
{
  GObject             parent_instance;

  DeskSandboxState   *state;       /* (owned) */
  SoupSession        *session;     /* (owned) */
  char               *url;         /* (owned) (nullable) */
  char               *secret;      /* (owned) (nullable) */
  GPtrArray          *waiting;     /* (element-type DeskSandboxWebhook) (owned): not tried yet */
  GPtrArray          *failed;      /* (element-type DeskSandboxWebhook) (owned): tried again when due */
  DeskSandboxWebhook *current;     /* (owned) (nullable): under way */
  GCancellable       *cancellable; /* (owned) (nullable): of what is under way */
  guint               timer;       /* for the next retry, on a clock that runs */
};

G_DEFINE_FINAL_TYPE (DeskSandboxWebhookSender, desk_sandbox_webhook_sender, G_TYPE_OBJECT)

static void send_next (DeskSandboxWebhookSender *self);

static void
desk_sandbox_webhook_sender_finalize (GObject *object)
{
  DeskSandboxWebhookSender *self = DESK_SANDBOX_WEBHOOK_SENDER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->failed);
  g_free (self->url);
  g_free (self->secret);
  g_object_unref (self->session);
  g_object_unref (self->state);

  G_OBJECT_CLASS (desk_sandbox_webhook_sender_parent_class)->finalize (object);
}

static void
desk_sandbox_webhook_sender_class_init (DeskSandboxWebhookSenderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sandbox_webhook_sender_finalize;
}

static void
desk_sandbox_webhook_sender_init (DeskSandboxWebhookSender *self)
{
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_webhook_free);
  self->failed = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_webhook_free);
  /* A receiver on this machine is not reached through a proxy. */
  self->session = soup_session_new_with_options ("timeout", TIMEOUT_SECONDS, "proxy-resolver", NULL, NULL);
}

DeskSandboxWebhookSender *
desk_sandbox_webhook_sender_new (DeskSandboxState *state)
{
  DeskSandboxWebhookSender *self;

  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (state), NULL);

  self = g_object_new (DESK_TYPE_SANDBOX_WEBHOOK_SENDER, NULL);
  self->state = g_object_ref (state);
  g_signal_connect_object (desk_sandbox_state_get_clock (state), "changed", G_CALLBACK (send_next), self,
                           G_CONNECT_SWAPPED);
  return self;
}

gboolean
desk_sandbox_webhook_sender_set_target (DeskSandboxWebhookSender *self,
                                        const char               *url,
                                        const char               *secret)
{
  g_autofree char *signature = NULL;

  g_return_val_if_fail (DESK_IS_SANDBOX_WEBHOOK_SENDER (self), FALSE);

  if (url != NULL && !desk_http_is_allowed_address (url))
    return FALSE;

  if (secret == NULL)
    secret = desk_sandbox_state_get_webhook_secret (self->state);
  signature = desk_sandbox_webhook_sign (secret, "");
  if (signature == NULL)
    return FALSE;

  g_free (self->url);
  self->url = g_strdup (url);
  g_free (self->secret);
  self->secret = g_strdup (secret);
  if (url == NULL)
    desk_sandbox_webhook_sender_forget (self);
  return TRUE;
}

gboolean
desk_sandbox_webhook_sender_has_target (DeskSandboxWebhookSender *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_WEBHOOK_SENDER (self), FALSE);

  return self->url != NULL;
}

/* What is taken has no owner but the caller. */
static DeskSandboxWebhook *
take_due (DeskSandboxWebhookSender *self)
{
  gint64 now = desk_sandbox_state_get_now (self->state);

  for (guint i = 0; i < self->failed->len; i++)
    {
      DeskSandboxWebhook *webhook = g_ptr_array_index (self->failed, i);

      if (webhook->due_at <= now)
        return g_ptr_array_steal_index (self->failed, i);
    }

  return self->waiting->len > 0 ? g_ptr_array_steal_index (self->waiting, 0) : NULL;
}

static gboolean
timer_elapsed_cb (gpointer user_data)
{
  DeskSandboxWebhookSender *self = user_data;

  self->timer = 0;
  send_next (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_retry (DeskSandboxWebhookSender *self)
{
  gint64 now = desk_sandbox_state_get_now (self->state);
  gint64 wait = G_MAXINT64;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (desk_clock_is_frozen (desk_sandbox_state_get_clock (self->state)))
    return;

  for (guint i = 0; i < self->failed->len; i++)
    wait = MIN (wait, ((DeskSandboxWebhook *) g_ptr_array_index (self->failed, i))->due_at - now);
  if (wait < G_MAXINT64)
    self->timer = g_timeout_add ((guint) CLAMP (wait / 1000 + 1, 1, G_MAXINT), timer_elapsed_cb, self);
}

static void
settle_current (DeskSandboxWebhookSender *self,
                gboolean                  delivered)
{
  DeskSandboxWebhook *webhook = g_steal_pointer (&self->current);

  g_clear_object (&self->cancellable);
  if (delivered || webhook->n_attempts > DESK_SANDBOX_WEBHOOK_RETRIES)
    {
      desk_sandbox_webhook_free (webhook);
      return;
    }

  webhook->due_at = desk_sandbox_state_get_now (self->state) + DESK_SANDBOX_WEBHOOK_RETRY_SECONDS * G_USEC_PER_SEC;
  g_ptr_array_add (self->failed, webhook);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskSandboxWebhookSender) self = user_data;
  SoupMessage *message = soup_session_get_async_result_message (SOUP_SESSION (object), result);
  g_autoptr(GInputStream) answer = soup_session_send_finish (SOUP_SESSION (object), result, NULL);

  /* Only the status counts: what else a receiver says is not read. */
  if (answer != NULL)
    g_input_stream_close_async (answer, G_PRIORITY_DEFAULT, NULL, NULL, NULL);

  settle_current (self, answer != NULL && SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)));
  send_next (self);
}

static void
send_next (DeskSandboxWebhookSender *self)
{
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *signature = NULL;
  char *body;

  if (self->current != NULL || self->url == NULL)
    return;

  self->current = take_due (self);
  if (self->current == NULL)
    {
      wait_for_retry (self);
      return;
    }

  self->current->n_attempts++;
  body = desk_sandbox_webhook_dup_body (self->current);
  signature = desk_sandbox_webhook_sign (self->secret, body);
  bytes = g_bytes_new_take (body, strlen (body));
  message = soup_message_new (SOUP_METHOD_POST, self->url);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  soup_message_headers_replace (soup_message_get_request_headers (message), "X-Fiskil-Signature", signature);
  self->cancellable = g_cancellable_new ();
  soup_session_send_async (self->session, message, G_PRIORITY_DEFAULT, self->cancellable, sent_cb, g_object_ref (self));
}

static char *
make_id (DeskSandboxWebhookSender *self)
{
  guint64 number = desk_sandbox_random_next (desk_sandbox_state_get_passing (self->state));

  return g_strdup_printf ("%" G_GUINT64_FORMAT, FIRST_ID + number % (9 * FIRST_ID));
}

char *
desk_sandbox_webhook_sender_send (DeskSandboxWebhookSender      *self,
                                  const DeskSandboxWebhookEvent *event,
                                  const DeskSandboxConsent      *consent,
                                  const char *const             *payee_ids)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (DESK_IS_SANDBOX_WEBHOOK_SENDER (self), NULL);
  g_return_val_if_fail (event != NULL && consent != NULL && payee_ids != NULL, NULL);

  if (self->url == NULL)
    return NULL;

  id = make_id (self);
  g_ptr_array_add (self->waiting,
                   desk_sandbox_webhook_new (event, id, desk_sandbox_state_get_client_id (self->state),
                                             desk_sandbox_state_get_now (self->state), consent, payee_ids));
  send_next (self);
  return g_steal_pointer (&id);
}

void
desk_sandbox_webhook_sender_forget (DeskSandboxWebhookSender *self)
{
  g_return_if_fail (DESK_IS_SANDBOX_WEBHOOK_SENDER (self));

  g_ptr_array_set_size (self->waiting, 0);
  g_ptr_array_set_size (self->failed, 0);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->current != NULL)
    {
      /* It stays until its end is reported, and is not tried again. */
      self->current->n_attempts = DESK_SANDBOX_WEBHOOK_RETRIES + 1;
      g_cancellable_cancel (self->cancellable);
    }
}
