/* desk-sandbox-cursor.h: a place in a list, as an opaque text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxCursor:
 * @sequence: the segment
 * @position: the row in it
 */
typedef struct
{
  guint64 sequence;
  guint64 position;
} DeskSandboxCursor;

/**
 * desk_sandbox_cursor_format:
 * @list: which list it is a place in
 *
 * Returns: (transfer full): base64url without padding
 */
char     *desk_sandbox_cursor_format (const DeskSandboxCursor *self,
                                      const char              *list);

/**
 * desk_sandbox_cursor_parse:
 * @text: from outside
 * @list: which list it has to be a place in
 *
 * Returns: whether @text is a place in @list
 */
gboolean  desk_sandbox_cursor_parse  (const char              *text,
                                      const char              *list,
                                      DeskSandboxCursor       *self);

G_END_DECLS
