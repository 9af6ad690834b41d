/* desk-receipt-book.h: the receipts of consents that are over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-directory.h"
#include "desk-kept-place.h"
#include "desk-receipt.h"

G_BEGIN_DECLS

#define DESK_TYPE_RECEIPT_BOOK (desk_receipt_book_get_type ())
G_DECLARE_FINAL_TYPE (DeskReceiptBook, desk_receipt_book, DESK, RECEIPT_BOOK, GObject)

/**
 * desk_receipt_book_new:
 * @directory: tells what ends
 * @environment: its name
 * @place: one file for each receipt
 *
 * Keeps one receipt for each consent that ends, in whatever way. If a consent turns out to be active after all, as
 * when the sandbox's clock is moved back, its receipt goes.
 *
 * #DeskReceiptBook::changed (consent id) is emitted when a receipt was added.
 */
DeskReceiptBook *desk_receipt_book_new  (DeskDirectory   *directory,
                                         DeskClock       *clock,
                                         const char      *environment,
                                         DeskKeptPlace   *place);

/* Returns: (transfer none) (nullable): the receipt of that consent */
DeskReceipt     *desk_receipt_book_find (DeskReceiptBook *self,
                                         const char      *consent_id);

G_END_DECLS
