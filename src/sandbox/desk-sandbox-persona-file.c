/* desk-sandbox-persona-file.c: the personas of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-persona-file.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-persona-reader.h"
#include "desk-sandbox-resources.h"

#define BUILT_IN "/io/github/consentdesk/ConsentDesk/sandbox/personas.json"

static gboolean
check_unique (GPtrArray                 *personas,
              const DeskSandboxPersona  *persona,
              GError                   **error)
{
  for (guint i = 0; i < personas->len; i++)
    {
      const DeskSandboxPersona *other = g_ptr_array_index (personas, i);

      if (!g_str_equal (other->key, persona->key) && g_ascii_strcasecmp (other->login, persona->login) != 0)
        continue;

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("two personas have the key “%s” or the same log-in"), persona->key);
      return FALSE;
    }

  return TRUE;
}

static GPtrArray *
read_personas (DeskJsonSlice   root,
               GError        **error)
{
  g_autoptr(GPtrArray) personas = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_persona_free);
  DeskJsonSlice rows = desk_json_slice_get_member (root, "personas");
  DeskJsonIter iter;
  DeskJsonSlice row;

  desk_json_iter_init (&iter, rows);
  while (desk_json_iter_next (&iter, NULL, &row))
    {
      DeskSandboxPersona *persona = desk_sandbox_persona_reader_read (row, desk_json_slice_get_member (root, "patterns"),
                                                                      error);

      if (persona == NULL)
        return NULL;

      if (!check_unique (personas, persona, error))
        {
          desk_sandbox_persona_free (persona);
          return NULL;
        }
      g_ptr_array_add (personas, persona);
    }

  if (personas->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("it has no list of personas"));
      return NULL;
    }

  return g_steal_pointer (&personas);
}

static GPtrArray *
read_text (const char  *text,
           gsize        length,
           GError     **error)
{
  DeskJsonSlice root;

  if (!desk_json_parse (text, length, &root, error))
    return NULL;

  return read_personas (root, error);
}

static GPtrArray *
load_built_in (void)
{
  g_autoptr(GBytes) bytes = g_resource_lookup_data (desk_sandbox_get_resource (), BUILT_IN,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GError) error = NULL;
  GPtrArray *personas;

  g_assert (bytes != NULL);
  personas = read_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (personas == NULL)
    g_error ("The built-in personas cannot be used: %s", error->message);

  return personas;
}

GPtrArray *
desk_sandbox_persona_file_load (const char  *path,
                                GError     **error)
{
  g_autofree char *text = NULL;
  GPtrArray *personas = NULL;
  gsize length;

  if (path == NULL)
    return load_built_in ();

  if (g_file_get_contents (path, &text, &length, error))
    personas = read_text (text, length, error);
  if (personas == NULL)
    /* Translators: the first is a file's name, the second what is wrong with it */
    g_prefix_error (error, _("The persona file “%s” cannot be used: "), path);

  return personas;
}
