/* desk-usage-view.h: figures and bars of the energy usage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-usage-summary.h"

G_BEGIN_DECLS

#define DESK_TYPE_USAGE_VIEW (desk_usage_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskUsageView, desk_usage_view, DESK, USAGE_VIEW, GtkWidget)

/**
 * DeskUsageView::day-opened:
 * @service_point_id: whose day
 * @words: the service point in words
 * @day: the day, as g_date_get_julian() has it
 */

/**
 * desk_usage_view_take_usage:
 * @summary: (transfer full): what to show
 * @metering_ids: (transfer full) (element-type utf8 utf8): service point id -> national metering id
 *
 * Keeps the service point and the days that are looked at, if they are still there.
 *
 * Returns: %FALSE if there is no energy to show
 */
gboolean desk_usage_view_take_usage (DeskUsageView    *self,
                                     DeskUsageSummary *summary,
                                     GHashTable       *metering_ids);

G_END_DECLS
