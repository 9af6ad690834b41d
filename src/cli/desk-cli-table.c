/* desk-cli-table.c: records as a table for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-cli-table.h"

#include <stdio.h>

#include "desk-cli-text.h"

/* So many rows settle the widths. */
#define N_HELD_ROWS 200

/* Longer cells are shortened, except in the last column. */
#define MAX_WIDTH 44

struct _DeskCliTable
{
  DeskCliColumn *columns;
  guint         *widths;
  guint          n_columns;
  GPtrArray     *held; /* (nullable) (element-type GStrv): until the widths are settled */
};

static void
take_widths (DeskCliTable *self,
             char        **cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = MAX (self->widths[i], desk_cli_text_measure (cells[i]));
}

DeskCliTable *
desk_cli_table_new (const DeskCliColumn *columns,
                    guint                n_columns)
{
  DeskCliTable *self;
  g_autoptr(GStrvBuilder) titles = NULL;
  g_auto(GStrv) cells = NULL;

  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  self = g_new0 (DeskCliTable, 1);
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->widths = g_new0 (guint, n_columns);
  self->n_columns = n_columns;
  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  titles = g_strv_builder_new ();
  for (guint i = 0; i < n_columns; i++)
    g_strv_builder_add (titles, columns[i].title);

  cells = g_strv_builder_end (titles);
  take_widths (self, cells);
  g_ptr_array_add (self->held, g_steal_pointer (&cells));

  return self;
}

static void
print_blanks (guint n_blanks)
{
  for (guint i = 0; i < n_blanks; i++)
    putchar (' ');
}

static void
print_row (DeskCliTable *self,
           char        **cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint width = desk_cli_text_measure (cells[i]);
      guint n_blanks = self->widths[i] > width ? self->widths[i] - width : 0;
      gboolean is_last = i + 1 == self->n_columns;

      if (self->columns[i].is_number)
        print_blanks (n_blanks);

      fputs (cells[i], stdout);
      if (!self->columns[i].is_number && !is_last)
        print_blanks (n_blanks);

      fputs (is_last ? "\n" : "  ", stdout);
    }
}

static void
print_held (DeskCliTable *self)
{
  if (self->held == NULL)
    return;

  for (guint i = 0; i < self->held->len; i++)
    print_row (self, g_ptr_array_index (self->held, i));

  g_clear_pointer (&self->held, g_ptr_array_unref);
}

static char *
dup_cell (DeskCliTable  *self,
          guint          column,
          DeskJsonSlice  record)
{
  DeskJsonSlice value = desk_json_slice_get_path (record, self->columns[column].path);
  g_autofree char *text = desk_json_slice_dup_text (value);
  g_autofree char *safe = desk_cli_text_make_safe (text);

  if (column + 1 == self->n_columns)
    return g_steal_pointer (&safe);

  return desk_cli_text_shorten (safe, MAX_WIDTH);
}

void
desk_cli_table_add (DeskCliTable  *self,
                    DeskJsonSlice  record)
{
  g_auto(GStrv) cells = NULL;

  g_return_if_fail (self != NULL);

  cells = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    cells[i] = dup_cell (self, i, record);

  if (self->held == NULL)
    {
      print_row (self, cells);
      return;
    }

  take_widths (self, cells);
  g_ptr_array_add (self->held, g_steal_pointer (&cells));
  if (self->held->len > N_HELD_ROWS)
    print_held (self);
}

void
desk_cli_table_free (DeskCliTable *self)
{
  print_held (self);
  g_free (self->columns);
  g_free (self->widths);
  g_free (self);
}
