/* desk-row-private.h: how rows are made and filled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-row.h"
#include "desk-store.h"

G_BEGIN_DECLS

/**
 * desk_row_new:
 * @store: whose purges take the record away, whoever holds the row
 */
DeskRow *desk_row_new       (DeskStore          *store,
                             const DeskResource *resource,
                             const char         *end_user_id,
                             gint64              id);

/**
 * desk_row_set_bytes:
 * @bytes: (nullable): the record, or %NULL once it is gone. notify::loaded follows if it differs
 */
void     desk_row_set_bytes (DeskRow            *self,
                             GBytes             *bytes);

G_END_DECLS
