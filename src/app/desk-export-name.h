/* desk-export-name.h: what an export is called on the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_export_name_new:
 * @who: whose data it is; text from outside
 * @what: (nullable): which data
 * @extension: (nullable): without the dot
 *
 * Returns: (transfer full): "Mia Chen – Transactions.csv": one name without a path, that is not hidden
 */
char *desk_export_name_new       (const char *who,
                                  const char *what,
                                  const char *extension);

/**
 * desk_export_name_find_free:
 * @folder: (type filename)
 *
 * Returns: (transfer full) (type filename): @name in @folder, with a number if something of that name is there
 */
char *desk_export_name_find_free (const char *folder,
                                  const char *name);

G_END_DECLS
