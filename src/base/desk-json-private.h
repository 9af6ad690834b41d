/* desk-json-private.h: what the parts of the JSON reader share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/* RFC 8259 section 2. */
static inline gboolean
_desk_json_is_blank (char byte)
{
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

static inline const char *
_desk_json_skip_blanks (const char *cursor,
                        const char *end)
{
  while (cursor < end && _desk_json_is_blank (*cursor))
    cursor++;
  return cursor;
}

/**
 * _desk_json_skip_value:
 * @cursor: the first byte of a value that desk_json_parse() has accepted
 *
 * Returns: the byte behind the value
 */
const char    *_desk_json_skip_value         (const char    *cursor,
                                              const char    *end);

/**
 * _desk_json_string_equals:
 * @string: a string slice, in its quotes
 * @length: of @text in bytes
 *
 * Returns: whether @string decodes to @text
 */
gboolean       _desk_json_string_equals      (DeskJsonSlice  string,
                                              const char    *text,
                                              gsize          length);

G_END_DECLS
