/* desk-curl.c: a request as a line for the shell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-curl.h"

#include "desk-http.h"
#include "desk-redactor.h"

/* The body of POST /token as it is sent and redacted. */
#define REDACTED_SECRET "\"client_secret\":\"" DESK_REDACTED "\""

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_auto(GStrv) parts = g_strsplit (text, old, -1);

  return g_strjoinv (new, parts);
}

/* Curl and the service would trip over the brackets. */
static char *
quote (const char *text)
{
  g_autofree char *plain = replace (text, DESK_REDACTED, "redacted");

  return g_shell_quote (plain);
}

static gboolean
is_left_to_curl (const char *name)
{
  static const char *const names[] = { "Host", "Connection", "Content-Length", "Accept-Encoding", "Transfer-Encoding" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (names[i], name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
append_header (GString    *line,
               const char *name,
               const char *value)
{
  /* Curl takes a name with nothing behind the colon for one to be left out. */
  g_autofree char *header = *value != '\0' ? g_strdup_printf ("%s: %s", name, value) : g_strconcat (name, ";", NULL);
  g_autofree char *quoted = NULL;

  if (is_left_to_curl (name))
    return;
  if (g_ascii_strcasecmp (name, "Authorization") == 0)
    {
      g_string_append (line, " --header \"Authorization: Bearer $" DESK_CURL_TOKEN "\"");
      return;
    }
  quoted = quote (header);
  g_string_append_printf (line, " --header %s", quoted);
}

static void
append_body (GString *line,
             GBytes  *body)
{
  gsize size;
  const char *data = g_bytes_get_data (body, &size);
  g_autofree char *text = g_strndup (data, size);
  g_auto(GStrv) parts = g_strsplit (text, REDACTED_SECRET, -1);

  g_string_append (line, " --data-raw ");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *quoted = quote (parts[i]);

      if (i > 0)
        g_string_append (line, "'\"client_secret\":\"'\"$" DESK_CURL_SECRET "\"'\"'");
      g_string_append (line, quoted);
    }
}

char *
desk_curl_new_command (const DeskApiRecord *record)
{
  g_autofree char *method = NULL;
  g_autofree char *uri = NULL;
  GString *line = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  if (record->request_body == NULL && record->request_size > 0)
    return NULL;

  method = quote (record->method);
  uri = quote (record->uri);
  line = g_string_new ("curl --globoff --path-as-is --compressed");
  /* As we do: what is meant for this computer goes to no proxy. */
  if (desk_http_is_loopback (record->uri))
    g_string_append (line, " --noproxy '*'");
  g_string_append_printf (line, " --request %s --url %s", method, uri);
  for (guint i = 0; record->request_headers != NULL && record->request_headers[i] != NULL; i += 2)
    append_header (line, record->request_headers[i], record->request_headers[i + 1]);
  if (record->request_body != NULL)
    append_body (line, record->request_body);

  return g_string_free (line, FALSE);
}
