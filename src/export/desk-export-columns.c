/* desk-export-columns.c: a record as one row of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-columns.h"

#include <json-glib/json-glib.h>
#include <string.h>

struct _DeskExportColumns
{
  GPtrArray  *paths;  /* (owned) (element-type utf8) */
  GPtrArray  *fields; /* (owned) (element-type DeskField) */
  GHashTable *places; /* (owned): path (unowned) -> index + 1 */
  GHashTable *inner;  /* (owned) (element-type utf8): the paths of objects whose members are columns */
};

/* A record on its way into a row. */
typedef struct
{
  const DeskExportColumns *columns;
  DeskJsonSlice           *values;
  GString                 *others;
  GString                 *path;   /* (owned): of the member in hand */
} Reading;

static void
add_columns (DeskExportColumns *self,
             const char        *prefix,
             const DeskField   *fields,
             guint              n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const DeskField *field = &fields[i];
      char *path = g_strconcat (prefix, field->name, NULL);

      if (field->n_children > 0 && (field->flags & DESK_FIELD_REPEATED) == 0)
        {
          g_autofree char *deeper = g_strconcat (path, ".", NULL);

          g_hash_table_add (self->inner, path);
          add_columns (self, deeper, field->children, field->n_children);
          continue;
        }
      g_ptr_array_add (self->paths, path);
      g_ptr_array_add (self->fields, (gpointer) field);
      g_hash_table_insert (self->places, path, GUINT_TO_POINTER (self->paths->len));
    }
}

DeskExportColumns *
desk_export_columns_new (const DeskResource *resource)
{
  DeskExportColumns *self = NULL;

  g_return_val_if_fail (resource != NULL, NULL);

  self = g_new0 (DeskExportColumns, 1);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_ptr_array_new ();
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->inner = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_columns (self, "", resource->fields, resource->n_fields);
  return self;
}

void
desk_export_columns_free (DeskExportColumns *self)
{
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->inner);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->paths);
  g_free (self);
}

guint
desk_export_columns_get_n (const DeskExportColumns *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->paths->len;
}

const char *
desk_export_columns_get_path (const DeskExportColumns *self,
                              guint                    i)
{
  g_return_val_if_fail (self != NULL && i < self->paths->len, NULL);

  return g_ptr_array_index (self->paths, i);
}

const DeskField *
desk_export_columns_get_field (const DeskExportColumns *self,
                               guint                    i)
{
  g_return_val_if_fail (self != NULL && i < self->fields->len, NULL);

  return g_ptr_array_index (self->fields, i);
}

static void
add_other (Reading       *reading,
           DeskJsonSlice  value)
{
  g_autoptr(JsonNode) name = json_node_init_string (json_node_alloc (), reading->path->str);
  g_autofree char *quoted = json_to_string (name, FALSE);

  g_string_append (reading->others, reading->others->len == 0 ? "{" : ",");
  g_string_append (reading->others, quoted);
  g_string_append_c (reading->others, ':');
  g_string_append_len (reading->others, value.text, (gssize) value.length);
}

/* Returns: whether the name cannot be mistaken for a path */
static gboolean
append_name (GString       *path,
             DeskJsonSlice  key)
{
  g_autofree char *name = NULL;
  gsize start = path->len > 0 ? path->len + 1 : 0;

  if (start > 0)
    g_string_append_c (path, '.');
  if (memchr (key.text, '\\', key.length) == NULL)
    {
      g_string_append_len (path, key.text + 1, (gssize) key.length - 2);
    }
  else
    {
      name = desk_json_slice_dup_string (key);
      g_string_append (path, name);
    }
  return strchr (path->str + start, '.') == NULL;
}

static void
read_members (Reading       *reading,
              DeskJsonSlice  object)
{
  gsize length = reading->path->len;
  DeskJsonIter iter;
  DeskJsonSlice key;
  DeskJsonSlice value;

  desk_json_iter_init (&iter, object);
  while (desk_json_iter_next (&iter, &key, &value))
    {
      gboolean is_plain = append_name (reading->path, key);
      guint place = is_plain ? GPOINTER_TO_UINT (g_hash_table_lookup (reading->columns->places, reading->path->str)) : 0;
      DeskJsonKind kind = desk_json_slice_get_kind (value);

      if (place > 0)
        reading->values[place - 1] = value;
      else if (!is_plain || !g_hash_table_contains (reading->columns->inner, reading->path->str))
        add_other (reading, value);
      else if (kind == DESK_JSON_KIND_OBJECT)
        read_members (reading, value);
      else if (kind != DESK_JSON_KIND_NULL)
        add_other (reading, value);
      g_string_truncate (reading->path, length);
    }
}

void
desk_export_columns_read (const DeskExportColumns *self,
                          DeskJsonSlice            record,
                          DeskJsonSlice           *values,
                          GString                 *others)
{
  Reading reading = { self, values, others, g_string_sized_new (64) };

  g_return_if_fail (self != NULL);
  g_return_if_fail (values != NULL);
  g_return_if_fail (others != NULL);

  g_string_truncate (others, 0);
  for (guint i = 0; i < self->paths->len; i++)
    values[i] = DESK_JSON_SLICE_NONE;
  read_members (&reading, record);
  if (others->len > 0)
    g_string_append_c (others, '}');
  g_string_free (reading.path, TRUE);
}

char *
desk_export_columns_dup_text (DeskJsonSlice value)
{
  DeskJsonKind kind = desk_json_slice_get_kind (value);

  if (kind == DESK_JSON_KIND_ARRAY || kind == DESK_JSON_KIND_OBJECT)
    return desk_json_slice_dup_raw (value);
  return desk_json_slice_dup_text (value);
}
