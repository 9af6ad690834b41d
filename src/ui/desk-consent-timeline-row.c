/* desk-consent-timeline-row.c: one step of a link attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-timeline-row.h"

#include <glib/gi18n-lib.h>

struct _DeskConsentTimelineRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkLabel *time_label;
  DeskTimelineEntry *entry; /* (owned) */
};

G_DEFINE_FINAL_TYPE (DeskConsentTimelineRow, desk_consent_timeline_row, GTK_TYPE_LIST_BOX_ROW)

/* Indexed by DeskTimelineKind. */
static const struct
{
  const char *icon_name;
  const char *css_class;
  const char *meaning;
} kinds[] = {
  [DESK_TIMELINE_DONE] = { "object-select-symbolic", "accent", N_("Done") },
  [DESK_TIMELINE_CURRENT] = { "media-record-symbolic", "warning", N_("Now") },
  [DESK_TIMELINE_FAILED] = { "dialog-error-symbolic", "error", N_("Failed") },
  [DESK_TIMELINE_NOTE] = { "dialog-information-symbolic", "dim-label", N_("Note") },
};

static char *
dup_time (DeskTimelineEntry *entry)
{
  if (desk_timeline_entry_get_kind (entry) == DESK_TIMELINE_CURRENT)
    return g_strdup (C_("time", "now"));

  return desk_timeline_entry_dup_time (entry);
}

static const char *
get_meaning (DeskConsentTimelineRow *self)
{
  return g_dgettext (GETTEXT_PACKAGE, kinds[desk_timeline_entry_get_kind (self->entry)].meaning);
}

/* A tooltip text that is set with each step would ask the display server each time where the pointer is, while a page loads. */
static gboolean
query_tooltip_cb (DeskConsentTimelineRow *self,
                  int                     x,
                  int                     y,
                  gboolean                by_keyboard,
                  GtkTooltip             *tooltip)
{
  gtk_tooltip_set_text (tooltip, get_meaning (self));

  return TRUE;
}

static void
show_kind (DeskConsentTimelineRow *self)
{
  DeskTimelineKind kind = desk_timeline_entry_get_kind (self->entry);
  const char *css_classes[] = { kinds[kind].css_class, NULL };
  g_autofree char *time = dup_time (self->entry);

  gtk_image_set_from_icon_name (self->icon, kinds[kind].icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), css_classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, get_meaning (self), -1);
  gtk_label_set_text (self->time_label, time);
}

static void
desk_consent_timeline_row_finalize (GObject *object)
{
  DeskConsentTimelineRow *self = DESK_CONSENT_TIMELINE_ROW (object);

  g_clear_object (&self->entry);

  G_OBJECT_CLASS (desk_consent_timeline_row_parent_class)->finalize (object);
}

static void
desk_consent_timeline_row_class_init (DeskConsentTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_consent_timeline_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTimelineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTimelineRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTimelineRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTimelineRow, time_label);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
desk_consent_timeline_row_init (DeskConsentTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_consent_timeline_row_new (DeskTimelineEntry *entry)
{
  DeskConsentTimelineRow *self;
  const char *detail;

  g_return_val_if_fail (DESK_IS_TIMELINE_ENTRY (entry), NULL);

  self = g_object_new (DESK_TYPE_CONSENT_TIMELINE_ROW, NULL);
  self->entry = g_object_ref (entry);
  detail = desk_timeline_entry_get_detail (entry);
  gtk_label_set_text (self->title_label, desk_timeline_entry_get_title (entry));
  gtk_label_set_text (self->detail_label, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), detail != NULL);
  g_signal_connect_object (entry, "notify::kind", G_CALLBACK (show_kind), self, G_CONNECT_SWAPPED);
  show_kind (self);

  return GTK_WIDGET (self);
}
