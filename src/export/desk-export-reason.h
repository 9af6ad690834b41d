/* desk-export-reason.h: why a row is not in an export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskExportReason:
 * @DESK_EXPORT_REASON_NONE: the row is in the export
 * @DESK_EXPORT_REASON_GONE: the row was removed while the export ran
 * @DESK_EXPORT_REASON_NO_PLACE: the format holds other data sets
 * @DESK_EXPORT_REASON_NO_ACCOUNT: the row does not say which account it belongs to
 * @DESK_EXPORT_REASON_PENDING: the transaction is not final: its posted successor will be another row
 * @DESK_EXPORT_REASON_NO_AMOUNT: there is no amount, or none that can be read
 * @DESK_EXPORT_REASON_LONG_AMOUNT: the amount has more digits than the format allows
 * @DESK_EXPORT_REASON_NO_DATE: there is no date, or none that can be read
 * @DESK_EXPORT_REASON_NO_METERING_ID: the service point has no NMI
 * @DESK_EXPORT_REASON_BASIC_READ: the read covers a period as a whole
 * @DESK_EXPORT_REASON_INTERVAL_LENGTH: the intervals are not of 5, 15 or 30 minutes
 * @DESK_EXPORT_REASON_INCOMPLETE_DAY: the intervals do not add up to one day
 * @DESK_EXPORT_REASON_NO_READ: an interval has no number
 * @DESK_EXPORT_REASON_NEGATIVE_READ: energy was exported on a register that counts import
 * @DESK_EXPORT_REASON_SAME_DAY: the register has another row of the same day
 */
typedef enum
{
  DESK_EXPORT_REASON_NONE,
  DESK_EXPORT_REASON_GONE,
  DESK_EXPORT_REASON_NO_PLACE,
  DESK_EXPORT_REASON_NO_ACCOUNT,
  DESK_EXPORT_REASON_PENDING,
  DESK_EXPORT_REASON_NO_AMOUNT,
  DESK_EXPORT_REASON_LONG_AMOUNT,
  DESK_EXPORT_REASON_NO_DATE,
  DESK_EXPORT_REASON_NO_METERING_ID,
  DESK_EXPORT_REASON_BASIC_READ,
  DESK_EXPORT_REASON_INTERVAL_LENGTH,
  DESK_EXPORT_REASON_INCOMPLETE_DAY,
  DESK_EXPORT_REASON_NO_READ,
  DESK_EXPORT_REASON_NEGATIVE_READ,
  DESK_EXPORT_REASON_SAME_DAY,
} DeskExportReason;

#define DESK_EXPORT_N_REASONS (DESK_EXPORT_REASON_SAME_DAY + 1)

/* Returns: a word for programs: "no-amount" */
const char *desk_export_reason_get_nick  (DeskExportReason reason);

/* Returns: untranslated words for people, which follow the data set's name: "no amount" */
const char *desk_export_reason_get_label (DeskExportReason reason);

G_END_DECLS
