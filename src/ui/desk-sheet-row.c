/* desk-sheet-row.c: a line of a sheet on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-http.h"
#include "desk-sheet-row.h"
#include "desk-week-grid.h"

struct _DeskSheetRow
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *swatch;
  GtkLabel       *title;
  GtkLabel       *value;
  DeskStatusPill *pill;
  GtkLinkButton  *link;
  GtkLabel       *note;
  GtkWidget      *doubt_box;
  GtkLabel       *doubt;
  DeskWeekGrid   *week;
};

G_DEFINE_FINAL_TYPE (DeskSheetRow, desk_sheet_row, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* An address that cannot be opened is text as any other. */
static void
show_uri (DeskSheetRow  *self,
          DeskSheetLine *line)
{
  gboolean opens = line->uri != NULL && desk_http_is_web_address (line->uri);

  gtk_widget_set_visible (GTK_WIDGET (self->link), opens);
  if (opens)
    {
      gtk_link_button_set_uri (self->link, line->uri);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->link), line->uri);
    }
  else if (line->uri != NULL && line->note == NULL)
    show_text (self->note, line->uri);
}

static void
show_value (DeskSheetRow  *self,
            DeskSheetLine *line)
{
  gboolean is_pill = line->pill != DESK_STATUS_PILL_NONE;

  show_text (self->value, is_pill ? NULL : line->value);
  desk_status_pill_set (self->pill, line->pill, is_pill ? line->value : NULL);
}

static void
set_classes (DeskSheetRow  *self,
             DeskSheetLine *line)
{
  static const char *const kinds[] = { "title", "heading", "item", "missing", "week" };
  const char *classes[] = { kinds[line->kind], NULL, NULL, NULL, NULL };
  guint n_classes = 1;

  if ((line->place & DESK_SHEET_LINE_FIRST) != 0)
    classes[n_classes++] = "first";
  if ((line->place & DESK_SHEET_LINE_LAST) != 0)
    classes[n_classes++] = "last";
  if (line->depth > 0)
    classes[n_classes] = "below";
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

static void
show_look (DeskSheetRow  *self,
           DeskSheetLine *line)
{
  g_autofree char *look = g_strdup_printf ("look-%u", line->look);
  const char *classes[] = { "swatch", look, NULL };

  gtk_widget_set_visible (self->swatch, line->look != DESK_SHEET_NO_LOOK);
  gtk_widget_set_css_classes (self->swatch, classes);
}

static void
desk_sheet_row_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_sheet_row_parent_class)->dispose (object);
}

static void
desk_sheet_row_class_init (DeskSheetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_sheet_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "sheetrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-sheet-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSheetRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetRow, title);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetRow, value);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetRow, pill);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetRow, link);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetRow, note);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetRow, doubt_box);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetRow, doubt);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetRow, week);
}

static void
desk_sheet_row_init (DeskSheetRow *self)
{
  g_type_ensure (DESK_TYPE_STATUS_PILL);
  g_type_ensure (DESK_TYPE_WEEK_GRID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_sheet_row_new (void)
{
  return g_object_new (DESK_TYPE_SHEET_ROW, NULL);
}

void
desk_sheet_row_set_line (DeskSheetRow  *self,
                         DeskSheetLine *line)
{
  gboolean is_week;

  g_return_if_fail (DESK_IS_SHEET_ROW (self));
  g_return_if_fail (DESK_IS_SHEET_LINE (line));

  is_week = line->kind == DESK_SHEET_LINE_WEEK;
  set_classes (self, line);
  show_look (self, line);
  show_text (self->title, is_week ? NULL : line->title);
  show_value (self, line);
  show_text (self->note, line->note);
  show_uri (self, line);
  gtk_label_set_text (self->doubt, line->doubt);
  gtk_widget_set_visible (self->doubt_box, line->doubt != NULL);
  desk_week_grid_set_week (self->week, line->week);
  gtk_widget_set_visible (GTK_WIDGET (self->week), is_week);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->week), GTK_ACCESSIBLE_PROPERTY_LABEL, line->title, -1);
}
