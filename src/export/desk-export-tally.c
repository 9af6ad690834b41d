/* desk-export-tally.c: how many rows of a data set are in an export, and how many are not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-tally.h"

#include <glib/gi18n-lib.h>

DeskExportTally *
desk_export_tally_new (const DeskResource *resource)
{
  DeskExportTally *self = g_new0 (DeskExportTally, 1);

  self->resource = resource;
  return self;
}

void
desk_export_tally_free (DeskExportTally *self)
{
  g_free (self);
}

guint
desk_export_tally_get_n_written (const DeskExportTally *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows[DESK_EXPORT_REASON_NONE];
}

guint
desk_export_tally_get_n_left_out (const DeskExportTally *self)
{
  guint n_left_out = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = DESK_EXPORT_REASON_NONE + 1; i < DESK_EXPORT_N_REASONS; i++)
    n_left_out += self->n_rows[i];
  return n_left_out;
}

char *
desk_export_tally_dup_reasons (const DeskExportTally *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_left_out = desk_export_tally_get_n_left_out (self);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = DESK_EXPORT_REASON_NONE + 1; i < DESK_EXPORT_N_REASONS; i++)
    {
      if (self->n_rows[i] == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, _(desk_export_reason_get_label (i)));
      if (self->n_rows[i] < n_left_out)
        /* Translators: how many of the rows that are left out, after the reason: "no amount (3)" */
        g_string_append_printf (text, _(" (%u)"), self->n_rows[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
