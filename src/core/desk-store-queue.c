/* desk-store-queue.c: the store's thread and what waits for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-store-queue.h"

#include <glib/gi18n-lib.h>

#include "desk-store.h"

struct _DeskStoreQueue
{
  char    *path;    /* (owned) (nullable) */
  GThread *thread;  /* (owned) (nullable): until closed */
  GMutex   mutex;   /* guards reads and writes */
  GCond    wake;
  GQueue   reads;   /* (element-type DeskStoreRequest) (owned) */
  GQueue   writes;  /* (element-type DeskStoreRequest) (owned) */
  int      closing; /* atomic */
};

/* Reads go before writes: rows that are on the screen wait for one slice at most. */
static DeskStoreRequest *
wait_for_request (DeskStoreQueue *self)
{
  DeskStoreRequest *request = NULL;

  g_mutex_lock (&self->mutex);

  while (request == NULL && !g_atomic_int_get (&self->closing))
    {
      request = g_queue_pop_head (&self->reads);
      if (request == NULL)
        request = g_queue_pop_head (&self->writes);
      if (request == NULL)
        g_cond_wait (&self->wake, &self->mutex);
    }

  g_mutex_unlock (&self->mutex);

  return request;
}

static void
put_back (DeskStoreQueue   *self,
          DeskStoreRequest *request)
{
  g_mutex_lock (&self->mutex);
  g_queue_push_head (&self->writes, request);
  g_mutex_unlock (&self->mutex);
}

static void
fail_closed (DeskStoreRequest *request)
{
  g_autoptr(GError) error = g_error_new_literal (DESK_STORE_ERROR, DESK_STORE_ERROR_CLOSED,
                                                 _("The record store was closed."));

  desk_store_request_fail (request, error);
  desk_store_request_answer (request);
}

static void
fail_waiting (DeskStoreQueue *self)
{
  DeskStoreRequest *request;

  g_mutex_lock (&self->mutex);
  while ((request = g_queue_pop_head (&self->reads)) != NULL
         || (request = g_queue_pop_head (&self->writes)) != NULL)
    fail_closed (request);
  g_mutex_unlock (&self->mutex);
}

static void
serve (DeskStoreQueue    *self,
       DeskStoreDatabase *database,
       const GError      *open_error,
       DeskStoreRequest  *request)
{
  if (database == NULL)
    {
      desk_store_request_fail (request, open_error);
      desk_store_request_answer (request);
    }
  else if (!desk_store_request_run (request, database))
    {
      g_assert (desk_store_request_get_kind (request) == DESK_STORE_REQUEST_WRITE);
      put_back (self, request);
    }
  else if (g_atomic_int_get (&self->closing) && desk_store_request_get_kind (request) == DESK_STORE_REQUEST_READ)
    {
      fail_closed (request);
    }
  else
    {
      desk_store_request_answer (request);
    }
}

static gpointer
run (gpointer data)
{
  DeskStoreQueue *self = data;
  g_autoptr(GError) open_error = NULL;
  g_autoptr(DeskStoreDatabase) database = NULL;
  DeskStoreRequest *request;

  database = desk_store_database_open (self->path, &self->closing, &open_error);

  while ((request = wait_for_request (self)) != NULL)
    serve (self, database, open_error, request);

  return NULL;
}

DeskStoreQueue *
desk_store_queue_new (const char *path)
{
  DeskStoreQueue *self = g_new0 (DeskStoreQueue, 1);

  self->path = g_strdup (path);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->wake);
  g_queue_init (&self->reads);
  g_queue_init (&self->writes);
  self->thread = g_thread_new ("desk-store", run, self);

  return self;
}

void
desk_store_queue_push (DeskStoreQueue   *self,
                       DeskStoreRequest *request)
{
  g_mutex_lock (&self->mutex);
  if (g_atomic_int_get (&self->closing))
    fail_closed (request);
  else if (desk_store_request_get_kind (request) == DESK_STORE_REQUEST_READ)
    g_queue_push_tail (&self->reads, request);
  else
    g_queue_push_tail (&self->writes, request);
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
}

void
desk_store_queue_close (DeskStoreQueue *self)
{
  g_mutex_lock (&self->mutex);
  g_atomic_int_set (&self->closing, TRUE);
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);

  g_clear_pointer (&self->thread, g_thread_join);
  fail_waiting (self);
}

void
desk_store_queue_free (DeskStoreQueue *self)
{
  desk_store_queue_close (self);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->wake);
  g_free (self->path);
  g_free (self);
}
