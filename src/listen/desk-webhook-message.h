/* desk-webhook-message.h: one delivery of a webhook, and whether it may be believed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DeskWebhookVerdict:
 * @DESK_WEBHOOK_VALID: signed with the secret, and new
 * @DESK_WEBHOOK_DUPLICATE: signed, but its id came before: answered, not acted on
 * @DESK_WEBHOOK_UNSIGNED: without a signature
 * @DESK_WEBHOOK_FORGED: the signature is not that of the body with this secret
 * @DESK_WEBHOOK_UNREADABLE: signed, but not what a webhook is (fiskil-api.md 4.2)
 * @DESK_WEBHOOK_TOO_LARGE: longer than %DESK_WEBHOOK_MAX_BYTES; nothing of it is kept
 */
typedef enum
{
  DESK_WEBHOOK_VALID,
  DESK_WEBHOOK_DUPLICATE,
  DESK_WEBHOOK_UNSIGNED,
  DESK_WEBHOOK_FORGED,
  DESK_WEBHOOK_UNREADABLE,
  DESK_WEBHOOK_TOO_LARGE,
} DeskWebhookVerdict;

#define DESK_TYPE_WEBHOOK_MESSAGE (desk_webhook_message_get_type ())
G_DECLARE_FINAL_TYPE (DeskWebhookMessage, desk_webhook_message, DESK, WEBHOOK_MESSAGE, GObject)

/**
 * desk_webhook_message_new:
 * @body: as received
 * @headers: (array zero-terminated=1): name, value, name, value …, in the order in which they came
 * @verdict: of the signature; a body that is no webhook makes it %DESK_WEBHOOK_UNREADABLE
 */
DeskWebhookMessage *desk_webhook_message_new            (GBytes              *body,
                                                         const char *const   *headers,
                                                         DeskWebhookVerdict   verdict);
GBytes             *desk_webhook_message_get_body       (DeskWebhookMessage  *self);
const char *const  *desk_webhook_message_get_headers    (DeskWebhookMessage  *self);
DeskWebhookVerdict  desk_webhook_message_get_verdict    (DeskWebhookMessage  *self);

/* Microseconds since the epoch, by the system's clock. */
gint64              desk_webhook_message_get_received_at (DeskWebhookMessage *self);

/* Each returns: (transfer none) (nullable): as received, of a message that is not to be believed too */
const char         *desk_webhook_message_get_id         (DeskWebhookMessage  *self);
const char         *desk_webhook_message_get_event      (DeskWebhookMessage  *self);
const char         *desk_webhook_message_get_end_user_id (DeskWebhookMessage *self);
const char         *desk_webhook_message_get_consent_id (DeskWebhookMessage  *self);

/* The word for machines: "valid", "duplicate", "unsigned", "forged", "unreadable" or "too-large". */
const char         *desk_webhook_verdict_get_name       (DeskWebhookVerdict   verdict);

/* The HTTP status that answers such a message. */
guint               desk_webhook_verdict_get_status     (DeskWebhookVerdict   verdict);

G_END_DECLS
