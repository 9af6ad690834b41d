/* desk-sandbox-faults-page.c: what is to go wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-faults-page.h"

#include <glib/gi18n-lib.h>

#include "desk-fault-row.h"
#include "desk-search-group.h"

struct _DeskSandboxFaultsPage
{
  DeskControlPage  parent_instance;

  GtkWidget       *count_row;
  GtkWidget       *clear_button;
  DeskSearchGroup *group;
  DeskFaultRow    *row; /* (owned) (nullable): whose call is under way */
};

G_DEFINE_FINAL_TYPE (DeskSandboxFaultsPage, desk_sandbox_faults_page, DESK_TYPE_CONTROL_PAGE)

/* Returns: (transfer full): the names of the faults that are on */
static char *
dup_names (DeskSandboxFaultsPage *self)
{
  GListModel *faults = desk_sandbox_control_get_faults (desk_control_page_get_control (DESK_CONTROL_PAGE (self)));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr(DeskFaultSwitch) fault = g_list_model_get_item (faults, i);

      if (desk_fault_switch_get_on (fault))
        g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", desk_fault_switch_get_name (fault));
    }

  return g_string_free (names, FALSE);
}

static void
show_count (DeskSandboxFaultsPage *self)
{
  guint n = desk_sandbox_control_get_n_faults (desk_control_page_get_control (DESK_CONTROL_PAGE (self)));
  g_autofree char *title = n == 0 ? g_strdup (_("Nothing goes wrong"))
                                  : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u fault on", "%u faults on", n), n);
  g_autofree char *names = dup_names (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->count_row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->count_row), names);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (self->count_row), n == 0 ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_sensitive (self->clear_button, n > 0);
  if (n > 0)
    gtk_widget_add_css_class (self->count_row, "faults-on");
  else
    gtk_widget_remove_css_class (self->count_row, "faults-on");
}

static void
switched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DeskSandboxFaultsPage) self = user_data;
  g_autoptr(DeskFaultRow) row = g_steal_pointer (&self->row);
  g_autoptr(GError) error = NULL;
  const char *name = desk_fault_switch_get_name (desk_fault_row_get_fault (row));
  g_autofree char *done = NULL;

  desk_sandbox_control_finish (DESK_SANDBOX_CONTROL (source), result, &error);
  /* Translators: the name of a fault */
  done = g_strdup_printf (desk_fault_switch_get_on (desk_fault_row_get_fault (row)) ? _("“%s” is on") : _("“%s” is off"),
                          name);
  desk_control_page_end (DESK_CONTROL_PAGE (self), error, done);
  desk_fault_row_show (row);
}

static void
row_switched_cb (DeskFaultRow          *row,
                 const char            *spec,
                 gboolean               on,
                 DeskSandboxFaultsPage *self)
{
  DeskControlPage *page = DESK_CONTROL_PAGE (self);

  g_set_object (&self->row, row);
  desk_sandbox_control_switch_async (desk_control_page_get_control (page), spec, on, desk_control_page_begin (page),
                                     switched_cb, g_object_ref (self));
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskSandboxFaultsPage) self = user_data;
  g_autoptr(GError) error = NULL;

  desk_sandbox_control_finish (DESK_SANDBOX_CONTROL (source), result, &error);
  desk_control_page_end (DESK_CONTROL_PAGE (self), error, _("All faults are off"));
}

static void
clear_clicked_cb (DeskSandboxFaultsPage *self)
{
  DeskControlPage *page = DESK_CONTROL_PAGE (self);

  desk_sandbox_control_clear_faults_async (desk_control_page_get_control (page), desk_control_page_begin (page),
                                           cleared_cb, g_object_ref (self));
}

static void
fill (DeskSandboxFaultsPage *self)
{
  GListModel *faults = desk_sandbox_control_get_faults (desk_control_page_get_control (DESK_CONTROL_PAGE (self)));

  desk_search_group_remove_rows (self->group);
  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr(DeskFaultSwitch) fault = g_list_model_get_item (faults, i);
      const char *description = desk_fault_switch_get_description (fault);
      g_autofree char *text = g_strconcat (desk_fault_switch_get_name (fault), " ", description, NULL);
      GtkWidget *row = desk_fault_row_new (fault);

      g_signal_connect_object (row, "switched", G_CALLBACK (row_switched_cb), self, 0);
      desk_search_group_add_row (self->group, row, text);
    }
}

static void
desk_sandbox_faults_page_dispose (GObject *object)
{
  g_clear_object (&DESK_SANDBOX_FAULTS_PAGE (object)->row);

  G_OBJECT_CLASS (desk_sandbox_faults_page_parent_class)->dispose (object);
}

static void
desk_sandbox_faults_page_class_init (DeskSandboxFaultsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_sandbox_faults_page_dispose;
}

static void
desk_sandbox_faults_page_init (DeskSandboxFaultsPage *self)
{
  AdwPreferencesGroup *counted = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "faults");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Faults"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "dialog-warning-symbolic");

  self->count_row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->count_row), FALSE);
  self->clear_button = gtk_button_new_with_mnemonic (_("Switch _all off"));
  gtk_widget_set_valign (self->clear_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (clear_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->count_row), self->clear_button);
  adw_preferences_group_add (counted, self->count_row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), counted);

  self->group = DESK_SEARCH_GROUP (desk_search_group_new (_("Search faults")));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (self->group));
}

GtkWidget *
desk_sandbox_faults_page_new (DeskContext        *context,
                              DeskSandboxControl *control)
{
  DeskSandboxFaultsPage *self = g_object_new (DESK_TYPE_SANDBOX_FAULTS_PAGE, NULL);

  desk_control_page_set_control (DESK_CONTROL_PAGE (self), context, control);
  g_signal_connect_object (control, "notify::n-faults", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk_sandbox_control_get_faults (control), "items-changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  show_count (self);
  fill (self);

  return GTK_WIDGET (self);
}
