/* desk-usage-day-window.h: the half hours of one day of energy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_USAGE_DAY_WINDOW (desk_usage_day_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskUsageDayWindow, desk_usage_day_window, DESK, USAGE_DAY_WINDOW, AdwWindow)

/**
 * desk_usage_day_window_new:
 * @service_point_id: whose reads
 * @title: the service point in words
 * @day: a day of the calendar of @zone
 * @zone: the zone whose clock is shown; days in which its summer time begins or ends have 46 or 50 half hours
 *
 * A chart of the energy that was drawn and exported, from the stored reads. When data are purged, the window closes.
 */
GtkWidget *desk_usage_day_window_new (DeskContext *context,
                                      DeskEndUser *end_user,
                                      const char  *service_point_id,
                                      const char  *title,
                                      const GDate *day,
                                      GTimeZone   *zone);

G_END_DECLS
