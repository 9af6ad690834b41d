/* desk-csv-writer.c: rows as comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-csv-writer.h"

#include <string.h>

#include "desk-decimal.h"

static gboolean
is_formula (const char *cell)
{
  g_autoptr(DeskDecimal) number = NULL;

  if (*cell == '\0' || strchr ("=+-@\t\r", *cell) == NULL)
    return FALSE;

  number = desk_decimal_new_from_string (cell, NULL);
  return number == NULL;
}

static void
append_cell (GString    *csv,
             const char *cell)
{
  const char *guard = is_formula (cell) ? "'" : "";
  gboolean quoted = strpbrk (cell, "\",\r\n") != NULL;

  if (quoted)
    g_string_append_c (csv, '"');
  g_string_append (csv, guard);
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *cell);
    }
  if (quoted)
    g_string_append_c (csv, '"');
}

void
desk_csv_append_row (GString            *csv,
                     const char *const  *cells,
                     gsize               n_cells)
{
  g_return_if_fail (csv != NULL);
  g_return_if_fail (cells != NULL || n_cells == 0);

  for (gsize i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      if (cells[i] != NULL)
        append_cell (csv, cells[i]);
    }
  g_string_append (csv, "\r\n");
}

gboolean
desk_csv_write_row (GOutputStream      *stream,
                    const char *const  *cells,
                    gsize               n_cells,
                    GCancellable       *cancellable,
                    GError            **error)
{
  g_autoptr(GString) csv = NULL;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  csv = g_string_new (NULL);
  desk_csv_append_row (csv, cells, n_cells);
  return g_output_stream_write_all (stream, csv->str, csv->len, NULL, cancellable, error);
}
