/* desk-cli-object.c: writes one object, as JSON or line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-cli-object.h"

#include <stdio.h>

#include "desk-cli-text.h"

static char *
dup_shown (DeskJsonSlice value)
{
  DeskJsonKind kind = desk_json_slice_get_kind (value);

  if (kind == DESK_JSON_KIND_OBJECT || kind == DESK_JSON_KIND_ARRAY)
    return desk_json_slice_dup_raw (value);

  return desk_json_slice_dup_text (value);
}

static void
print_lines (DeskJsonSlice object)
{
  DeskJsonIter iter;
  DeskJsonSlice key;
  DeskJsonSlice value;

  desk_json_iter_init (&iter, object);
  while (desk_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = dup_shown (key);
      g_autofree char *text = dup_shown (value);
      g_autofree char *safe_name = desk_cli_text_make_safe (name);
      g_autofree char *safe_text = desk_cli_text_make_safe (text);

      printf ("%s: %s\n", safe_name, safe_text);
    }
}

void
desk_cli_object_print (DeskJsonSlice object,
                       gboolean      as_json)
{
  if (!as_json)
    {
      print_lines (object);
      return;
    }

  fwrite (object.text, 1, object.length, stdout);
  putchar ('\n');
}

void
desk_cli_object_print_built (JsonBuilder *builder,
                             gboolean     as_json)
{
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;
  DeskJsonSlice object;

  g_return_if_fail (JSON_IS_BUILDER (builder));

  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  if (desk_json_parse (text, strlen (text), &object, NULL))
    desk_cli_object_print (object, as_json);
}

void
desk_cli_object_print_text (const char *name,
                            const char *value,
                            gboolean    as_json)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
  json_builder_end_object (builder);
  desk_cli_object_print_built (builder, as_json);
}
