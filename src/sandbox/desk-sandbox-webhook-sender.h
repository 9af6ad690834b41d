/* desk-sandbox-webhook-sender.h: brings webhooks to their receiver
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-state.h"
#include "desk-sandbox-webhook-event.h"

G_BEGIN_DECLS

/* After the first attempt; the document leaves open how many attempts that makes (fiskil-api.md 4.2). */
#define DESK_SANDBOX_WEBHOOK_RETRIES 5
#define DESK_SANDBOX_WEBHOOK_RETRY_SECONDS 60

#define DESK_TYPE_SANDBOX_WEBHOOK_SENDER (desk_sandbox_webhook_sender_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxWebhookSender, desk_sandbox_webhook_sender, DESK, SANDBOX_WEBHOOK_SENDER, GObject)

/**
 * desk_sandbox_webhook_sender_new:
 * @state: where the ids of the messages, the client, the secret and the clock come from
 *
 * Messages go out one after the other in the order given, in the thread's default main context. One that is not
 * answered with 2xx is tried again a minute later by the sandbox's clock, at most %DESK_SANDBOX_WEBHOOK_RETRIES
 * times: on a clock that stands still, when it is moved.
 *
 * Returns: (transfer full): a sender without a target
 */
DeskSandboxWebhookSender *desk_sandbox_webhook_sender_new        (DeskSandboxState              *state);

/**
 * desk_sandbox_webhook_sender_set_target:
 * @url: (nullable): where messages go from now on; %NULL to send none
 * @secret: (nullable): what signs them, in base64; %NULL for the state's own
 *
 * Returns: %FALSE, and the target stays as it was, if @url is neither https nor http to a loopback
 *   literal, or @secret is not base64
 */
gboolean                  desk_sandbox_webhook_sender_set_target (DeskSandboxWebhookSender      *self,
                                                                  const char                    *url,
                                                                  const char                    *secret);
gboolean                  desk_sandbox_webhook_sender_has_target (DeskSandboxWebhookSender      *self);

/**
 * desk_sandbox_webhook_sender_send:
 * @consent: what the message is about
 * @payee_ids: the payees that @consent shares
 *
 * Returns: (transfer full) (nullable): the id of the message; %NULL if there is no target
 */
char                     *desk_sandbox_webhook_sender_send       (DeskSandboxWebhookSender      *self,
                                                                  const DeskSandboxWebhookEvent *event,
                                                                  const DeskSandboxConsent      *consent,
                                                                  const char *const             *payee_ids);

/**
 * desk_sandbox_webhook_sender_forget:
 *
 * Drops what has not been delivered; what is under way is cut off.
 */
void                      desk_sandbox_webhook_sender_forget     (DeskSandboxWebhookSender      *self);

G_END_DECLS
