/* desk-folder-lock.c: keeps two programs from using one folder at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-folder-lock.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>

#include "desk-environment.h"

/* Three seconds in all. */
#define WAIT_MILLISECONDS 100
#define MAX_TRIES         30

struct _DeskFolderLock
{
  GObject parent_instance;

  int     descriptor;
  guint   n_tries;
};

G_DEFINE_FINAL_TYPE (DeskFolderLock, desk_folder_lock, G_TYPE_OBJECT)

static void
desk_folder_lock_finalize (GObject *object)
{
  DeskFolderLock *self = DESK_FOLDER_LOCK (object);

  if (self->descriptor >= 0)
    g_close (self->descriptor, NULL);

  G_OBJECT_CLASS (desk_folder_lock_parent_class)->finalize (object);
}

static void
desk_folder_lock_class_init (DeskFolderLockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_folder_lock_finalize;
}

static void
desk_folder_lock_init (DeskFolderLock *self)
{
  self->descriptor = -1;
}

/* Returns whether the answer was given. */
static gboolean
try_to_take (GTask *task)
{
  DeskFolderLock *self = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return TRUE;

  if (flock (self->descriptor, LOCK_EX | LOCK_NB) == 0)
    {
      g_task_return_pointer (task, g_object_ref (self), g_object_unref);
      return TRUE;
    }

  if (++self->n_tries < MAX_TRIES)
    return FALSE;

  g_task_return_new_error (task, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX,
                           _("The Sandbox is in use by another window of Consent Desk or by consentctl. Close it and try again."));

  return TRUE;
}

static gboolean
wait_over_cb (gpointer user_data)
{
  return try_to_take (user_data) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
desk_folder_lock_take_async (const char          *folder,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *path = NULL;
  DeskFolderLock *self;

  g_return_if_fail (folder != NULL);

  self = g_object_new (DESK_TYPE_FOLDER_LOCK, NULL);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_folder_lock_take_async);
  g_task_set_task_data (task, self, g_object_unref);

  g_mkdir_with_parents (folder, 0700);
  path = g_build_filename (folder, "lock", NULL);
  self->descriptor = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->descriptor < 0)
    {
      g_autofree char *shown = g_filename_display_name (folder);

      g_task_return_new_error (task, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX,
                               _("The folder “%s” for the sandbox cannot be used. Check that you may write there."), shown);
      return;
    }

  if (!try_to_take (task))
    g_timeout_add_full (G_PRIORITY_DEFAULT, WAIT_MILLISECONDS, wait_over_cb, g_steal_pointer (&task), g_object_unref);
}

DeskFolderLock *
desk_folder_lock_take_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_folder_lock_take_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
