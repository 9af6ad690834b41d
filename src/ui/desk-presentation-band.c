/* desk-presentation-band.c: says that what is shown of people is made up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-presentation-band.h"

struct _DeskPresentationBand
{
  GtkWidget    parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
};

G_DEFINE_FINAL_TYPE (DeskPresentationBand, desk_presentation_band, GTK_TYPE_WIDGET)

static void
desk_presentation_band_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (desk_presentation_band_parent_class)->dispose (object);
}

static void
desk_presentation_band_class_init (DeskPresentationBandClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_presentation_band_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-presentation-band.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPresentationBand, revealer);
}

static void
desk_presentation_band_init (DeskPresentationBand *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_presentation_band_set_presentation (DeskPresentationBand *self,
                                         DeskPresentation     *presentation)
{
  g_return_if_fail (DESK_IS_PRESENTATION_BAND (self));
  g_return_if_fail (DESK_IS_PRESENTATION (presentation));

  g_object_bind_property (presentation, "active", self->revealer, "reveal-child", G_BINDING_SYNC_CREATE);
}
