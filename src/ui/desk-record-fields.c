/* desk-record-fields.c: a record as rows of label and value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-record-fields.h"
#include "desk-value-words.h"

/* More rows than a person reads; the JSON view has them all. */
#define MAX_ROWS 600

/**
 * Builder:
 * @box: (unowned): where groups are added
 * @record: the whole record, for currency and unit
 * @n_rows: so far
 */
typedef struct
{
  GtkBox        *box;
  DeskJsonSlice  record;
  guint          n_rows;
} Builder;

static const DeskField unknown_field = { .name = "", .type = DESK_FIELD_TYPE_TEXT };

static void add_members (Builder          *builder,
                         const char       *title,
                         const DeskField  *fields,
                         guint             n_fields,
                         DeskJsonSlice     object);

static gboolean
is_container (DeskJsonSlice value)
{
  DeskJsonKind kind = desk_json_slice_get_kind (value);

  return kind == DESK_JSON_KIND_OBJECT || kind == DESK_JSON_KIND_ARRAY;
}

static const DeskField *
find_field (const DeskField *fields,
            guint            n_fields,
            DeskJsonSlice    key)
{
  for (guint i = 0; i < n_fields; i++)
    if (desk_json_slice_equals_string (key, fields[i].name))
      return &fields[i];
  return NULL;
}

static void
add_row (Builder             *builder,
         AdwPreferencesGroup *group,
         const DeskField     *field,
         const char          *title,
         DeskJsonSlice        value)
{
  g_autofree char *words = desk_value_words (field, value, builder->record, DESK_DECIMAL_SIGN_NEGATIVE);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (*words != '\0' ? words : _("Empty"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_widget_add_css_class (label, "numeric");
  if (*words == '\0')
    gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_tooltip_text (row, *field->name != '\0' ? field->name : title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
  builder->n_rows++;
}

static AdwPreferencesGroup *
add_group (Builder    *builder,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), markup);
  gtk_box_append (builder->box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_array (Builder         *builder,
           const char      *title,
           const DeskField *field,
           DeskJsonSlice    array)
{
  DeskJsonIter iter;
  DeskJsonSlice element;
  AdwPreferencesGroup *plain = NULL;
  guint number = 0;

  desk_json_iter_init (&iter, array);
  while (desk_json_iter_next (&iter, NULL, &element) && builder->n_rows < MAX_ROWS)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u", title, ++number);

      if (is_container (element))
        add_members (builder, numbered, field->children, field->n_children, element);
      else
        {
          if (plain == NULL)
            plain = add_group (builder, title);
          add_row (builder, plain, field, numbered, element);
        }
    }
}

static void
add_container (Builder         *builder,
               const char      *title,
               const DeskField *field,
               DeskJsonSlice    value)
{
  if (desk_json_slice_get_kind (value) == DESK_JSON_KIND_ARRAY)
    add_array (builder, title, field, value);
  else
    add_members (builder, title, field->children, field->n_children, value);
}

static void
add_plain_values (Builder         *builder,
                  const char      *title,
                  const DeskField *fields,
                  guint            n_fields,
                  DeskJsonSlice    object)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < n_fields && builder->n_rows < MAX_ROWS; i++)
    {
      DeskJsonSlice value = desk_json_slice_get_member (object, fields[i].name);

      if (desk_json_slice_get_kind (value) == DESK_JSON_KIND_NONE || is_container (value))
        continue;
      if (group == NULL)
        group = add_group (builder, title);
      add_row (builder, group, &fields[i], _(fields[i].label), value);
    }
}

/* What the catalogue knows nothing of keeps the name that it came under. */
static char *
dup_unknown_title (const char *title,
                   guint       n_fields)
{
  if (n_fields == 0)
    return g_strdup (title);
  if (*title == '\0')
    return g_strdup (_("Not in the standard"));
  /* Translators: the name of a group of fields, of which some are not in the standard */
  return g_strdup_printf (_("%s: not in the standard"), title);
}

static void
add_unknown_values (Builder         *builder,
                    const char      *title,
                    const DeskField *fields,
                    guint            n_fields,
                    DeskJsonSlice    object)
{
  AdwPreferencesGroup *group = NULL;
  DeskJsonIter iter;
  DeskJsonSlice key;
  DeskJsonSlice value;

  desk_json_iter_init (&iter, object);
  while (desk_json_iter_next (&iter, &key, &value) && builder->n_rows < MAX_ROWS)
    {
      g_autofree char *name = desk_json_slice_dup_string (key);

      if (find_field (fields, n_fields, key) != NULL)
        continue;
      if (is_container (value))
        {
          add_container (builder, name, &unknown_field, value);
          continue;
        }
      if (group == NULL)
        {
          g_autofree char *heading = dup_unknown_title (title, n_fields);

          group = add_group (builder, heading);
        }
      add_row (builder, group, &unknown_field, name, value);
    }
}

static void
add_members (Builder         *builder,
             const char      *title,
             const DeskField *fields,
             guint            n_fields,
             DeskJsonSlice    object)
{
  add_plain_values (builder, title, fields, n_fields, object);
  for (guint i = 0; i < n_fields && builder->n_rows < MAX_ROWS; i++)
    {
      DeskJsonSlice value = desk_json_slice_get_member (object, fields[i].name);

      if (is_container (value))
        add_container (builder, _(fields[i].label), &fields[i], value);
    }
  add_unknown_values (builder, title, fields, n_fields, object);
}

void
desk_record_fields_add (GtkBox             *box,
                        const DeskResource *resource,
                        DeskJsonSlice       record)
{
  Builder builder = { .box = box, .record = record };

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (resource != NULL);

  add_members (&builder, "", resource->fields, resource->n_fields, record);
  if (builder.n_rows >= MAX_ROWS)
    gtk_box_append (box, gtk_label_new (_("The record is longer; the JSON view has all of it.")));
}
