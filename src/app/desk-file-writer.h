/* desk-file-writer.h: writes small files one after the other, away from the main loop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DESK_TYPE_FILE_WRITER (desk_file_writer_get_type ())
G_DECLARE_FINAL_TYPE (DeskFileWriter, desk_file_writer, DESK, FILE_WRITER, GObject)

DeskFileWriter *desk_file_writer_new   (void);

/**
 * desk_file_writer_write:
 * @path: (type filename): its folder is made if it is absent
 * @bytes: (nullable): the new contents; %NULL removes the file
 *
 * Returns at once. Each file is whole at any time: the old contents, or the new ones. Only its owner may read it.
 * That a file could not be written is logged; whoever asked goes on with what it has in memory.
 */
void            desk_file_writer_write (DeskFileWriter *self,
                                        const char     *path,
                                        GBytes         *bytes);

/* Waits until everything is on the disk; called by dispose. */
void            desk_file_writer_flush (DeskFileWriter *self);

G_END_DECLS
