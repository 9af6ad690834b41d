/* desk-webhook-words.c: what a webhook is worth and what it did, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-webhook-words.h"

#include <glib/gi18n-lib.h>

const char *
desk_webhook_words_verdict (DeskWebhookVerdict verdict)
{
  switch (verdict)
    {
    case DESK_WEBHOOK_VALID:
      return _("Signed by the service");
    case DESK_WEBHOOK_DUPLICATE:
      return _("Signed by the service; it came before");
    case DESK_WEBHOOK_UNSIGNED:
      return _("Without a signature");
    case DESK_WEBHOOK_FORGED:
      return _("The signature does not fit: another secret, or a changed body");
    case DESK_WEBHOOK_TOO_LARGE:
      return _("Too large; nothing of it was kept");
    case DESK_WEBHOOK_UNREADABLE:
    default:
      return _("Signed, but not what a webhook is");
    }
}

const char *
desk_webhook_words_effect (DeskWebhookEffect effect)
{
  switch (effect)
    {
    case DESK_WEBHOOK_EFFECT_REFUSED:
      return _("Nothing was done about it");
    case DESK_WEBHOOK_EFFECT_REFRESH:
      return _("The service is asked for its consents");
    case DESK_WEBHOOK_EFFECT_FETCH:
      return _("The data set is fetched if it is shared, unless it has been since");
    case DESK_WEBHOOK_EFFECT_OFF:
      return _("The data set is not fetched: refreshing in the background is off");
    case DESK_WEBHOOK_EFFECT_NONE:
    default:
      return _("Nothing is known to do about it");
    }
}
