/* desk-store-request.c: one thing that the store's thread is asked to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-request.h"

/* Reads get in between two slices of a write. */
#define SLICE (5 * G_TIME_SPAN_MILLISECOND)

struct _DeskStoreRequest
{
  GTask                *task;      /* (owned): touched by the caller's thread alone, but for its cancellable */
  DeskStoreRequestKind  kind;
  DeskStoreWork         work;
  DeskStoreDeliver      deliver;
  gpointer              data;      /* (owned) */
  GDestroyNotify        free_data;
  GError               *error;     /* (owned) (nullable) */
};

DeskStoreRequest *
desk_store_request_new (GTask                *task,
                        DeskStoreRequestKind  kind,
                        DeskStoreWork         work,
                        DeskStoreDeliver      deliver,
                        gpointer              data,
                        GDestroyNotify        free_data)
{
  DeskStoreRequest *self = g_new0 (DeskStoreRequest, 1);

  self->task = task;
  self->kind = kind;
  self->work = work;
  self->deliver = deliver;
  self->data = data;
  self->free_data = free_data;

  return self;
}

static void
desk_store_request_free (gpointer data)
{
  DeskStoreRequest *self = data;

  self->free_data (self->data);
  g_clear_error (&self->error);
  g_object_unref (self->task);
  g_free (self);
}

DeskStoreRequestKind
desk_store_request_get_kind (DeskStoreRequest *self)
{
  return self->kind;
}

gboolean
desk_store_request_run (DeskStoreRequest  *self,
                        DeskStoreDatabase *database)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);
  gboolean done = TRUE;

  if (g_cancellable_set_error_if_cancelled (cancellable, &self->error))
    return TRUE;

  /* A write that is cut short would leave half a purge; it ends between slices only. */
  desk_store_database_watch (database, self->kind == DESK_STORE_REQUEST_READ ? cancellable : NULL,
                             self->kind == DESK_STORE_REQUEST_READ);
  if (!self->work (database, self->data, g_get_monotonic_time () + SLICE, &done, &self->error))
    done = TRUE;
  desk_store_database_watch (database, NULL, FALSE);

  return done;
}

void
desk_store_request_fail (DeskStoreRequest *self,
                         const GError     *error)
{
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
}

static gboolean
deliver (gpointer data)
{
  DeskStoreRequest *self = data;

  self->deliver (self->task, self->data, g_steal_pointer (&self->error));

  return G_SOURCE_REMOVE;
}

void
desk_store_request_answer (DeskStoreRequest *self)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  /* The last reference on the store may go with the task: that must not happen on the store's thread. */
  g_source_set_priority (source, g_task_get_priority (self->task));
  g_source_set_callback (source, deliver, self, desk_store_request_free);
  g_source_set_static_name (source, "desk-store-answer");
  g_source_attach (source, g_task_get_context (self->task));
}
