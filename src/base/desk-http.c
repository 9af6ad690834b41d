/* desk-http.c: rules about addresses that several layers share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-http.h"

#include <gio/gio.h>
#include <string.h>

#define HTTP_PORT 80
#define HTTPS_PORT 443

static gboolean
has_forbidden_byte (const char *uri)
{
  /* Parsers disagree about these: what one takes for the host, another takes for the path. */
  for (const char *cursor = uri; *cursor != '\0'; cursor++)
    {
      if ((guchar) *cursor <= 0x20 || *cursor == 0x7f || *cursor == '\\')
        return TRUE;
    }
  return FALSE;
}

static GUri *
parse_address (const char *uri)
{
  g_autoptr(GUri) parsed = NULL;
  const char *scheme;
  const char *host;

  if (has_forbidden_byte (uri))
    return NULL;
  parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);
  if (parsed == NULL)
    return NULL;

  scheme = g_uri_get_scheme (parsed);
  host = g_uri_get_host (parsed);
  if (host == NULL || *host == '\0' || (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https")))
    return NULL;
  return g_steal_pointer (&parsed);
}

static gboolean
is_loopback_host (const char *host)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (host);

  return address != NULL && g_inet_address_get_is_loopback (address);
}

char *
desk_http_dup_origin (const char *uri)
{
  g_autoptr(GUri) parsed = NULL;
  g_autofree char *host = NULL;
  int own_port;
  int port;

  g_return_val_if_fail (uri != NULL, NULL);

  parsed = parse_address (uri);
  if (parsed == NULL)
    return NULL;

  host = g_ascii_strdown (g_uri_get_host (parsed), -1);
  own_port = g_str_equal (g_uri_get_scheme (parsed), "https") ? HTTPS_PORT : HTTP_PORT;
  port = g_uri_get_port (parsed);
  return g_uri_join (G_URI_FLAGS_NONE, g_uri_get_scheme (parsed), NULL, host,
                     port == own_port ? -1 : port, "", NULL, NULL);
}

gboolean
desk_http_is_allowed_address (const char *uri)
{
  g_autoptr(GUri) parsed = NULL;

  g_return_val_if_fail (uri != NULL, FALSE);

  parsed = parse_address (uri);
  if (parsed == NULL || g_uri_get_userinfo (parsed) != NULL)
    return FALSE;
  return g_str_equal (g_uri_get_scheme (parsed), "https") || is_loopback_host (g_uri_get_host (parsed));
}

gboolean
desk_http_is_web_address (const char *text)
{
  g_autoptr(GUri) parsed = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  parsed = g_str_is_ascii (text) ? parse_address (text) : NULL;
  return parsed != NULL && g_uri_get_userinfo (parsed) == NULL;
}

gboolean
desk_http_is_loopback (const char *uri)
{
  g_autoptr(GUri) parsed = NULL;

  g_return_val_if_fail (uri != NULL, FALSE);

  parsed = parse_address (uri);
  return parsed != NULL && is_loopback_host (g_uri_get_host (parsed));
}
