/* desk-application.c: the application: options, its start and its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-application-private.h"

G_DEFINE_FINAL_TYPE (DeskApplication, desk_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "api", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Work with the API at this address; nothing is kept"), N_("URL") },
  { "auth", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The address of the consent page, with --api"), N_("URL") },
  { "new-end-user", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Ask for a new end user"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
  { NULL }
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
    _desk_application_open_first_environment (self);
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
  g_signal_connect_object (self->book, "items-changed", G_CALLBACK (_desk_application_close_removed), self,
                           G_CONNECT_SWAPPED);

  _desk_application_add_actions (self);
  _desk_application_add_environment_actions (self);
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
