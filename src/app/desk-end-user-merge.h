/* desk-end-user-merge.h: brings a list of end users up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-end-user.h"

G_BEGIN_DECLS

/**
 * desk_end_user_merge:
 * @list: of #DeskEndUser
 * @received: (element-type DeskEndUser): as the service lists them
 *
 * Gives @list the end users and the order of @received. Objects that are known stay; their new state is copied into them.
 *
 * Returns: (transfer full) (element-type DeskEndUser): those that are not there any more
 */
GPtrArray *desk_end_user_merge (GListStore *list,
                                GPtrArray  *received);

G_END_DECLS
