/* desk-sandbox-json.c: reading and writing small JSON bodies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-json.h"

#include "desk-instant.h"
#include "desk-json.h"

JsonObject *
desk_sandbox_json_parse_object (const char  *text,
                                gsize        length,
                                GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  DeskJsonSlice root;

  /* json-glib overflows the stack on deep nesting, so the depth is checked before. */
  if (!desk_json_parse (text, length, &root, error))
    return NULL;

  if (desk_json_slice_get_kind (root) != DESK_JSON_KIND_OBJECT)
    {
      g_set_error_literal (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE, "The text is not a JSON object");
      return NULL;
    }

  if (!json_parser_load_from_data (parser, root.text, (gssize) root.length, error))
    return NULL;

  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static JsonNode *
get_value (JsonObject *object,
           const char *name,
           GType       type)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    return NULL;

  return node;
}

const char *
desk_sandbox_json_get_string (JsonObject *object,
                              const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : NULL;
}

gint64
desk_sandbox_json_get_int (JsonObject *object,
                           const char *name,
                           gint64      fallback)
{
  JsonNode *node = get_value (object, name, G_TYPE_INT64);

  return node != NULL ? json_node_get_int (node) : fallback;
}

char **
desk_sandbox_json_dup_strings (JsonObject *object,
                               const char *name)
{
  g_autoptr(GStrvBuilder) builder = NULL;
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  builder = g_strv_builder_new ();
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_strv_builder_add (builder, json_node_get_string (element));
    }

  return g_strv_builder_end (builder);
}

gboolean
desk_sandbox_json_are_strings (JsonObject *object,
                               const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (json_node_get_value_type (json_array_get_element (array, i)) != G_TYPE_STRING)
      return FALSE;

  return TRUE;
}

void
desk_sandbox_json_add_string (JsonBuilder *builder,
                              const char  *name,
                              const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
desk_sandbox_json_add_int (JsonBuilder *builder,
                           const char  *name,
                           gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
desk_sandbox_json_add_boolean (JsonBuilder *builder,
                               const char  *name,
                               gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
desk_sandbox_json_add_strings (JsonBuilder       *builder,
                               const char        *name,
                               const char *const *values)
{
  if (values == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

void
desk_sandbox_json_add_instant (JsonBuilder *builder,
                               const char  *name,
                               gint64       value)
{
  g_autofree char *text = desk_instant_format (value);

  desk_sandbox_json_add_string (builder, name, text);
}

char *
desk_sandbox_json_dup_text (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}
