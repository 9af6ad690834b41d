/* desk-environment-button.c: says in which environment a window works, and opens others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-environment-button.h"

#include <glib/gi18n-lib.h>

struct _DeskEnvironmentButton
{
  GtkWidget            parent_instance;

  GtkMenuButton       *button;
  GtkLabel            *label;
  DeskEnvironmentBook *book; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskEnvironmentButton, desk_environment_button, GTK_TYPE_WIDGET)

static void
fill_menu (DeskEnvironmentButton *self)
{
  GListModel *environments = G_LIST_MODEL (self->book);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) names = g_menu_new ();
  g_autoptr(GMenu) others = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (environments); i++)
    {
      g_autoptr(DeskEnvironment) environment = g_list_model_get_item (environments, i);
      const char *name = desk_environment_get_name (environment);
      g_auto(GStrv) parts = g_strsplit (name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-environment", "s", name);
      g_menu_append_item (names, item);
    }

  g_menu_append (others, _("_Add environment …"), "app.add-environment");
  g_menu_append (others, _("_Environments …"), "app.environments");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
}

static void
desk_environment_button_dispose (GObject *object)
{
  DeskEnvironmentButton *self = DESK_ENVIRONMENT_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (desk_environment_button_parent_class)->dispose (object);
}

static void
desk_environment_button_class_init (DeskEnvironmentButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_environment_button_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_environment_button_init (DeskEnvironmentButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, box);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

void
desk_environment_button_set_environment (DeskEnvironmentButton *self,
                                         DeskEnvironment       *environment)
{
  g_autofree char *description = NULL;

  g_return_if_fail (DESK_IS_ENVIRONMENT_BUTTON (self));
  g_return_if_fail (DESK_IS_ENVIRONMENT (environment));

  description = g_strdup_printf (_("Environment: %s"), desk_environment_get_name (environment));
  gtk_label_set_text (self->label, desk_environment_get_name (environment));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

void
desk_environment_button_set_book (DeskEnvironmentButton *self,
                                  DeskEnvironmentBook   *book)
{
  g_return_if_fail (DESK_IS_ENVIRONMENT_BUTTON (self));
  g_return_if_fail (DESK_IS_ENVIRONMENT_BOOK (book));
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (book, "items-changed", G_CALLBACK (fill_menu), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), TRUE);
  fill_menu (self);
}
