/* desk-export-offer.c: what can be exported from where the user is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-offer.h"

typedef struct
{
  char      *end_user_id; /* (owned) */
  GPtrArray *consents;    /* (owned) (element-type DeskConsent) */
  DeskQuery *query;       /* (owned) (nullable) */
  GPtrArray *offers;      /* (owned) (nullable) (element-type DeskExportOffer): so far */
  guint      n_consents;  /* that are counted */
} ListData;

static void count_next_consent (GTask *task);

void
desk_export_offer_free (DeskExportOffer *self)
{
  desk_export_scope_free (self->scope);
  g_clear_object (&self->consent);
  g_free (self);
}

static void
list_data_free (ListData *list)
{
  g_free (list->end_user_id);
  g_ptr_array_unref (list->consents);
  g_clear_pointer (&list->query, desk_query_free);
  g_clear_pointer (&list->offers, g_ptr_array_unref);
  g_free (list);
}

/* Takes @scope. */
static void
add_offer (ListData            *list,
           DeskExportOfferKind  kind,
           DeskExportScope     *scope,
           DeskConsent         *consent)
{
  DeskExportOffer *offer = g_new0 (DeskExportOffer, 1);

  offer->kind = kind;
  offer->scope = scope;
  g_set_object (&offer->consent, consent);
  g_ptr_array_add (list->offers, offer);
}

static void
consent_counted_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ListData *list = g_task_get_task_data (task);
  DeskConsent *consent = g_ptr_array_index (list->consents, list->n_consents);
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) counts = desk_store_count_finish (DESK_STORE (source), result, &error);

  if (counts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  add_offer (list, DESK_EXPORT_OFFER_CONSENT,
             desk_export_scope_new_everything (list->end_user_id, desk_consent_get_id (consent), counts), consent);
  list->n_consents++;
  count_next_consent (g_steal_pointer (&task));
}

/* Takes the reference to @task. */
static void
count_next_consent (GTask *task)
{
  ListData *list = g_task_get_task_data (task);

  if (list->n_consents == list->consents->len || list->consents->len == 1)
    {
      g_task_return_pointer (task, g_steal_pointer (&list->offers), (GDestroyNotify) g_ptr_array_unref);
      g_object_unref (task);
      return;
    }
  desk_store_count_async (g_task_get_source_object (task), list->end_user_id,
                          desk_consent_get_id (g_ptr_array_index (list->consents, list->n_consents)),
                          g_task_get_cancellable (task), consent_counted_cb, task);
}

static void
add_data_set (ListData   *list,
              GHashTable *counts)
{
  const DeskResource *resource = desk_query_get_resource (list->query);
  g_autoptr(DeskQuery) whole = desk_query_new (resource, list->end_user_id);

  desk_query_set_sort (whole, desk_query_get_sort_field (list->query), desk_query_get_sort_descending (list->query));
  add_offer (list, DESK_EXPORT_OFFER_DATA_SET,
             desk_export_scope_new_rows (whole, NULL, GPOINTER_TO_UINT (g_hash_table_lookup (counts, resource->name))),
             NULL);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ListData *list = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) counts = desk_store_count_finish (DESK_STORE (source), result, &error);

  if (counts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (list->query != NULL)
    add_data_set (list, counts);
  add_offer (list, DESK_EXPORT_OFFER_END_USER, desk_export_scope_new_everything (list->end_user_id, NULL, counts), NULL);
  count_next_consent (g_steal_pointer (&task));
}

/* Takes the reference to @task. */
static void
count_all (GTask *task)
{
  ListData *list = g_task_get_task_data (task);

  desk_store_count_async (g_task_get_source_object (task), list->end_user_id, NULL, g_task_get_cancellable (task),
                          counted_cb, task);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ListData *list = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = desk_store_list_finish (DESK_STORE (source), result, &error);

  if (ids == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  add_offer (list, DESK_EXPORT_OFFER_SHOWN, desk_export_scope_new_rows (list->query, NULL, ids->len), NULL);
  count_all (g_steal_pointer (&task));
}

void
desk_export_offer_list_async (DeskStore           *store,
                              const char          *end_user_id,
                              GPtrArray           *consents,
                              const DeskQuery     *query,
                              GArray              *ids,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = NULL;
  ListData *list = NULL;

  g_return_if_fail (DESK_IS_STORE (store));
  g_return_if_fail (end_user_id != NULL && consents != NULL);
  g_return_if_fail (ids == NULL || query != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_export_offer_list_async);
  list = g_new0 (ListData, 1);
  list->end_user_id = g_strdup (end_user_id);
  list->consents = g_ptr_array_ref (consents);
  list->query = query != NULL ? desk_query_copy (query) : NULL;
  list->offers = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_export_offer_free);
  g_task_set_task_data (task, list, (GDestroyNotify) list_data_free);

  if (ids != NULL)
    add_offer (list, DESK_EXPORT_OFFER_SELECTED, desk_export_scope_new_rows (query, ids, ids->len), NULL);
  if (query != NULL && desk_query_is_narrowed (query))
    desk_store_list_async (store, query, 0, 0, cancellable, shown_cb, task);
  else
    count_all (task);
}

GPtrArray *
desk_export_offer_list_finish (DeskStore     *store,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_export_offer_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
