/* desk-search-group.c: a group of rows with a search entry above them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-search-group.h"

#include <glib/gi18n-lib.h>

struct _DeskSearchGroup
{
  AdwPreferencesGroup  parent_instance;

  GtkWidget           *entry;
  GtkWidget           *nothing;
  GtkListBox          *list;
};

G_DEFINE_FINAL_TYPE (DeskSearchGroup, desk_search_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_found_cb (GtkListBoxRow *row,
             gpointer       user_data)
{
  DeskSearchGroup *self = user_data;
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  const char *text = g_object_get_data (G_OBJECT (row), "searched");

  return text == NULL || strstr (text, g_strstrip (wanted)) != NULL;
}

static void
search_changed_cb (DeskSearchGroup *self)
{
  gboolean found = FALSE;

  gtk_list_box_invalidate_filter (self->list);
  for (int i = 0; !found && gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    found = is_found_cb (gtk_list_box_get_row_at_index (self->list, i), self);

  gtk_widget_set_visible (GTK_WIDGET (self->list), found);
  gtk_widget_set_visible (self->nothing, !found);
}

static void
desk_search_group_class_init (DeskSearchGroupClass *klass)
{
}

static void
desk_search_group_init (DeskSearchGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_margin_bottom (self->entry, 12);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, is_found_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  self->nothing = gtk_label_new (_("Nothing fits. Search for another word."));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);

  adw_preferences_group_add (group, self->entry);
  adw_preferences_group_add (group, GTK_WIDGET (self->list));
  adw_preferences_group_add (group, self->nothing);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
desk_search_group_new (const char *placeholder)
{
  DeskSearchGroup *self = g_object_new (DESK_TYPE_SEARCH_GROUP, NULL);

  g_object_set (self->entry, "placeholder-text", placeholder, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);

  return GTK_WIDGET (self);
}

void
desk_search_group_add_row (DeskSearchGroup *self,
                           GtkWidget       *row,
                           const char      *text)
{
  g_return_if_fail (DESK_IS_SEARCH_GROUP (self));
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  g_object_set_data_full (G_OBJECT (row), "searched", g_utf8_casefold (text, -1), g_free);
  gtk_list_box_append (self->list, row);
}

void
desk_search_group_remove_rows (DeskSearchGroup *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (DESK_IS_SEARCH_GROUP (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

void
desk_search_group_focus (DeskSearchGroup *self)
{
  g_return_if_fail (DESK_IS_SEARCH_GROUP (self));

  gtk_widget_grab_focus (self->entry);
}
