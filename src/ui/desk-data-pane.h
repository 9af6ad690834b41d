/* desk-data-pane.h: the data of one end user, one data set at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_DATA_PANE (desk_data_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskDataPane, desk_data_pane, DESK, DATA_PANE, GtkWidget)

/**
 * desk_data_pane_show:
 * @end_user: (nullable): nobody is chosen
 * @resource: (nullable): nothing is chosen
 *
 * Shows the page for @resource: accounts, usage, identity and income have one made by hand, the rest is a table.
 */
void desk_data_pane_show         (DeskDataPane       *self,
                                  DeskContext        *context,
                                  DeskEndUser        *end_user,
                                  const DeskResource *resource);

/* Shows what is wrong with the data of @end_user instead of a data set. */
void desk_data_pane_show_quality (DeskDataPane       *self,
                                  DeskContext        *context,
                                  DeskEndUser        *end_user);

/* Whether the pane must offer the way back to the end user. */
void desk_data_pane_set_folded   (DeskDataPane       *self,
                                  gboolean            folded);

/**
 * desk_data_pane_set_narrow:
 * @narrow: whether the window is about as wide as a phone: the title takes two lines, a table leaves out what counts least
 */
void desk_data_pane_set_narrow   (DeskDataPane       *self,
                                  gboolean            narrow);

/* Returns: (transfer full) (nullable): which rows are shown; %NULL if there is no data set */
DeskQuery *desk_data_pane_dup_query        (DeskDataPane *self);

/* Returns: (transfer full) (nullable) (element-type gint64): the ids of the selected rows; %NULL if it is none or all */
GArray    *desk_data_pane_dup_selected_ids (DeskDataPane *self);

/* Opens the search of the page, if it has one. */
void desk_data_pane_start_search (DeskDataPane       *self);

G_END_DECLS
