/* desk-export-format.h: the formats of exports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-writer.h"

G_BEGIN_DECLS

/**
 * DeskExportFormat:
 *
 * In the order in which they are offered.
 */
typedef enum
{
  DESK_EXPORT_FORMAT_CSV,
  DESK_EXPORT_FORMAT_JSON,
  DESK_EXPORT_FORMAT_OFX,
  DESK_EXPORT_FORMAT_QIF,
  DESK_EXPORT_FORMAT_NEM12,
  DESK_EXPORT_FORMAT_SQLITE,
} DeskExportFormat;

#define DESK_EXPORT_N_FORMATS (DESK_EXPORT_FORMAT_SQLITE + 1)

/* Returns: a word for programs: "nem12" */
const char *desk_export_format_get_nick        (DeskExportFormat    format);

/* Returns: of a file name, without the dot */
const char *desk_export_format_get_extension   (DeskExportFormat    format);

/* Returns: untranslated: "CSV" */
const char *desk_export_format_get_label       (DeskExportFormat    format);

/* Returns: untranslated: what it is good for */
const char *desk_export_format_get_description (DeskExportFormat    format);

/* Returns: whether @nick names a format, which is @format then */
gboolean    desk_export_format_find            (const char         *nick,
                                                DeskExportFormat   *format);

/**
 * desk_export_format_get_resources:
 *
 * Returns: (array zero-terminated=1) (nullable): the only data sets that it holds, in the order in which its writer takes
 *   them; the last one is what the others are there for. %NULL if it holds any
 */
const char *const *desk_export_format_get_resources (DeskExportFormat    format);
gboolean           desk_export_format_holds         (DeskExportFormat    format,
                                                     const DeskResource *resource);

/* Returns: (nullable): the stored field that the writer wants the rows of its data sets ordered by */
const char        *desk_export_format_get_order     (DeskExportFormat    format);

/**
 * desk_export_format_create_writer:
 * @path: (type filename): a file that is there and empty; for several data sets as CSV, a folder
 * @is_single: whether one data set is written
 * @now: microseconds since the epoch
 *
 * Returns: (transfer full) (nullable): %NULL with @error set in #G_FILE_ERROR or #G_IO_ERROR
 */
DeskExportWriter  *desk_export_format_create_writer (DeskExportFormat    format,
                                                     const char         *path,
                                                     gboolean            is_single,
                                                     gint64              now,
                                                     GError            **error);

/* Returns: whether what is written is a folder with a file for each data set */
gboolean           desk_export_format_makes_folder  (DeskExportFormat    format,
                                                     gboolean            is_single);

G_END_DECLS
