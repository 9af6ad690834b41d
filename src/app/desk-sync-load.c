/* desk-sync-load.c: brings one data set of one end user into the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sync-load.h"

struct _DeskSyncLoad
{
  GObject       parent_instance;

  DeskStore    *store;
  char         *end_user_id;
  DeskSyncItem *item;
  DeskApiWalk  *walk;
  gint64        load;

  DeskJsonPage *storing;    /* (nullable): on its way into the store */
  gint64        storing_load;
  DeskJsonPage *waiting;    /* (nullable): received, not yet handed over */
  char         *waiting_institution_id; /* (nullable): of these records */
  gboolean      is_fetching;
  gboolean      is_fetched; /* the last page is here */
  gboolean      has_pages;
  gboolean      has_progressed; /* a page came in this run */
  gboolean      is_broken;  /* a page was lost */
  GError       *error;      /* (nullable): the first one; the rest is awaited */
};

G_DEFINE_FINAL_TYPE (DeskSyncLoad, desk_sync_load, G_TYPE_OBJECT)

static void go_on (GTask *task);

static void
desk_sync_load_finalize (GObject *object)
{
  DeskSyncLoad *self = DESK_SYNC_LOAD (object);

  g_clear_object (&self->store);
  g_clear_object (&self->item);
  g_clear_object (&self->walk);
  g_clear_object (&self->storing);
  g_clear_object (&self->waiting);
  g_clear_error (&self->error);
  g_free (self->end_user_id);
  g_free (self->waiting_institution_id);

  G_OBJECT_CLASS (desk_sync_load_parent_class)->finalize (object);
}

static void
desk_sync_load_class_init (DeskSyncLoadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sync_load_finalize;
}

static void
desk_sync_load_init (DeskSyncLoad *self)
{
}

DeskSyncLoad *
desk_sync_load_new (DeskApiWalk   *walk,
                    DeskStore     *store,
                    const char    *end_user_id,
                    DeskSyncItem  *item)
{
  DeskSyncLoad *self;

  g_return_val_if_fail (DESK_IS_API_WALK (walk), NULL);
  g_return_val_if_fail (DESK_IS_STORE (store), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);
  g_return_val_if_fail (DESK_IS_SYNC_ITEM (item), NULL);

  self = g_object_new (DESK_TYPE_SYNC_LOAD, NULL);
  self->store = g_object_ref (store);
  self->end_user_id = g_strdup (end_user_id);
  self->item = g_object_ref (item);
  self->walk = g_object_ref (walk);

  return self;
}

static void
keep_error (DeskSyncLoad *self,
            GError       *error)
{
  g_autoptr(GError) owned = error;

  if (self->error == NULL)
    self->error = g_steal_pointer (&owned);
}

static void
page_stored_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskSyncLoad *self = g_task_get_source_object (task);
  g_autoptr(DeskJsonPage) page = g_steal_pointer (&self->storing);
  DeskStoreChange change = { 0 };
  GError *error = NULL;

  if (!desk_store_add_page_finish (DESK_STORE (source), result, &change, &error))
    {
      self->is_broken = TRUE;
      keep_error (self, error);
    }
  else
    {
      /* A page from before the list started again comes once more. */
      if (self->storing_load != self->load)
        change.n_duplicates = 0;
      else
        desk_sync_item_add_rows (self->item, desk_json_page_get_n_records (page) - change.n_duplicates);
      desk_sync_item_add_change (self->item, &change);
    }

  go_on (task);
}

/* In one load, what comes once more would count as duplicate. Where several are asked in turn, what the others have sent
 * belongs to the same load. */
static void
start_again (DeskSyncLoad *self)
{
  if (desk_sync_item_get_resource (self->item)->scope != DESK_RESOURCE_SCOPE_END_USER)
    return;

  self->load = MAX (self->load + 1, g_get_real_time ());
  desk_sync_item_start_again (self->item);
}

static void
page_fetched_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskSyncLoad *self = g_task_get_source_object (task);
  gboolean is_restarted = FALSE;
  GError *error = NULL;

  self->is_fetching = FALSE;
  self->waiting = desk_api_walk_next_finish (DESK_API_WALK (source), result, &is_restarted, &error);
  if (is_restarted)
    start_again (self);
  if (error != NULL)
    keep_error (self, error);
  else if (self->waiting == NULL)
    self->is_fetched = TRUE;
  else
    self->has_pages = self->has_progressed = TRUE;

  g_free (self->waiting_institution_id);
  self->waiting_institution_id = g_strdup (desk_api_walk_get_institution_id (self->walk));

  go_on (task);
}

static void
load_finished_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskSyncLoad *self = g_task_get_source_object (task);
  DeskStoreChange change = { 0 };
  GError *error = NULL;

  if (!desk_store_finish_load_finish (DESK_STORE (source), result, &change, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  desk_sync_item_add_change (self->item, &change);
  g_task_return_boolean (task, TRUE);
}

static void
store_waiting_page (DeskSyncLoad *self,
                    GTask        *task)
{
  self->storing = g_steal_pointer (&self->waiting);
  self->storing_load = self->load;

  /* Not cancellable: the page would be missing when the fetch goes on behind it. */
  desk_store_add_page_async (self->store, desk_sync_item_get_resource (self->item), self->end_user_id,
                             self->waiting_institution_id, self->load, self->storing, NULL,
                             page_stored_cb, g_object_ref (task));
}

static void
fetch_next_page (DeskSyncLoad *self,
                 GTask        *task)
{
  self->is_fetching = TRUE;
  desk_api_walk_next_async (self->walk, g_task_get_cancellable (task), page_fetched_cb, g_object_ref (task));
}

static void
go_on (GTask *task)
{
  DeskSyncLoad *self = g_task_get_source_object (task);

  if (self->waiting != NULL && self->storing == NULL)
    store_waiting_page (self, task);

  if (self->error == NULL && !self->is_fetched && !self->is_fetching && self->waiting == NULL)
    fetch_next_page (self, task);

  if (self->is_fetching || self->storing != NULL)
    return;

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    desk_store_finish_load_async (self->store, desk_sync_item_get_resource (self->item), self->end_user_id,
                                  self->load, g_task_get_cancellable (task),
                                  load_finished_cb, g_object_ref (task));
}

void
desk_sync_load_run_async (DeskSyncLoad        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_SYNC_LOAD (self));
  g_return_if_fail (self->load == 0 || desk_sync_load_is_resumable (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_sync_load_run_async);

  if (self->load == 0)
    self->load = g_get_real_time ();
  self->has_progressed = FALSE;
  desk_sync_item_set_state (self->item, DESK_SYNC_RUNNING, NULL);
  go_on (task);
}

gboolean
desk_sync_load_run_finish (DeskSyncLoad  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_sync_load_run_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

DeskSyncItem *
desk_sync_load_get_item (DeskSyncLoad *self)
{
  g_return_val_if_fail (DESK_IS_SYNC_LOAD (self), NULL);

  return self->item;
}

void
desk_sync_load_set_item (DeskSyncLoad *self,
                         DeskSyncItem *item)
{
  g_return_if_fail (DESK_IS_SYNC_LOAD (self));
  g_return_if_fail (DESK_IS_SYNC_ITEM (item));

  desk_sync_item_take_over (item, self->item);
  g_set_object (&self->item, item);
}

gboolean
desk_sync_load_is_resumable (DeskSyncLoad *self)
{
  g_return_val_if_fail (DESK_IS_SYNC_LOAD (self), FALSE);

  return self->has_pages && !self->is_broken;
}

gboolean
desk_sync_load_has_progressed (DeskSyncLoad *self)
{
  g_return_val_if_fail (DESK_IS_SYNC_LOAD (self), FALSE);

  return self->has_progressed;
}
