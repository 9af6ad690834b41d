/* desk-institution-row.c: one choice in the list of institutions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-institution-row.h"

#include <glib/gi18n-lib.h>

#include "desk-institution-tile.h"
#include "desk-institution-words.h"

struct _DeskInstitutionRow
{
  GtkWidget            parent_instance;

  /* Template widgets */
  GtkStack            *lead;
  DeskInstitutionTile *tile;
  GtkSpinner          *spinner;
  GtkStack            *body;
  GtkLabel            *title;
  GtkWidget           *facts;
  GtkImage            *facts_icon;
  GtkLabel            *facts_label;

  const char          *facts_class; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskInstitutionRow, desk_institution_row, GTK_TYPE_WIDGET)

static const char *
get_facts_class (DeskInstitution *institution)
{
  if (!desk_institution_is_accessible (institution))
    return NULL;

  switch (desk_institution_get_health (institution))
    {
    case DESK_INSTITUTION_HEALTH_HEALTHY:
      return "good";
    case DESK_INSTITUTION_HEALTH_DEGRADED:
      return "soon";
    case DESK_INSTITUTION_HEALTH_OUTAGE:
      return "bad";
    case DESK_INSTITUTION_HEALTH_UNKNOWN:
    default:
      return NULL;
    }
}

static void
show_facts (DeskInstitutionRow *self,
            const char         *text,
            const char         *icon,
            const char         *facts_class)
{
  if (self->facts_class != NULL)
    gtk_widget_remove_css_class (self->facts, self->facts_class);
  if (facts_class != NULL)
    gtk_widget_add_css_class (self->facts, facts_class);
  self->facts_class = facts_class;

  gtk_label_set_text (self->facts_label, text != NULL ? text : "");
  gtk_image_set_from_icon_name (self->facts_icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->facts_icon), icon != NULL);
  gtk_widget_set_visible (self->facts, text != NULL);
}

/* @title: (nullable): %NULL for the bare shape of a row */
static void
show (DeskInstitutionRow *self,
      const char         *lead,
      const char         *title)
{
  gtk_stack_set_visible_child_name (self->lead, lead);
  gtk_stack_set_visible_child_name (self->body, title != NULL ? "words" : "shape");
  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (lead, "spinner"));
}

static char *
join_facts (DeskInstitution *institution)
{
  const char *industry = desk_institution_get_industry_words (institution);
  const char *state = desk_institution_get_state_words (institution);

  if (industry == NULL || state == NULL)
    return g_strdup (industry != NULL ? industry : state);

  return g_strdup_printf ("%s · %s", industry, state);
}

static void
desk_institution_row_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (desk_institution_row_parent_class)->dispose (object);
}

static void
desk_institution_row_class_init (DeskInstitutionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_institution_row_dispose;

  g_type_ensure (DESK_TYPE_INSTITUTION_TILE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-institution-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionRow, lead);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionRow, tile);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionRow, body);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionRow, title);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionRow, facts);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionRow, facts_icon);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionRow, facts_label);
}

static void
desk_institution_row_init (DeskInstitutionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_institution_row_new (void)
{
  return g_object_new (DESK_TYPE_INSTITUTION_ROW, NULL);
}

void
desk_institution_row_show_institution (DeskInstitutionRow *self,
                                       DeskInstitution    *institution)
{
  g_autofree char *facts = NULL;

  g_return_if_fail (DESK_IS_INSTITUTION_ROW (self));
  g_return_if_fail (DESK_IS_INSTITUTION (institution));

  facts = join_facts (institution);
  show (self, "tile", desk_institution_get_name (institution));
  show_facts (self, facts, desk_institution_get_state_icon (institution), get_facts_class (institution));
  desk_institution_tile_set_name (self->tile, desk_institution_get_name (institution));
  gtk_widget_set_sensitive (GTK_WIDGET (self), desk_institution_is_accessible (institution));
}

void
desk_institution_row_show_on_page (DeskInstitutionRow *self)
{
  g_return_if_fail (DESK_IS_INSTITUTION_ROW (self));

  show (self, "on-page", _("Let the end user choose on the consent page"));
  show_facts (self, _("The page has a list of its own"), NULL, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

void
desk_institution_row_show_coming (DeskInstitutionRow *self,
                                  const char         *text)
{
  g_return_if_fail (DESK_IS_INSTITUTION_ROW (self));

  show (self, text != NULL ? "spinner" : "shape", text);
  show_facts (self, NULL, NULL, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}
