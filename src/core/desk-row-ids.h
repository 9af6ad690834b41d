/* desk-row-ids.h: what changed between two lists of row ids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskRowIdsChange:
 * @position: where the lists begin to differ
 * @n_removed: how many ids of the old list are replaced there
 * @n_added: by how many of the new one
 */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} DeskRowIdsChange;

/**
 * desk_row_ids_compare:
 * @before: (element-type gint64)
 * @after: (element-type gint64)
 * @change: (out): what is left between the ids that both begin and end with
 *
 * Returns: whether anything changed
 */
gboolean desk_row_ids_compare (GArray           *before,
                               GArray           *after,
                               DeskRowIdsChange *change);

G_END_DECLS
