/* desk-data-menu.h: the data sets of an end user, with their row counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_DATA_MENU (desk_data_menu_get_type ())
G_DECLARE_FINAL_TYPE (DeskDataMenu, desk_data_menu, DESK, DATA_MENU, GtkWidget)

/* Signals: `resource-activated` (#DeskResource as pointer): chosen by the user. */

/**
 * desk_data_menu_set_end_user:
 * @end_user: (nullable): whose rows are counted. Data sets that no active consent permits are left out
 */
void                desk_data_menu_set_end_user (DeskDataMenu       *self,
                                                 DeskContext        *context,
                                                 DeskEndUser        *end_user);

/* @resource: (nullable): marked as the one that is shown */
void                desk_data_menu_select       (DeskDataMenu       *self,
                                                 const DeskResource *resource);

/**
 * desk_data_menu_select_quality:
 *
 * Marks the row of the quality page, which activates `win.show-quality`.
 *
 * Returns: whether it is there: without data there is nothing to check
 */
gboolean            desk_data_menu_select_quality (DeskDataMenu     *self);

/**
 * desk_data_menu_resolve:
 * @resource: (nullable): what was asked for last
 *
 * Returns: (transfer none) (nullable): @resource if the menu offers it, else what it offers first, %NULL if it is empty
 */
const DeskResource *desk_data_menu_resolve      (DeskDataMenu       *self,
                                                 const DeskResource *resource);

G_END_DECLS
