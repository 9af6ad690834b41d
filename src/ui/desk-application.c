/* desk-application.c: the application: options, actions, one window per environment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-application.h"
#include "desk-context.h"
#include "desk-environment-dialog.h"
#include "desk-environments-window.h"
#include "desk-search-provider.h"
#include "desk-ui-error.h"
#include "desk-window.h"

struct _DeskApplication
{
  AdwApplication   parent_instance;

  /* Owned */
  char            *state_folder;    /* (nullable) */
  char            *sandbox_program; /* (nullable) */
  DeskEnvironment *temporary;       /* (nullable): the only one, if it was given */
  DeskKeyring     *keyring;
  DeskEnvironmentBook *book;        /* (nullable): once it is started */
  DeskSearchProvider *search_provider; /* (nullable): while it is on the bus, as the only one of its name */
};

G_DEFINE_FINAL_TYPE (DeskApplication, desk_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "api", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Work with the API at this address; nothing is kept"), N_("URL") },
  { "auth", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The address of the consent page, with --api"), N_("URL") },
  { "new-end-user", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Ask for a new end user"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
  { NULL }
};

static const struct
{
  const char *action;
  const char *accelerators[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q", NULL } },
  { "win.show-help-overlay", { "<Control>question", NULL } },
  { "win.new-end-user", { "<Control>n", NULL } },
  { "win.link-account", { "<Control>l", NULL } },
  { "win.refresh", { "<Control>r", "F5", NULL } },
  { "win.export", { "<Control>e", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.presentation-mode", { "<Control><Shift>p", NULL } },
  { "win.search-end-users", { "<Control><Shift>f", NULL } },
  { "win.toggle-inspector", { "F12", NULL } },
  { "win.sandbox-controls", { "<Control><Shift>b", NULL } },
  { "win.go-back", { "<Alt>Left", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "app.environments", { "<Control>comma", NULL } },
};

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GList *windows = NULL;

  /* Closing lets each window keep its state. */
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (user_data))) != NULL)
    {
      GtkWindow *window = windows->data;

      gtk_window_close (window);
      if (g_list_find (gtk_application_get_windows (GTK_APPLICATION (user_data)), window) != NULL)
        gtk_window_destroy (window);
    }
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "application-name", _("Consent Desk"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Consent Desk developers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Links bank and energy accounts under the Consumer Data Right and shows their data."),
                         NULL);
}

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

static DeskWindow *
open_first_environment (DeskApplication *self)
{
  g_autoptr(DeskEnvironment) sandbox = g_list_model_get_item (G_LIST_MODEL (self->book), 0);

  return open_environment (self, self->temporary != NULL ? self->temporary : sandbox);
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

/* Later, so that whoever changed the name can bring the window along. */
static void
environments_changed_cb (DeskApplication *self)
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
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (environments_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
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

static gboolean
lists_consent (DeskDirectory *directory,
               const char    *consent_id)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_consents (directory);

  for (guint i = 0; i < consents->len; i++)
    {
      if (g_str_equal (desk_consent_get_id (g_ptr_array_index (consents, i)), consent_id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
lists_end_user (DeskDirectory *directory,
                const char    *end_user_id)
{
  GListModel *end_users = desk_directory_get_end_users (directory);

  for (guint i = 0; i < g_list_model_get_n_items (end_users); i++)
    {
      g_autoptr(DeskEndUser) end_user = g_list_model_get_item (end_users, i);

      if (g_str_equal (desk_end_user_get_id (end_user), end_user_id))
        return TRUE;
    }

  return FALSE;
}

/* Shows the window that lists what has the id, else the one that was used last, or a new one.
 * lists: (nullable): for any window */
static DeskWindow *
present_window (DeskApplication *self,
                gboolean       (*lists) (DeskDirectory *directory, const char *id),
                const char      *id)
{
  DeskWindow *window = NULL;
  gboolean found = FALSE;

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL && !found; item = item->next)
    {
      DeskDirectory *directory = NULL;

      if (!DESK_IS_WINDOW (item->data))
        continue;
      directory = desk_context_get_directory (desk_window_get_context (item->data));
      found = directory != NULL && lists != NULL && lists (directory, id);
      if (found || window == NULL)
        window = item->data;
    }
  if (window == NULL)
    return open_first_environment (self);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
show_consent_activated_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  const char *consent_id = g_variant_get_string (parameter, NULL);
  DeskWindow *window = present_window (DESK_APPLICATION (user_data), lists_consent, consent_id);

  desk_window_show_consent (window, consent_id);
}

static void
renew_consent_activated_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  const char *consent_id = g_variant_get_string (parameter, NULL);
  DeskWindow *window = present_window (DESK_APPLICATION (user_data), lists_consent, consent_id);

  desk_window_request (window, "win.renew-consent", parameter);
}

static void
show_end_user_activated_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  const char *end_user_id = g_variant_get_string (parameter, NULL);
  DeskWindow *window = present_window (DESK_APPLICATION (user_data), lists_end_user, end_user_id);

  desk_window_request (window, "win.select-end-user", parameter);
}

static void
find_end_users_activated_cb (GSimpleAction *action,
                             GVariant      *parameter,
                             gpointer       user_data)
{
  DeskWindow *window = present_window (DESK_APPLICATION (user_data), NULL, NULL);

  desk_window_request (window, "win.find-end-users", parameter);
}

static void
new_end_user_activated_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  DeskWindow *window = present_window (DESK_APPLICATION (user_data), NULL, NULL);

  desk_window_request (window, "win.new-end-user", NULL);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_activated_cb },
  { .name = "about", .activate = about_activated_cb },
  { .name = "open-environment", .activate = open_environment_activated_cb, .parameter_type = "s" },
  { .name = "edit-environment", .activate = edit_environment_activated_cb, .parameter_type = "s" },
  { .name = "add-environment", .activate = add_environment_activated_cb },
  { .name = "environments", .activate = environments_activated_cb },
  { .name = "new-end-user", .activate = new_end_user_activated_cb },
  { .name = "show-end-user", .activate = show_end_user_activated_cb, .parameter_type = "s" },
  { .name = "find-end-users", .activate = find_end_users_activated_cb, .parameter_type = "s" },
  { .name = "show-consent", .activate = show_consent_activated_cb, .parameter_type = "s" },
  { .name = "renew-consent", .activate = renew_consent_activated_cb, .parameter_type = "s" },
};

static int
fail (const GError *error)
{
  g_printerr ("consent-desk: %s\n", error->message);
  return 2;
}

/* By whoever has the windows: this instance, or the one that runs already. */
static int
ask_new_end_user (GApplication *application)
{
  g_autoptr(GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    return fail (error);
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-end-user", NULL);
  return -1;
}

static int
desk_application_handle_local_options (GApplication *application,
                                       GVariantDict *dict)
{
  DeskApplication *self = DESK_APPLICATION (application);
  g_autoptr(GError) error = NULL;
  const char *api_uri = NULL;
  const char *auth_uri = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("consent-desk %s\n", PACKAGE_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (dict, "new-end-user"))
    return ask_new_end_user (application);
  g_variant_dict_lookup (dict, "api", "&s", &api_uri);
  g_variant_dict_lookup (dict, "auth", "&s", &auth_uri);
  if (api_uri == NULL && auth_uri == NULL)
    return -1;
  if (api_uri == NULL || auth_uri == NULL)
    {
      g_set_error_literal (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--api and --auth go together"));
      return fail (error);
    }
  g_clear_object (&self->temporary);
  self->temporary = desk_environment_new_temporary (api_uri, auth_uri, &error);
  if (self->temporary == NULL)
    return fail (error);
  g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
desk_application_activate (GApplication *application)
{
  DeskApplication *self = DESK_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    open_first_environment (self);
  else
    gtk_window_present (window);
}

static void
desk_application_startup (GApplication *application)
{
  DeskApplication *self = DESK_APPLICATION (application);
  g_autofree char *path = NULL;

  G_APPLICATION_CLASS (desk_application_parent_class)->startup (application);

  if (self->state_folder != NULL)
    path = g_build_filename (self->state_folder, "environments.ini", NULL);
  self->book = desk_environment_book_new (path, self->state_folder, self->keyring);
  g_signal_connect_object (self->book, "items-changed", G_CALLBACK (environments_changed_cb), self, G_CONNECT_SWAPPED);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accelerators);
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

/* A search that is under way may keep it a little longer. */
static void
drop_search_provider (DeskApplication *self)
{
  if (self->search_provider != NULL)
    desk_search_provider_unexport (self->search_provider);
  g_clear_object (&self->search_provider);
}

static void
desk_application_shutdown (GApplication *application)
{
  drop_search_provider (DESK_APPLICATION (application));

  G_APPLICATION_CLASS (desk_application_parent_class)->shutdown (application);
}

static gboolean
desk_application_dbus_register (GApplication     *application,
                                GDBusConnection  *connection,
                                const char       *object_path,
                                GError          **error)
{
  DeskApplication *self = DESK_APPLICATION (application);
  g_autoptr(DeskSearchContext) context = NULL;

  if (!G_APPLICATION_CLASS (desk_application_parent_class)->dbus_register (application, connection, object_path, error))
    return FALSE;
  if (g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE)
    return TRUE;

  context = desk_search_context_new (GTK_APPLICATION (application), self->state_folder, self->sandbox_program);
  self->search_provider = desk_search_provider_new (GTK_APPLICATION (application), context);
  return desk_search_provider_export (self->search_provider, connection, object_path, error);
}

static void
desk_application_dbus_unregister (GApplication    *application,
                                  GDBusConnection *connection,
                                  const char      *object_path)
{
  drop_search_provider (DESK_APPLICATION (application));

  G_APPLICATION_CLASS (desk_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
desk_application_finalize (GObject *object)
{
  DeskApplication *self = DESK_APPLICATION (object);

  drop_search_provider (self);
  g_free (self->state_folder);
  g_free (self->sandbox_program);
  g_clear_object (&self->temporary);
  g_clear_object (&self->keyring);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (desk_application_parent_class)->finalize (object);
}

static void
desk_application_class_init (DeskApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_application_finalize;
  application_class->handle_local_options = desk_application_handle_local_options;
  application_class->startup = desk_application_startup;
  application_class->activate = desk_application_activate;
  application_class->shutdown = desk_application_shutdown;
  application_class->dbus_register = desk_application_dbus_register;
  application_class->dbus_unregister = desk_application_dbus_unregister;
}

static void
desk_application_init (DeskApplication *self)
{
  self->keyring = desk_keyring_new ();
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Links bank and energy accounts and shows their data. Without options it works on its own sandbox."));
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

DeskApplication *
desk_application_new (const char *state_folder,
                      const char *sandbox_program)
{
  DeskApplication *self = g_object_new (DESK_TYPE_APPLICATION,
                                        "application-id", APPLICATION_ID,
                                        "resource-base-path", "/io/github/consentdesk/ConsentDesk",
                                        NULL);

  self->state_folder = g_strdup (state_folder);
  self->sandbox_program = g_strdup (sandbox_program);
  return self;
}
