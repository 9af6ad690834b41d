/* tour-wait.c: waits until something is so, and finds widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tour-wait.h"

#define PATIENCE_SECONDS 120
#define SETTLE_MILLISECONDS 900
#define SETTLE_FRAMES 4

static gboolean
patience_over_cb (gpointer user_data)
{
  g_printerr ("Waited in vain until %s\n", (const char *) user_data);
  exit (1);

  return G_SOURCE_REMOVE;
}

void
tour_wait_until (const char    *what,
                 TourCondition  is_so,
                 gpointer       user_data)
{
  guint source_id = g_timeout_add_seconds (PATIENCE_SECONDS, patience_over_cb, (gpointer) what);

  while (!is_so (user_data))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source_id);
}

static gboolean
settled_cb (gpointer user_data)
{
  gboolean *settled = user_data;

  *settled = TRUE;

  return G_SOURCE_REMOVE;
}

void
tour_wait_a_bit (void)
{
  gboolean settled = FALSE;

  g_timeout_add (SETTLE_MILLISECONDS, settled_cb, &settled);
  while (!settled)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *frame_clock,
          gpointer       user_data)
{
  guint *n_frames = user_data;

  (*n_frames)++;
  gtk_widget_queue_draw (widget);

  return *n_frames < SETTLE_FRAMES;
}

void
tour_wait_frames (GtkWidget *widget)
{
  guint n_frames = 0;

  gtk_widget_add_tick_callback (widget, frame_cb, &n_frames, NULL);
  while (n_frames < SETTLE_FRAMES)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWindow *
find_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static gboolean
is_window_there (gpointer user_data)
{
  return find_window (GPOINTER_TO_SIZE (user_data)) != NULL;
}

GtkWindow *
tour_wait_window (GType type)
{
  tour_wait_until (g_type_name (type), is_window_there, GSIZE_TO_POINTER (type));

  return find_window (type);
}

gpointer
tour_find (gpointer    widget,
           const char *id)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), id);

  g_assert_nonnull (child);

  return child;
}
