/* desk-consent-host.c: the local page that holds the consent page in a frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-host.h"

#include <gio/gio.h>

#define HOST_PAGE_PATH "/io/github/consentdesk/ConsentDesk/consent-host.html"

const char *
desk_consent_host_get_base_uri (const char *auth_uri)
{
  g_autofree char *scheme = NULL;

  g_return_val_if_fail (auth_uri != NULL, NULL);

  scheme = g_uri_parse_scheme (auth_uri);
  if (g_strcmp0 (scheme, "http") == 0)
    return "http://consent-desk.invalid/";
  return "https://consent-desk.invalid/";
}

char *
desk_consent_host_new_page (const char *auth_uri,
                            const char *title)
{
  g_autoptr(GBytes) template = NULL;
  g_auto(GStrv) around_title = NULL;
  g_auto(GStrv) around_source = NULL;
  g_autofree char *escaped_title = NULL;
  g_autofree char *escaped_uri = NULL;
  g_autofree char *titled = NULL;

  g_return_val_if_fail (auth_uri != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  template = g_resources_lookup_data (HOST_PAGE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (template != NULL);

  escaped_title = g_markup_escape_text (title, -1);
  escaped_uri = g_markup_escape_text (auth_uri, -1);

  /* The address goes in last: nothing of it is looked at again. */
  around_title = g_strsplit (g_bytes_get_data (template, NULL), "@title@", -1);
  titled = g_strjoinv (escaped_title, around_title);
  around_source = g_strsplit (titled, "@source@", 2);
  return g_strjoinv (escaped_uri, around_source);
}
