/* desk-application-environments.c: one window per environment, and what changes environments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-application-private.h"
#include "desk-context.h"
#include "desk-environment-dialog.h"
#include "desk-environments-window.h"
#include "desk-ui-error.h"

/* (nullable) */
static DeskWindow *
find_window (DeskApplication *self,
             DeskEnvironment *environment)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      if (DESK_IS_WINDOW (item->data) &&
          desk_context_get_environment (desk_window_get_context (item->data)) == environment)
        return item->data;
    }

  return NULL;
}

static DeskWindow *
create_window (DeskApplication *self,
               DeskEnvironment *environment)
{
  g_autoptr(DeskContext) context = desk_context_new (environment, self->state_folder, self->sandbox_program);
  DeskWindow *window = NULL;

  desk_context_set_keyring (context, self->keyring);
  window = DESK_WINDOW (desk_window_new (GTK_APPLICATION (self), context));

  /* The variables that the temporary environment has its credentials from would count for every other one too. */
  if (self->temporary == NULL)
    desk_window_set_book (window, self->book);

  return window;
}

static DeskWindow *
open_environment (DeskApplication *self,
                  DeskEnvironment *environment)
{
  DeskWindow *window = find_window (self, environment);

  if (window == NULL)
    window = create_window (self, environment);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

DeskWindow *
_desk_application_open_first_environment (DeskApplication *self)
{
  g_autoptr(DeskEnvironment) sandbox = g_list_model_get_item (G_LIST_MODEL (self->book), 0);

  return open_environment (self, self->temporary != NULL ? self->temporary : sandbox);
}

/* What is open works with the settings as they were: it is opened anew. */
static void
environment_saved_cb (DeskApplication       *self,
                      DeskEnvironment       *environment,
                      DeskEnvironmentDialog *dialog)
{
  DeskEnvironment *old = g_object_get_data (G_OBJECT (dialog), "environment");
  DeskWindow *window = old != NULL ? find_window (self, old) : NULL;
  DeskWindow *shown = window;

  if (old == NULL || window != NULL)
    {
      shown = create_window (self, environment);
      gtk_window_present (GTK_WINDOW (shown));
    }
  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
  if (shown != NULL && desk_keyring_is_for_session (self->keyring, desk_environment_get_name (environment)))
    desk_ui_show_toast (GTK_WIDGET (shown),
                        adw_toast_new (_("No keyring can be used: the client secret is kept for this session only")));
}

/* Whether a dialog is about to bring its window along under a new name. */
static gboolean
is_being_changed (DeskEnvironment *environment)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GObject) window = g_list_model_get_item (windows, i);

      if (DESK_IS_ENVIRONMENT_DIALOG (window) && g_object_get_data (window, "environment") == environment)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_removed (DeskApplication *self,
            gpointer         window)
{
  DeskEnvironment *environment = NULL;

  if (!DESK_IS_WINDOW (window))
    return FALSE;
  environment = desk_context_get_environment (desk_window_get_context (window));

  return desk_environment_get_kind (environment) == DESK_ENVIRONMENT_KIND_FISKIL && !is_being_changed (environment) &&
         desk_environment_book_find (self->book, desk_environment_get_name (environment)) == NULL;
}

static gboolean
close_removed_cb (gpointer user_data)
{
  DeskApplication *self = DESK_APPLICATION (user_data);
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (is_removed (self, item->data))
        gtk_window_destroy (item->data);
    }

  return G_SOURCE_REMOVE;
}

void
_desk_application_close_removed (DeskApplication *self)
{
  g_idle_add_full (G_PRIORITY_LOW, close_removed_cb, g_object_ref (self), g_object_unref);
}

/* environment: (nullable) */
static void
open_environment_dialog (DeskApplication *self,
                         DeskEnvironment *environment)
{
  GtkWidget *dialog = desk_environment_dialog_new (self->book, environment);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), gtk_application_get_active_window (GTK_APPLICATION (self)));
  if (environment != NULL)
    {
      g_object_set_data_full (G_OBJECT (dialog), "environment", g_object_ref (environment), g_object_unref);
      desk_environment_dialog_ask_secret (DESK_ENVIRONMENT_DIALOG (dialog));
    }
  g_signal_connect_object (dialog, "saved", G_CALLBACK (environment_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (_desk_application_close_removed), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_environment_activated_cb (GSimpleAction *action,
                               GVariant      *parameter,
                               gpointer       user_data)
{
  DeskApplication *self = DESK_APPLICATION (user_data);
  DeskEnvironment *environment = desk_environment_book_find (self->book, g_variant_get_string (parameter, NULL));

  if (environment != NULL)
    open_environment (self, environment);
}

static void
add_environment_activated_cb (GSimpleAction *action,
                              GVariant      *parameter,
                              gpointer       user_data)
{
  open_environment_dialog (DESK_APPLICATION (user_data), NULL);
}

static void
edit_environment_activated_cb (GSimpleAction *action,
                               GVariant      *parameter,
                               gpointer       user_data)
{
  DeskApplication *self = DESK_APPLICATION (user_data);
  DeskEnvironment *environment = desk_environment_book_find (self->book, g_variant_get_string (parameter, NULL));

  if (environment != NULL && desk_environment_get_kind (environment) == DESK_ENVIRONMENT_KIND_FISKIL)
    open_environment_dialog (self, environment);
}

static void
environments_activated_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  DeskApplication *self = DESK_APPLICATION (user_data);
  GtkWindow *window = NULL;

  if (self->temporary != NULL)
    return;
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      if (DESK_IS_ENVIRONMENTS_WINDOW (item->data))
        window = item->data;
    }
  if (window == NULL)
    window = GTK_WINDOW (desk_environments_window_new (self->book));
  gtk_window_set_application (window, GTK_APPLICATION (self));
  gtk_window_present (window);
}

static const GActionEntry actions[] = {
  { .name = "open-environment", .activate = open_environment_activated_cb, .parameter_type = "s" },
  { .name = "edit-environment", .activate = edit_environment_activated_cb, .parameter_type = "s" },
  { .name = "add-environment", .activate = add_environment_activated_cb },
  { .name = "environments", .activate = environments_activated_cb },
};

void
_desk_application_add_environment_actions (DeskApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
