/* desk-store-columns.c: how the records of a data set lie in the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-columns.h"

#include <string.h>

#include "desk-catalogue.h"
#include "desk-date.h"
#include "desk-decimal.h"

/* 1 January 1970, as g_date_get_julian() counts. */
#define JULIAN_DAY_OF_EPOCH 719163

static void
desk_store_column_free (gpointer data)
{
  DeskStoreColumn *self = data;

  g_free (self->path);
  g_free (self->key);
  g_free (self);
}

static DeskStoreKeyKind
get_key_kind (DeskFieldType type)
{
  switch ((int) type)
    {
    case DESK_FIELD_TYPE_AMOUNT:
    case DESK_FIELD_TYPE_RATE:
    case DESK_FIELD_TYPE_INTEGER:
    case DESK_FIELD_TYPE_NUMBER:
    case DESK_FIELD_TYPE_ENERGY:
      return DESK_STORE_KEY_KIND_NUMBER;

    case DESK_FIELD_TYPE_DATE:
    case DESK_FIELD_TYPE_INSTANT:
      return DESK_STORE_KEY_KIND_TIME;

    default:
      return DESK_STORE_KEY_KIND_NONE;
    }
}

static void
add_column (DeskStoreTable   *self,
            const char       *path,
            DeskStoreKeyKind  key_kind,
            gboolean          searched)
{
  DeskStoreColumn *column = g_new0 (DeskStoreColumn, 1);

  column->path = g_strdup (path);
  column->key = key_kind != DESK_STORE_KEY_KIND_NONE ? g_strconcat (path, ":key", NULL) : NULL;
  column->key_kind = key_kind;
  column->searched = searched;
  g_ptr_array_add (self->columns, column);
}

static void
add_stored_field (const char      *path,
                  const DeskField *field,
                  gpointer         user_data)
{
  if (field->flags & (DESK_FIELD_LISTED | DESK_FIELD_STORED | DESK_FIELD_SEARCHED))
    add_column (user_data, path, get_key_kind (field->type), (field->flags & DESK_FIELD_SEARCHED) != 0);
}

/* Purge gives rows without a consent to the consent of their account or service point. */
static void
find_parent (DeskStoreTable *self)
{
  static const char *const account_paths[] = { "account_id", "from.account_id" };
  const char *accounts = desk_resource_is_energy (self->resource) ? "energy.accounts" : "banking.accounts";

  if (desk_resource_find_field (self->resource, "service_point_id") != NULL)
    {
      self->parent_path = self->parent_key = "service_point_id";
      self->parent = desk_catalogue_find ("energy.service-points");
    }

  for (guint i = 0; self->parent == NULL && i < G_N_ELEMENTS (account_paths); i++)
    if (desk_resource_find_field (self->resource, account_paths[i]) != NULL)
      {
        self->parent_path = account_paths[i];
        self->parent_key = "account_id";
        self->parent = desk_catalogue_find (accounts);
      }
}

DeskStoreTable *
desk_store_table_new (const DeskResource *resource)
{
  DeskStoreTable *self = g_new0 (DeskStoreTable, 1);
  const char *needed[] = { "institution_id", "arrangement_id", NULL };

  self->resource = resource;
  self->columns = g_ptr_array_new_with_free_func (desk_store_column_free);
  desk_resource_foreach_column (resource, add_stored_field, self);
  find_parent (self);
  needed[2] = self->parent_path;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (needed[i] != NULL && desk_store_table_find_column (self, needed[i]) == NULL)
      add_column (self, needed[i], DESK_STORE_KEY_KIND_NONE, FALSE);

  return self;
}

void
desk_store_table_free (DeskStoreTable *self)
{
  g_ptr_array_unref (self->columns);
  g_free (self);
}

const DeskStoreColumn *
desk_store_table_find_column (const DeskStoreTable *self,
                              const char           *path)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DeskStoreColumn *column = g_ptr_array_index (self->columns, i);

      if (g_str_equal (column->path, path))
        return column;
    }

  return NULL;
}

const DeskStoreColumn *
desk_store_table_find_currency (const DeskStoreTable *self,
                                const char           *path)
{
  const char *dot = strrchr (path, '.');

  if (dot != NULL)
    {
      g_autofree char *beside = g_strdup_printf ("%.*s.currency", (int) (dot - path), path);
      const DeskStoreColumn *column = desk_store_table_find_column (self, beside);

      if (column != NULL)
        return column;
    }

  return desk_store_table_find_column (self, "currency");
}

gboolean
desk_store_column_parse_number (const char *text,
                                double     *number)
{
  g_autoptr(DeskDecimal) decimal = NULL;

  if (text == NULL)
    return FALSE;

  decimal = desk_decimal_new_from_string (text, NULL);
  if (decimal == NULL)
    return FALSE;

  *number = desk_decimal_to_sort_key (decimal);
  return TRUE;
}

gboolean
desk_store_column_parse_time (const char *text,
                              gint64     *time)
{
  GDate date;

  if (text == NULL)
    return FALSE;

  if (desk_instant_parse (text, time, NULL))
    return TRUE;

  if (!desk_date_parse_lenient (text, &date, NULL))
    return FALSE;

  *time = ((gint64) g_date_get_julian (&date) - JULIAN_DAY_OF_EPOCH) * G_TIME_SPAN_DAY;
  return TRUE;
}

char *
desk_store_fold (const char *text)
{
  g_autofree char *composed = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  return g_utf8_casefold (composed != NULL ? composed : text, -1);
}

char *
desk_store_table_dup_search_text (const DeskStoreTable *self,
                                  DeskJsonSlice         record)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DeskStoreColumn *column = g_ptr_array_index (self->columns, i);
      g_autofree char *value = NULL;

      if (!column->searched)
        continue;

      value = desk_json_slice_dup_text (desk_json_slice_get_path (record, column->path));
      if (value == NULL || *value == '\0')
        continue;

      /* Words hold no line breaks, so none matches across two fields. */
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, value);
    }

  return text->len > 0 ? desk_store_fold (text->str) : NULL;
}
