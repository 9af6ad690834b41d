/* test-output.c: tests of what is written for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "desk-api-error.h"
#include "desk-cli-call.h"
#include "desk-cli-exit.h"
#include "desk-cli-object.h"
#include "desk-cli-options.h"
#include "desk-cli-records.h"
#include "desk-cli-text.h"
#include "desk-environment.h"

static const DeskCliColumn columns[] = {
  { "ID", "id", FALSE },
  { "Amount", "amount", TRUE },
  { "Note", "note", FALSE },
};

static void
test_control_characters_are_escaped (void)
{
  g_autofree char *safe = desk_cli_text_make_safe ("a\x1b[2J\nb\xc2\x9b\xe2\x80\xae" "c");
  g_autofree char *nothing = desk_cli_text_make_safe (NULL);

  g_assert_cmpstr (safe, ==, "a\\u{1b}[2J\\u{a}b\\u{9b}\\u{202e}c");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_long_text_is_shortened (void)
{
  g_autofree char *whole = desk_cli_text_shorten ("äbc", 3);
  g_autofree char *cut = desk_cli_text_shorten ("äbcd", 3);

  g_assert_cmpstr (whole, ==, "äbc");
  g_assert_cmpstr (cut, ==, "äb…");
}

static void
test_width_is_that_of_a_terminal (void)
{
  g_assert_cmpuint (desk_cli_text_measure ("abc"), ==, 3);
  g_assert_cmpuint (desk_cli_text_measure ("日本"), ==, 4);
  g_assert_cmpuint (desk_cli_text_measure ("e\xcc\x81"), ==, 1);
}

static DeskJsonPage *
make_page (const char *json)
{
  static const char *const keys[] = { NULL };
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr(GError) error = NULL;
  DeskJsonPage *page = desk_json_page_new (bytes, keys, &error);

  g_assert_no_error (error);

  return page;
}

static void
print_table (void)
{
  g_autoptr(DeskCliRecords) records = desk_cli_records_new (FALSE, columns, G_N_ELEMENTS (columns));
  g_autoptr(DeskJsonPage) page = make_page ("[{\"id\":\"a\",\"amount\":\"-1.50\",\"note\":\"x\"},"
                                            "{\"id\":\"bcd\",\"amount\":\"10.00\",\"note\":null}]");

  desk_cli_records_add_page (records, page);
  desk_cli_records_end (records);
}

static void
test_table_is_aligned (void)
{
  if (g_test_subprocess ())
    {
      print_table ();
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*ID   Amount  Note\na     -1.50  x\nbcd   10.00  \n*");
}

static void
print_restarted (void)
{
  g_autoptr(DeskCliRecords) records = desk_cli_records_new (TRUE, columns, G_N_ELEMENTS (columns));
  g_autoptr(DeskJsonPage) first = make_page ("[{\"id\":1},{\"id\":1.0}]");
  g_autoptr(DeskJsonPage) second = make_page ("[{\"id\":1},{\"id\":2}]");

  desk_cli_records_add_page (records, first);
  desk_cli_records_restart (records);
  desk_cli_records_add_page (records, second);
  desk_cli_records_end (records);
}

static void
test_restart_repeats_nothing (void)
{
  if (g_test_subprocess ())
    {
      print_restarted ();
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*[\n{\"id\":1},\n{\"id\":1.0},\n{\"id\":2}\n]\n*");
}

static void
print_cut_list (void)
{
  g_autoptr(DeskCliRecords) records = desk_cli_records_new (TRUE, columns, G_N_ELEMENTS (columns));
  g_autoptr(DeskJsonPage) page = make_page ("[{\"id\":1}]");

  desk_cli_records_add_page (records, page);
}

static void
test_cut_list_is_json (void)
{
  if (g_test_subprocess ())
    {
      print_cut_list ();
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_stdout ("*[\n{\"id\":1}\n]\n*");
}

static void
test_object_is_a_line_for_each_member (void)
{
  if (g_test_subprocess ())
    {
      desk_cli_object_print_text ("name", "a\nb", FALSE);
      desk_cli_object_print_text ("name", "a\nb", TRUE);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_stdout ("*name: a\\u{a}b\n{\"name\":\"a\\nb\"}\n*");
}

static void
test_errors_have_their_exit_code (void)
{
  const struct
  {
    GQuark      domain;
    int         code;
    DeskCliExit exit;
  } cases[] = {
    { DESK_API_ERROR, DESK_API_ERROR_REJECTED, DESK_CLI_EXIT_REFUSED },
    { DESK_API_ERROR, DESK_API_ERROR_UNAVAILABLE, DESK_CLI_EXIT_REFUSED },
    { DESK_API_ERROR, DESK_API_ERROR_FORBIDDEN, DESK_CLI_EXIT_NOT_AUTHORISED },
    { DESK_API_ERROR, DESK_API_ERROR_NOT_AUTHORISED, DESK_CLI_EXIT_NOT_AUTHORISED },
    { DESK_API_ERROR, DESK_API_ERROR_TLS, DESK_CLI_EXIT_NETWORK },
    { DESK_API_ERROR, DESK_API_ERROR_UNCERTAIN, DESK_CLI_EXIT_NETWORK },
    { DESK_API_ERROR, DESK_API_ERROR_UNSAFE_LINK, DESK_CLI_EXIT_BAD_DATA },
    { DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND, DESK_CLI_EXIT_NOT_FOUND },
    { DESK_JSON_ERROR, DESK_JSON_ERROR_SYNTAX, DESK_CLI_EXIT_BAD_DATA },
    { DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_CREDENTIALS, DESK_CLI_EXIT_NOT_AUTHORISED },
    { DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX, DESK_CLI_EXIT_NETWORK },
    { DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_UNKNOWN, DESK_CLI_EXIT_USAGE },
    { G_OPTION_ERROR, G_OPTION_ERROR_FAILED, DESK_CLI_EXIT_USAGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = g_error_new_literal (cases[i].domain, cases[i].code, "x");

      g_assert_cmpint (desk_cli_exit_from_error (error), ==, cases[i].exit);
    }
}

static void
test_options_before_and_after_the_command (void)
{
  const char *const argv[] = { "consentctl", "--api", "https://api.example/v1", "get", "banking.accounts", "--json",
                               "--user", "eu_1", "--filter", "a=1", "--filter", "b=2", "--auth", "https://auth.example",
                               "--api-version", "v2", NULL };
  g_autoptr(DeskCliCall) call = desk_cli_call_new ();
  g_autoptr(DeskCliOptions) options = NULL;
  g_autoptr(DeskEnvironment) environment = NULL;
  g_autoptr(GError) error = NULL;

  options = desk_cli_options_parse (argv, call, &error);
  g_assert_no_error (error);
  g_assert_true (call->as_json);
  g_assert_cmpstr (call->argument, ==, "banking.accounts");
  g_assert_cmpstr (desk_cli_call_get_option (call, "user"), ==, "eu_1");
  g_assert_cmpstr (desk_cli_call_get_options (call, "filter")[0], ==, "a=1");
  g_assert_cmpstr (desk_cli_call_get_option (call, "filter"), ==, "b=2");
  g_assert_null (desk_cli_call_get_option (call, "nothing"));

  environment = desk_cli_options_find_environment (options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (desk_environment_get_api_uri (environment), ==, "https://api.example/v1");
  g_assert_cmpstr (desk_environment_get_auth_uri (environment), ==, "https://auth.example");
  g_assert_cmpstr (desk_environment_get_api_version (environment), ==, "v2");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/output/control-characters-are-escaped", test_control_characters_are_escaped);
  g_test_add_func ("/output/long-text-is-shortened", test_long_text_is_shortened);
  g_test_add_func ("/output/width-is-that-of-a-terminal", test_width_is_that_of_a_terminal);
  g_test_add_func ("/output/table-is-aligned", test_table_is_aligned);
  g_test_add_func ("/output/restart-repeats-nothing", test_restart_repeats_nothing);
  g_test_add_func ("/output/cut-list-is-json", test_cut_list_is_json);
  g_test_add_func ("/output/object-is-a-line-for-each-member", test_object_is_a_line_for_each_member);
  g_test_add_func ("/output/errors-have-their-exit-code", test_errors_have_their_exit_code);
  g_test_add_func ("/output/options-before-and-after-the-command", test_options_before_and_after_the_command);

  return g_test_run ();
}
