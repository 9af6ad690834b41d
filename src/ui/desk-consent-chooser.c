/* desk-consent-chooser.c: which of several new consents was just given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-chooser.h"

#include <glib/gi18n-lib.h>

#include "desk-consent.h"
#include "desk-format.h"

struct _DeskConsentChooser
{
  AdwBin parent_instance;

  GtkListBox *list_box;
};

G_DEFINE_FINAL_TYPE (DeskConsentChooser, desk_consent_chooser, ADW_TYPE_BIN)

static char *
dup_subtitle (DeskConsent *consent)
{
  g_autofree char *created = desk_format_instant (desk_consent_get_created_at (consent));
  g_autofree char *since = g_strdup_printf (_("Shared since %s"), created);

  return g_strdup_printf ("%s\n%s", since, desk_consent_get_id (consent));
}

static GtkWidget *
make_row (DeskConsent *consent)
{
  const char *name = desk_consent_get_institution_name (consent);
  g_autofree char *subtitle = dup_subtitle (consent);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : _("Unnamed institution"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "link.choose-consent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", desk_consent_get_id (consent));

  return row;
}

static gboolean
desk_consent_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (DESK_CONSENT_CHOOSER (widget)->list_box), GTK_DIR_TAB_FORWARD);
}

static void
desk_consent_chooser_class_init (DeskConsentChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = desk_consent_chooser_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentChooser, list_box);
}

static void
desk_consent_chooser_init (DeskConsentChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_consent_chooser_set_consents (DeskConsentChooser *self,
                                   GPtrArray          *consents)
{
  GtkWidget *row;

  g_return_if_fail (DESK_IS_CONSENT_CHOOSER (self));
  g_return_if_fail (consents != NULL);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, row);
  for (guint i = 0; i < consents->len; i++)
    gtk_list_box_append (self->list_box, make_row (g_ptr_array_index (consents, i)));
}
