/* desk-link-query.c: the parameters of a URI's query, read with suspicion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-query.h"

#include <string.h>

/* No result has more than a dozen; a megabyte of them would hold up the main loop. */
#define MAX_PARAMETERS 1000

typedef struct
{
  char *name;  /* (owned) */
  char *value; /* (owned) (nullable): NULL if unreadable */
} Parameter;

struct _DeskLinkQuery
{
  GPtrArray *parameters; /* (owned) (element-type Parameter) */
  gboolean   is_endless;
};

static void
parameter_free (gpointer data)
{
  Parameter *parameter = data;

  g_free (parameter->name);
  g_free (parameter->value);
  g_free (parameter);
}

static char *
decode (const char *text,
        gsize       length)
{
  g_autofree char *blanks = g_strdelimit (g_strndup (text, length), "+", ' ');
  g_autofree char *decoded = g_uri_unescape_string (blanks, NULL);

  if (decoded == NULL || !g_utf8_validate (decoded, -1, NULL))
    return NULL;

  return g_steal_pointer (&decoded);
}

static void
add_parameter (DeskLinkQuery *self,
               const char    *text,
               gsize          length)
{
  const char *equals = memchr (text, '=', length);
  gsize name_length = equals != NULL ? (gsize) (equals - text) : length;
  g_autofree char *name = decode (text, name_length);
  Parameter *parameter;

  if (name == NULL || *name == '\0')
    return;

  parameter = g_new0 (Parameter, 1);
  parameter->name = g_steal_pointer (&name);
  parameter->value = equals != NULL ? decode (equals + 1, length - name_length - 1) : g_strdup ("");
  g_ptr_array_add (self->parameters, parameter);
}

DeskLinkQuery *
desk_link_query_new_from_uri (const char *uri)
{
  DeskLinkQuery *self = g_new0 (DeskLinkQuery, 1);
  const char *cursor = uri + strcspn (uri, "?#");
  guint n_parameters = 0;

  self->parameters = g_ptr_array_new_with_free_func (parameter_free);
  while (*cursor == '?' || *cursor == '&')
    {
      gsize length = strcspn (++cursor, "&#");

      if (length > 0 && ++n_parameters > MAX_PARAMETERS)
        break;
      if (length > 0)
        add_parameter (self, cursor, length);
      cursor += length;
    }

  self->is_endless = n_parameters > MAX_PARAMETERS;
  return self;
}

void
desk_link_query_free (DeskLinkQuery *self)
{
  g_ptr_array_unref (self->parameters);
  g_free (self);
}

static const Parameter *
find (const DeskLinkQuery *self,
      const char          *name,
      guint               *position)
{
  while (*position < self->parameters->len)
    {
      const Parameter *parameter = g_ptr_array_index (self->parameters, (*position)++);

      if (g_str_equal (parameter->name, name))
        return parameter;
    }

  return NULL;
}

gboolean
desk_link_query_has (const DeskLinkQuery *self,
                     const char          *name)
{
  guint position = 0;

  return find (self, name, &position) != NULL;
}

gboolean
desk_link_query_carries (const DeskLinkQuery *self,
                         const char          *name)
{
  const Parameter *parameter;
  guint position = 0;

  while ((parameter = find (self, name, &position)) != NULL)
    {
      if (g_strcmp0 (parameter->value, "") != 0)
        return TRUE;
    }

  return self->is_endless;
}

gboolean
desk_link_query_agrees (const DeskLinkQuery *self,
                        const char          *name,
                        const char          *value)
{
  const Parameter *parameter;
  guint position = 0;

  while ((parameter = find (self, name, &position)) != NULL)
    {
      if (parameter->value == NULL || g_strcmp0 (parameter->value, value) != 0)
        return FALSE;
    }

  return !self->is_endless;
}

static gboolean
has_pair (const DeskLinkQuery *self,
          const Parameter     *wanted)
{
  const Parameter *parameter;
  guint position = 0;

  while ((parameter = find (self, wanted->name, &position)) != NULL)
    {
      if (parameter->value != NULL && g_strcmp0 (parameter->value, wanted->value) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
desk_link_query_includes (const DeskLinkQuery *self,
                          const DeskLinkQuery *other)
{
  for (guint i = 0; i < other->parameters->len; i++)
    {
      if (!has_pair (self, g_ptr_array_index (other->parameters, i)))
        return FALSE;
    }

  return TRUE;
}

const char *
desk_link_query_get_first (const DeskLinkQuery *self,
                           const char          *name)
{
  const Parameter *parameter;
  guint position = 0;

  while ((parameter = find (self, name, &position)) != NULL)
    {
      if (parameter->value != NULL && *parameter->value != '\0')
        return parameter->value;
    }

  return NULL;
}

const char *
desk_link_query_get_unique (const DeskLinkQuery *self,
                            const char          *name)
{
  const char *value = desk_link_query_get_first (self, name);

  return value != NULL && desk_link_query_agrees (self, name, value) ? value : NULL;
}
