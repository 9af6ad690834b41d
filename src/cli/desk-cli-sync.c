/* desk-cli-sync.c: the command that fetches everything that an end user shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-cli-sync.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <unistd.h>

#include "desk-cli-command.h"
#include "desk-cli-records.h"

gboolean
desk_cli_sync_refresh (DeskCliCall   *call,
                       GCancellable  *cancellable,
                       GError       **error)
{
  DeskDirectory *directory = desk_context_get_directory (call->context);
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  desk_directory_refresh_async (directory, cancellable, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);

  return desk_directory_refresh_finish (directory, result, error);
}

static void
progress_cb (DeskSync *sync)
{
  /* Translators: how much of a fetch is done; %% is a percent sign. */
  g_printerr (_("\rFetching: %.0f %%"), 100 * desk_sync_get_progress (sync));
  if (desk_sync_get_progress (sync) >= 1)
    g_printerr ("\n");
}

DeskSync *
desk_cli_sync_run (DeskCliCall   *call,
                   DeskStore     *store,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autoptr(DeskSync) sync = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  g_return_val_if_fail (call != NULL, NULL);
  g_return_val_if_fail (DESK_IS_STORE (store), NULL);

  end_user = desk_cli_call_find_end_user (call, error);
  if (end_user == NULL)
    return NULL;

  sync = desk_sync_new (call->context, end_user);
  desk_sync_set_store (sync, store);
  desk_sync_set_deep (sync, TRUE);
  if (isatty (STDERR_FILENO))
    g_signal_connect (sync, "notify::progress", G_CALLBACK (progress_cb), NULL);
  desk_sync_run_async (sync, cancellable, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);

  /* Each item says what became of it. */
  desk_sync_run_finish (sync, result, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&sync);
}

gboolean
desk_cli_sync_check (DeskSync           *sync,
                     const char *const  *names,
                     GError            **error)
{
  GListModel *items;

  g_return_val_if_fail (DESK_IS_SYNC (sync), FALSE);

  items = desk_sync_get_items (sync);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);
      const char *name = desk_sync_item_get_resource (item)->name;

      if (desk_sync_item_get_state (item) != DESK_SYNC_FAILED || (names != NULL && !g_strv_contains (names, name)))
        continue;

      g_propagate_prefixed_error (error, g_error_copy (desk_sync_item_get_error (item)), "%s: ", name);
      return FALSE;
    }

  return TRUE;
}

static const char *
get_state_word (DeskSyncState state)
{
  switch ((int) state)
    {
    case DESK_SYNC_DONE:
      return "done";
    case DESK_SYNC_FAILED:
      return "failed";
    default:
      return "left out";
    }
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            guint        number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_item (JsonBuilder  *builder,
          DeskSyncItem *item)
{
  const DeskStoreChange *change = desk_sync_item_get_change (item);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, desk_sync_item_get_resource (item)->name);
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, get_state_word (desk_sync_item_get_state (item)));
  add_number (builder, "rows", desk_sync_item_get_n_rows (item));
  add_number (builder, "new", change->n_new);
  add_number (builder, "changed", change->n_changed);
  add_number (builder, "removed", change->n_removed);
  add_number (builder, "duplicates", change->n_duplicates);
  json_builder_end_object (builder);
}

static GBytes *
build_items (GListModel *items)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  char *text;

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);

      add_item (builder, item);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

static gboolean
print_items (DeskCliCall  *call,
             DeskSync     *sync,
             GError      **error)
{
  static const char *const root_keys[] = { NULL };
  const DeskCliColumn columns[] = {
    { _("Data set"), "name", FALSE }, { _("State"), "state", FALSE }, { _("Rows"), "rows", TRUE },
    { _("New"), "new", TRUE }, { _("Changed"), "changed", TRUE }, { _("Removed"), "removed", TRUE },
    { _("Duplicates"), "duplicates", TRUE },
  };
  g_autoptr(GBytes) bytes = build_items (desk_sync_get_items (sync));
  g_autoptr(DeskCliRecords) records = desk_cli_records_new (call->as_json, columns, G_N_ELEMENTS (columns));
  g_autoptr(DeskJsonPage) page = desk_json_page_new (bytes, root_keys, error);

  if (page == NULL)
    return FALSE;

  desk_cli_records_add_page (records, page);
  desk_cli_records_end (records);

  return TRUE;
}

static DeskStore *
open_store (DeskCliCall  *call,
            GError      **error)
{
  const char *path = desk_cli_call_get_option (call, "store");

  if (path != NULL && !desk_environment_keeps_data_on_disk (desk_context_get_environment (call->context)))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("Records of this environment are never kept on a disk, so --store works on the built-in sandbox only. Leave it out."));
      return NULL;
    }

  return desk_store_new (path);
}

/* The file may hold rows from when a consent was active. */
static gboolean
purge_ended (DeskCliCall  *call,
             DeskStore    *store,
             GError      **error)
{
  gint64 now = desk_clock_get_now (desk_context_get_clock (call->context));
  const char *end_user_id = desk_cli_call_get_option (call, "user");
  GListModel *consents = desk_directory_get_consents (desk_context_get_directory (call->context), end_user_id);

  for (guint i = 0; i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (consents, i);
      GAsyncResult *slot = NULL;
      g_autoptr(GAsyncResult) result = NULL;

      if (desk_consent_get_status (consent, now) != DESK_CONSENT_STATUS_ENDED)
        continue;

      /* Before the fetch: rows that cannot be given to one consent go too, and come again. */
      desk_store_purge_consent_async (store, end_user_id, desk_consent_get_institution_id (consent),
                                      desk_consent_get_id (consent), NULL, desk_cli_call_keep, &slot);
      result = desk_cli_call_wait (&slot);
      if (!desk_store_purge_consent_finish (store, result, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_sync (DeskCliCall  *call,
          GError      **error)
{
  g_autoptr(DeskStore) store = open_store (call, error);
  g_autoptr(DeskSync) sync = NULL;

  if (store == NULL || !desk_cli_sync_refresh (call, NULL, error) || !purge_ended (call, store, error))
    return FALSE;

  sync = desk_cli_sync_run (call, store, NULL, error);

  return sync != NULL && print_items (call, sync, error) && desk_cli_sync_check (sync, NULL, error);
}

const DeskCliCommand desk_cli_sync_commands[] = {
  { "sync", NULL, NULL, N_("Fetch everything that an end user shares, and say what has changed"),
    "sync --user eu_2yRHN2ag2y4p8kCtm5DOeccZEXB --store records.db",
    { { "user", N_("ID"), N_("The end user"), TRUE },
      { "store", N_("FILE"), N_("Keep the records here, to compare with the next time; on the built-in sandbox only"),
        FALSE } }, FALSE, run_sync },
  { NULL },
};
