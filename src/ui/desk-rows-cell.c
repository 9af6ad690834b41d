/* desk-rows-cell.c: the cells of a column of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-rows-cell.h"

#include <glib/gi18n-lib.h>

#include "desk-cut-text.h"
#include "desk-status-pill.h"

static gboolean
is_pending (DeskRow *row)
{
  return desk_json_slice_equals_string (desk_row_get_value (row, "status"), "PENDING");
}

static void
show_amount_direction (GtkWidget  *cell,
                       const char *text)
{
  if (g_str_has_prefix (text, "+"))
    gtk_widget_add_css_class (cell, "money-in");
  else
    gtk_widget_remove_css_class (cell, "money-in");
}

static void
update_cell (GtkListItem *item)
{
  const DeskRowsColumn *column = g_object_get_data (G_OBJECT (item), "column");
  DeskRow *row = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *cell = gtk_widget_get_first_child (box);
  g_autofree char *text = row != NULL && desk_row_is_loaded (row) ? desk_rows_column_dup_text (column, row) : NULL;
  const char *account_name = desk_rows_column_find_account_name (column, text);
  gboolean pending = row != NULL && desk_rows_column_shows_pending (column) && is_pending (row);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), account_name != NULL ? account_name : text);
  if (column->field->type == DESK_FIELD_TYPE_AMOUNT && text != NULL)
    show_amount_direction (cell, text);
  if (!desk_rows_column_shows_pending (column))
    return;
  gtk_widget_set_visible (cell, !pending);
  desk_status_pill_set (DESK_STATUS_PILL (gtk_widget_get_last_child (box)), DESK_STATUS_PILL_SOON,
                        pending ? _("Pending") : NULL);
}

/* What is wider than the least is shared out by what each column would like to have. */
static void
set_width (GtkInscription       *cell,
           const DeskRowsColumn *column)
{
  gboolean is_number = desk_rows_column_is_number (column);
  guint min_chars = 9;
  guint nat_chars = is_number ? 11 : 12;

  if (desk_rows_column_tells_the_minute (column))
    min_chars = nat_chars = 18; /* "21 Nov 2026, 09:41" */
  else if (desk_rows_column_is_time (column))
    min_chars = nat_chars = 11; /* "21 Nov 2026" */
  else if (desk_rows_column_takes_the_rest (column))
    {
      min_chars = column->is_narrow ? min_chars : column->field->type == DESK_FIELD_TYPE_ID ? 11 : 15;
      nat_chars = 34;
    }
  else if (column->field->type == DESK_FIELD_TYPE_BOOLEAN)
    min_chars = nat_chars = 4; /* "Yes" */
  else if (desk_rows_column_is_secondary (column))
    nat_chars = 16;
  gtk_inscription_set_min_chars (cell, min_chars);
  gtk_inscription_set_nat_chars (cell, nat_chars);
}

/* What the service said, where that is not to be read in the cell: an id of which the name is shown, or a text that is cut. */
static gboolean
query_tooltip_cb (GtkWidget   *cell,
                  int          x,
                  int          y,
                  gboolean     by_keyboard,
                  GtkTooltip  *tooltip,
                  GtkListItem *item)
{
  DeskRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = NULL;

  if (row == NULL || !desk_row_is_loaded (row))
    return FALSE;
  text = desk_rows_column_dup_text (g_object_get_data (G_OBJECT (item), "column"), row);
  if (text == NULL || (g_strcmp0 (text, gtk_inscription_get_text (GTK_INSCRIPTION (cell))) == 0
                       && !desk_cut_text_is_cut (cell)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          DeskRowsColumn           *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *cell = gtk_inscription_new (NULL);
  gboolean is_number = desk_rows_column_is_number (column);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), is_number ? 1.0f : 0.0f);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect_object (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), item, 0);
  if (is_number || desk_rows_column_is_time (column))
    gtk_widget_add_css_class (cell, "numeric");
  if (desk_rows_column_is_secondary (column))
    gtk_widget_add_css_class (cell, "dim-label");
  gtk_box_append (GTK_BOX (box), cell);
  if (desk_rows_column_shows_pending (column))
    gtk_box_append (GTK_BOX (box), desk_status_pill_new ());
  g_object_set_data (G_OBJECT (item), "column", column);
  g_object_set_data (G_OBJECT (box), "item", item);
  gtk_list_item_set_child (item, box);
}

static void
update_width_cb (gpointer item,
                 gpointer column)
{
  set_width (GTK_INSCRIPTION (gtk_widget_get_first_child (gtk_list_item_get_child (item))), column);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  DeskRowsColumn *column = g_object_get_data (G_OBJECT (item), "column");

  g_signal_connect_object (gtk_list_item_get_item (item), "notify::loaded", G_CALLBACK (update_cell), item,
                           G_CONNECT_SWAPPED);
  update_cell (item);
  update_width_cb (item, column);
  g_ptr_array_add (column->bound, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  DeskRowsColumn *column = g_object_get_data (G_OBJECT (item), "column");

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_cell, item);
  g_ptr_array_remove_fast (column->bound, item);
}

static void
update_cell_cb (gpointer item,
                gpointer user_data)
{
  update_cell (item);
}

GtkListItemFactory *
desk_rows_cell_factory_new (DeskRowsColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), column,
                         (GClosureNotify) (void (*) (void)) desk_rows_column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

void
desk_rows_cell_update_all (DeskRowsColumn *column)
{
  g_ptr_array_foreach (column->bound, update_cell_cb, NULL);
}

void
desk_rows_cell_set_narrow (DeskRowsColumn *column,
                           gboolean        narrow)
{
  column->is_narrow = narrow;
  g_ptr_array_foreach (column->bound, update_width_cb, column);
}
