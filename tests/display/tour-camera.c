/* tour-camera.c: screenshots of our windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tour-camera.h"
#include "tour-wait.h"

static void
draw (GtkSnapshot *snapshot,
      GtkWindow   *window,
      float        x,
      float        y)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gdk_paintable_snapshot (paintable, snapshot,
                          gtk_widget_get_width (GTK_WIDGET (window)), gtk_widget_get_height (GTK_WIDGET (window)));
  gtk_snapshot_restore (snapshot);
}

static GskRenderNode *
draw_windows (GtkWindow *window,
              GtkWindow *below)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  float width = gtk_widget_get_width (GTK_WIDGET (below));
  float height = gtk_widget_get_height (GTK_WIDGET (below));
  const GdkRGBA shade = { 0, 0, 0, 0.4 };

  draw (snapshot, below, 0, 0);
  if (window != below)
    {
      gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (0, 0, width, height));
      draw (snapshot, window,
            (width - gtk_widget_get_width (GTK_WIDGET (window))) / 2,
            (height - gtk_widget_get_height (GTK_WIDGET (window))) / 2);
    }

  return gtk_snapshot_free_to_node (snapshot);
}

static GtkWindow *
get_window_below (GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);

  return parent != NULL ? parent : window;
}

typedef struct
{
  GtkWindow     *window;
  GtkWindow     *below;
  GskRenderNode *node; /* (owned) (nullable) */
} Exposure;

/* A window that is about to be laid out again draws nothing. */
static gboolean
draws_something (GtkWindow *window)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node = NULL;
  gboolean something;

  draw (snapshot, window, 0, 0);
  node = gtk_snapshot_free_to_node (snapshot);
  something = node != NULL;
  g_clear_pointer (&node, gsk_render_node_unref);
  return something;
}

static gboolean
is_drawn (gpointer user_data)
{
  Exposure *exposure = user_data;

  if (draws_something (exposure->window) && draws_something (exposure->below))
    exposure->node = draw_windows (exposure->window, exposure->below);
  return exposure->node != NULL;
}

gboolean
tour_camera_take (GtkWindow  *window,
                  const char *folder,
                  const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  GtkWindow *below = get_window_below (window);
  Exposure exposure = { .window = window, .below = below };
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (below)),
                                                   gtk_widget_get_height (GTK_WIDGET (below)));
  g_autoptr(GdkTexture) texture = NULL;

  tour_wait_until ("the window is drawn", is_drawn, &exposure);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), exposure.node, &area);
  gsk_render_node_unref (exposure.node);
  if (!gdk_texture_save_to_png (texture, path))
    {
      g_printerr ("%s: the picture could not be written\n", path);
      return FALSE;
    }

  return TRUE;
}
