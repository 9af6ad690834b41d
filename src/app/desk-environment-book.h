/* desk-environment-book.h: all environments: the built-in sandbox, and those of the user's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-environment-draft.h"
#include "desk-keyring.h"

G_BEGIN_DECLS

/**
 * DeskEnvironmentBook:
 *
 * A #GListModel of #DeskEnvironment: the built-in sandbox, then the saved ones in the order of the file, which it
 * follows when others change it. An environment that did not change keeps its object.
 */
#define DESK_TYPE_ENVIRONMENT_BOOK (desk_environment_book_get_type ())
G_DECLARE_FINAL_TYPE (DeskEnvironmentBook, desk_environment_book, DESK, ENVIRONMENT_BOOK, GObject)

/**
 * desk_environment_book_new:
 * @path: (nullable) (type filename): the file; %NULL for the user's
 * @state_folder: (nullable) (type filename): as for desk_context_new(), where receipts lie
 */
DeskEnvironmentBook *desk_environment_book_new           (const char           *path,
                                                          const char           *state_folder,
                                                          DeskKeyring          *keyring);
DeskKeyring         *desk_environment_book_get_keyring   (DeskEnvironmentBook  *self);

/* (nullable): what is wrong with the file, a line for each environment that is left out; property `problem` notifies. */
const char          *desk_environment_book_get_problem   (DeskEnvironmentBook  *self);

/* Returns: (transfer none) (nullable): the environment of that name */
DeskEnvironment     *desk_environment_book_find          (DeskEnvironmentBook  *self,
                                                          const char           *name);

/**
 * desk_environment_book_save_async:
 * @old: (nullable): the environment that is changed; %NULL adds one
 * @client_secret: (nullable): %NULL leaves the one that there is, also if name or client id change
 * @webhook_secret: (nullable): as above
 *
 * The finish function returns: (transfer none) (nullable): the environment as it is now; %NULL with
 *   %DESK_ENVIRONMENT_ERROR_FIELD, %DESK_ENVIRONMENT_ERROR_UNKNOWN, #G_KEY_FILE_ERROR or #G_FILE_ERROR, and nothing changed.
 */
void                 desk_environment_book_save_async    (DeskEnvironmentBook  *self,
                                                          DeskEnvironment      *old,
                                                          DeskEnvironmentDraft *draft,
                                                          const char           *client_secret,
                                                          const char           *webhook_secret,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
DeskEnvironment     *desk_environment_book_save_finish   (DeskEnvironmentBook  *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

/**
 * desk_environment_book_remove_async:
 *
 * Removes the environment with its secrets and its receipts. The finish function returns: %FALSE with @error if the file
 *   could not be written, and nothing is removed.
 */
void                 desk_environment_book_remove_async  (DeskEnvironmentBook  *self,
                                                          DeskEnvironment      *environment,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean             desk_environment_book_remove_finish (DeskEnvironmentBook  *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

G_END_DECLS
