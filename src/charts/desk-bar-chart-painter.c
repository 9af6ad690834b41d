/* desk-bar-chart-painter.c: paints the grid, the bars and the labels of a bar chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-bar-chart-painter.h"

#define GRID_ALPHA 0.22f
#define ZERO_LINE_ALPHA 0.6f
#define LABEL_GAP 8.0f
#define BAR_RADIUS 2.0f

static void
paint_layout (GtkSnapshot   *snapshot,
              PangoLayout   *text,
              float          x,
              float          y,
              const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, text, color);
  gtk_snapshot_restore (snapshot);
}

static void
paint_line (GtkSnapshot              *snapshot,
            const DeskBarChartLayout *layout,
            float                     y,
            const GdkRGBA            *color,
            float                     alpha)
{
  GdkRGBA faint = *color;

  faint.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &faint,
                             &GRAPHENE_RECT_INIT (layout->plot.origin.x, y, layout->plot.size.width, 1.0f));
}

void
desk_bar_chart_painter_grid (GtkWidget                *widget,
                             GtkSnapshot              *snapshot,
                             const DeskBarChartLayout *layout,
                             GPtrArray                *labels)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (guint i = 0; i < labels->len; i++)
    {
      PangoLayout *text = g_ptr_array_index (labels, i);
      double value = ((double) layout->scale.n_up - i) * layout->scale.step;
      float y = (float) desk_bar_chart_layout_get_line (layout, value);
      float x = layout->plot.origin.x + layout->plot.size.width + LABEL_GAP;
      int width;
      int height;

      pango_layout_get_pixel_size (text, &width, &height);
      if (!layout->is_rtl)
        x = layout->plot.origin.x - LABEL_GAP - (float) width;
      paint_line (snapshot, layout, y, &color, i == layout->scale.n_up ? ZERO_LINE_ALPHA : GRID_ALPHA);
      paint_layout (snapshot, text, x, y - (float) height / 2.0f, &color);
    }
}

/* The end away from the zero line is round, if the bar is wide enough to show it. */
static void
round_end (GskRoundedRect        *outline,
           const graphene_rect_t *bar,
           gboolean               grows_up)
{
  float radius = bar->size.width >= 4.0f ? MIN (BAR_RADIUS, bar->size.height) : 0.0f;
  graphene_size_t round = GRAPHENE_SIZE_INIT (radius, radius);
  graphene_size_t square = GRAPHENE_SIZE_INIT (0.0f, 0.0f);

  gsk_rounded_rect_init (outline, bar,
                         grows_up ? &round : &square, grows_up ? &round : &square,
                         grows_up ? &square : &round, grows_up ? &square : &round);
}

void
desk_bar_chart_painter_bar (GtkSnapshot              *snapshot,
                            const DeskBarChartLayout *layout,
                            guint                     position,
                            double                    value,
                            const GdkRGBA            *color)
{
  graphene_rect_t bar;
  GskRoundedRect outline;

  if (value == 0.0)
    return;
  desk_bar_chart_layout_get_bar (layout, position, value, &bar);
  round_end (&outline, &bar, value > 0.0);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &bar);
  gtk_snapshot_pop (snapshot);
}

void
desk_bar_chart_painter_label (GtkWidget                *widget,
                              GtkSnapshot              *snapshot,
                              const DeskBarChartLayout *layout,
                              guint                     position,
                              const char               *text)
{
  g_autoptr(PangoLayout) words = gtk_widget_create_pango_layout (widget, text);
  graphene_rect_t column;
  GdkRGBA color;
  float middle;
  float left;
  int width;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  desk_bar_chart_layout_get_column (layout, position, &column);
  pango_layout_get_pixel_size (words, &width, NULL);
  middle = column.origin.x + column.size.width / 2.0f;
  left = CLAMP (middle - (float) width / 2.0f, 0.0f, MAX ((float) (gtk_widget_get_width (widget) - width), 0.0f));
  paint_layout (snapshot, words, left,
                column.origin.y + column.size.height + LABEL_GAP / 2.0f, &color);
}
