/* desk-record-outline.h: a record as lines to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-record-line.h"
#include "desk-resource.h"
#include "desk-value-details.h"

G_BEGIN_DECLS

#define DESK_TYPE_RECORD_OUTLINE (desk_record_outline_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecordOutline, desk_record_outline, DESK, RECORD_OUTLINE, GObject)

/**
 * desk_record_outline_new:
 * @bytes: a record as it was received
 * @with_absent: whether known fields that were not sent have a line, too
 *
 * Lays out a record, every value of it once: known fields in the order of the catalogue, plain ones before objects and
 * arrays; the branch of a union that its tag names before the others; what the standard does not know at the end.
 * The outline is immutable and may be read on any thread.
 *
 * Returns: (transfer full) (nullable): the outline, or %NULL with @error set in #DESK_JSON_ERROR or #G_IO_ERROR
 */
DeskRecordOutline    *desk_record_outline_new          (GBytes              *bytes,
                                                        const DeskResource  *resource,
                                                        gboolean             with_absent,
                                                        GCancellable        *cancellable,
                                                        GError             **error);

/* Lays out on a thread of its own: 5 MB take some hundred milliseconds. */
void                  desk_record_outline_new_async    (GBytes              *bytes,
                                                        const DeskResource  *resource,
                                                        gboolean             with_absent,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
DeskRecordOutline    *desk_record_outline_new_finish   (GAsyncResult        *result,
                                                        GError             **error);

const DeskResource   *desk_record_outline_get_resource (DeskRecordOutline   *self);
guint                 desk_record_outline_get_n_lines  (DeskRecordOutline   *self);

/* Returns: (transfer none): valid as long as the outline */
const DeskRecordLine *desk_record_outline_get_line     (DeskRecordOutline   *self,
                                                        guint                position);

/* Returns: (transfer none): for each line the first line behind it that does not lie in it; for #DeskFoldList */
const guint32        *desk_record_outline_get_ends     (DeskRecordOutline   *self);

/**
 * desk_record_outline_is_folded_first:
 *
 * Returns: whether a reader wants the line closed at first: the parts of an address, and the elements of a long array
 */
gboolean              desk_record_outline_is_folded_first (DeskRecordOutline *self,
                                                        guint                position);

/**
 * desk_record_outline_dup_label:
 *
 * Returns: (transfer full): the name of the field in words, or the key as it came, or the number of an element
 */
char                 *desk_record_outline_dup_label    (DeskRecordOutline   *self,
                                                        guint                position);

/**
 * desk_record_outline_dup_details:
 * @position: a line of kind value or list
 *
 * Returns: (transfer full): its value in words
 */
DeskValueDetails     *desk_record_outline_dup_details  (DeskRecordOutline   *self,
                                                        guint                position);

/**
 * desk_record_outline_dup_note:
 * @position: a line of kind section or group
 *
 * Returns: (transfer full) (nullable): what is odd about it
 */
char                 *desk_record_outline_dup_note     (DeskRecordOutline   *self,
                                                        guint                position);

/**
 * desk_record_outline_dup_path:
 *
 * Returns: (transfer full): its JSON path in the record: "$.fees[2].amount"
 */
char                 *desk_record_outline_dup_path     (DeskRecordOutline   *self,
                                                        guint                position);

/**
 * desk_record_outline_search:
 * @text: looked for in labels, keys and values, letter case apart
 *
 * Returns: (transfer full) (nullable) (array length=n_lines): for each line whether it is found, lies in one that is,
 *   or has one in it; %NULL if cancelled
 */
guint8               *desk_record_outline_search       (DeskRecordOutline   *self,
                                                        const char          *text,
                                                        GCancellable        *cancellable);

G_END_DECLS
