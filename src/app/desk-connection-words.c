/* desk-connection-words.c: why an environment does not work, and what to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-connection-words.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"

static DeskConnectionCause
cause_of_call (const GError *error)
{
  switch (error->code)
    {
    case DESK_API_ERROR_NETWORK:
    case DESK_API_ERROR_TIMEOUT:
      return DESK_CONNECTION_CAUSE_NETWORK;
    case DESK_API_ERROR_TLS:
      return DESK_CONNECTION_CAUSE_TLS;
    case DESK_API_ERROR_NOT_AUTHORISED:
      return DESK_CONNECTION_CAUSE_CREDENTIALS;
    case DESK_API_ERROR_FORBIDDEN:
      return DESK_CONNECTION_CAUSE_SCOPE;
    case DESK_API_ERROR_UNAVAILABLE:
    case DESK_API_ERROR_UNCERTAIN:
      return DESK_CONNECTION_CAUSE_SERVICE;
    default:
      return DESK_CONNECTION_CAUSE_HOST;
    }
}

DeskConnectionCause
desk_connection_cause_of (const GError *error)
{
  g_return_val_if_fail (error != NULL, DESK_CONNECTION_CAUSE_NONE);

  if (error->domain == DESK_API_ERROR)
    return cause_of_call (error);
  if (error->domain == G_TLS_ERROR)
    return DESK_CONNECTION_CAUSE_TLS;
  if (g_error_matches (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND) &&
      g_network_monitor_get_network_available (g_network_monitor_get_default ()))
    return DESK_CONNECTION_CAUSE_HOST;

  return DESK_CONNECTION_CAUSE_NETWORK;
}

static char *
dup_scope_words (const GError *error)
{
  const char *message = desk_api_error_get_message (error);

  if (message == NULL)
    return g_strdup (_("The API key lacks a scope. Make a key with all scopes in the Fiskil Console, and enter its client id and secret here."));

  /* Translators: what the service says about the scope that lacks. */
  return g_strdup_printf (_("The API key lacks a scope; the service says: “%s”. Make a key with all scopes in the Fiskil Console, and enter its client id and secret here."),
                          message);
}

/* The service's own answer may say more than that it is of no use. */
static char *
dup_host_words (const char   *address,
                const GError *error)
{
  if (error->domain == G_RESOLVER_ERROR)
    return g_strdup_printf (_("Nobody knows the host of %s. Check how it is written."), address);

  return g_strdup_printf (_("Something answers at %s, but not as a Fiskil API does. Check the address: it ends with /v1."), address);
}

char *
desk_connection_words_for (DeskConnectionCause  cause,
                           const char          *address,
                           const GError        *error)
{
  g_return_val_if_fail (address != NULL, NULL);
  g_return_val_if_fail (error != NULL, NULL);

  switch (cause)
    {
    case DESK_CONNECTION_CAUSE_NETWORK:
      if (!g_network_monitor_get_network_available (g_network_monitor_get_default ()))
        return g_strdup (_("There is no network. Connect this computer, then test again."));
      return g_strdup_printf (_("%s cannot be reached: %s. Check the address, the network and the firewall."), address,
                              error->message);
    case DESK_CONNECTION_CAUSE_TLS:
      return g_strdup_printf (_("The connection to %s is not secure: %s. Nothing was sent. Check the address and this computer's date; behind a company's proxy, ask for its certificate."),
                              address, error->message);
    case DESK_CONNECTION_CAUSE_HOST:
      return dup_host_words (address, error);
    case DESK_CONNECTION_CAUSE_CREDENTIALS:
      return g_strdup (_("The service does not know this client id with this client secret. Copy both again from the Fiskil Console; a key that was revoked has to be replaced."));
    case DESK_CONNECTION_CAUSE_SCOPE:
      return dup_scope_words (error);
    case DESK_CONNECTION_CAUSE_SERVICE:
    case DESK_CONNECTION_CAUSE_REDIRECT:
    case DESK_CONNECTION_CAUSE_NONE:
    default:
      return g_strdup (error->message);
    }
}

char *
desk_connection_words_for_uris (const char *redirect_uri,
                                const char *cancel_uri)
{
  g_return_val_if_fail (redirect_uri != NULL, NULL);
  g_return_val_if_fail (cancel_uri != NULL, NULL);

  return g_strdup_printf (_("The service refuses the redirect URI. Enter exactly these in the Fiskil Console: %s and %s"),
                          redirect_uri, cancel_uri);
}

const char *
desk_connection_step_get_title (DeskConnectionStep step)
{
  static const char *const titles[DESK_CONNECTION_N_STEPS] = {
    [DESK_CONNECTION_STEP_ADDRESS] = N_("API address"),
    [DESK_CONNECTION_STEP_TLS] = N_("Secure connection"),
    [DESK_CONNECTION_STEP_CREDENTIALS] = N_("Client id and secret"),
    [DESK_CONNECTION_STEP_INSTITUTIONS] = N_("Institutions"),
    [DESK_CONNECTION_STEP_SCOPE] = N_("Scopes"),
    [DESK_CONNECTION_STEP_REDIRECT] = N_("Redirect URI"),
    [DESK_CONNECTION_STEP_AUTH] = N_("Consent page"),
  };

  g_return_val_if_fail (step < DESK_CONNECTION_N_STEPS, NULL);

  return _(titles[step]);
}
