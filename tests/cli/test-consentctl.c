/* test-consentctl.c: tests of the command line program, on the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "desk-catalogue.h"
#include "desk-cli-exit.h"
#include "desk-credentials.h"
#include "desk-test-folder.h"
#include "desk-test-sandbox.h"

typedef struct
{
  DeskTestSandbox *sandbox;
  char            *folder;
  char            *end_user_id;
  char            *output; /* of the last call */
  char            *errors; /* of the last call */
} Fixture;

static gboolean
is_program_there (void)
{
  const char *program = g_getenv ("DESK_TEST_CONSENTCTL");

  if (program != NULL && g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
    return TRUE;

  g_test_skip ("DESK_TEST_CONSENTCTL names no program");

  return FALSE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  if (!is_program_there () || !desk_test_sandbox_is_there ())
    return;

  fixture->sandbox = desk_test_sandbox_new ();
  fixture->folder = desk_test_folder_new ();
  fixture->end_user_id = desk_test_sandbox_create_end_user (fixture->sandbox, "Mia Chen", "mia@example.com");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->sandbox, desk_test_sandbox_free);
  g_clear_pointer (&fixture->folder, desk_test_folder_free);
  g_free (fixture->end_user_id);
  g_free (fixture->output);
  g_free (fixture->errors);
}

static int
run (Fixture     *fixture,
     const char  *options,
     const char  *command)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *line = g_strdup_printf ("'%s' %s %s", g_getenv ("DESK_TEST_CONSENTCTL"), options, command);
  g_auto(GStrv) argv = NULL;

  g_assert_true (g_shell_parse_argv (line, NULL, &argv, NULL));
  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->errors, g_free);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "G_MESSAGES_DEBUG");
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->output, &fixture->errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  return g_subprocess_get_exit_status (process);
}

/* On the test's own sandbox. */
static int
call (Fixture    *fixture,
      const char *command)
{
  g_autofree char *options = g_strdup_printf ("--api %s --auth %s",
                                              desk_test_sandbox_get_api_uri (fixture->sandbox),
                                              desk_test_sandbox_get_auth_uri (fixture->sandbox));

  return run (fixture, options, command);
}

G_GNUC_PRINTF (2, 3)
static int
callf (Fixture    *fixture,
       const char *format,
       ...)
{
  g_autofree char *command = NULL;
  va_list arguments;

  va_start (arguments, format);
  command = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return call (fixture, command);
}

static JsonNode *
parse_output (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = json_from_string (fixture->output, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);

  return node;
}

static guint
count_output (Fixture *fixture)
{
  g_autoptr(JsonNode) node = parse_output (fixture);

  g_assert_true (JSON_NODE_HOLDS_ARRAY (node));

  return json_array_get_length (json_node_get_array (node));
}

static char *
dup_output_member (Fixture    *fixture,
                   const char *name)
{
  g_autoptr(JsonNode) node = parse_output (fixture);

  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));

  return g_strdup (json_object_get_string_member (json_node_get_object (node), name));
}

static void
test_usage_errors (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const commands[] = {
    "", "nothing", "users", "users fly", "users show", "users show a b", "users create", "users list --wings",
    "get", "get banking.nothing --user eu_1", "get banking.accounts", "get banking.accounts --user eu_1 --filter x=1",
    "get banking.transactions --user eu_1 --filter status", "--environment Sandbox users list",
    "--api-version v9 users list", "users update eu_1", "users create --email ''", "get banking.accounts --user ''",
    "export --user eu_1 --format csv", "export --user eu_1 --format xls --output /nowhere/x",
    "export --user eu_1 --format csv --output /nowhere/x --resource nothing",
    "export --user eu_1 --format ofx --output /nowhere/x --resource energy.usage",
    "export --user eu_1 --format csv --output /",
  };

  if (fixture->sandbox == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_assert_cmpint (call (fixture, commands[i]), ==, DESK_CLI_EXIT_USAGE);
      g_assert_cmpstr (fixture->output, ==, "");
      g_assert_true (g_str_has_prefix (fixture->errors, "consentctl: "));
    }
}

static void
test_environment_errors (Fixture       *fixture,
                         gconstpointer  data)
{
  if (fixture->sandbox == NULL)
    return;

  g_assert_cmpint (run (fixture, "--api http://127.0.0.1:1/v1", "users list"), ==, DESK_CLI_EXIT_USAGE);
  g_assert_cmpint (run (fixture, "--environment Nowhere", "users list"), ==, DESK_CLI_EXIT_USAGE);
  g_assert_cmpint (run (fixture, "--api http://fiskil.example/v1 --auth https://fiskil.example", "users list"), ==,
                   DESK_CLI_EXIT_USAGE);
}

static void
test_help_has_an_example_for_each_command (Fixture       *fixture,
                                           gconstpointer  data)
{
  static const char *const examples[] = {
    "consentctl users list", "consentctl users show", "consentctl users create", "consentctl users update",
    "consentctl users delete", "consentctl institutions list", "consentctl institutions show",
    "consentctl permissions list", "consentctl sessions create", "consentctl consents list",
    "consentctl consents revoke", "consentctl get", "consentctl export", "consentctl resources",
  };

  if (fixture->sandbox == NULL)
    return;

  g_assert_cmpint (run (fixture, "", "--help"), ==, DESK_CLI_EXIT_DONE);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    g_assert_nonnull (strstr (fixture->output, examples[i]));

  g_assert_cmpint (run (fixture, "", "users create --help"), ==, DESK_CLI_EXIT_DONE);
  g_assert_nonnull (strstr (fixture->output, "--email"));
  g_assert_nonnull (strstr (fixture->output, "[OPTION…] users create\n"));
  g_assert_cmpint (run (fixture, "", "get --help"), ==, DESK_CLI_EXIT_DONE);
  g_assert_nonnull (strstr (fixture->output, "[OPTION…] get DATA-SET\n"));
  g_assert_cmpint (run (fixture, "", "--version"), ==, DESK_CLI_EXIT_DONE);
  g_assert_true (g_str_has_prefix (fixture->output, "consentctl "));
}

static void
test_life_of_an_end_user (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *shown_id = NULL;
  g_autofree char *phone = NULL;

  if (fixture->sandbox == NULL)
    return;

  g_assert_cmpint (call (fixture, "--json users create --email tom@example.com --name 'Tom Reid'"), ==, 0);
  id = dup_output_member (fixture, "end_user_id");
  g_assert_cmpint (call (fixture, "--json users list"), ==, 0);
  g_assert_cmpuint (count_output (fixture), ==, 2);
  g_assert_cmpint (call (fixture, "users list --json --email tom@example.com"), ==, 0);
  g_assert_cmpuint (count_output (fixture), ==, 1);

  g_assert_cmpint (callf (fixture, "--json users update %s --phone +61400000000", id), ==, 0);
  g_assert_cmpint (callf (fixture, "--json users show %s", id), ==, 0);
  shown_id = dup_output_member (fixture, "id");
  phone = dup_output_member (fixture, "phone");
  g_assert_cmpstr (shown_id, ==, id);
  g_assert_cmpstr (phone, ==, "+61400000000");

  g_assert_cmpint (callf (fixture, "users delete %s", id), ==, 0);
  g_assert_cmpint (callf (fixture, "users delete %s", id), ==, DESK_CLI_EXIT_NOT_FOUND);
  g_assert_cmpint (callf (fixture, "--json users show %s", id), ==, DESK_CLI_EXIT_NOT_FOUND);
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_nonnull (strstr (fixture->errors, "err_"));
}

static void
test_institutions_and_permissions (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *name = NULL;
  guint n_all;

  if (fixture->sandbox == NULL)
    return;

  g_assert_cmpint (call (fixture, "--json institutions list"), ==, 0);
  n_all = count_output (fixture);
  g_assert_cmpint (call (fixture, "--json institutions list --industry energy"), ==, 0);
  g_assert_cmpuint (count_output (fixture), <, n_all);
  g_assert_cmpint (call (fixture, "--json institutions show " DESK_TEST_BANK), ==, 0);
  name = dup_output_member (fixture, "name");
  g_assert_nonnull (name);
  g_assert_cmpint (call (fixture, "institutions show 0"), ==, DESK_CLI_EXIT_NOT_FOUND);
  g_assert_cmpint (call (fixture, "--json permissions list"), ==, 0);
  g_assert_cmpuint (count_output (fixture), >, 0);
}

static void
test_sessions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *auth_url = NULL;

  if (fixture->sandbox == NULL)
    return;

  g_assert_cmpint (callf (fixture, "--json sessions create --user %s", fixture->end_user_id), ==, 0);
  auth_url = dup_output_member (fixture, "auth_url");
  g_assert_true (g_str_has_prefix (auth_url, desk_test_sandbox_get_auth_uri (fixture->sandbox)));
  g_assert_cmpint (callf (fixture, "sessions create --user %s --institution 0", fixture->end_user_id), ==,
                   DESK_CLI_EXIT_REFUSED);
}

static void
test_session_for_a_consent (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *consent_id = NULL;
  g_autofree char *auth_url = NULL;

  if (fixture->sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->sandbox, fixture->end_user_id, DESK_TEST_BANK);
  g_assert_cmpint (callf (fixture, "--json sessions create --user %s --arrangement %s", fixture->end_user_id, consent_id),
                   ==, 0);
  auth_url = dup_output_member (fixture, "auth_url");
  g_assert_nonnull (auth_url);
  g_assert_cmpint (callf (fixture, "sessions create --user %s --arrangement 0d5bd1a5-0000-4000-8000-000000000000",
                          fixture->end_user_id), ==, DESK_CLI_EXIT_REFUSED);
}

static void
test_consents (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *consent_id = NULL;

  if (fixture->sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->sandbox, fixture->end_user_id, DESK_TEST_BANK);
  g_assert_cmpint (callf (fixture, "--json consents list --user %s --active true", fixture->end_user_id), ==, 0);
  g_assert_cmpuint (count_output (fixture), ==, 1);
  g_assert_cmpint (callf (fixture, "consents revoke %s", consent_id), ==, 0);
  g_assert_cmpint (callf (fixture, "--json consents list --active true"), ==, 0);
  g_assert_cmpstr (fixture->output, ==, "[]\n");
  g_assert_cmpint (call (fixture, "consents revoke 0d5bd1a5-0000-4000-8000-000000000000"), ==, DESK_CLI_EXIT_NOT_FOUND);
}

static void
test_export_writes_and_says_what (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *consent_id = NULL;
  g_autofree char *path = NULL;
  g_autofree char *written = NULL;
  g_autofree char *received = NULL;

  if (fixture->sandbox == NULL)
    return;

  path = g_build_filename (fixture->folder, "accounts.json", NULL);
  consent_id = desk_test_sandbox_grant (fixture->sandbox, fixture->end_user_id, DESK_TEST_BANK);
  g_assert_cmpint (callf (fixture, "--json export --user %s --format json --resource banking.accounts --output %s",
                          fixture->end_user_id, path), ==, 0);
  g_assert_nonnull (strstr (fixture->output, "{\"name\":\"banking.accounts\",\"written\":"));
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpint (callf (fixture, "--json get banking.accounts --user %s", fixture->end_user_id), ==, 0);
  received = g_strdup (fixture->output);
  g_assert_cmpuint (strlen (written), ==, strlen (received));

  g_assert_cmpint (callf (fixture, "export --user %s --format json --resource banking.accounts --output %s",
                          fixture->end_user_id, path), ==, DESK_CLI_EXIT_USAGE);
  g_assert_cmpint (callf (fixture, "export --user %s --format json --resource banking.accounts --output %s --force",
                          fixture->end_user_id, path), ==, 0);
}

static void
test_export_names_what_is_not_there (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *consent_id = NULL;

  if (fixture->sandbox == NULL)
    return;

  g_assert_cmpint (callf (fixture, "export --user %s --format json --output %s/x", fixture->end_user_id, fixture->folder),
                   ==, DESK_CLI_EXIT_NOT_FOUND);
  g_assert_cmpint (callf (fixture, "export --user eu_nobody --format json --output %s/x", fixture->folder), ==,
                   DESK_CLI_EXIT_NOT_FOUND);
  consent_id = desk_test_sandbox_grant (fixture->sandbox, fixture->end_user_id, DESK_TEST_BANK);
  g_assert_cmpint (callf (fixture, "export --user %s --format nem12 --output %s/x", fixture->end_user_id, fixture->folder),
                   ==, DESK_CLI_EXIT_NOT_FOUND);
  g_assert_cmpint (callf (fixture, "export --user %s --consent c --format json --output %s/x", fixture->end_user_id,
                          fixture->folder), ==, DESK_CLI_EXIT_NOT_FOUND);
}

static void
test_get_gives_the_received_records (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *consent_id = NULL;
  g_autofree char *path = NULL;
  g_autofree char *received = NULL;
  g_auto(GStrv) lines = NULL;

  if (fixture->sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->sandbox, fixture->end_user_id, DESK_TEST_BANK);
  g_assert_cmpint (callf (fixture, "--json get banking.accounts --user %s", fixture->end_user_id), ==, 0);
  g_assert_cmpuint (count_output (fixture), >, 1);

  path = g_strconcat ("/v1/banking/accounts?end_user_id=", fixture->end_user_id, NULL);
  received = desk_test_sandbox_call (fixture->sandbox, "GET", path, NULL);
  lines = g_strsplit (fixture->output, "\n", -1);
  for (guint i = 1; i + 2 < g_strv_length (lines); i++)
    {
      gsize length = strlen (lines[i]);

      if (g_str_has_suffix (lines[i], ","))
        lines[i][length - 1] = '\0';

      g_assert_nonnull (strstr (received, lines[i]));
    }
}

static void
test_get_brings_every_page (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *consent_id = NULL;
  guint n_all;

  if (fixture->sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->sandbox, fixture->end_user_id, DESK_TEST_BANK);
  g_assert_cmpint (callf (fixture, "--json get banking.transactions --user %s --filter page[size]=1000",
                          fixture->end_user_id), ==, 0);
  n_all = count_output (fixture);
  g_assert_cmpuint (n_all, >, 25);
  g_assert_cmpint (callf (fixture, "--json get banking.transactions --user %s", fixture->end_user_id), ==, 0);
  g_assert_cmpuint (count_output (fixture), ==, n_all);
  g_assert_cmpint (callf (fixture, "--json get banking.transactions --user %s --filter status=PENDING",
                          fixture->end_user_id), ==, 0);
  g_assert_cmpuint (count_output (fixture), <, n_all);
  g_assert_cmpint (callf (fixture, "get banking.accounts --user %s", fixture->end_user_id), ==, 0);
  g_assert_cmpint (call (fixture, "get banking.accounts --user eu_nobody"), ==, DESK_CLI_EXIT_NOT_FOUND);
}

/* How many records there are of a data set, with the filters that may follow its name. */
static guint
count_got (Fixture    *fixture,
           const char *request)
{
  g_assert_cmpint (callf (fixture, "--json get --user %s %s", fixture->end_user_id, request), ==, DESK_CLI_EXIT_DONE);

  return count_output (fixture);
}

static void
test_get_reaches_every_data_set (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *bank = NULL;
  g_autofree char *retailer = NULL;
  const DeskResource *const *resources;
  guint n_resources;

  if (fixture->sandbox == NULL)
    return;

  bank = desk_test_sandbox_grant (fixture->sandbox, fixture->end_user_id, DESK_TEST_BANK);
  retailer = desk_test_sandbox_grant (fixture->sandbox, fixture->end_user_id, DESK_TEST_RETAILER);
  resources = desk_catalogue_get_resources (&n_resources);
  for (guint i = 0; i < n_resources; i++)
    g_assert_cmpuint (count_got (fixture, resources[i]->name), >, 0);
}

static void
test_get_of_one_institution_or_row (Fixture       *fixture,
                                    gconstpointer  data)
{
  guint n_products;

  if (fixture->sandbox == NULL)
    return;

  /* Without a consent there is no institution to ask, unless it is named. */
  g_assert_cmpuint (count_got (fixture, "banking.products"), ==, 0);
  n_products = count_got (fixture, "banking.products --filter institution_id=" DESK_TEST_BANK);
  g_assert_cmpuint (n_products, >, 1);
  g_assert_cmpuint (count_got (fixture, "banking.product-detail --filter institution_id=" DESK_TEST_BANK), ==, n_products);
  g_assert_cmpuint (count_got (fixture, "banking.product-detail --filter product_id=wattle-everyday"), ==, 1);
  g_assert_cmpuint (count_got (fixture, "energy.plans --filter retailer_id=nobody"), ==, 0);
  g_assert_cmpint (callf (fixture, "get banking.product-detail --user %s --filter product_id=nothing",
                          fixture->end_user_id), ==, DESK_CLI_EXIT_NOT_FOUND);
}

static void
test_resources_need_no_service (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(JsonNode) node = NULL;
  JsonObject *first;

  if (fixture->sandbox == NULL)
    return;

  g_assert_cmpint (run (fixture, "", "resources --json"), ==, 0);
  node = parse_output (fixture);
  first = json_array_get_object_element (json_node_get_array (node), 0);
  g_assert_cmpstr (json_object_get_string_member (first, "name"), ==, "banking.accounts");
  g_assert_true (json_object_has_member (first, "path"));
  g_assert_true (json_object_has_member (first, "permission"));
  g_assert_true (json_object_has_member (first, "event"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (first, "fields")), >, 0);
}

static void
test_wrong_credentials (Fixture       *fixture,
                        gconstpointer  data)
{
  if (fixture->sandbox == NULL)
    return;

  g_setenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE, "a-wrong-secret", TRUE);
  g_assert_cmpint (call (fixture, "users list"), ==, DESK_CLI_EXIT_NOT_AUTHORISED);
  g_assert_null (strstr (fixture->errors, "a-wrong-secret"));
  g_unsetenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE);
  g_assert_cmpint (call (fixture, "users list"), ==, DESK_CLI_EXIT_NOT_AUTHORISED);
}

static void
test_service_that_is_gone (Fixture       *fixture,
                           gconstpointer  data)
{
  if (fixture->sandbox == NULL)
    return;

  desk_test_sandbox_kill (fixture->sandbox);
  g_assert_cmpint (call (fixture, "--json users list"), ==, DESK_CLI_EXIT_NETWORK);
  g_assert_cmpstr (fixture->output, ==, "");
}

static void
test_built_in_sandbox_keeps_its_state (Fixture       *fixture,
                                       gconstpointer  data)
{
  if (fixture->sandbox == NULL)
    return;

  g_assert_cmpint (run (fixture, "", "users create --email kim@example.com"), ==, 0);
  g_assert_cmpint (run (fixture, "--environment Sandbox", "users list --json"), ==, 0);
  g_assert_cmpuint (count_output (fixture), ==, 1);
}

/* What it names is gone with the sandbox. */
static void
test_built_in_session_cannot_be_opened (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *end_user_id = NULL;
  g_autofree char *command = NULL;

  if (fixture->sandbox == NULL)
    return;

  g_assert_cmpint (run (fixture, "--json", "users create --email kim@example.com"), ==, 0);
  end_user_id = dup_output_member (fixture, "end_user_id");
  command = g_strdup_printf ("sessions create --user %s", end_user_id);
  g_assert_cmpint (run (fixture, "", command), ==, 0);
  g_assert_nonnull (strstr (fixture->errors, "consent-desk-sandbox"));

  g_assert_cmpint (callf (fixture, "sessions create --user %s", fixture->end_user_id), ==, 0);
  g_assert_cmpstr (fixture->errors, ==, "");
}

/* As with head: who has read enough closes. */
static void
test_reader_may_leave (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *script = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr(GSubprocess) process = NULL;

  if (fixture->sandbox == NULL)
    return;

  script = g_strdup_printf ("'%s' --json --api %s --auth %s institutions list | true; '%s' resources --json | head -c 1",
                            g_getenv ("DESK_TEST_CONSENTCTL"),
                            desk_test_sandbox_get_api_uri (fixture->sandbox),
                            desk_test_sandbox_get_auth_uri (fixture->sandbox),
                            g_getenv ("DESK_TEST_CONSENTCTL"));
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, NULL,
                              "sh", "-c", script, NULL);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &errors, NULL);
  g_assert_cmpstr (output, ==, "[");
  g_assert_cmpstr (errors, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/consentctl/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("usage-errors", test_usage_errors);
  ADD ("environment-errors", test_environment_errors);
  ADD ("help-has-an-example-for-each-command", test_help_has_an_example_for_each_command);
  ADD ("life-of-an-end-user", test_life_of_an_end_user);
  ADD ("institutions-and-permissions", test_institutions_and_permissions);
  ADD ("sessions", test_sessions);
  ADD ("session-for-a-consent", test_session_for_a_consent);
  ADD ("consents", test_consents);
  ADD ("get-gives-the-received-records", test_get_gives_the_received_records);
  ADD ("export-writes-and-says-what", test_export_writes_and_says_what);
  ADD ("export-names-what-is-not-there", test_export_names_what_is_not_there);
  ADD ("get-brings-every-page", test_get_brings_every_page);
  ADD ("get-reaches-every-data-set", test_get_reaches_every_data_set);
  ADD ("get-of-one-institution-or-row", test_get_of_one_institution_or_row);
  ADD ("resources-need-no-service", test_resources_need_no_service);
  ADD ("wrong-credentials", test_wrong_credentials);
  ADD ("service-that-is-gone", test_service_that_is_gone);
  ADD ("built-in-sandbox-keeps-its-state", test_built_in_sandbox_keeps_its_state);
  ADD ("built-in-session-cannot-be-opened", test_built_in_session_cannot_be_opened);
  ADD ("reader-may-leave", test_reader_may_leave);
#undef ADD

  return g_test_run ();
}
