/* test-consent-code.c: the one-time code that is typed on the consent page stays there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "desk-app-fixture.h"
#include "desk-consent-dialog.h"
#include "desk-descendant.h"
#include "desk-har.h"
#include "tour-driver.h"
#include "ui-probe.h"

/* As the kernel cuts them. */
static const char *const processes[] = { "WebKitWebProces", "WebKitNetworkPr" };

/* Every message of this program at any level; of any thread. */
static GMutex log_mutex;
static GString *log_text;

/**
 * Watch:
 * @code: (owned) (nullable): what was typed on the screen of the code
 * @started: (owned): the arguments and the environment of the processes of the page
 */
typedef struct
{
  gboolean  is_code;
  char     *code;
  GString  *started;
} Watch;

static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  g_autofree char *line = g_log_writer_format_fields (level, fields, n_fields, FALSE);

  g_mutex_lock (&log_mutex);
  g_string_append_printf (log_text, "%s\n", line);
  g_mutex_unlock (&log_mutex);

  return g_log_writer_default (level, fields, n_fields, user_data);
}

static void
append_file (GString    *text,
             GPid        pid,
             const char *name)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", pid, name);
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return;
  for (gsize i = 0; i < length; i++)
    g_string_append_c (text, contents[i] != '\0' ? contents[i] : '\n');
}

static void
screen_cb (const char *screen,
           gpointer    user_data)
{
  Watch *watch = user_data;

  watch->is_code = g_str_equal (screen, "code");
  for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
    {
      g_autoptr(GArray) found = desk_descendant_find (processes[i]);

      for (guint j = 0; j < found->len; j++)
        {
          append_file (watch->started, g_array_index (found, GPid, j), "cmdline");
          append_file (watch->started, g_array_index (found, GPid, j), "environ");
        }
    }
}

static gboolean
press (GtkWidget  *web_view,
       double      x,
       double      y,
       const char *name,
       gpointer    user_data)
{
  return FALSE;
}

static gboolean
type (const char *text,
      gpointer    user_data)
{
  Watch *watch = user_data;

  if (watch->is_code)
    {
      g_free (watch->code);
      watch->code = g_strdup (text);
    }

  return FALSE;
}

static gboolean
is_result_there (GtkWidget *dialog)
{
  return g_str_equal (gtk_stack_get_visible_child_name (ui_find (dialog, "stack")), "result");
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  gboolean *written = user_data;
  g_autoptr(GError) error = NULL;

  desk_har_write_finish (result, &error);
  g_assert_no_error (error);
  *written = TRUE;
}

/* Returns: (transfer full): what the inspector holds, as a HAR file */
static char *
dup_archive (DeskContext *context)
{
  g_autofree char *folder = g_dir_make_tmp ("consent-code-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "inspector.har", NULL);
  gboolean written = FALSE;
  char *text = NULL;

  desk_har_write_async (desk_inspector_get_entries (desk_context_get_inspector (context)), path, NULL, written_cb, &written);
  UI_WAIT (written);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  g_rmdir (folder);

  return text;
}

/* Digits of a longer number are no code. */
static gboolean
has_code (const char *text,
          const char *code)
{
  g_autofree char *pattern = g_strdup_printf ("(?<![0-9])%s(?![0-9])", code);

  return g_regex_match_simple (pattern, text, G_REGEX_RAW, 0);
}

static void
test_code_stays_on_the_page (DeskAppFixture *fixture,
                             gconstpointer   data)
{
  static const TourHand hand = { press, type };
  Watch watch = { .started = g_string_new (NULL) };
  g_autoptr(TourDriver) driver = tour_driver_new (screen_cb, &watch);
  g_autofree char *archive = NULL;
  g_autofree char *shown = NULL;
  GtkWidget *dialog;

  if (fixture->sandbox == NULL)
    return;

  tour_driver_set_hand (driver, &hand);
  tour_driver_begin (driver, DESK_TEST_BANK, NULL);
  dialog = desk_consent_dialog_new (fixture->context, fixture->end_user);
  g_object_set (dialog, "way", DESK_LINK_WAY_REDIRECT, NULL);
  desk_consent_dialog_start (DESK_CONSENT_DIALOG (dialog));
  UI_WAIT (is_result_there (dialog));
  g_assert_true (tour_driver_saw_all (driver));
  g_assert_cmpuint (strlen (watch.code), ==, 6);

  archive = dup_archive (fixture->context);
  shown = ui_dup_texts (dialog);
  g_assert_nonnull (strstr (archive, "/auth/session"));
  g_assert_nonnull (strstr (watch.started->str, processes[0]));
  g_assert_cmpuint (log_text->len, >, 0);
  g_assert_false (has_code (archive, watch.code));
  g_assert_false (has_code (shown, watch.code));
  g_assert_false (has_code (watch.started->str, watch.code));
  g_assert_false (has_code (log_text->str, watch.code));

  gtk_window_destroy (GTK_WINDOW (dialog));
  g_string_free (watch.started, TRUE);
  g_free (watch.code);
}

int
main (int   argc,
      char *argv[])
{
  log_text = g_string_new (NULL);
  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  g_log_set_writer_func (write_log, NULL, NULL);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add ("/consent-code/stays-on-the-page", DeskAppFixture, NULL, desk_app_fixture_set_up, test_code_stays_on_the_page,
              desk_app_fixture_tear_down);

  return g_test_run ();
}
