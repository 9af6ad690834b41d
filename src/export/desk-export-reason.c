/* desk-export-reason.c: why a row is not in an export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-reason.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
} reasons[DESK_EXPORT_N_REASONS] = {
  [DESK_EXPORT_REASON_NONE] = { "none", N_("written") },
  [DESK_EXPORT_REASON_GONE] = { "gone", N_("removed meanwhile") },
  [DESK_EXPORT_REASON_NO_PLACE] = { "no-place", N_("no place for this data set in the format") },
  [DESK_EXPORT_REASON_NO_ACCOUNT] = { "no-account", N_("no account") },
  [DESK_EXPORT_REASON_PENDING] = { "pending", N_("pending") },
  [DESK_EXPORT_REASON_NO_AMOUNT] = { "no-amount", N_("no amount") },
  [DESK_EXPORT_REASON_LONG_AMOUNT] = { "long-amount", N_("more digits than the format allows") },
  [DESK_EXPORT_REASON_NO_DATE] = { "no-date", N_("no date") },
  [DESK_EXPORT_REASON_NO_METERING_ID] = { "no-metering-id", N_("service point without an NMI") },
  [DESK_EXPORT_REASON_BASIC_READ] = { "basic-read", N_("no intervals") },
  [DESK_EXPORT_REASON_INTERVAL_LENGTH] = { "interval-length", N_("intervals not of 5, 15 or 30 minutes") },
  [DESK_EXPORT_REASON_INCOMPLETE_DAY] = { "incomplete-day", N_("intervals that do not make a whole day") },
  [DESK_EXPORT_REASON_NO_READ] = { "no-read", N_("an interval without a number") },
  [DESK_EXPORT_REASON_NEGATIVE_READ] = { "negative-read", N_("negative energy on an import register") },
  [DESK_EXPORT_REASON_SAME_DAY] = { "same-day", N_("another row for the same day") },
};

const char *
desk_export_reason_get_nick (DeskExportReason reason)
{
  g_return_val_if_fail (reason < DESK_EXPORT_N_REASONS, NULL);

  return reasons[reason].nick;
}

const char *
desk_export_reason_get_label (DeskExportReason reason)
{
  g_return_val_if_fail (reason < DESK_EXPORT_N_REASONS, NULL);

  return reasons[reason].label;
}
