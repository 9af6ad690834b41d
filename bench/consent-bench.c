/* consent-bench.c: once from the click on "Link account" to the painted consent page, in milliseconds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <locale.h>
#include <webkit/webkit.h>

#include "desk-application.h"
#include "desk-await.h"
#include "desk-consent-dialog.h"
#include "desk-test-folder.h"
#include "desk-window.h"
#include "tour-wait.h"

#define WORLD "bench"
#define WIDTH 1280
#define HEIGHT 800
#define FEWEST_PAINTED 1000

/* The page says when its first content is painted (first-contentful-paint). */
static const char script_source[] =
  "if (document.querySelector ('form#consent'))\n"
  "  new PerformanceObserver ((list) => {\n"
  "    if (list.getEntriesByName ('first-contentful-paint').length > 0)\n"
  "      window.webkit.messageHandlers.bench.postMessage ('painted');\n"
  "  }).observe ({ type: 'paint', buffered: true });\n";

typedef struct
{
  DeskWindow *window;
  GtkWidget *web_view; /* (nullable): once the page is asked for */
  gint64 painted_at; /* by the monotonic clock; 0 until then */
} Bench;

/* A blank view has one colour. */
static guint
count_painted (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * height);
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GskRenderNode) node = NULL;
  guint n_painted = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * sizeof (guint32));
  for (int i = 0; i < width * height; i++)
    n_painted += pixels[i] != pixels[0];

  return n_painted;
}

/* What the page has painted comes to us by another way than its word: a frame counts only if it shows something. */
static void
after_paint_cb (Bench         *self,
                GdkFrameClock *frame_clock)
{
  gint64 now = g_get_monotonic_time ();

  if (count_painted (self->web_view) < FEWEST_PAINTED)
    {
      gtk_widget_queue_draw (self->web_view);
      return;
    }

  self->painted_at = now;
  g_signal_handlers_disconnect_by_func (frame_clock, after_paint_cb, self);
}

static void
message_cb (Bench *self)
{
  g_signal_connect_swapped (gtk_widget_get_frame_clock (self->web_view), "after-paint", G_CALLBACK (after_paint_cb),
                            self);
  gtk_widget_queue_draw (self->web_view);
}

/* The page waits for the decision: the script is there before the page is. */
static gboolean
decide_policy_cb (GSignalInvocationHint *hint,
                  guint                  n_values,
                  const GValue          *values,
                  gpointer               user_data)
{
  Bench *self = user_data;
  WebKitWebView *web_view = g_value_get_object (&values[0]);
  WebKitUserContentManager *manager = webkit_web_view_get_user_content_manager (web_view);
  g_autoptr(WebKitUserScript) script = NULL;

  if (!webkit_user_content_manager_register_script_message_handler (manager, WORLD, WORLD))
    return TRUE;

  self->web_view = GTK_WIDGET (web_view);
  g_signal_connect_swapped (manager, "script-message-received::" WORLD, G_CALLBACK (message_cb), self);
  script = webkit_user_script_new_for_world (script_source, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                                             WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END, WORLD, NULL, NULL);
  webkit_user_content_manager_add_script (manager, script);

  return TRUE;
}

static gboolean
is_open (gpointer user_data)
{
  Bench *self = user_data;

  return desk_context_get_directory (desk_window_get_context (self->window)) != NULL;
}

static gboolean
is_end_user_there (gpointer user_data)
{
  Bench *self = user_data;

  return desk_window_get_end_user (self->window) != NULL;
}

static gboolean
is_painted (gpointer user_data)
{
  Bench *self = user_data;

  return self->painted_at != 0;
}

static void
create_end_user (Bench *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autoptr(GError) error = NULL;
  DeskDirectory *directory;
  GAsyncResult *slot = NULL;

  tour_wait_until ("the sandbox runs", is_open, self);
  tour_wait_a_bit ();
  directory = desk_context_get_directory (desk_window_get_context (self->window));
  desk_directory_create_async (directory, "Mia Chen", "mia.chen@example.com", NULL, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  end_user = desk_directory_create_finish (directory, result, NULL, &error);
  g_assert_no_error (error);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.select-end-user", "s", desk_end_user_get_id (end_user));
  tour_wait_until ("the end user is there", is_end_user_there, self);
  tour_wait_a_bit ();
}

/* As the pointer and the focus do. The web process has what time it needs to start. */
static void
show_intent (Bench *self)
{
  g_signal_emit_by_name (tour_find (self->window, "end_user_pane"), "link-intended");
  tour_wait_a_bit ();
  tour_wait_a_bit ();
}

static void
measure (Bench    *self,
         gboolean  is_warm)
{
  gint64 clicked_at;

  self->window = DESK_WINDOW (tour_wait_window (DESK_TYPE_WINDOW));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  create_end_user (self);
  if (is_warm)
    show_intent (self);

  clicked_at = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.link-account", NULL);
  tour_wait_until ("the page is painted", is_painted, self);

  g_print ("%.1f\n", (double) (self->painted_at - clicked_at) / 1000);
}

static void
run (Bench      *self,
     const char *folder,
     gboolean    is_warm)
{
  g_autoptr(DeskApplication) application = desk_application_new (folder, BENCH_SANDBOX);
  g_autoptr(GError) error = NULL;
  gulong hook_id;

  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("The application could not be started: %s", error->message);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_type_class_unref (g_type_class_ref (WEBKIT_TYPE_WEB_VIEW));
  hook_id = g_signal_add_emission_hook (g_signal_lookup ("decide-policy", WEBKIT_TYPE_WEB_VIEW), 0, decide_policy_cb,
                                        self, NULL);
  g_application_activate (G_APPLICATION (application));
  measure (self, is_warm);

  g_signal_remove_emission_hook (g_signal_lookup ("decide-policy", WEBKIT_TYPE_WEB_VIEW), hook_id);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  while (g_main_context_iteration (NULL, FALSE));
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { 0 };
  char *folder;

  setlocale (LC_ALL, "");
  if (argc != 2 || (!g_str_equal (argv[1], "cold") && !g_str_equal (argv[1], "warm")))
    {
      g_printerr ("Usage: consent-bench cold|warm\n");
      return 2;
    }

  folder = desk_test_folder_new ();
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", BENCH_SCHEMA_FOLDER, TRUE);
  run (&bench, folder, g_str_equal (argv[1], "warm"));
  desk_test_folder_free (folder);

  return 0;
}
