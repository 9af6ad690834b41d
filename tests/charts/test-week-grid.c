/* test-week-grid.c: tests of the grid of a week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-week-grid.h"

#include "desk-week-grid-block.h"

typedef struct
{
  GtkWidget    *window;
  DeskWeekGrid *grid;
} Fixture;

/* Two rows: the first with a block of the morning and one of the evening, the second with a whole day. */
static DeskWeek *
make_week (void)
{
  DeskWeek *week = desk_week_new ();

  desk_week_add_row (week, "one");
  desk_week_add_row (week, "two");
  desk_week_add_block (week, 0, 0, 360, 2, "low", "low in the morning");
  desk_week_add_block (week, 0, 1080, 1440, 0, "high", "high in the evening");
  desk_week_add_block (week, 1, 0, 1440, 1, "middle", "middle all day");
  return week;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(DeskWeek) week = make_week ();

  fixture->window = gtk_window_new ();
  fixture->grid = DESK_WEEK_GRID (desk_week_grid_new ());
  desk_week_grid_set_week (fixture->grid, week);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->grid));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 200);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->grid)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static GtkWidget *
get_block (Fixture *fixture,
           guint    position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DESK_IS_WEEK_GRID_BLOCK (child) && position-- == 0)
      return child;

  return NULL;
}

static graphene_rect_t
get_bounds (Fixture *fixture,
            guint    position)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (get_block (fixture, position), GTK_WIDGET (fixture->grid), &bounds));

  return bounds;
}

static void
test_blocks_lie_where_their_time_is (Fixture       *fixture,
                                     gconstpointer  data)
{
  graphene_rect_t morning = get_bounds (fixture, 0);
  graphene_rect_t evening = get_bounds (fixture, 1);
  graphene_rect_t day = get_bounds (fixture, 2);

  g_assert_cmpfloat_with_epsilon (morning.origin.x, day.origin.x, 1.5);
  g_assert_cmpfloat_with_epsilon (evening.origin.x + evening.size.width, day.origin.x + day.size.width, 1.5);
  g_assert_cmpfloat_with_epsilon (morning.size.width, day.size.width / 4, 3);
  g_assert_cmpfloat (morning.origin.x + morning.size.width, <, evening.origin.x);
}

static void
test_each_row_lies_below_the_one_before (Fixture       *fixture,
                                         gconstpointer  data)
{
  graphene_rect_t first = get_bounds (fixture, 0);
  graphene_rect_t second = get_bounds (fixture, 2);

  g_assert_cmpfloat (second.origin.y, >=, first.origin.y + first.size.height);
}

static void
test_a_block_says_all_about_itself (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_block (fixture, 1)), ==, "high in the evening");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (get_block (fixture, 1))), ==,
                   GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
test_each_look_has_a_class (Fixture       *fixture,
                            gconstpointer  data)
{
  g_assert_true (gtk_widget_has_css_class (get_block (fixture, 0), "look-2"));
  g_assert_true (gtk_widget_has_css_class (get_block (fixture, 1), "look-0"));
}

static void
test_a_sign_without_room_is_not_shown (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr(DeskWeek) week = desk_week_new ();

  desk_week_add_row (week, "one");
  desk_week_add_block (week, 0, 0, 5, 0, "a long sign", "words");
  desk_week_add_block (week, 0, 5, 1440, 0, "sign", "words");
  desk_week_grid_set_week (fixture->grid, week);
  while (gtk_widget_get_width (get_block (fixture, 1)) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_first_child (get_block (fixture, 0))));
  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_first_child (get_block (fixture, 1))));
}

static void
test_tab_enters_and_leaves_in_one_step (Fixture       *fixture,
                                        gconstpointer  data)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  g_assert_nonnull (gtk_widget_get_focus_child (grid));
  g_assert_false (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
}

static void
test_arrows_go_from_block_to_block (Fixture       *fixture,
                                    gconstpointer  data)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);

  gtk_widget_grab_focus (get_block (fixture, 0));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_RIGHT));
  g_assert_true (gtk_widget_get_focus_child (grid) == get_block (fixture, 1));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_DOWN));
  g_assert_true (gtk_widget_get_focus_child (grid) == get_block (fixture, 2));
}

static void
test_another_week_takes_the_place_of_the_first (Fixture       *fixture,
                                                gconstpointer  data)
{
  desk_week_grid_set_week (fixture->grid, NULL);

  g_assert_null (get_block (fixture, 0));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/week-grid/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("blocks-lie-where-their-time-is", test_blocks_lie_where_their_time_is);
  ADD ("each-row-lies-below-the-one-before", test_each_row_lies_below_the_one_before);
  ADD ("a-block-says-all-about-itself", test_a_block_says_all_about_itself);
  ADD ("each-look-has-a-class", test_each_look_has_a_class);
  ADD ("a-sign-without-room-is-not-shown", test_a_sign_without_room_is_not_shown);
  ADD ("tab-enters-and-leaves-in-one-step", test_tab_enters_and_leaves_in_one_step);
  ADD ("arrows-go-from-block-to-block", test_arrows_go_from_block_to_block);
  ADD ("another-week-takes-the-place-of-the-first", test_another_week_takes_the_place_of_the_first);
#undef ADD

  return g_test_run ();
}
