/* desk-environment-file.c: the user's environments, kept in one key file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-environment-file.h"

/* The built-in sandbox; a group with this name is left out. */
#define SANDBOX_NAME "sandbox"

char *
desk_environment_file_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "consent-desk", "environments.ini", NULL);
}

static GKeyFile *
load_key_file (const char  *path,
               GError     **error)
{
  g_autoptr(GKeyFile) key_file = g_key_file_new ();
  g_autoptr(GError) local_error = NULL;

  if (!g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, &local_error) &&
      !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&key_file);
}

static gboolean
is_sandbox (const char *name)
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

      if (is_sandbox (groups[i]))
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

  if (name == NULL || is_sandbox (name))
    return desk_environment_new_sandbox ();

  key_file = load_key_file (path, error);
  if (key_file == NULL)
    return NULL;

  return desk_environment_new_from_key_file (key_file, name, error);
}
