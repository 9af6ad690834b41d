/* desk-week.h: blocks of time in the rows of a grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Looks of blocks: each has a colour and a pattern of its own. */
#define DESK_WEEK_N_LOOKS 6

/* Minutes of a row. */
#define DESK_WEEK_ROW_LENGTH 1440

/**
 * DeskWeekBlock:
 * @row: which row
 * @start: minutes from the start of the row
 * @end: more than @start, at most %DESK_WEEK_ROW_LENGTH
 * @look: less than %DESK_WEEK_N_LOOKS
 * @sign: (owned): a word or two, shown where there is room
 * @words: (owned): all that is to say of the block
 */
typedef struct
{
  guint  row;
  guint  start;
  guint  end;
  guint  look;
  char  *sign;
  char  *words;
} DeskWeekBlock;

/**
 * DeskWeek:
 *
 * The rows of a grid with their blocks; counted references.
 */
typedef struct _DeskWeek DeskWeek;

DeskWeek            *desk_week_new           (void);
DeskWeek            *desk_week_ref           (DeskWeek   *self);
void                 desk_week_unref         (DeskWeek   *self);

/* Adds a row at the bottom; rows without a block are shown too. */
void                 desk_week_add_row       (DeskWeek   *self,
                                              const char *label);

/* Adds a block to a row that is there. */
void                 desk_week_add_block     (DeskWeek   *self,
                                              guint       row,
                                              guint       start,
                                              guint       end,
                                              guint       look,
                                              const char *sign,
                                              const char *words);
guint                desk_week_get_n_rows    (DeskWeek   *self);
const char          *desk_week_get_label     (DeskWeek   *self,
                                              guint       row);
guint                desk_week_get_n_blocks  (DeskWeek   *self);
const DeskWeekBlock *desk_week_get_block     (DeskWeek   *self,
                                              guint       position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskWeek, desk_week_unref)

G_END_DECLS
