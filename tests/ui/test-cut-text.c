/* test-cut-text.c: whether a text has less room than it takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-cut-text.h"
#include "ui-probe.h"

#define TEXT "A merchant whose name is longer than the column"

static void
assert_cut (GtkWidget *widget,
            int        width,
            gboolean   is_cut)
{
  GtkWindow *window = ui_show (widget, width, 100);

  UI_WAIT (gtk_widget_get_width (widget) > 0);
  g_assert_cmpint (desk_cut_text_is_cut (widget), ==, is_cut);
  gtk_window_destroy (window);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

static GtkWidget *
make_inscription (const char *text)
{
  GtkWidget *inscription = gtk_inscription_new (text);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);

  return inscription;
}

static void
test_label (void)
{
  assert_cut (make_label (TEXT), 100, TRUE);
  assert_cut (make_label (TEXT), 1000, FALSE);
}

static void
test_inscription (void)
{
  assert_cut (make_inscription (TEXT), 100, TRUE);
  assert_cut (make_inscription (TEXT), 1000, FALSE);
}

static void
test_no_text_is_not_cut (void)
{
  assert_cut (make_inscription (NULL), 100, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/cut-text/label", test_label);
  g_test_add_func ("/cut-text/inscription", test_inscription);
  g_test_add_func ("/cut-text/none", test_no_text_is_not_cut);

  return g_test_run ();
}
