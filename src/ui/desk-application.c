/* desk-application.c: the application: options, actions, one window per environment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-application.h"
#include "desk-context.h"
#include "desk-window.h"

struct _DeskApplication
{
  AdwApplication   parent_instance;

  /* Owned */
  char            *state_folder;    /* (nullable) */
  char            *sandbox_program; /* (nullable) */
  DeskEnvironment *environment;
};

G_DEFINE_FINAL_TYPE (DeskApplication, desk_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "api", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Work with the API at this address; nothing is kept"), N_("URL") },
  { "auth", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The address of the consent page, with --api"), N_("URL") },
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

static void
show_consent_activated_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  GList *windows = NULL;

  g_application_activate (G_APPLICATION (user_data));
  windows = gtk_application_get_windows (GTK_APPLICATION (user_data));
  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (DESK_IS_WINDOW (item->data))
        {
          gtk_window_present (item->data);
          desk_window_show_consent (item->data, g_variant_get_string (parameter, NULL));
          return;
        }
    }
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_activated_cb },
  { .name = "about", .activate = about_activated_cb },
  { .name = "show-consent", .activate = show_consent_activated_cb, .parameter_type = "s" },
};

static int
fail (const GError *error)
{
  g_printerr ("consent-desk: %s\n", error->message);
  return 2;
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
  g_variant_dict_lookup (dict, "api", "&s", &api_uri);
  g_variant_dict_lookup (dict, "auth", "&s", &auth_uri);
  if (api_uri == NULL && auth_uri == NULL)
    return -1;
  if (api_uri == NULL || auth_uri == NULL)
    {
      g_set_error_literal (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--api and --auth go together"));
      return fail (error);
    }
  g_clear_object (&self->environment);
  self->environment = desk_environment_new_temporary (api_uri, auth_uri, &error);
  if (self->environment == NULL)
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
    {
      g_autoptr(DeskContext) context = desk_context_new (self->environment, self->state_folder,
                                                          self->sandbox_program);

      window = GTK_WINDOW (desk_window_new (GTK_APPLICATION (application), context));
    }
  gtk_window_present (window);
}

static void
desk_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (desk_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accelerators);
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

static void
desk_application_finalize (GObject *object)
{
  DeskApplication *self = DESK_APPLICATION (object);

  g_free (self->state_folder);
  g_free (self->sandbox_program);
  g_clear_object (&self->environment);

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
}

static void
desk_application_init (DeskApplication *self)
{
  self->environment = desk_environment_new_sandbox ();
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
