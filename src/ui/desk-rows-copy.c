/* desk-rows-copy.c: selected rows of a table on their way to the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-rows-copy.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"
#include "desk-rows-columns.h"
#include "desk-ui-error.h"

#define MAX_ROWS 10000

/* As many as are written in one turn of the main loop. */
#define SLICE 50

struct _DeskRowsCopy
{
  GtkWidget *widget;  /* (unowned) */
  GPtrArray *rows;    /* (owned) (element-type DeskRow): held, so that their records come */
  GString   *text;    /* (owned) */
  guint      n_done;
  guint      idle_id;
  DeskRow   *awaited; /* (nullable) (unowned): one of rows */
};

static void go_on (DeskRowsCopy *self);

static void
stop_waiting (DeskRowsCopy *self)
{
  if (self->awaited != NULL)
    g_signal_handlers_disconnect_by_data (self->awaited, self);
  self->awaited = NULL;
}

static void
await_row (DeskRowsCopy *self,
           DeskRow      *row)
{
  self->awaited = row;
  g_signal_connect_swapped (row, "notify::loaded", G_CALLBACK (go_on), self);
}

static void
finish (DeskRowsCopy *self)
{
  g_autofree char *count = desk_format_count (self->rows->len);
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row copied", "%s rows copied",
                                                         self->rows->len),
                                            count);

  desk_ui_copy_saying (self->widget, self->text->str, words);
}

static gboolean
copy_slice_cb (gpointer user_data)
{
  DeskRowsCopy *self = user_data;
  guint end = MIN (self->n_done + SLICE, self->rows->len);

  for (; self->n_done < end; self->n_done++)
    {
      DeskRow *row = g_ptr_array_index (self->rows, self->n_done);
      g_autofree char *line = NULL;

      if (!desk_row_is_loaded (row))
        {
          self->idle_id = 0;
          await_row (self, row);
          return G_SOURCE_REMOVE;
        }
      line = desk_rows_columns_dup_line (row);
      g_string_append_printf (self->text, "%s\n", line);
    }
  if (end < self->rows->len)
    return G_SOURCE_CONTINUE;
  self->idle_id = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

static void
go_on (DeskRowsCopy *self)
{
  stop_waiting (self);
  self->idle_id = g_idle_add (copy_slice_cb, self);
}

DeskRowsCopy *
desk_rows_copy_new (GtkWidget  *widget,
                    GListModel *rows,
                    GtkBitset  *selected)
{
  DeskRowsCopy *self = NULL;
  guint n_rows;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (selected != NULL, NULL);

  self = g_new0 (DeskRowsCopy, 1);
  self->widget = widget;
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->text = g_string_new (NULL);
  n_rows = (guint) MIN (gtk_bitset_get_size (selected), MAX_ROWS);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (self->rows, g_list_model_get_item (rows, gtk_bitset_get_nth (selected, i)));
  go_on (self);
  return self;
}

void
desk_rows_copy_free (DeskRowsCopy *self)
{
  g_return_if_fail (self != NULL);

  stop_waiting (self);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_ptr_array_unref (self->rows);
  g_string_free (self->text, TRUE);
  g_free (self);
}
