/* desk-export-target.h: where an export goes: whole, or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskExportTarget:
 *
 * A temporary file or folder beside the one that is asked for; it takes its place once everything is on the disk.
 * Blocks: for worker threads only.
 */
typedef struct _DeskExportTarget DeskExportTarget;

/**
 * desk_export_target_new:
 * @path: (type filename): the file or folder that is to be there in the end
 * @is_folder: whether it is a folder with several files
 * @may_replace: whether a file that is there may be replaced; in a folder, the files of the same names
 *
 * Returns: (transfer full) (nullable): %NULL with @error set in #G_FILE_ERROR: %G_FILE_ERROR_EXIST if something is
 *   there that may not be replaced
 */
DeskExportTarget *desk_export_target_new      (const char        *path,
                                               gboolean           is_folder,
                                               gboolean           may_replace,
                                               GError           **error);

/* Removes what was written unless it was committed. */
void              desk_export_target_free     (DeskExportTarget  *self);

/* Returns: (type filename): the temporary file, which is there and empty, or the temporary folder */
const char       *desk_export_target_get_path (DeskExportTarget  *self);

/**
 * desk_export_target_commit:
 *
 * Waits for the disk, then puts everything in its place. Only its owner may read it.
 *
 * Returns: %FALSE with @error set in #G_FILE_ERROR
 */
gboolean          desk_export_target_commit   (DeskExportTarget  *self,
                                               GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportTarget, desk_export_target_free)

G_END_DECLS
