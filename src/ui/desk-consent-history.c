/* desk-consent-history.c: how a consent was linked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-history.h"
#include "desk-consent-way.h"
#include "desk-format.h"
#include "desk-ui-error.h"

struct _DeskConsentHistory
{
  AdwPreferencesGroup  parent_instance;

  /* The group's */
  GtkWidget           *expander;
  GtkLabel            *timeline;
};

G_DEFINE_FINAL_TYPE (DeskConsentHistory, desk_consent_history, ADW_TYPE_PREFERENCES_GROUP)

static void
copy_clicked_cb (DeskConsentHistory *self)
{
  desk_ui_copy_saying (GTK_WIDGET (self), gtk_label_get_text (self->timeline), _("The steps are copied"));
}

static GtkWidget *
create_copy_button (DeskConsentHistory *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Copy the steps"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (copy_clicked_cb), self);
  return button;
}

static void
desk_consent_history_class_init (DeskConsentHistoryClass *klass)
{
}

static void
desk_consent_history_init (DeskConsentHistory *self)
{
  GtkWidget *row = gtk_list_box_row_new ();

  self->timeline = g_object_new (GTK_TYPE_LABEL, "selectable", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                 "xalign", 0.0f, "css-classes", (const char *const[]) { "timeline-text", NULL }, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (self->timeline));
  self->expander = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, NULL);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self->expander), create_copy_button (self));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->expander);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
desk_consent_history_show (DeskConsentHistory *self,
                           DeskLinkRecord     *record)
{
  const DeskLinkFacts *facts = NULL;
  g_autofree char *began = NULL;
  g_autofree char *timeline = NULL;

  g_return_if_fail (DESK_IS_CONSENT_HISTORY (self));

  gtk_widget_set_visible (GTK_WIDGET (self), record != NULL);
  if (record == NULL)
    return;

  facts = desk_link_record_get_facts (record);
  began = desk_format_instant (facts->began_at);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), desk_consent_way_get_label (facts->way));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->expander), began);
  timeline = g_strchomp (g_strdup (facts->timeline));
  gtk_label_set_text (self->timeline, timeline);
}
