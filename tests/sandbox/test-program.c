/* test-program.c: the sandbox as a program, and its command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-options.h"

#include <libsoup/soup.h>
#include <string.h>

#include "desk-json.h"

static DeskSandboxOptions
parse (const char *const *arguments)
{
  g_autoptr(GError) error = NULL;
  DeskSandboxOptions options;

  g_assert_true (desk_sandbox_options_parse (&options, arguments, &error));
  g_assert_no_error (error);
  return options;
}

static void
test_options (void)
{
  const char *const arguments[] = {
    "sandbox", "--port", "1", "--auth-port", "2", "--bank-port=65535", "--seed", "18446744073709551615",
    "--now", "1970-01-01T00:00:01Z", "--data", "a", "--data", "b", "--state", "c", "--exit-with-stdin", "--quiet",
    "--transactions", "1000000", "--fault", "cut", "--fault", "popup", NULL
  };
  g_auto (DeskSandboxOptions) options = parse (arguments);

  g_assert_cmpuint (options.port, ==, 1);
  g_assert_cmpuint (options.auth_port, ==, 2);
  g_assert_cmpuint (options.bank_port, ==, 65535);
  g_assert_cmpuint (options.seed, ==, G_MAXUINT64);
  g_assert_true (options.has_now);
  g_assert_cmpint (options.now, ==, G_USEC_PER_SEC);
  g_assert_cmpstr (options.data[1], ==, "b");
  g_assert_cmpstr (options.faults[1], ==, "popup");
  g_assert_cmpstr (options.state, ==, "c");
  g_assert_true (options.exit_with_stdin);
  g_assert_true (options.quiet);
  g_assert_cmpuint (options.transactions, ==, 1000000);
}

static void
test_defaults (void)
{
  const char *const arguments[] = { "sandbox", NULL };
  g_auto (DeskSandboxOptions) first = parse (arguments);
  g_auto (DeskSandboxOptions) second = parse (arguments);

  g_assert_cmpuint (first.port, ==, 0);
  g_assert_false (first.has_now);
  g_assert_null (first.data);
  g_assert_cmpuint (first.seed, !=, second.seed);
}

static void
test_clear (void)
{
  const char *const arguments[] = { "sandbox", "--data", "a", "--state", "b", "--fault", "cut", NULL };
  DeskSandboxOptions options = parse (arguments);

  desk_sandbox_options_clear (&options);
  g_assert_null (options.data);
  g_assert_null (options.faults);
  g_assert_null (options.state);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *option;
    const char *value;
  } cases[] = {
    { "--port", "65536" }, { "--port", "x" }, { "--auth-port", "-1" }, { "--bank-port", "1.5" },
    { "--seed", "-1" }, { "--now", "today" }, { "--now", "0001-01-01T00:00:00Z" }, { "--now", "3000-01-01T00:00:00Z" }, { "--fault", "x" }, { "--webhook-url", "http://example.com/" }, { "--transactions", "0" }, { "--transactions", "60000001" }, { "stray", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const arguments[] = { "sandbox", cases[i].option, cases[i].value, NULL };
      g_auto (DeskSandboxOptions) options = { 0 };
      g_autoptr(GError) error = NULL;

      g_assert_false (desk_sandbox_options_parse (&options, arguments, &error));
      g_assert_cmpuint (error->domain, ==, G_OPTION_ERROR);
    }
}

/* Starts the program with the arguments up to NULL. */
static GSubprocess *
start_program (const char *first,
               ...)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  GSubprocess *process;
  va_list rest;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("DESK_TEST_SANDBOX"));
  va_start (rest, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);

  process = g_subprocess_newv ((const char *const *) arguments->pdata,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                               G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  return process;
}

static gboolean
has_program (void)
{
  if (g_getenv ("DESK_TEST_SANDBOX") != NULL)
    return TRUE;

  g_test_skip ("DESK_TEST_SANDBOX does not name the program");
  return FALSE;
}

/* Once its standard input closes the program ends; all that it printed is one line of JSON. */
static void
test_ready_line_and_end (void)
{
  static const char *const members[] = {
    "api", "auth", "bank", "control", "client_id", "client_secret", "webhook_secret"
  };
  g_autoptr(GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  DeskJsonSlice ready;

  if (!has_program ())
    return;

  process = start_program ("--exit-with-stdin", "--quiet", "--seed", "1", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &errors, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_cmpstr (errors, ==, "");
  g_assert_true (g_str_has_suffix (output, "}\n"));
  g_assert_null (strchr (g_strchomp (output), '\n'));
  g_assert_true (desk_json_parse (output, strlen (output), &ready, NULL));
  g_assert_cmpuint (desk_json_slice_count (ready), ==, G_N_ELEMENTS (members));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_cmpint (desk_json_slice_get_kind (desk_json_slice_get_member (ready, members[i])), ==, DESK_JSON_KIND_STRING);
}

static void
assert_exits (GSubprocess *process,
              int          code)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &errors, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, code);
  g_assert_cmpstr (output, ==, "");
  g_assert_true (strchr (errors, '\n') == errors + strlen (errors) - 1);
}

static void
test_exit_codes (void)
{
  g_autoptr(GSubprocess) option = NULL;
  g_autoptr(GSubprocess) fault = NULL;
  g_autoptr(GSubprocess) data = NULL;
  g_autoptr(GSubprocess) state = NULL;

  if (!has_program ())
    return;

  option = start_program ("--what", NULL);
  fault = start_program ("--fault", "data-error:503@nowhere", NULL);
  data = start_program ("--data", "/nonexistent/all-data.json", NULL);
  state = start_program ("--state", "/dev/null/state", NULL);
  assert_exits (option, 2);
  assert_exits (fault, 2);
  assert_exits (data, 2);
  assert_exits (state, 1);
}

static char *
dup_address (GSubprocess *process,
             const char  *name)
{
  g_autoptr(GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autofree char *line = NULL;
  DeskJsonSlice ready;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (output), FALSE);
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  g_assert_nonnull (line);
  g_assert_true (desk_json_parse (line, strlen (line), &ready, NULL));
  return desk_json_slice_dup_string (desk_json_slice_get_member (ready, name));
}

static void
test_faults (void)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(SoupSession) session = soup_session_new ();
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GBytes) answer = NULL;
  g_autofree char *api = NULL;
  g_autofree char *uri = NULL;

  if (!has_program ())
    return;

  process = start_program ("--exit-with-stdin", "--quiet", "--fault", "latency:1ms", "--fault", "http-502@institutions", NULL);
  api = dup_address (process, "api");
  uri = g_strconcat (api, "/institutions", NULL);
  message = soup_message_new ("GET", uri);
  answer = soup_session_send_and_read (session, message, NULL, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpuint (soup_message_get_status (message), ==, SOUP_STATUS_BAD_GATEWAY);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, NULL, NULL));
}

static void
test_https (void)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autofree char *auth = NULL;

  if (!has_program ())
    return;

  process = start_program ("--exit-with-stdin", "--quiet", "--fault", "tls-untrusted", NULL);
  auth = dup_address (process, "auth");
  g_assert_true (g_str_has_prefix (auth, "https://127.0.0.1:"));
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, NULL, NULL));
}

/* Requests are written to standard error without what could be personal. */
static void
test_says_requests (void)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(SoupSession) session = soup_session_new ();
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GBytes) answer = NULL;
  g_autofree char *api = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *errors = NULL;

  if (!has_program ())
    return;

  process = start_program ("--exit-with-stdin", NULL);
  api = dup_address (process, "api");
  uri = g_strconcat (api, "/end-users?email=a@example.com", NULL);
  message = soup_message_new ("GET", uri);
  answer = soup_session_send_and_read (session, message, NULL, NULL);
  g_assert_nonnull (answer);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &errors, NULL));
  g_assert_cmpstr (errors, ==, "api GET /v1/end-users 401\n");
}

static void
test_ends_with_signal (void)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GDataInputStream) output = NULL;
  g_autofree char *line = NULL;

  if (!has_program ())
    return;

  process = start_program ("--quiet", NULL);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  g_assert_nonnull (line);
  g_subprocess_send_signal (process, 15);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/options/are-read", test_options);
  g_test_add_func ("/options/have-defaults", test_defaults);
  g_test_add_func ("/options/are-cleared", test_clear);
  g_test_add_func ("/options/are-refused", test_refused);
  g_test_add_func ("/program/prints-one-line-and-ends-with-its-input", test_ready_line_and_end);
  g_test_add_func ("/program/says-what-is-wrong-and-exits", test_exit_codes);
  g_test_add_func ("/program/faults-are-on-from-the-start", test_faults);
  g_test_add_func ("/program/untrusted-pages-are-in-the-ready-line", test_https);
  g_test_add_func ("/program/says-requests-unless-quiet", test_says_requests);
  g_test_add_func ("/program/ends-with-a-signal", test_ends_with_signal);

  return g_test_run ();
}
