/* desk-account-names.c: what the accounts of an end user are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-account-names.h"

#include "desk-catalogue.h"
#include "desk-json-read.h"
#include "desk-row-scan.h"

static const char *const resources[] = { "banking.accounts", "energy.accounts", NULL };

/* What is under way. */
typedef struct
{
  char  *end_user_id; /* (owned) */
  guint  n_read;      /* of resources */
} NamesLoad;

static void read_next (GTask      *task,
                       GHashTable *names);

static void
names_load_free (NamesLoad *load)
{
  g_free (load->end_user_id);
  g_free (load);
}

static void
account_name_free (DeskAccountName *name)
{
  g_free (name->name);
  g_free (name->number);
  g_free (name);
}

static char *
read_first (DeskJsonSlice  record,
            const char    *first,
            const char    *second)
{
  char *text = desk_json_read_text (record, first);

  return text != NULL ? text : desk_json_read_text (record, second);
}

static void
take_account (DeskJsonSlice record,
              gpointer      data)
{
  char *id = desk_json_read_text (record, "account_id");
  DeskAccountName *name;

  if (id == NULL)
    return;

  name = g_new0 (DeskAccountName, 1);
  name->name = read_first (record, "nickname", "display_name");
  name->number = read_first (record, "masked_number", "account_number");
  g_hash_table_insert (data, id, name);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GError) error = NULL;
  GHashTable *names = desk_row_scan_finish (DESK_STORE (source), result, &error);

  if (names != NULL)
    read_next (task, names);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* names: (transfer full) */
static void
read_next (GTask      *task,
           GHashTable *names)
{
  NamesLoad *load = g_task_get_task_data (task);
  const char *resource = resources[load->n_read];
  g_autoptr(DeskQuery) query = NULL;

  if (resource == NULL)
    {
      g_task_return_pointer (task, names, (GDestroyNotify) g_hash_table_unref);
      return;
    }

  load->n_read++;
  query = desk_query_new (desk_catalogue_find (resource), load->end_user_id);
  desk_row_scan_async (g_task_get_source_object (task), query, DESK_STORE_READING_SHOWN, take_account,
                       names, (GDestroyNotify) g_hash_table_unref, g_task_get_cancellable (task),
                       read_cb, g_object_ref (task));
}

void
desk_account_names_load_async (DeskStore           *store,
                               const char          *end_user_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  NamesLoad *load;

  g_return_if_fail (DESK_IS_STORE (store));
  g_return_if_fail (end_user_id != NULL);

  load = g_new0 (NamesLoad, 1);
  load->end_user_id = g_strdup (end_user_id);
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_account_names_load_async);
  g_task_set_task_data (task, load, (GDestroyNotify) names_load_free);
  read_next (task, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) account_name_free));
}

GHashTable *
desk_account_names_load_finish (DeskStore     *store,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_account_names_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *const *
desk_account_names_get_resources (void)
{
  return resources;
}
