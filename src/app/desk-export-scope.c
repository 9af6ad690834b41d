/* desk-export-scope.c: which rows an export is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-scope.h"

#include "desk-catalogue.h"

struct _DeskExportScope
{
  GPtrArray          *queries;  /* (owned) (element-type DeskQuery): one for each data set */
  GArray             *ids;      /* (owned) (nullable) */
  const DeskResource *resource; /* (nullable) */
  guint               n_rows;
};

static DeskExportScope *
create (void)
{
  DeskExportScope *self = g_new0 (DeskExportScope, 1);

  self->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_query_free);
  return self;
}

DeskExportScope *
desk_export_scope_new_rows (const DeskQuery *query,
                            GArray          *ids,
                            guint            n_rows)
{
  DeskExportScope *self = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  self = create ();
  g_ptr_array_add (self->queries, desk_query_copy (query));
  self->ids = ids != NULL ? g_array_ref (ids) : NULL;
  self->resource = desk_query_get_resource (query);
  self->n_rows = n_rows;
  return self;
}

DeskExportScope *
desk_export_scope_new_everything (const char *end_user_id,
                                  const char *arrangement_id,
                                  GHashTable *counts)
{
  DeskExportScope *self = NULL;
  const DeskResource *const *resources = NULL;
  guint n_resources;

  g_return_val_if_fail (end_user_id != NULL, NULL);
  g_return_val_if_fail (counts != NULL, NULL);

  self = create ();
  resources = desk_catalogue_get_resources (&n_resources);
  for (guint i = 0; i < n_resources; i++)
    {
      guint n_rows = GPOINTER_TO_UINT (g_hash_table_lookup (counts, resources[i]->name));
      DeskQuery *query = NULL;

      if (n_rows == 0)
        continue;
      query = desk_query_new (resources[i], end_user_id);
      desk_query_set_arrangement_id (query, arrangement_id);
      g_ptr_array_add (self->queries, query);
      self->n_rows += n_rows;
    }
  return self;
}

void
desk_export_scope_free (DeskExportScope *self)
{
  g_ptr_array_unref (self->queries);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

guint
desk_export_scope_get_n_rows (const DeskExportScope *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

guint
desk_export_scope_get_n_data_sets (const DeskExportScope *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->queries->len;
}

const DeskResource *
desk_export_scope_get_resource (const DeskExportScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->resource;
}

gboolean
desk_export_scope_suits (const DeskExportScope *self,
                         DeskExportFormat       format)
{
  const char *const *names = desk_export_format_get_resources (format);
  const char *wanted = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (names == NULL)
    return TRUE;
  wanted = names[g_strv_length ((char **) names) - 1];
  for (guint i = 0; i < self->queries->len; i++)
    if (g_str_equal (desk_query_get_resource (g_ptr_array_index (self->queries, i))->name, wanted))
      return TRUE;
  return FALSE;
}

void
desk_export_scope_ask (const DeskExportScope *self,
                       DeskExportRequest     *request)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (request != NULL);

  for (guint i = 0; i < self->queries->len; i++)
    desk_export_request_add (request, g_ptr_array_index (self->queries, i));
  request->is_single = self->resource != NULL;
  if (self->ids != NULL)
    request->ids = g_array_ref (self->ids);
}
