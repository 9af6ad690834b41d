/* desk-export-request.h: what is to be exported, how, and where to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-export-format.h"
#include "desk-query.h"

G_BEGIN_DECLS

/**
 * DeskExportRequest:
 * @path: (type filename): the file, or the folder if desk_export_request_makes_folder()
 * @may_replace: whether files that are there may be replaced
 * @now: microseconds since the epoch, by the clock of the environment
 * @is_single: whether it is about one data set: a file of its own form; several are a folder or have their names in the file
 * @queries: (element-type DeskQuery): one for each data set, all of one end user
 * @ids: (nullable) (element-type gint64): only these rows of the one query
 */
typedef struct
{
  DeskExportFormat  format;
  char             *path;
  gboolean          may_replace;
  gboolean          is_single;
  gint64            now;
  GPtrArray        *queries;
  GArray           *ids;
} DeskExportRequest;

DeskExportRequest *desk_export_request_new          (DeskExportFormat         format,
                                                     const char              *path,
                                                     gint64                   now);
DeskExportRequest *desk_export_request_copy         (const DeskExportRequest *self);
void               desk_export_request_free         (DeskExportRequest       *self);

/* Adds a copy of @query. */
void               desk_export_request_add          (DeskExportRequest       *self,
                                                     const DeskQuery         *query);

/* Returns: whether a folder is made, with a file for each data set */
gboolean           desk_export_request_makes_folder (const DeskExportRequest *self);

/* Returns: (nullable): how the data set is asked for, if it is */
const DeskQuery   *desk_export_request_find         (const DeskExportRequest *self,
                                                     const char              *resource_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportRequest, desk_export_request_free)

G_END_DECLS
