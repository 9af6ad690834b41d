/* desk-text-lines.c: any bytes in lines that can be shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-text-lines.h"

#include <string.h>

#define MAX_LINE 160

struct _DeskTextLines
{
  GObject  parent_instance;

  GBytes  *bytes;   /* (owned) */
  GArray  *starts;  /* (owned) (element-type gsize): of each line, and the end of the last */
  GArray  *ends;    /* (owned) (element-type guint32) */
};

G_DEFINE_FINAL_TYPE (DeskTextLines, desk_text_lines, G_TYPE_OBJECT)

static void
desk_text_lines_finalize (GObject *object)
{
  DeskTextLines *self = DESK_TEXT_LINES (object);

  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (desk_text_lines_parent_class)->finalize (object);
}

static void
desk_text_lines_class_init (DeskTextLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_text_lines_finalize;
}

static void
desk_text_lines_init (DeskTextLines *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/* Where the line that begins at @start ends: behind its line end, or between two characters. */
static gsize
find_end (const char *text,
          gsize       start,
          gsize       length)
{
  gsize most = MIN (length - start, MAX_LINE);
  const char *line_end = memchr (text + start, '\n', most);
  gsize end = start + most;

  if (line_end != NULL)
    return line_end + 1 - text;
  while (end < length && end > start + MAX_LINE - 4 && ((guchar) text[end] & 0xc0) == 0x80)
    end--;
  return end;
}

DeskTextLines *
desk_text_lines_new (GBytes *bytes)
{
  DeskTextLines *self = NULL;
  const char *text;
  gsize length;
  gsize start = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (DESK_TYPE_TEXT_LINES, NULL);
  self->bytes = g_bytes_ref (bytes);
  text = g_bytes_get_data (bytes, &length);
  while (start < length)
    {
      guint32 end = self->starts->len + 1;

      g_array_append_val (self->starts, start);
      g_array_append_val (self->ends, end);
      start = find_end (text, start, length);
    }
  g_array_append_val (self->starts, start);
  return self;
}

guint
desk_text_lines_get_n_lines (DeskTextLines *self)
{
  g_return_val_if_fail (DESK_IS_TEXT_LINES (self), 0);

  return self->ends->len;
}

gboolean
desk_text_lines_is_cut (DeskTextLines *self,
                        guint          position)
{
  const char *text;
  gsize length;
  gsize end;

  g_return_val_if_fail (DESK_IS_TEXT_LINES (self), FALSE);
  g_return_val_if_fail (position < self->ends->len, FALSE);

  text = g_bytes_get_data (self->bytes, &length);
  end = g_array_index (self->starts, gsize, position + 1);
  return end < length && text[end - 1] != '\n';
}

char *
desk_text_lines_dup_line (DeskTextLines *self,
                          guint          position)
{
  const char *text;
  gsize start;
  gsize end;

  g_return_val_if_fail (DESK_IS_TEXT_LINES (self), NULL);
  g_return_val_if_fail (position < self->ends->len, NULL);

  text = g_bytes_get_data (self->bytes, NULL);
  start = g_array_index (self->starts, gsize, position);
  end = g_array_index (self->starts, gsize, position + 1);
  if (end > start && text[end - 1] == '\n')
    end--;
  if (end > start && text[end - 1] == '\r')
    end--;
  return g_utf8_make_valid (text + start, end - start);
}

const guint32 *
desk_text_lines_get_ends (DeskTextLines *self)
{
  g_return_val_if_fail (DESK_IS_TEXT_LINES (self), NULL);

  return (const guint32 *) self->ends->data;
}

/* Whether @needle begins in the line; it may end in the next. */
static gboolean
begins_in_line (DeskTextLines *self,
                guint          position,
                const char    *needle)
{
  g_autofree char *line = desk_text_lines_dup_line (self, position);
  g_autofree char *folded = g_utf8_casefold (line, -1);
  g_autofree char *joined = NULL;
  const char *found = NULL;

  if (desk_text_lines_is_cut (self, position))
    {
      g_autofree char *next = desk_text_lines_dup_line (self, position + 1);
      g_autofree char *folded_next = g_utf8_casefold (next, -1);

      joined = g_strconcat (folded, folded_next, NULL);
    }
  found = strstr (joined != NULL ? joined : folded, needle);
  return found != NULL && (joined == NULL || found < joined + strlen (folded));
}

GArray *
desk_text_lines_search (DeskTextLines *self,
                        const char    *text,
                        GCancellable  *cancellable)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *needle = NULL;

  g_return_val_if_fail (DESK_IS_TEXT_LINES (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  needle = g_utf8_casefold (text, -1);
  for (guint32 i = 0; i < self->ends->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (begins_in_line (self, i, needle))
        g_array_append_val (found, i);
    }
  return g_steal_pointer (&found);
}
