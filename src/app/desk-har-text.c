/* desk-har-text.c: values as JSON, written piece by piece
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-har-text.h"

#include <string.h>

/* So that a body of any size takes little memory more; base64 needs a multiple of three. */
#define CHUNK_SIZE (48 * 1024)

static void
append_escaped (GString *json,
                guchar   byte)
{
  if (byte == '"' || byte == '\\')
    g_string_append_printf (json, "\\%c", byte);
  else if (byte < 0x20 || byte == 0x7f)
    g_string_append_printf (json, "\\u%04x", byte);
  else
    g_string_append_c (json, (char) byte);
}

static gboolean
write_chunk (DeskExportFile  *file,
             const char      *text,
             gsize            length,
             GError         **error)
{
  g_autoptr(GString) json = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    append_escaped (json, (guchar) text[i]);

  return desk_export_file_write (file, json->str, json->len, error);
}

gboolean
desk_har_text_write (DeskExportFile  *file,
                     const char      *text,
                     gsize            length,
                     GError         **error)
{
  if (!desk_export_file_append (file, "\"", error))
    return FALSE;
  for (gsize i = 0; i < length; i += CHUNK_SIZE)
    {
      if (!write_chunk (file, text + i, MIN (length - i, CHUNK_SIZE), error))
        return FALSE;
    }
  return desk_export_file_append (file, "\"", error);
}

static gboolean
write_base64 (DeskExportFile  *file,
              const guchar    *data,
              gsize            size,
              GError         **error)
{
  for (gsize i = 0; i < size; i += CHUNK_SIZE)
    {
      g_autofree char *piece = g_base64_encode (data + i, MIN (size - i, CHUNK_SIZE));

      if (!desk_export_file_append (file, piece, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
desk_har_text_write_body (DeskExportFile  *file,
                          GBytes          *body,
                          GError         **error)
{
  gsize size = 0;
  const char *data = body != NULL ? g_bytes_get_data (body, &size) : NULL;

  if (size == 0 || g_utf8_validate_len (data, size, NULL))
    return desk_export_file_append (file, "\"text\":", error) && desk_har_text_write (file, data, size, error);

  return desk_export_file_append (file, "\"encoding\":\"base64\",\"text\":\"", error)
         && write_base64 (file, (const guchar *) data, size, error) && desk_export_file_append (file, "\"", error);
}

gboolean
desk_har_text_write_member (DeskExportFile  *file,
                            const char      *before,
                            const char      *text,
                            GError         **error)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return desk_export_file_append (file, before, error) && desk_export_file_append (file, "\":", error)
         && desk_har_text_write (file, valid, strlen (valid), error);
}
