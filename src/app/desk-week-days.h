/* desk-week-days.h: sets of days of the week, as energy tariffs name them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskWeekDays:
 *
 * A set of days, Monday first. Public holidays are a day of their own.
 */
typedef enum
{
  DESK_WEEK_DAYS_MONDAY          = 1 << 0,
  DESK_WEEK_DAYS_TUESDAY         = 1 << 1,
  DESK_WEEK_DAYS_WEDNESDAY       = 1 << 2,
  DESK_WEEK_DAYS_THURSDAY        = 1 << 3,
  DESK_WEEK_DAYS_FRIDAY          = 1 << 4,
  DESK_WEEK_DAYS_SATURDAY        = 1 << 5,
  DESK_WEEK_DAYS_SUNDAY          = 1 << 6,
  DESK_WEEK_DAYS_PUBLIC_HOLIDAYS = 1 << 7,
} DeskWeekDays;

#define DESK_WEEK_DAYS_NONE ((DeskWeekDays) 0)
#define DESK_WEEK_DAYS_BUSINESS ((DeskWeekDays) 0x1f)
#define DESK_WEEK_DAYS_WEEKEND ((DeskWeekDays) 0x60)
#define DESK_WEEK_DAYS_ALL ((DeskWeekDays) 0x7f)

/* Rows of a week: Monday to Sunday, then public holidays. */
#define DESK_WEEK_N_DAYS 8

/**
 * desk_week_days_parse:
 * @text: `MON`, `PUBLIC_HOLIDAYS`; or, as retailers send it, `BUSINESS_DAYS`, `SATURDAY` (hard-cases.md 20)
 *
 * Returns: %DESK_WEEK_DAYS_NONE if it names no day
 */
DeskWeekDays desk_week_days_parse    (const char    *text);

/**
 * desk_week_days_read:
 * @value: an array of names, one name, or an object with a truth value for each name (hard-cases.md 7)
 * @is_whole: (out) (optional): %FALSE if a part of it names no day
 */
DeskWeekDays desk_week_days_read     (DeskJsonSlice  value,
                                      gboolean      *is_whole);

/**
 * desk_week_days_words:
 *
 * Returns: (transfer full): "Monday to Friday", "Every day", "Saturday, Sunday"; "" for none
 */
char        *desk_week_days_words    (DeskWeekDays   days);

/**
 * desk_week_days_get_name:
 * @day: 0 for Monday to 7 for public holidays
 *
 * Returns: (transfer none): translated: "Monday"
 */
const char  *desk_week_days_get_name (guint          day);

G_END_DECLS
