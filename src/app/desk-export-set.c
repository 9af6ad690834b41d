/* desk-export-set.c: one data set on its way into an export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-set.h"

#include "desk-catalogue.h"

void
desk_export_set_free (DeskExportSet *self)
{
  g_clear_pointer (&self->query, desk_query_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->tally, desk_export_tally_free);
  g_free (self);
}

static gboolean
is_stored (const DeskField *field)
{
  return field != NULL &&
         (field->flags & (DESK_FIELD_LISTED | DESK_FIELD_STORED | DESK_FIELD_SEARCHED)) != 0;
}

static DeskExportSet *
add_set (GPtrArray       *sets,
         const DeskQuery *query,
         const char      *order)
{
  DeskExportSet *set = g_new0 (DeskExportSet, 1);

  set->query = desk_query_copy (query);
  if (order != NULL && is_stored (desk_resource_find_field (desk_query_get_resource (query), order)))
    desk_query_set_sort (set->query, order, FALSE);
  g_ptr_array_add (sets, set);
  return set;
}

static void
add_asked_for (GPtrArray       *sets,
               const DeskQuery *query,
               const char      *order,
               gboolean         is_held)
{
  DeskExportSet *set = add_set (sets, query, order);

  set->is_held = is_held;
  set->tally = desk_export_tally_new (desk_query_get_resource (query));
}

/* Accounts of transactions, say. */
static void
add_needed (GPtrArray               *sets,
            const DeskExportRequest *request,
            const char              *name)
{
  const DeskQuery *asked = g_ptr_array_index (request->queries, 0);
  g_autoptr(DeskQuery) query = desk_query_new (desk_catalogue_find (name), desk_query_get_end_user_id (asked));

  desk_query_set_arrangement_id (query, desk_query_get_arrangement_id (asked));
  add_set (sets, query, NULL)->is_held = TRUE;
}

static void
list_by_format (GPtrArray               *sets,
                const DeskExportRequest *request,
                const char *const       *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const DeskQuery *query = desk_export_request_find (request, names[i]);

      if (query != NULL)
        add_asked_for (sets, query, desk_export_format_get_order (request->format), TRUE);
      else if (names[i + 1] != NULL && desk_catalogue_find (names[i]) != NULL)
        add_needed (sets, request, names[i]);
    }
}

GPtrArray *
desk_export_set_list (const DeskExportRequest *request)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_export_set_free);
  const char *const *names = NULL;

  g_return_val_if_fail (request != NULL && request->queries->len > 0, NULL);

  names = desk_export_format_get_resources (request->format);
  if (names != NULL)
    list_by_format (sets, request, names);
  for (guint i = 0; i < request->queries->len; i++)
    {
      const DeskQuery *query = g_ptr_array_index (request->queries, i);

      if (names == NULL || !g_strv_contains (names, desk_query_get_resource (query)->name))
        add_asked_for (sets, query, NULL, names == NULL);
    }
  return sets;
}

void
desk_export_set_keep (DeskExportSet *self,
                      GArray        *chosen)
{
  g_autoptr(GHashTable) wanted = NULL;
  guint n_kept = 0;

  g_return_if_fail (self != NULL && self->ids != NULL && self->tally != NULL);
  g_return_if_fail (chosen != NULL);

  wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < chosen->len; i++)
    g_hash_table_add (wanted, &g_array_index (chosen, gint64, i));
  for (guint i = 0; i < self->ids->len; i++)
    if (g_hash_table_contains (wanted, &g_array_index (self->ids, gint64, i)))
      g_array_index (self->ids, gint64, n_kept++) = g_array_index (self->ids, gint64, i);
  /* A row that is gone since it was chosen is no row of ours, but it was asked for. */
  self->tally->n_rows[DESK_EXPORT_REASON_GONE] = chosen->len - n_kept;
  g_array_set_size (self->ids, n_kept);
}
