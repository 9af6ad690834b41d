/* desk-webhook-receiver.h: takes webhooks on 127.0.0.1
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-webhook-message.h"

G_BEGIN_DECLS

/* A longer body is refused; a webhook of the documentation has 400 bytes. */
#define DESK_WEBHOOK_MAX_BYTES (1024 * 1024)

/* Where webhooks are sent to. */
#define DESK_WEBHOOK_PATH "/webhooks"

#define DESK_TYPE_WEBHOOK_RECEIVER (desk_webhook_receiver_get_type ())
G_DECLARE_FINAL_TYPE (DeskWebhookReceiver, desk_webhook_receiver, DESK, WEBHOOK_RECEIVER, GObject)

/**
 * desk_webhook_receiver_new:
 * @secret: in base64, as the Console shows it
 *
 * Property `patience`: milliseconds in which the headers must be complete, and then the body (10000 each).
 *
 * #DeskWebhookReceiver::received (#DeskWebhookMessage) is emitted after the answer is on its way, for each message, whatever
 * its verdict. A message is valid once: of those that come again the last ten thousand are known.
 */
DeskWebhookReceiver *desk_webhook_receiver_new      (const char           *secret);

/**
 * desk_webhook_receiver_start:
 * @port: 0 for any that is free
 *
 * POST to %DESK_WEBHOOK_PATH is answered by desk_webhook_verdict_get_status(), another method with 405, another path
 * with 404, a body that takes too long with 408, one that is or is said to be too long with 413, at once; headers that
 * take too long are not answered. The signature alone tells who sends: a tunnel may have any name.
 *
 * Returns: %FALSE with @error set in #G_IO_ERROR, if the port is taken for example
 */
gboolean             desk_webhook_receiver_start    (DeskWebhookReceiver  *self,
                                                     guint16               port,
                                                     GError              **error);
void                 desk_webhook_receiver_stop     (DeskWebhookReceiver  *self);

/* Returns: (transfer full): where webhooks are sent to if it listens on @port */
char                *desk_webhook_receiver_format_uri (guint16            port);

/* Returns: 0 while it does not listen */
guint16              desk_webhook_receiver_get_port (DeskWebhookReceiver  *self);

/* Returns: (transfer full) (nullable): the whole address, while it listens */
char                *desk_webhook_receiver_dup_uri  (DeskWebhookReceiver  *self);

G_END_DECLS
