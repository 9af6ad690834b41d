/* desk-invoice-sum.h: whether the parts of an energy invoice add up to its total
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-decimal.h"
#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskInvoiceVerdict:
 * @DESK_INVOICE_UNKNOWN: it has no total, no parts, or an amount that is no number
 */
typedef enum
{
  DESK_INVOICE_UNKNOWN,
  DESK_INVOICE_MATCHES,
  DESK_INVOICE_DIFFERS,
} DeskInvoiceVerdict;

/**
 * desk_invoice_sum_parts:
 * @invoice: a record of `energy.invoices`
 * @sum: (out) (transfer full) (nullable): what the parts come to: charges, less generation credits and discounts, which
 *   are positive there (hard-cases.md 12), plus GST, which the parts leave out. %NULL if it is unknown
 *
 * A discount for paying on time is not yet taken off the total, so it is no part.
 */
DeskInvoiceVerdict desk_invoice_sum_parts (DeskJsonSlice   invoice,
                                           DeskDecimal   **sum);

G_END_DECLS
