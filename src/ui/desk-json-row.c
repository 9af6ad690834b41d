/* desk-json-row.c: one line of JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-json-row.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"
#include "desk-plain-text.h"

#define MAX_CHARACTERS 400
#define INDENT 16
#define MAX_INDENTS 24

struct _DeskJsonRow
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *number;
  GtkWidget  *arrow;
  GtkWidget  *key;
  GtkWidget  *value;
  GtkWidget  *count;

  guint       line;
};

G_DEFINE_FINAL_TYPE (DeskJsonRow, desk_json_row, GTK_TYPE_WIDGET)

static void
arrow_pressed_cb (DeskJsonRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "json.toggle-line", "u", self->line);
}

static void
desk_json_row_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_json_row_parent_class)->dispose (object);
}

static void
desk_json_row_class_init (DeskJsonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_json_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "jsonrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (DeskJsonRow *self,
           const char  *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
desk_json_row_init (DeskJsonRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->number = add_label (self, "json-number-of-line");
  gtk_label_set_xalign (GTK_LABEL (self->number), 1);
  self->arrow = gtk_image_new ();
  gtk_widget_add_controller (self->arrow, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (arrow_pressed_cb), self);
  gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
  self->key = add_label (self, "json-key");
  self->value = add_label (self, "json-value");
  self->count = add_label (self, "json-count");
}

GtkWidget *
desk_json_row_new (void)
{
  return g_object_new (DESK_TYPE_JSON_ROW, NULL);
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static const char *
get_value_class (const DeskJsonLine *line)
{
  if (line->opens || line->closes)
    return "json-bracket";
  switch (desk_json_slice_get_kind (line->value))
    {
    case DESK_JSON_KIND_STRING:
      return "json-string";
    case DESK_JSON_KIND_NUMBER:
      return "json-number";
    case DESK_JSON_KIND_BOOLEAN:
    case DESK_JSON_KIND_NULL:
      return "json-literal";
    case DESK_JSON_KIND_NONE:
    case DESK_JSON_KIND_ARRAY:
    case DESK_JSON_KIND_OBJECT:
    default:
      return "json-bracket";
    }
}

static char *
dup_value (const DeskJsonLine *line,
           gboolean            is_folded,
           gboolean            has_comma)
{
  gboolean is_array = desk_json_slice_get_kind (line->value) == DESK_JSON_KIND_ARRAY;
  const char *comma = has_comma ? "," : "";
  g_autofree char *text = NULL;

  if (line->closes)
    return g_strconcat (is_array ? "]" : "}", comma, NULL);
  if (line->opens && is_folded)
    return g_strconcat (is_array ? "[…]" : "{…}", comma, NULL);
  if (line->opens)
    return g_strdup (is_array ? "[" : "{");
  text = desk_plain_text_start (line->value.text, line->value.length, MAX_CHARACTERS);
  return g_strconcat (text, comma, NULL);
}

static char *
dup_count (DeskJsonLines *lines,
           guint          position)
{
  const guint32 *ends = desk_json_lines_get_ends (lines);
  gboolean is_array = desk_json_slice_get_kind (desk_json_lines_get_line (lines, position)->value) ==
                      DESK_JSON_KIND_ARRAY;
  g_autofree char *digits = NULL;
  guint count = 0;

  for (guint child = position + 1; child < ends[position] - 1; child = ends[child])
    count++;
  digits = desk_format_count (count);
  return g_strdup_printf (is_array ? g_dngettext (GETTEXT_PACKAGE, "%s element", "%s elements", count)
                                   : g_dngettext (GETTEXT_PACKAGE, "%s member", "%s members", count),
                          digits);
}

static void
set_line (DeskJsonRow *self,
          guint        line,
          guint        n_digits)
{
  g_autofree char *number = g_strdup_printf ("%u", line + 1);

  self->line = line;
  gtk_label_set_width_chars (GTK_LABEL (self->number), (int) n_digits);
  set_text (self->number, number);
}

static void
set_arrow (DeskJsonRow *self,
           gboolean     can_fold,
           gboolean     is_expanded)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), is_expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_opacity (self->arrow, can_fold ? 1 : 0);
  gtk_widget_set_can_target (self->arrow, can_fold);
  if (can_fold)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_expanded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
set_value (DeskJsonRow *self,
           const char  *text,
           const char  *css_class)
{
  const char *classes[] = { "json-value", css_class, NULL };

  set_text (self->value, text);
  gtk_widget_set_css_classes (self->value, classes);
}

static void
update_accessible (DeskJsonRow *self)
{
  g_autofree char *words = g_strconcat (gtk_label_get_text (GTK_LABEL (self->key)),
                                        gtk_label_get_text (GTK_LABEL (self->value)), " ",
                                        gtk_label_get_text (GTK_LABEL (self->count)), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
desk_json_row_bind (DeskJsonRow   *self,
                    DeskJsonLines *lines,
                    DeskFoldList  *folds,
                    guint          line,
                    guint          n_digits)
{
  const DeskJsonLine *json = NULL;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  g_autofree char *count = NULL;
  gboolean is_folded;

  g_return_if_fail (DESK_IS_JSON_ROW (self));
  g_return_if_fail (DESK_IS_JSON_LINES (lines));
  g_return_if_fail (DESK_IS_FOLD_LIST (folds));

  json = desk_json_lines_get_line (lines, line);
  is_folded = json->opens && !desk_fold_list_get_expanded (folds, line);
  if (json->key.length > 0 && !json->closes)
    {
      g_autofree char *name = desk_plain_text_start (json->key.text, json->key.length, MAX_CHARACTERS);

      key = g_strconcat (name, ": ", NULL);
    }
  value = dup_value (json, is_folded, is_folded
                     ? desk_json_lines_get_line (lines, desk_json_lines_get_ends (lines)[line] - 1)->has_comma
                     : json->has_comma);
  count = is_folded ? dup_count (lines, line) : NULL;
  set_line (self, line, n_digits);
  set_arrow (self, json->opens, !is_folded);
  gtk_widget_set_visible (self->arrow, TRUE);
  gtk_widget_set_margin_start (self->arrow, INDENT * (int) MIN (json->depth, MAX_INDENTS));
  set_text (self->key, key);
  set_value (self, value, get_value_class (json));
  set_text (self->count, count);
  update_accessible (self);
}

void
desk_json_row_bind_text (DeskJsonRow   *self,
                         DeskTextLines *lines,
                         guint          line,
                         guint          n_digits)
{
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;

  g_return_if_fail (DESK_IS_JSON_ROW (self));
  g_return_if_fail (DESK_IS_TEXT_LINES (lines));

  text = desk_text_lines_dup_line (lines, line);
  plain = desk_plain_text_line (text, 0);
  set_line (self, line, n_digits);
  set_arrow (self, FALSE, FALSE);
  gtk_widget_set_visible (self->arrow, FALSE);
  set_text (self->key, NULL);
  set_value (self, plain, "json-text");
  set_text (self->count, NULL);
  update_accessible (self);
}

guint
desk_json_row_get_line (DeskJsonRow *self)
{
  g_return_val_if_fail (DESK_IS_JSON_ROW (self), 0);

  return self->line;
}

void
desk_json_row_set_found (DeskJsonRow *self,
                         gboolean     found)
{
  g_return_if_fail (DESK_IS_JSON_ROW (self));

  if (found)
    gtk_widget_add_css_class (GTK_WIDGET (self), "found");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "found");
}
