/* desk-sandbox-rewrite.c: a JSON object written again with some members changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-rewrite.h"

#include <string.h>

void
desk_sandbox_rewrite_add_name (GString    *text,
                               const char *name)
{
  if (text->len > 0 && text->str[text->len - 1] != '{')
    g_string_append_c (text, ',');

  g_string_append_printf (text, "\"%s\":", name);
}

void
desk_sandbox_rewrite_add (GString       *text,
                          const char    *name,
                          DeskJsonSlice  value)
{
  if (desk_json_slice_get_kind (value) == DESK_JSON_KIND_NONE)
    return;

  desk_sandbox_rewrite_add_name (text, name);
  g_string_append_len (text, value.text, (gssize) value.length);
}

/* A name as it is written, so that escapes in it stay. */
static char *
dup_name (DeskJsonSlice key)
{
  g_autofree char *raw = desk_json_slice_dup_raw (key);

  return g_strndup (raw + 1, strlen (raw) - 2);
}

void
desk_sandbox_rewrite_object (GString                  *text,
                             DeskJsonSlice             object,
                             DeskSandboxRewriteMember  write_member)
{
  DeskJsonIter iter;
  DeskJsonSlice key;
  DeskJsonSlice value;

  if (desk_json_slice_get_kind (object) != DESK_JSON_KIND_OBJECT)
    {
      g_string_append_len (text, object.text, (gssize) object.length);
      return;
    }

  g_string_append_c (text, '{');
  desk_json_iter_init (&iter, object);
  while (desk_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = dup_name (key);

      write_member (text, name, value);
    }
  g_string_append_c (text, '}');
}

void
desk_sandbox_rewrite_array (GString                  *text,
                            DeskJsonSlice             array,
                            DeskSandboxRewriteMember  write_member)
{
  DeskJsonIter iter;
  DeskJsonSlice element;
  gboolean is_first = TRUE;

  if (desk_json_slice_get_kind (array) != DESK_JSON_KIND_ARRAY)
    {
      g_string_append_len (text, array.text, (gssize) array.length);
      return;
    }

  g_string_append_c (text, '[');
  desk_json_iter_init (&iter, array);
  while (desk_json_iter_next (&iter, NULL, &element))
    {
      if (!is_first)
        g_string_append_c (text, ',');
      is_first = FALSE;
      desk_sandbox_rewrite_object (text, element, write_member);
    }
  g_string_append_c (text, ']');
}
