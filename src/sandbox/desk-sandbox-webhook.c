/* desk-sandbox-webhook.c: one message to the receiver of webhooks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-webhook.h"

#include <string.h>

#include "desk-sandbox-json.h"

#define DIGEST_BYTES 32

DeskSandboxWebhook *
desk_sandbox_webhook_new (const DeskSandboxWebhookEvent *event,
                          const char                    *id,
                          const char                    *client_id,
                          gint64                         published_at,
                          const DeskSandboxConsent      *consent,
                          const char *const             *payee_ids)
{
  DeskSandboxWebhook *self;

  g_return_val_if_fail (event != NULL && id != NULL && client_id != NULL, NULL);
  g_return_val_if_fail (consent != NULL && payee_ids != NULL, NULL);

  self = g_new0 (DeskSandboxWebhook, 1);
  self->event = event;
  self->id = g_strdup (id);
  self->client_id = g_strdup (client_id);
  self->published_at = published_at;
  self->end_user_id = g_strdup (consent->end_user_id);
  self->consent_id = g_strdup (consent->arrangement_id);
  self->institution_id = g_strdup (consent->institution_id);
  if (event->ids == DESK_SANDBOX_WEBHOOK_IDS_ACCOUNTS)
    self->ids = g_strdupv (consent->account_ids);
  else if (event->ids == DESK_SANDBOX_WEBHOOK_IDS_PAYEES)
    self->ids = g_strdupv ((char **) payee_ids);
  return self;
}

void
desk_sandbox_webhook_free (DeskSandboxWebhook *self)
{
  g_free (self->id);
  g_free (self->client_id);
  g_free (self->end_user_id);
  g_free (self->consent_id);
  g_free (self->institution_id);
  g_strfreev (self->ids);
  g_free (self);
}

/* With milliseconds always, as the samples have them. */
static char *
format_publish_time (gint64 instant)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", text, (int) (instant / 1000 % 1000));
}

static void
write_data (const DeskSandboxWebhook *self,
            JsonBuilder              *builder)
{
  json_builder_set_member_name (builder, "data");
  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "event", self->event->name);
  desk_sandbox_json_add_string (builder, "client_id", self->client_id);
  desk_sandbox_json_add_string (builder, "end_user_id", self->end_user_id);
  desk_sandbox_json_add_string (builder, "consent_id", self->consent_id);
  desk_sandbox_json_add_string (builder, "institution_id", self->institution_id);
  desk_sandbox_json_add_strings (builder,
                                 self->event->ids == DESK_SANDBOX_WEBHOOK_IDS_PAYEES ? "payee_ids" : "account_ids",
                                 (const char *const *) self->ids);
  json_builder_end_object (builder);
}

char *
desk_sandbox_webhook_dup_body (const DeskSandboxWebhook *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *publish_time = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  publish_time = format_publish_time (self->published_at);
  json_builder_begin_object (builder);
  desk_sandbox_json_add_int (builder, "delivery_attempt", self->n_attempts);
  desk_sandbox_json_add_string (builder, "publish_time", publish_time);
  desk_sandbox_json_add_string (builder, "message_id", self->id);
  write_data (self, builder);
  json_builder_end_object (builder);
  return desk_sandbox_json_dup_text (builder);
}

/* GLib's decoder skips what it does not know; a secret with such a sign is a typing error. */
static guchar *
decode_secret (const char *secret,
               gsize      *length)
{
  g_autofree guchar *key = g_base64_decode (secret, length);
  g_autofree char *again = g_base64_encode (key, *length);

  if (*length == 0 || !g_str_equal (again, secret))
    return NULL;

  return g_steal_pointer (&key);
}

char *
desk_sandbox_webhook_sign (const char *secret,
                           const char *body)
{
  g_autoptr(GHmac) hmac = NULL;
  g_autofree guchar *key = NULL;
  guchar digest[DIGEST_BYTES];
  gsize digest_length = sizeof digest;
  gsize key_length;

  g_return_val_if_fail (secret != NULL && body != NULL, NULL);

  key = decode_secret (secret, &key_length);
  if (key == NULL)
    return NULL;

  hmac = g_hmac_new (G_CHECKSUM_SHA256, key, key_length);
  g_hmac_update (hmac, (const guchar *) body, (gssize) strlen (body));
  g_hmac_get_digest (hmac, digest, &digest_length);
  return g_base64_encode (digest, digest_length);
}
