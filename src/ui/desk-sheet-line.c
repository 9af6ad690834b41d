/* desk-sheet-line.c: one line of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sheet-line.h"

G_DEFINE_FINAL_TYPE (DeskSheetLine, desk_sheet_line, G_TYPE_OBJECT)

static void
desk_sheet_line_finalize (GObject *object)
{
  DeskSheetLine *self = DESK_SHEET_LINE (object);

  g_free (self->title);
  g_free (self->value);
  g_free (self->note);
  g_free (self->doubt);
  g_free (self->uri);
  g_clear_pointer (&self->week, desk_week_unref);

  G_OBJECT_CLASS (desk_sheet_line_parent_class)->finalize (object);
}

static void
desk_sheet_line_class_init (DeskSheetLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sheet_line_finalize;
}

static void
desk_sheet_line_init (DeskSheetLine *self)
{
  self->look = DESK_SHEET_NO_LOOK;
}

DeskSheetLine *
desk_sheet_line_new (DeskSheetLineKind  kind,
                     guint              depth,
                     const char        *title)
{
  DeskSheetLine *self = g_object_new (DESK_TYPE_SHEET_LINE, NULL);

  self->kind = kind;
  self->depth = depth;
  self->title = g_strdup (title);
  return self;
}

static void
append (GString    *text,
        const char *before,
        const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", before, part);
}

char *
desk_sheet_line_dup_text (DeskSheetLine *self)
{
  GString *text = NULL;

  g_return_val_if_fail (DESK_IS_SHEET_LINE (self), NULL);

  text = g_string_new (self->kind == DESK_SHEET_LINE_HEADING ? "\n" : NULL);
  for (guint i = 0; i < self->depth; i++)
    g_string_append (text, "  ");
  g_string_append (text, self->title);
  append (text, self->title[0] != '\0' ? "\t" : "", self->value);
  append (text, "\n  ", self->note);
  append (text, "\n  ", self->doubt);
  append (text, "\n  ", self->uri);
  return g_string_free (text, FALSE);
}
