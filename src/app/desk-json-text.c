/* desk-json-text.c: small JSON texts of our own, built member by member
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-json-text.h"

#include "desk-instant.h"

void
desk_json_text_add (JsonBuilder *builder,
                    const char  *name,
                    const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
desk_json_text_add_instant (JsonBuilder *builder,
                            const char  *name,
                            gint64       instant)
{
  g_autofree char *text = instant != 0 ? desk_instant_format (instant) : NULL;

  desk_json_text_add (builder, name, text);
}

GBytes *
desk_json_text_finish (JsonBuilder *builder)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;
  char *line = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  line = g_strconcat (text, "\n", NULL);

  return g_bytes_new_take (line, strlen (line));
}
