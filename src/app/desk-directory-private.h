/* desk-directory-private.h: what the files of the directory share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-directory.h"
#include "desk-purge-queue.h"
#include "desk-revocations.h"

G_BEGIN_DECLS

struct _DeskDirectory
{
  GObject          parent_instance;

  DeskApiClient   *client;
  DeskClock       *clock;
  GListStore      *end_users;
  DeskConsentBook *consents;
  DeskPurgeQueue  *purges;
  DeskRevocations *revocations;

  guint            n_changes; /* by us: a list that was asked for before one of them is out of date */
  guint            expiry_source;
};

GTask   *_desk_directory_task_new                 (DeskDirectory       *self,
                                                   gpointer             source_tag,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
gboolean _desk_directory_finish_boolean           (DeskDirectory       *self,
                                                   GAsyncResult        *result,
                                                   gpointer             source_tag,
                                                   GError             **error);

/* @end_user_id: (nullable): whose list @consents is; %NULL for that of all */
void     _desk_directory_take_consents            (DeskDirectory       *self,
                                                   GPtrArray           *consents,
                                                   const char          *end_user_id);

/* Of somebody who is no longer listed; what must be purged is queued.
 * @is_ours: whether the user of this program deleted the end user */
void     _desk_directory_forget_end_user          (DeskDirectory       *self,
                                                   const char          *end_user_id,
                                                   gboolean             is_ours);

/* Ends @task once what must be purged is purged. */
void     _desk_directory_return_after_purge       (GTask               *task);

/* @error: (transfer full): what @task ends with. What must be purged is purged all the same. */
void     _desk_directory_return_error_after_purge (GTask               *task,
                                                   GError              *error);

G_END_DECLS
