/* desk-directory.c: the end users of an environment and what they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-directory-private.h"

/* An expiry is noticed at this interval at the latest, also after the computer slept. */
#define LONGEST_WAIT_SECONDS 3600

enum
{
  CONSENTS_CHANGED,
  CONSENT_ENDED,
  CONSENT_SHRUNK,
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

  desk_revocations_free (self->revocations);

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
  signals[CONSENT_SHRUNK] =
    g_signal_new ("consent-shrunk", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DESK_TYPE_CONSENT);
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
  self->revocations = desk_revocations_new ();
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
  gint64 now = desk_clock_get_now (self->clock);
  gboolean is_ours;
  const DeskConsentEnd how = desk_revocations_take_end (self->revocations, consent, now, &is_ours);

  g_signal_emit (self, signals[CONSENT_ENDED], 0, consent, how, is_ours);
}

static void
consent_shrunk_cb (DeskConsentBook *consents,
                   DeskConsent     *consent,
                   DeskDirectory   *self)
{
  g_signal_emit (self, signals[CONSENT_SHRUNK], 0, consent);
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
  g_signal_connect (self->consents, "shrunk", G_CALLBACK (consent_shrunk_cb), self);

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
                             const char    *id)
{
  g_return_val_if_fail (DESK_IS_DIRECTORY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->end_users)); i++)
    {
      g_autoptr(DeskEndUser) end_user = g_list_model_get_item (G_LIST_MODEL (self->end_users), i);

      if (g_str_equal (desk_end_user_get_id (end_user), id))
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

void
_desk_directory_forget_end_user (DeskDirectory *self,
                                 const char    *end_user_id,
                                 gboolean       is_ours)
{
  end_consents (self, end_user_id, is_ours);
  desk_consent_book_remove_end_user (self->consents, end_user_id);
  desk_purge_queue_add_end_user (self->purges, end_user_id);
  g_signal_emit (self, signals[END_USER_GONE], 0, end_user_id);
}

void
_desk_directory_take_consents (DeskDirectory *self,
                               GPtrArray     *consents,
                               const char    *end_user_id)
{
  desk_revocations_look (self->revocations, consents);
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
