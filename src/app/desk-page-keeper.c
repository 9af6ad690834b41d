/* desk-page-keeper.c: stores records that were fetched by themselves, outside a sync
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-page-keeper.h"

struct _DeskPageKeeper
{
  GObject        parent_instance;

  DeskStore     *store;
  DeskDirectory *directory;
  char          *end_user_id;
  GPtrArray     *consents; /* (element-type DeskConsent): the active ones at the start */
};

G_DEFINE_FINAL_TYPE (DeskPageKeeper, desk_page_keeper, G_TYPE_OBJECT)

static void
desk_page_keeper_finalize (GObject *object)
{
  DeskPageKeeper *self = DESK_PAGE_KEEPER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->directory);
  g_clear_pointer (&self->consents, g_ptr_array_unref);
  g_free (self->end_user_id);

  G_OBJECT_CLASS (desk_page_keeper_parent_class)->finalize (object);
}

static void
desk_page_keeper_class_init (DeskPageKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_page_keeper_finalize;
}

static void
desk_page_keeper_init (DeskPageKeeper *self)
{
}

DeskPageKeeper *
desk_page_keeper_new (DeskContext *context,
                      const char  *end_user_id)
{
  DeskPageKeeper *self;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (desk_context_get_directory (context) != NULL, NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);

  self = g_object_new (DESK_TYPE_PAGE_KEEPER, NULL);
  self->store = g_object_ref (desk_context_get_store (context));
  self->directory = g_object_ref (desk_context_get_directory (context));
  self->end_user_id = g_strdup (end_user_id);
  self->consents = desk_directory_dup_active_consents (self->directory, end_user_id);

  return self;
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskPageKeeper *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;

  if (!desk_store_add_page_finish (DESK_STORE (source), result, NULL, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  desk_directory_purge_ended (self->directory, self->consents);
  g_task_return_boolean (task, TRUE);
}

void
desk_page_keeper_keep_async (DeskPageKeeper      *self,
                             const DeskResource  *resource,
                             DeskJsonPage        *page,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_PAGE_KEEPER (self));
  g_return_if_fail (resource != NULL);
  g_return_if_fail (DESK_IS_JSON_PAGE (page));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_page_keeper_keep_async);
  desk_store_add_page_async (self->store, resource, self->end_user_id, NULL, DESK_STORE_NO_LOAD, page, cancellable,
                             stored_cb, task);
}

gboolean
desk_page_keeper_keep_finish (DeskPageKeeper  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_page_keeper_keep_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
