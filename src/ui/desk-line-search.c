/* desk-line-search.c: finds a text in the lines of a view, on another thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-line-search.h"

/**
 * Search:
 * @lines: (owned)
 * @text: (owned)
 */
typedef struct
{
  GObject            *lines;
  char               *text;
  DeskLineSearchFunc  search;
  GDestroyNotify      free_found;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_object_unref (search->lines);
  g_free (search->text);
  g_free (search);
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Search *search = task_data;

  g_task_return_pointer (task, search->search (search->lines, search->text, cancellable), search->free_found);
}

void
desk_line_search_async (GObject             *lines,
                        const char          *text,
                        DeskLineSearchFunc   search,
                        GDestroyNotify       free_found,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Search *data = NULL;

  g_return_if_fail (G_IS_OBJECT (lines));
  g_return_if_fail (text != NULL);

  data = g_new0 (Search, 1);
  data->lines = g_object_ref (lines);
  data->text = g_strdup (text);
  data->search = search;
  data->free_found = free_found;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_line_search_async);
  g_task_set_task_data (task, data, search_free);
  g_task_run_in_thread (task, search_in_thread);
}

gpointer
desk_line_search_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_line_search_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
