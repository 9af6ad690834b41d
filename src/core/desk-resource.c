/* desk-resource.c: one data set that Fiskil serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-resource.h"

#include <string.h>

static void
visit_fields (const DeskField       *fields,
              guint                  n_fields,
              gboolean               only_single,
              GString               *path,
              DeskResourceFieldFunc  func,
              gpointer               user_data)
{
  gsize parent_length = path->len;

  for (guint i = 0; i < n_fields; i++)
    {
      if (only_single && (fields[i].flags & DESK_FIELD_REPEATED) != 0)
        continue;

      if (parent_length > 0)
        g_string_append_c (path, '.');
      g_string_append (path, fields[i].name);
      func (path->str, &fields[i], user_data);
      visit_fields (fields[i].children, fields[i].n_children, only_single, path, func, user_data);
      g_string_truncate (path, parent_length);
    }
}

void
desk_resource_foreach_field (const DeskResource    *self,
                             DeskResourceFieldFunc  func,
                             gpointer               user_data)
{
  g_autoptr(GString) path = g_string_new (NULL);

  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  visit_fields (self->fields, self->n_fields, FALSE, path, func, user_data);
}

void
desk_resource_foreach_column (const DeskResource    *self,
                              DeskResourceFieldFunc  func,
                              gpointer               user_data)
{
  g_autoptr(GString) path = g_string_new (NULL);

  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  visit_fields (self->fields, self->n_fields, TRUE, path, func, user_data);
}

static const DeskField *
find_member (const DeskField *fields,
             guint            n_fields,
             const char      *name,
             gsize            length)
{
  for (guint i = 0; i < n_fields; i++)
    if (strlen (fields[i].name) == length && strncmp (fields[i].name, name, length) == 0)
      return &fields[i];

  return NULL;
}

const DeskField *
desk_resource_find_field (const DeskResource *self,
                          const char         *path)
{
  const DeskField *fields;
  guint n_fields;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  fields = self->fields;
  n_fields = self->n_fields;

  while (TRUE)
    {
      const char *dot = strchr (path, '.');
      gsize length = dot != NULL ? (gsize) (dot - path) : strlen (path);
      const DeskField *field = find_member (fields, n_fields, path, length);

      if (field == NULL || dot == NULL)
        return field;

      fields = field->children;
      n_fields = field->n_children;
      path = dot + 1;
    }
}

gboolean
desk_resource_is_banking (const DeskResource *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_has_prefix (self->name, "banking.");
}

gboolean
desk_resource_is_energy (const DeskResource *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_has_prefix (self->name, "energy.");
}

gboolean
desk_resource_is_public (const DeskResource *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->permission == NULL;
}
