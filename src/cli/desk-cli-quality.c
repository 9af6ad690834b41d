/* desk-cli-quality.c: the command that checks the data of an end user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <unistd.h>

#include "desk-api-error.h"
#include "desk-cli-command.h"
#include "desk-cli-object.h"
#include "desk-cli-records.h"
#include "desk-cli-sync.h"
#include "desk-quality-csv.h"
#include "desk-quality-finding.h"
#include "desk-quality-run.h"

static gboolean
check_resources (DeskCliCall  *call,
                 GError      **error)
{
  const char *const *names = desk_cli_call_get_options (call, "resource");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (desk_cli_call_find_resource (names[i], error) == NULL)
      return FALSE;

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
progress_cb (DeskQualityRun *run)
{
  /* Translators: how much of the data is checked; %% is a percent sign. */
  g_printerr (_("\rChecking: %.0f %%"), 100 * desk_quality_run_get_progress (run));
}

static GListModel *
check (DeskCliCall  *call,
       GError      **error)
{
  g_autoptr(DeskQualityRun) run = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  GListModel *findings;

  run = desk_quality_run_new (desk_context_get_store (call->context), desk_cli_call_get_option (call, "user"),
                              desk_cli_call_get_option (call, "consent"));
  if (isatty (STDERR_FILENO))
    g_signal_connect (run, "notify::progress", G_CALLBACK (progress_cb), NULL);
  desk_quality_run_async (run, NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);
  findings = desk_quality_run_finish (run, result, error);

  if (isatty (STDERR_FILENO))
    g_printerr ("\n");
  if (findings != NULL)
    g_printerr (g_dngettext (GETTEXT_PACKAGE, "%u row checked\n", "%u rows checked\n", desk_quality_run_get_n_rows (run)),
                desk_quality_run_get_n_rows (run));

  return findings;
}

/* References look into every data set, so all are checked, whichever are asked for. */
static GListModel *
choose (GListModel        *findings,
        const char *const *names)
{
  GListStore *chosen = g_list_store_new (DESK_TYPE_QUALITY_FINDING);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(DeskQualityFinding) finding = g_list_model_get_item (findings, i);

      if (names == NULL || g_strv_contains (names, desk_quality_finding_get_resource (finding)->name))
        g_list_store_append (chosen, finding);
    }

  return G_LIST_MODEL (chosen);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_finding (JsonBuilder        *builder,
             DeskQualityFinding *finding)
{
  DeskQualityRule rule = desk_quality_finding_get_rule (finding);

  json_builder_begin_object (builder);
  add_text (builder, "resource", desk_quality_finding_get_resource (finding)->name);
  add_text (builder, "rule", desk_quality_rule_get_name (rule));
  add_text (builder, "severity", desk_quality_severity_get_name (desk_quality_rule_get_severity (rule)));
  add_text (builder, "field", desk_quality_finding_get_field (finding));
  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, desk_quality_finding_get_count (finding));
  add_text (builder, "example", desk_quality_finding_get_example (finding));
  add_text (builder, "path", desk_quality_finding_get_path (finding));
  json_builder_end_object (builder);
}

static char *
build_findings (GListModel *findings)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(DeskQualityFinding) finding = g_list_model_get_item (findings, i);

      add_finding (builder, finding);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static gboolean
print_findings (DeskCliCall  *call,
                GListModel   *findings,
                GError      **error)
{
  static const char *const root_keys[] = { "findings", NULL };
  const DeskCliColumn columns[] = {
    { _("Severity"), "severity", FALSE }, { _("Data set"), "resource", FALSE }, { _("Rule"), "rule", FALSE },
    { _("Count"), "count", TRUE }, { _("Field"), "field", FALSE }, { _("Example"), "example", FALSE },
    { _("Path"), "path", FALSE },
  };
  char *text = build_findings (findings);
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr(DeskCliRecords) records = NULL;
  g_autoptr(DeskJsonPage) page = NULL;
  DeskJsonSlice root;

  if (call->as_json)
    {
      if (!desk_json_parse (text, strlen (text), &root, error))
        return FALSE;
      desk_cli_object_print (root, TRUE);
      return TRUE;
    }

  page = desk_json_page_new (bytes, root_keys, error);
  if (page == NULL)
    return FALSE;

  records = desk_cli_records_new (FALSE, columns, G_N_ELEMENTS (columns));
  desk_cli_records_add_page (records, page);
  desk_cli_records_end (records);

  return TRUE;
}

/* Only the user of this computer may read it: examples are personal data. */
static gboolean
write_csv (DeskCliCall  *call,
           GListModel   *findings,
           GError      **error)
{
  const char *path = desk_cli_call_get_option (call, "csv");
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) csv = NULL;

  if (path == NULL)
    return TRUE;

  file = g_file_new_for_commandline_arg (path);
  csv = desk_quality_csv_new (findings);

  return g_file_replace_contents (file, g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), NULL, FALSE,
                                  G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, error);
}

static gboolean
run_quality (DeskCliCall  *call,
             GError      **error)
{
  const char *const *names = desk_cli_call_get_options (call, "resource");
  g_autoptr(DeskSync) sync = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GListModel) chosen = NULL;

  if (!check_resources (call, error) || !desk_cli_sync_refresh (call, NULL, error) || !check_consent (call, error))
    return FALSE;

  sync = desk_cli_sync_run (call, desk_context_get_store (call->context), NULL, error);
  if (sync == NULL)
    return FALSE;

  findings = check (call, error);
  if (findings == NULL)
    return FALSE;

  chosen = choose (findings, names);

  /* What came is shown also if something else did not come. */
  return print_findings (call, chosen, error) && write_csv (call, chosen, error) &&
         desk_cli_sync_check (sync, names, error);
}

const DeskCliCommand desk_cli_quality_commands[] = {
  { "quality", NULL, NULL, N_("Fetch what an end user shares, and list what does not fit the standard"),
    "quality --user eu_2yRHN2ag2y4p8kCtm5DOeccZEXB --resource energy.usage --csv findings.csv",
    { { "user", N_("ID"), N_("The end user"), TRUE },
      { "consent", N_("ID"), N_("Only rows of this consent"), FALSE },
      { "resource", N_("NAME"), N_("Only findings in this data set; may be repeated"), FALSE },
      { "csv", N_("PATH"), N_("Write the findings to this file too"), FALSE } }, FALSE, run_quality },
  { NULL },
};
