/* desk-webhook-words.h: what a webhook is worth and what it did, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-webhook-message.h"

G_BEGIN_DECLS

/**
 * DeskWebhookEffect:
 * @DESK_WEBHOOK_EFFECT_NONE: nothing is known to do about such an event
 * @DESK_WEBHOOK_EFFECT_REFUSED: it is not to be believed, or came before
 * @DESK_WEBHOOK_EFFECT_REFRESH: the service was asked for its consents
 * @DESK_WEBHOOK_EFFECT_FETCH: the data set is fetched
 * @DESK_WEBHOOK_EFFECT_OFF: it would be fetched, but nothing is to be fetched in the background
 */
typedef enum
{
  DESK_WEBHOOK_EFFECT_NONE,
  DESK_WEBHOOK_EFFECT_REFUSED,
  DESK_WEBHOOK_EFFECT_REFRESH,
  DESK_WEBHOOK_EFFECT_FETCH,
  DESK_WEBHOOK_EFFECT_OFF,
} DeskWebhookEffect;

/* Each returns: translated, a sentence without its full stop */
const char *desk_webhook_words_verdict (DeskWebhookVerdict verdict);
const char *desk_webhook_words_effect  (DeskWebhookEffect  effect);

G_END_DECLS
