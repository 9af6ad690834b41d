/* desk-export-file.h: a file that is being written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskExportFile:
 *
 * Blocks while it writes: for worker threads only. After a failure each call fails.
 */
typedef struct _DeskExportFile DeskExportFile;

/**
 * desk_export_file_open:
 * @path: (type filename): made if it is absent, readable by its owner only; emptied otherwise
 *
 * Returns: (transfer full) (nullable): %NULL with @error set in #G_FILE_ERROR
 */
DeskExportFile *desk_export_file_open   (const char      *path,
                                         GError         **error);

/* Closes without a look at what was not written yet. */
void            desk_export_file_free   (DeskExportFile  *self);

gboolean        desk_export_file_write  (DeskExportFile  *self,
                                         const char      *text,
                                         gsize            length,
                                         GError         **error);
gboolean        desk_export_file_append (DeskExportFile  *self,
                                         const char      *text,
                                         GError         **error);

/* Returns: %FALSE with @error set in #G_FILE_ERROR if not everything could be written */
gboolean        desk_export_file_close  (DeskExportFile  *self,
                                         GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportFile, desk_export_file_free)

G_END_DECLS
