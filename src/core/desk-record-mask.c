/* desk-record-mask.c: a record that an audience may read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-record-mask.h"

#include <string.h>

#include "desk-json.h"

/**
 * Copy:
 * @masked: what is written so far
 * @copied: the bytes of the record that are written, as they are or as something else
 */
typedef struct
{
  const DeskMask *mask;
  GString        *masked;
  const char     *copied;
} Copy;

typedef struct
{
  const DeskField *fields;
  guint            n_fields;
} Members;

static void mask_value (Copy            *copy,
                        const DeskField *field,
                        DeskJsonSlice    value);

static const DeskField *
find_member (Members       members,
             DeskJsonSlice key)
{
  for (guint i = 0; i < members.n_fields; i++)
    {
      if (desk_json_slice_equals_string (key, members.fields[i].name))
        return &members.fields[i];
    }

  return NULL;
}

static void
mask_object (Copy          *copy,
             Members        members,
             DeskJsonSlice  object)
{
  DeskJsonIter iter;
  DeskJsonSlice key;
  DeskJsonSlice value;

  desk_json_iter_init (&iter, object);
  while (desk_json_iter_next (&iter, &key, &value))
    mask_value (copy, find_member (members, key), value);
}

static void
mask_array (Copy            *copy,
            const DeskField *field,
            DeskJsonSlice    array)
{
  DeskJsonIter iter;
  DeskJsonSlice element;

  desk_json_iter_init (&iter, array);
  while (desk_json_iter_next (&iter, NULL, &element))
    mask_value (copy, field, element);
}

static gboolean
is_personal (const DeskField *field)
{
  return field == NULL
         || field->type == DESK_FIELD_TYPE_AMOUNT
         || field->type == DESK_FIELD_TYPE_MASKED_NUMBER
         || field->type == DESK_FIELD_TYPE_OBJECT
         || (field->flags & DESK_FIELD_PERSONAL) != 0;
}

static gboolean
is_number (const char *text)
{
  return text[strspn (text, "0123456789+-.,eE xX*")] == '\0';
}

static void
append_json_string (GString    *json,
                    const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    {
      if ((guchar) *text < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *text);
      else if (*text == '"' || *text == '\\')
        g_string_append_printf (json, "\\%c", *text);
      else
        g_string_append_c (json, *text);
    }
  g_string_append_c (json, '"');
}

/* Writes the bytes before @value as they are, and goes on behind it. */
static void
step_over (Copy          *copy,
           DeskJsonSlice  value)
{
  g_string_append_len (copy->masked, copy->copied, value.text - copy->copied);
  copy->copied = value.text + value.length;
}

static void
mask_scalar (Copy          *copy,
             DeskJsonSlice  value)
{
  g_autofree char *text = desk_json_slice_dup_text (value);
  g_autofree char *masked = is_number (text) ? desk_mask_number (copy->mask, text) : desk_mask_text (copy->mask, text);

  step_over (copy, value);
  if (desk_json_slice_get_kind (value) == DESK_JSON_KIND_STRING)
    append_json_string (copy->masked, masked);
  else
    g_string_append (copy->masked, masked);
}

/* field: (nullable): what it is known to be */
static void
mask_value (Copy            *copy,
            const DeskField *field,
            DeskJsonSlice    value)
{
  switch (desk_json_slice_get_kind (value))
    {
    case DESK_JSON_KIND_OBJECT:
      mask_object (copy, field != NULL ? (Members) { field->children, field->n_children } : (Members) { NULL, 0 }, value);
      break;

    case DESK_JSON_KIND_ARRAY:
      mask_array (copy, field, value);
      break;

    case DESK_JSON_KIND_STRING:
    case DESK_JSON_KIND_NUMBER:
      if (is_personal (field))
        mask_scalar (copy, value);
      break;

    default:
      break;
    }
}

GBytes *
desk_record_mask (const DeskMask     *mask,
                  const DeskResource *resource,
                  GBytes             *record)
{
  g_autoptr(GString) masked = NULL;
  gsize length = 0;
  const char *text = g_bytes_get_data (record, &length);
  DeskJsonSlice root;
  Copy copy = { mask, NULL, text };

  g_return_val_if_fail (mask != NULL, NULL);
  g_return_val_if_fail (resource != NULL, NULL);

  if (desk_resource_is_public (resource))
    return g_bytes_ref (record);

  if (!desk_json_parse (text, length, &root, NULL))
    return g_bytes_new_static ("{}", 2);

  masked = g_string_sized_new (length + length / 8);
  copy.masked = masked;
  mask_object (&copy, (Members) { resource->fields, resource->n_fields }, root);
  g_string_append_len (masked, copy.copied, text + length - copy.copied);

  return g_string_free_to_bytes (g_steal_pointer (&masked));
}
