/* fuzz-input.c: how the bytes of a fuzzer are read as a result
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-input.h"

#include <string.h>

/* Returns: (transfer full): the line at @cursor, which moves behind it */
static char *
take_line (const char **cursor,
           const char  *end)
{
  const char *first = *cursor;
  const char *line_end = first < end ? memchr (first, '\n', end - first) : NULL;

  *cursor = line_end != NULL ? line_end + 1 : end;
  return g_strndup (first, (line_end != NULL ? line_end : end) - first);
}

static DeskLinkMessageSource
read_source (char letter)
{
  if (letter == 'f')
    return DESK_LINK_MESSAGE_SOURCE_FRAME;

  return letter == 's' ? DESK_LINK_MESSAGE_SOURCE_SELF : DESK_LINK_MESSAGE_SOURCE_OTHER;
}

FuzzInput *
fuzz_input_read (const char *bytes,
                 gsize       length)
{
  FuzzInput *self = g_new0 (FuzzInput, 1);
  const char *cursor = bytes;
  const char *end = bytes + length;
  g_autofree char *settings = take_line (&cursor, end);
  char digit = *settings != '\0' ? settings[1] : '0';

  self->source = read_source (*settings);
  self->place = link_place_get ((guchar) digit % LINK_N_PLACES);
  self->address = take_line (&cursor, end);
  self->data = cursor;
  self->length = end - cursor;
  return self;
}

void
fuzz_input_free (FuzzInput *self)
{
  g_free (self->address);
  g_free (self);
}

static char
name_source (DeskLinkMessageSource source)
{
  if (source == DESK_LINK_MESSAGE_SOURCE_FRAME)
    return 'f';

  return source == DESK_LINK_MESSAGE_SOURCE_SELF ? 's' : 'o';
}

/* The digit that fuzz_input_read() reads as @place. */
static char
name_place (const LinkPlace *place)
{
  for (char digit = '0'; digit < '0' + LINK_N_PLACES; digit++)
    {
      if (link_place_get ((guchar) digit % LINK_N_PLACES) == place)
        return digit;
    }

  g_assert_not_reached ();
}

GString *
fuzz_input_write (const LinkCase *made)
{
  GString *bytes = g_string_new (NULL);

  g_string_append_printf (bytes, "%c%c\n", name_source (made->source), name_place (made->place));
  if (made->is_message)
    g_string_append_printf (bytes, "%s\n", made->origin != NULL ? made->origin : "");

  return g_string_append_len (bytes, made->text->str, made->text->len);
}
