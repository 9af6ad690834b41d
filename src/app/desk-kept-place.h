/* desk-kept-place.h: where small files of one kind may be kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-file-writer.h"

G_BEGIN_DECLS

#define DESK_TYPE_KEPT_PLACE (desk_kept_place_get_type ())
G_DECLARE_FINAL_TYPE (DeskKeptPlace, desk_kept_place, DESK, KEPT_PLACE, GObject)

/**
 * desk_kept_place_new:
 * @writer: (nullable): %NULL if nothing may be kept: then there are no files, and none is written
 * @folder: (nullable) (type filename): where the files lie
 * @prefix: (nullable): how the name of each begins
 */
DeskKeptPlace *desk_kept_place_new       (DeskFileWriter *writer,
                                          const char     *folder,
                                          const char     *prefix);

/**
 * desk_kept_place_dup_name:
 * @id: from outside; only its hash becomes part of the name
 *
 * Returns: (transfer full): the name of the file about @id
 */
char          *desk_kept_place_dup_name  (DeskKeptPlace  *self,
                                          const char     *id);

/* Returns: (transfer full) (element-type utf8): the names of the files that are there */
GPtrArray     *desk_kept_place_list      (DeskKeptPlace  *self);

/* Returns: (transfer full) (nullable): the contents of a small file; %NULL if there is none */
GBytes        *desk_kept_place_read      (DeskKeptPlace  *self,
                                          const char     *name);

/* Writes the file soon; @bytes: (nullable): %NULL removes it */
void           desk_kept_place_write     (DeskKeptPlace  *self,
                                          const char     *name,
                                          GBytes         *bytes);

G_END_DECLS
