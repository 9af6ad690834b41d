/* desk-sandbox-cursor.c: a place in a list, as an opaque text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-cursor.h"

#include <string.h>

#include "desk-sandbox-base64url.h"

char *
desk_sandbox_cursor_format (const DeskSandboxCursor *self,
                            const char              *list)
{
  g_autofree char *text = g_strdup_printf ("%s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT,
                                           list, self->sequence, self->position);

  return desk_sandbox_base64url_encode ((const guchar *) text, strlen (text));
}

gboolean
desk_sandbox_cursor_parse (const char        *text,
                           const char        *list,
                           DeskSandboxCursor *self)
{
  g_autofree char *decoded = desk_sandbox_base64url_decode (text);
  g_auto (GStrv) parts = NULL;

  if (decoded == NULL)
    return FALSE;

  parts = g_strsplit (decoded, " ", -1);
  return g_strv_length (parts) == 3 && g_str_equal (parts[0], list) &&
         g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXUINT64, &self->sequence, NULL) &&
         g_ascii_string_to_unsigned (parts[2], 10, 0, G_MAXUINT, &self->position, NULL);
}
