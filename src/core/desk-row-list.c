/* desk-row-list.c: a list model over a query of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-row-list.h"

#include "desk-row-ids.h"
#include "desk-row-private.h"
#include "desk-row-reader.h"

/* The first screens, which come before the count of the rest is known. */
#define FIRST_IDS 500

/* The model changes at most twice a second. */
#define MIN_TIME_BETWEEN_REFRESHES (G_TIME_SPAN_SECOND / 2)

struct _DeskRowList
{
  GObject        parent_instance;

  DeskStore     *store;        /* (owned) */
  DeskQuery     *query;        /* (owned) (nullable) */
  GArray        *ids;          /* (owned) (element-type gint64) */
  GHashTable    *rows;         /* (owned): id -> DeskRow (unowned); the rows that anyone holds */
  GHashTable    *row_ids;      /* (owned): DeskRow (unowned) -> id (owned); the same, the other way */
  DeskRowReader *reader;       /* (owned) */
  GCancellable  *cancellable;  /* (owned) (nullable): of the query under way */
  GError        *error;        /* (owned) (nullable) */
  gboolean       loading;
  gboolean       stale;        /* rows changed since the query under way was asked */
  gint64         asked_at;     /* monotonic time of the last query */
  gint64         pause;        /* microseconds from there to the next refresh, at least */
  guint          refresh_id;   /* the source of the next refresh; 0 if none is due */
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void desk_row_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskRowList, desk_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, desk_row_list_model_init))

static void
row_gone_cb (gpointer  user_data,
             GObject  *row)
{
  DeskRowList *self = user_data;

  g_hash_table_remove (self->rows, g_hash_table_lookup (self->row_ids, row));
  g_hash_table_remove (self->row_ids, row);
}

static void
drop_rows (DeskRowList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->row_ids);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    g_object_weak_unref (row, row_gone_cb, self);

  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->row_ids);
}

static void
stop (DeskRowList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->stale = FALSE;
}

static void
desk_row_list_dispose (GObject *object)
{
  DeskRowList *self = DESK_ROW_LIST (object);

  stop (self);
  drop_rows (self);
  g_clear_object (&self->reader);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (desk_row_list_parent_class)->dispose (object);
}

static void
desk_row_list_finalize (GObject *object)
{
  DeskRowList *self = DESK_ROW_LIST (object);

  g_clear_pointer (&self->query, desk_query_free);
  g_clear_error (&self->error);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->row_ids);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (desk_row_list_parent_class)->finalize (object);
}

static void
desk_row_list_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DeskRowList *self = DESK_ROW_LIST (object);

  switch (property_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_row_list_class_init (DeskRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_row_list_dispose;
  object_class->finalize = desk_row_list_finalize;
  object_class->get_property = desk_row_list_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_row_list_init (DeskRowList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->row_ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static GType
desk_row_list_get_item_type (GListModel *model)
{
  return DESK_TYPE_ROW;
}

static guint
desk_row_list_get_n_items (GListModel *model)
{
  return DESK_ROW_LIST (model)->ids->len;
}

static gpointer
desk_row_list_get_item (GListModel *model,
                        guint       position)
{
  DeskRowList *self = DESK_ROW_LIST (model);
  DeskRow *row;
  gint64 *id;

  if (position >= self->ids->len)
    return NULL;

  row = g_hash_table_lookup (self->rows, &g_array_index (self->ids, gint64, position));
  if (row != NULL)
    return g_object_ref (row);

  id = g_memdup2 (&g_array_index (self->ids, gint64, position), sizeof *id);
  row = desk_row_new (self->store, desk_query_get_resource (self->query),
                      desk_query_get_end_user_id (self->query), *id);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, self);
  g_hash_table_insert (self->rows, id, row);
  g_hash_table_insert (self->row_ids, row, id);
  desk_row_reader_request (self->reader, row);

  return row;
}

static void
desk_row_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = desk_row_list_get_item_type;
  interface->get_n_items = desk_row_list_get_n_items;
  interface->get_item = desk_row_list_get_item;
}

static void
set_loading (DeskRowList *self,
             gboolean     loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
set_error (DeskRowList  *self,
           const GError *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
set_ids (DeskRowList *self,
         GArray      *ids)
{
  g_autoptr(GArray) before = g_steal_pointer (&self->ids);
  DeskRowIdsChange change;

  self->ids = g_array_ref (ids);
  if (desk_row_ids_compare (before, ids, &change))
    g_list_model_items_changed (G_LIST_MODEL (self), change.position, change.n_removed, change.n_added);
}

static void refresh (DeskRowList *self);

static gboolean
refresh_due_cb (gpointer user_data)
{
  DeskRowList *self = user_data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
schedule_refresh (DeskRowList *self)
{
  gint64 wait = self->asked_at + self->pause - g_get_monotonic_time ();

  if (self->cancellable != NULL)
    self->stale = TRUE;
  else if (self->refresh_id == 0)
    self->refresh_id = g_timeout_add ((guint) (MAX (wait, 0) / G_TIME_SPAN_MILLISECOND), refresh_due_cb, self);
}

/**
 * Question:
 *
 * A query under way.
 */
typedef struct
{
  DeskRowList *list; /* (owned) */
  guint        limit;
} Question;

static void ask (DeskRowList *self,
                 guint        limit);

static void
finish_question (DeskRowList *self,
                 GError      *error)
{
  gboolean stale = self->stale;

  /* A query that takes long is asked less often, so that a sync gets its share of the store. */
  self->pause = MAX (MIN_TIME_BETWEEN_REFRESHES, 4 * (g_get_monotonic_time () - self->asked_at));
  g_clear_object (&self->cancellable);
  self->stale = FALSE;
  set_error (self, error);
  set_loading (self, FALSE);
  if (stale)
    schedule_refresh (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr(DeskRowList) self = question->list;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = desk_store_list_finish (DESK_STORE (source), result, &error);

  /* The list was given another query, which has its own answer. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (ids != NULL)
    set_ids (self, ids);

  if (ids != NULL && question->limit > 0 && ids->len == question->limit)
    ask (self, 0);
  else
    finish_question (self, error);
}

static void
ask (DeskRowList *self,
     guint        limit)
{
  Question *question = g_new0 (Question, 1);

  question->list = g_object_ref (self);
  question->limit = limit;
  desk_store_list_async (self->store, self->query, 0, limit, self->cancellable, listed_cb, question);
}

static void
reread_rows (DeskRowList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    desk_row_reader_request (self->reader, row);
}

static void
start (DeskRowList *self,
       guint        limit)
{
  stop (self);
  self->asked_at = g_get_monotonic_time ();
  self->cancellable = g_cancellable_new ();
  reread_rows (self);
  ask (self, limit);
}

/* Asks for all at once: the rows that are there stay there meanwhile. */
static void
refresh (DeskRowList *self)
{
  start (self, 0);
}

static void
changed_cb (DeskStore          *store,
            const DeskResource *resource,
            const char         *end_user_id,
            DeskRowList        *self)
{
  if (self->query != NULL
      && resource == desk_query_get_resource (self->query)
      && g_str_equal (end_user_id, desk_query_get_end_user_id (self->query)))
    schedule_refresh (self);
}

static void
purged_cb (DeskStore   *store,
           const char  *end_user_id,
           const char  *arrangement_id,
           DeskRowList *self)
{
  if (self->query == NULL || !g_str_equal (end_user_id, desk_query_get_end_user_id (self->query)))
    return;

  /* The rows let go of their records by themselves; those that were not purged are read again. */
  desk_row_reader_forget (self->reader);
  refresh (self);
}

static void
mask_changed_cb (DeskStore   *store,
                 DeskRowList *self)
{
  if (self->query == NULL)
    return;

  desk_row_reader_forget (self->reader);
  refresh (self);
}

static void
reader_failed_cb (DeskRowReader *reader,
                  const GError  *error,
                  DeskRowList   *self)
{
  set_error (self, error);
}

DeskRowList *
desk_row_list_new (DeskStore       *store,
                   const DeskQuery *query)
{
  DeskRowList *self;

  g_return_val_if_fail (DESK_IS_STORE (store), NULL);

  self = g_object_new (DESK_TYPE_ROW_LIST, NULL);
  self->store = g_object_ref (store);
  self->reader = desk_row_reader_new (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (store, "purged", G_CALLBACK (purged_cb), self, 0);
  g_signal_connect_object (store, "mask-changed", G_CALLBACK (mask_changed_cb), self, 0);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (reader_failed_cb), self, 0);
  desk_row_list_set_query (self, query);

  return self;
}

static gboolean
has_same_rows (const DeskQuery *before,
               const DeskQuery *after)
{
  return before != NULL && after != NULL
         && desk_query_get_resource (before) == desk_query_get_resource (after)
         && g_str_equal (desk_query_get_end_user_id (before), desk_query_get_end_user_id (after));
}

static void
clear (DeskRowList *self)
{
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

  desk_row_reader_forget (self->reader);
  drop_rows (self);
  set_ids (self, none);
}

void
desk_row_list_set_query (DeskRowList     *self,
                         const DeskQuery *query)
{
  g_autoptr(DeskQuery) before = NULL;

  g_return_if_fail (DESK_IS_ROW_LIST (self));

  before = g_steal_pointer (&self->query);
  self->query = query != NULL ? desk_query_copy (query) : NULL;
  stop (self);

  /* Another search or order of the same rows keeps what is shown until the answer comes. */
  if (!has_same_rows (before, query))
    clear (self);

  if (query != NULL)
    {
      set_loading (self, TRUE);
      start (self, FIRST_IDS);
    }
  else
    {
      set_error (self, NULL);
      set_loading (self, FALSE);
    }
}

const DeskQuery *
desk_row_list_get_query (DeskRowList *self)
{
  g_return_val_if_fail (DESK_IS_ROW_LIST (self), NULL);

  return self->query;
}

gboolean
desk_row_list_get_loading (DeskRowList *self)
{
  g_return_val_if_fail (DESK_IS_ROW_LIST (self), FALSE);

  return self->loading;
}

const GError *
desk_row_list_get_error (DeskRowList *self)
{
  g_return_val_if_fail (DESK_IS_ROW_LIST (self), NULL);

  return self->error;
}

gint64
desk_row_list_get_id (DeskRowList *self,
                      guint        position)
{
  g_return_val_if_fail (DESK_IS_ROW_LIST (self), 0);
  g_return_val_if_fail (position < self->ids->len, 0);

  return g_array_index (self->ids, gint64, position);
}

void
desk_row_list_reload (DeskRowList *self)
{
  g_return_if_fail (DESK_IS_ROW_LIST (self));

  if (self->query == NULL)
    return;

  set_loading (self, TRUE);
  start (self, self->ids->len > 0 ? 0 : FIRST_IDS);
}
