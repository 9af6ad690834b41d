/* desk-sandbox-base64url.c: base64 with the alphabet for URLs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-base64url.h"

#include <string.h>

char *
desk_sandbox_base64url_encode (const guchar *bytes,
                               gsize         length)
{
  char *text = g_base64_encode (bytes, length);

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';
  return text;
}

static gboolean
is_base64url (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && *text != '-' && *text != '_')
      return FALSE;

  return TRUE;
}

char *
desk_sandbox_base64url_decode (const char *text)
{
  g_autofree char *padded = NULL;
  g_autofree guchar *bytes = NULL;
  gsize length;

  if (!is_base64url (text))
    return NULL;

  padded = g_strconcat (text, &"===="[4 - (4 - strlen (text) % 4) % 4], NULL);
  g_strdelimit (padded, "-", '+');
  g_strdelimit (padded, "_", '/');
  bytes = g_base64_decode (padded, &length);
  if (bytes == NULL || !g_utf8_validate_len ((const char *) bytes, length, NULL))
    return NULL;

  return g_strndup ((const char *) bytes, length);
}
