/* desk-export.c: one export, from the store to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export.h"

#include <glib/gi18n-lib.h>

#include "desk-export-set.h"
#include "desk-export-target.h"
#include "desk-row-scan.h"

/* Rows between two looks at the progress. */
#define CHUNK 1000

struct _DeskExport
{
  GObject            parent_instance;

  DeskStore         *store;
  DeskExportRequest *request;
  GPtrArray         *sets;     /* (owned) (element-type DeskExportSet) */
  DeskExportTarget  *target;   /* (owned) (nullable) */
  DeskExportWriter  *writer;   /* (owned) (nullable) */
  GError            *error;    /* (owned) (nullable): why a row could not be written */
  DeskExportSet     *set;      /* (nullable) (unowned): the one in hand */
  guint              n_sets;   /* that are done, of the phase in hand */
  guint              position; /* in the rows of the one in hand */
  guint              n_taken;  /* of the rows of the chunk in hand */
  guint              n_done;   /* rows */
  guint              n_rows;   /* of all sets */
};

enum
{
  PROP_PROGRESS = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (DeskExport, desk_export, G_TYPE_OBJECT)

/* Blocks, on a worker thread; nothing else looks at the export meanwhile. */
typedef gboolean (*StepFunc) (DeskExport    *self,
                              GCancellable  *cancellable,
                              GError       **error);

typedef struct
{
  DeskExport *self; /* (unowned): held by the task that waits for the step */
  StepFunc    func;
} Step;

static void begin_next (GTask *task);
static void list_next  (GTask *task);
static void write_next (GTask *task);

static void
run_step_in_thread (GTask        *task,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  Step *step = task_data;
  GError *error = NULL;

  if (step->func (step->self, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes the reference to @task. */
static void
run_step (GTask               *task,
          StepFunc             func,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) worker = g_task_new (NULL, cancellable, callback, task);
  Step *step = g_new0 (Step, 1);

  step->self = g_task_get_source_object (task);
  step->func = func;
  g_task_set_source_tag (worker, run_step);
  g_task_set_task_data (worker, step, g_free);
  g_task_set_check_cancellable (worker, FALSE);
  g_task_run_in_thread (worker, run_step_in_thread);
}

static gboolean
discard_step (DeskExport    *self,
              GCancellable  *cancellable,
              GError       **error)
{
  g_clear_object (&self->writer);
  g_clear_pointer (&self->target, desk_export_target_free);
  return TRUE;
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  DeskExport *self = g_task_get_source_object (task);

  g_task_return_error (task, g_steal_pointer (&self->error));
}

/* Takes the references. */
static void
fail (GTask  *task,
      GError *error)
{
  DeskExport *self = g_task_get_source_object (task);

  g_clear_error (&self->error);
  self->error = error;
  run_step (task, discard_step, NULL, discarded_cb);
}

static gboolean
finish_step (DeskExport    *self,
             GCancellable  *cancellable,
             GError       **error)
{
  return desk_export_writer_finish (self->writer, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         desk_export_target_commit (self->target, error) &&
         discard_step (self, cancellable, error);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      fail (task, error);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static gboolean
end_step (DeskExport    *self,
          GCancellable  *cancellable,
          GError       **error)
{
  return desk_export_writer_end (self->writer, error);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    begin_next (user_data);
  else
    fail (user_data, error);
}

static void
take_record (DeskJsonSlice record,
             gpointer      data)
{
  DeskExport *self = data;
  DeskExportReason reason;

  if (self->error != NULL || !desk_export_writer_add (self->writer, record, &reason, &self->error))
    return;
  self->n_taken++;
  if (self->set->tally != NULL)
    self->set->tally->n_rows[reason]++;
}

static guint
get_chunk (DeskExport *self)
{
  return MIN (CHUNK, self->set->ids->len - self->position);
}

static void
wrote_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  DeskExport *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr(DeskExport) scanned = desk_row_scan_finish (DESK_STORE (source), result, &error);

  if (error == NULL)
    error = g_steal_pointer (&self->error);
  if (error != NULL)
    {
      fail (task, error);
      return;
    }
  if (self->set->tally != NULL)
    self->set->tally->n_rows[DESK_EXPORT_REASON_GONE] += get_chunk (self) - self->n_taken;
  self->n_done += get_chunk (self);
  self->position += get_chunk (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  write_next (task);
}

/* Takes the reference to @task. */
static void
write_next (GTask *task)
{
  DeskExport *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->n_taken = 0;
  if (self->position == self->set->ids->len)
    run_step (task, end_step, cancellable, ended_cb);
  else
    desk_row_scan_ids_async (self->store, desk_query_get_resource (self->set->query),
                             &g_array_index (self->set->ids, gint64, self->position), get_chunk (self),
                             take_record, g_object_ref (self), g_object_unref, cancellable, wrote_cb, task);
}

static gboolean
begin_step (DeskExport    *self,
            GCancellable  *cancellable,
            GError       **error)
{
  return desk_export_writer_begin (self->writer, desk_query_get_resource (self->set->query),
                                   self->set->tally != NULL, error);
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    write_next (user_data);
  else
    fail (user_data, error);
}

/* Takes the reference to @task. */
static void
begin_next (GTask *task)
{
  DeskExport *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->position = 0;
  self->set = self->n_sets < self->sets->len ? g_ptr_array_index (self->sets, self->n_sets++) : NULL;
  /* Data sets without a place come last. */
  if (self->set == NULL || !self->set->is_held)
    run_step (task, finish_step, cancellable, finished_cb);
  else
    run_step (task, begin_step, cancellable, begun_cb);
}

static gboolean
open_step (DeskExport    *self,
           GCancellable  *cancellable,
           GError       **error)
{
  DeskExportRequest *request = self->request;

  self->target = desk_export_target_new (request->path, desk_export_request_makes_folder (request), request->may_replace,
                                         error);
  if (self->target == NULL)
    return FALSE;
  self->writer = desk_export_format_create_writer (request->format, desk_export_target_get_path (self->target),
                                                   request->is_single, request->now, error);
  return self->writer != NULL;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    begin_next (user_data);
  else
    fail (user_data, error);
}

/* Returns: how many of the rows that are asked for have a place */
static guint
count_rows (DeskExport *self)
{
  guint n_held = 0;

  for (guint i = 0; i < self->sets->len; i++)
    {
      DeskExportSet *set = g_ptr_array_index (self->sets, i);

      if (set->is_held)
        self->n_rows += set->ids->len;
      else
        set->tally->n_rows[DESK_EXPORT_REASON_NO_PLACE] = set->ids->len;
      if (set->is_held && set->tally != NULL)
        n_held += set->ids->len;
    }
  return n_held;
}

/* Takes the reference to @task. */
static void
open_target (GTask *task)
{
  DeskExport *self = g_task_get_source_object (task);
  DeskExportFormat format = self->request->format;

  if (count_rows (self) > 0 || desk_export_format_get_resources (format) == NULL)
    run_step (task, open_step, g_task_get_cancellable (task), opened_cb);
  else
    fail (task, g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             /* Translators: %s is a format: "OFX" */
                             _("There is nothing here that %s could hold."), _(desk_export_format_get_label (format))));
}

static gboolean
choose_step (DeskExport    *self,
             GCancellable  *cancellable,
             GError       **error)
{
  for (guint i = 0; self->request->ids != NULL && i < self->sets->len; i++)
    {
      DeskExportSet *set = g_ptr_array_index (self->sets, i);

      if (set->tally != NULL)
        desk_export_set_keep (set, self->request->ids);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    open_target (user_data);
  else
    fail (user_data, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  DeskExport *self = g_task_get_source_object (task);
  GError *error = NULL;
  GArray *ids = desk_store_list_finish (DESK_STORE (source), result, &error);

  if (ids == NULL)
    {
      fail (task, error);
      return;
    }
  ((DeskExportSet *) g_ptr_array_index (self->sets, self->n_sets++))->ids = ids;
  list_next (task);
}

/* Takes the reference to @task. */
static void
list_next (GTask *task)
{
  DeskExport *self = g_task_get_source_object (task);
  DeskExportSet *set = NULL;

  if (self->n_sets == self->sets->len)
    {
      self->n_sets = 0;
      run_step (task, choose_step, g_task_get_cancellable (task), chosen_cb);
      return;
    }
  set = g_ptr_array_index (self->sets, self->n_sets);
  desk_store_list_async (self->store, set->query, 0, 0, g_task_get_cancellable (task), listed_cb, task);
}

static void
desk_export_finalize (GObject *object)
{
  DeskExport *self = DESK_EXPORT (object);

  g_clear_object (&self->writer);
  g_clear_pointer (&self->target, desk_export_target_free);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->sets);
  g_clear_object (&self->store);
  desk_export_request_free (self->request);

  G_OBJECT_CLASS (desk_export_parent_class)->finalize (object);
}

static void
desk_export_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (property_id == PROP_PROGRESS)
    g_value_set_double (value, desk_export_get_progress (DESK_EXPORT (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_export_class_init (DeskExportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_export_finalize;
  object_class->get_property = desk_export_get_property;

  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0.0, 1.0, 0.0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
desk_export_init (DeskExport *self)
{
}

DeskExport *
desk_export_new (DeskStore               *store,
                 const DeskExportRequest *request)
{
  DeskExport *self = NULL;

  g_return_val_if_fail (DESK_IS_STORE (store), NULL);
  g_return_val_if_fail (request != NULL && request->queries->len > 0, NULL);
  g_return_val_if_fail (request->queries->len == 1 || (request->ids == NULL && !request->is_single), NULL);

  self = g_object_new (DESK_TYPE_EXPORT, NULL);
  self->store = g_object_ref (store);
  self->request = desk_export_request_copy (request);
  self->sets = desk_export_set_list (request);
  return self;
}

void
desk_export_run_async (DeskExport          *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = NULL;

  g_return_if_fail (DESK_IS_EXPORT (self));
  g_return_if_fail (self->n_sets == 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_export_run_async);
  /* What is in its place when it is cancelled is there. */
  g_task_set_check_cancellable (task, FALSE);
  list_next (task);
}

gboolean
desk_export_run_finish (DeskExport    *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_export_run_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

double
desk_export_get_progress (DeskExport *self)
{
  g_return_val_if_fail (DESK_IS_EXPORT (self), 0.0);

  return self->n_rows > 0 ? (double) self->n_done / self->n_rows : 0.0;
}

GPtrArray *
desk_export_dup_tallies (DeskExport *self)
{
  GPtrArray *tallies = NULL;

  g_return_val_if_fail (DESK_IS_EXPORT (self), NULL);

  tallies = g_ptr_array_new ();
  for (guint i = 0; i < self->sets->len; i++)
    {
      DeskExportSet *set = g_ptr_array_index (self->sets, i);

      if (set->tally != NULL)
        g_ptr_array_add (tallies, set->tally);
    }
  return tallies;
}
