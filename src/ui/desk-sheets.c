/* desk-sheets.c: which records have a sheet of their own, and what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sheets.h"

typedef void (*FillFunc) (DeskSheet     *sheet,
                          DeskJsonSlice  record);

typedef struct
{
  const char *resource;
  FillFunc    fill;
} Maker;

/* What is under way. */
typedef struct
{
  const DeskResource *resource;
  GBytes             *record; /* (owned) */
} Job;

static const Maker makers[] = {
  { "banking.products", desk_sheets_add_product },
  { "banking.product-detail", desk_sheets_add_product },
  { "banking.income", desk_sheets_add_income },
  { "energy.accounts", desk_sheets_add_energy_account },
  { "energy.plans", desk_sheets_add_plan },
  { "energy.plan-detail", desk_sheets_add_plan },
  { "energy.invoices", desk_sheets_add_invoice },
};

static const Maker *
find_maker (const DeskResource *resource)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].resource, resource->name))
      return &makers[i];
  return NULL;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->record);
  g_free (job);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  gsize length;
  const char *text = g_bytes_get_data (job->record, &length);
  g_autoptr(GError) error = NULL;
  DeskJsonSlice record;

  if (desk_json_parse (text, length, &record, &error))
    g_task_return_pointer (task, desk_sheets_make (job->resource, record), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

gboolean
desk_sheets_has (const DeskResource *resource)
{
  g_return_val_if_fail (resource != NULL, FALSE);

  return find_maker (resource) != NULL;
}

DeskSheet *
desk_sheets_make (const DeskResource *resource,
                  DeskJsonSlice       record)
{
  const Maker *maker = NULL;
  DeskSheet *sheet = NULL;

  g_return_val_if_fail (resource != NULL, NULL);

  maker = find_maker (resource);
  g_return_val_if_fail (maker != NULL, NULL);

  sheet = desk_sheet_new ();
  maker->fill (sheet, record);
  return sheet;
}

void
desk_sheets_make_async (const DeskResource  *resource,
                        GBytes              *record,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job = NULL;

  g_return_if_fail (resource != NULL);
  g_return_if_fail (record != NULL);

  job = g_new0 (Job, 1);
  job->resource = resource;
  job->record = g_bytes_ref (record);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_sheets_make_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_in_thread);
}

DeskSheet *
desk_sheets_make_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_sheets_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
