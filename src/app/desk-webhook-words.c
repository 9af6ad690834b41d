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
    case DESK_WEBHOOK_EFFECT_NAMES_NOBODY:
      return _("Nothing was fetched, as it names no end user");
    case DESK_WEBHOOK_EFFECT_FETCH:
      return _("The data set is fetched if it is shared, unless it has been since");
    case DESK_WEBHOOK_EFFECT_ENDED:
      return _("The consent has ended; what it shared was removed from the store and from this list");
    case DESK_WEBHOOK_EFFECT_SHRANK:
      return _("The consent shares less; its data were removed from the store and from this list, "
               "and what is still shared is fetched again");
    case DESK_WEBHOOK_EFFECT_IS_ACTIVE:
      return _("The consents were read again; this one is active, and nothing had to be removed");
    case DESK_WEBHOOK_EFFECT_WAS_OVER:
      return _("The consents were read again; this one was known to be over, and its data are gone");
    case DESK_WEBHOOK_EFFECT_UNKNOWN_CONSENT:
      return _("Nothing changed, as the service lists no such consent");
    case DESK_WEBHOOK_EFFECT_UNKNOWN_END_USER:
      return _("Nothing was done, as the service lists no such end user");
    case DESK_WEBHOOK_EFFECT_OFF:
      return _("The data set is not fetched: refreshing in the background is off");
    case DESK_WEBHOOK_EFFECT_NONE:
    default:
      return _("Nothing is known to do about it");
    }
}

char *
desk_webhook_words_dup_failure (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  /* Translators: %s is a sentence about why */
  return g_strdup_printf (_("The service could not be asked, and will be again: %s"), error->message);
}

char *
desk_webhook_words_dup_fetched (const DeskResource  *resource,
                                const DeskSyncEntry *entry)
{
  const char *label;

  g_return_val_if_fail (resource != NULL, NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  label = _(resource->label);
  if (entry->error != NULL)
    /* Translators: the first is a data set such as “Accounts”, the second a sentence about why */
    return g_strdup_printf (_("%s: could not be fetched: %s"), label, entry->error->message);
  if (entry->state != DESK_SYNC_DONE)
    return g_strdup_printf (_("%s: the fetch was stopped"), label);

  /* Translators: the first is a data set such as “Accounts” */
  return g_strdup_printf (ngettext ("%s: %u record fetched", "%s: %u records fetched", entry->n_rows), label, entry->n_rows);
}

char *
desk_webhook_words_dup_fetched_since (const DeskResource *resource)
{
  g_return_val_if_fail (resource != NULL, NULL);

  return g_strdup_printf (_("%s: nothing was fetched, as they have been since"), _(resource->label));
}

char *
desk_webhook_words_dup_not_shared (const DeskResource *resource)
{
  g_return_val_if_fail (resource != NULL, NULL);

  return g_strdup_printf (_("%s: nothing was fetched, as no active consent shares them"), _(resource->label));
}

char *
desk_webhook_words_dup_not_received (guint         port,
                                     const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
    return g_strdup_printf (_("Webhooks are not received: another program listens on port %u. End it or choose another "
                              "port in the settings of the environment, and open the environment again."), port);

  /* Translators: the second is a sentence about why */
  return g_strdup_printf (_("Webhooks are not received: it is not possible to listen on port %u: %s"), port, error->message);
}

char *
desk_webhook_words_dup_tunnel (const char *uri)
{
  g_return_val_if_fail (uri != NULL, NULL);

  return g_strdup_printf (_("Webhooks are received at %s, on this computer alone. For the service to get there:\n"
                            "1. Let a tunnel forward POST requests to this address, with headers and body unchanged.\n"
                            "2. Enter the https address of the tunnel, with /webhooks at its end, in the Fiskil Console under "
                            "Settings, Teams, Webhooks. Choose the events: they cannot be changed there later.\n"
                            "3. The secret that the Console then shows is the webhook secret. What is not signed with it is "
                            "refused."), uri);
}
