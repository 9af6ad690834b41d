/* desk-quality-run.c: checks everything that the store has of one end user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-quality-run.h"

#include "desk-catalogue.h"
#include "desk-quality-rows.h"
#include "desk-row-scan.h"

#define MILLISECONDS_BETWEEN_NOTICES 100

/* What the worker thread has in hand. */
typedef struct
{
  DeskQualityRows    *rows;        /* (owned) */
  const DeskResource *resource;
  guint               position;
  GPtrArray          *differences; /* (owned) (nullable) (element-type DeskStoreDifference) */
  gint               *n_taken;     /* (owned): shared with the run */
} Check;

struct _DeskQualityRun
{
  GObject    parent_instance;

  DeskStore *store;
  char      *end_user_id;
  char      *arrangement_id; /* (nullable) */
  GHashTable *counts;        /* (nullable): rows by the name of the data set */
  GPtrArray *differences;    /* (nullable) */
  guint      n_rows;
  guint      n_started;      /* data sets */
  gint      *n_taken;        /* rows; atomic */
  guint      notice_id;
};

enum
{
  PROP_0,
  PROP_PROGRESS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskQualityRun, desk_quality_run, G_TYPE_OBJECT)

static void scan_next (GTask *task,
                       Check *check);

static void
check_free (gpointer data)
{
  Check *check = data;

  desk_quality_rows_free (check->rows);
  g_clear_pointer (&check->differences, g_ptr_array_unref);
  g_atomic_rc_box_release (check->n_taken);
  g_free (check);
}

static void
desk_quality_run_finalize (GObject *object)
{
  DeskQualityRun *self = DESK_QUALITY_RUN (object);

  g_clear_handle_id (&self->notice_id, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_atomic_rc_box_release (self->n_taken);
  g_free (self->end_user_id);
  g_free (self->arrangement_id);

  G_OBJECT_CLASS (desk_quality_run_parent_class)->finalize (object);
}

static void
desk_quality_run_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (property_id == PROP_PROGRESS)
    g_value_set_double (value, desk_quality_run_get_progress (DESK_QUALITY_RUN (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_quality_run_class_init (DeskQualityRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_quality_run_finalize;
  object_class->get_property = desk_quality_run_get_property;

  properties[PROP_PROGRESS] =
    g_param_spec_double ("progress", NULL, NULL,
                         0.0, 1.0, 0.0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_quality_run_init (DeskQualityRun *self)
{
  self->n_taken = g_atomic_rc_box_new0 (gint);
}

DeskQualityRun *
desk_quality_run_new (DeskStore  *store,
                      const char *end_user_id,
                      const char *arrangement_id)
{
  DeskQualityRun *self;

  g_return_val_if_fail (DESK_IS_STORE (store), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);

  self = g_object_new (DESK_TYPE_QUALITY_RUN, NULL);
  self->store = g_object_ref (store);
  self->end_user_id = g_strdup (end_user_id);
  self->arrangement_id = g_strdup (arrangement_id);

  return self;
}

static gboolean
notice_cb (gpointer user_data)
{
  g_object_notify_by_pspec (G_OBJECT (user_data), properties[PROP_PROGRESS]);

  return G_SOURCE_CONTINUE;
}

static void
fail (GTask  *task,
      GError *error)
{
  DeskQualityRun *self = g_task_get_source_object (task);

  g_clear_handle_id (&self->notice_id, g_source_remove);
  g_task_return_error (task, error);
}

static void
take_record (DeskJsonSlice record,
             gpointer      data)
{
  Check *check = data;

  desk_quality_rows_take (check->rows, check->resource, record, check->position++);
  g_atomic_int_inc (check->n_taken);
}

static void
conclude (GTask        *task,
          gpointer      source_object,
          gpointer      task_data,
          GCancellable *cancellable)
{
  Check *check = task_data;
  DeskQualityReport *report = desk_quality_rows_finish (check->rows);

  for (guint i = 0; i < check->differences->len; i++)
    {
      const DeskStoreDifference *difference = g_ptr_array_index (check->differences, i);

      desk_quality_report_add_count (report, difference->resource, difference->rule, difference->field,
                                     difference->example, difference->path, DESK_QUALITY_NO_POSITION,
                                     difference->count);
    }

  g_task_return_pointer (task, desk_quality_report_dup_findings (report), g_object_unref);
}

static void
concluded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskQualityRun *self = g_task_get_source_object (task);
  GError *error = NULL;
  GListModel *findings = g_task_propagate_pointer (G_TASK (result), &error);

  if (findings == NULL)
    {
      fail (task, error);
      return;
    }

  g_clear_handle_id (&self->notice_id, g_source_remove);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  g_task_return_pointer (task, findings, g_object_unref);
}

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  GError *error = NULL;
  Check *check = desk_row_scan_finish (DESK_STORE (source), result, &error);

  if (check != NULL)
    scan_next (task, check);
  else
    fail (task, error);
}

/* Takes @check. */
static void
scan_next (GTask *task,
           Check *check)
{
  DeskQualityRun *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);
  g_autoptr(DeskQuery) query = NULL;
  g_autoptr(GTask) last = NULL;

  if (self->n_started == n_resources)
    {
      check->differences = g_steal_pointer (&self->differences);
      last = g_task_new (NULL, cancellable, concluded_cb, g_object_ref (task));
      g_task_set_source_tag (last, scan_next);
      g_task_set_task_data (last, check, check_free);
      g_task_run_in_thread (last, conclude);
      return;
    }

  check->resource = resources[self->n_started++];
  check->position = 0;
  query = desk_query_new (check->resource, self->end_user_id);
  desk_query_set_arrangement_id (query, self->arrangement_id);
  desk_row_scan_async (self->store, query, DESK_STORE_READING_RECEIVED, take_record, check, check_free, cancellable, scanned_cb, g_object_ref (task));
}

static void
differences_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskQualityRun *self = g_task_get_source_object (task);
  GError *error = NULL;
  Check *check;

  self->differences = desk_store_differences_finish (DESK_STORE (source), result, &error);
  if (self->differences == NULL)
    {
      fail (task, error);
      return;
    }

  check = g_new0 (Check, 1);
  check->rows = desk_quality_rows_new ();
  check->n_taken = g_atomic_rc_box_acquire (self->n_taken);
  scan_next (task, check);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskQualityRun *self = g_task_get_source_object (task);
  GError *error = NULL;
  GHashTableIter iter;
  gpointer value;

  self->counts = desk_store_count_finish (DESK_STORE (source), result, &error);
  if (self->counts == NULL)
    {
      fail (task, error);
      return;
    }

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    self->n_rows += GPOINTER_TO_UINT (value);

  desk_store_differences_async (self->store, self->end_user_id, self->arrangement_id, g_task_get_cancellable (task),
                                differences_cb, g_object_ref (task));
}

void
desk_quality_run_async (DeskQualityRun      *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_QUALITY_RUN (self));
  g_return_if_fail (self->n_started == 0 && self->notice_id == 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_quality_run_async);
  self->notice_id = g_timeout_add (MILLISECONDS_BETWEEN_NOTICES, notice_cb, self);
  desk_store_count_async (self->store, self->end_user_id, self->arrangement_id, cancellable, counted_cb,
                          g_object_ref (task));
}

GListModel *
desk_quality_run_finish (DeskQualityRun  *self,
                         GAsyncResult    *result,
                         GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_quality_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

double
desk_quality_run_get_progress (DeskQualityRun *self)
{
  g_return_val_if_fail (DESK_IS_QUALITY_RUN (self), 0.0);

  return self->n_rows > 0 ? MIN (1.0, (double) g_atomic_int_get (self->n_taken) / self->n_rows) : 0.0;
}

guint
desk_quality_run_get_n_rows (DeskQualityRun *self)
{
  g_return_val_if_fail (DESK_IS_QUALITY_RUN (self), 0);

  return self->n_rows;
}

GPtrArray *
desk_quality_run_dup_flawless (DeskQualityRun *self,
                               GListModel     *findings)
{
  g_autoptr(GHashTable) flawed = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) flawless = g_ptr_array_new ();
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  g_return_val_if_fail (DESK_IS_QUALITY_RUN (self), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (findings), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(DeskQualityFinding) finding = g_list_model_get_item (findings, i);

      if (desk_quality_rule_get_severity (desk_quality_finding_get_rule (finding)) != DESK_QUALITY_INFO)
        g_hash_table_add (flawed, (gpointer) desk_quality_finding_get_resource (finding));
    }
  for (guint i = 0; i < n_resources; i++)
    {
      if (self->counts != NULL && g_hash_table_contains (self->counts, resources[i]->name)
          && !g_hash_table_contains (flawed, resources[i]))
        g_ptr_array_add (flawless, (gpointer) resources[i]);
    }

  return g_steal_pointer (&flawless);
}
