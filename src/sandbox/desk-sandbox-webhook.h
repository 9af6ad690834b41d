/* desk-sandbox-webhook.h: one message to the receiver of webhooks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-consent.h"
#include "desk-sandbox-webhook-event.h"

G_BEGIN_DECLS

/**
 * DeskSandboxWebhook:
 * @event: what happened
 * @id: (owned): the `message_id`: decimal digits
 * @client_id: (owned): who registered for it
 * @published_at: microseconds since the epoch
 * @end_user_id: (owned)
 * @consent_id: (owned)
 * @institution_id: (owned)
 * @ids: (owned) (nullable): what @event names, if it names anything
 * @n_attempts: how often it was tried
 * @due_at: when it is tried again, microseconds since the epoch
 */
typedef struct
{
  const DeskSandboxWebhookEvent  *event;
  char                           *id;
  char                           *client_id;
  gint64                          published_at;
  char                           *end_user_id;
  char                           *consent_id;
  char                           *institution_id;
  char                          **ids;
  guint                           n_attempts;
  gint64                          due_at;
} DeskSandboxWebhook;

/**
 * desk_sandbox_webhook_new:
 * @consent: what the message is about; copied
 * @payee_ids: the payees that @consent shares
 *
 * Returns: (transfer full): a message that was not tried yet
 */
DeskSandboxWebhook *desk_sandbox_webhook_new      (const DeskSandboxWebhookEvent *event,
                                                   const char                    *id,
                                                   const char                    *client_id,
                                                   gint64                         published_at,
                                                   const DeskSandboxConsent      *consent,
                                                   const char *const             *payee_ids);
void                desk_sandbox_webhook_free     (DeskSandboxWebhook            *self);

/**
 * desk_sandbox_webhook_dup_body:
 *
 * Returns: (transfer full): the message as compact JSON (fiskil-api.md 4.2), with the number of its latest attempt
 */
char               *desk_sandbox_webhook_dup_body (const DeskSandboxWebhook      *self);

/**
 * desk_sandbox_webhook_sign:
 * @secret: in base64
 * @body: what is sent
 *
 * Returns: (transfer full) (nullable): the value of `X-Fiskil-Signature` (fiskil-api.md 4.4); %NULL if
 *   @secret is not base64 of at least one byte
 */
char               *desk_sandbox_webhook_sign     (const char                    *secret,
                                                   const char                    *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxWebhook, desk_sandbox_webhook_free)

G_END_DECLS
