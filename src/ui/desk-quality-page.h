/* desk-quality-page.h: what is wrong with the data of an end user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_QUALITY_PAGE (desk_quality_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskQualityPage, desk_quality_page, DESK, QUALITY_PAGE, GtkWidget)

/**
 * desk_quality_page_new:
 *
 * Checks at once, and again some time after the data have changed. A finding opens the first record that it is about.
 */
GtkWidget *desk_quality_page_new (DeskContext *context,
                                  DeskEndUser *end_user);

G_END_DECLS
