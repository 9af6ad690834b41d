/* desk-export-statement.c: the transactions of one account in one currency
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-statement.h"

DeskExportStatement *
desk_export_statement_new (void)
{
  DeskExportStatement *self = g_new0 (DeskExportStatement, 1);

  self->rows = g_string_new (NULL);
  self->total = desk_decimal_new_zero ();
  self->first = G_MAXINT64;
  self->last = G_MININT64;
  return self;
}

void
desk_export_statement_free (DeskExportStatement *self)
{
  g_free (self->name);
  g_free (self->currency);
  g_free (self->suffix);
  g_string_free (self->rows, TRUE);
  desk_decimal_free (self->total);
  g_free (self);
}

gboolean
desk_export_statement_has_rows (const DeskExportStatement *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->rows->len > 0;
}

void
desk_export_statement_add (DeskExportStatement *self,
                           gint64               instant,
                           const DeskDecimal   *amount)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (amount != NULL);

  self->first = MIN (self->first, instant);
  self->last = MAX (self->last, instant);
  desk_decimal_add (self->total, amount);
}
