/* desk-cli-resources.c: the command that lists the data sets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "desk-catalogue.h"
#include "desk-cli-command.h"
#include "desk-cli-records.h"
#include "desk-resource-walk.h"

static const char *const type_words[] = {
  [DESK_FIELD_TYPE_TEXT] = "text",
  [DESK_FIELD_TYPE_ID] = "id",
  [DESK_FIELD_TYPE_MASKED_NUMBER] = "masked-number",
  [DESK_FIELD_TYPE_URI] = "uri",
  [DESK_FIELD_TYPE_AMOUNT] = "amount",
  [DESK_FIELD_TYPE_RATE] = "rate",
  [DESK_FIELD_TYPE_CURRENCY] = "currency",
  [DESK_FIELD_TYPE_DATE] = "date",
  [DESK_FIELD_TYPE_INSTANT] = "instant",
  [DESK_FIELD_TYPE_TIME_OF_DAY] = "time-of-day",
  [DESK_FIELD_TYPE_DURATION] = "duration",
  [DESK_FIELD_TYPE_ENUM] = "enum",
  [DESK_FIELD_TYPE_UNION_TAG] = "union-tag",
  [DESK_FIELD_TYPE_BOOLEAN] = "boolean",
  [DESK_FIELD_TYPE_INTEGER] = "integer",
  [DESK_FIELD_TYPE_NUMBER] = "number",
  [DESK_FIELD_TYPE_ENERGY] = "energy",
  [DESK_FIELD_TYPE_OBJECT] = "object",
};

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_flag (JsonBuilder *builder,
          const char  *name,
          gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/* The catalogue as it is written, and which fields of the data set at hand are columns of its list. */
typedef struct
{
  JsonBuilder *builder;
  GHashTable  *listed; /* (element-type utf8): paths */
} Listing;

static void
note_listed (const char      *path,
             const DeskField *field,
             gpointer         user_data)
{
  Listing *listing = user_data;

  if ((field->flags & DESK_FIELD_LISTED) != 0)
    g_hash_table_add (listing->listed, g_strdup (path));
}

static void
add_field (const char      *path,
           const DeskField *field,
           gpointer         user_data)
{
  Listing *listing = user_data;
  JsonBuilder *builder = listing->builder;

  json_builder_begin_object (builder);
  add_text (builder, "name", path);
  add_text (builder, "label", _(field->label));
  add_text (builder, "type", type_words[field->type]);
  add_text (builder, "unit", field->unit);
  add_flag (builder, "mandatory", (field->flags & DESK_FIELD_MANDATORY) != 0);
  add_flag (builder, "repeated", (field->flags & DESK_FIELD_REPEATED) != 0);
  add_flag (builder, "listed", g_hash_table_contains (listing->listed, path));
  json_builder_end_object (builder);
}

static void
add_resource (JsonBuilder        *builder,
              const DeskResource *resource)
{
  g_autoptr(GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) filters = desk_resource_walk_dup_filters (resource);
  Listing listing = { builder, listed };

  json_builder_begin_object (builder);
  add_text (builder, "name", resource->name);
  add_text (builder, "label", _(resource->label));
  add_text (builder, "path", resource->paths[0]);
  add_text (builder, "permission", resource->permission);
  add_text (builder, "event", resource->event);
  json_builder_set_member_name (builder, "filters");
  json_builder_begin_array (builder);
  for (guint i = 0; filters[i] != NULL; i++)
    json_builder_add_string_value (builder, filters[i]);

  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  desk_resource_foreach_column (resource, note_listed, &listing);
  desk_resource_foreach_field (resource, add_field, &listing);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static GBytes *
build_catalogue (void)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  const DeskResource *const *resources;
  guint n_resources;
  char *text;

  json_builder_begin_array (builder);
  resources = desk_catalogue_get_resources (&n_resources);
  for (guint i = 0; i < n_resources; i++)
    add_resource (builder, resources[i]);

  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

static gboolean
list (DeskCliCall  *call,
      GError      **error)
{
  static const char *const root_keys[] = { NULL };
  const DeskCliColumn columns[] = {
    { _("Data set"), "name", FALSE },
    { _("Label"), "label", FALSE },
    { _("Permission"), "permission", FALSE },
    { _("Path"), "path", FALSE },
  };
  g_autoptr(GBytes) bytes = build_catalogue ();
  g_autoptr(DeskCliRecords) records = desk_cli_records_new (call->as_json, columns, G_N_ELEMENTS (columns));
  g_autoptr(DeskJsonPage) page = desk_json_page_new (bytes, root_keys, error);

  if (page == NULL)
    return FALSE;

  desk_cli_records_add_page (records, page);
  desk_cli_records_end (records);

  return TRUE;
}

const DeskCliCommand desk_cli_resources_commands[] = {
  { "resources", NULL, NULL, N_("List the data sets that can be fetched"), "resources", { { NULL } }, TRUE, list },
  { NULL },
};
