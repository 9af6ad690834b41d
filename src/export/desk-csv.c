/* desk-csv.c: rows as comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-csv.h"

#include <string.h>

#include "desk-decimal.h"

/* Full-width forms count in Japanese and Chinese locales. */
static gboolean
is_formula (const char *cell)
{
  static const gunichar starts[] = { '=', '+', '-', '@', '\t', '\r', '\n', 0xff1d, 0xff0b, 0xff0d, 0xff20 };
  gunichar first = g_utf8_get_char (cell);
  g_autoptr(DeskDecimal) number = NULL;
  gboolean starts_formula = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    starts_formula = starts_formula || first == starts[i];
  if (!starts_formula)
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
