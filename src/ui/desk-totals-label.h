/* desk-totals-label.h: the exact total of the listed amounts, per currency
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-store.h"

G_BEGIN_DECLS

#define DESK_TYPE_TOTALS_LABEL (desk_totals_label_get_type ())
G_DECLARE_FINAL_TYPE (DeskTotalsLabel, desk_totals_label, DESK, TOTALS_LABEL, GtkWidget)

/* Shows the total of the rows of @query and follows the store; empty where amounts of the data set cannot be added. */
void desk_totals_label_set_query (DeskTotalsLabel *self,
                                  DeskStore       *store,
                                  const DeskQuery *query);

G_END_DECLS
