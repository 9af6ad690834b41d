/* desk-sheet-words.h: members of a record as lines of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-field.h"
#include "desk-price-check.h"
#include "desk-sheet.h"
#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskSheetAddFunc:
 * @element: an object, or whatever was sent in its place
 */
typedef void (*DeskSheetAddFunc) (DeskSheet     *sheet,
                                  guint          depth,
                                  DeskJsonSlice  element);

/**
 * desk_sheet_words:
 *
 * Returns: (transfer full) (nullable): the member in words; %NULL if it is absent, null or empty
 */
char          *desk_sheet_words        (DeskJsonSlice     object,
                                        const char       *member,
                                        DeskFieldType     type);

/**
 * desk_sheet_words_joined:
 *
 * Returns: (transfer full) (nullable): codes of an array in words: "Paper bill, direct debit"
 */
char          *desk_sheet_words_joined (DeskJsonSlice     object,
                                        const char       *member);

/**
 * desk_sheet_money:
 * @text: an amount as it was sent
 * @currency: (nullable): %NULL, "" and "AUD" are dollars
 *
 * Returns: (transfer full): "$10.00", "−$0.4213", "USD 5.00"; @text itself if it is no number
 */
char          *desk_sheet_money        (const char       *text,
                                        const char       *currency);

/* As desk_sheet_words(), of an amount in the currency of @object. */
char          *desk_sheet_words_of_money (DeskJsonSlice   object,
                                        const char       *member);

/* As desk_sheet_words(), of a rate: over 100 % it stays as it was sent. @doubt: (out): (nullable): what is wrong with it */
char          *desk_sheet_words_of_rate (DeskJsonSlice    object,
                                        const char       *member,
                                        const char      **doubt);

/* Adds a line for a member that is there; returns it, or %NULL. */
DeskSheetLine *desk_sheet_add_member   (DeskSheet        *sheet,
                                        guint             depth,
                                        const char       *title,
                                        DeskJsonSlice     object,
                                        const char       *member,
                                        DeskFieldType     type);

/* Adds a line for an amount that is there; returns it, or %NULL. */
DeskSheetLine *desk_sheet_add_money    (DeskSheet        *sheet,
                                        guint             depth,
                                        const char       *title,
                                        DeskJsonSlice     object,
                                        const char       *member);

/* Adds a line with an address that can be opened. */
void           desk_sheet_add_uri      (DeskSheet        *sheet,
                                        guint             depth,
                                        const char       *title,
                                        DeskJsonSlice     object,
                                        const char       *member);

/* Appends a text to the note of a line. Takes @text, which may be %NULL. */
void           desk_sheet_line_take_note (DeskSheetLine  *line,
                                        char             *text);

/**
 * desk_sheet_add_each:
 * @list: an array; one object counts as an array of one (hard-cases.md 7). Anything else is a line as it was sent, marked
 */
void           desk_sheet_add_each     (DeskSheet        *sheet,
                                        guint             depth,
                                        DeskJsonSlice     list,
                                        DeskSheetAddFunc  add);

/**
 * desk_sheet_add_section:
 * @missing: (nullable): as for desk_sheet_end()
 *
 * A section with a line, or several, for each element of a member.
 */
void           desk_sheet_add_section  (DeskSheet        *sheet,
                                        const char       *heading,
                                        const char       *missing,
                                        DeskJsonSlice     object,
                                        const char       *member,
                                        DeskSheetAddFunc  add);

/**
 * desk_sheet_add_typed:
 * @type_member: holds the code that names the line
 *
 * A line for an element with `additional_value`, `additional_info` and `additional_info_uri`, as products have many.
 *
 * Returns: (transfer none): the line
 */
DeskSheetLine *desk_sheet_add_typed    (DeskSheet        *sheet,
                                        guint             depth,
                                        DeskJsonSlice     element,
                                        const char       *type_member);

/**
 * desk_sheet_words_every:
 * @duration: an ISO 8601 duration
 *
 * Returns: (transfer full): how often something happens: "every month", "every 3 months"; @duration itself if it is none
 */
char *desk_sheet_words_every  (const char    *duration);

G_END_DECLS
