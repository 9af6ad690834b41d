/* desk-figure-tile.c: one figure with what it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-figure-tile.h"

struct _DeskFigureTile
{
  GtkWidget  parent_instance;

  /* Template widgets */
  GtkLabel  *title;
  GtkLabel  *figure;
  GtkLabel  *unit;
};

G_DEFINE_FINAL_TYPE (DeskFigureTile, desk_figure_tile, GTK_TYPE_WIDGET)

static void
desk_figure_tile_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_figure_tile_parent_class)->dispose (object);
}

static void
desk_figure_tile_class_init (DeskFigureTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_figure_tile_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figuretile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-figure-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskFigureTile, title);
  gtk_widget_class_bind_template_child (widget_class, DeskFigureTile, figure);
  gtk_widget_class_bind_template_child (widget_class, DeskFigureTile, unit);
}

static void
desk_figure_tile_init (DeskFigureTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_figure_tile_set (DeskFigureTile *self,
                      const char     *title,
                      const char     *figure,
                      const char     *unit)
{
  g_autofree char *words = NULL;

  g_return_if_fail (DESK_IS_FIGURE_TILE (self));
  g_return_if_fail (title != NULL && figure != NULL);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->figure, figure);
  gtk_label_set_text (self->unit, unit != NULL ? unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unit), unit != NULL);
  words = g_strdup_printf ("%s: %s %s", title, figure, gtk_label_get_text (self->unit));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
