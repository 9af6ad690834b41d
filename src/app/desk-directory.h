/* desk-directory.h: the end users of an environment and what they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-api-client.h"
#include "desk-clock.h"
#include "desk-consent-book.h"
#include "desk-consent-end.h"
#include "desk-store.h"

G_BEGIN_DECLS

#define DESK_TYPE_DIRECTORY (desk_directory_get_type ())
G_DECLARE_FINAL_TYPE (DeskDirectory, desk_directory, DESK, DIRECTORY, GObject)

DeskDirectory *desk_directory_new                (DeskApiClient        *client,
                                                  DeskStore            *store,
                                                  DeskClock            *clock);

/**
 * desk_directory_set_client:
 * @client: talks to the same service as the one before, at another address
 */
void           desk_directory_set_client         (DeskDirectory        *self,
                                                  DeskApiClient        *client);

/**
 * desk_directory_get_end_users:
 *
 * Returns: (transfer none): a #GListModel of #DeskEndUser in the service's order; the objects stay the same over refreshes
 */
GListModel    *desk_directory_get_end_users      (DeskDirectory        *self);

/* Returns: (transfer full) (nullable): who has that id */
DeskEndUser   *desk_directory_dup_end_user       (DeskDirectory        *self,
                                                  const char           *end_user_id);

/**
 * desk_directory_get_consents:
 *
 * Returns: (transfer none): a #GListModel of #DeskConsent of that end user, active ones first, newest first;
 *   it is the same object for as long as the end user exists
 */
GListModel    *desk_directory_get_consents       (DeskDirectory        *self,
                                                  const char           *end_user_id);

/* Returns: (transfer full) (element-type DeskConsent): those of all end users, in no order */
GPtrArray     *desk_directory_dup_consents       (DeskDirectory        *self);

/* Returns: (transfer full) (element-type DeskConsent): those of that end user that have not ended */
GPtrArray     *desk_directory_dup_active_consents (DeskDirectory       *self,
                                                  const char           *end_user_id);

/**
 * DeskDirectory::consent-ended:
 * @consent: as it was known last
 * @how: (type DeskConsentEnd): in which way
 * @is_ours: whether the user of this program did it, just now
 *
 * Emitted once for each consent that is over, in whatever way, also for one that was so when it was first listed.
 */

/**
 * DeskDirectory::end-user-gone:
 * @end_user_id: who was deleted, here or elsewhere
 */

/**
 * DeskDirectory::refreshed:
 *
 * All end users and all consents were read: who and what is not listed now is not there.
 */

/**
 * desk_directory_summarise:
 *
 * What the end user's row says. #DeskDirectory::consents-changed tells when to ask again, once
 * for all end users.
 */
void           desk_directory_summarise          (DeskDirectory        *self,
                                                  const char           *end_user_id,
                                                  DeskDirectorySummary *summary);

/**
 * desk_directory_purge_ended:
 * @consents: (element-type DeskConsent): that were active when a fetch began
 *
 * Purges again what a fetch may have stored after the purge of a consent that has ended, or is gone, since.
 */
void           desk_directory_purge_ended        (DeskDirectory        *self,
                                                  GPtrArray            *consents);

/**
 * desk_directory_refresh_async:
 *
 * Reads all end users and consents again, and purges the rows of consents that are over and of end users that are gone.
 */
void           desk_directory_refresh_async      (DeskDirectory        *self,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean       desk_directory_refresh_finish     (DeskDirectory        *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

/**
 * desk_directory_take_consents:
 * @consents: (element-type DeskConsent): all consents of that end user, as the service has just listed them
 *
 * Takes them in as a refresh does, and purges what is over.
 */
void           desk_directory_take_consents      (DeskDirectory        *self,
                                                  const char           *end_user_id,
                                                  GPtrArray            *consents);

/**
 * desk_directory_create_async:
 *
 * The finish function returns: (transfer full): the new end user, already in the list.
 *   With %DESK_API_ERROR_UNCERTAIN the service may have made it: @found holds (transfer full) (element-type DeskEndUser) those that
 *   have this e-mail now, to be offered.
 */
void           desk_directory_create_async       (DeskDirectory        *self,
                                                  const char           *name,
                                                  const char           *email,
                                                  const char           *phone,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
DeskEndUser   *desk_directory_create_finish      (DeskDirectory        *self,
                                                  GAsyncResult         *result,
                                                  GPtrArray           **found,
                                                  GError              **error);
void           desk_directory_update_async       (DeskDirectory        *self,
                                                  DeskEndUser          *end_user,
                                                  const char           *email,
                                                  const char           *phone,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean       desk_directory_update_finish      (DeskDirectory        *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

/* Deletes at the service (which ends all consents), then purges the store and the list. */
void           desk_directory_delete_async       (DeskDirectory        *self,
                                                  DeskEndUser          *end_user,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean       desk_directory_delete_finish      (DeskDirectory        *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

/* Ends sharing at the service, then purges the rows of the consent. */
void           desk_directory_revoke_async       (DeskDirectory        *self,
                                                  DeskConsent          *consent,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean       desk_directory_revoke_finish      (DeskDirectory        *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
