/* desk-export-request.c: what is to be exported, how, and where to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-request.h"

DeskExportRequest *
desk_export_request_new (DeskExportFormat  format,
                         const char       *path,
                         gint64            now)
{
  DeskExportRequest *self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (DeskExportRequest, 1);
  self->format = format;
  self->path = g_strdup (path);
  self->now = now;
  self->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_query_free);
  return self;
}

DeskExportRequest *
desk_export_request_copy (const DeskExportRequest *self)
{
  DeskExportRequest *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = desk_export_request_new (self->format, self->path, self->now);
  copy->may_replace = self->may_replace;
  copy->is_single = self->is_single;
  copy->ids = self->ids != NULL ? g_array_ref (self->ids) : NULL;
  for (guint i = 0; i < self->queries->len; i++)
    desk_export_request_add (copy, g_ptr_array_index (self->queries, i));
  return copy;
}

void
desk_export_request_free (DeskExportRequest *self)
{
  g_free (self->path);
  g_ptr_array_unref (self->queries);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

void
desk_export_request_add (DeskExportRequest *self,
                         const DeskQuery   *query)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (query != NULL);

  g_ptr_array_add (self->queries, desk_query_copy (query));
}

gboolean
desk_export_request_makes_folder (const DeskExportRequest *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return desk_export_format_makes_folder (self->format, self->is_single);
}

const DeskQuery *
desk_export_request_find (const DeskExportRequest *self,
                          const char              *resource_name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->queries->len; i++)
    {
      const DeskQuery *query = g_ptr_array_index (self->queries, i);

      if (g_str_equal (desk_query_get_resource (query)->name, resource_name))
        return query;
    }
  return NULL;
}
