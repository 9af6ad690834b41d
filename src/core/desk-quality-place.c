/* desk-quality-place.c: a place inside a record, as the walk over it goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-quality-place.h"

#include <string.h>

const DeskQualityPlace *
desk_quality_place_get_record (const DeskQualityPlace *self)
{
  while (self->parent != NULL)
    self = self->parent;

  return self;
}

static void
append_field (const DeskQualityPlace *self,
              GString                *field)
{
  if (self->parent == NULL)
    return;

  append_field (self->parent, field);
  if (self->name == NULL)
    return;

  if (field->len > 0)
    g_string_append_c (field, '.');
  g_string_append (field, self->name);
}

char *
desk_quality_place_dup_field (const DeskQualityPlace *self)
{
  GString *field = g_string_new (NULL);

  append_field (self, field);

  return g_string_free (field, FALSE);
}

static gboolean
is_plain_name (const char *name)
{
  if (*name == '\0' || g_ascii_isdigit (*name))
    return FALSE;

  for (; *name != '\0'; name++)
    if (!g_ascii_isalnum (*name) && *name != '_')
      return FALSE;

  return TRUE;
}

void
desk_quality_path_append_text (GString    *path,
                               const char *text)
{
  g_string_append_c (path, '\'');
  for (; *text != '\0'; text++)
    {
      if ((guchar) *text < 0x20)
        {
          g_string_append_printf (path, "\\u%04x", (guint) *text);
          continue;
        }
      if (*text == '\'' || *text == '\\')
        g_string_append_c (path, '\\');
      g_string_append_c (path, *text);
    }
  g_string_append_c (path, '\'');
}

void
desk_quality_path_append_member (GString    *path,
                                 const char *name)
{
  if (is_plain_name (name))
    {
      g_string_append_printf (path, ".%s", name);
      return;
    }

  g_string_append_c (path, '[');
  desk_quality_path_append_text (path, name);
  g_string_append_c (path, ']');
}

/* [?@.fiskil_id=='bank_tx_1'], or with several members. Nothing is appended if one is absent. */
static gboolean
append_selector (DeskJsonSlice      record,
                 const char *const *members,
                 GString           *path)
{
  gsize start = path->len;

  for (gsize i = 0; members[i] != NULL; i++)
    {
      g_autofree char *text = desk_json_slice_dup_string (desk_json_slice_get_member (record, members[i]));

      if (text == NULL || *text == '\0')
        {
          g_string_truncate (path, start);
          return FALSE;
        }
      g_string_append_printf (path, "%s@.%s==", i == 0 ? "[?" : " && ", members[i]);
      desk_quality_path_append_text (path, text);
    }

  if (path->len > start)
    g_string_append_c (path, ']');

  return path->len > start;
}

static void
append_record (const DeskQualityPlace *self,
               GString                *path)
{
  static const char *const own_key[] = { "fiskil_id", NULL };

  g_string_append_c (path, '$');
  if (self->resource->root_keys[0] != NULL)
    desk_quality_path_append_member (path, self->resource->root_keys[0]);
  if (self->resource->shape == DESK_RESOURCE_SHAPE_OBJECT)
    return;

  if (!append_selector (self->record, own_key, path) && !append_selector (self->record, self->resource->key, path))
    g_string_append_printf (path, "[%u]", self->position);
}

static void
append_path (const DeskQualityPlace *self,
             GString                *path)
{
  if (self->parent == NULL)
    {
      append_record (self, path);
      return;
    }

  append_path (self->parent, path);
  if (self->name != NULL)
    desk_quality_path_append_member (path, self->name);
  else
    g_string_append_printf (path, "[%u]", self->index);
}

char *
desk_quality_place_dup_path (const DeskQualityPlace *self)
{
  GString *path = g_string_new (NULL);

  append_path (self, path);

  return g_string_free (path, FALSE);
}

void
desk_quality_place_foreach_value (const DeskQualityPlace *self,
                                  DeskJsonSlice           value,
                                  const char             *path,
                                  DeskQualityValueFunc    func,
                                  gpointer                user_data)
{
  const char *dot = path != NULL ? strchr (path, '.') : NULL;
  g_autofree char *name = dot != NULL ? g_strndup (path, dot - path) : g_strdup (path);
  DeskJsonIter iter;
  DeskJsonSlice element;

  if (desk_json_slice_get_kind (value) == DESK_JSON_KIND_ARRAY)
    {
      desk_json_iter_init (&iter, value);
      for (guint i = 0; desk_json_iter_next (&iter, NULL, &element); i++)
        desk_quality_place_foreach_value (&DESK_QUALITY_PLACE_ELEMENT (self, i), element, path, func, user_data);
    }
  else if (path == NULL)
    {
      func (self, value, user_data);
    }
  else
    {
      element = desk_json_slice_get_member (value, name);
      if (element.text != NULL)
        desk_quality_place_foreach_value (&DESK_QUALITY_PLACE_MEMBER (self, name), element,
                                          dot != NULL ? dot + 1 : NULL, func, user_data);
    }
}
