/* desk-record-row.c: one line of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-record-row.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"
#include "desk-record-telling.h"

#define SPACING 12
#define INDENT 20
#define MAX_INDENTS 7

#define LEAST_CHARACTERS 8

/* From this width on label and value stand side by side. */
#define WIDE 460

struct _DeskRecordRow
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *arrow;
  GtkWidget  *number;
  GtkWidget  *label;
  GtkWidget  *value;
  GtkWidget  *figure;
  GtkWidget  *note;
  GtkWidget  *copy;

  /* Owned */
  DeskRecordOutline  *outline;  /* (nullable): until bound */

  guint               line;
  guint               depth;
  DeskRecordLineKind  kind;
};

G_DEFINE_FINAL_TYPE (DeskRecordRow, desk_record_row, GTK_TYPE_WIDGET)

static int
get_natural_width (GtkWidget *child)
{
  int width;

  if (!gtk_widget_should_layout (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* Returns the height of a child in the width that it gets. */
static int
put (GtkWidget *child,
     gboolean   allocates,
     int        x,
     int        y,
     int        width)
{
  int least;
  int height;

  if (!gtk_widget_should_layout (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (width, least);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  if (allocates)
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
  return height;
}

static int
get_indent (DeskRecordRow *self)
{
  return INDENT * (int) MIN (self->depth > 0 ? self->depth - 1 : 0, MAX_INDENTS);
}

static int
lay_out_value (DeskRecordRow *self,
               gboolean       allocates,
               int            width)
{
  int copy_width = get_natural_width (self->copy);
  int x = get_indent (self);
  int inner = width - copy_width - SPACING;
  int label_end = CLAMP (width * 36 / 100, 160, 260);
  int height;

  put (self->copy, allocates, width - copy_width, 0, copy_width);
  if (width >= WIDE)
    {
      int label_height = put (self->label, allocates, x, 0, MAX (label_end - x, 96));
      int value_x = MAX (label_end, x + 96) + SPACING;

      height = put (self->value, allocates, value_x, 0, inner - value_x);
      height += put (self->note, allocates, value_x, height, inner - value_x);
      return MAX (height, label_height);
    }
  height = put (self->label, allocates, x, 0, inner - x);
  height += put (self->value, allocates, x, height, inner - x);
  return height + put (self->note, allocates, x, height, inner - x);
}

static int
lay_out_heading (DeskRecordRow *self,
                 gboolean       allocates,
                 int            width)
{
  int figure_width = get_natural_width (self->figure);
  int arrow_width = get_natural_width (self->arrow);
  int number_width = get_natural_width (self->number);
  int x = get_indent (self);
  int height;

  put (self->arrow, allocates, x, 0, arrow_width);
  x += arrow_width > 0 ? arrow_width + SPACING / 2 : 0;
  put (self->number, allocates, x, 0, number_width);
  x += number_width > 0 ? number_width + SPACING / 2 : 0;
  /* A figure that has no room beside the words stands below them. */
  if (figure_width > 0 && width - x - figure_width < 120)
    {
      height = put (self->label, allocates, x, 0, width - x);
      height += put (self->figure, allocates, x, height, width - x);
    }
  else
    {
      put (self->figure, allocates, width - figure_width, 0, figure_width);
      height = put (self->label, allocates, x, 0, width - x - (figure_width > 0 ? figure_width + SPACING : 0));
    }
  return height + put (self->note, allocates, x, height, width - x);
}

static int
lay_out_title (DeskRecordRow *self,
               gboolean       allocates,
               int            width)
{
  int height = put (self->number, allocates, 0, 0, width);

  height += put (self->label, allocates, 0, height, width);
  return height + put (self->figure, allocates, 0, height, width);
}

static int
lay_out (DeskRecordRow *self,
         gboolean       allocates,
         int            width)
{
  switch (self->kind)
    {
    case DESK_RECORD_LINE_TITLE:
      return lay_out_title (self, allocates, width);
    case DESK_RECORD_LINE_SECTION:
    case DESK_RECORD_LINE_GROUP:
      return lay_out_heading (self, allocates, width);
    case DESK_RECORD_LINE_VALUE:
    case DESK_RECORD_LINE_LIST:
    default:
      return lay_out_value (self, allocates, width);
    }
}

static GtkSizeRequestMode
desk_record_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
desk_record_row_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 640;
    }
  else
    *minimum = *natural = lay_out (DESK_RECORD_ROW (widget), FALSE, for_size > 0 ? for_size : 640);
}

static void
desk_record_row_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  lay_out (DESK_RECORD_ROW (widget), TRUE, width);
}

static void
desk_record_row_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&DESK_RECORD_ROW (object)->outline);

  G_OBJECT_CLASS (desk_record_row_parent_class)->dispose (object);
}

static void
desk_record_row_class_init (DeskRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_record_row_dispose;

  widget_class->get_request_mode = desk_record_row_get_request_mode;
  widget_class->measure = desk_record_row_measure;
  widget_class->size_allocate = desk_record_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "recordrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (DeskRecordRow *self,
           const char    *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* The least width is that of the text broken at so many characters: at one it takes long to find out. */
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARACTERS);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

/* Tooltips are made when they are asked for: to set one asks the display where the pointer is. */
static gboolean
query_path_cb (DeskRecordRow *self,
               int            x,
               int            y,
               gboolean       by_keyboard,
               GtkTooltip    *tooltip)
{
  g_autofree char *path = NULL;

  if (self->outline == NULL || self->kind == DESK_RECORD_LINE_TITLE)
    return FALSE;
  path = desk_record_outline_dup_path (self->outline, self->line);
  gtk_tooltip_set_text (tooltip, path);
  return TRUE;
}

static gboolean
query_value_cb (DeskRecordRow *self,
                int            x,
                int            y,
                gboolean       by_keyboard,
                GtkTooltip    *tooltip)
{
  g_autoptr(DeskValueDetails) details = NULL;

  if (self->outline == NULL)
    return FALSE;
  details = desk_record_outline_dup_details (self->outline, self->line);
  gtk_tooltip_set_text (tooltip, details->hover);
  return details->hover != NULL;
}

/* The button is in the row, the row in focus is not where the pointer is. */
static void
copy_clicked_cb (DeskRecordRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "record.copy-line", "u", self->line);
}

static void
desk_record_row_init (DeskRecordRow *self)
{
  self->arrow = gtk_image_new ();
  gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
  self->number = add_label (self, "line-number");
  gtk_label_set_width_chars (GTK_LABEL (self->number), -1);
  self->label = add_label (self, "line-label");
  self->value = add_label (self, "line-value");
  gtk_label_set_selectable (GTK_LABEL (self->value), TRUE);
  gtk_widget_set_has_tooltip (self->label, TRUE);
  gtk_widget_set_has_tooltip (self->value, TRUE);
  g_signal_connect_swapped (self->label, "query-tooltip", G_CALLBACK (query_path_cb), self);
  g_signal_connect_swapped (self->value, "query-tooltip", G_CALLBACK (query_value_cb), self);
  self->figure = add_label (self, "line-figure");
  gtk_label_set_wrap (GTK_LABEL (self->figure), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (self->figure), -1);
  self->note = add_label (self, "line-note");
  self->copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_add_css_class (self->copy, "flat");
  gtk_widget_add_css_class (self->copy, "line-copy");
  gtk_widget_set_tooltip_text (self->copy, _("Copy"));
  gtk_widget_set_parent (self->copy, GTK_WIDGET (self));
  g_signal_connect_swapped (self->copy, "clicked", G_CALLBACK (copy_clicked_cb), self);
}

GtkWidget *
desk_record_row_new (void)
{
  return g_object_new (DESK_TYPE_RECORD_ROW, NULL);
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
set_accessible (DeskRecordRow *self,
                const char    *name,
                const char    *text,
                const char    *note)
{
  /* Translators: a field and its value, for people who listen: "Amount: AUD 5.10" */
  g_autofree char *words = text != NULL ? g_strdup_printf (_("%s: %s"), name, text) : g_strdup (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note != NULL ? note : "", -1);
}

/* The name of the field, for an element with that of its array. */
static char *
dup_full_label (DeskRecordOutline *outline,
                guint              position)
{
  const DeskRecordLine *line = desk_record_outline_get_line (outline, position);
  g_autofree char *label = desk_record_outline_dup_label (outline, position);
  g_autofree char *around = NULL;

  if (line->number == 0 || line->parent == DESK_RECORD_LINE_NO_PARENT)
    return g_steal_pointer (&label);
  around = desk_record_outline_dup_label (outline, line->parent);
  return g_strdup_printf ("%s %s", around, label);
}

static void
bind_value (DeskRecordRow     *self,
            DeskRecordOutline *outline)
{
  g_autofree char *label = desk_record_outline_dup_label (outline, self->line);
  g_autofree char *full_label = dup_full_label (outline, self->line);
  g_autofree char *copy_words = g_strdup_printf (_("Copy: %s"), full_label);
  g_autoptr(DeskValueDetails) details = desk_record_outline_dup_details (outline, self->line);

  set_text (self->number, NULL);
  set_text (self->figure, NULL);
  set_text (self->label, label);
  set_text (self->value, details->words);
  set_text (self->note, details->note);
  if (details->is_blank)
    gtk_widget_add_css_class (self->value, "dim-label");
  else
    gtk_widget_remove_css_class (self->value, "dim-label");
  gtk_widget_set_visible (self->copy, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy_words, -1);
  set_accessible (self, full_label, details->words, details->note);
}

static char *
dup_count (const DeskRecordLine *line)
{
  return line->count > 0 ? desk_format_count (line->count) : NULL;
}

/* Words stand below one another, whatever the number before them. */
static int
get_number_width (DeskRecordOutline    *outline,
                  const DeskRecordLine *line)
{
  g_autofree char *last = NULL;

  if (line->number == 0 || line->parent == DESK_RECORD_LINE_NO_PARENT)
    return -1;
  last = g_strdup_printf ("%u", desk_record_outline_get_line (outline, line->parent)->count);
  return (int) strlen (last);
}

static void
bind_heading (DeskRecordRow        *self,
              DeskRecordOutline    *outline,
              const DeskRecordLine *line)
{
  g_autofree char *label = desk_record_outline_dup_label (outline, self->line);
  g_autofree char *full_label = dup_full_label (outline, self->line);
  g_autofree char *note = desk_record_outline_dup_note (outline, self->line);
  g_autofree char *count = dup_count (line);
  g_auto(DeskRecordTelling) telling = { NULL, NULL };
  gboolean is_told = FALSE;

  if (line->number > 0 || (line->flags & DESK_RECORD_LINE_ADDRESS) != 0)
    desk_record_telling_init (&telling, outline, self->line);
  is_told = telling.title != NULL && (line->number > 0 || line->kind == DESK_RECORD_LINE_GROUP);
  set_text (self->number, is_told && line->number > 0 ? label : NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->number), get_number_width (outline, line));
  set_text (self->label, is_told ? telling.title : line->number > 0 ? full_label : label);
  set_text (self->figure, telling.figure != NULL ? telling.figure : count);
  set_text (self->value, NULL);
  set_text (self->note, note);
  gtk_widget_set_visible (self->copy, FALSE);
  set_accessible (self, full_label, is_told ? telling.title : count, note);
}

static void
bind_title (DeskRecordRow     *self,
            DeskRecordOutline *outline)
{
  g_auto(DeskRecordTelling) telling = { NULL, NULL };

  desk_record_telling_init (&telling, outline, self->line);
  gtk_label_set_width_chars (GTK_LABEL (self->number), -1);
  set_text (self->number, _(desk_record_outline_get_resource (outline)->label));
  set_text (self->label, telling.title);
  set_text (self->figure, telling.figure);
  set_text (self->value, NULL);
  set_text (self->note, NULL);
  gtk_widget_set_visible (self->copy, FALSE);
  set_accessible (self, telling.title != NULL ? telling.title : _("Record"), telling.figure, NULL);
}

static void
update_classes (DeskRecordRow     *self,
                DeskRecordOutline *outline,
                DeskFoldList      *lines)
{
  static const char *const names[] = { "title", "section", "group", "value", "value" };
  const char *classes[5] = { names[self->kind] };
  guint n_classes = 1;
  guint position = desk_fold_list_find (lines, self->line);

  if (self->kind > DESK_RECORD_LINE_SECTION && position != G_MAXUINT)
    {
      guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (lines));
      DeskRecordLineKind before = position > 0
        ? desk_record_outline_get_line (outline, desk_fold_list_get_line (lines, position - 1))->kind
        : DESK_RECORD_LINE_TITLE;
      DeskRecordLineKind after = position + 1 < n_lines
        ? desk_record_outline_get_line (outline, desk_fold_list_get_line (lines, position + 1))->kind
        : DESK_RECORD_LINE_SECTION;

      classes[n_classes++] = "card-part";
      if (before <= DESK_RECORD_LINE_SECTION)
        classes[n_classes++] = "first";
      if (after <= DESK_RECORD_LINE_SECTION)
        classes[n_classes++] = "last";
    }
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

void
desk_record_row_bind (DeskRecordRow     *self,
                      DeskRecordOutline *outline,
                      DeskFoldList      *lines,
                      guint              line)
{
  const DeskRecordLine *record_line = NULL;
  gboolean can_fold;

  g_return_if_fail (DESK_IS_RECORD_ROW (self));
  g_return_if_fail (DESK_IS_RECORD_OUTLINE (outline));
  g_return_if_fail (DESK_IS_FOLD_LIST (lines));

  record_line = desk_record_outline_get_line (outline, line);
  can_fold = desk_fold_list_can_fold (lines, line);
  g_set_object (&self->outline, outline);
  self->line = line;
  self->kind = record_line->kind;
  self->depth = record_line->depth;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), desk_fold_list_get_expanded (lines, line)
                                                         ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (self->arrow, can_fold);
  if (self->kind == DESK_RECORD_LINE_TITLE)
    bind_title (self, outline);
  else if (self->kind == DESK_RECORD_LINE_SECTION || self->kind == DESK_RECORD_LINE_GROUP)
    bind_heading (self, outline, record_line);
  else
    bind_value (self, outline);
  if (can_fold)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 desk_fold_list_get_expanded (lines, line), -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
  update_classes (self, outline, lines);
}

guint
desk_record_row_get_line (DeskRecordRow *self)
{
  g_return_val_if_fail (DESK_IS_RECORD_ROW (self), 0);

  return self->line;
}
