/* desk-week.c: blocks of time in the rows of a grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-week.h"

struct _DeskWeek
{
  GPtrArray *labels; /* of char * */
  GArray    *blocks; /* of DeskWeekBlock */
};

static void
block_clear (gpointer data)
{
  DeskWeekBlock *block = data;

  g_free (block->sign);
  g_free (block->words);
}

static void
week_clear (gpointer data)
{
  DeskWeek *self = data;

  g_ptr_array_unref (self->labels);
  g_array_unref (self->blocks);
}

DeskWeek *
desk_week_new (void)
{
  DeskWeek *self = g_rc_box_new0 (DeskWeek);

  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (DeskWeekBlock));
  g_array_set_clear_func (self->blocks, block_clear);
  return self;
}

DeskWeek *
desk_week_ref (DeskWeek *self)
{
  return g_rc_box_acquire (self);
}

void
desk_week_unref (DeskWeek *self)
{
  g_rc_box_release_full (self, week_clear);
}

void
desk_week_add_row (DeskWeek   *self,
                   const char *label)
{
  g_return_if_fail (self != NULL && label != NULL);

  g_ptr_array_add (self->labels, g_strdup (label));
}

void
desk_week_add_block (DeskWeek   *self,
                     guint       row,
                     guint       start,
                     guint       end,
                     guint       look,
                     const char *sign,
                     const char *words)
{
  DeskWeekBlock block = { row, start, end, look, NULL, NULL };

  g_return_if_fail (self != NULL && row < self->labels->len);
  g_return_if_fail (start < end && end <= DESK_WEEK_ROW_LENGTH);
  g_return_if_fail (look < DESK_WEEK_N_LOOKS);

  block.sign = g_strdup (sign);
  block.words = g_strdup (words);
  g_array_append_val (self->blocks, block);
}

guint
desk_week_get_n_rows (DeskWeek *self)
{
  return self->labels->len;
}

const char *
desk_week_get_label (DeskWeek *self,
                     guint     row)
{
  g_return_val_if_fail (row < self->labels->len, NULL);

  return g_ptr_array_index (self->labels, row);
}

guint
desk_week_get_n_blocks (DeskWeek *self)
{
  return self->blocks->len;
}

const DeskWeekBlock *
desk_week_get_block (DeskWeek *self,
                     guint     position)
{
  g_return_val_if_fail (position < self->blocks->len, NULL);

  return &g_array_index (self->blocks, DeskWeekBlock, position);
}
