/* desk-environment-file.c: the user's environments, kept in one key file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-environment-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The built-in sandbox; a group with this name is left out. */
#define SANDBOX_NAME "sandbox"

char *
desk_environment_file_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "consent-desk", "environments.ini", NULL);
}

/* Returns: (transfer full) (nullable): the text of the file; "" if there is none */
static char *
read_text (const char  *path,
           GError     **error)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) local_error = NULL;

  if (g_file_get_contents (path, &text, NULL, &local_error))
    return g_steal_pointer (&text);

  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_strdup ("");

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static GKeyFile *
parse_text (const char  *text,
            GError     **error)
{
  g_autoptr(GKeyFile) key_file = g_key_file_new ();

  if (*text != '\0' &&
      !g_key_file_load_from_data (key_file, text, -1, G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return NULL;

  return g_steal_pointer (&key_file);
}

static GKeyFile *
load_key_file (const char  *path,
               GError     **error)
{
  g_autofree char *text = read_text (path, error);

  return text != NULL ? parse_text (text, error) : NULL;
}

static gboolean
save_key_file (const char  *path,
               GKeyFile    *key_file,
               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gsize length = 0;
  g_autofree char *text = g_key_file_to_data (key_file, &length, NULL);

  g_mkdir_with_parents (folder, 0700);

  return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static void
set_unknown (GError     **error,
             const char  *name)
{
  g_set_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_UNKNOWN,
               _("There is no environment with the name “%s”."), name);
}

gboolean
desk_environment_file_is_sandbox (const char *name)
{
  return g_ascii_strcasecmp (name, SANDBOX_NAME) == 0;
}

GPtrArray *
desk_environment_file_load (const char  *path,
                            GError     **error)
{
  g_autoptr(GPtrArray) environments = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GKeyFile) key_file = NULL;
  g_auto(GStrv) groups = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  key_file = load_key_file (path, error);
  if (key_file == NULL)
    return NULL;

  g_ptr_array_add (environments, desk_environment_new_sandbox ());
  groups = g_key_file_get_groups (key_file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      DeskEnvironment *environment;

      if (desk_environment_file_is_sandbox (groups[i]))
        continue;

      environment = desk_environment_new_from_key_file (key_file, groups[i], error);
      if (environment == NULL)
        return NULL;

      g_ptr_array_add (environments, environment);
    }

  return g_steal_pointer (&environments);
}

DeskEnvironment *
desk_environment_file_find (const char  *path,
                            const char  *name,
                            GError     **error)
{
  g_autoptr(GKeyFile) key_file = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (name == NULL || desk_environment_file_is_sandbox (name))
    return desk_environment_new_sandbox ();

  key_file = load_key_file (path, error);
  if (key_file == NULL)
    return NULL;

  return desk_environment_new_from_key_file (key_file, name, error);
}

static void
add_problem (GString      *problems,
             const char   *name,
             const GError *error)
{
  if (problems->len > 0)
    g_string_append_c (problems, '\n');

  /* Translators: the name of an environment, and what is wrong with it. */
  g_string_append_printf (problems, _("“%s” is left out: %s"), name, error->message);
}

GPtrArray *
desk_environment_file_scan (const char  *path,
                            char       **problem,
                            GError     **error)
{
  g_autoptr(GPtrArray) environments = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GString) problems = g_string_new (NULL);
  g_autoptr(GKeyFile) key_file = NULL;
  g_auto(GStrv) groups = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  key_file = load_key_file (path, error);
  if (key_file == NULL)
    return NULL;

  groups = g_key_file_get_groups (key_file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      DeskEnvironment *environment;
      g_autoptr(GError) local_error = NULL;

      if (desk_environment_file_is_sandbox (groups[i]))
        continue;

      environment = desk_environment_new_from_key_file (key_file, groups[i], &local_error);
      if (environment != NULL)
        g_ptr_array_add (environments, environment);
      else
        add_problem (problems, groups[i], local_error);
    }

  *problem = problems->len > 0 ? g_strdup (problems->str) : NULL;

  return g_steal_pointer (&environments);
}

/* GKeyFile cannot give a group another name. Its first line is all that has the name, so that order and comments stay. */
static char *
rename_group (const char *text,
              const char *old_name,
              const char *name)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *head = g_strdup_printf ("[%s]", old_name);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strstrip (g_strdup (lines[i]));

      if (!g_str_equal (line, head))
        continue;

      g_free (lines[i]);
      lines[i] = g_strdup_printf ("[%s]", name);
    }

  return g_strjoinv ("\n", lines);
}

static gboolean
check_names (GKeyFile    *key_file,
             const char  *old_name,
             const char  *name,
             GError     **error)
{
  if (old_name != NULL && !g_key_file_has_group (key_file, old_name))
    {
      set_unknown (error, old_name);
      return FALSE;
    }

  if (g_strcmp0 (old_name, name) == 0 || !g_key_file_has_group (key_file, name))
    return TRUE;

  g_set_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_FIELD,
               _("There is an environment with the name “%s” already. Choose another name."), name);

  return FALSE;
}

gboolean
desk_environment_file_put (const char            *path,
                           const char            *old_name,
                           DeskEnvironmentDraft  *draft,
                           GError               **error)
{
  const char *name;
  g_autofree char *text = NULL;
  g_autofree char *renamed = NULL;
  g_autoptr(GKeyFile) before = NULL;
  g_autoptr(GKeyFile) after = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (DESK_IS_ENVIRONMENT_DRAFT (draft), FALSE);

  name = desk_environment_draft_get (draft, DESK_ENVIRONMENT_FIELD_NAME);
  text = read_text (path, error);
  if (text == NULL)
    return FALSE;

  before = parse_text (text, error);
  if (before == NULL || !check_names (before, old_name, name, error))
    return FALSE;

  renamed = old_name != NULL ? rename_group (text, old_name, name) : g_strdup (text);
  after = parse_text (renamed, error);
  if (after == NULL)
    return FALSE;

  desk_environment_draft_write (draft, after);

  return save_key_file (path, after, error);
}

gboolean
desk_environment_file_remove (const char  *path,
                              const char  *name,
                              GError     **error)
{
  g_autoptr(GKeyFile) key_file = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  key_file = load_key_file (path, error);
  if (key_file == NULL)
    return FALSE;

  return !g_key_file_remove_group (key_file, name, NULL) || save_key_file (path, key_file, error);
}

gboolean
desk_environment_file_mark_production (const char  *path,
                                       const char  *name,
                                       GError     **error)
{
  g_autoptr(GKeyFile) key_file = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  key_file = load_key_file (path, error);
  if (key_file == NULL)
    return FALSE;

  if (!g_key_file_has_group (key_file, name))
    {
      set_unknown (error, name);
      return FALSE;
    }

  if (g_key_file_get_boolean (key_file, name, "production", NULL))
    return TRUE;

  g_key_file_set_boolean (key_file, name, "production", TRUE);

  return save_key_file (path, key_file, error);
}
