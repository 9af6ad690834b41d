/* desk-webhook-words.h: what a webhook is worth and what it did, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sync-log.h"
#include "desk-webhook-message.h"

G_BEGIN_DECLS

/**
 * DeskWebhookEffect:
 * @DESK_WEBHOOK_EFFECT_NONE: nothing is known to do about such an event
 * @DESK_WEBHOOK_EFFECT_REFUSED: it is not to be believed, or came before
 * @DESK_WEBHOOK_EFFECT_NAMES_NOBODY: it announces a data set, and does not say whose
 * @DESK_WEBHOOK_EFFECT_REFRESH: the service is being asked for its consents
 * @DESK_WEBHOOK_EFFECT_FETCH: the data set is about to be fetched
 * @DESK_WEBHOOK_EFFECT_ENDED: the consent has ended since, and its data are gone
 * @DESK_WEBHOOK_EFFECT_SHRANK: the consent shares less than before
 * @DESK_WEBHOOK_EFFECT_IS_ACTIVE: nothing had to go
 * @DESK_WEBHOOK_EFFECT_WAS_OVER: the consent had ended before
 * @DESK_WEBHOOK_EFFECT_UNKNOWN_CONSENT: the service does not list the consent
 * @DESK_WEBHOOK_EFFECT_UNKNOWN_END_USER: nor the end user
 * @DESK_WEBHOOK_EFFECT_OFF: it would be fetched, but nothing is to be fetched in the background
 */
typedef enum
{
  DESK_WEBHOOK_EFFECT_NONE,
  DESK_WEBHOOK_EFFECT_REFUSED,
  DESK_WEBHOOK_EFFECT_NAMES_NOBODY,
  DESK_WEBHOOK_EFFECT_REFRESH,
  DESK_WEBHOOK_EFFECT_FETCH,
  DESK_WEBHOOK_EFFECT_ENDED,
  DESK_WEBHOOK_EFFECT_SHRANK,
  DESK_WEBHOOK_EFFECT_IS_ACTIVE,
  DESK_WEBHOOK_EFFECT_WAS_OVER,
  DESK_WEBHOOK_EFFECT_UNKNOWN_CONSENT,
  DESK_WEBHOOK_EFFECT_UNKNOWN_END_USER,
  DESK_WEBHOOK_EFFECT_OFF,
} DeskWebhookEffect;

/* Each returns: translated, a sentence without its full stop */
const char *desk_webhook_words_verdict (DeskWebhookVerdict verdict);
const char *desk_webhook_words_effect  (DeskWebhookEffect  effect);

/* Each returns: (transfer full): likewise */
char       *desk_webhook_words_dup_failure       (const GError        *error);
char       *desk_webhook_words_dup_fetched       (const DeskResource  *resource,
                                                  const DeskSyncEntry *entry);
char       *desk_webhook_words_dup_fetched_since (const DeskResource  *resource);
char       *desk_webhook_words_dup_not_shared    (const DeskResource  *resource);

/* Returns: (transfer full): one or two whole sentences: why nothing is received on @port, and what to do */
char       *desk_webhook_words_dup_not_received  (guint                port,
                                                  const GError        *error);

/* Returns: (transfer full): a few lines: how webhooks of the service get to @uri, which is on this computer (fiskil-api.md 4.1) */
char       *desk_webhook_words_dup_tunnel        (const char          *uri);

G_END_DECLS
