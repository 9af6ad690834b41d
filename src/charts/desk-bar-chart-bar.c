/* desk-bar-chart-bar.c: the place of one bar: what is pointed at, outlined and read out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-bar-chart-bar.h"

struct _DeskBarChartBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskBarChartBar, desk_bar_chart_bar, GTK_TYPE_WIDGET)

static void
desk_bar_chart_bar_class_init (DeskBarChartBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
desk_bar_chart_bar_init (DeskBarChartBar *self)
{
}

GtkWidget *
desk_bar_chart_bar_new (void)
{
  return g_object_new (DESK_TYPE_BAR_CHART_BAR, NULL);
}

void
desk_bar_chart_bar_describe (DeskBarChartBar *self,
                             guint            position,
                             guint            n_bars,
                             const char      *words)
{
  g_return_if_fail (DESK_IS_BAR_CHART_BAR (self));
  g_return_if_fail (words != NULL);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_bars,
                                  -1);
}

void
desk_bar_chart_bar_set_selected (DeskBarChartBar *self,
                                 gboolean         selected)
{
  g_return_if_fail (DESK_IS_BAR_CHART_BAR (self));

  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
