/* desk-institution-row.c: one choice in the list of institutions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-institution-row.h"

#include <glib/gi18n-lib.h>

#include "desk-institution-tile.h"
#include "desk-institution-words.h"

/* In pixels. */
#define LEAD_SIZE 34
#define LEAD_GAP 12
#define ICON_SIZE 16
#define ICON_GAP 4
#define NARROWEST_TEXT 120
#define NATURAL_TEXT 360

#define MEASURED_CHARS 10

/* A list makes 200 of these at once, and a label that wraps is slow to measure: so the texts are inscriptions, whose
 * size does not depend on what they say, and the row itself gives a second line to one that needs it. */
struct _DeskInstitutionRow
{
  GtkWidget       parent_instance;

  /* Owned as children */
  GtkWidget      *tile;
  GtkWidget      *lead;       /* (nullable): takes the place of the tile */
  GtkWidget      *title;
  GtkWidget      *facts_icon;
  GtkWidget      *facts;
  GtkWidget      *mark;

  const char     *facts_class; /* (nullable) */
  gboolean        is_shape;    /* stands for words that are coming */
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
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
set_lead (DeskInstitutionRow *self,
          GtkWidget          *lead)
{
  g_clear_pointer (&self->lead, gtk_widget_unparent);
  self->lead = lead;
  if (lead != NULL)
    gtk_widget_insert_before (lead, GTK_WIDGET (self), self->title);
  gtk_widget_set_visible (self->tile, lead == NULL);
}

static void
show_facts (DeskInstitutionRow *self,
            const char         *text,
            const char         *icon,
            const char         *facts_class)
{
  if (self->facts_class != NULL)
    {
      gtk_widget_remove_css_class (self->facts, self->facts_class);
      gtk_widget_remove_css_class (self->facts_icon, self->facts_class);
    }
  if (facts_class != NULL)
    {
      gtk_widget_add_css_class (self->facts, facts_class);
      gtk_widget_add_css_class (self->facts_icon, facts_class);
    }
  self->facts_class = facts_class;

  gtk_inscription_set_text (GTK_INSCRIPTION (self->facts), text);
  gtk_widget_set_visible (self->facts, text != NULL || self->is_shape);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->facts_icon), icon);
  gtk_widget_set_visible (self->facts_icon, icon != NULL);
}

/* @title: (nullable): %NULL for the bare shape of a row */
static void
show_title (DeskInstitutionRow *self,
            const char         *title)
{
  self->is_shape = title == NULL;
  gtk_inscription_set_text (GTK_INSCRIPTION (self->title), title);
  set_class (self->tile, "coming", self->is_shape);
  set_class (self->title, "coming", self->is_shape);
  set_class (self->facts, "coming", self->is_shape);
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

/* A text is laid out only where a guess by its length leaves a doubt. */
static gboolean
fits (GtkWidget *inscription,
      int        width)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (inscription));
  g_autoptr(PangoLayout) layout = NULL;
  int chars_width;
  int text_width;

  if (text == NULL)
    return TRUE;
  gtk_widget_measure (inscription, GTK_ORIENTATION_HORIZONTAL, -1, &chars_width, NULL, NULL, NULL);
  if (g_utf8_strlen (text, -1) * chars_width < (glong) width * MEASURED_CHARS / 2)
    return TRUE;

  layout = gtk_widget_create_pango_layout (inscription, text);
  pango_layout_get_pixel_size (layout, &text_width, NULL);

  return text_width <= width;
}

/* The height of an inscription in which the text takes one line, or two if it must. @width: -1 if it is not known */
static int
measure_text (GtkWidget *inscription,
              int        width)
{
  int height;

  if (!gtk_widget_should_layout (inscription))
    return 0;

  gtk_widget_measure (inscription, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);

  return width >= 0 && fits (inscription, width) ? height : 2 * height;
}

static int
get_text_width (int width)
{
  return MAX (width - LEAD_SIZE - LEAD_GAP - ICON_SIZE - LEAD_GAP, 0);
}

static int
get_facts_indent (DeskInstitutionRow *self)
{
  return gtk_widget_get_visible (self->facts_icon) ? ICON_SIZE + ICON_GAP : 0;
}

static GtkSizeRequestMode
desk_institution_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
desk_institution_row_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  DeskInstitutionRow *self = DESK_INSTITUTION_ROW (widget);
  int text_width = for_size >= 0 ? get_text_width (for_size) : -1;
  int facts_width = for_size >= 0 ? MAX (text_width - get_facts_indent (self), 0) : -1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = NARROWEST_TEXT + LEAD_SIZE + LEAD_GAP + ICON_SIZE + LEAD_GAP;
      *natural = *minimum - NARROWEST_TEXT + NATURAL_TEXT;
      return;
    }

  *minimum = *natural = MAX (LEAD_SIZE, measure_text (self->title, text_width) +
                                        measure_text (self->facts, facts_width));
}

/* Places a child, from the end where texts run from right to left. */
static void
place (DeskInstitutionRow *self,
       GtkWidget          *child,
       int                 x,
       int                 y,
       int                 width,
       int                 height)
{
  GtkAllocation allocation = { x, y, width, height };
  int minimum_width;
  int minimum_height;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    allocation.x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;

  /* GTK wants a child to be measured before it is placed. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  allocation.width = MAX (width, minimum_width);
  allocation.height = MAX (height, minimum_height);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
desk_institution_row_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  DeskInstitutionRow *self = DESK_INSTITUTION_ROW (widget);
  int x = LEAD_SIZE + LEAD_GAP;
  int indent = get_facts_indent (self);
  int text_width = get_text_width (width);
  int title_height = measure_text (self->title, text_width);
  int facts_height = measure_text (self->facts, MAX (text_width - indent, 0));
  int y = (height - title_height - facts_height) / 2;

  place (self, self->tile, 0, (height - LEAD_SIZE) / 2, LEAD_SIZE, LEAD_SIZE);
  place (self, self->lead, 0, (height - LEAD_SIZE) / 2, LEAD_SIZE, LEAD_SIZE);
  place (self, self->title, x, y, self->is_shape ? text_width / 2 : text_width, title_height);
  place (self, self->facts_icon, x, y + title_height, ICON_SIZE, ICON_SIZE);
  place (self, self->facts, x + indent, y + title_height,
         self->is_shape ? text_width / 3 : text_width - indent, facts_height);
  place (self, self->mark, width - ICON_SIZE, (height - ICON_SIZE) / 2, ICON_SIZE, ICON_SIZE);
}

static void
desk_institution_row_dispose (GObject *object)
{
  DeskInstitutionRow *self = DESK_INSTITUTION_ROW (object);

  g_clear_pointer (&self->tile, gtk_widget_unparent);
  g_clear_pointer (&self->lead, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->facts_icon, gtk_widget_unparent);
  g_clear_pointer (&self->facts, gtk_widget_unparent);
  g_clear_pointer (&self->mark, gtk_widget_unparent);

  G_OBJECT_CLASS (desk_institution_row_parent_class)->dispose (object);
}

static void
desk_institution_row_class_init (DeskInstitutionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_institution_row_dispose;
  widget_class->get_request_mode = desk_institution_row_get_request_mode;
  widget_class->measure = desk_institution_row_measure;
  widget_class->size_allocate = desk_institution_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "institutionrow");
}

static GtkWidget *
add_inscription (DeskInstitutionRow *self,
                 const char         *style_class)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), MEASURED_CHARS);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (inscription), 0);
  gtk_widget_add_css_class (inscription, style_class);
  gtk_widget_set_parent (inscription, GTK_WIDGET (self));

  return inscription;
}

static GtkWidget *
add_icon (DeskInstitutionRow *self,
          const char         *icon_name,
          const char         *style_class)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", icon_name,
                                  NULL);

  gtk_widget_add_css_class (icon, style_class);
  gtk_widget_set_parent (icon, GTK_WIDGET (self));

  return icon;
}

static void
desk_institution_row_init (DeskInstitutionRow *self)
{
  self->tile = desk_institution_tile_new ();
  gtk_widget_set_parent (self->tile, GTK_WIDGET (self));
  self->title = add_inscription (self, "row-title");
  self->facts_icon = add_icon (self, NULL, "facts");
  self->facts = add_inscription (self, "facts");
  self->mark = add_icon (self, "object-select-symbolic", "chosen-mark");
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
  const char *name;
  g_autofree char *facts = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (DESK_IS_INSTITUTION_ROW (self));
  g_return_if_fail (DESK_IS_INSTITUTION (institution));

  name = desk_institution_get_name (institution);
  facts = join_facts (institution);
  tooltip = facts != NULL ? g_strdup_printf ("%s\n%s", name, facts) : g_strdup (name);

  set_lead (self, NULL);
  show_title (self, name);
  show_facts (self, facts, desk_institution_get_state_icon (institution), get_facts_class (institution));
  desk_institution_tile_set_name (DESK_INSTITUTION_TILE (self->tile), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_widget_set_sensitive (GTK_WIDGET (self), desk_institution_is_accessible (institution));
}

void
desk_institution_row_show_on_page (DeskInstitutionRow *self)
{
  GtkWidget *icon;

  g_return_if_fail (DESK_IS_INSTITUTION_ROW (self));

  icon = add_icon (self, "web-browser-symbolic", "choice-icon");
  set_lead (self, icon);
  show_title (self, _("Let the end user choose on the consent page"));
  show_facts (self, _("The page has a list of its own"), NULL, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

void
desk_institution_row_show_coming (DeskInstitutionRow *self,
                                  const char         *text)
{
  GtkWidget *spinner = NULL;

  g_return_if_fail (DESK_IS_INSTITUTION_ROW (self));

  if (text != NULL)
    spinner = g_object_new (GTK_TYPE_SPINNER, "spinning", TRUE,
                            "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);
  set_lead (self, spinner);
  show_title (self, text);
  show_facts (self, NULL, NULL, NULL);
  desk_institution_tile_set_name (DESK_INSTITUTION_TILE (self->tile), "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}
