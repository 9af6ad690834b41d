/* desk-sheet-line.h: one line of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-status-pill.h"
#include "desk-week.h"

G_BEGIN_DECLS

/**
 * DeskSheetLineKind:
 * @DESK_SHEET_LINE_TITLE: what the sheet is about
 * @DESK_SHEET_LINE_HEADING: begins a section
 * @DESK_SHEET_LINE_ITEM: a label with a value
 * @DESK_SHEET_LINE_MISSING: says what a section lacks
 * @DESK_SHEET_LINE_WEEK: blocks of hours in a week
 */
typedef enum
{
  DESK_SHEET_LINE_TITLE,
  DESK_SHEET_LINE_HEADING,
  DESK_SHEET_LINE_ITEM,
  DESK_SHEET_LINE_MISSING,
  DESK_SHEET_LINE_WEEK,
} DeskSheetLineKind;

/* A place in the line's section, for its look. */
typedef enum
{
  DESK_SHEET_LINE_FIRST = 1 << 0,
  DESK_SHEET_LINE_LAST  = 1 << 1,
} DeskSheetLinePlace;

#define DESK_SHEET_NO_LOOK G_MAXUINT

#define DESK_TYPE_SHEET_LINE (desk_sheet_line_get_type ())
G_DECLARE_FINAL_TYPE (DeskSheetLine, desk_sheet_line, DESK, SHEET_LINE, GObject)

/**
 * DeskSheetLine:
 * @depth: 0 for a line of the section, 1 for one below it
 * @title: plain text
 * @value: (nullable): plain text at the right
 * @note: (nullable): more text, over the whole width
 * @doubt: (nullable): what is wrong with the value, as a sentence
 * @uri: (nullable): where the value leads; only addresses of http and https are opened
 * @look: of a block of the week that it explains, or %DESK_SHEET_NO_LOOK
 * @pill: how the value signals; %DESK_STATUS_PILL_NONE is plain text
 * @week: (nullable): of %DESK_SHEET_LINE_WEEK
 *
 * A plain holder; #DeskSheet fills it, nobody changes it after that.
 */
struct _DeskSheetLine
{
  GObject             parent_instance;

  DeskSheetLineKind   kind;
  DeskSheetLinePlace  place;
  guint               depth;
  guint               look;
  DeskStatusPillKind  pill;
  char               *title;
  char               *value;
  char               *note;
  char               *doubt;
  char               *uri;
  DeskWeek           *week;
};

DeskSheetLine *desk_sheet_line_new      (DeskSheetLineKind  kind,
                                         guint              depth,
                                         const char        *title);

/**
 * desk_sheet_line_dup_text:
 *
 * Returns: (transfer full): the line as text to copy
 */
char          *desk_sheet_line_dup_text (DeskSheetLine     *self);

G_END_DECLS
