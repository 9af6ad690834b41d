/* desk-export-day.h: the interval reads of one register and day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-reason.h"
#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskExportDay:
 * @date: `YYYYMMDD`, a day of eastern Australia without daylight saving (CDS)
 * @suffix: of the register: "E1"; "" if it is not known
 * @register_id: "" if it is not known
 * @meter_id: "" if it is not known
 * @unit: in capitals: "KWH"
 * @length: of each interval, in minutes
 * @values: (element-type utf8): in plain notation, none negative; those of a `B` register are energy that was exported
 * @flags: a quality flag of NEM12 for each of @values: `A` actual, `E` estimated, `F` final substitute, `S` substitute
 *
 * Texts hold no commas.
 */
typedef struct
{
  char      *date;
  char      *suffix;
  char      *register_id;
  char      *meter_id;
  char      *unit;
  guint      length;
  GPtrArray *values;
  char      *flags;
} DeskExportDay;

/**
 * desk_export_day_new:
 * @record: a record of `energy.usage`
 * @reason: (out): why there is none
 *
 * Returns: (transfer full) (nullable): the day, if it is a whole one
 */
DeskExportDay *desk_export_day_new  (DeskJsonSlice     record,
                                     DeskExportReason *reason);
void           desk_export_day_free (DeskExportDay    *self);

/* Returns: (transfer full): a member of a record as a single line without commas; "" if it is absent */
char          *desk_export_day_dup_field (DeskJsonSlice record,
                                          const char   *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportDay, desk_export_day_free)

G_END_DECLS
