/* desk-quality-row.c: a finding in the list of findings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-quality-row.h"

#include <glib/gi18n-lib.h>

#include "desk-quality-words.h"
#include "desk-status-pill.h"

struct _DeskQualityRow
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkLabel           *heading;
  DeskStatusPill     *pill;
  GtkLabel           *title;
  GtkLabel           *count;
  GtkLabel           *field;
  GtkLabel           *example;
  GtkLabel           *path;
  GtkLabel           *advice;

  /* Owned */
  DeskPresentation   *presentation;
  DeskQualityFinding *finding; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskQualityRow, desk_quality_row, GTK_TYPE_WIDGET)

static DeskStatusPillKind
get_pill_kind (DeskQualitySeverity severity)
{
  switch (severity)
    {
    case DESK_QUALITY_ERROR:
      return DESK_STATUS_PILL_BAD;
    case DESK_QUALITY_WARNING:
      return DESK_STATUS_PILL_SOON;
    case DESK_QUALITY_INFO:
    default:
      return DESK_STATUS_PILL_OVER;
    }
}

static void
show_heading (DeskQualityRow     *self,
              DeskQualityFinding *before)
{
  g_autofree char *heading = desk_quality_words_heading (self->finding);
  g_autofree char *heading_before = before != NULL ? desk_quality_words_heading (before) : NULL;

  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), g_strcmp0 (heading, heading_before) != 0);
}

static void
show_example (DeskQualityRow *self)
{
  g_autofree char *example = NULL;
  g_autofree char *text = NULL;

  if (self->finding == NULL)
    return;

  example = desk_quality_words_example (self->finding, self->presentation);
  text = example != NULL ? g_strdup_printf (_("First: %s"), example) : NULL;
  gtk_label_set_text (self->example, text);
  gtk_widget_set_visible (GTK_WIDGET (self->example), text != NULL);
}

static void
desk_quality_row_dispose (GObject *object)
{
  DeskQualityRow *self = DESK_QUALITY_ROW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->finding);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (desk_quality_row_parent_class)->dispose (object);
}

static void
desk_quality_row_class_init (DeskQualityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_quality_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-quality-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskQualityRow, heading);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityRow, pill);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityRow, title);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityRow, count);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityRow, field);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityRow, example);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityRow, path);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityRow, advice);
}

static void
desk_quality_row_init (DeskQualityRow *self)
{
  g_type_ensure (DESK_TYPE_STATUS_PILL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_quality_row_new (DeskPresentation *presentation)
{
  DeskQualityRow *self = NULL;

  g_return_val_if_fail (DESK_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (DESK_TYPE_QUALITY_ROW, NULL);
  self->presentation = g_object_ref (presentation);
  g_signal_connect_object (presentation, "notify::active", G_CALLBACK (show_example), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
desk_quality_row_set_finding (DeskQualityRow     *self,
                              DeskQualityFinding *finding,
                              DeskQualityFinding *before)
{
  g_autofree char *count = NULL;
  g_autofree char *field = NULL;
  DeskQualityRule rule;
  DeskQualitySeverity severity;

  g_return_if_fail (DESK_IS_QUALITY_ROW (self));

  g_set_object (&self->finding, finding);
  if (finding == NULL)
    return;

  rule = desk_quality_finding_get_rule (finding);
  severity = desk_quality_rule_get_severity (rule);
  count = desk_quality_words_count (desk_quality_finding_get_count (finding));
  field = desk_quality_finding_dup_field_label (finding);
  desk_status_pill_set (self->pill, get_pill_kind (severity), desk_quality_severity_get_label (severity));
  gtk_label_set_text (self->title, desk_quality_rule_get_label (rule));
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->field, field);
  gtk_label_set_text (self->path, desk_quality_finding_get_path (finding));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->path), desk_quality_finding_get_path (finding));
  gtk_label_set_text (self->advice, desk_quality_rule_get_advice (rule));
  show_heading (self, before);
  show_example (self);
}

DeskQualityFinding *
desk_quality_row_get_finding (DeskQualityRow *self)
{
  g_return_val_if_fail (DESK_IS_QUALITY_ROW (self), NULL);

  return self->finding;
}
