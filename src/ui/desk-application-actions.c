/* desk-application-actions.c: actions of the application, most of them for the desktop, and keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-application-private.h"
#include "desk-context.h"

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
    return _desk_application_open_first_environment (self);

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
  { .name = "new-end-user", .activate = new_end_user_activated_cb },
  { .name = "show-end-user", .activate = show_end_user_activated_cb, .parameter_type = "s" },
  { .name = "find-end-users", .activate = find_end_users_activated_cb, .parameter_type = "s" },
  { .name = "show-consent", .activate = show_consent_activated_cb, .parameter_type = "s" },
  { .name = "renew-consent", .activate = renew_consent_activated_cb, .parameter_type = "s" },
};

void
_desk_application_add_actions (DeskApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, shortcuts[i].accelerators);
}
