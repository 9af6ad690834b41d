/* desk-institution-factory.c: makes the rows of the choices before linking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-institution-factory.h"

#include <glib/gi18n-lib.h>

#include "desk-institution-row.h"

/* Of a row: what it shows. Not owned: the list item around it holds it. */
#define ITEM_KEY "desk-item"

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, desk_institution_row_new ());
}

static void
bind_cb (GtkListItemFactory     *factory,
         GtkListItem            *list_item,
         DeskInstitutionChoices *choices)
{
  DeskInstitutionRow *row = DESK_INSTITUTION_ROW (gtk_list_item_get_child (list_item));
  gpointer item = gtk_list_item_get_item (list_item);
  gboolean may_be_chosen = desk_institution_choices_can_choose (choices, item);
  gboolean is_first_coming = gtk_list_item_get_position (list_item) == 1;

  switch (desk_institution_choices_get_kind (choices, item))
    {
    case DESK_INSTITUTION_CHOICE_ON_PAGE:
      desk_institution_row_show_on_page (row);
      break;
    case DESK_INSTITUTION_CHOICE_INSTITUTION:
      desk_institution_row_show_institution (row, item);
      break;
    case DESK_INSTITUTION_CHOICE_COMING:
    default:
      desk_institution_row_show_coming (row, is_first_coming ? _("Reading the banks and energy retailers …") : NULL);
    }

  g_object_set_data (G_OBJECT (row), ITEM_KEY, item);
  gtk_list_item_set_selectable (list_item, may_be_chosen);
  gtk_list_item_set_activatable (list_item, may_be_chosen);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *list_item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), ITEM_KEY, NULL);
}

GtkListItemFactory *
desk_institution_factory_new (DeskInstitutionChoices *choices)
{
  GtkListItemFactory *factory;

  g_return_val_if_fail (DESK_IS_INSTITUTION_CHOICES (choices), NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), choices, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

GtkWidget *
desk_institution_factory_find_widget (GtkListView *list_view,
                                      gpointer     item)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (list_view), NULL);

  /* GtkListView makes a widget around each row, and that one takes the focus. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (row != NULL && g_object_get_data (G_OBJECT (row), ITEM_KEY) == item)
        return child;
    }

  return NULL;
}
