/* desk-list-merge.h: brings a list store to a wanted content with the smallest change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * desk_list_merge:
 * @store: what is shown
 * @wanted: (element-type GObject): what it shall hold, in order
 *
 * Objects that stay at the start and at the end are not touched, so that selection and scroll stay; nothing is
 * emitted if nothing changes.
 */
void desk_list_merge (GListStore *store,
                      GPtrArray  *wanted);

G_END_DECLS
