/* desk-sandbox-consents-page.c: ends a consent as others do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-consents-page.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"

struct _DeskSandboxConsentsPage
{
  DeskControlPage      parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray           *rows; /* (element-type GtkWidget) (unowned): what stands in the group */
  DeskSandboxEnd       how;  /* of the call that is under way */
};

G_DEFINE_FINAL_TYPE (DeskSandboxConsentsPage, desk_sandbox_consents_page, DESK_TYPE_CONTROL_PAGE)

/* Indexed by DeskSandboxEnd. */
static const struct
{
  const char *title;
  const char *subtitle;
  const char *done;
} ways[] = {
  { N_("End it at the institution"), N_("As the end user does in the bank’s or retailer’s own app."),
    N_("The consent was ended at the institution") },
  { N_("Let it expire"), N_("Its time is over now. The clock stays where it is."),
    N_("The consent has expired") },
  { N_("Close its accounts"), N_("The institution ends it, as all accounts are closed."),
    N_("The accounts were closed, and the consent has ended") },
};

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DeskSandboxConsentsPage) self = user_data;
  g_autoptr(GError) error = NULL;

  desk_sandbox_control_finish (DESK_SANDBOX_CONTROL (source), result, &error);
  if (desk_control_page_end (DESK_CONTROL_PAGE (self), error, _(ways[self->how].done)))
    desk_control_page_refresh (DESK_CONTROL_PAGE (self));
}

static void
way_activated_cb (GtkWidget               *row,
                  DeskSandboxConsentsPage *self)
{
  DeskControlPage *page = DESK_CONTROL_PAGE (self);

  self->how = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "how"));
  desk_sandbox_control_end_async (desk_control_page_get_control (page), g_object_get_data (G_OBJECT (row), "consent"),
                                  self->how, desk_control_page_begin (page), ended_cb, g_object_ref (self));
}

static GtkWidget *
create_way (DeskSandboxConsentsPage *self,
            DeskConsent             *consent,
            DeskSandboxEnd           how)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(ways[how].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(ways[how].subtitle));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "consent", g_strdup (desk_consent_get_id (consent)), g_free);
  g_object_set_data (G_OBJECT (row), "how", GINT_TO_POINTER (how));
  g_signal_connect_object (row, "activated", G_CALLBACK (way_activated_cb), self, 0);

  return row;
}

static GtkWidget *
create_row (DeskSandboxConsentsPage *self,
            DeskConsent             *consent,
            gint64                   now)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = desk_control_page_dup_title (DESK_CONTROL_PAGE (self), consent);
  g_autofree char *left = desk_format_days_left (desk_consent_get_days_left (consent, now));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), left);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), create_way (self, consent, i));

  return row;
}

static void
add (DeskSandboxConsentsPage *self,
     GtkWidget               *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
desk_sandbox_consents_page_update (DeskControlPage *page)
{
  DeskSandboxConsentsPage *self = DESK_SANDBOX_CONSENTS_PAGE (page);
  g_autoptr(GPtrArray) active = desk_control_page_dup_active (page);
  const gint64 now = desk_clock_get_now (desk_context_get_clock (desk_control_page_get_context (page)));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < active->len; i++)
    add (self, create_row (self, g_ptr_array_index (active, i), now));

  if (active->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nothing is shared"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Link an account, or grant a consent under People."));
      add (self, row);
    }
}

static void
desk_sandbox_consents_page_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_SANDBOX_CONSENTS_PAGE (object)->rows);

  G_OBJECT_CLASS (desk_sandbox_consents_page_parent_class)->finalize (object);
}

static void
desk_sandbox_consents_page_class_init (DeskSandboxConsentsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sandbox_consents_page_finalize;
  DESK_CONTROL_PAGE_CLASS (klass)->update = desk_sandbox_consents_page_update;
}

static void
desk_sandbox_consents_page_init (DeskSandboxConsentsPage *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "consents");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Consents"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "channel-secure-symbolic");

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Active consents"));
  adw_preferences_group_set_description (self->group, _("End one as somebody else does. To end it yourself, click it in "
                                                        "the main window."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->group);
}

GtkWidget *
desk_sandbox_consents_page_new (DeskContext        *context,
                                DeskSandboxControl *control)
{
  GtkWidget *self = g_object_new (DESK_TYPE_SANDBOX_CONSENTS_PAGE, NULL);

  desk_control_page_set_control (DESK_CONTROL_PAGE (self), context, control);

  return self;
}
