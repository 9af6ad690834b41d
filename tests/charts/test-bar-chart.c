/* test-bar-chart.c: tests of the bar chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-bar-chart.h"

#include "desk-bar-chart-bar.h"
#include "desk-bar-chart-painter.h"

typedef struct
{
  GtkWidget    *window;
  DeskBarChart *chart;
  guint         n_activated;
  guint         activated;
} Fixture;

static void
activated_cb (Fixture *fixture,
              guint    position)
{
  fixture->n_activated++;
  fixture->activated = position;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = gtk_window_new ();
  fixture->chart = DESK_BAR_CHART (desk_bar_chart_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->chart));
  g_signal_connect_swapped (fixture->chart, "activated", G_CALLBACK (activated_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
fill (Fixture *fixture,
      guint    n_values)
{
  g_autofree DeskBarChartValue *values = g_new0 (DeskBarChartValue, n_values);

  for (guint i = 0; i < n_values; i++)
    {
      values[i].label = i % 2 == 0 ? "even" : "odd";
      values[i].up = i;
      values[i].down = 1.0;
    }
  desk_bar_chart_set_values (fixture->chart, values, n_values);
}

static char *
describe (guint    position,
          gpointer user_data)
{
  return g_strdup_printf ("bar %u %s", position, (const char *) user_data);
}

static char *
format (double   value,
        gpointer user_data)
{
  (*(guint *) user_data)++;
  return g_strdup_printf ("%g u", value);
}

static GPtrArray *
list_bars (Fixture *fixture)
{
  GPtrArray *bars = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->chart)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DESK_IS_BAR_CHART_BAR (child))
      g_ptr_array_add (bars, child);
  return bars;
}

/* Presses a key as a key controller would: through the bindings of the class. */
static gboolean
press (Fixture *fixture,
       guint    keyval)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->chart));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (fixture->chart),
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_not_reached ();
}

static void
test_chart_is_a_list_of_items (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GPtrArray) bars = NULL;

  desk_bar_chart_set_describe_func (fixture->chart, describe, g_strdup ("in words"), g_free);
  fill (fixture, 3);
  bars = list_bars (fixture);
  g_assert_cmpuint (bars->len, ==, 3);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bars->pdata[1]), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bars->pdata[1]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "bar 1 in words");
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (bars->pdata[1]), GTK_ACCESSIBLE_RELATION_POS_IN_SET, 2);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (bars->pdata[2]), ==, "bar 2 in words");
}

static void
test_label_is_the_name_until_described (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(GPtrArray) bars = NULL;

  fill (fixture, 2);
  bars = list_bars (fixture);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bars->pdata[1]), GTK_ACCESSIBLE_PROPERTY_LABEL, "odd");
}

static void
test_keys_move_the_selection (Fixture       *fixture,
                              gconstpointer  data)
{
  fill (fixture, 3);
  g_assert_cmpint (desk_bar_chart_get_selected (fixture->chart), ==, -1);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (desk_bar_chart_get_selected (fixture->chart), ==, 0);
  press (fixture, GDK_KEY_End);
  g_assert_cmpint (desk_bar_chart_get_selected (fixture->chart), ==, 2);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (desk_bar_chart_get_selected (fixture->chart), ==, 2);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (desk_bar_chart_get_selected (fixture->chart), ==, 1);
  press (fixture, GDK_KEY_Home);
  g_assert_cmpint (desk_bar_chart_get_selected (fixture->chart), ==, 0);
}

static void
test_left_is_the_next_one_from_right_to_left (Fixture       *fixture,
                                              gconstpointer  data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->chart), GTK_TEXT_DIR_RTL);
  fill (fixture, 3);
  desk_bar_chart_set_selected (fixture->chart, 1);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (desk_bar_chart_get_selected (fixture->chart), ==, 2);
}

static void
test_enter_activates_the_selected_bar (Fixture       *fixture,
                                       gconstpointer  data)
{
  fill (fixture, 3);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  desk_bar_chart_set_selected (fixture->chart, 2);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->activated, ==, 2);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_selection_is_a_property (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(GPtrArray) bars = NULL;
  guint n_notified = 0;
  int selected;

  fill (fixture, 3);
  bars = list_bars (fixture);
  g_signal_connect_swapped (fixture->chart, "notify::selected", G_CALLBACK (count_cb), &n_notified);
  g_object_set (fixture->chart, "selected", 1, NULL);
  g_object_set (fixture->chart, "selected", 1, NULL);
  g_object_get (fixture->chart, "selected", &selected, NULL);
  g_assert_cmpint (selected, ==, 1);
  g_assert_cmpuint (n_notified, ==, 1);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (bars->pdata[1]), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                       bars->pdata[1]);
  g_assert_true (gtk_widget_get_state_flags (bars->pdata[1]) & GTK_STATE_FLAG_SELECTED);
  desk_bar_chart_set_selected (fixture->chart, 2);
  g_assert_false (gtk_widget_get_state_flags (bars->pdata[1]) & GTK_STATE_FLAG_SELECTED);
}

static void
test_new_values_clear_the_selection (Fixture       *fixture,
                                     gconstpointer  data)
{
  fill (fixture, 3);
  desk_bar_chart_set_selected (fixture->chart, 2);
  fill (fixture, 2);
  g_assert_cmpint (desk_bar_chart_get_selected (fixture->chart), ==, -1);
  g_assert_cmpuint (desk_bar_chart_get_n_values (fixture->chart), ==, 2);
}

static void
test_nothing_to_show (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GPtrArray) bars = NULL;

  fill (fixture, 3);
  desk_bar_chart_set_values (fixture->chart, NULL, 0);
  bars = list_bars (fixture);
  g_assert_cmpuint (bars->len, ==, 0);
  g_assert_false (press (fixture, GDK_KEY_Right));
  g_assert_false (press (fixture, GDK_KEY_End));
  gtk_widget_allocate (GTK_WIDGET (fixture->chart), 400, 300, -1, NULL);
}

static void
test_many_bars_have_one_child (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GPtrArray) bars = NULL;

  desk_bar_chart_set_describe_func (fixture->chart, describe, (gpointer) "of many", NULL);
  fill (fixture, DESK_BAR_CHART_MAX_CHILDREN + 1);
  bars = list_bars (fixture);
  g_assert_cmpuint (bars->len, ==, 1);
  g_assert_false (gtk_widget_get_visible (bars->pdata[0]));
  press (fixture, GDK_KEY_End);
  g_assert_true (gtk_widget_get_visible (bars->pdata[0]));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bars->pdata[0]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "bar 400 of many");
  desk_bar_chart_set_selected (fixture->chart, -1);
  g_assert_false (gtk_widget_get_visible (bars->pdata[0]));
}

static void
test_grid_lines_are_labelled_by_the_caller (Fixture       *fixture,
                                            gconstpointer  data)
{
  guint n_asked = 0;

  fill (fixture, 3);
  desk_bar_chart_set_format_func (fixture->chart, format, &n_asked, NULL);
  gtk_widget_allocate (GTK_WIDGET (fixture->chart), 400, 300, -1, NULL);
  g_assert_cmpuint (n_asked, >=, 3);
}

/* The colours of all rectangles that a snapshot holds, by how often each occurs. */
static void
count_colors (GskRenderNode *node,
              GHashTable    *counts)
{
  if (gsk_render_node_get_node_type (node) == GSK_COLOR_NODE)
    {
      char *color = gdk_rgba_to_string (gsk_color_node_get_color (node));

      g_hash_table_replace (counts, color,
                            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, color)) + 1));
    }
  else if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      count_colors (gsk_container_node_get_child (node, i), counts);
  else if (gsk_render_node_get_node_type (node) == GSK_ROUNDED_CLIP_NODE)
    count_colors (gsk_rounded_clip_node_get_child (node), counts);
  else if (gsk_render_node_get_node_type (node) == GSK_CLIP_NODE)
    count_colors (gsk_clip_node_get_child (node), counts);
}

static GHashTable *
paint (Fixture *fixture)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node = NULL;

  gtk_widget_allocate (GTK_WIDGET (fixture->chart), 400, 300, -1, NULL);
  GTK_WIDGET_GET_CLASS (fixture->chart)->snapshot (GTK_WIDGET (fixture->chart), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  count_colors (node, counts);
  gsk_render_node_unref (node);
  return counts;
}

static guint
get_count (GHashTable *counts,
           const char *color)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, color));
}

static void
test_bars_have_the_colors_of_the_style (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr(GHashTable) counts = NULL;

  gtk_css_provider_load_from_data (provider, "barchart > up { color: rgb(1,2,3); } barchart > down { color: rgb(4,5,6); }",
                                   -1);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (fixture->window), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  fill (fixture, 3);
  counts = paint (fixture);
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (fixture->window),
                                                 GTK_STYLE_PROVIDER (provider));
  /* The first value grows down only. */
  g_assert_cmpuint (get_count (counts, "rgb(1,2,3)"), ==, 2);
  g_assert_cmpuint (get_count (counts, "rgb(4,5,6)"), ==, 3);
}

static gboolean
has_text (GskRenderNode *node)
{
  gboolean found = gsk_render_node_get_node_type (node) == GSK_TEXT_NODE;

  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      found = found || has_text (gsk_container_node_get_child (node, i));
  else if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    found = has_text (gsk_transform_node_get_child (node));
  return found;
}

static void
test_labels_and_grid_are_painted (Fixture       *fixture,
                                  gconstpointer  data)
{
  DeskBarChartLayout layout = {
    .plot = GRAPHENE_RECT_INIT (20.0f, 10.0f, 100.0f, 50.0f),
    .scale = { .step = 1.0, .n_up = 1, .n_down = 0 },
    .n_values = 1,
  };
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node = NULL;

  desk_bar_chart_painter_label (GTK_WIDGET (fixture->chart), snapshot, &layout, 0, "Nov");
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_true (has_text (node));
  gsk_render_node_unref (node);

  g_ptr_array_add (labels, gtk_widget_create_pango_layout (GTK_WIDGET (fixture->chart), "1"));
  g_ptr_array_add (labels, gtk_widget_create_pango_layout (GTK_WIDGET (fixture->chart), "0"));
  snapshot = gtk_snapshot_new ();
  desk_bar_chart_painter_grid (GTK_WIDGET (fixture->chart), snapshot, &layout, labels);
  node = gtk_snapshot_free_to_node (snapshot);
  count_colors (node, counts);
  g_assert_true (has_text (node));
  g_assert_cmpuint (g_hash_table_size (counts), ==, 2);
  gsk_render_node_unref (node);
}

#define ADD(name, function) g_test_add ("/bar-chart/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);

  ADD ("chart-is-a-list-of-items", test_chart_is_a_list_of_items);
  ADD ("label-is-the-name-until-described", test_label_is_the_name_until_described);
  ADD ("keys-move-the-selection", test_keys_move_the_selection);
  ADD ("left-is-the-next-one-from-right-to-left", test_left_is_the_next_one_from_right_to_left);
  ADD ("enter-activates-the-selected-bar", test_enter_activates_the_selected_bar);
  ADD ("selection-is-a-property", test_selection_is_a_property);
  ADD ("new-values-clear-the-selection", test_new_values_clear_the_selection);
  ADD ("nothing-to-show", test_nothing_to_show);
  ADD ("many-bars-have-one-child", test_many_bars_have_one_child);
  ADD ("grid-lines-are-labelled-by-the-caller", test_grid_lines_are_labelled_by_the_caller);
  ADD ("bars-have-the-colors-of-the-style", test_bars_have_the_colors_of_the_style);
  ADD ("labels-and-grid-are-painted", test_labels_and_grid_are_painted);

  return g_test_run ();
}
