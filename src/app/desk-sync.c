/* desk-sync.c: fetches everything that one end user shares into the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sync.h"

#include "desk-api-error.h"
#include "desk-api-retry.h"
#include "desk-api-walk.h"
#include "desk-catalogue.h"
#include "desk-resource-walk.h"
#include "desk-sync-load.h"

struct _DeskSync
{
  GObject        parent_instance;

  DeskContext   *context;
  DeskApiClient *client;   /* as it is at the start: the context may be closed meanwhile */
  DeskStore     *store;    /* the context's, as it is at the start, or another */
  DeskEndUser   *end_user;
  GListStore    *items;
  GPtrArray     *consents; /* (element-type DeskConsent): the active ones at the start */
  GTask         *waiting;  /* (owned) (nullable): the run, while another one fetches the data set that is next */
  GSource       *cancel_source; /* (owned) (nullable): meanwhile */
  char          *scope;    /* of what is kept when it stops */
  guint          n_finished;
  gboolean       is_fresh;
  gboolean       is_resumed; /* the data set at work */
  gboolean       is_deep;
};

enum
{
  PROP_0,
  PROP_PROGRESS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskSync, desk_sync, G_TYPE_OBJECT)

static void run_next (GTask *task);
static void start_load (DeskSync *self, GTask *task, DeskSyncLoad *load);

static void
desk_sync_finalize (GObject *object)
{
  DeskSync *self = DESK_SYNC (object);

  g_clear_object (&self->context);
  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_object (&self->end_user);
  g_clear_object (&self->items);
  g_free (self->scope);
  g_clear_pointer (&self->consents, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_sync_parent_class)->finalize (object);
}

static void
desk_sync_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  DeskSync *self = DESK_SYNC (object);

  switch (property_id)
    {
    case PROP_PROGRESS:
      g_value_set_double (value, desk_sync_get_progress (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_sync_class_init (DeskSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_sync_finalize;
  object_class->get_property = desk_sync_get_property;

  properties[PROP_PROGRESS] =
    g_param_spec_double ("progress", NULL, NULL,
                         0.0, 1.0, 0.0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_sync_init (DeskSync *self)
{
  self->items = g_list_store_new (DESK_TYPE_SYNC_ITEM);
}

static void
collect_consents (DeskSync *self)
{
  self->consents = desk_directory_dup_active_consents (desk_context_get_directory (self->context),
                                                       desk_end_user_get_id (self->end_user));
}

static gboolean
is_permitted (DeskSync           *self,
              const DeskResource *resource)
{
  for (guint i = 0; i < self->consents->len; i++)
    {
      if (desk_consent_covers (g_ptr_array_index (self->consents, i), resource))
        return TRUE;
    }

  return FALSE;
}

static void
state_cb (DeskSyncItem *item,
          GParamSpec   *pspec,
          DeskSync     *self)
{
  desk_sync_log_take (desk_context_get_sync_log (self->context), desk_end_user_get_id (self->end_user), item,
                      desk_clock_get_now (desk_context_get_clock (self->context)));
}

static void
fill_items (DeskSync *self)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  g_list_store_remove_all (self->items);
  for (guint i = 0; i < n_resources; i++)
    {
      g_autoptr(DeskSyncItem) item = NULL;

      if (!is_permitted (self, resources[i]) || (resources[i]->parent != NULL && !self->is_deep))
        continue;

      item = desk_sync_item_new (resources[i]);
      g_signal_connect_object (item, "notify::state", G_CALLBACK (state_cb), self, 0);
      g_list_store_append (self->items, item);
    }
}

DeskSync *
desk_sync_new (DeskContext *context,
               DeskEndUser *end_user)
{
  DeskSync *self;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (desk_context_get_directory (context) != NULL, NULL);
  g_return_val_if_fail (DESK_IS_END_USER (end_user), NULL);

  self = g_object_new (DESK_TYPE_SYNC, NULL);
  self->context = g_object_ref (context);
  self->client = g_object_ref (desk_context_get_client (context));
  self->store = g_object_ref (desk_context_get_store (context));
  self->end_user = g_object_ref (end_user);

  collect_consents (self);
  fill_items (self);

  return self;
}

static gboolean
contains (const DeskResource *const *resources,
          const DeskResource        *resource)
{
  while (*resources != NULL && *resources != resource)
    resources++;

  return *resources != NULL;
}

void
desk_sync_set_only (DeskSync                  *self,
                    const DeskResource *const *resources)
{
  g_return_if_fail (DESK_IS_SYNC (self));
  g_return_if_fail (resources != NULL);
  g_return_if_fail (self->n_finished == 0);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->items)); i > 0; i--)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i - 1);

      if (!contains (resources, desk_sync_item_get_resource (item)))
        g_list_store_remove (self->items, i - 1);
    }
}

void
desk_sync_set_deep (DeskSync *self,
                    gboolean  is_deep)
{
  g_return_if_fail (DESK_IS_SYNC (self));
  g_return_if_fail (self->n_finished == 0);

  self->is_deep = is_deep;
  fill_items (self);
}

void
desk_sync_set_fresh (DeskSync *self)
{
  g_return_if_fail (DESK_IS_SYNC (self));
  g_return_if_fail (self->n_finished == 0);

  self->is_fresh = TRUE;
}

void
desk_sync_set_store (DeskSync  *self,
                     DeskStore *store)
{
  g_return_if_fail (DESK_IS_SYNC (self));
  g_return_if_fail (DESK_IS_STORE (store));
  g_return_if_fail (self->n_finished == 0);

  g_set_object (&self->store, store);
}

/* Waiting for the same failure once for each data set would be a minute each time. */
static gboolean
concerns_all (const GError *error)
{
  return error->domain == G_IO_ERROR ||
         error->domain == DESK_STORE_ERROR ||
         g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_NETWORK) ||
         g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_TIMEOUT) ||
         g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_TLS) ||
         g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_NOT_AUTHORISED);
}

static void
finish_item (DeskSync     *self,
             DeskSyncItem *item,
             const GError *error)
{
  if (error == NULL)
    desk_sync_item_set_state (item, DESK_SYNC_DONE, NULL);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    desk_sync_item_set_state (item, DESK_SYNC_CANCELLED, NULL);
  else if (desk_api_walk_is_not_offered (error))
    desk_sync_item_set_state (item, DESK_SYNC_NOT_OFFERED, error);
  else
    desk_sync_item_set_state (item, DESK_SYNC_FAILED, error);

  self->n_finished++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
finish_rest (DeskSync     *self,
             const GError *error)
{
  while (self->n_finished < g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), self->n_finished);

      finish_item (self, item, error);
    }
}

/* It goes on only for the same consents: what one of them had shown on pages before may be purged, or is new there. */
static char *
make_scope (DeskSync *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%p %p %d", self->client, self->store, self->is_deep);
  for (guint i = 0; i < self->consents->len; i++)
    g_string_append_printf (text, " %s", desk_consent_get_id (g_ptr_array_index (self->consents, i)));

  return g_string_free (text, FALSE);
}

static DeskSyncLoad *
new_load (DeskSync     *self,
          DeskSyncItem *item)
{
  const DeskResource *resource = desk_sync_item_get_resource (item);
  const char *end_user_id = desk_end_user_get_id (self->end_user);
  g_autoptr(DeskApiWalk) walk = NULL;

  walk = desk_resource_walk_new (self->client, resource, end_user_id, self->consents,
                                 self->is_deep ? resource->all_filters : NULL);

  return desk_sync_load_new (walk, self->store, end_user_id, item);
}

/* A cursor may be refused after a while, in whatever words. */
static gboolean
try_again_from_start (DeskSync     *self,
                      GTask        *task,
                      DeskSyncLoad *load,
                      const GError *error)
{
  DeskSyncItem *item = desk_sync_load_get_item (load);
  g_autoptr(DeskSyncLoad) again = NULL;

  if (!self->is_resumed || desk_sync_load_has_progressed (load) || concerns_all (error) ||
      desk_api_error_get_status (error) == DESK_API_STATUS_TOO_MANY_REQUESTS)
    return FALSE;

  self->is_resumed = FALSE;
  desk_sync_item_start_again (item);
  again = new_load (self, item);
  start_load (self, task, again);

  return TRUE;
}

static void
keep_for_later (DeskSync     *self,
                DeskSyncLoad *load)
{
  if (desk_sync_load_is_resumable (load) && desk_context_get_store (self->context) == self->store)
    desk_sync_log_keep_load (desk_context_get_sync_log (self->context), desk_end_user_get_id (self->end_user),
                             g_object_ref (load), self->scope);
}

static void
take_error (DeskSync     *self,
            GTask        *task,
            const GError *error)
{
  if (concerns_all (error))
    finish_rest (self, error);

  if (g_task_get_task_data (task) == NULL)
    g_task_set_task_data (task, g_error_copy (error), (GDestroyNotify) g_error_free);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskSync *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;

  if (!desk_sync_load_run_finish (DESK_SYNC_LOAD (source), result, &error))
    {
      if (try_again_from_start (self, task, DESK_SYNC_LOAD (source), error))
        return;

      keep_for_later (self, DESK_SYNC_LOAD (source));
    }
  finish_item (self, desk_sync_load_get_item (DESK_SYNC_LOAD (source)), error);
  if (error != NULL && !desk_api_walk_is_not_offered (error))
    take_error (self, task, error);

  run_next (task);
}

/* A page that was on its way when a consent ended came after the purge. */
static void
purge_ended (DeskSync *self)
{
  DeskDirectory *directory = desk_context_get_directory (self->context);

  if (directory != NULL)
    desk_directory_purge_ended (directory, self->consents);
}

static void
start_load (DeskSync     *self,
            GTask        *task,
            DeskSyncLoad *load)
{
  desk_sync_load_run_async (load, g_task_get_cancellable (task), loaded_cb, g_object_ref (task));
}

static void
load_item (DeskSync     *self,
           GTask        *task,
           DeskSyncItem *item)
{
  const DeskResource *resource = desk_sync_item_get_resource (item);
  g_autoptr(DeskSyncLoad) load = NULL;

  load = desk_sync_log_steal_load (desk_context_get_sync_log (self->context), desk_end_user_get_id (self->end_user),
                                   resource, self->is_fresh ? NULL : self->scope);
  self->is_resumed = load != NULL;
  if (load != NULL)
    desk_sync_load_set_item (load, item);
  else
    load = new_load (self, item);

  start_load (self, task, load);
}

/* Of two fetches at a time, the one that ends last would remove what the other has brought. */
static gboolean
is_fetched_by_another (DeskSync     *self,
                       DeskSyncItem *item)
{
  const DeskSyncEntry *entry = desk_sync_log_find (desk_context_get_sync_log (self->context),
                                                   desk_end_user_get_id (self->end_user),
                                                   desk_sync_item_get_resource (item));

  return entry != NULL && entry->state == DESK_SYNC_RUNNING;
}

static void
stop_waiting (DeskSync *self)
{
  g_autoptr(GTask) task = g_steal_pointer (&self->waiting);

  if (task == NULL)
    return;

  if (self->cancel_source != NULL)
    g_source_destroy (self->cancel_source);
  g_clear_pointer (&self->cancel_source, g_source_unref);
  run_next (task);
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  stop_waiting (user_data);

  return G_SOURCE_REMOVE;
}

static void
wait_for_another (DeskSync *self,
                  GTask    *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GError) error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      take_error (self, task, error);
      run_next (task);
      return;
    }

  self->waiting = g_object_ref (task);
  if (cancellable == NULL)
    return;

  self->cancel_source = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->cancel_source, G_SOURCE_FUNC (cancelled_cb), self, NULL);
  g_source_attach (self->cancel_source, NULL);
}

static void
run_next (GTask *task)
{
  DeskSync *self = g_task_get_source_object (task);
  const GError *first_error = g_task_get_task_data (task);
  g_autoptr(DeskSyncItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), self->n_finished);

  if (item == NULL)
    purge_ended (self);

  if (item == NULL && first_error != NULL)
    {
      g_task_return_error (task, g_error_copy (first_error));
      return;
    }

  if (item == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  if (is_fetched_by_another (self, item))
    wait_for_another (self, task);
  else
    load_item (self, task, item);
}

void
desk_sync_run_async (DeskSync            *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_SYNC (self));
  g_return_if_fail (self->n_finished == 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_sync_run_async);

  /* The items say what became of each; the task's own check would hide the first error. */
  g_task_set_check_cancellable (task, FALSE);
  self->scope = make_scope (self);
  g_signal_connect_object (desk_context_get_sync_log (self->context), "changed", G_CALLBACK (stop_waiting), self,
                           G_CONNECT_SWAPPED);
  run_next (task);
}

gboolean
desk_sync_run_finish (DeskSync      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_sync_run_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

GListModel *
desk_sync_get_items (DeskSync *self)
{
  g_return_val_if_fail (DESK_IS_SYNC (self), NULL);

  return G_LIST_MODEL (self->items);
}

double
desk_sync_get_progress (DeskSync *self)
{
  guint n_items;

  g_return_val_if_fail (DESK_IS_SYNC (self), 0.0);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  return n_items > 0 ? (double) self->n_finished / n_items : 1.0;
}
