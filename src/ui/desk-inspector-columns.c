/* desk-inspector-columns.c: the columns of the inspector's list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-cut-text.h"
#include "desk-inspector-columns.h"
#include "desk-inspector-entry.h"
#include "desk-inspector-words.h"
#include "desk-plain-text.h"
#include "desk-rows-columns.h"

/* Of an address, more is never seen. */
#define MAX_CHARACTERS 400

typedef char *(*TextFunc) (DeskInspectorEntry *entry);

static char *
dup_method (DeskInspectorEntry *entry)
{
  return g_strdup (desk_inspector_entry_get_webhook (entry) != NULL ? _("Webhook")
                                                                     : desk_inspector_entry_get_record (entry)->method);
}

static char *
dup_title (DeskInspectorEntry *entry)
{
  return desk_plain_text_line (desk_inspector_entry_get_title (entry), MAX_CHARACTERS);
}

static char *
dup_duration (DeskInspectorEntry *entry)
{
  if (desk_inspector_entry_get_webhook (entry) != NULL)
    return g_strdup ("");
  return desk_inspector_words_duration (desk_inspector_entry_get_record (entry)->duration);
}

static char *
dup_attempt (DeskInspectorEntry *entry)
{
  return g_strdup_printf ("%u", desk_inspector_entry_get_record (entry)->attempt);
}

static char *
dup_error_id (DeskInspectorEntry *entry)
{
  const char *error_id = desk_inspector_entry_get_record (entry)->error_id;

  return desk_plain_text_line (error_id != NULL ? error_id : "", MAX_CHARACTERS);
}

/**
 * Column:
 * @func: (nullable): %NULL for the status
 * @least_width: of the view, below which the column is left out
 * @width: of the column; 0 for what it wants, -1 for all the room that is left
 */
typedef struct
{
  const char *label;
  TextFunc    func;
  int         least_width;
  int         width;
  gboolean    is_number;
} Column;

static const Column columns[] = {
  { N_("Time"), desk_inspector_words_time, 440, 124, FALSE },
  { N_("Method"), dup_method, 0, 92, FALSE },
  { N_("Path"), dup_title, 0, -1, FALSE },
  { N_("Status"), NULL, 0, 150, FALSE },
  { N_("Duration"), dup_duration, 600, 80, TRUE },
  { N_("Size"), desk_inspector_words_size, 680, 96, TRUE },
  { N_("Attempt"), dup_attempt, 760, 84, TRUE },
  { N_("Error id"), dup_error_id, 900, 160, FALSE },
};

/* desk_rows_columns_find_position() looks for the item. */
static void
set_cell (GtkListItem *list_item,
          GtkWidget   *cell)
{
  g_object_set_data (G_OBJECT (cell), "item", list_item);
  gtk_list_item_set_child (list_item, cell);
}

static void
setup_text_cb (const Column *column,
               GtkListItem  *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  desk_cut_text_show_on_hover (label);
  set_cell (list_item, label);
}

static void
bind_text_cb (const Column *column,
              GtkListItem  *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *text = column->func (gtk_list_item_get_item (list_item));

  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
setup_status_cb (const Column *column,
                 GtkListItem  *list_item)
{
  GtkWidget *pill = desk_status_pill_new ();

  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  set_cell (list_item, pill);
}

static void
bind_status_cb (const Column *column,
                GtkListItem  *list_item)
{
  desk_inspector_words_set_pill (DESK_STATUS_PILL (gtk_list_item_get_child (list_item)),
                                 gtk_list_item_get_item (list_item));
}

static GtkListItemFactory *
new_factory (const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (column->func != NULL ? setup_text_cb : setup_status_cb),
                            (gpointer) column);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (column->func != NULL ? bind_text_cb : bind_status_cb),
                            (gpointer) column);
  return factory;
}

void
desk_inspector_columns_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[i].label), new_factory (&columns[i]));

      gtk_column_view_column_set_fixed_width (column, columns[i].width > 0 ? columns[i].width : -1);
      gtk_column_view_column_set_expand (column, columns[i].width < 0);
      gtk_column_view_append_column (view, column);
      if (columns[i].is_number)
        desk_rows_columns_align_last_title (view);
    }
}

void
desk_inspector_columns_set_width (GtkColumnView *view,
                                  int            width)
{
  GListModel *list = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  list = gtk_column_view_get_columns (view);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      gboolean visible = width >= columns[i].least_width;

      gtk_column_view_column_set_visible (column, visible);
      /* GTK 4.8 keeps room for the fixed width of columns that are not shown. */
      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (column, visible ? columns[i].width : 0);
    }
}
