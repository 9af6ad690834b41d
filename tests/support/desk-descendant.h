/* desk-descendant.h: finds processes that this one has started, directly or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_descendant_find:
 * @name: what the kernel calls it: the first 15 bytes of the program's name
 *
 * Goes down the tree of processes from this one. No other process of the machine is looked at.
 *
 * Returns: (transfer full) (element-type GPid): the ids of all such descendants that have not ended
 */
GArray *desk_descendant_find (const char *name);

G_END_DECLS
