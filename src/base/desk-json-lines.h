/* desk-json-lines.h: a JSON text in lines, one value a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-json.h"

G_BEGIN_DECLS

#define DESK_TYPE_JSON_LINES (desk_json_lines_get_type ())
G_DECLARE_FINAL_TYPE (DeskJsonLines, desk_json_lines, DESK, JSON_LINES, GObject)

/**
 * DeskJsonLine:
 * @key: the name of a member; no value elsewhere
 * @value: the value that begins in this line, whole; in a closing line the one that ends
 * @parent: the line of the object or array around; %DESK_JSON_LINE_NO_PARENT at the root
 * @index: its position in an array, from 0
 * @depth: of nesting, for the indentation
 * @in_array: whether the value lies in an array
 * @opens: whether an object or array begins whose members have lines of their own
 * @closes: whether this is the line of its closing bracket
 * @has_comma: whether another value follows
 */
typedef struct
{
  DeskJsonSlice key;
  DeskJsonSlice value;
  guint32       parent;
  guint32       index;
  guint8        depth;
  guint         in_array : 1;
  guint         opens : 1;
  guint         closes : 1;
  guint         has_comma : 1;
} DeskJsonLine;

#define DESK_JSON_LINE_NO_PARENT G_MAXUINT32

/**
 * desk_json_lines_new:
 * @bytes: a JSON text as it was received
 *
 * Only the blanks between values differ from @bytes: names and values are pieces of it. Empty objects and arrays take
 * one line. The lines are immutable and may be read on any thread.
 *
 * Returns: (transfer full) (nullable): the lines, or %NULL with @error set in #DESK_JSON_ERROR or #G_IO_ERROR
 */
DeskJsonLines      *desk_json_lines_new          (GBytes               *bytes,
                                                  GCancellable         *cancellable,
                                                  GError              **error);

/* Reads on a thread of its own. */
void                desk_json_lines_new_async    (GBytes               *bytes,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
DeskJsonLines      *desk_json_lines_new_finish   (GAsyncResult         *result,
                                                  GError              **error);
guint               desk_json_lines_get_n_lines  (DeskJsonLines        *self);

/* Returns: (transfer none): valid as long as the lines */
const DeskJsonLine *desk_json_lines_get_line     (DeskJsonLines        *self,
                                                  guint                 position);

/* Returns: (transfer none): for each line the first line behind it that does not lie in it */
const guint32      *desk_json_lines_get_ends     (DeskJsonLines        *self);

/* Returns: (transfer full): the JSON path of the line's value: "$.fees[2].amount" */
char               *desk_json_lines_dup_path     (DeskJsonLines        *self,
                                                  guint                 position);

/**
 * desk_json_lines_search:
 * @text: looked for in names and plain values, as they were sent and decoded; letter case apart
 *
 * Returns: (transfer full) (element-type guint32) (nullable): the lines in which it is found; %NULL if cancelled
 */
GArray             *desk_json_lines_search       (DeskJsonLines        *self,
                                                  const char           *text,
                                                  GCancellable         *cancellable);

G_END_DECLS
