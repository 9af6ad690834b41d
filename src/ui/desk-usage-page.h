/* desk-usage-page.h: the energy usage of an end user, by day or month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_USAGE_PAGE (desk_usage_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskUsagePage, desk_usage_page, DESK, USAGE_PAGE, GtkWidget)

/**
 * desk_usage_page_new:
 * @context: an open one
 *
 * Figures and a bar chart of 30 days or 12 months of one service point, kept up to date with the store.
 */
GtkWidget *desk_usage_page_new (DeskContext *context,
                                DeskEndUser *end_user);

G_END_DECLS
