/* desk-export-writer.h: writes the rows of data sets in one format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-export-reason.h"
#include "desk-json.h"
#include "desk-resource.h"

G_BEGIN_DECLS

#define DESK_TYPE_EXPORT_WRITER (desk_export_writer_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskExportWriter, desk_export_writer, DESK, EXPORT_WRITER, GObject)

/**
 * DeskExportWriterClass:
 * @begin: as desk_export_writer_begin()
 * @add: as desk_export_writer_add(); the reason is %DESK_EXPORT_REASON_NONE when it is called
 * @end: (nullable): after the last row of the data set
 * @finish: as desk_export_writer_finish()
 */
struct _DeskExportWriterClass
{
  GObjectClass parent_class;

  gboolean (*begin)  (DeskExportWriter    *self,
                      const DeskResource  *resource,
                      gboolean             is_asked_for,
                      GError             **error);
  gboolean (*add)    (DeskExportWriter    *self,
                      DeskJsonSlice        record,
                      DeskExportReason    *reason,
                      GError             **error);
  gboolean (*end)    (DeskExportWriter    *self,
                      GError             **error);
  gboolean (*finish) (DeskExportWriter    *self,
                      GError             **error);
};

/**
 * desk_export_writer_begin:
 * @is_asked_for: whether the rows are to be in the export for their own sake; otherwise they only tell what the
 *   others need to be complete: the accounts of transactions
 *
 * Rows are added data set by data set. Every call blocks: for one worker thread at a time.
 *
 * Returns: %FALSE with @error set in #G_FILE_ERROR or #G_IO_ERROR
 */
gboolean desk_export_writer_begin  (DeskExportWriter    *self,
                                    const DeskResource  *resource,
                                    gboolean             is_asked_for,
                                    GError             **error);

/**
 * desk_export_writer_add:
 * @record: the received bytes of a row
 * @reason: (out): why it is not in the export
 */
gboolean desk_export_writer_add    (DeskExportWriter    *self,
                                    DeskJsonSlice        record,
                                    DeskExportReason    *reason,
                                    GError             **error);
gboolean desk_export_writer_end    (DeskExportWriter    *self,
                                    GError             **error);

/* Writes the rest and closes the file; nothing can be added afterwards. */
gboolean desk_export_writer_finish (DeskExportWriter    *self,
                                    GError             **error);

G_END_DECLS
