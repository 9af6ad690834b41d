/* desk-webhook-message.c: one delivery of a webhook, and whether it may be believed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-webhook-message.h"

#include <libsoup/soup.h>

#include "desk-json.h"

struct _DeskWebhookMessage
{
  GObject             parent_instance;

  GBytes             *body;        /* (owned) */
  char              **headers;     /* (owned) */
  DeskWebhookVerdict  verdict;
  gint64              received_at;
  char               *id;          /* (owned) (nullable) */
  char               *event;       /* (owned) (nullable) */
  char               *end_user_id; /* (owned) (nullable) */
  char               *consent_id;  /* (owned) (nullable) */
};

static const struct
{
  const char *name;
  guint       status;
} verdicts[] = {
  [DESK_WEBHOOK_VALID] = { "valid", SOUP_STATUS_NO_CONTENT },
  [DESK_WEBHOOK_DUPLICATE] = { "duplicate", SOUP_STATUS_NO_CONTENT },
  [DESK_WEBHOOK_UNSIGNED] = { "unsigned", SOUP_STATUS_UNAUTHORIZED },
  [DESK_WEBHOOK_FORGED] = { "forged", SOUP_STATUS_UNAUTHORIZED },
  [DESK_WEBHOOK_UNREADABLE] = { "unreadable", SOUP_STATUS_BAD_REQUEST },
  [DESK_WEBHOOK_TOO_LARGE] = { "too-large", SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE },
};

G_DEFINE_FINAL_TYPE (DeskWebhookMessage, desk_webhook_message, G_TYPE_OBJECT)

static void
desk_webhook_message_finalize (GObject *object)
{
  DeskWebhookMessage *self = DESK_WEBHOOK_MESSAGE (object);

  g_bytes_unref (self->body);
  g_strfreev (self->headers);
  g_free (self->id);
  g_free (self->event);
  g_free (self->end_user_id);
  g_free (self->consent_id);

  G_OBJECT_CLASS (desk_webhook_message_parent_class)->finalize (object);
}

static void
desk_webhook_message_class_init (DeskWebhookMessageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_webhook_message_finalize;
}

static void
desk_webhook_message_init (DeskWebhookMessage *self)
{
  self->received_at = g_get_real_time ();
}

static void
read_members (DeskWebhookMessage *self)
{
  DeskJsonSlice root;
  DeskJsonSlice data;

  if (!desk_json_parse (g_bytes_get_data (self->body, NULL), g_bytes_get_size (self->body), &root, NULL))
    return;

  data = desk_json_slice_get_member (root, "data");
  self->id = desk_json_slice_dup_string (desk_json_slice_get_member (root, "message_id"));
  self->event = desk_json_slice_dup_string (desk_json_slice_get_member (data, "event"));
  self->end_user_id = desk_json_slice_dup_string (desk_json_slice_get_member (data, "end_user_id"));
  self->consent_id = desk_json_slice_dup_string (desk_json_slice_get_member (data, "consent_id"));
}

DeskWebhookMessage *
desk_webhook_message_new (GBytes             *body,
                          const char *const  *headers,
                          DeskWebhookVerdict  verdict)
{
  DeskWebhookMessage *self;

  g_return_val_if_fail (body != NULL, NULL);
  g_return_val_if_fail (headers != NULL, NULL);

  self = g_object_new (DESK_TYPE_WEBHOOK_MESSAGE, NULL);
  self->body = g_bytes_ref (body);
  self->headers = g_strdupv ((char **) headers);
  self->verdict = verdict;
  read_members (self);
  if (verdict == DESK_WEBHOOK_VALID && (self->id == NULL || *self->id == '\0' || self->event == NULL))
    self->verdict = DESK_WEBHOOK_UNREADABLE;

  return self;
}

GBytes *
desk_webhook_message_get_body (DeskWebhookMessage *self)
{
  g_return_val_if_fail (DESK_IS_WEBHOOK_MESSAGE (self), NULL);

  return self->body;
}

const char *const *
desk_webhook_message_get_headers (DeskWebhookMessage *self)
{
  g_return_val_if_fail (DESK_IS_WEBHOOK_MESSAGE (self), NULL);

  return (const char *const *) self->headers;
}

DeskWebhookVerdict
desk_webhook_message_get_verdict (DeskWebhookMessage *self)
{
  g_return_val_if_fail (DESK_IS_WEBHOOK_MESSAGE (self), DESK_WEBHOOK_UNREADABLE);

  return self->verdict;
}

gint64
desk_webhook_message_get_received_at (DeskWebhookMessage *self)
{
  g_return_val_if_fail (DESK_IS_WEBHOOK_MESSAGE (self), 0);

  return self->received_at;
}

const char *
desk_webhook_message_get_id (DeskWebhookMessage *self)
{
  g_return_val_if_fail (DESK_IS_WEBHOOK_MESSAGE (self), NULL);

  return self->id;
}

const char *
desk_webhook_message_get_event (DeskWebhookMessage *self)
{
  g_return_val_if_fail (DESK_IS_WEBHOOK_MESSAGE (self), NULL);

  return self->event;
}

const char *
desk_webhook_message_get_end_user_id (DeskWebhookMessage *self)
{
  g_return_val_if_fail (DESK_IS_WEBHOOK_MESSAGE (self), NULL);

  return self->end_user_id;
}

const char *
desk_webhook_message_get_consent_id (DeskWebhookMessage *self)
{
  g_return_val_if_fail (DESK_IS_WEBHOOK_MESSAGE (self), NULL);

  return self->consent_id;
}

const char *
desk_webhook_verdict_get_name (DeskWebhookVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < G_N_ELEMENTS (verdicts), NULL);

  return verdicts[verdict].name;
}

guint
desk_webhook_verdict_get_status (DeskWebhookVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < G_N_ELEMENTS (verdicts), 0);

  return verdicts[verdict].status;
}
