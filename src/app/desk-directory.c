/* desk-directory.c: the end users of an environment and what they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-directory-private.h"

#include "desk-api-error.h"
#include "desk-end-user-merge.h"

/* An expiry is noticed at this interval at the latest, also after the computer slept. */
#define LONGEST_WAIT_SECONDS 3600

enum
{
  CONSENTS_CHANGED,
  CONSENT_ENDED,
  END_USER_GONE,
  REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskDirectory, desk_directory, G_TYPE_OBJECT)

static void
desk_directory_dispose (GObject *object)
{
  DeskDirectory *self = DESK_DIRECTORY (object);

  g_clear_handle_id (&self->expiry_source, g_source_remove);
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);

  if (self->consents != NULL)
    g_signal_handlers_disconnect_by_data (self->consents, self);

  g_clear_object (&self->client);
  g_clear_object (&self->clock);
  g_clear_object (&self->end_users);
  g_clear_object (&self->consents);
  g_clear_object (&self->purges);

  G_OBJECT_CLASS (desk_directory_parent_class)->dispose (object);
}

static void
desk_directory_finalize (GObject *object)
{
  DeskDirectory *self = DESK_DIRECTORY (object);

  g_clear_pointer (&self->revoked, g_hash_table_unref);
  g_clear_pointer (&self->doubtful, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);

  G_OBJECT_CLASS (desk_directory_parent_class)->finalize (object);
}

static void
desk_directory_class_init (DeskDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_directory_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_directory_finalize;

  signals[CONSENTS_CHANGED] =
    g_signal_new ("consents-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CONSENT_ENDED] =
    g_signal_new ("consent-ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 3, DESK_TYPE_CONSENT, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[END_USER_GONE] =
    g_signal_new ("end-user-gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REFRESHED] =
    g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_directory_init (DeskDirectory *self)
{
  self->revoked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->doubtful = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
schedule_review (DeskDirectory *self);

static void
review (DeskDirectory *self)
{
  desk_consent_book_review (self->consents, desk_clock_get_now (self->clock));
  desk_purge_queue_run_async (self->purges, NULL, NULL, NULL);
  schedule_review (self);
}

static gboolean
review_due_cb (gpointer user_data)
{
  DeskDirectory *self = user_data;

  self->expiry_source = 0;
  review (self);

  return G_SOURCE_REMOVE;
}

static void
schedule_review (DeskDirectory *self)
{
  gint64 now = desk_clock_get_now (self->clock);
  gint64 next = desk_consent_book_get_next_expiry (self->consents, now);
  gint64 seconds = (next - now) / G_USEC_PER_SEC + 1;

  g_clear_handle_id (&self->expiry_source, g_source_remove);
  if (next == 0 || desk_clock_is_frozen (self->clock))
    return;

  self->expiry_source = g_timeout_add_seconds ((guint) MIN (seconds, LONGEST_WAIT_SECONDS), review_due_cb, self);
}

static void
consents_changed_cb (DeskConsentBook *consents,
                     DeskDirectory   *self)
{
  g_signal_emit (self, signals[CONSENTS_CHANGED], 0);
}

static void
consent_over_cb (DeskConsentBook *consents,
                 DeskConsent     *consent,
                 DeskDirectory   *self)
{
  desk_purge_queue_add_consent (self->purges, consent);
}

static void
consent_ended_cb (DeskConsentBook *consents,
                  DeskConsent     *consent,
                  DeskDirectory   *self)
{
  const gboolean is_ours = g_hash_table_remove (self->revoked, desk_consent_get_id (consent));
  const gboolean was_seen = g_hash_table_remove (self->seen, desk_consent_get_id (consent));
  const DeskConsentEnd how = is_ours ? DESK_CONSENT_END_REVOKED
                                     : desk_consent_end_judge (consent, desk_clock_get_now (self->clock), was_seen);

  g_hash_table_remove (self->doubtful, desk_consent_get_id (consent));
  g_signal_emit (self, signals[CONSENT_ENDED], 0, consent, how, is_ours);
}

DeskDirectory *
desk_directory_new (DeskApiClient *client,
                    DeskStore     *store,
                    DeskClock     *clock)
{
  DeskDirectory *self;

  g_return_val_if_fail (DESK_IS_API_CLIENT (client), NULL);
  g_return_val_if_fail (DESK_IS_STORE (store), NULL);
  g_return_val_if_fail (DESK_IS_CLOCK (clock), NULL);

  self = g_object_new (DESK_TYPE_DIRECTORY, NULL);
  self->client = g_object_ref (client);
  self->clock = g_object_ref (clock);
  self->end_users = g_list_store_new (DESK_TYPE_END_USER);
  self->consents = desk_consent_book_new ();
  self->purges = desk_purge_queue_new (store);

  g_signal_connect_swapped (self->clock, "changed", G_CALLBACK (review), self);
  g_signal_connect (self->consents, "changed", G_CALLBACK (consents_changed_cb), self);
  g_signal_connect (self->consents, "over", G_CALLBACK (consent_over_cb), self);
  g_signal_connect (self->consents, "ended", G_CALLBACK (consent_ended_cb), self);

  return self;
}

void
desk_directory_set_client (DeskDirectory *self,
                           DeskApiClient *client)
{
  g_return_if_fail (DESK_IS_DIRECTORY (self));
  g_return_if_fail (DESK_IS_API_CLIENT (client));

  g_set_object (&self->client, client);
}

GListModel *
desk_directory_get_end_users (DeskDirectory *self)
{
  g_return_val_if_fail (DESK_IS_DIRECTORY (self), NULL);

  return G_LIST_MODEL (self->end_users);
}

DeskEndUser *
desk_directory_dup_end_user (DeskDirectory *self,
                             const char    *end_user_id)
{
  g_return_val_if_fail (DESK_IS_DIRECTORY (self), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->end_users)); i++)
    {
      g_autoptr(DeskEndUser) end_user = g_list_model_get_item (G_LIST_MODEL (self->end_users), i);

      if (g_str_equal (desk_end_user_get_id (end_user), end_user_id))
        return g_steal_pointer (&end_user);
    }

  return NULL;
}

GListModel *
desk_directory_get_consents (DeskDirectory *self,
                             const char    *end_user_id)
{
  g_return_val_if_fail (DESK_IS_DIRECTORY (self), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);

  return desk_consent_book_get_list (self->consents, end_user_id);
}

GPtrArray *
desk_directory_dup_consents (DeskDirectory *self)
{
  g_return_val_if_fail (DESK_IS_DIRECTORY (self), NULL);

  return desk_consent_book_dup_consents (self->consents);
}

void
desk_directory_summarise (DeskDirectory        *self,
                          const char           *end_user_id,
                          DeskDirectorySummary *summary)
{
  g_return_if_fail (DESK_IS_DIRECTORY (self));
  g_return_if_fail (end_user_id != NULL);

  desk_consent_book_summarise (self->consents, end_user_id, desk_clock_get_now (self->clock), summary);
}

static void
end_consents (DeskDirectory *self,
              const char    *end_user_id,
              gboolean       is_ours)
{
  g_autoptr(GListModel) consents = g_object_ref (desk_consent_book_get_list (self->consents, end_user_id));

  for (guint i = 0; i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (consents, i);

      if (desk_consent_get_status (consent, desk_clock_get_now (self->clock)) != DESK_CONSENT_STATUS_ENDED)
        g_signal_emit (self, signals[CONSENT_ENDED], 0, consent, DESK_CONSENT_END_DELETED, is_ours);
    }
}

/* is_ours: whether the user of this program deleted the end user */
static void
forget_end_user (DeskDirectory *self,
                 const char    *end_user_id,
                 gboolean       is_ours)
{
  end_consents (self, end_user_id, is_ours);
  desk_consent_book_remove_end_user (self->consents, end_user_id);
  desk_purge_queue_add_end_user (self->purges, end_user_id);
  g_signal_emit (self, signals[END_USER_GONE], 0, end_user_id);
}

static void
take_end_users (DeskDirectory *self,
                GPtrArray     *received)
{
  g_autoptr(GPtrArray) gone = desk_end_user_merge (self->end_users, received);

  for (guint i = 0; i < gone->len; i++)
    forget_end_user (self, desk_end_user_get_id (g_ptr_array_index (gone, i)), FALSE);
}

/* One that is still active was not ended when we asked for it: whatever ends it later is somebody else. */
static void
look_for_active (DeskDirectory *self,
                 GPtrArray     *consents)
{
  for (guint i = 0; i < consents->len; i++)
    {
      const char *id = desk_consent_get_id (g_ptr_array_index (consents, i));

      if (!desk_consent_get_active (g_ptr_array_index (consents, i)))
        continue;

      g_hash_table_add (self->seen, g_strdup (id));
      if (g_hash_table_remove (self->doubtful, id))
        g_hash_table_remove (self->revoked, id);
    }
}

void
_desk_directory_take_consents (DeskDirectory *self,
                               GPtrArray     *consents,
                               const char    *end_user_id)
{
  look_for_active (self, consents);
  desk_consent_book_update (self->consents, consents, end_user_id, desk_clock_get_now (self->clock));
  schedule_review (self);
}

static void
purged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  GError *error = NULL;

  if (desk_purge_queue_run_finish (DESK_PURGE_QUEUE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What must be purged is purged also when the service cannot be asked any further. */
void
_desk_directory_return_error_after_purge (GTask  *task,
                                          GError *error)
{
  DeskDirectory *self = g_task_get_source_object (task);

  desk_purge_queue_run_async (self->purges, NULL, NULL, NULL);
  g_task_return_error (task, error);
}

void
_desk_directory_return_after_purge (GTask *task)
{
  DeskDirectory *self = g_task_get_source_object (task);

  /* A purge that was begun is ended, whatever the user cancels. */
  desk_purge_queue_run_async (self->purges, NULL, purged_cb, g_object_ref (task));
}

static void list_end_users (GTask *task);

static gboolean
is_out_of_date (GTask *task)
{
  DeskDirectory *self = g_task_get_source_object (task);

  return GPOINTER_TO_UINT (g_task_get_task_data (task)) != self->n_changes;
}

static void
all_consents_listed_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  g_autoptr(GPtrArray) consents = NULL;
  GError *error = NULL;

  consents = desk_api_client_list_consents_finish (DESK_API_CLIENT (source), result, &error);
  if (consents == NULL)
    {
      _desk_directory_return_error_after_purge (task, error);
      return;
    }

  if (is_out_of_date (task))
    {
      list_end_users (task);
      return;
    }

  _desk_directory_take_consents (self, consents, NULL);
  g_signal_emit (self, signals[REFRESHED], 0);
  _desk_directory_return_after_purge (task);
}

static void
end_users_listed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  g_autoptr(GPtrArray) end_users = NULL;
  GError *error = NULL;

  end_users = desk_api_client_list_end_users_finish (DESK_API_CLIENT (source), result, &error);
  if (end_users == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (is_out_of_date (task))
    {
      list_end_users (task);
      return;
    }

  take_end_users (self, end_users);
  desk_api_client_list_consents_async (self->client, NULL, g_task_get_cancellable (task),
                                       all_consents_listed_cb, g_object_ref (task));
}

static void
list_end_users (GTask *task)
{
  DeskDirectory *self = g_task_get_source_object (task);

  g_task_set_task_data (task, GUINT_TO_POINTER (self->n_changes), NULL);
  desk_api_client_list_end_users_async (self->client, NULL, g_task_get_cancellable (task),
                                        end_users_listed_cb, g_object_ref (task));
}

GTask *
_desk_directory_task_new (DeskDirectory       *self,
                          gpointer             source_tag,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);

  return task;
}

gboolean
_desk_directory_finish_boolean (DeskDirectory  *self,
                                GAsyncResult   *result,
                                gpointer        source_tag,
                                GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
desk_directory_refresh_async (DeskDirectory       *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_DIRECTORY (self));

  task = _desk_directory_task_new (self, desk_directory_refresh_async, cancellable, callback, user_data);
  list_end_users (task);
}

gboolean
desk_directory_refresh_finish (DeskDirectory  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return _desk_directory_finish_boolean (self, result, desk_directory_refresh_async, error);
}

void
desk_directory_take_consents (DeskDirectory *self,
                              const char    *end_user_id,
                              GPtrArray     *consents)
{
  g_return_if_fail (DESK_IS_DIRECTORY (self));
  g_return_if_fail (end_user_id != NULL);
  g_return_if_fail (consents != NULL);

  self->n_changes++;
  _desk_directory_take_consents (self, consents, end_user_id);
  desk_purge_queue_run_async (self->purges, NULL, NULL, NULL);
}

static gboolean
is_active (DeskDirectory *self,
           DeskConsent   *consent)
{
  GListModel *listed = desk_consent_book_get_list (self->consents, desk_consent_get_end_user_id (consent));

  return g_list_store_find (G_LIST_STORE (listed), consent, NULL) &&
         desk_consent_get_status (consent, desk_clock_get_now (self->clock)) != DESK_CONSENT_STATUS_ENDED;
}

GPtrArray *
desk_directory_dup_active_consents (DeskDirectory *self,
                                    const char    *end_user_id)
{
  GPtrArray *active;
  GListModel *listed;

  g_return_val_if_fail (DESK_IS_DIRECTORY (self), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);

  active = g_ptr_array_new_with_free_func (g_object_unref);
  listed = desk_consent_book_get_list (self->consents, end_user_id);
  for (guint i = 0; i < g_list_model_get_n_items (listed); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (listed, i);

      if (is_active (self, consent))
        g_ptr_array_add (active, g_steal_pointer (&consent));
    }

  return active;
}

void
desk_directory_purge_ended (DeskDirectory *self,
                            GPtrArray     *consents)
{
  g_return_if_fail (DESK_IS_DIRECTORY (self));
  g_return_if_fail (consents != NULL);

  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);

      if (!is_active (self, consent))
        desk_purge_queue_add_consent (self->purges, consent);
    }
  desk_purge_queue_run_async (self->purges, NULL, NULL, NULL);
}

static void
same_email_listed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  GPtrArray *found = desk_api_client_list_end_users_finish (DESK_API_CLIENT (source), result, NULL);
  GError *error = g_object_steal_data (G_OBJECT (task), "desk-uncertain");

  if (found != NULL)
    g_object_set_data_full (G_OBJECT (task), "desk-found", found, (GDestroyNotify) g_ptr_array_unref);

  g_task_return_error (task, error);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  DeskEndUser *asked_for = g_task_get_task_data (task);
  g_autofree char *id = NULL;
  GError *error = NULL;

  self->n_changes++;
  id = desk_api_client_create_end_user_finish (DESK_API_CLIENT (source), result, &error);
  if (id != NULL)
    {
      DeskEndUser *end_user = desk_end_user_new (id,
                                                 desk_end_user_get_name (asked_for),
                                                 desk_end_user_get_email (asked_for),
                                                 desk_end_user_get_phone (asked_for));

      g_list_store_append (self->end_users, end_user);
      g_task_return_pointer (task, end_user, g_object_unref);
    }
  else if (g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_UNCERTAIN))
    {
      g_object_set_data_full (G_OBJECT (task), "desk-uncertain", error, (GDestroyNotify) g_error_free);
      desk_api_client_list_end_users_async (self->client, desk_end_user_get_email (asked_for),
                                            g_task_get_cancellable (task),
                                            same_email_listed_cb, g_object_ref (task));
    }
  else
    {
      g_task_return_error (task, error);
    }
}

void
desk_directory_create_async (DeskDirectory       *self,
                             const char          *name,
                             const char          *email,
                             const char          *phone,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_DIRECTORY (self));
  g_return_if_fail (email != NULL);

  task = _desk_directory_task_new (self, desk_directory_create_async, cancellable, callback, user_data);
  g_task_set_task_data (task, desk_end_user_new ("new", name, email, phone), g_object_unref);
  desk_api_client_create_end_user_async (self->client, name, email, phone, cancellable,
                                         created_cb, g_steal_pointer (&task));
}

DeskEndUser *
desk_directory_create_finish (DeskDirectory  *self,
                              GAsyncResult   *result,
                              GPtrArray     **found,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_directory_create_async), NULL);

  if (found != NULL)
    *found = g_object_steal_data (G_OBJECT (result), "desk-found");

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
end_user_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskEndUser *end_user = g_task_get_task_data (task);
  g_autoptr(DeskEndUser) received = NULL;

  /* The change itself is done: that it could not be read again is no failure of it. */
  received = desk_api_client_get_end_user_finish (DESK_API_CLIENT (source), result, NULL);
  if (received != NULL)
    desk_end_user_update_from (end_user, received);

  g_task_return_boolean (task, TRUE);
}

static void
updated_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  DeskEndUser *end_user = g_task_get_task_data (task);
  GError *error = NULL;

  self->n_changes++;
  if (!desk_api_client_update_end_user_finish (DESK_API_CLIENT (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  desk_api_client_get_end_user_async (self->client, desk_end_user_get_id (end_user), NULL,
                                      end_user_read_cb, g_steal_pointer (&task));
}

void
desk_directory_update_async (DeskDirectory       *self,
                             DeskEndUser         *end_user,
                             const char          *email,
                             const char          *phone,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_DIRECTORY (self));
  g_return_if_fail (DESK_IS_END_USER (end_user));

  task = _desk_directory_task_new (self, desk_directory_update_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (end_user), g_object_unref);
  desk_api_client_update_end_user_async (self->client, desk_end_user_get_id (end_user), email, phone, cancellable,
                                         updated_cb, g_steal_pointer (&task));
}

gboolean
desk_directory_update_finish (DeskDirectory  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  return _desk_directory_finish_boolean (self, result, desk_directory_update_async, error);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  DeskEndUser *end_user = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  guint position;

  self->n_changes++;
  if (!desk_api_client_delete_end_user_finish (DESK_API_CLIENT (source), result, &error) &&
      !g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (g_list_store_find (self->end_users, end_user, &position))
    g_list_store_remove (self->end_users, position);

  forget_end_user (self, desk_end_user_get_id (end_user), TRUE);
  _desk_directory_return_after_purge (task);
}

void
desk_directory_delete_async (DeskDirectory       *self,
                             DeskEndUser         *end_user,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_DIRECTORY (self));
  g_return_if_fail (DESK_IS_END_USER (end_user));

  task = _desk_directory_task_new (self, desk_directory_delete_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (end_user), g_object_unref);
  desk_api_client_delete_end_user_async (self->client, desk_end_user_get_id (end_user), cancellable,
                                         deleted_cb, g_steal_pointer (&task));
}

gboolean
desk_directory_delete_finish (DeskDirectory  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  return _desk_directory_finish_boolean (self, result, desk_directory_delete_async, error);
}
