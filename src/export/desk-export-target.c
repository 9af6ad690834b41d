/* desk-export-target.c: where an export goes: whole, or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-target.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _DeskExportTarget
{
  char     *path;      /* (owned) */
  char     *temporary; /* (owned) */
  gboolean  is_folder;
  gboolean  may_replace;
};

static gboolean
fail (int          code,
      const char  *path,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
               /* Translators: a file name, then the system's reason: "Permission denied" */
               _("“%s” could not be written: %s"), name, g_strerror (code));
  return FALSE;
}

/* Never a device or a pipe: what takes the place of the file is another one. */
static gboolean
check_path (DeskExportTarget  *self,
            GError           **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  GFileTest wanted = self->is_folder ? G_FILE_TEST_IS_DIR : G_FILE_TEST_IS_REGULAR;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_test (self->path, wanted))
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
                 self->is_folder ? _("“%s” is there and is no folder. Choose another name.")
                                 : _("“%s” is there and is no file. Choose another name."), name);
  else if (!self->may_replace)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
                 _("“%s” is there already. It was left as it is; choose another name, or allow it to be replaced."),
                 name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
make_temporary (DeskExportTarget  *self,
                GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *template = g_build_filename (folder, ".consent-desk-export-XXXXXX", NULL);
  int descriptor = -1;

  if (self->is_folder ? g_mkdtemp_full (template, 0700) == NULL
                      : (descriptor = g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0600)) < 0)
    return fail (errno, self->path, error);
  if (descriptor >= 0)
    close (descriptor);
  self->temporary = g_steal_pointer (&template);
  return TRUE;
}

DeskExportTarget *
desk_export_target_new (const char  *path,
                        gboolean     is_folder,
                        gboolean     may_replace,
                        GError     **error)
{
  g_autoptr(DeskExportTarget) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (DeskExportTarget, 1);
  self->path = g_canonicalize_filename (path, NULL);
  self->is_folder = is_folder;
  self->may_replace = may_replace;
  if (!check_path (self, error) || !make_temporary (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* (element-type filename): the names in the temporary folder */
static GPtrArray *
list_files (DeskExportTarget *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) folder = g_dir_open (self->temporary, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  return names;
}

static void
remove_temporary (DeskExportTarget *self)
{
  if (self->is_folder)
    {
      g_autoptr(GPtrArray) names = list_files (self);

      for (guint i = 0; i < names->len; i++)
        {
          g_autofree char *file = g_build_filename (self->temporary, g_ptr_array_index (names, i), NULL);

          g_unlink (file);
        }
      g_rmdir (self->temporary);
    }
  else
    {
      g_unlink (self->temporary);
    }
}

void
desk_export_target_free (DeskExportTarget *self)
{
  if (self->temporary != NULL)
    remove_temporary (self);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

const char *
desk_export_target_get_path (DeskExportTarget *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->temporary;
}

static gboolean
synchronise (const char  *path,
             GError     **error)
{
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int code = 0;

  if (descriptor < 0)
    return fail (errno, path, error);
  /* Some file systems know no such thing for folders. */
  if (fsync (descriptor) != 0 && errno != EINVAL)
    code = errno;
  close (descriptor);
  return code == 0 || fail (code, path, error);
}

static gboolean
move (const char  *from,
      const char  *to,
      GError     **error)
{
  return g_rename (from, to) == 0 || fail (errno, to, error);
}

static gboolean
synchronise_files (DeskExportTarget  *self,
                   GPtrArray         *names,
                   GError           **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (self->temporary, g_ptr_array_index (names, i), NULL);

      if (!synchronise (file, error))
        return FALSE;
    }
  return synchronise (self->temporary, error);
}

/* Other files of a folder that was there are none of ours. */
static gboolean
move_into_folder (DeskExportTarget  *self,
                  GPtrArray         *names,
                  GError           **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *from = g_build_filename (self->temporary, name, NULL);
      g_autofree char *to = g_build_filename (self->path, name, NULL);

      if (!move (from, to, error))
        return FALSE;
    }
  g_rmdir (self->temporary);
  return synchronise (self->path, error);
}

static gboolean
commit_folder (DeskExportTarget  *self,
               GError           **error)
{
  g_autoptr(GPtrArray) names = list_files (self);

  if (!synchronise_files (self, names, error))
    return FALSE;
  return g_file_test (self->path, G_FILE_TEST_EXISTS) ? move_into_folder (self, names, error)
                                                      : move (self->temporary, self->path, error);
}

static gboolean
commit_file (DeskExportTarget  *self,
             GError           **error)
{
  return synchronise (self->temporary, error) && move (self->temporary, self->path, error);
}

gboolean
desk_export_target_commit (DeskExportTarget  *self,
                           GError           **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (self != NULL && self->temporary != NULL, FALSE);

  if (!check_path (self, error) || !(self->is_folder ? commit_folder (self, error) : commit_file (self, error)))
    return FALSE;
  g_clear_pointer (&self->temporary, g_free);
  folder = g_path_get_dirname (self->path);
  return synchronise (folder, error);
}
