/* desk-json-parse.c: checks JSON from outside, once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-json-private.h"

typedef enum
{
  STATE_VALUE,
  STATE_FIRST_ELEMENT,
  STATE_FIRST_NAME,
  STATE_NAME,
  STATE_AFTER_VALUE,
  STATE_DONE,
  STATE_FAILED,
} State;

typedef struct
{
  const char  *start;
  const char  *cursor;
  const char  *end;
  guint64      objects;  /* one bit for each open bracket, set where it is an object */
  guint        depth;
  GError     **error;
} Parser;

G_STATIC_ASSERT (DESK_JSON_MAX_DEPTH <= 64);

G_DEFINE_QUARK (desk-json-error-quark, desk_json_error)

static State
fail_at (Parser        *self,
         const char    *where,
         DeskJsonError  code,
         const char    *reason)
{
  g_set_error (self->error, DESK_JSON_ERROR, code,
               /* Translators: %lu is a position, %s is what is wrong there. */
               _("This is not valid JSON at byte %lu: %s."),
               (gulong) (where - self->start), reason);
  return STATE_FAILED;
}

static State
fail (Parser     *self,
      const char *reason)
{
  return fail_at (self, self->cursor, DESK_JSON_ERROR_SYNTAX, reason);
}

static gboolean
is_plain (char byte)
{
  return (guchar) byte >= 0x20 && byte != '"' && byte != '\\';
}

static gboolean
read_escape (Parser *self)
{
  static const char short_escapes[] = "\"\\/bfnrt";

  if (self->end - self->cursor >= 6 && self->cursor[1] == 'u')
    {
      for (guint i = 2; i < 6; i++)
        {
          if (!g_ascii_isxdigit (self->cursor[i]))
            return FALSE;
        }
      self->cursor += 6;
      return TRUE;
    }
  if (self->end - self->cursor < 2 || memchr (short_escapes, self->cursor[1], sizeof short_escapes - 1) == NULL)
    return FALSE;

  self->cursor += 2;
  return TRUE;
}

static gboolean
read_string (Parser *self)
{
  const char *opening = self->cursor++;

  for (;;)
    {
      while (self->cursor < self->end && is_plain (*self->cursor))
        self->cursor++;

      if (self->cursor == self->end)
        {
          fail_at (self, opening, DESK_JSON_ERROR_SYNTAX, _("a text is not closed"));
          return FALSE;
        }
      if (*self->cursor == '"')
        {
          self->cursor++;
          return TRUE;
        }
      if (*self->cursor != '\\')
        {
          fail (self, _("a control character stands in a text"));
          return FALSE;
        }
      if (!read_escape (self))
        {
          fail (self, _("an escape is unknown"));
          return FALSE;
        }
    }
}

static gboolean
read_digits (Parser *self)
{
  const char *first = self->cursor;

  while (self->cursor < self->end && g_ascii_isdigit (*self->cursor))
    self->cursor++;
  return self->cursor > first;
}

static gboolean
read_one_of (Parser     *self,
             const char *bytes)
{
  if (self->cursor == self->end || *self->cursor == '\0' || strchr (bytes, *self->cursor) == NULL)
    return FALSE;

  self->cursor++;
  return TRUE;
}

static gboolean
read_number (Parser *self)
{
  read_one_of (self, "-");
  if (!read_one_of (self, "0") && !read_digits (self))
    return FALSE;
  if (read_one_of (self, ".") && !read_digits (self))
    return FALSE;
  if (read_one_of (self, "eE"))
    {
      read_one_of (self, "+-");
      return read_digits (self);
    }
  return TRUE;
}

static gboolean
read_word (Parser     *self,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->cursor) < length || memcmp (self->cursor, word, length) != 0)
    return FALSE;

  self->cursor += length;
  return TRUE;
}

static State
open_bracket (Parser   *self,
              gboolean  is_object)
{
  if (self->depth == DESK_JSON_MAX_DEPTH)
    return fail_at (self, self->cursor, DESK_JSON_ERROR_TOO_DEEP, _("it is nested too deep"));

  self->cursor++;
  self->depth++;
  self->objects = self->objects << 1 | (is_object ? 1 : 0);
  return is_object ? STATE_FIRST_NAME : STATE_FIRST_ELEMENT;
}

static State
close_bracket (Parser *self)
{
  self->cursor++;
  self->depth--;
  self->objects >>= 1;
  return STATE_AFTER_VALUE;
}

static State
read_value (Parser *self)
{
  switch (*self->cursor)
    {
    case '{':
      return open_bracket (self, TRUE);
    case '[':
      return open_bracket (self, FALSE);
    case '"':
      return read_string (self) ? STATE_AFTER_VALUE : STATE_FAILED;
    case 't':
    case 'f':
    case 'n':
      if (read_word (self, "true") || read_word (self, "false") || read_word (self, "null"))
        return STATE_AFTER_VALUE;
      return fail (self, _("a value is unknown"));
    case '-':
    case '0' ... '9':
      return read_number (self) ? STATE_AFTER_VALUE : fail (self, _("a number is not complete"));
    default:
      return fail (self, _("a value is missing"));
    }
}

static State
read_name (Parser *self)
{
  if (*self->cursor != '"')
    return fail (self, _("a name in quotes is missing"));
  if (!read_string (self))
    return STATE_FAILED;

  self->cursor = _desk_json_skip_blanks (self->cursor, self->end);
  if (!read_one_of (self, ":"))
    return fail (self, _("a colon is missing"));
  return STATE_VALUE;
}

static State
read_separator (Parser *self)
{
  gboolean is_object = self->objects & 1;

  if (*self->cursor == (is_object ? '}' : ']'))
    return close_bracket (self);
  if (*self->cursor != ',')
    return fail (self, _("a comma or a closing bracket is missing"));

  self->cursor++;
  return is_object ? STATE_NAME : STATE_VALUE;
}

static State
read_token (Parser *self,
            State   state)
{
  self->cursor = _desk_json_skip_blanks (self->cursor, self->end);
  if (state == STATE_AFTER_VALUE && self->depth == 0)
    return self->cursor == self->end ? STATE_DONE : fail (self, _("something follows the end"));
  if (self->cursor == self->end)
    return fail (self, _("it ends too early"));

  switch (state)
    {
    case STATE_FIRST_ELEMENT:
      return *self->cursor == ']' ? close_bracket (self) : read_value (self);
    case STATE_FIRST_NAME:
      return *self->cursor == '}' ? close_bracket (self) : read_name (self);
    case STATE_NAME:
      return read_name (self);
    case STATE_AFTER_VALUE:
      return read_separator (self);
    case STATE_VALUE:
      return read_value (self);
    case STATE_DONE:
    case STATE_FAILED:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
check_encoding (Parser *self)
{
  const char *valid_end;

  if (g_utf8_validate_len (self->start, self->end - self->start, &valid_end))
    return TRUE;

  /* GLib refuses U+0000 as well, which is UTF-8 but nowhere allowed in JSON. */
  if (*valid_end == '\0')
    fail_at (self, valid_end, DESK_JSON_ERROR_SYNTAX, _("a null byte is not allowed"));
  else
    fail_at (self, valid_end, DESK_JSON_ERROR_NOT_UTF8, _("the text is not UTF-8"));
  return FALSE;
}

gboolean
desk_json_parse (const char     *text,
                 gsize           length,
                 DeskJsonSlice  *root,
                 GError        **error)
{
  Parser parser = { text, text, text + length, 0, 0, error };
  State state = STATE_VALUE;
  const char *first;
  const char *last;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (root != NULL, FALSE);

  first = _desk_json_skip_blanks (parser.start, parser.end);
  if (first == parser.end)
    {
      g_set_error_literal (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SYNTAX,
                           _("The text is empty where JSON was expected."));
      return FALSE;
    }
  if (!check_encoding (&parser))
    return FALSE;

  while (state != STATE_DONE && state != STATE_FAILED)
    state = read_token (&parser, state);
  if (state == STATE_FAILED)
    return FALSE;

  for (last = parser.end; _desk_json_is_blank (last[-1]); last--)
    ;
  *root = (DeskJsonSlice) { first, last - first };
  return TRUE;
}
