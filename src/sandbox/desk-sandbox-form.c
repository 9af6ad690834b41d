/* desk-sandbox-form.c: names and values, as in a query or a posted form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-form.h"

struct _DeskSandboxForm
{
  GPtrArray *names;  /* (element-type utf8) (owned) */
  GPtrArray *values; /* (element-type utf8) (owned) */
};

/* One pair at a time, so that a bad one does not take the others with it. */
static void
add_pair (DeskSandboxForm *self,
          const char      *text)
{
  GUriParamsIter iter;
  char *name = NULL;
  char *value = NULL;

  g_uri_params_iter_init (&iter, text, -1, "", G_URI_PARAMS_WWW_FORM);
  if (!g_uri_params_iter_next (&iter, &name, &value, NULL))
    return;

  g_ptr_array_add (self->names, name);
  g_ptr_array_add (self->values, value);
}

DeskSandboxForm *
desk_sandbox_form_new (const char *text,
                       gsize       length)
{
  DeskSandboxForm *self = g_new0 (DeskSandboxForm, 1);
  g_autofree char *copy = g_strndup (text != NULL ? text : "", length);
  g_auto (GStrv) pairs = g_strsplit (copy, "&", -1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; pairs[i] != NULL; i++)
    add_pair (self, pairs[i]);

  return self;
}

void
desk_sandbox_form_free (DeskSandboxForm *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
  g_free (self);
}

const char *
desk_sandbox_form_get (const DeskSandboxForm *self,
                       const char            *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (g_ptr_array_index (self->names, i), name))
      return g_ptr_array_index (self->values, i);

  return NULL;
}

const char *
desk_sandbox_form_get_given (const DeskSandboxForm *self,
                             const char            *name)
{
  const char *value = desk_sandbox_form_get (self, name);

  return value != NULL && value[0] != '\0' ? value : NULL;
}

const char **
desk_sandbox_form_get_all (const DeskSandboxForm *self,
                           const char            *name)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (g_ptr_array_index (self->names, i), name))
      g_ptr_array_add (found, g_ptr_array_index (self->values, i));

  g_ptr_array_add (found, NULL);
  return (const char **) g_ptr_array_free (found, FALSE);
}

char *
desk_sandbox_form_dup_without (const DeskSandboxForm *self,
                               const char            *prefix)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);

      if (g_str_has_prefix (name, prefix))
        continue;

      if (text->len > 0)
        g_string_append_c (text, '&');
      g_string_append_uri_escaped (text, name, NULL, FALSE);
      g_string_append_c (text, '=');
      g_string_append_uri_escaped (text, g_ptr_array_index (self->values, i), NULL, FALSE);
    }

  return g_string_free (text, FALSE);
}
