/* desk-sandbox-people-page.c: who can log in at the institutions of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-people-page.h"

#include <glib/gi18n-lib.h>

#include "desk-copy-button.h"
#include "desk-search-group.h"
#include "desk-window.h"

struct _DeskSandboxPeoplePage
{
  DeskControlPage  parent_instance;

  DeskSearchGroup *group;
};

G_DEFINE_FINAL_TYPE (DeskSandboxPeoplePage, desk_sandbox_people_page, DESK_TYPE_CONTROL_PAGE)

/* (nullable): who is chosen in the main window */
static DeskEndUser *
get_end_user (DeskSandboxPeoplePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  return DESK_IS_WINDOW (parent) ? desk_window_get_end_user (DESK_WINDOW (parent)) : NULL;
}

static void
granted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskSandboxPeoplePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = desk_sandbox_control_finish_id (DESK_SANDBOX_CONTROL (source), result, &error);

  if (desk_control_page_end (DESK_CONTROL_PAGE (self), error, _("The consent is given")))
    desk_control_page_refresh (DESK_CONTROL_PAGE (self));
}

static void
grant_clicked_cb (GtkWidget             *button,
                  DeskSandboxPeoplePage *self)
{
  DeskControlPage *page = DESK_CONTROL_PAGE (self);
  DeskEndUser *end_user = get_end_user (self);

  if (end_user == NULL)
    {
      desk_control_page_show_problem (page, _("Choose in the main window for which end user the consent is to be given."));
      return;
    }

  desk_sandbox_control_grant_async (desk_control_page_get_control (page), desk_end_user_get_id (end_user),
                                    g_object_get_data (G_OBJECT (button), "customer"), desk_control_page_begin (page),
                                    granted_cb, g_object_ref (self));
}

static GtkWidget *
create_grant_button (DeskSandboxPeoplePage *self,
                     DeskDemoCustomer      *customer)
{
  GtkWidget *button = gtk_button_new_with_label (_("Grant"));
  /* Translators: a person, then an institution */
  g_autofree char *label = g_strdup_printf (_("Grant without the screens: %s, %s"), desk_demo_customer_get_title (customer),
                                            desk_demo_customer_get_institution_name (customer));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Grant without the screens"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "customer", g_object_ref (customer), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (grant_clicked_cb), self, 0);

  return button;
}

static const char *
get_industry_words (DeskDemoCustomer *customer)
{
  if (g_strcmp0 (desk_demo_customer_get_industry (customer), "energy") == 0)
    return _("Energy");

  return _("Banking");
}

static char *
dup_subtitle (DeskDemoCustomer *customer)
{
  const char *login = desk_demo_customer_get_login (customer);

  /* Translators: institution, industry, then on a line of its own the e-mail to log in with */
  return g_strdup_printf (_("%s · %s\n%s"), desk_demo_customer_get_institution_name (customer),
                          desk_demo_customer_is_from_data (customer) ? _("From a file of data")
                                                                     : get_industry_words (customer),
                          login != NULL ? login : _("No log-in"));
}

static void
add_customer (DeskSandboxPeoplePage *self,
              DeskDemoCustomer      *customer)
{
  GtkWidget *row = adw_action_row_new ();
  const char *login = desk_demo_customer_get_login (customer);
  g_autofree char *subtitle = dup_subtitle (customer);
  g_autofree char *text = g_strconcat (desk_demo_customer_get_title (customer), " ", subtitle, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), desk_demo_customer_get_title (customer));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (login != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), desk_copy_button_new (login, login));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_grant_button (self, customer));
  desk_search_group_add_row (self->group, row, text);
}

static void
fill (DeskSandboxPeoplePage *self)
{
  GListModel *customers = desk_sandbox_control_get_customers (desk_control_page_get_control (DESK_CONTROL_PAGE (self)));

  desk_search_group_remove_rows (self->group);
  for (guint i = 0; i < g_list_model_get_n_items (customers); i++)
    {
      g_autoptr(DeskDemoCustomer) customer = g_list_model_get_item (customers, i);

      add_customer (self, customer);
    }
}

static void
desk_sandbox_people_page_class_init (DeskSandboxPeoplePageClass *klass)
{
}

static void
desk_sandbox_people_page_init (DeskSandboxPeoplePage *self)
{
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "people");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("People"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "system-users-symbolic");

  self->group = DESK_SEARCH_GROUP (desk_search_group_new (_("Search people and institutions")));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         _("Log in with one of these addresses, or grant a consent at once to the end user "
                                           "who is chosen in the main window."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (self->group));
}

GtkWidget *
desk_sandbox_people_page_new (DeskContext        *context,
                              DeskSandboxControl *control)
{
  DeskSandboxPeoplePage *self = g_object_new (DESK_TYPE_SANDBOX_PEOPLE_PAGE, NULL);

  desk_control_page_set_control (DESK_CONTROL_PAGE (self), context, control);
  g_signal_connect_object (desk_sandbox_control_get_customers (control), "items-changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}
