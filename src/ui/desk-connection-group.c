/* desk-connection-group.c: shows the test of a connection, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-connection-group.h"

#include <glib/gi18n-lib.h>

struct _DeskConnectionGroup
{
  AdwPreferencesGroup  parent_instance;

  AdwActionRow        *rows[DESK_CONNECTION_N_STEPS];
  GtkImage            *icons[DESK_CONNECTION_N_STEPS];
  GtkSpinner          *spinners[DESK_CONNECTION_N_STEPS];
  DeskConnectionTest  *test;        /* (nullable) */
  GCancellable        *cancellable; /* (nullable): while it runs */
};

G_DEFINE_FINAL_TYPE (DeskConnectionGroup, desk_connection_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* By #DeskConnectionState. */
static const struct
{
  const char *icon_name;
  const char *css_class;
  const char *words;
} looks[] = {
  [DESK_CONNECTION_STATE_WAITING] = { "content-loading-symbolic", "dim-label", N_("Waiting") },
  [DESK_CONNECTION_STATE_RUNNING] = { "content-loading-symbolic", "dim-label", N_("Testing …") },
  [DESK_CONNECTION_STATE_PASSED] = { "object-select-symbolic", "success", N_("Works") },
  [DESK_CONNECTION_STATE_FAILED] = { "dialog-error-symbolic", "error", N_("Failed") },
  [DESK_CONNECTION_STATE_NOT_TESTED] = { "dialog-question-symbolic", "dim-label", N_("Not tested") },
};

static void
show_step (DeskConnectionGroup *self,
           int                  step)
{
  const DeskConnectionState state = desk_connection_test_get_state (self->test, step);
  const char *words = desk_connection_test_get_words (self->test, step);
  g_autofree char *subtitle = words != NULL ? g_strdup_printf ("%s · %s", _(looks[state].words), words)
                                            : g_strdup (_(looks[state].words));
  const char *const classes[] = { looks[state].css_class, NULL };
  const gboolean is_running = state == DESK_CONNECTION_STATE_RUNNING;

  gtk_image_set_from_icon_name (self->icons[step], looks[state].icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icons[step]), (const char **) classes);
  gtk_widget_set_visible (GTK_WIDGET (self->icons[step]), !is_running);
  gtk_widget_set_visible (GTK_WIDGET (self->spinners[step]), is_running);
  gtk_spinner_set_spinning (self->spinners[step], is_running);
  adw_action_row_set_subtitle (self->rows[step], subtitle);
}

static void
changed_cb (DeskConnectionGroup *self,
            int                  step,
            DeskConnectionTest  *test)
{
  if (test == self->test)
    show_step (self, step);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(DeskConnectionGroup) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_good = desk_connection_test_run_finish (DESK_CONNECTION_TEST (source), result, &error);

  if (DESK_CONNECTION_TEST (source) != self->test)
    return;

  g_clear_object (&self->cancellable);
  g_signal_emit (self, signals[FINISHED], 0, is_good);
}

static void
add_row (DeskConnectionGroup *self,
         DeskConnectionStep   step)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), desk_connection_step_get_title (step));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), spinner);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->rows[step] = ADW_ACTION_ROW (row);
  self->icons[step] = GTK_IMAGE (icon);
  self->spinners[step] = GTK_SPINNER (spinner);
}

/* A group without rows has no frame. */
static void
clear_rows (DeskConnectionGroup *self)
{
  for (guint i = 0; i < DESK_CONNECTION_N_STEPS; i++)
    {
      if (self->rows[i] != NULL)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->rows[i]));
      self->rows[i] = NULL;
    }
}

static void
desk_connection_group_dispose (GObject *object)
{
  DeskConnectionGroup *self = DESK_CONNECTION_GROUP (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->test);

  G_OBJECT_CLASS (desk_connection_group_parent_class)->dispose (object);
}

static void
desk_connection_group_class_init (DeskConnectionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_connection_group_dispose;

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
desk_connection_group_init (DeskConnectionGroup *self)
{
}

void
desk_connection_group_reset (DeskConnectionGroup *self)
{
  g_return_if_fail (DESK_IS_CONNECTION_GROUP (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->test);
  clear_rows (self);
}

void
desk_connection_group_run (DeskConnectionGroup *self,
                           DeskEnvironment     *environment,
                           const char          *client_id,
                           const char          *client_secret)
{
  g_return_if_fail (DESK_IS_CONNECTION_GROUP (self));

  desk_connection_group_reset (self);
  self->cancellable = g_cancellable_new ();
  self->test = desk_connection_test_new (environment, client_id, client_secret);
  for (DeskConnectionStep i = 0; i < DESK_CONNECTION_N_STEPS; i++)
    {
      add_row (self, i);
      show_step (self, i);
    }
  g_signal_connect_object (self->test, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  desk_connection_test_run_async (self->test, self->cancellable, ran_cb, g_object_ref (self));
}
