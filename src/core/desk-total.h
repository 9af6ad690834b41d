/* desk-total.h: the exact sum of an amount in one currency
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-decimal.h"

G_BEGIN_DECLS

/**
 * DeskTotal:
 * @currency: ISO 4217; absent, null and empty count as AUD
 * @sum: exact
 * @n_rows: rows that were added
 * @n_unreadable: rows whose amount is absent or not a decimal number; they are not in @sum
 */
typedef struct
{
  char        *currency;
  DeskDecimal *sum;
  guint64      n_rows;
  guint64      n_unreadable;
} DeskTotal;

void desk_total_free (DeskTotal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTotal, desk_total_free)

G_END_DECLS
