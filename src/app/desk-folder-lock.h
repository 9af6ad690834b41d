/* desk-folder-lock.h: keeps two programs from using one folder at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DESK_TYPE_FOLDER_LOCK (desk_folder_lock_get_type ())
G_DECLARE_FINAL_TYPE (DeskFolderLock, desk_folder_lock, DESK, FOLDER_LOCK, GObject)

/**
 * desk_folder_lock_take_async:
 * @folder: (type filename): made if it is absent
 *
 * Waits a moment if another one has the lock, as consentctl has it for the time of a command.
 *
 * The finish function returns: (transfer full) (nullable): the lock, given back when it is finalised; %NULL with @error
 * set to %DESK_ENVIRONMENT_ERROR_SANDBOX or %G_IO_ERROR_CANCELLED.
 */
void            desk_folder_lock_take_async  (const char           *folder,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
DeskFolderLock *desk_folder_lock_take_finish (GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
