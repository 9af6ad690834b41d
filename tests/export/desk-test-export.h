/* desk-test-export.h: rows through a writer, into a file of a folder that is gone afterwards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-format.h"

G_BEGIN_DECLS

typedef struct
{
  char             *folder; /* (owned) */
  char             *path;   /* (owned): in it */
  DeskExportWriter *writer; /* (owned) (nullable) */
} DeskTestExport;

/* @now: 2026-11-21T00:00:00Z */
DeskTestExport *desk_test_export_new     (DeskExportFormat  format,
                                          gboolean          is_single);
void            desk_test_export_free    (DeskTestExport   *self);

/**
 * desk_test_export_add:
 * @records: a JSON array, or anything that is no array for one record
 *
 * Returns: (transfer full): for each record, the nick of the reason for which it is left out or "none", joined by blanks
 */
char           *desk_test_export_add     (DeskTestExport   *self,
                                          const char       *resource_name,
                                          gboolean          is_asked_for,
                                          const char       *records);

/* Returns: (transfer full): the whole file, once it is finished */
char           *desk_test_export_finish  (DeskTestExport   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTestExport, desk_test_export_free)

G_END_DECLS
