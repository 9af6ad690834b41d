/* test-wrap-box.c: children in one line, or one below the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-wrap-box.h"
#include "ui-probe.h"

static GtkWidget *
add_child (GtkWidget *box,
           int        width)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (child, width, 20);
  gtk_widget_set_parent (child, box);

  return child;
}

static int
get_x (GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds));

  return (int) bounds.origin.x;
}

static int
get_y (GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds));

  return (int) bounds.origin.y;
}

static void
allocate (GtkWidget *box,
          int        width)
{
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (box, width, height, -1, NULL);
}

static void
test_one_line_while_they_fit (void)
{
  g_autoptr(GtkWidget) box = g_object_ref_sink (desk_wrap_box_new ());
  GtkWidget *first = add_child (box, 100);
  GtkWidget *last = add_child (box, 50);

  allocate (box, 200);
  g_assert_cmpint (get_y (last), ==, 0);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 140);
  g_assert_cmpint (get_x (last), ==, 150);
  g_assert_cmpint (gtk_widget_get_width (last), ==, 50);
}

static void
test_below_each_other_when_they_do_not (void)
{
  g_autoptr(GtkWidget) box = g_object_ref_sink (desk_wrap_box_new ());
  GtkWidget *first = add_child (box, 100);
  GtkWidget *last = add_child (box, 50);

  allocate (box, 120);
  g_assert_cmpint (gtk_widget_get_height (box), ==, 50);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 120);
  g_assert_cmpint (get_x (last), ==, 0);
  g_assert_cmpint (get_y (last), ==, 30);
}

static void
test_right_to_left_begins_at_the_right (void)
{
  g_autoptr(GtkWidget) box = g_object_ref_sink (desk_wrap_box_new ());
  GtkWidget *first = add_child (box, 100);
  GtkWidget *last = add_child (box, 50);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  allocate (box, 200);
  g_assert_cmpint (get_x (first), ==, 60);
  g_assert_cmpint (get_x (last), ==, 0);
}

static void
test_is_as_narrow_as_its_widest_child (void)
{
  g_autoptr(GtkWidget) box = g_object_ref_sink (desk_wrap_box_new ());
  int minimum;
  int natural;

  add_child (box, 100);
  add_child (box, 50);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 160);
}

static void
test_hidden_children_take_no_room (void)
{
  g_autoptr(GtkWidget) box = g_object_ref_sink (desk_wrap_box_new ());
  GtkWidget *first = add_child (box, 100);

  gtk_widget_set_visible (add_child (box, 50), FALSE);
  allocate (box, 100);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 100);
  g_assert_cmpint (gtk_widget_get_height (box), ==, 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/wrap-box/one-line-while-they-fit", test_one_line_while_they_fit);
  g_test_add_func ("/wrap-box/below-each-other-when-they-do-not", test_below_each_other_when_they_do_not);
  g_test_add_func ("/wrap-box/right-to-left-begins-at-the-right", test_right_to_left_begins_at_the_right);
  g_test_add_func ("/wrap-box/is-as-narrow-as-its-widest-child", test_is_as_narrow_as_its_widest_child);
  g_test_add_func ("/wrap-box/hidden-children-take-no-room", test_hidden_children_take_no_room);

  return g_test_run ();
}
