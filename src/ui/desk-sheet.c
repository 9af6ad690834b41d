/* desk-sheet.c: a record as a page to read: sections of lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sheet.h"

struct _DeskSheet
{
  GObject        parent_instance;

  /* Owned */
  GListStore    *lines;
  DeskSheetLine *heading; /* (nullable): of the section that is open, until it has a line */

  DeskSheetLine *last;    /* (unowned) (nullable): the latest line of the section */
};

G_DEFINE_FINAL_TYPE (DeskSheet, desk_sheet, G_TYPE_OBJECT)

static DeskSheetLine *
append (DeskSheet     *self,
        DeskSheetLine *line)
{
  g_list_store_append (self->lines, line);
  g_object_unref (line);
  return line;
}

static DeskSheetLine *
append_to_section (DeskSheet         *self,
                   DeskSheetLineKind  kind,
                   guint              depth,
                   const char        *title)
{
  DeskSheetLine *line = NULL;

  if (self->heading != NULL)
    append (self, g_steal_pointer (&self->heading));
  line = append (self, desk_sheet_line_new (kind, depth, title));
  if (self->last == NULL)
    line->place |= DESK_SHEET_LINE_FIRST;
  self->last = line;
  return line;
}

static void
desk_sheet_finalize (GObject *object)
{
  DeskSheet *self = DESK_SHEET (object);

  g_clear_object (&self->heading);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (desk_sheet_parent_class)->finalize (object);
}

static void
desk_sheet_class_init (DeskSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sheet_finalize;
}

static void
desk_sheet_init (DeskSheet *self)
{
  self->lines = g_list_store_new (DESK_TYPE_SHEET_LINE);
}

DeskSheet *
desk_sheet_new (void)
{
  return g_object_new (DESK_TYPE_SHEET, NULL);
}

GListModel *
desk_sheet_get_lines (DeskSheet *self)
{
  g_return_val_if_fail (DESK_IS_SHEET (self), NULL);

  return G_LIST_MODEL (self->lines);
}

DeskSheetLine *
desk_sheet_add_title (DeskSheet  *self,
                      const char *title,
                      const char *note)
{
  DeskSheetLine *line = NULL;

  g_return_val_if_fail (DESK_IS_SHEET (self), NULL);

  line = append (self, desk_sheet_line_new (DESK_SHEET_LINE_TITLE, 0, title));
  line->note = g_strdup (note);
  return line;
}

void
desk_sheet_begin (DeskSheet  *self,
                  const char *heading)
{
  g_return_if_fail (DESK_IS_SHEET (self));
  g_return_if_fail (self->heading == NULL && self->last == NULL);

  self->heading = desk_sheet_line_new (DESK_SHEET_LINE_HEADING, 0, heading);
}

void
desk_sheet_end (DeskSheet  *self,
                const char *missing)
{
  g_return_if_fail (DESK_IS_SHEET (self));

  if (self->last == NULL && missing != NULL)
    append_to_section (self, DESK_SHEET_LINE_MISSING, 0, missing);
  if (self->last != NULL)
    self->last->place |= DESK_SHEET_LINE_LAST;
  g_clear_object (&self->heading);
  self->last = NULL;
}

DeskSheetLine *
desk_sheet_add (DeskSheet  *self,
                guint       depth,
                const char *title,
                const char *value)
{
  DeskSheetLine *line = NULL;

  g_return_val_if_fail (DESK_IS_SHEET (self), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  line = append_to_section (self, DESK_SHEET_LINE_ITEM, depth, title);
  line->value = g_strdup (value);
  return line;
}

DeskSheetLine *
desk_sheet_take (DeskSheet  *self,
                 guint       depth,
                 const char *title,
                 char       *value)
{
  g_autofree char *owned = value;

  return owned != NULL && *owned != '\0' ? desk_sheet_add (self, depth, title, owned) : NULL;
}

void
desk_sheet_add_week (DeskSheet  *self,
                     const char *title,
                     DeskWeek   *week)
{
  g_return_if_fail (DESK_IS_SHEET (self));

  append_to_section (self, DESK_SHEET_LINE_WEEK, 0, title)->week = week;
}

char *
desk_sheet_dup_text (DeskSheet *self)
{
  GString *text = NULL;

  g_return_val_if_fail (DESK_IS_SHEET (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    {
      g_autoptr(DeskSheetLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);
      g_autofree char *words = desk_sheet_line_dup_text (line);

      /* The lines below say in words what the blocks of a week show. */
      if (line->kind != DESK_SHEET_LINE_WEEK)
        g_string_append_printf (text, "%s\n", words);
    }
  return g_string_free (text, FALSE);
}
