/* desk-json-lines.c: a JSON text in lines, one value a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-json-lines.h"

#include <string.h>

#include "desk-json-path.h"

struct _DeskJsonLines
{
  GObject  parent_instance;

  GBytes  *bytes;  /* (owned): what the lines point into */
  GArray  *lines;  /* (owned) (element-type DeskJsonLine) */
  GArray  *ends;   /* (owned) (element-type guint32) */
};

G_DEFINE_FINAL_TYPE (DeskJsonLines, desk_json_lines, G_TYPE_OBJECT)

static void
desk_json_lines_finalize (GObject *object)
{
  DeskJsonLines *self = DESK_JSON_LINES (object);

  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (desk_json_lines_parent_class)->finalize (object);
}

static void
desk_json_lines_class_init (DeskJsonLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_json_lines_finalize;
}

static void
desk_json_lines_init (DeskJsonLines *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (DeskJsonLine));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static guint32
append_line (DeskJsonLines      *self,
             const DeskJsonLine *line)
{
  guint32 end = self->lines->len + 1;

  g_array_append_vals (self->lines, line, 1);
  g_array_append_val (self->ends, end);
  return end - 1;
}

static gboolean
has_content (DeskJsonSlice value)
{
  DeskJsonSlice first;
  DeskJsonIter iter;

  desk_json_iter_init (&iter, value);
  return desk_json_iter_next (&iter, NULL, &first);
}

static void add_value (DeskJsonLines *self,
                       DeskJsonLine   line,
                       GCancellable  *cancellable);

static void
add_members (DeskJsonLines *self,
             DeskJsonSlice  value,
             guint32        parent,
             guint8         depth,
             GCancellable  *cancellable)
{
  DeskJsonLine line = { .parent = parent, .depth = depth };
  DeskJsonSlice next_value;
  DeskJsonSlice next_key;
  DeskJsonIter iter;
  gboolean has_next;

  line.in_array = desk_json_slice_get_kind (value) == DESK_JSON_KIND_ARRAY;
  desk_json_iter_init (&iter, value);
  has_next = desk_json_iter_next (&iter, &next_key, &next_value);
  while (has_next && !g_cancellable_is_cancelled (cancellable))
    {
      line.key = next_key;
      line.value = next_value;
      has_next = desk_json_iter_next (&iter, &next_key, &next_value);
      line.has_comma = has_next;
      add_value (self, line, cancellable);
      line.index++;
    }
}

static void
add_value (DeskJsonLines *self,
           DeskJsonLine   line,
           GCancellable  *cancellable)
{
  guint32 position;

  line.opens = has_content (line.value);
  position = append_line (self, &line);
  if (!line.opens)
    return;
  /* The comma stands behind the closing bracket. */
  g_array_index (self->lines, DeskJsonLine, position).has_comma = FALSE;
  add_members (self, line.value, position, line.depth + 1, cancellable);
  line.opens = FALSE;
  line.closes = TRUE;
  append_line (self, &line);
  g_array_index (self->ends, guint32, position) = self->lines->len;
}

DeskJsonLines *
desk_json_lines_new (GBytes        *bytes,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(DeskJsonLines) self = NULL;
  DeskJsonLine root = { .parent = DESK_JSON_LINE_NO_PARENT };

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (DESK_TYPE_JSON_LINES, NULL);
  self->bytes = g_bytes_ref (bytes);
  if (!desk_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &root.value, error))
    return NULL;
  add_value (self, root, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      bytes,
                GCancellable *cancellable)
{
  GError *error = NULL;
  DeskJsonLines *self = desk_json_lines_new (bytes, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
desk_json_lines_new_async (GBytes              *bytes,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (bytes != NULL);

  g_task_set_source_tag (task, desk_json_lines_new_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_in_thread);
}

DeskJsonLines *
desk_json_lines_new_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
desk_json_lines_get_n_lines (DeskJsonLines *self)
{
  g_return_val_if_fail (DESK_IS_JSON_LINES (self), 0);

  return self->lines->len;
}

const DeskJsonLine *
desk_json_lines_get_line (DeskJsonLines *self,
                          guint          position)
{
  g_return_val_if_fail (DESK_IS_JSON_LINES (self), NULL);
  g_return_val_if_fail (position < self->lines->len, NULL);

  return &g_array_index (self->lines, DeskJsonLine, position);
}

const guint32 *
desk_json_lines_get_ends (DeskJsonLines *self)
{
  g_return_val_if_fail (DESK_IS_JSON_LINES (self), NULL);

  return (const guint32 *) self->ends->data;
}

static void
append_path (DeskJsonLines *self,
             guint          position,
             GString       *path)
{
  const DeskJsonLine *line = desk_json_lines_get_line (self, position);

  if (line->parent == DESK_JSON_LINE_NO_PARENT)
    return;
  append_path (self, line->parent, path);
  if (line->in_array)
    desk_json_path_append_index (path, line->index);
  else
    desk_json_path_append_key (path, line->key);
}

char *
desk_json_lines_dup_path (DeskJsonLines *self,
                          guint          position)
{
  g_autoptr(GString) path = g_string_new ("$");

  append_path (self, position, path);
  return g_string_free (g_steal_pointer (&path), FALSE);
}

static gboolean
text_has (const char *text,
          gssize      length,
          const char *folded_needle)
{
  g_autofree char *folded = g_utf8_casefold (text, length);

  return strstr (folded, folded_needle) != NULL;
}

static gboolean
slice_has (DeskJsonSlice  slice,
           const char    *folded_needle)
{
  g_autofree char *decoded = NULL;

  if (slice.length == 0)
    return FALSE;
  if (text_has (slice.text, slice.length, folded_needle))
    return TRUE;
  if (memchr (slice.text, '\\', slice.length) == NULL)
    return FALSE;
  decoded = desk_json_slice_dup_string (slice);
  return decoded != NULL && text_has (decoded, -1, folded_needle);
}

GArray *
desk_json_lines_search (DeskJsonLines *self,
                        const char    *text,
                        GCancellable  *cancellable)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *needle = NULL;

  g_return_val_if_fail (DESK_IS_JSON_LINES (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  needle = g_utf8_casefold (text, -1);
  for (guint32 i = 0; i < self->lines->len; i++)
    {
      const DeskJsonLine *line = &g_array_index (self->lines, DeskJsonLine, i);

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (!line->closes && (slice_has (line->key, needle) || (!line->opens && slice_has (line->value, needle))))
        g_array_append_val (found, i);
    }
  return g_steal_pointer (&found);
}
