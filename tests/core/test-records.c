/* test-records.c: the catalogue and records with every documented field agree (fiskil-api.md 9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-catalogue.h"
#include "desk-date.h"
#include "desk-decimal.h"
#include "desk-instant.h"
#include "desk-json.h"

/* Data sets with shapes of their own in version 1 (fiskil-api.md 9.9). */
static const char *const older_names[] = {
  "banking.accounts", "banking.transactions", "banking.income", "banking.product-detail", NULL,
};

/**
 * Reading:
 * @seen: (element-type utf8): paths of the fields that occurred
 * @values: (element-type utf8): texts that occurred, except words that many fields share
 * @is_older: whether the record is of version 1
 */
typedef struct
{
  const DeskResource *resource;
  const char         *file;
  GHashTable         *seen;
  GHashTable         *values;
  guint               n_values;
  gboolean            is_older;
} Reading;

static gboolean
is_decimal (const char *text)
{
  g_autoptr(DeskDecimal) decimal = desk_decimal_new_from_string (text, NULL);

  return decimal != NULL;
}

static gboolean
fits_text (const DeskField *field,
           const char      *text)
{
  GDate date;
  gint64 instant;

  switch ((int) field->type)
    {
    case DESK_FIELD_TYPE_AMOUNT:
    case DESK_FIELD_TYPE_RATE:
      return is_decimal (text);
    case DESK_FIELD_TYPE_DATE:
      return desk_date_parse (text, &date, NULL);
    case DESK_FIELD_TYPE_INSTANT:
      return desk_instant_parse (text, &instant, NULL);
    case DESK_FIELD_TYPE_CURRENCY:
      return strlen (text) == 3;
    case DESK_FIELD_TYPE_URI:
      return g_str_has_prefix (text, "https://");
    case DESK_FIELD_TYPE_TIME_OF_DAY:
      return text[0] == 'T';
    case DESK_FIELD_TYPE_DURATION:
      return text[0] == 'P';
    case DESK_FIELD_TYPE_ENUM:
    case DESK_FIELD_TYPE_UNION_TAG:
      return g_strv_contains (field->values, text);
    case DESK_FIELD_TYPE_TEXT:
    case DESK_FIELD_TYPE_ID:
    case DESK_FIELD_TYPE_MASKED_NUMBER:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
fits_number (const DeskField *field,
             DeskJsonSlice    value)
{
  gint64 whole;

  if (field->type == DESK_FIELD_TYPE_INTEGER)
    return desk_json_slice_get_int64 (value, &whole);

  return field->type == DESK_FIELD_TYPE_NUMBER || field->type == DESK_FIELD_TYPE_ENERGY;
}

/* In version 1 the bounds of a tier are numbers, and a feature is activated or not. */
static gboolean
fits_older (const DeskField *field,
            DeskJsonKind     kind)
{
  if (kind == DESK_JSON_KIND_NUMBER)
    return g_str_equal (field->name, "minimum_value") || g_str_equal (field->name, "maximum_value");

  return kind == DESK_JSON_KIND_BOOLEAN && g_str_equal (field->name, "is_activated");
}

static gboolean
fits (Reading         *self,
      const DeskField *field,
      DeskJsonSlice    value)
{
  DeskJsonKind kind = desk_json_slice_get_kind (value);
  g_autofree char *text = desk_json_slice_dup_string (value);

  if (self->is_older && fits_older (field, kind))
    return TRUE;
  if (kind == DESK_JSON_KIND_STRING)
    return fits_text (field, text);
  if (kind == DESK_JSON_KIND_NUMBER)
    return fits_number (field, value);

  return kind == DESK_JSON_KIND_BOOLEAN && field->type == DESK_FIELD_TYPE_BOOLEAN;
}

/* A value that stands twice could be shown in the wrong place and no test would see it. */
static void
note_value (Reading         *self,
            const DeskField *field,
            DeskJsonSlice    value)
{
  gboolean is_word = field->values != NULL || field->type == DESK_FIELD_TYPE_BOOLEAN ||
                     field->type == DESK_FIELD_TYPE_CURRENCY || g_str_has_suffix (field->name, "country");

  self->n_values++;
  if (!is_word && !g_hash_table_add (self->values, desk_json_slice_dup_text (value)))
    g_error ("%s: the value of %s stands there twice", self->file, field->name);
}

static void read_members (Reading       *self,
                          DeskJsonSlice  object,
                          const char    *prefix);

static void
read_value (Reading         *self,
            const DeskField *field,
            const char      *path,
            DeskJsonSlice    value)
{
  if (field->type == DESK_FIELD_TYPE_OBJECT)
    {
      g_autofree char *prefix = g_strconcat (path, ".", NULL);

      if (desk_json_slice_get_kind (value) != DESK_JSON_KIND_OBJECT)
        g_error ("%s: %s is no object", self->file, path);
      read_members (self, value, prefix);
      return;
    }

  if (!fits (self, field, value))
    g_error ("%s: the value of %s is not of the type of the field", self->file, path);
  note_value (self, field, value);
}

static void
read_member (Reading         *self,
             const DeskField *field,
             const char      *path,
             DeskJsonSlice    value)
{
  gboolean is_array = desk_json_slice_get_kind (value) == DESK_JSON_KIND_ARRAY;
  DeskJsonSlice element;
  DeskJsonIter iter;

  /* In version 1 the conditions of a rate are one object. */
  if (is_array != ((field->flags & DESK_FIELD_REPEATED) != 0) &&
      !(self->is_older && g_str_equal (field->name, "applicability_conditions")))
    g_error ("%s: %s is one where it should be many, or many where it should be one", self->file, path);

  if (!is_array)
    {
      read_value (self, field, path, value);
      return;
    }

  g_assert_cmpuint (desk_json_slice_count (value), ==, 2);
  desk_json_iter_init (&iter, value);
  while (desk_json_iter_next (&iter, NULL, &element))
    read_value (self, field, path, element);
}

static void
read_members (Reading       *self,
              DeskJsonSlice  object,
              const char    *prefix)
{
  DeskJsonSlice key;
  DeskJsonSlice value;
  DeskJsonIter iter;

  desk_json_iter_init (&iter, object);
  while (desk_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = desk_json_slice_dup_string (key);
      g_autofree char *path = g_strconcat (prefix, name, NULL);
      const DeskField *field = desk_resource_find_field (self->resource, path);

      if (field == NULL)
        g_error ("%s: the catalogue has no field %s", self->file, path);
      read_member (self, field, path, value);
      g_hash_table_add (self->seen, g_steal_pointer (&path));
    }
}

static void
read_file (const DeskResource *resource,
           const char         *suffix,
           GHashTable         *seen,
           guint              *n_values)
{
  g_autofree char *name = g_strconcat (resource->name, suffix, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "records", name, NULL);
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { resource, name, seen, values, 0, *suffix != '\0' };
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  DeskJsonSlice record;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  desk_json_parse (text, length, &record, &error);
  g_assert_no_error (error);

  read_members (&reading, record, "");
  *n_values += reading.n_values;
}

typedef struct
{
  const DeskResource *resource;
  GHashTable         *seen;
  guint               n_fields;
} Comparison;

static void
check_seen (const char      *path,
            const DeskField *field,
            gpointer         user_data)
{
  Comparison *comparison = user_data;

  comparison->n_fields++;
  if (!g_hash_table_contains (comparison->seen, path))
    g_error ("%s: no record holds the field %s", comparison->resource->name, path);
}

static void
test_record (gconstpointer data)
{
  const DeskResource *resource = data;
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Comparison comparison = { resource, seen, 0 };
  guint n_values = 0;

  read_file (resource, "", seen, &n_values);
  if (g_strv_contains (older_names, resource->name))
    read_file (resource, "-v1", seen, &n_values);

  desk_resource_foreach_field (resource, check_seen, &comparison);
  g_test_message ("%s: %u fields, %u values", resource->name, comparison.n_fields, n_values);
}

int
main (int    argc,
      char **argv)
{
  const DeskResource *const *resources;
  guint n_resources;

  g_test_init (&argc, &argv, NULL);

  resources = desk_catalogue_get_resources (&n_resources);
  for (guint i = 0; i < n_resources; i++)
    {
      g_autofree char *path = g_strconcat ("/records/", resources[i]->name, NULL);

      g_test_add_data_func (path, resources[i], test_record);
    }

  return g_test_run ();
}
