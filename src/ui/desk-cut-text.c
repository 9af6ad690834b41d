/* desk-cut-text.c: a text that is wider than its label is shown whole on hover
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-cut-text.h"

static const char *
get_text (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                               : gtk_inscription_get_text (GTK_INSCRIPTION (widget));
}

gboolean
desk_cut_text_is_cut (GtkWidget *widget)
{
  g_autoptr(PangoLayout) layout = NULL;
  int width;

  g_return_val_if_fail (GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget), FALSE);

  if (get_text (widget) == NULL)
    return FALSE;
  layout = gtk_widget_create_pango_layout (widget, get_text (widget));
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width > gtk_widget_get_width (widget);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    by_keyboard,
                  GtkTooltip *tooltip)
{
  if (!desk_cut_text_is_cut (widget))
    return FALSE;

  gtk_tooltip_set_text (tooltip, get_text (widget));
  return TRUE;
}

void
desk_cut_text_show_on_hover (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget));

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
