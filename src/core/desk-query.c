/* desk-query.c: which rows of a data set, in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-query.h"

struct _DeskQuery
{
  const DeskResource *resource;
  char               *end_user_id;    /* (owned) */
  char               *arrangement_id; /* (owned) (nullable) */
  char               *search;         /* (owned) (nullable) */
  GHashTable         *filters;        /* (owned): field path -> the text that it must equal */
  char               *sort_field;     /* (owned) (nullable) */
  gboolean            sort_descending;
};

G_DEFINE_BOXED_TYPE (DeskQuery, desk_query, desk_query_copy, desk_query_free)

DeskQuery *
desk_query_new (const DeskResource *resource,
                const char         *end_user_id)
{
  DeskQuery *self;

  g_return_val_if_fail (resource != NULL, NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);

  self = g_new0 (DeskQuery, 1);
  self->resource = resource;
  self->end_user_id = g_strdup (end_user_id);
  self->filters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

DeskQuery *
desk_query_copy (const DeskQuery *self)
{
  DeskQuery *copy;
  GHashTableIter iter;
  gpointer field;
  gpointer value;

  g_return_val_if_fail (self != NULL, NULL);

  copy = desk_query_new (self->resource, self->end_user_id);
  copy->arrangement_id = g_strdup (self->arrangement_id);
  copy->search = g_strdup (self->search);
  copy->sort_field = g_strdup (self->sort_field);
  copy->sort_descending = self->sort_descending;

  g_hash_table_iter_init (&iter, self->filters);
  while (g_hash_table_iter_next (&iter, &field, &value))
    g_hash_table_insert (copy->filters, g_strdup (field), g_strdup (value));

  return copy;
}

void
desk_query_free (DeskQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->end_user_id);
  g_free (self->arrangement_id);
  g_free (self->search);
  g_free (self->sort_field);
  g_hash_table_unref (self->filters);
  g_free (self);
}

const DeskResource *
desk_query_get_resource (const DeskQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->resource;
}

const char *
desk_query_get_end_user_id (const DeskQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->end_user_id;
}

static void
replace_text (char       **place,
              const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

static gboolean
is_stored (const DeskQuery *self,
           const char      *path)
{
  const DeskField *field = desk_resource_find_field (self->resource, path);

  return field != NULL
         && (field->flags & (DESK_FIELD_LISTED | DESK_FIELD_STORED | DESK_FIELD_SEARCHED)) != 0;
}

void
desk_query_set_arrangement_id (DeskQuery  *self,
                               const char *arrangement_id)
{
  g_return_if_fail (self != NULL);

  replace_text (&self->arrangement_id, arrangement_id);
}

const char *
desk_query_get_arrangement_id (const DeskQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->arrangement_id;
}

void
desk_query_set_search (DeskQuery  *self,
                       const char *text)
{
  g_return_if_fail (self != NULL);

  replace_text (&self->search, text);
}

const char *
desk_query_get_search (const DeskQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->search;
}

void
desk_query_set_filter (DeskQuery  *self,
                       const char *field,
                       const char *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (field != NULL);
  g_return_if_fail (is_stored (self, field));

  if (value != NULL)
    g_hash_table_replace (self->filters, g_strdup (field), g_strdup (value));
  else
    g_hash_table_remove (self->filters, field);
}

const char *
desk_query_get_filter (const DeskQuery *self,
                       const char      *field)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  return g_hash_table_lookup (self->filters, field);
}

gboolean
desk_query_is_narrowed (const DeskQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->search != NULL || g_hash_table_size (self->filters) > 0;
}

void
desk_query_set_sort (DeskQuery  *self,
                     const char *field,
                     gboolean    descending)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (field == NULL || is_stored (self, field));

  replace_text (&self->sort_field, field);
  self->sort_descending = descending;
}

const char *
desk_query_get_sort_field (const DeskQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sort_field;
}

gboolean
desk_query_get_sort_descending (const DeskQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->sort_descending;
}
