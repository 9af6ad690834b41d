/* desk-sandbox-fields.c: the fields of one object of a persona file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NUMBER 1000000
#define MAX_CENTS 1000000000

void
desk_sandbox_fields_fail (const DeskSandboxFields *self,
                       const char           *name)
{
  if (*self->error == NULL)
    g_set_error (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 /* Translators: the first is a persona of a data file, the second the name of a field */
                 _("the persona “%s” has no usable “%s”"), self->owner, name);
}

DeskSandboxFields
desk_sandbox_fields_get_object (const DeskSandboxFields *self,
                             DeskJsonSlice         object)
{
  DeskSandboxFields row = *self;

  row.object = object;
  return row;
}

const char *
desk_sandbox_fields_get_text (const DeskSandboxFields *self,
                           const char           *name)
{
  DeskJsonSlice value = desk_json_slice_get_member (self->object, name);
  DeskJsonKind kind = desk_json_slice_get_kind (value);
  g_autofree char *text = desk_json_slice_dup_string (value);

  if (kind != DESK_JSON_KIND_NONE && kind != DESK_JSON_KIND_NULL && text == NULL)
    desk_sandbox_fields_fail (self, name);

  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

const char *
desk_sandbox_fields_need_text (const DeskSandboxFields *self,
                            const char           *name)
{
  const char *text = desk_sandbox_fields_get_text (self, name);

  if (text != NULL && text[0] != '\0')
    return text;

  desk_sandbox_fields_fail (self, name);
  return "";
}

int
desk_sandbox_fields_get_number (const DeskSandboxFields *self,
                             const char           *name,
                             int                   fallback)
{
  DeskJsonSlice value = desk_json_slice_get_member (self->object, name);
  gint64 number = -1;

  if (desk_json_slice_get_kind (value) == DESK_JSON_KIND_NONE)
    return fallback;

  if (!desk_json_slice_get_int64 (value, &number) || number < 0 || number > MAX_NUMBER)
    {
      desk_sandbox_fields_fail (self, name);
      return fallback;
    }

  return (int) number;
}

static gboolean
parse_cents (const char *text,
             int        *cents)
{
  gboolean negative = text[0] == '-';
  const char *digits = text + (negative ? 1 : 0);
  gsize length = strlen (digits);
  g_autofree char *whole = NULL;
  guint64 number;

  if (length < 4 || digits[length - 3] != '.')
    return FALSE;

  whole = g_strndup (digits, length - 3);
  if (strchr (whole, '.') != NULL)
    return FALSE;

  g_free (whole);
  whole = g_strdup_printf ("%.*s%s", (int) (length - 3), digits, digits + length - 2);
  if (!g_ascii_string_to_unsigned (whole, 10, 0, MAX_CENTS, &number, NULL))
    return FALSE;

  *cents = negative ? -(int) number : (int) number;
  return TRUE;
}

int
desk_sandbox_fields_get_cents (const DeskSandboxFields *self,
                            const char           *name,
                            int                   fallback)
{
  const char *text = desk_sandbox_fields_get_text (self, name);
  int cents = fallback;

  if (text != NULL && !parse_cents (text, &cents))
    desk_sandbox_fields_fail (self, name);

  return cents;
}

int
desk_sandbox_fields_get_choice (const DeskSandboxFields *self,
                             const char           *name,
                             const char *const    *choices,
                             guint                 n_choices,
                             int                   fallback)
{
  const char *text = desk_sandbox_fields_get_text (self, name);

  if (text == NULL)
    return fallback;

  for (guint i = 0; i < n_choices; i++)
    if (g_str_equal (choices[i], text))
      return (int) i;

  desk_sandbox_fields_fail (self, name);
  return fallback;
}

GHashTable *
desk_sandbox_fields_dup_texts (const DeskSandboxFields *self,
                            const char           *name)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  DeskJsonIter iter;
  DeskJsonSlice key;
  DeskJsonSlice value;

  desk_json_iter_init (&iter, name != NULL ? desk_json_slice_get_member (self->object, name) : self->object);
  while (desk_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *raw = desk_json_slice_dup_raw (value);

      if (desk_json_slice_get_kind (value) != DESK_JSON_KIND_STRING)
        continue;

      /* Without the quotation marks around it. */
      g_hash_table_insert (texts, desk_json_slice_dup_string (key), g_strndup (raw + 1, strlen (raw) - 2));
    }

  return texts;
}
