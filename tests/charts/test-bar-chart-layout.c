/* test-bar-chart-layout.c: tests of where the parts of a bar chart lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-bar-chart-layout.h"

/* Four columns of 25 pixels; 10 pixels a step, zero at y 40. */
static DeskBarChartLayout
make_layout (void)
{
  DeskBarChartLayout layout = {
    .plot = GRAPHENE_RECT_INIT (20.0f, 10.0f, 100.0f, 50.0f),
    .scale = { .step = 1.0, .n_up = 3, .n_down = 2 },
    .n_values = 4,
  };

  return layout;
}

static void
test_columns_fill_the_plot (void)
{
  DeskBarChartLayout layout = make_layout ();
  graphene_rect_t column;

  desk_bar_chart_layout_get_column (&layout, 3, &column);
  g_assert_true (graphene_rect_equal (&column, &GRAPHENE_RECT_INIT (95.0f, 10.0f, 25.0f, 50.0f)));
  layout.is_rtl = TRUE;
  desk_bar_chart_layout_get_column (&layout, 3, &column);
  g_assert_true (graphene_rect_equal (&column, &GRAPHENE_RECT_INIT (20.0f, 10.0f, 25.0f, 50.0f)));
}

static void
test_bars_grow_from_the_zero_line (void)
{
  DeskBarChartLayout layout = make_layout ();
  graphene_rect_t bar;

  desk_bar_chart_layout_get_bar (&layout, 0, 2.0, &bar);
  g_assert_cmpfloat (bar.origin.y, ==, 20.0f);
  g_assert_cmpfloat (bar.size.height, ==, 20.0f);
  g_assert_cmpfloat (bar.size.width, ==, 21.0f);
  desk_bar_chart_layout_get_bar (&layout, 0, -1.0, &bar);
  g_assert_cmpfloat (bar.origin.y, ==, 40.0f);
  g_assert_cmpfloat (bar.size.height, ==, 10.0f);
}

static void
test_small_bars_stay_visible (void)
{
  DeskBarChartLayout layout = make_layout ();
  graphene_rect_t bar;

  desk_bar_chart_layout_get_bar (&layout, 0, 0.001, &bar);
  g_assert_cmpfloat (bar.size.height, ==, 1.0f);
  desk_bar_chart_layout_get_bar (&layout, 0, -0.001, &bar);
  g_assert_cmpfloat (bar.size.height, ==, 1.0f);
  layout.n_values = 1000;
  desk_bar_chart_layout_get_bar (&layout, 7, 1.0, &bar);
  g_assert_cmpfloat (bar.size.width, ==, 1.0f);
}

static void
test_lines_are_on_pixels (void)
{
  DeskBarChartLayout layout = make_layout ();

  g_assert_cmpfloat (desk_bar_chart_layout_get_line (&layout, 0.0), ==, 40.0);
  g_assert_cmpfloat (desk_bar_chart_layout_get_line (&layout, 0.26), ==, 37.0);
}

static void
test_finds_the_column_at_a_point (void)
{
  DeskBarChartLayout layout = make_layout ();

  g_assert_cmpint (desk_bar_chart_layout_find (&layout, 19.0), ==, -1);
  g_assert_cmpint (desk_bar_chart_layout_find (&layout, 20.0), ==, 0);
  g_assert_cmpint (desk_bar_chart_layout_find (&layout, 119.0), ==, 3);
  g_assert_cmpint (desk_bar_chart_layout_find (&layout, 120.0), ==, -1);
  layout.is_rtl = TRUE;
  g_assert_cmpint (desk_bar_chart_layout_find (&layout, 20.0), ==, 3);
  layout.n_values = 0;
  g_assert_cmpint (desk_bar_chart_layout_find (&layout, 20.0), ==, -1);
}

static void
test_labels_are_thinned_to_what_fits (void)
{
  DeskBarChartLayout layout = make_layout ();

  g_assert_cmpuint (desk_bar_chart_layout_get_label_interval (&layout, 20.0), ==, 1);
  g_assert_cmpuint (desk_bar_chart_layout_get_label_interval (&layout, 26.0), ==, 2);
  g_assert_cmpuint (desk_bar_chart_layout_get_label_interval (&layout, 60.0), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bar-chart-layout/columns-fill-the-plot", test_columns_fill_the_plot);
  g_test_add_func ("/bar-chart-layout/bars-grow-from-the-zero-line", test_bars_grow_from_the_zero_line);
  g_test_add_func ("/bar-chart-layout/small-bars-stay-visible", test_small_bars_stay_visible);
  g_test_add_func ("/bar-chart-layout/lines-are-on-pixels", test_lines_are_on_pixels);
  g_test_add_func ("/bar-chart-layout/finds-the-column-at-a-point", test_finds_the_column_at_a_point);
  g_test_add_func ("/bar-chart-layout/labels-are-thinned-to-what-fits", test_labels_are_thinned_to_what_fits);

  return g_test_run ();
}
