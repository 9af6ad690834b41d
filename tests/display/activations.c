/* activations.c: from an empty home to the transactions of a linked bank, counting every click
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <locale.h>

#include "desk-application.h"
#include "desk-consent-dialog.h"
#include "desk-end-user-dialog.h"
#include "desk-row.h"
#include "desk-window.h"
#include "tour-driver.h"
#include "tour-hand.h"
#include "tour-home.h"
#include "tour-wait.h"

#define BANK_ID "88888"
#define NAME "Mia Chen"
#define EMAIL "mia.chen@example.com"
#define MAX_ACTIVATIONS 10
#define PAINT_MILLISECONDS 50
#define MAX_RUNS 100
#define SKIPPED 77

typedef struct
{
  DeskWindow *window;
  TourDriver *driver; /* (owned) */
  guint n_activations;
  gboolean has_short_way; /* one button creates and links */
} Run;

static void
count (Run        *self,
       const char *what)
{
  g_print ("%2u  click  %s\n", ++self->n_activations, what);
}

static char *
dup_label (GtkWidget *widget)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;
  g_autofree char *tooltip = NULL;
  g_auto(GStrv) parts = NULL;

  if (label == NULL)
    return gtk_widget_get_tooltip_text (widget) != NULL ? g_strdup (gtk_widget_get_tooltip_text (widget))
                                                        : g_strdup (G_OBJECT_TYPE_NAME (widget));

  parts = g_strsplit (label, "_", -1);
  return g_strjoinv ("", parts);
}

static void
press (Run       *self,
       GtkWidget *widget)
{
  g_autofree char *label = dup_label (widget);

  tour_hand_press_widget (widget);
  count (self, label);
}

static gboolean
press_cb (GtkWidget  *web_view,
          double      x,
          double      y,
          const char *name,
          gpointer    user_data)
{
  g_auto(GStrv) lines = g_strsplit (name, "\n", 2);

  count (user_data, lines[0]);
  tour_hand_press (web_view, x, y);

  return TRUE;
}

/* Typing is not counted, nor is the key that leads to the next field while typing. */
static gboolean
type_cb (const char *text,
         gpointer    user_data)
{
  g_print ("    type   (not counted)\n");
  tour_hand_type (text);

  return TRUE;
}

static const TourHand hand = { press_cb, type_cb };

static void
screen_cb (const char *screen,
           gpointer    user_data)
{
  g_print ("    screen %s\n", screen);
}

static GtkWidget *
find_by_action (GtkWidget  *widget,
                const char *action)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_action (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  GtkWidget *root;
  const char *action;
} Wanted;

static gboolean
is_there (gpointer user_data)
{
  Wanted *wanted = user_data;

  return find_by_action (wanted->root, wanted->action) != NULL;
}

static void
press_action (Run        *self,
              gpointer    root,
              const char *action)
{
  Wanted wanted = { root, action };

  tour_wait_until (action, is_there, &wanted);
  tour_wait_frames (root);
  press (self, find_by_action (root, action));
}

static gboolean
has_typed (gpointer user_data)
{
  return g_str_equal (gtk_editable_get_text (tour_find (user_data, "email_row")), EMAIL);
}

static GtkWidget *
find_link_button (GtkWindow *dialog)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), DESK_TYPE_END_USER_DIALOG, "link_button"));
}

static void
create_end_user (Run *self)
{
  GtkWindow *dialog;
  GtkWidget *link_button;

  press_action (self, self->window, "win.new-end-user");
  dialog = tour_wait_window (DESK_TYPE_END_USER_DIALOG);
  tour_wait_frames (GTK_WIDGET (dialog));
  type_cb (NAME "\t" EMAIL, self);
  tour_wait_until ("the e-mail address is typed", has_typed, dialog);

  link_button = find_link_button (dialog);
  self->has_short_way = link_button != NULL;
  press (self, self->has_short_way ? link_button : tour_find (dialog, "save_button"));
  if (!self->has_short_way)
    press_action (self, self->window, "win.link-account");
}

static GtkWidget *
find_view (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
are_transactions_visible (gpointer user_data)
{
  GtkWidget *view = find_view (user_data);
  GtkSelectionModel *model = view != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;
  g_autoptr(GObject) first = model != NULL ? g_list_model_get_item (G_LIST_MODEL (model), 0) : NULL;

  return DESK_IS_ROW (first) && desk_row_is_loaded (DESK_ROW (first)) &&
         g_str_equal (desk_row_get_resource (DESK_ROW (first))->name, "banking.transactions");
}

static void
link_bank (Run *self)
{
  GtkWindow *dialog = tour_wait_window (DESK_TYPE_CONSENT_DIALOG);

  press_action (self, tour_find (dialog, "result"), "link.view-data");
  tour_wait_until ("the transactions are visible", are_transactions_visible, self->window);
}

static int
judge (Run *self)
{
  if (!tour_driver_saw_all (self->driver) || tour_driver_saw_preselection (self->driver))
    {
      g_print ("A consent screen was skipped, or filled in before anybody did so\n");
      return 1;
    }

  g_print ("%u activations\n", self->n_activations);
  if (self->n_activations <= MAX_ACTIVATIONS)
    return 0;

  g_print ("They are more than %d%s\n", MAX_ACTIVATIONS,
           self->has_short_way ? "" : ": there is no button yet that creates an end user and links at once");
  return self->has_short_way ? 1 : SKIPPED;
}

static int
run (const char *state_folder)
{
  g_autoptr(DeskApplication) application = desk_application_new (state_folder, TOUR_SANDBOX);
  g_autoptr(GError) error = NULL;
  Run self = { 0 };
  int status;

  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("The application could not be started: %s", error->message);
  if (!tour_hand_is_there ())
    {
      g_print ("Skipped: there is no X server or no xdotool; install xdotool.\n");
      return SKIPPED;
    }

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self.driver = tour_driver_new (screen_cb, &self);
  tour_driver_set_hand (self.driver, &hand);
  tour_driver_set_paint_time (self.driver, PAINT_MILLISECONDS);
  tour_driver_begin (self.driver, BANK_ID, NULL);
  g_application_activate (G_APPLICATION (application));
  self.window = DESK_WINDOW (tour_wait_window (DESK_TYPE_WINDOW));
  create_end_user (&self);
  link_bank (&self);
  status = judge (&self);

  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  while (g_main_context_iteration (NULL, FALSE));
  tour_driver_free (self.driver);

  return status;
}

/* Each run is a process of its own, which knows nothing of the one before. */
static int
run_again_and_again (const char *program,
                     guint       n_runs)
{
  guint n_good = 0;
  int status = 0;

  for (guint i = 0; i < n_runs && (status == 0 || status == 1); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, NULL);

      g_assert_no_error (error);
      g_subprocess_wait (process, NULL, NULL);
      status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : 1;
      n_good += status == 0 ? 1 : 0;
    }

  g_print ("%u of %u runs\n", n_good, n_runs);

  return status == SKIPPED ? SKIPPED : n_good == n_runs ? 0 : 1;
}

int
main (int   argc,
      char *argv[])
{
  guint64 n_runs = 0;
  char *state_folder;
  int status;

  setlocale (LC_ALL, "");
  if (argc > 2 || (argc == 2 && !g_ascii_string_to_unsigned (argv[1], 10, 1, MAX_RUNS, &n_runs, NULL)))
    {
      g_printerr ("Usage: activations [RUNS]\n");
      return 2;
    }
  if (argc == 2)
    return run_again_and_again (argv[0], (guint) n_runs);

  /* A GL that has no card behind it takes most of the time. */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  state_folder = tour_home_new ();
  status = run (state_folder);
  tour_home_free (state_folder);

  return status;
}
