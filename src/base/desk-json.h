/* desk-json.h: JSON read in place, value by value, without a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DESK_JSON_ERROR (desk_json_error_quark ())

/* Deeper nesting is refused; the deepest real record is 22 deep (hard-cases.md 37). */
#define DESK_JSON_MAX_DEPTH 64

/**
 * DeskJsonError:
 * @DESK_JSON_ERROR_SYNTAX: not JSON; the message says at which byte
 * @DESK_JSON_ERROR_TOO_DEEP: nested deeper than %DESK_JSON_MAX_DEPTH
 * @DESK_JSON_ERROR_NOT_UTF8: bytes that are not UTF-8
 * @DESK_JSON_ERROR_SHAPE: JSON, but not of the shape that was asked for
 */
typedef enum
{
  DESK_JSON_ERROR_SYNTAX,
  DESK_JSON_ERROR_TOO_DEEP,
  DESK_JSON_ERROR_NOT_UTF8,
  DESK_JSON_ERROR_SHAPE,
} DeskJsonError;

typedef enum
{
  DESK_JSON_KIND_NONE,
  DESK_JSON_KIND_NULL,
  DESK_JSON_KIND_BOOLEAN,
  DESK_JSON_KIND_NUMBER,
  DESK_JSON_KIND_STRING,
  DESK_JSON_KIND_ARRAY,
  DESK_JSON_KIND_OBJECT,
} DeskJsonKind;

/**
 * DeskJsonSlice:
 * @text: the first byte of one JSON value inside validated bytes; not terminated
 * @length: its length in bytes
 *
 * A borrowed view of one value, exactly as it was received. A zeroed slice is
 * "no value" (%DESK_JSON_KIND_NONE) and every getter accepts it.
 * Never make one from bytes that desk_json_parse() has not accepted.
 */
typedef struct
{
  const char *text;
  gsize       length;
} DeskJsonSlice;

#define DESK_JSON_SLICE_NONE ((DeskJsonSlice) { NULL, 0 })

/**
 * DeskJsonIter:
 *
 * Walks the members of an object or the elements of an array; lives on the
 * stack, needs no clean-up. The fields are private.
 */
typedef struct
{
  /*< private >*/
  const char *cursor;
  const char *end;
  gboolean    is_object;
} DeskJsonIter;

GQuark        desk_json_error_quark     (void);

/**
 * desk_json_parse:
 * @text: (array length=length): bytes from outside; they must outlive every slice
 * @root: (out): the one value that @text holds, without the blanks around it
 *
 * Checks the whole text (RFC 8259, UTF-8, depth) without recursion and without
 * allocating. Duplicate keys are kept; the last one counts for look-ups.
 * Lone surrogate escapes are accepted; they decode to U+FFFD.
 *
 * Returns: %FALSE with @error set in #DESK_JSON_ERROR
 */
gboolean      desk_json_parse           (const char     *text,
                                         gsize           length,
                                         DeskJsonSlice  *root,
                                         GError        **error);

DeskJsonKind  desk_json_slice_get_kind  (DeskJsonSlice   slice);

/**
 * desk_json_slice_get_member:
 *
 * Returns: the member @name of an object, or no value
 */
DeskJsonSlice desk_json_slice_get_member (DeskJsonSlice  slice,
                                          const char    *name);

/**
 * desk_json_slice_get_path:
 * @path: member names joined by dots, array positions as numbers:
 *   `category.primary_category`, `emails.0.address`
 *
 * Returns: the value there, or no value
 */
DeskJsonSlice desk_json_slice_get_path   (DeskJsonSlice  slice,
                                          const char    *path);

/**
 * desk_json_slice_count:
 *
 * Returns: the number of members or elements; 0 for anything else
 */
guint         desk_json_slice_count      (DeskJsonSlice  slice);

/**
 * desk_json_slice_dup_string:
 *
 * Returns: (transfer full) (nullable): the decoded text of a string, %NULL for any other kind.
 *   U+0000 is decoded to U+FFFD, so that the result is a whole C string
 */
char         *desk_json_slice_dup_string (DeskJsonSlice  slice);

/**
 * desk_json_slice_dup_text:
 *
 * Returns: (transfer full) (nullable): what a person would read: the decoded text of a string,
 *   the literal digits of a number, `true` or `false`; %NULL for null, no value, arrays and objects
 */
char         *desk_json_slice_dup_text   (DeskJsonSlice  slice);

/**
 * desk_json_slice_dup_raw:
 *
 * Returns: (transfer full): the received bytes of the value as a C string; "" for no value
 */
char         *desk_json_slice_dup_raw    (DeskJsonSlice  slice);

/* Each returns whether the value is of that kind (and in range); @value is untouched otherwise. */
gboolean      desk_json_slice_get_boolean (DeskJsonSlice  slice,
                                           gboolean      *value);
gboolean      desk_json_slice_get_int64   (DeskJsonSlice  slice,
                                           gint64        *value);
gboolean      desk_json_slice_get_double  (DeskJsonSlice  slice,
                                           double        *value);
gboolean      desk_json_slice_equals_string (DeskJsonSlice slice,
                                             const char   *text);

/**
 * desk_json_iter_init:
 * @slice: an object or an array; anything else is walked as empty
 */
void          desk_json_iter_init        (DeskJsonIter  *iter,
                                          DeskJsonSlice  slice);

/**
 * desk_json_iter_next:
 * @key: (out) (optional): the member's name as a string slice; no value in an array
 * @value: (out): the value
 *
 * Returns: %FALSE at the end
 */
gboolean      desk_json_iter_next        (DeskJsonIter  *iter,
                                          DeskJsonSlice *key,
                                          DeskJsonSlice *value);

G_END_DECLS
