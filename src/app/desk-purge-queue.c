/* desk-purge-queue.c: records that must go, until they are gone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-purge-queue.h"

/* Whose rows must go. */
typedef struct
{
  char *end_user_id;    /* (owned) */
  char *institution_id; /* (owned) (nullable): for a consent that names one */
  char *arrangement_id; /* (owned) (nullable): %NULL for all rows of the end user */
} DeskPurge;

struct _DeskPurgeQueue
{
  GObject    parent_instance;

  DeskStore *store;
  GQueue     purges; /* (element-type DeskPurge) */
};

G_DEFINE_FINAL_TYPE (DeskPurgeQueue, desk_purge_queue, G_TYPE_OBJECT)

static void run_next (GTask *task);

static void
desk_purge_free (DeskPurge *self)
{
  g_free (self->end_user_id);
  g_free (self->institution_id);
  g_free (self->arrangement_id);
  g_free (self);
}

static void
desk_purge_queue_finalize (GObject *object)
{
  DeskPurgeQueue *self = DESK_PURGE_QUEUE (object);

  g_queue_clear_full (&self->purges, (GDestroyNotify) desk_purge_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (desk_purge_queue_parent_class)->finalize (object);
}

static void
desk_purge_queue_class_init (DeskPurgeQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_purge_queue_finalize;
}

static void
desk_purge_queue_init (DeskPurgeQueue *self)
{
  g_queue_init (&self->purges);
}

DeskPurgeQueue *
desk_purge_queue_new (DeskStore *store)
{
  DeskPurgeQueue *self;

  g_return_val_if_fail (DESK_IS_STORE (store), NULL);

  self = g_object_new (DESK_TYPE_PURGE_QUEUE, NULL);
  self->store = g_object_ref (store);

  return self;
}

static void
add (DeskPurgeQueue *self,
     const char     *end_user_id,
     const char     *institution_id,
     const char     *arrangement_id)
{
  DeskPurge *purge = g_new0 (DeskPurge, 1);

  purge->end_user_id = g_strdup (end_user_id);
  purge->institution_id = g_strdup (institution_id);
  purge->arrangement_id = g_strdup (arrangement_id);
  g_queue_push_tail (&self->purges, purge);
}

void
desk_purge_queue_add_consent (DeskPurgeQueue *self,
                              DeskConsent    *consent)
{
  const char *institution_id;

  g_return_if_fail (DESK_IS_PURGE_QUEUE (self));
  g_return_if_fail (DESK_IS_CONSENT (consent));

  /* Rows are fetched for an end user: a consent of nobody brought none. */
  if (desk_consent_get_end_user_id (consent) == NULL)
    return;

  institution_id = desk_consent_get_institution_id (consent);
  add (self, desk_consent_get_end_user_id (consent),
       institution_id != NULL ? institution_id : "", desk_consent_get_id (consent));
}

void
desk_purge_queue_add_end_user (DeskPurgeQueue *self,
                               const char     *end_user_id)
{
  g_return_if_fail (DESK_IS_PURGE_QUEUE (self));
  g_return_if_fail (end_user_id != NULL);

  add (self, end_user_id, NULL, NULL);
}

static void
after_purge (GTask    *task,
             gboolean  is_done,
             GError   *error)
{
  DeskPurgeQueue *self = g_task_get_source_object (task);
  DeskPurge *purge = g_task_get_task_data (task);

  if (is_done)
    {
      run_next (task);
      return;
    }

  add (self, purge->end_user_id, purge->institution_id, purge->arrangement_id);
  g_task_return_error (task, error);
}

static void
consent_purged_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  GError *error = NULL;
  gboolean is_done = desk_store_purge_consent_finish (DESK_STORE (source), result, &error);

  after_purge (task, is_done, error);
}

static void
end_user_purged_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  GError *error = NULL;
  gboolean is_done = desk_store_purge_end_user_finish (DESK_STORE (source), result, &error);

  after_purge (task, is_done, error);
}

static void
run_next (GTask *task)
{
  DeskPurgeQueue *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  DeskPurge *purge = g_queue_pop_head (&self->purges);

  if (purge == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_task_set_task_data (task, purge, (GDestroyNotify) desk_purge_free);
  if (purge->arrangement_id != NULL)
    desk_store_purge_consent_async (self->store, purge->end_user_id, purge->institution_id, purge->arrangement_id,
                                    cancellable, consent_purged_cb, g_object_ref (task));
  else
    desk_store_purge_end_user_async (self->store, purge->end_user_id,
                                     cancellable, end_user_purged_cb, g_object_ref (task));
}

void
desk_purge_queue_run_async (DeskPurgeQueue      *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_PURGE_QUEUE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_purge_queue_run_async);
  run_next (task);
}

gboolean
desk_purge_queue_run_finish (DeskPurgeQueue  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_purge_queue_run_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
