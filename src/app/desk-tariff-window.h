/* desk-tariff-window.h: when in the week a price of an energy plan counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-week-days.h"

G_BEGIN_DECLS

#define DESK_TARIFF_DAY_MINUTES 1440

/**
 * DeskTariffWindow:
 * @days: on which days
 * @start: minutes after midnight
 * @end: minutes after midnight, up to 1440; less than @start if the window wraps midnight
 */
typedef struct
{
  DeskWeekDays days;
  guint        start;
  guint        end;
} DeskTariffWindow;

/**
 * DeskTariffSpan:
 * @start: minutes after midnight
 * @end: more than @start, up to 1440
 */
typedef struct
{
  guint start;
  guint end;
} DeskTariffSpan;

/**
 * desk_tariff_window_read:
 * @object: has `days`, and `start_time` and `end_time` as for desk_time_of_day_parse()
 * @window: (out caller-allocates): an end of 20:59 is meant to include its minute, so it becomes 21:00; equal times and
 *   times that are both absent are the whole day
 *
 * Returns: %FALSE if it has no day that is known or a time that is none
 */
gboolean desk_tariff_window_read      (DeskJsonSlice           object,
                                       DeskTariffWindow       *window);

/**
 * desk_tariff_window_get_spans:
 * @spans: (out caller-allocates) (array fixed-size=2): the parts of one of its days. A window that wraps midnight has
 *   two: retailers list 2200 to 659 for business days beside windows for all of Saturday and Sunday, so its hours after
 *   midnight belong to the same day
 *
 * Returns: how many there are
 */
guint    desk_tariff_window_get_spans (const DeskTariffWindow *self,
                                       DeskTariffSpan         *spans);

/**
 * desk_tariff_window_words:
 *
 * Returns: (transfer full): "Monday to Friday, 15:00 to 21:00", "Every day, all day"
 */
char    *desk_tariff_window_words     (const DeskTariffWindow *self);

G_END_DECLS
