/* canary-window.c: goes through the real application with marked records, and stops at each place to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * canary-window revoke|delete|crash ROWS ARCHIVE, run by canaries.py, which is the service and looks from outside. Standard
 * input brings the address of the service and the client secret, a line each, and a line whenever the program may go on.
 * Standard output tells where it is. At the end the inspector is written into the file ARCHIVE.
 */
#include "desk-config.h"

#include <adwaita.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>

#include "desk-application.h"
#include "desk-consent-window.h"
#include "desk-environment-dialog.h"
#include "desk-har.h"
#include "desk-quality-page.h"
#include "desk-record-window.h"
#include "desk-row.h"
#include "desk-window.h"
#include "ui-probe.h"

#define WIDTH 900
#define HEIGHT 600
#define LINE_SIZE 512
#define SETTLE_MILLISECONDS 600
#define MAX_INSPECTED 4
#define END_USER_ID "eu_1"
#define CONSENT_ID "c1"
#define TRANSACTIONS "banking.transactions"
#define SEARCHED "canary-000000007"
#define SEARCHED_BROADLY "canary-0000000"

/* The entries of the dialog of an environment, from the top. */
enum
{
  ENTRY_NAME,
  ENTRY_CLIENT_ID,
  ENTRY_SECRET,
  ENTRY_API,
  ENTRY_AUTH,
};

typedef struct
{
  DeskApplication *application;
  DeskWindow      *window;
  const char      *archive;
} Canary;

/* Returns: (transfer full): the next line */
static char *
read_line (void)
{
  char line[LINE_SIZE];

  if (fgets (line, sizeof line, stdin) == NULL)
    g_error ("Nobody is there");

  return g_strchomp (g_strdup (line));
}

static gboolean
line_came_cb (GIOChannel   *channel,
              GIOCondition  condition,
              gpointer      user_data)
{
  gboolean *came = user_data;

  g_free (read_line ());
  *came = TRUE;

  return G_SOURCE_REMOVE;
}

/* Says where we are and goes on living until it was looked at. */
static void
stop_at (const char *place,
         guint       number)
{
  g_autoptr(GIOChannel) input = g_io_channel_unix_new (fileno (stdin));
  gboolean came = FALSE;

  g_print ("at %s %u\n", place, number);
  g_io_add_watch (input, G_IO_IN | G_IO_HUP, line_came_cb, &came);
  UI_WAIT (came);
}

static gboolean
settled_cb (gpointer user_data)
{
  gboolean *settled = user_data;

  *settled = TRUE;

  return G_SOURCE_REMOVE;
}

/* Lets what was begun be done and drawn; lists follow the store twice a second. */
static void
settle (void)
{
  gboolean settled = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, SETTLE_MILLISECONDS, settled_cb, &settled, NULL);
  UI_WAIT (settled);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GHashTable **counts = user_data;
  g_autoptr(GError) error = NULL;

  *counts = desk_store_count_finish (DESK_STORE (source), result, &error);
  g_assert_no_error (error);
}

/* Returns: the rows of all data sets in the store */
static guint
count_stored (Canary *self)
{
  g_autoptr(GHashTable) counts = NULL;
  GHashTableIter iter;
  gpointer count;
  guint n_rows = 0;

  desk_store_count_async (desk_context_get_store (desk_window_get_context (self->window)), END_USER_ID, NULL, NULL, counted_cb,
                          &counts);
  UI_WAIT (counts != NULL);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    n_rows += GPOINTER_TO_UINT (count);

  return n_rows;
}

/* Returns: the rows of all tables of data that are to be seen; the inspector's is none of them */
static guint
count_shown (Canary *self)
{
  GtkColumnView *view = ui_find_nth (ui_find (self->window, "data_pane"), GTK_TYPE_COLUMN_VIEW, 0);

  return view != NULL ? g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))) : 0;
}

static void
activate (gpointer    widget,
          const char *action,
          const char *target)
{
  if (!gtk_widget_activate_action_variant (widget, action, target != NULL ? g_variant_new_string (target) : NULL))
    g_error ("The action %s is not there", action);
}

static void
type (gpointer    dialog,
      guint       entry,
      const char *text)
{
  gtk_editable_set_text (ui_find_nth (dialog, ADW_TYPE_ENTRY_ROW, entry), text);
}

/* Returns: (transfer none) (nullable) */
static DeskWindow *
find_work (Canary *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self->application)); item != NULL; item = item->next)
    {
      if (DESK_IS_WINDOW (item->data) &&
          g_str_equal (desk_environment_get_name (desk_context_get_environment (desk_window_get_context (item->data))), "Work"))
        return item->data;
    }

  return NULL;
}

/* The secret goes the way of the user: typed into the dialog, kept for the session. */
static void
add_environment (Canary *self)
{
  g_autofree char *origin = read_line ();
  g_autofree char *secret = read_line ();
  g_autofree char *api_uri = g_strconcat (origin, "/v1", NULL);
  gpointer dialog;

  g_action_group_activate_action (G_ACTION_GROUP (self->application), "add-environment", NULL);
  dialog = ui_find_window (DESK_TYPE_ENVIRONMENT_DIALOG);
  type (dialog, ENTRY_NAME, "Work");
  type (dialog, ENTRY_CLIENT_ID, "2Xb");
  type (dialog, ENTRY_SECRET, secret);
  type (dialog, ENTRY_API, api_uri);
  type (dialog, ENTRY_AUTH, origin);
  ui_click (dialog, "save_button");
  UI_WAIT (find_work (self) != NULL);
  self->window = find_work (self);
}

static DeskEnvironmentStage
get_stage (Canary *self)
{
  return desk_environment_get_stage (desk_context_get_environment (desk_window_get_context (self->window)));
}

static gboolean
is_listed (Canary *self)
{
  DeskDirectory *directory = desk_context_get_directory (desk_window_get_context (self->window));

  return directory != NULL && g_list_model_get_n_items (desk_directory_get_end_users (directory)) == 1;
}

static void
fill (Canary *self,
      guint   n_rows)
{
  add_environment (self);
  UI_WAIT (is_listed (self));
  UI_WAIT (get_stage (self) != DESK_ENVIRONMENT_STAGE_UNKNOWN);
  g_assert_cmpint (get_stage (self), ==, DESK_ENVIRONMENT_STAGE_PRODUCTION);
  activate (self->window, "win.toggle-inspector", NULL);
  activate (self->window, "win.show-resource", TRANSACTIONS);
  activate (self->window, "win.select-end-user", END_USER_ID);
  UI_WAIT (desk_window_get_end_user (self->window) != NULL);
  while (count_stored (self) < n_rows);
  UI_WAIT (!desk_window_get_busy (self->window));
  stop_at ("filled", count_stored (self));
}

/* A row is empty until the store has read it, and read only as long as the table is at its top. */
static gboolean
is_first_loaded (GtkColumnView *view)
{
  g_autoptr(DeskRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), 0);

  return row != NULL && desk_row_is_loaded (row);
}

static GtkColumnView *
wait_for_table (Canary *self)
{
  gpointer pane = ui_find (self->window, "data_pane");

  UI_WAIT (ui_find_nth (pane, GTK_TYPE_COLUMN_VIEW, 0) != NULL && count_shown (self) > 0);
  UI_WAIT (is_first_loaded (ui_find_nth (pane, GTK_TYPE_COLUMN_VIEW, 0)));

  return ui_find_nth (pane, GTK_TYPE_COLUMN_VIEW, 0);
}

static void
sort (Canary *self)
{
  GtkColumnView *view = wait_for_table (self);
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_sort_by_column (view, column, i % 2 == 0 ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
      wait_for_table (self);
    }
}

static void
search (Canary     *self,
        const char *text,
        guint       n_found)
{
  gtk_editable_set_text (ui_find_nth (ui_find (self->window, "data_pane"), GTK_TYPE_SEARCH_ENTRY, 0), text);
  UI_WAIT (count_shown (self) == n_found);
  wait_for_table (self);
}

static void
scroll (Canary *self,
        double  share)
{
  GtkScrollable *view = ui_find_nth (ui_find (self->window, "data_pane"), GTK_TYPE_COLUMN_VIEW, 0);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (view);

  gtk_adjustment_set_value (adjustment, share * gtk_adjustment_get_upper (adjustment));
  settle ();
}

static void
open_record (Canary *self)
{
  gpointer window;

  g_signal_emit_by_name (wait_for_table (self), "activate", 0);
  UI_WAIT (ui_find_window (DESK_TYPE_RECORD_WINDOW) != NULL);
  window = ui_find_window (DESK_TYPE_RECORD_WINDOW);
  settle ();
  gtk_stack_set_visible_child_name (ui_find (window, "stack"), "json");
  settle ();
}

/* Looks at the bodies of every call. */
static void
inspect (Canary *self)
{
  GtkColumnView *view = ui_find_nth (ui_find (self->window, "inspector_pane"), GTK_TYPE_COLUMN_VIEW, 0);
  GtkSelectionModel *entries = gtk_column_view_get_model (view);
  guint n_entries = MIN (g_list_model_get_n_items (G_LIST_MODEL (entries)), MAX_INSPECTED);

  for (guint i = 0; i < n_entries; i++)
    {
      gtk_selection_model_select_item (entries, i, TRUE);
      settle ();
    }
}

static gboolean
is_checked (Canary *self)
{
  DeskQualityPage *page = ui_find_nth (ui_find (self->window, "data_pane"), DESK_TYPE_QUALITY_PAGE, 0);

  return page != NULL && *ui_get_text (page, "summary") != '\0';
}

/* What is open stays open: it must go by itself when the data go. */
static void
browse (Canary *self,
        guint   n_rows)
{
  UI_WAIT (count_shown (self) == n_rows);
  sort (self);
  search (self, SEARCHED_BROADLY, 100);
  search (self, SEARCHED, 1);
  search (self, "", n_rows);
  scroll (self, 1);
  scroll (self, 0.5);
  activate (self->window, "win.show-quality", NULL);
  UI_WAIT (is_checked (self));
  activate (self->window, "win.show-resource", "banking.accounts");
  settle ();
  activate (self->window, "win.show-resource", TRANSACTIONS);
  inspect (self);
  open_record (self);
  stop_at ("browsed", count_shown (self));
}

/* Returns: (transfer none): the button of what cannot be undone; only a click on it closes the dialog too */
static GtkWidget *
find_destructive (AdwMessageDialog *dialog)
{
  GtkWidget *button = NULL;

  for (guint i = 0; button == NULL || !gtk_widget_has_css_class (button, "destructive"); i++)
    {
      button = ui_find_nth (dialog, GTK_TYPE_BUTTON, i);
      g_assert_nonnull (button);
    }

  return button;
}

/* Whoever means it types the e-mail address. */
static void
answer_gate (Canary     *self,
             const char *response)
{
  AdwMessageDialog *dialog;
  GtkWidget *entry;

  UI_WAIT (ui_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, response));
  entry = ui_find_nth (adw_message_dialog_get_extra_child (dialog), GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), desk_end_user_get_email (desk_window_get_end_user (self->window)));
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, response));
  g_signal_emit_by_name (find_destructive (dialog), "clicked");
}

static void
end_consent (Canary *self)
{
  desk_window_show_consent (self->window, CONSENT_ID);
  UI_WAIT (ui_find_window (DESK_TYPE_CONSENT_WINDOW) != NULL);
  ui_click (ui_find_window (DESK_TYPE_CONSENT_WINDOW), "end_button");
  answer_gate (self, "end");
}

static void
delete_end_user (Canary *self)
{
  activate (self->window, "win.delete-end-user", NULL);
  answer_gate (self, "delete");
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

static void
archive (Canary *self)
{
  DeskInspector *inspector = desk_context_get_inspector (desk_window_get_context (self->window));
  gboolean written = FALSE;

  desk_har_write_async (desk_inspector_get_entries (inspector), self->archive, NULL, written_cb, &written);
  UI_WAIT (written);
}

static void
end (Canary     *self,
     const char *how)
{
  if (g_str_equal (how, "crash"))
    {
      archive (self);
      stop_at ("archived", 0);
      return;
    }

  if (g_str_equal (how, "revoke"))
    end_consent (self);
  else
    delete_end_user (self);
  while (count_stored (self) > 0);
  UI_WAIT (ui_find_window (DESK_TYPE_RECORD_WINDOW) == NULL);
  UI_WAIT (ui_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  settle ();
  malloc_trim (0);
  stop_at ("ended", count_shown (self));
  archive (self);
}

int
main (int   argc,
      char *argv[])
{
  Canary canary = { 0 };
  g_autoptr(GError) error = NULL;
  guint n_rows;

  setlocale (LC_ALL, "");
  if (argc != 4)
    {
      g_printerr ("Usage: canary-window revoke|delete|crash ROWS ARCHIVE\n");
      return 2;
    }

  setvbuf (stdin, NULL, _IONBF, 0);
  canary.archive = argv[3];
  canary.application = desk_application_new (NULL, "/nowhere/sandbox");
  /* Others of these programs may run on the same bus. */
  g_application_set_flags (G_APPLICATION (canary.application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (canary.application), NULL, &error))
    g_error ("The application could not be started: %s", error->message);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_application_activate (G_APPLICATION (canary.application));

  n_rows = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  fill (&canary, n_rows);
  gtk_window_set_default_size (GTK_WINDOW (canary.window), WIDTH, HEIGHT);
  browse (&canary, n_rows);
  end (&canary, argv[1]);

  g_action_group_activate_action (G_ACTION_GROUP (canary.application), "quit", NULL);
  while (g_main_context_iteration (NULL, FALSE));
  g_object_unref (canary.application);

  return 0;
}
