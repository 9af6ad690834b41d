/* desk-record-outline.c: a record as lines to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-record-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-json-path.h"
#include "desk-plain-text.h"
#include "desk-record-outline-private.h"

#define MAX_LABEL_CHARACTERS 200

/* Of a longer array the elements are closed at first. */
#define MAX_OPEN_ELEMENTS 3

struct _DeskRecordOutline
{
  GObject             parent_instance;

  GBytes             *bytes;    /* (owned): what the lines point into */
  const DeskResource *resource;
  GArray             *lines;    /* (owned) (element-type DeskRecordLine) */
  GArray             *ends;     /* (owned) (element-type guint32) */
};

G_DEFINE_FINAL_TYPE (DeskRecordOutline, desk_record_outline, G_TYPE_OBJECT)

/**
 * Request:
 * @bytes: (owned)
 */
typedef struct
{
  GBytes             *bytes;
  const DeskResource *resource;
  gboolean            with_absent;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_bytes_unref (request->bytes);
  g_free (request);
}

static void
desk_record_outline_finalize (GObject *object)
{
  DeskRecordOutline *self = DESK_RECORD_OUTLINE (object);

  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (desk_record_outline_parent_class)->finalize (object);
}

static void
desk_record_outline_class_init (DeskRecordOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_record_outline_finalize;
}

static void
desk_record_outline_init (DeskRecordOutline *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (DeskRecordLine));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
}

DeskRecordOutline *
desk_record_outline_new (GBytes              *bytes,
                         const DeskResource  *resource,
                         gboolean             with_absent,
                         GCancellable        *cancellable,
                         GError             **error)
{
  g_autoptr(DeskRecordOutline) self = NULL;
  DeskJsonSlice record;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (resource != NULL, NULL);

  self = g_object_new (DESK_TYPE_RECORD_OUTLINE, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->resource = resource;
  if (!desk_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &record, error))
    return NULL;
  if (!_desk_record_outline_build (record, resource, with_absent, cancellable, self->lines, self->ends))
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
build_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  DeskRecordOutline *self = desk_record_outline_new (request->bytes, request->resource, request->with_absent,
                                                     cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
desk_record_outline_new_async (GBytes              *bytes,
                               const DeskResource  *resource,
                               gboolean             with_absent,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = NULL;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (resource != NULL);

  request = g_new0 (Request, 1);
  request->bytes = g_bytes_ref (bytes);
  request->resource = resource;
  request->with_absent = with_absent;
  g_task_set_source_tag (task, desk_record_outline_new_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, build_in_thread);
}

DeskRecordOutline *
desk_record_outline_new_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const DeskResource *
desk_record_outline_get_resource (DeskRecordOutline *self)
{
  g_return_val_if_fail (DESK_IS_RECORD_OUTLINE (self), NULL);

  return self->resource;
}

guint
desk_record_outline_get_n_lines (DeskRecordOutline *self)
{
  g_return_val_if_fail (DESK_IS_RECORD_OUTLINE (self), 0);

  return self->lines->len;
}

const DeskRecordLine *
desk_record_outline_get_line (DeskRecordOutline *self,
                              guint              position)
{
  g_return_val_if_fail (DESK_IS_RECORD_OUTLINE (self), NULL);
  g_return_val_if_fail (position < self->lines->len, NULL);

  return &g_array_index (self->lines, DeskRecordLine, position);
}

const guint32 *
desk_record_outline_get_ends (DeskRecordOutline *self)
{
  g_return_val_if_fail (DESK_IS_RECORD_OUTLINE (self), NULL);

  return (const guint32 *) self->ends->data;
}

gboolean
desk_record_outline_is_folded_first (DeskRecordOutline *self,
                                     guint              position)
{
  const DeskRecordLine *line = desk_record_outline_get_line (self, position);
  const DeskRecordLine *parent = NULL;

  if (line->kind != DESK_RECORD_LINE_GROUP)
    return FALSE;
  if ((line->flags & DESK_RECORD_LINE_ADDRESS) != 0)
    return TRUE;
  /* Numbers without names, as the reads of a day are. */
  if (line->count > 0 && g_array_index (self->ends, guint32, position) == position + 1 + line->count)
    return TRUE;
  if (line->number == 0)
    return FALSE;
  parent = desk_record_outline_get_line (self, line->parent);
  return parent->count > MAX_OPEN_ELEMENTS;
}

char *
desk_record_outline_dup_label (DeskRecordOutline *self,
                               guint              position)
{
  const DeskRecordLine *line = desk_record_outline_get_line (self, position);
  g_autofree char *key = NULL;

  if ((line->flags & DESK_RECORD_LINE_REMAINDER) != 0)
    return g_strdup (_("Not in the standard"));
  if (line->number > 0)
    return g_strdup_printf ("%u", line->number);
  if (line->field != NULL)
    return g_strdup (_(line->field->label));
  key = desk_json_slice_dup_string (line->key);
  return desk_plain_text_line (key != NULL ? key : "", MAX_LABEL_CHARACTERS);
}

/* Money that comes and goes carries its sign, as in the list. */
static DeskDecimalSign
get_sign (DeskRecordOutline    *self,
          const DeskRecordLine *line)
{
  return line->depth == 0 && g_str_equal (self->resource->name, "banking.transactions") ? DESK_DECIMAL_SIGN_ALWAYS
                                                                                        : DESK_DECIMAL_SIGN_NEGATIVE;
}

static DeskValueDetails *
join_list (const DeskRecordLine *line)
{
  DeskValueDetails *details = g_new0 (DeskValueDetails, 1);
  g_autoptr(GString) words = g_string_new (NULL);
  DeskJsonSlice element;
  DeskJsonIter iter;

  desk_json_iter_init (&iter, line->value);
  while (desk_json_iter_next (&iter, NULL, &element))
    {
      g_autoptr(DeskValueDetails) one = desk_value_details_new (line->field, element, line->context,
                                                                DESK_DECIMAL_SIGN_NEGATIVE);

      if (words->len > 0)
        g_string_append (words, strchr (one->words, ' ') != NULL ? "\n" : ", ");
      g_string_append (words, one->words);
      if (details->note == NULL)
        details->note = g_steal_pointer (&one->note);
    }
  details->words = g_string_free (g_steal_pointer (&words), FALSE);
  return details;
}

static gboolean
is_wrong_shape (const DeskRecordLine *line,
                gboolean              is_blank)
{
  gboolean wants_array = line->field != NULL && (line->field->flags & DESK_FIELD_REPEATED) != 0;

  if (line->field == NULL || is_blank)
    return FALSE;
  if (line->kind == DESK_RECORD_LINE_LIST)
    return !wants_array || line->field->type == DESK_FIELD_TYPE_OBJECT;
  return wants_array && line->number == 0;
}

static const char *
get_place_note (const DeskRecordLine *line)
{
  if ((line->flags & DESK_RECORD_LINE_SENT_AGAIN) != 0)
    return _("Sent twice; the other value counts");
  if ((line->flags & DESK_RECORD_LINE_OTHER_KIND) != 0)
    return _("Not the kind that the record names");
  if ((line->flags & DESK_RECORD_LINE_WRONG_SHAPE) != 0)
    return _("Not in the shape of the standard");
  return NULL;
}

DeskValueDetails *
desk_record_outline_dup_details (DeskRecordOutline *self,
                                 guint              position)
{
  const DeskRecordLine *line = desk_record_outline_get_line (self, position);
  DeskValueDetails *details = NULL;
  const char *place_note = get_place_note (line);

  g_return_val_if_fail (line->kind == DESK_RECORD_LINE_VALUE || line->kind == DESK_RECORD_LINE_LIST, NULL);

  if (line->kind == DESK_RECORD_LINE_LIST)
    details = join_list (line);
  else
    details = desk_value_details_new (line->field, line->value, line->context, get_sign (self, line));
  if (place_note == NULL && is_wrong_shape (line, details->is_blank))
    place_note = _("Not in the shape of the standard");
  if (place_note != NULL)
    {
      g_free (details->note);
      details->note = g_strdup (place_note);
    }
  return details;
}

char *
desk_record_outline_dup_note (DeskRecordOutline *self,
                              guint              position)
{
  const DeskRecordLine *line = desk_record_outline_get_line (self, position);

  return (line->flags & DESK_RECORD_LINE_REPEATS_PARENT) == 0 ? g_strdup (get_place_note (line)) : NULL;
}

static void
append_path (DeskRecordOutline *self,
             guint              position,
             GString           *path)
{
  const DeskRecordLine *line = desk_record_outline_get_line (self, position);

  if (line->parent != DESK_RECORD_LINE_NO_PARENT)
    append_path (self, line->parent, path);
  if ((line->flags & (DESK_RECORD_LINE_REMAINDER | DESK_RECORD_LINE_REPEATS_PARENT)) != 0)
    return;
  if (line->number > 0)
    desk_json_path_append_index (path, line->number - 1);
  else if (line->key.length > 0)
    desk_json_path_append_key (path, line->key);
  else if (line->field != NULL)
    g_string_append_printf (path, ".%s", line->field->name);
}

char *
desk_record_outline_dup_path (DeskRecordOutline *self,
                              guint              position)
{
  g_autoptr(GString) path = g_string_new ("$");

  append_path (self, position, path);
  return g_string_free (g_steal_pointer (&path), FALSE);
}

static gboolean
has_text (const char *text,
          const char *folded_needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, folded_needle) != NULL;
}

static gboolean
line_matches (DeskRecordOutline *self,
              guint              position,
              const char        *folded_needle)
{
  const DeskRecordLine *line = desk_record_outline_get_line (self, position);
  g_autofree char *label = desk_record_outline_dup_label (self, position);
  g_autofree char *key = desk_json_slice_dup_string (line->key);
  g_autoptr(DeskValueDetails) details = NULL;
  g_autofree char *text = NULL;

  if (line->number == 0 && (has_text (label, folded_needle) || (key != NULL && has_text (key, folded_needle))))
    return TRUE;
  if (line->kind != DESK_RECORD_LINE_VALUE && line->kind != DESK_RECORD_LINE_LIST)
    return FALSE;
  details = desk_record_outline_dup_details (self, position);
  if (has_text (details->words, folded_needle))
    return TRUE;
  text = line->kind == DESK_RECORD_LINE_LIST ? desk_json_slice_dup_raw (line->value)
                                             : desk_json_slice_dup_text (line->value);
  return text != NULL && has_text (text, folded_needle);
}

static void
show_around (DeskRecordOutline *self,
             guint8            *shown,
             guint              position)
{
  memset (shown + position, TRUE, g_array_index (self->ends, guint32, position) - position);
  for (guint parent = desk_record_outline_get_line (self, position)->parent;
       parent != DESK_RECORD_LINE_NO_PARENT && !shown[parent];
       parent = desk_record_outline_get_line (self, parent)->parent)
    shown[parent] = TRUE;
}

guint8 *
desk_record_outline_search (DeskRecordOutline *self,
                            const char        *text,
                            GCancellable      *cancellable)
{
  g_autofree guint8 *shown = NULL;
  g_autofree char *needle = NULL;

  g_return_val_if_fail (DESK_IS_RECORD_OUTLINE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  shown = g_new0 (guint8, self->lines->len);
  needle = g_utf8_casefold (text, -1);
  for (guint i = 0; i < self->lines->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (g_array_index (self->lines, DeskRecordLine, i).kind == DESK_RECORD_LINE_TITLE || !line_matches (self, i, needle))
        continue;
      show_around (self, shown, i);
    }
  return g_steal_pointer (&shown);
}
