/* matrix-browser.c: the user's own browser: a headless Chromium that is the default for web addresses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-browser.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "tour-wait.h"

#define DESKTOP_FILE "matrix-browser.desktop"
#define SHARED_FOLDER "/usr/share"

struct _MatrixBrowser
{
  MatrixBrowserFunc function;
  gpointer user_data;
  char *desktop_path; /* (owned) */
  char *pipe_path; /* (owned) */
  GSubprocess *process; /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GDataInputStream *addresses; /* (owned): what programs opened */
  GDataInputStream *lines; /* (owned): of the process */
  gboolean is_ready;
  gboolean is_over;
  gboolean is_busy;
};

static void read_line    (MatrixBrowser *self);
static void read_address (MatrixBrowser *self);

/* A program that is not there is no default. */
static void
name_default (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "mimeapps.list", NULL);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (g_get_user_config_dir (), 0700);
  g_file_set_contents (path, "[Default Applications]\nx-scheme-handler/http=" DESKTOP_FILE "\n"
                       "x-scheme-handler/https=" DESKTOP_FILE "\n", -1, &error);
  g_assert_no_error (error);
}

void
matrix_browser_prepare_folders (const char *folder)
{
  g_autofree char *shared = g_build_filename (folder, "shared", NULL);
  g_autoptr(GDir) system = g_dir_open (SHARED_FOLDER, 0, NULL);
  const char *name;

  g_mkdir (shared, 0700);
  while (system != NULL && (name = g_dir_read_name (system)) != NULL)
    {
      g_autofree char *target = g_build_filename (SHARED_FOLDER, name, NULL);
      g_autofree char *path = g_build_filename (shared, name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      if (!g_str_equal (name, "applications"))
        g_file_make_symbolic_link (file, target, NULL, NULL);
    }

  g_setenv ("XDG_DATA_DIRS", shared, TRUE);
}

static void
tell (MatrixBrowser *self,
      const char    *word,
      const char    *more)
{
  g_autofree char *line = g_strdup_printf ("%s %s\n", word, more);
  GOutputStream *input = g_subprocess_get_stdin_pipe (self->process);

  g_output_stream_write_all (input, line, strlen (line), NULL, NULL, NULL);
}

static void
take_line (MatrixBrowser *self,
           const char    *line)
{
  if (g_str_equal (line, "ready"))
    {
      self->is_ready = TRUE;
    }
  else if (g_str_has_prefix (line, "screen "))
    {
      g_autofree char *choice = self->function (line + strlen ("screen "), self->user_data);

      tell (self, choice != NULL ? "press" : "stay", choice != NULL ? choice : "");
    }
  else
    {
      self->is_busy = FALSE;
      if (!g_str_has_prefix (line, "end "))
        g_printerr ("The browser: %s\n", line);
    }
}

static void
line_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  MatrixBrowser *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *line = NULL;

  line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->is_over = line == NULL;
  if (line == NULL)
    return;

  take_line (self, line);
  read_line (self);
}

static void
read_line (MatrixBrowser *self)
{
  g_data_input_stream_read_line_async (self->lines, G_PRIORITY_DEFAULT, self->cancellable, line_read_cb, self);
}

static void
address_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  MatrixBrowser *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *address = NULL;

  address = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_assert_no_error (error);
  self->is_busy = TRUE;
  tell (self, "open", address);
  read_address (self);
}

static void
read_address (MatrixBrowser *self)
{
  g_data_input_stream_read_line_async (self->addresses, G_PRIORITY_DEFAULT, self->cancellable, address_read_cb, self);
}

static void
make_pipe (MatrixBrowser *self,
           const char    *folder)
{
  g_autoptr(GInputStream) stream = NULL;
  int descriptor;

  self->pipe_path = g_build_filename (folder, "addresses", NULL);
  g_assert_cmpint (mkfifo (self->pipe_path, 0600), ==, 0);
  /* It is open for writing too, so that it never ends. */
  descriptor = g_open (self->pipe_path, O_RDWR | O_NONBLOCK | O_CLOEXEC, 0);
  g_assert_cmpint (descriptor, >=, 0);
  stream = g_unix_input_stream_new (descriptor, TRUE);
  self->addresses = g_data_input_stream_new (stream);
  read_address (self);
}

static gboolean
has_started (gpointer user_data)
{
  MatrixBrowser *self = user_data;

  return self->is_ready || self->is_over;
}

static void
start (MatrixBrowser *self)
{
  g_autoptr(GError) error = NULL;

  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                    "python3", MATRIX_BROWSER_PROGRAM, MATRIX_BROWSER_TESTS, NULL);
  g_assert_no_error (error);
  self->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  read_line (self);
  tour_wait_until ("the browser has started", has_started, self);
}

MatrixBrowser *
matrix_browser_new (const char        *folder,
                    MatrixBrowserFunc  function,
                    gpointer           user_data)
{
  g_autoptr(MatrixBrowser) self = g_new0 (MatrixBrowser, 1);
  g_autofree char *applications = g_build_filename (g_get_user_data_dir (), "applications", NULL);

  self->function = function;
  self->user_data = user_data;
  self->cancellable = g_cancellable_new ();
  self->desktop_path = g_build_filename (applications, DESKTOP_FILE, NULL);
  g_mkdir_with_parents (applications, 0700);
  name_default ();
  make_pipe (self, folder);
  start (self);

  return self->is_ready ? g_steal_pointer (&self) : NULL;
}

void
matrix_browser_free (MatrixBrowser *self)
{
  g_cancellable_cancel (self->cancellable);
  while (g_main_context_iteration (NULL, FALSE));

  /* The end of its input ends it, and Chromium with it. */
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  g_object_unref (self->addresses);
  g_object_unref (self->lines);
  g_object_unref (self->cancellable);
  g_free (self->desktop_path);
  g_free (self->pipe_path);
  g_free (self);
}

static gboolean
is_some_default (gpointer user_data)
{
  g_autoptr(GAppInfo) info = g_app_info_get_default_for_uri_scheme ("http");

  return info != NULL;
}

static gboolean
is_no_default (gpointer user_data)
{
  return !is_some_default (user_data);
}

static gboolean
look_again_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* The list of programs is read anew when its folder changed, which is known a little later. */
static void
wait_until_known (gboolean is_default)
{
  guint source_id = g_timeout_add (20, look_again_cb, NULL);

  tour_wait_until ("the default browser is known", is_default ? is_some_default : is_no_default, NULL);
  g_source_remove (source_id);
}

void
matrix_browser_set_default (MatrixBrowser *self,
                            gboolean       is_default)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  text = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Browser\nExec=sh %s %s %%u\n",
                          MATRIX_HAND_OVER, self->pipe_path);
  if (is_default)
    g_file_set_contents (self->desktop_path, text, -1, &error);
  else
    g_unlink (self->desktop_path);
  g_assert_no_error (error);
  wait_until_known (is_default);
}

gboolean
matrix_browser_is_busy (MatrixBrowser *self)
{
  return self->is_busy;
}
