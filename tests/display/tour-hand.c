/* tour-hand.c: presses and types with real input, by xdotool
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tour-hand.h"

#include <gdk/x11/gdkx.h>

#include "tour-wait.h"

#define PROGRAM "xdotool"

gboolean
tour_hand_is_there (void)
{
  g_autofree char *program = g_find_program_in_path (PROGRAM);

  return program != NULL && GDK_IS_X11_DISPLAY (gdk_display_get_default ());
}

/* It only sends events to the X server, and is done at once. */
static void
run (const char *const *arguments)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_error (PROGRAM ": %s", error->message);
}

void
tour_hand_press (GtkWidget *widget,
                 double     x,
                 double     y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  g_autofree char *window = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  g_autofree char *at_x = NULL;
  g_autofree char *at_y = NULL;
  double left, top, within_x, within_y;

  gtk_native_get_surface_transform (native, &left, &top);
  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &within_x, &within_y);
  at_x = g_strdup_printf ("%d", (int) (left + within_x));
  at_y = g_strdup_printf ("%d", (int) (top + within_y));
  run ((const char *const[]) { PROGRAM, "mousemove", "--window", window, at_x, at_y, "click", "1", NULL });
}

static gboolean
is_reachable (gpointer user_data)
{
  GtkWidget *widget = user_data;
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  GtkWidget *found;
  double x, y;

  if (native == NULL || !gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) ||
      !gtk_widget_translate_coordinates (widget, native, gtk_widget_get_width (widget) / 2.0,
                                         gtk_widget_get_height (widget) / 2.0, &x, &y))
    return FALSE;

  found = gtk_widget_pick (native, x, y, GTK_PICK_DEFAULT);
  return found != NULL && (found == widget || gtk_widget_is_ancestor (found, widget));
}

void
tour_hand_press_widget (GtkWidget *widget)
{
  tour_wait_until ("a control can be reached", is_reachable, widget);
  tour_hand_press (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

void
tour_hand_type (const char *text)
{
  run ((const char *const[]) { PROGRAM, "type", "--delay", "5", "--", text, NULL });
}
