/* desk-end-user-pane.h: one end user: what is shared, and which data there is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_END_USER_PANE (desk_end_user_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskEndUserPane, desk_end_user_pane, DESK, END_USER_PANE, GtkWidget)

/**
 * DeskEndUserPane:
 *
 * Signals: `resource-activated` (#DeskResource as pointer); `consent-activated` (#DeskConsent); `link-intended`: the pointer or
 * the keyboard focus is on a button that links an account.
 */

/* @end_user: (nullable): nobody is chosen */
void desk_end_user_pane_set_end_user    (DeskEndUserPane    *self,
                                         DeskContext        *context,
                                         DeskEndUser        *end_user);

/**
 * desk_end_user_pane_select_resource:
 * @resource: (nullable): what was asked for last
 *
 * Marks the data set that is to be shown: @resource if it is shared, else the first that is.
 *
 * Returns: (transfer none) (nullable): that data set; %NULL if nothing is shared
 */
const DeskResource *
     desk_end_user_pane_select_resource (DeskEndUserPane    *self,
                                         const DeskResource *resource);

/* Marks the quality page. Returns: whether there is anything to check */
gboolean
     desk_end_user_pane_select_quality  (DeskEndUserPane    *self);

/* Whether the pane must offer the way back to the list of end users. */
void desk_end_user_pane_set_folded      (DeskEndUserPane    *self,
                                         gboolean            folded);

/* Whether no data stand beside the pane: a long name may take all the room then. */
void desk_end_user_pane_set_alone       (DeskEndUserPane    *self,
                                         gboolean            alone);

G_END_DECLS
