/* desk-sheet.h: a record as a page to read: sections of lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-sheet-line.h"

G_BEGIN_DECLS

#define DESK_TYPE_SHEET (desk_sheet_get_type ())
G_DECLARE_FINAL_TYPE (DeskSheet, desk_sheet, DESK, SHEET, GObject)

DeskSheet     *desk_sheet_new         (void);

/* Returns: (transfer none): a list of #DeskSheetLine */
GListModel    *desk_sheet_get_lines   (DeskSheet  *self);

/* What the sheet is about. @note: (nullable): in more words */
DeskSheetLine *desk_sheet_add_title   (DeskSheet  *self,
                                       const char *title,
                                       const char *note);

/**
 * desk_sheet_begin:
 * @heading: plain text
 *
 * Begins a section.
 */
void           desk_sheet_begin       (DeskSheet  *self,
                                       const char *heading);

/**
 * desk_sheet_end:
 * @missing: (nullable): what is said if the section has no line; with %NULL such a section is left out
 */
void           desk_sheet_end         (DeskSheet  *self,
                                       const char *missing);

/**
 * desk_sheet_add:
 * @value: (nullable)
 *
 * Returns: (transfer none): the new line, to be filled at once
 */
DeskSheetLine *desk_sheet_add         (DeskSheet  *self,
                                       guint       depth,
                                       const char *title,
                                       const char *value);

/* As desk_sheet_add(), if there is a @value; takes it. Returns: (nullable) */
DeskSheetLine *desk_sheet_take        (DeskSheet  *self,
                                       guint       depth,
                                       const char *title,
                                       char       *value);

/* @week: (transfer full): @title names it for assistive technology */
void           desk_sheet_add_week    (DeskSheet  *self,
                                       const char *title,
                                       DeskWeek   *week);

/**
 * desk_sheet_dup_text:
 *
 * Returns: (transfer full): all of it as text to copy
 */
char          *desk_sheet_dup_text    (DeskSheet  *self);

G_END_DECLS
