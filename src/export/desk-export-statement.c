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
  g_free (self);
}

gboolean
desk_export_statement_has_rows (const DeskExportStatement *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->rows->len > 0;
}

void
desk_export_statement_add_time (DeskExportStatement *self,
                                gint64               instant)
{
  g_return_if_fail (self != NULL);

  self->first = MIN (self->first, instant);
  self->last = MAX (self->last, instant);
}
