/* desk-export-file.c: a file that is being written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

struct _DeskExportFile
{
  FILE *file; /* (nullable): closed */
};

static void
set_error (GError **error)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
               /* Translators: %s is the system's reason: "No space left on device" */
               _("The export could not be written: %s"), g_strerror (code));
}

DeskExportFile *
desk_export_file_open (const char  *path,
                       GError     **error)
{
  DeskExportFile *self = NULL;
  int descriptor;

  g_return_val_if_fail (path != NULL, NULL);

  descriptor = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0)
    {
      set_error (error);
      return NULL;
    }
  self = g_new0 (DeskExportFile, 1);
  self->file = fdopen (descriptor, "w");
  return self;
}

void
desk_export_file_free (DeskExportFile *self)
{
  if (self->file != NULL)
    fclose (self->file);
  g_free (self);
}

gboolean
desk_export_file_write (DeskExportFile  *self,
                        const char      *text,
                        gsize            length,
                        GError         **error)
{
  g_return_val_if_fail (self != NULL && self->file != NULL, FALSE);

  if (fwrite (text, 1, length, self->file) == length)
    return TRUE;
  set_error (error);
  return FALSE;
}

gboolean
desk_export_file_append (DeskExportFile  *self,
                         const char      *text,
                         GError         **error)
{
  return desk_export_file_write (self, text, strlen (text), error);
}

gboolean
desk_export_file_close (DeskExportFile  *self,
                        GError         **error)
{
  FILE *file = NULL;
  gboolean failed = FALSE;

  g_return_val_if_fail (self != NULL && self->file != NULL, FALSE);

  file = g_steal_pointer (&self->file);
  failed = ferror (file) != 0;
  if (fclose (file) == 0 && !failed)
    return TRUE;
  set_error (error);
  return FALSE;
}
