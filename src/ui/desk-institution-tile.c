/* desk-institution-tile.c: the coloured initial of an institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-institution-tile.h"

#define N_COLOURS 8

struct _DeskInstitutionTile
{
  GtkWidget  parent_instance;

  /* Owned as a child */
  GtkWidget *label;

  guint      colour;
};

G_DEFINE_FINAL_TYPE (DeskInstitutionTile, desk_institution_tile, GTK_TYPE_WIDGET)

static void
desk_institution_tile_dispose (GObject *object)
{
  g_clear_pointer (&DESK_INSTITUTION_TILE (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (desk_institution_tile_parent_class)->dispose (object);
}

static void
desk_institution_tile_class_init (DeskInstitutionTileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_institution_tile_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "institutiontile");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
desk_institution_tile_init (DeskInstitutionTile *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self), 34, 34);
}

GtkWidget *
desk_institution_tile_new (void)
{
  return g_object_new (DESK_TYPE_INSTITUTION_TILE, NULL);
}

static void
set_colour (DeskInstitutionTile *self,
            guint                colour)
{
  g_autofree char *before = g_strdup_printf ("tile-%u", self->colour);
  g_autofree char *now = g_strdup_printf ("tile-%u", colour);

  gtk_widget_remove_css_class (GTK_WIDGET (self), before);
  gtk_widget_add_css_class (GTK_WIDGET (self), now);
  self->colour = colour;
}

void
desk_institution_tile_set_name (DeskInstitutionTile *self,
                                const char          *name)
{
  char initial[7] = { 0 };

  g_return_if_fail (DESK_IS_INSTITUTION_TILE (self));
  g_return_if_fail (name != NULL);

  if (*name != '\0')
    g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (name)), initial);
  gtk_label_set_text (GTK_LABEL (self->label), initial);
  set_colour (self, g_str_hash (name) % N_COLOURS);
}
