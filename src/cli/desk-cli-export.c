/* desk-cli-export.c: the command that exports what an end user shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <unistd.h>

#include "desk-api-error.h"
#include "desk-catalogue.h"
#include "desk-cli-command.h"
#include "desk-cli-object.h"
#include "desk-cli-records.h"
#include "desk-export-scope.h"
#include "desk-export.h"
#include "desk-cli-sync.h"

static DeskExportRequest *
create_request (DeskCliCall  *call,
                GError      **error)
{
  const char *format_name = desk_cli_call_get_option (call, "format");
  const char *path = desk_cli_call_get_option (call, "output");
  DeskExportRequest *request;
  DeskExportFormat format;

  if (!desk_export_format_find (format_name, &format))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("There is no format “%s”. Give csv, json, ofx, qif, nem12 or sqlite."), format_name);
      return NULL;
    }

  request = desk_export_request_new (format, path, 0);
  request->may_replace = desk_cli_call_get_option (call, "force") != NULL;

  return request;
}

/* Before anything is fetched: the export itself looks again. */
static gboolean
check_path (const DeskExportRequest  *request,
            GError                  **error)
{
  if (request->may_replace || !g_file_test (request->path, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("“%s” is there already. It was left as it is; give another name, or --force to replace it."),
               request->path);

  return FALSE;
}

static gboolean
check_resources (DeskCliCall              *call,
                 const DeskExportRequest  *request,
                 GError                  **error)
{
  const char *const *names = desk_cli_call_get_options (call, "resource");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const DeskResource *resource = desk_cli_call_find_resource (names[i], error);

      if (resource == NULL)
        return FALSE;

      if (desk_export_format_holds (request->format, resource))
        continue;

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s has no place for %s."),
                   desk_export_format_get_nick (request->format), names[i]);
      return FALSE;
    }

  return TRUE;
}

static void
add_query (DeskCliCall        *call,
           DeskExportRequest  *request,
           const DeskResource *resource)
{
  g_autoptr(DeskQuery) query = NULL;

  if (desk_export_request_find (request, resource->name) != NULL)
    return;

  query = desk_query_new (resource, desk_cli_call_get_option (call, "user"));
  desk_query_set_arrangement_id (query, desk_cli_call_get_option (call, "consent"));
  desk_export_request_add (request, query);
}

static GHashTable *
count_rows (DeskCliCall  *call,
            GError      **error)
{
  DeskStore *store = desk_context_get_store (call->context);
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  desk_store_count_async (store, desk_cli_call_get_option (call, "user"), desk_cli_call_get_option (call, "consent"),
                          NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);

  return desk_store_count_finish (store, result, error);
}

static gboolean
add_everything (DeskCliCall        *call,
                DeskExportRequest  *request,
                GError            **error)
{
  g_autoptr(GHashTable) counts = count_rows (call, error);
  g_autoptr(DeskExportScope) scope = NULL;

  if (counts == NULL)
    return FALSE;

  scope = desk_export_scope_new_everything (desk_cli_call_get_option (call, "user"),
                                            desk_cli_call_get_option (call, "consent"), counts);
  desk_export_scope_ask (scope, request);
  if (desk_export_scope_get_n_rows (scope) > 0)
    return TRUE;

  g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND, _("Nothing is shared: there is nothing to export."));

  return FALSE;
}

static gboolean
add_queries (DeskCliCall        *call,
             DeskExportRequest  *request,
             GError            **error)
{
  const char *const *names = desk_cli_call_get_options (call, "resource");

  if (names == NULL)
    return add_everything (call, request, error);

  for (guint i = 0; names[i] != NULL; i++)
    add_query (call, request, desk_catalogue_find (names[i]));

  request->is_single = request->queries->len == 1;

  return TRUE;
}

static gboolean
check_consent (DeskCliCall  *call,
               GError      **error)
{
  const char *id = desk_cli_call_get_option (call, "consent");
  GListModel *consents = desk_directory_get_consents (desk_context_get_directory (call->context),
                                                      desk_cli_call_get_option (call, "user"));

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (consents, i);

      if (g_str_equal (desk_consent_get_id (consent), id))
        return TRUE;
    }

  if (id == NULL)
    return TRUE;

  g_set_error (error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND,
               _("There is no consent “%s” of this end user. List them with consentctl consents list."), id);

  return FALSE;
}

static void
show_progress_cb (DeskExport *export)
{
  g_printerr ("\r%3.0f %%\r", desk_export_get_progress (export) * 100);
}

static gboolean
write_file (DeskExport    *export,
            GCancellable  *cancellable,
            GError       **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  if (isatty (STDERR_FILENO))
    g_signal_connect (export, "notify::progress", G_CALLBACK (show_progress_cb), NULL);

  desk_export_run_async (export, cancellable, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);

  return desk_export_run_finish (export, result, error);
}

static void
build_left_out (JsonBuilder           *builder,
                const DeskExportTally *tally)
{
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_object (builder);
  for (guint i = DESK_EXPORT_REASON_NONE + 1; i < DESK_EXPORT_N_REASONS; i++)
    {
      if (tally->n_rows[i] == 0)
        continue;

      json_builder_set_member_name (builder, desk_export_reason_get_nick (i));
      json_builder_add_int_value (builder, tally->n_rows[i]);
    }

  json_builder_end_object (builder);
}

static void
build_tally (JsonBuilder           *builder,
             const DeskExportTally *tally)
{
  g_autofree char *reasons = desk_export_tally_dup_reasons (tally);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, tally->resource->name);
  json_builder_set_member_name (builder, "written");
  json_builder_add_int_value (builder, desk_export_tally_get_n_written (tally));
  json_builder_set_member_name (builder, "n_left_out");
  json_builder_add_int_value (builder, desk_export_tally_get_n_left_out (tally));
  build_left_out (builder, tally);
  json_builder_set_member_name (builder, "reasons");
  json_builder_add_string_value (builder, reasons);
  json_builder_end_object (builder);
}

static void
build_tallies (JsonBuilder *builder,
               GPtrArray   *tallies)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < tallies->len; i++)
    build_tally (builder, g_ptr_array_index (tallies, i));

  json_builder_end_array (builder);
}

static void
print_as_json (const DeskExportRequest *request,
               GPtrArray               *tallies)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *path = g_filename_display_name (request->path);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, path);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, desk_export_format_get_nick (request->format));
  json_builder_set_member_name (builder, "data_sets");
  build_tallies (builder, tallies);
  json_builder_end_object (builder);
  desk_cli_object_print_built (builder, TRUE);
}

static gboolean
print_as_table (GPtrArray  *tallies,
                GError    **error)
{
  static const char *const root_keys[] = { NULL };
  const DeskCliColumn columns[] = {
    { _("Data set"), "name", FALSE },
    { _("Written"), "written", TRUE },
    { _("Left out"), "n_left_out", TRUE },
    { _("Why"), "reasons", FALSE },
  };
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DeskJsonPage) page = NULL;
  g_autoptr(DeskCliRecords) records = desk_cli_records_new (FALSE, columns, G_N_ELEMENTS (columns));
  char *text;

  build_tallies (builder, tallies);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  bytes = g_bytes_new_take (text, strlen (text));
  page = desk_json_page_new (bytes, root_keys, error);
  if (page == NULL)
    return FALSE;

  desk_cli_records_add_page (records, page);
  desk_cli_records_end (records);

  return TRUE;
}

static gboolean
fetch_and_write (DeskCliCall        *call,
                 DeskExportRequest  *request,
                 GCancellable       *cancellable,
                 GError            **error)
{
  DeskStore *store = desk_context_get_store (call->context);
  g_autoptr(DeskSync) sync = NULL;
  g_autoptr(DeskExport) export = NULL;
  g_autoptr(GPtrArray) tallies = NULL;

  if (!desk_cli_sync_refresh (call, cancellable, error) || !check_consent (call, error))
    return FALSE;

  /* What is not asked for may fail. */
  sync = desk_cli_sync_run (call, store, cancellable, error);
  if (sync == NULL || !desk_cli_sync_check (sync, desk_cli_call_get_options (call, "resource"), error) ||
      !add_queries (call, request, error))
    return FALSE;

  request->now = desk_clock_get_now (desk_context_get_clock (call->context));
  export = desk_export_new (store, request);
  if (!write_file (export, cancellable, error))
    return FALSE;

  tallies = desk_export_dup_tallies (export);
  if (!call->as_json)
    return print_as_table (tallies, error);

  print_as_json (request, tallies);

  return TRUE;
}

static gboolean
interrupted_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return G_SOURCE_CONTINUE;
}

static gboolean
export_rows (DeskCliCall  *call,
             GError      **error)
{
  g_autoptr(DeskExportRequest) request = create_request (call, error);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  gboolean is_done;
  guint interrupt_id;
  guint end_id;

  if (request == NULL || !check_resources (call, request, error) || !check_path (request, error))
    return FALSE;

  /* A temporary file with somebody's bank data is not left behind. */
  interrupt_id = g_unix_signal_add (SIGINT, interrupted_cb, cancellable);
  end_id = g_unix_signal_add (SIGTERM, interrupted_cb, cancellable);
  is_done = fetch_and_write (call, request, cancellable, error);
  g_source_remove (interrupt_id);
  g_source_remove (end_id);

  return is_done;
}

const DeskCliCommand desk_cli_export_commands[] = {
  { "export", NULL, NULL, N_("Fetch what an end user shares and write it to a file"),
    "export --user eu_2yRHN2ag2y4p8kCtm5DOeccZEXB --format ofx --output mia.ofx",
    { { "user", N_("ID"), N_("The end user"), TRUE },
      { "format", N_("FORMAT"), N_("csv, json, ofx, qif, nem12 or sqlite"), TRUE },
      { "output", N_("PATH"), N_("The file; for several data sets as csv, a folder"), TRUE },
      { "resource", N_("DATA-SET"), N_("Only this data set; may be repeated"), FALSE },
      { "consent", N_("ID"), N_("Only what this consent shares"), FALSE },
      { "force", NULL, N_("Replace files that are there"), FALSE } }, FALSE, export_rows },
  { NULL },
};
