/* desk-sandbox-webhooks-page.c: sends one webhook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-webhooks-page.h"

#include <glib/gi18n-lib.h>

struct _DeskSandboxWebhooksPage
{
  DeskControlPage  parent_instance;

  AdwComboRow     *event_row;
  AdwComboRow     *consent_row;
  GtkWidget       *send_button;
  GPtrArray       *consents; /* (element-type DeskConsent): in the order of the row */
};

G_DEFINE_FINAL_TYPE (DeskSandboxWebhooksPage, desk_sandbox_webhooks_page, DESK_TYPE_CONTROL_PAGE)

static void
fired_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DeskSandboxWebhooksPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = desk_sandbox_control_finish_id (DESK_SANDBOX_CONTROL (source), result, &error);
  g_autofree char *done = g_strdup_printf (_("Sent as message %s"), id != NULL ? id : "");

  desk_control_page_end (DESK_CONTROL_PAGE (self), error, done);
}

static void
send_clicked_cb (DeskSandboxWebhooksPage *self)
{
  DeskControlPage *page = DESK_CONTROL_PAGE (self);
  guint index = adw_combo_row_get_selected (self->consent_row);
  const char *event = desk_sandbox_control_get_events ()[adw_combo_row_get_selected (self->event_row)];

  if (index >= self->consents->len)
    return;

  desk_sandbox_control_fire_async (desk_control_page_get_control (page), event,
                                   desk_consent_get_id (g_ptr_array_index (self->consents, index)),
                                   desk_control_page_begin (page), fired_cb, g_object_ref (self));
}

/* Returns: where the consent that was chosen stands now; 0 if it is gone */
static guint
find_chosen (DeskSandboxWebhooksPage *self,
             GPtrArray               *consents)
{
  guint chosen = adw_combo_row_get_selected (self->consent_row);
  guint index = 0;

  if (chosen < self->consents->len &&
      g_ptr_array_find (consents, g_ptr_array_index (self->consents, chosen), &index))
    return index;

  return 0;
}

static void
desk_sandbox_webhooks_page_update (DeskControlPage *page)
{
  DeskSandboxWebhooksPage *self = DESK_SANDBOX_WEBHOOKS_PAGE (page);
  DeskDirectory *directory = desk_context_get_directory (desk_control_page_get_context (page));
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) consents = directory != NULL ? desk_directory_dup_consents (directory)
                                                    : g_ptr_array_new_with_free_func (g_object_unref);
  guint chosen = find_chosen (self, consents);

  for (guint i = 0; i < consents->len; i++)
    {
      g_autofree char *title = desk_control_page_dup_title (page, g_ptr_array_index (consents, i));

      gtk_string_list_append (titles, title);
    }

  g_ptr_array_unref (self->consents);
  self->consents = g_steal_pointer (&consents);
  adw_combo_row_set_model (self->consent_row, G_LIST_MODEL (titles));
  if (self->consents->len > 0)
    adw_combo_row_set_selected (self->consent_row, chosen);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->consent_row),
                               self->consents->len == 0 ? _("There is none yet: link an account first") : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->consent_row), self->consents->len > 0);
  gtk_widget_set_sensitive (self->send_button, self->consents->len > 0);
}

static void
desk_sandbox_webhooks_page_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_SANDBOX_WEBHOOKS_PAGE (object)->consents);

  G_OBJECT_CLASS (desk_sandbox_webhooks_page_parent_class)->finalize (object);
}

static void
desk_sandbox_webhooks_page_class_init (DeskSandboxWebhooksPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sandbox_webhooks_page_finalize;
  DESK_CONTROL_PAGE_CLASS (klass)->update = desk_sandbox_webhooks_page_update;
}

static AdwComboRow *
add_choice (AdwPreferencesGroup *group,
            const char          *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);

  return ADW_COMBO_ROW (row);
}

static void
desk_sandbox_webhooks_page_init (DeskSandboxWebhooksPage *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr(GtkStringList) events = gtk_string_list_new (desk_sandbox_control_get_events ());

  self->consents = g_ptr_array_new_with_free_func (g_object_unref);
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "webhooks");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Webhooks"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "mail-send-symbolic");

  adw_preferences_group_set_title (group, _("Send a webhook"));
  adw_preferences_group_set_description (group, _("The sandbox says that this has happened. Nothing else changes."));
  self->event_row = add_choice (group, _("Event"));
  adw_combo_row_set_model (self->event_row, G_LIST_MODEL (events));
  self->consent_row = add_choice (group, _("Consent"));

  self->send_button = gtk_button_new_with_mnemonic (_("_Send"));
  gtk_widget_add_css_class (self->send_button, "suggested-action");
  gtk_widget_add_css_class (self->send_button, "pill");
  gtk_widget_set_halign (self->send_button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->send_button, 18);
  g_signal_connect_object (self->send_button, "clicked", G_CALLBACK (send_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, self->send_button);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
}

GtkWidget *
desk_sandbox_webhooks_page_new (DeskContext        *context,
                                DeskSandboxControl *control)
{
  GtkWidget *self = g_object_new (DESK_TYPE_SANDBOX_WEBHOOKS_PAGE, NULL);

  desk_control_page_set_control (DESK_CONTROL_PAGE (self), context, control);

  return self;
}
