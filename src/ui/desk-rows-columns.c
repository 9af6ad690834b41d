/* desk-rows-columns.c: the columns of a list, made from the catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-column-sorter.h"
#include "desk-rows-cell.h"
#include "desk-rows-columns.h"

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

void
desk_rows_columns_add (GtkColumnView      *view,
                       const DeskResource *resource)
{
  g_autoptr(GPtrArray) columns = desk_rows_column_list_new (resource);

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  /* Each factory takes its column over. */
  g_ptr_array_set_free_func (columns, NULL);
  for (guint i = 0; i < columns->len; i++)
    {
      DeskRowsColumn *column = g_ptr_array_index (columns, i);
      g_autoptr(GtkSorter) sorter = desk_column_sorter_new (column->path);
      g_autoptr(GtkColumnViewColumn) view_column = gtk_column_view_column_new (_(column->field->label),
                                                                                desk_rows_cell_factory_new (column));

      if (desk_rows_column_is_sortable (column))
        gtk_column_view_column_set_sorter (view_column, sorter);
      gtk_column_view_column_set_resizable (view_column, TRUE);
      gtk_column_view_column_set_expand (view_column, column->expands);
      g_object_set_data (G_OBJECT (view_column), "column", column);
      if (desk_rows_column_is_account (column))
        g_object_set_data (G_OBJECT (view), "account-column", view_column);
      gtk_column_view_append_column (view, view_column);
      if (desk_rows_column_is_number (column))
        desk_rows_columns_align_last_title (view);
    }
}

void
desk_rows_columns_set_narrow (GtkColumnView *view,
                              gboolean       narrow)
{
  GListModel *columns = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) view_column = g_list_model_get_item (columns, i);
      DeskRowsColumn *column = g_object_get_data (G_OBJECT (view_column), "column");

      gtk_column_view_column_set_visible (view_column, !narrow || !column->is_minor);
      desk_rows_cell_set_narrow (column, narrow);
    }
}

/* A cell, or a row by its first cell. */
static GtkListItem *
find_item (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_first_child (widget))
    {
      GtkListItem *item = g_object_get_data (G_OBJECT (widget), "item");

      if (item != NULL)
        return item;
    }
  return NULL;
}

guint
desk_rows_columns_find_position (GtkWidget *widget)
{
  /* What holds the rows would find the first of them. */
  for (; widget != NULL && !GTK_IS_LIST_VIEW (widget) && !GTK_IS_COLUMN_VIEW (widget);
       widget = gtk_widget_get_parent (widget))
    {
      GtkListItem *item = find_item (widget);

      if (item != NULL)
        return gtk_list_item_get_position (item);
    }
  return GTK_INVALID_LIST_POSITION;
}

gboolean
desk_rows_columns_has_account (GtkColumnView *view)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  return g_object_get_data (G_OBJECT (view), "account-column") != NULL;
}

void
desk_rows_columns_set_account_names (GtkColumnView *view,
                                     GHashTable    *names)
{
  GtkColumnViewColumn *view_column = NULL;
  DeskRowsColumn *column = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (names != NULL);

  view_column = g_object_get_data (G_OBJECT (view), "account-column");
  g_return_if_fail (view_column != NULL);

  column = g_object_get_data (G_OBJECT (view_column), "column");
  g_clear_pointer (&column->account_names, g_hash_table_unref);
  column->account_names = g_hash_table_ref (names);
  gtk_column_view_column_set_title (view_column, _("Account"));
  desk_rows_cell_update_all (column);
}

char *
desk_rows_columns_dup_line (DeskRow *row)
{
  g_autoptr(GPtrArray) columns = NULL;
  GString *line = NULL;

  g_return_val_if_fail (DESK_IS_ROW (row), NULL);

  columns = desk_rows_column_list_new (desk_row_get_resource (row));
  line = g_string_new (NULL);
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *text = desk_rows_column_dup_text (g_ptr_array_index (columns, i), row);

      if (i > 0)
        g_string_append_c (line, '\t');
      g_string_append (line, text);
    }
  return g_string_free (line, FALSE);
}

void
desk_rows_columns_align_last_title (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_last_child (header) : NULL;
  GtkWidget *label = title != NULL ? find_label (title) : NULL;

  if (label == NULL)
    return;
  /* GTK 4.8 has no way to say so. */
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  /* The sign of the order goes to the left, so that the title ends where the numbers end. */
  gtk_widget_insert_after (label, gtk_widget_get_parent (label), gtk_widget_get_last_child (gtk_widget_get_parent (label)));
}
