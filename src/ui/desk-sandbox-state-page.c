/* desk-sandbox-state-page.c: what the sandbox holds and what it was asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-state-page.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"
#include "desk-plain-text.h"
#include "desk-sandbox-request.h"
#include "desk-sandbox-status.h"

/* The log of the sandbox is longer; a person reads the end of it. */
#define MAX_ROWS 30

/* More of an address is nothing to be read here. */
#define MAX_CHARACTERS 400

struct _DeskSandboxStatePage
{
  DeskControlPage      parent_instance;

  GtkLabel            *end_users;
  GtkLabel            *sessions;
  GtkLabel            *consents;
  GtkLabel            *requests;
  AdwPreferencesGroup *log_group;
  GPtrArray           *rows;        /* (element-type GtkWidget) (unowned): what stands in the group */
  GCancellable        *cancellable; /* (owned) (nullable): of the read that is under way */
};

G_DEFINE_FINAL_TYPE (DeskSandboxStatePage, desk_sandbox_state_page, DESK_TYPE_CONTROL_PAGE)

static const struct
{
  const char *server;
  const char *words;
} servers[] = {
  { "api", N_("API") },
  { "auth", N_("Consent pages") },
  { "bank", N_("Pages of the institutions") },
};

static const char *
get_server_words (const char *server)
{
  for (guint i = 0; i < G_N_ELEMENTS (servers); i++)
    if (g_strcmp0 (servers[i].server, server) == 0)
      return _(servers[i].words);

  return _("Elsewhere");
}

/* What this window itself asks would hide what it is about. */
static gboolean
is_control (const DeskSandboxRequest *request)
{
  return request->path == NULL || g_str_has_prefix (request->path, "/sandbox/");
}

static void
add_row (DeskSandboxStatePage     *self,
         const DeskSandboxRequest *request)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *path = desk_plain_text_line (request->path, MAX_CHARACTERS);
  g_autofree char *title = g_strdup_printf ("%s %s", request->method != NULL ? request->method : "", path);
  g_autofree char *when = desk_format_instant (request->at);
  g_autofree char *subtitle = g_strdup_printf ("%u · %s · %s", request->status, get_server_words (request->server), when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->log_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (DeskSandboxStatePage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->log_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
count_requests (DeskSandboxStatePage *self,
                GPtrArray            *requests)
{
  guint n_requests[G_N_ELEMENTS (servers)] = { 0 };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < requests->len; i++)
    {
      const DeskSandboxRequest *request = g_ptr_array_index (requests, i);

      for (guint k = 0; k < G_N_ELEMENTS (servers); k++)
        n_requests[k] += !is_control (request) && g_strcmp0 (servers[k].server, request->server) == 0;
    }
  for (guint k = 0; k < G_N_ELEMENTS (servers); k++)
    g_string_append_printf (words, "%s%s: %u", k > 0 ? "\n" : "", _(servers[k].words), n_requests[k]);

  gtk_label_set_text (self->requests, words->str);
  g_string_free (words, TRUE);
}

static void
show_requests (DeskSandboxStatePage *self,
               GPtrArray            *requests)
{
  count_requests (self, requests);
  remove_rows (self);
  for (guint i = requests->len; i > 0 && self->rows->len < MAX_ROWS; i--)
    if (!is_control (g_ptr_array_index (requests, i - 1)))
      add_row (self, g_ptr_array_index (requests, i - 1));
  gtk_widget_set_visible (GTK_WIDGET (self->log_group), self->rows->len > 0);
}

static void
show_status (DeskSandboxStatePage    *self,
             const DeskSandboxStatus *status)
{
  g_autofree char *end_users = g_strdup_printf ("%u", status->n_end_users);
  g_autofree char *sessions = g_strdup_printf ("%u", status->n_sessions);
  /* Translators: of consents */
  g_autofree char *consents = g_strdup_printf (_("%u active, %u ended"), status->n_active_consents,
                                               status->n_consents - status->n_active_consents);

  gtk_label_set_text (self->end_users, end_users);
  gtk_label_set_text (self->sessions, sessions);
  gtk_label_set_text (self->consents, consents);
}

static void
take_error (DeskSandboxStatePage *self,
            const GError         *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    desk_control_page_show_problem (DESK_CONTROL_PAGE (self), error->message);
}

static void
requests_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(DeskSandboxStatePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) requests = desk_sandbox_request_list_finish (DESK_API_CLIENT (source), result, &error);

  if (requests != NULL && self->cancellable != NULL)
    show_requests (self, requests);
  else if (error != NULL)
    take_error (self, error);
}

static void
status_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(DeskSandboxStatePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskSandboxStatus) status = desk_sandbox_status_read_finish (DESK_API_CLIENT (source), result, &error);

  if (status == NULL)
    {
      take_error (self, error);
      return;
    }
  if (self->cancellable == NULL)
    return;

  show_status (self, status);
  desk_sandbox_request_list_async (DESK_API_CLIENT (source), self->cancellable, requests_read_cb, g_object_ref (self));
}

static void
stop (DeskSandboxStatePage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_again (DeskSandboxStatePage *self)
{
  DeskApiClient *client = desk_context_get_client (desk_control_page_get_context (DESK_CONTROL_PAGE (self)));

  if (client == NULL)
    {
      desk_control_page_show_problem (DESK_CONTROL_PAGE (self),
                                      _("The sandbox is not running. Start it again in the main window."));
      return;
    }

  stop (self);
  self->cancellable = g_cancellable_new ();
  desk_sandbox_status_read_async (client, self->cancellable, status_read_cb, g_object_ref (self));
}

static void
desk_sandbox_state_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_sandbox_state_page_parent_class)->map (widget);
  read_again (DESK_SANDBOX_STATE_PAGE (widget));
}

static void
desk_sandbox_state_page_unmap (GtkWidget *widget)
{
  stop (DESK_SANDBOX_STATE_PAGE (widget));
  GTK_WIDGET_CLASS (desk_sandbox_state_page_parent_class)->unmap (widget);
}

static void
desk_sandbox_state_page_update (DeskControlPage *page)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    read_again (DESK_SANDBOX_STATE_PAGE (page));
}

static void
desk_sandbox_state_page_dispose (GObject *object)
{
  stop (DESK_SANDBOX_STATE_PAGE (object));

  G_OBJECT_CLASS (desk_sandbox_state_page_parent_class)->dispose (object);
}

static void
desk_sandbox_state_page_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_SANDBOX_STATE_PAGE (object)->rows);

  G_OBJECT_CLASS (desk_sandbox_state_page_parent_class)->finalize (object);
}

static void
desk_sandbox_state_page_class_init (DeskSandboxStatePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_sandbox_state_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_sandbox_state_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = desk_sandbox_state_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = desk_sandbox_state_page_unmap;
  DESK_CONTROL_PAGE_CLASS (klass)->update = desk_sandbox_state_page_update;
}

/* Returns: (transfer none): what stands at the end of the row */
static GtkLabel *
add_count (AdwPreferencesGroup *group,
           const char          *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "justify", GTK_JUSTIFY_RIGHT, "selectable", TRUE,
                                   "margin-top", 8, "margin-bottom", 8, NULL);

  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);

  return GTK_LABEL (label);
}

static GtkWidget *
create_read_button (DeskSandboxStatePage *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-refresh-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Read again"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Read again"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);

  return button;
}

static void
desk_sandbox_state_page_init (DeskSandboxStatePage *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->rows = g_ptr_array_new ();
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "state");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("State"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "view-list-symbolic");

  adw_preferences_group_set_title (group, _("What the sandbox holds"));
  adw_preferences_group_set_header_suffix (group, create_read_button (self));
  self->end_users = add_count (group, _("End users"));
  self->sessions = add_count (group, _("Auth sessions"));
  self->consents = add_count (group, _("Consents"));
  self->requests = add_count (group, _("Requests answered"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);

  self->log_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->log_group, _("Latest requests"));
  adw_preferences_group_set_description (self->log_group, _("The newest first, without those of these controls."));
  gtk_widget_set_visible (GTK_WIDGET (self->log_group), FALSE);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->log_group);
}

GtkWidget *
desk_sandbox_state_page_new (DeskContext        *context,
                             DeskSandboxControl *control)
{
  GtkWidget *self = g_object_new (DESK_TYPE_SANDBOX_STATE_PAGE, NULL);

  desk_control_page_set_control (DESK_CONTROL_PAGE (self), context, control);

  return self;
}
