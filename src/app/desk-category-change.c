/* desk-category-change.c: puts one transaction into another category
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-category-change.h"

#include "desk-api-error.h"
#include "desk-api-fetch.h"
#include "desk-catalogue.h"
#include "desk-instant.h"
#include "desk-json-read.h"
#include "desk-page-keeper.h"

struct _DeskCategoryChange
{
  GObject         parent_instance;

  DeskContext    *context;
  char           *end_user_id;
  GBytes         *record;
  char           *id;             /* the transaction's fiskil_id */
  char           *category;
  char           *previous;       /* (nullable) */
  char           *found;          /* (nullable) */
  DeskPageKeeper *keeper;         /* (nullable): before the run */
  DeskApiFetch   *fetch;          /* (nullable): while the transaction is read again */
  GError         *uncertain;      /* (nullable): no answer said whether it was done */
};

G_DEFINE_FINAL_TYPE (DeskCategoryChange, desk_category_change, G_TYPE_OBJECT)

static void read_next (GTask *task);

static void
desk_category_change_finalize (GObject *object)
{
  DeskCategoryChange *self = DESK_CATEGORY_CHANGE (object);

  g_clear_object (&self->context);
  g_clear_object (&self->keeper);
  g_clear_object (&self->fetch);
  g_clear_pointer (&self->record, g_bytes_unref);
  g_clear_error (&self->uncertain);
  g_free (self->end_user_id);
  g_free (self->id);
  g_free (self->category);
  g_free (self->previous);
  g_free (self->found);

  G_OBJECT_CLASS (desk_category_change_parent_class)->finalize (object);
}

static void
desk_category_change_class_init (DeskCategoryChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_category_change_finalize;
}

static void
desk_category_change_init (DeskCategoryChange *self)
{
}

static gboolean
parse_record (GBytes        *record,
              DeskJsonSlice *slice)
{
  return record != NULL &&
         desk_json_parse (g_bytes_get_data (record, NULL), g_bytes_get_size (record), slice, NULL);
}

static char *
dup_category (DeskJsonSlice record)
{
  return desk_json_read_text (desk_json_slice_get_member (record, "category"), "secondary_category");
}

gboolean
desk_category_change_is_possible (GBytes *record)
{
  DeskJsonSlice slice;
  g_autofree char *id = NULL;

  if (parse_record (record, &slice))
    id = desk_json_read_text (slice, "fiskil_id");

  return id != NULL;
}

DeskCategoryChange *
desk_category_change_new (DeskContext *context,
                          const char  *end_user_id,
                          GBytes      *record,
                          const char  *category)
{
  DeskCategoryChange *self;
  DeskJsonSlice slice;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);
  g_return_val_if_fail (category != NULL, NULL);
  g_return_val_if_fail (desk_category_change_is_possible (record), NULL);

  self = g_object_new (DESK_TYPE_CATEGORY_CHANGE, NULL);
  self->context = g_object_ref (context);
  self->end_user_id = g_strdup (end_user_id);
  self->record = g_bytes_ref (record);
  self->category = g_strdup (category);
  if (parse_record (record, &slice))
    {
      self->id = desk_json_read_text (slice, "fiskil_id");
      self->previous = dup_category (slice);
    }

  return self;
}

DeskCategoryChange *
desk_category_change_new_undo (DeskCategoryChange *self)
{
  DeskCategoryChange *undo;

  g_return_val_if_fail (DESK_IS_CATEGORY_CHANGE (self), NULL);

  if (self->previous == NULL)
    return NULL;

  undo = desk_category_change_new (self->context, self->end_user_id, self->record, self->previous);
  g_free (undo->previous);
  undo->previous = g_strdup (self->category);

  return undo;
}

static gboolean
read_time (DeskJsonSlice  record,
           const char    *member,
           gint64        *time)
{
  g_autofree char *text = desk_json_read_text (record, member);

  return text != NULL && desk_instant_parse (text, time, NULL);
}

static void
add_filter (GStrvBuilder *filters,
            const char   *name,
            char         *value)
{
  g_autofree char *owned = value;
  g_autofree char *filter = value != NULL ? g_strdup_printf ("%s=%s", name, value) : NULL;

  if (filter != NULL)
    g_strv_builder_add (filters, filter);
}

/* The service goes by the posted time, else by that of the execution, and leaves out what has neither. */
static char **
list_filters (DeskCategoryChange *self)
{
  g_autoptr(GStrvBuilder) filters = g_strv_builder_new ();
  DeskJsonSlice record;
  gint64 time;

  if (!parse_record (self->record, &record))
    return g_strv_builder_end (filters);

  add_filter (filters, "account_id", desk_json_read_text (record, "account_id"));
  if (read_time (record, "posting_date_time", &time) || read_time (record, "execution_date_time", &time))
    {
      add_filter (filters, "from", desk_instant_format (time - G_TIME_SPAN_SECOND));
      add_filter (filters, "to", desk_instant_format (time + G_TIME_SPAN_SECOND));
    }
  else if (desk_json_slice_equals_string (desk_json_slice_get_member (record, "status"), "PENDING"))
    {
      add_filter (filters, "status", g_strdup ("PENDING"));
    }

  return g_strv_builder_end (filters);
}

/* Returns: (transfer full) (nullable): whether the page has the transaction, and its category or "" */
static char *
dup_found_category (DeskCategoryChange *self,
                    DeskJsonPage       *page)
{
  for (guint i = 0; i < desk_json_page_get_n_records (page); i++)
    {
      DeskJsonSlice record = desk_json_page_get_record (page, i);
      char *category;

      if (!desk_json_slice_equals_string (desk_json_slice_get_member (record, "fiskil_id"), self->id))
        continue;

      category = dup_category (record);
      return category != NULL ? category : g_strdup ("");
    }

  return NULL;
}

/* The end of the run, whatever was read since the service was told. */
static void
end (GTask *task)
{
  DeskCategoryChange *self = g_task_get_source_object (task);

  g_clear_object (&self->fetch);
  if (self->uncertain != NULL && g_strcmp0 (self->found, self->category) != 0)
    g_task_return_error (task, g_error_copy (self->uncertain));
  else
    g_task_return_boolean (task, TRUE);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskCategoryChange *self = g_task_get_source_object (task);

  if (!desk_page_keeper_keep_finish (DESK_PAGE_KEEPER (source), result, NULL))
    g_clear_pointer (&self->found, g_free);
  end (task);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskCategoryChange *self = g_task_get_source_object (task);
  g_autoptr(DeskJsonPage) page = desk_api_fetch_next_finish (DESK_API_FETCH (source), result, NULL, NULL);

  if (page == NULL)
    {
      end (task);
      return;
    }

  self->found = dup_found_category (self, page);
  if (self->found == NULL)
    read_next (g_steal_pointer (&task));
  else
    desk_page_keeper_keep_async (self->keeper, desk_catalogue_find ("banking.transactions"), page,
                                 g_task_get_cancellable (task), kept_cb, g_object_ref (task));
}

/* @task: (transfer full) */
static void
read_next (GTask *task)
{
  DeskCategoryChange *self = g_task_get_source_object (task);

  desk_api_fetch_next_async (self->fetch, g_task_get_cancellable (task), read_cb, task);
}

static void
told_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskCategoryChange *self = g_task_get_source_object (task);
  g_auto(GStrv) filters = list_filters (self);
  g_autoptr(GError) error = NULL;

  desk_api_client_set_category_finish (DESK_API_CLIENT (source), result, &error);
  if (error != NULL && !g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_UNCERTAIN))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->uncertain = g_steal_pointer (&error);
  self->fetch = desk_api_fetch_new (DESK_API_CLIENT (source), desk_catalogue_find ("banking.transactions"),
                                    self->end_user_id, (const char *const *) filters);
  read_next (g_steal_pointer (&task));
}

void
desk_category_change_run_async (DeskCategoryChange  *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_CATEGORY_CHANGE (self));
  g_return_if_fail (self->keeper == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_category_change_run_async);

  self->keeper = desk_page_keeper_new (self->context, self->end_user_id);
  desk_api_client_set_category_async (desk_context_get_client (self->context), self->id, self->category, cancellable,
                                      told_cb, task);
}

gboolean
desk_category_change_run_finish (DeskCategoryChange  *self,
                                 GAsyncResult        *result,
                                 GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_category_change_run_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
desk_category_change_get_category (DeskCategoryChange *self)
{
  g_return_val_if_fail (DESK_IS_CATEGORY_CHANGE (self), NULL);

  return self->category;
}

const char *
desk_category_change_get_previous_category (DeskCategoryChange *self)
{
  g_return_val_if_fail (DESK_IS_CATEGORY_CHANGE (self), NULL);

  return self->previous;
}

const char *
desk_category_change_get_found_category (DeskCategoryChange *self)
{
  g_return_val_if_fail (DESK_IS_CATEGORY_CHANGE (self), NULL);

  return self->found;
}
