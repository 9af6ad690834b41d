/* desk-quality-example.h: opens the record that a finding is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-quality-finding.h"
#include "desk-store.h"

G_BEGIN_DECLS

/* A record on its way to a window of its own. */
typedef struct _DeskQualityExample DeskQualityExample;

/**
 * desk_quality_example_new:
 * @widget: (unowned): of the window that the record's window belongs to; outlives the example
 * @arrangement_id: (nullable): of the run that made the finding
 * @finding: has a position
 * @moved: called instead, once, if another record has come to that position since the run; not after
 *   desk_quality_example_free()
 * @user_data: for @moved
 *
 * Reads the rows of the finding's data set, and opens the first that it is about as soon as it is there.
 */
DeskQualityExample *desk_quality_example_new  (GtkWidget          *widget,
                                               DeskStore          *store,
                                               const char         *end_user_id,
                                               const char         *arrangement_id,
                                               DeskQualityFinding *finding,
                                               GSourceOnceFunc     moved,
                                               gpointer            user_data);
void                desk_quality_example_free (DeskQualityExample *self);

G_END_DECLS
