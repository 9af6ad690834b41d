/* desk-store.c: the record store of one environment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-private.h"

#include "desk-catalogue.h"
#include "desk-store-queue.h"

struct _DeskStore
{
  GObject         parent_instance;

  DeskStoreQueue *queue;   /* (owned) */
  GMainContext   *context; /* (owned): where signals are emitted */
  DeskMask       *mask;    /* (owned) (nullable) */
};

enum
{
  CHANGED,
  PURGED,
  MASK_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskStore, desk_store, G_TYPE_OBJECT)

G_DEFINE_QUARK (desk-store-error-quark, desk_store_error)

static void
desk_store_dispose (GObject *object)
{
  desk_store_close (DESK_STORE (object));

  G_OBJECT_CLASS (desk_store_parent_class)->dispose (object);
}

static void
desk_store_finalize (GObject *object)
{
  DeskStore *self = DESK_STORE (object);

  g_clear_pointer (&self->queue, desk_store_queue_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->mask, desk_mask_unref);

  G_OBJECT_CLASS (desk_store_parent_class)->finalize (object);
}

static void
desk_store_class_init (DeskStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_store_dispose;
  object_class->finalize = desk_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[PURGED] = g_signal_new ("purged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[MASK_CHANGED] = g_signal_new ("mask-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_store_init (DeskStore *self)
{
  self->context = g_main_context_ref_thread_default ();
}

DeskStore *
desk_store_new (const char *path)
{
  DeskStore *self = g_object_new (DESK_TYPE_STORE, NULL);

  self->queue = desk_store_queue_new (path);

  return self;
}

void
desk_store_set_mask (DeskStore *self,
                     DeskMask  *mask)
{
  g_return_if_fail (DESK_IS_STORE (self));

  if (self->mask == mask)
    return;

  g_clear_pointer (&self->mask, desk_mask_unref);
  self->mask = mask != NULL ? desk_mask_ref (mask) : NULL;
  g_signal_emit (self, signals[MASK_CHANGED], 0);
}

DeskMask *
desk_store_get_mask (DeskStore *self)
{
  return self->mask;
}

void
desk_store_close (DeskStore *self)
{
  g_return_if_fail (DESK_IS_STORE (self));

  desk_store_queue_close (self->queue);
}

/**
 * Notice:
 *
 * A signal on its way to the store's own context.
 */
typedef struct
{
  DeskStore          *store;          /* (owned) */
  const DeskResource *resource;       /* (nullable): of changed; %NULL for purged */
  char               *end_user_id;    /* (owned) */
  char               *arrangement_id; /* (owned) (nullable): of purged */
} Notice;

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_object_unref (notice->store);
  g_free (notice->end_user_id);
  g_free (notice->arrangement_id);
  g_free (notice);
}

static gboolean
emit_notice (gpointer data)
{
  Notice *notice = data;

  if (notice->resource != NULL)
    g_signal_emit (notice->store, signals[CHANGED], 0, notice->resource, notice->end_user_id);
  else
    g_signal_emit (notice->store, signals[PURGED], 0, notice->end_user_id, notice->arrangement_id);

  return G_SOURCE_REMOVE;
}

/* At once where the caller's context is the store's. */
static void
notify (GTask              *task,
        const DeskResource *resource,
        const char         *end_user_id,
        const char         *arrangement_id)
{
  Notice *notice = g_new0 (Notice, 1);

  notice->store = g_object_ref (g_task_get_source_object (task));
  notice->resource = resource;
  notice->end_user_id = g_strdup (end_user_id);
  notice->arrangement_id = g_strdup (arrangement_id);
  g_main_context_invoke_full (notice->store->context, G_PRIORITY_DEFAULT, emit_notice, notice, notice_free);
}

void
desk_store_push (DeskStore            *self,
                 gpointer              source_tag,
                 DeskStoreRequestKind  kind,
                 DeskStoreWork         work,
                 DeskStoreDeliver      deliver,
                 gpointer              data,
                 GDestroyNotify        free_data,
                 GCancellable         *cancellable,
                 GAsyncReadyCallback   callback,
                 gpointer              user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  desk_store_queue_push (self->queue, desk_store_request_new (task, kind, work, deliver, data, free_data));
}

gboolean
desk_store_is_known (const DeskResource *resource)
{
  return resource != NULL && desk_catalogue_find (resource->name) == resource;
}

static void
deliver_change (GTask    *task,
                gpointer  data,
                GError   *error)
{
  DeskStoreWrite *write = data;

  if (write->change.n_new + write->change.n_changed + write->change.n_removed > 0)
    notify (task, write->resource, write->end_user_id, NULL);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_memdup2 (&write->change, sizeof write->change), g_free);
}

static DeskStoreWrite *
write_new (const DeskResource *resource,
           const char         *end_user_id,
           gint64              load)
{
  DeskStoreWrite *write = g_new0 (DeskStoreWrite, 1);

  write->resource = resource;
  write->end_user_id = g_strdup (end_user_id);
  write->load = load;

  return write;
}

static gboolean
finish_change (DeskStore        *self,
               GAsyncResult     *result,
               gpointer          source_tag,
               DeskStoreChange  *change,
               GError          **error)
{
  g_autofree DeskStoreChange *made = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), FALSE);

  made = g_task_propagate_pointer (G_TASK (result), error);
  if (made == NULL)
    return FALSE;

  if (change != NULL)
    *change = *made;
  return TRUE;
}

void
desk_store_add_page_async (DeskStore           *self,
                           const DeskResource  *resource,
                           const char          *end_user_id,
                           const char          *institution_id,
                           gint64               load,
                           DeskJsonPage        *page,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  DeskStoreWrite *write;

  g_return_if_fail (DESK_IS_STORE (self));
  g_return_if_fail (desk_store_is_known (resource));
  g_return_if_fail (end_user_id != NULL);
  g_return_if_fail (DESK_IS_JSON_PAGE (page));

  write = write_new (resource, end_user_id, load);
  write->institution_id = g_strdup (institution_id);
  write->page = g_object_ref (page);
  desk_store_push (self, desk_store_add_page_async, DESK_STORE_REQUEST_WRITE, desk_store_write_page, deliver_change,
                   write, desk_store_write_free, cancellable, callback, user_data);
}

gboolean
desk_store_add_page_finish (DeskStore        *self,
                            GAsyncResult     *result,
                            DeskStoreChange  *change,
                            GError          **error)
{
  return finish_change (self, result, desk_store_add_page_async, change, error);
}

void
desk_store_finish_load_async (DeskStore           *self,
                              const DeskResource  *resource,
                              const char          *end_user_id,
                              gint64               load,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (DESK_IS_STORE (self));
  g_return_if_fail (desk_store_is_known (resource));
  g_return_if_fail (end_user_id != NULL);

  desk_store_push (self, desk_store_finish_load_async, DESK_STORE_REQUEST_WRITE, desk_store_write_end, deliver_change,
                   write_new (resource, end_user_id, load), desk_store_write_free, cancellable, callback, user_data);
}

gboolean
desk_store_finish_load_finish (DeskStore        *self,
                               GAsyncResult     *result,
                               DeskStoreChange  *change,
                               GError          **error)
{
  return finish_change (self, result, desk_store_finish_load_async, change, error);
}

static void
deliver_purge (GTask    *task,
               gpointer  data,
               GError   *error)
{
  DeskStorePurge *purge = data;

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  notify (task, NULL, purge->end_user_id, purge->arrangement_id);
  for (guint i = 0; i < purge->resources->len; i++)
    notify (task, g_ptr_array_index (purge->resources, i), purge->end_user_id, NULL);

  g_task_return_boolean (task, TRUE);
}

static DeskStorePurge *
purge_new (const char *end_user_id,
           const char *institution_id,
           const char *arrangement_id)
{
  DeskStorePurge *purge = g_new0 (DeskStorePurge, 1);

  purge->end_user_id = g_strdup (end_user_id);
  purge->institution_id = g_strdup (institution_id);
  purge->arrangement_id = g_strdup (arrangement_id);
  purge->resources = g_ptr_array_new ();

  return purge;
}

static gboolean
finish_purge (DeskStore     *self,
              GAsyncResult  *result,
              gpointer       source_tag,
              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
desk_store_purge_consent_async (DeskStore           *self,
                                const char          *end_user_id,
                                const char          *institution_id,
                                const char          *arrangement_id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (DESK_IS_STORE (self));
  g_return_if_fail (end_user_id != NULL);
  g_return_if_fail (arrangement_id != NULL);

  desk_store_push (self, desk_store_purge_consent_async, DESK_STORE_REQUEST_WRITE, desk_store_purge_run, deliver_purge,
                   purge_new (end_user_id, institution_id, arrangement_id), desk_store_purge_free,
                   cancellable, callback, user_data);
}

gboolean
desk_store_purge_consent_finish (DeskStore     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return finish_purge (self, result, desk_store_purge_consent_async, error);
}

void
desk_store_purge_end_user_async (DeskStore           *self,
                                 const char          *end_user_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (DESK_IS_STORE (self));
  g_return_if_fail (end_user_id != NULL);

  desk_store_push (self, desk_store_purge_end_user_async, DESK_STORE_REQUEST_WRITE, desk_store_purge_run, deliver_purge,
                   purge_new (end_user_id, NULL, NULL), desk_store_purge_free, cancellable, callback, user_data);
}

gboolean
desk_store_purge_end_user_finish (DeskStore     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return finish_purge (self, result, desk_store_purge_end_user_async, error);
}
