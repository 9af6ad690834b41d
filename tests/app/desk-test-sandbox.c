/* desk-test-sandbox.c: the sandbox program, run by a test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-test-sandbox.h"

#include <libsoup/soup.h>

#include "desk-credentials.h"
#include "desk-json.h"
#include "desk-test-folder.h"

struct _DeskTestSandbox
{
  char             *folder;
  GSubprocess      *process;
  GDataInputStream *output;
  char             *api_uri;
  char             *auth_uri;
  char             *bank_uri;
  char             *token;
  SoupSession      *session;
};

gboolean
desk_test_sandbox_is_there (void)
{
  const char *program = g_getenv ("DESK_TEST_SANDBOX");

  if (program != NULL && g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
    return TRUE;

  g_test_skip ("DESK_TEST_SANDBOX names no program");

  return FALSE;
}

static DeskJsonSlice
parse (const char *text)
{
  DeskJsonSlice root;

  g_assert_true (desk_json_parse (text, strlen (text), &root, NULL));

  return root;
}

static char *
dup_member (const char *json,
            const char *path)
{
  return desk_json_slice_dup_string (desk_json_slice_get_path (parse (json), path));
}

static char *
dup_port_option (const char *option,
                 const char *uri)
{
  g_autoptr(GUri) parsed = uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_NONE, NULL) : NULL;

  return g_strdup_printf ("--%s=%d", option, parsed != NULL ? g_uri_get_port (parsed) : 0);
}

static void
take_ready_line (DeskTestSandbox *self,
                 const char      *line)
{
  g_autofree char *client_id = dup_member (line, "client_id");
  g_autofree char *client_secret = dup_member (line, "client_secret");
  g_autofree char *body = NULL;
  g_autofree char *answer = NULL;

  g_free (self->api_uri);
  g_free (self->auth_uri);
  g_free (self->bank_uri);
  self->api_uri = dup_member (line, "api");
  self->auth_uri = dup_member (line, "auth");
  self->bank_uri = dup_member (line, "bank");
  g_setenv (DESK_CREDENTIALS_CLIENT_ID_VARIABLE, client_id, TRUE);
  g_setenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE, client_secret, TRUE);

  g_clear_pointer (&self->token, g_free);
  body = g_strdup_printf ("{\"client_id\":\"%s\",\"client_secret\":\"%s\"}", client_id, client_secret);
  answer = desk_test_sandbox_call (self, "POST", "/v1/token", body);
  self->token = dup_member (answer, "token");
}

static void
start (DeskTestSandbox *self)
{
  g_autofree char *port = dup_port_option ("port", self->api_uri);
  g_autofree char *auth_port = dup_port_option ("auth-port", self->auth_uri);
  g_autofree char *bank_port = dup_port_option ("bank-port", self->bank_uri);
  g_autofree char *line = NULL;
  g_autoptr(GError) error = NULL;

  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                    g_getenv ("DESK_TEST_SANDBOX"), "--quiet", "--exit-with-stdin", "--state", self->folder,
                                    "--seed", "7", port, auth_port, bank_port, NULL);
  g_assert_no_error (error);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = g_data_input_stream_read_line (self->output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  take_ready_line (self, line);
}

DeskTestSandbox *
desk_test_sandbox_new (void)
{
  DeskTestSandbox *self = g_new0 (DeskTestSandbox, 1);

  self->folder = desk_test_folder_new ();
  self->session = soup_session_new ();
  start (self);

  return self;
}

void
desk_test_sandbox_kill (DeskTestSandbox *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
  g_clear_object (&self->output);
}

void
desk_test_sandbox_restart (DeskTestSandbox *self)
{
  g_assert_null (self->process);

  /* A connection to the process that is gone is of no use. */
  soup_session_abort (self->session);
  start (self);
}

void
desk_test_sandbox_free (DeskTestSandbox *self)
{
  if (self->process != NULL)
    desk_test_sandbox_kill (self);

  g_clear_object (&self->session);
  desk_test_folder_free (self->folder);
  g_free (self->api_uri);
  g_free (self->auth_uri);
  g_free (self->bank_uri);
  g_free (self->token);
  g_free (self);
}

const char *
desk_test_sandbox_get_api_uri (DeskTestSandbox *self)
{
  return self->api_uri;
}

const char *
desk_test_sandbox_get_auth_uri (DeskTestSandbox *self)
{
  return self->auth_uri;
}

char *
desk_test_sandbox_call (DeskTestSandbox *self,
                        const char      *method,
                        const char      *path,
                        const char      *body)
{
  g_autofree char *uri = g_uri_resolve_relative (self->api_uri, path, G_URI_FLAGS_NONE, NULL);
  g_autoptr(SoupMessage) message = soup_message_new (method, uri);
  g_autofree char *authorization = g_strconcat ("Bearer ", self->token, NULL);
  g_autoptr(GBytes) sent = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;
  g_autoptr(GBytes) received = NULL;
  g_autoptr(GError) error = NULL;

  if (self->token != NULL)
    soup_message_headers_append (soup_message_get_request_headers (message), "Authorization", authorization);

  if (sent != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", sent);

  received = soup_session_send_and_read (self->session, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message) / 100, ==, 2);

  return g_strndup (g_bytes_get_data (received, NULL), g_bytes_get_size (received));
}

static char *
dup_customer_member (DeskTestSandbox *self,
                     const char      *institution_id,
                     const char      *member)
{
  g_autofree char *answer = desk_test_sandbox_call (self, "GET", "/sandbox/customers", NULL);
  DeskJsonSlice customer;
  DeskJsonIter iter;

  desk_json_iter_init (&iter, desk_json_slice_get_member (parse (answer), "customers"));
  while (desk_json_iter_next (&iter, NULL, &customer))
    {
      if (desk_json_slice_equals_string (desk_json_slice_get_member (customer, "institution_id"), institution_id))
        return desk_json_slice_dup_string (desk_json_slice_get_member (customer, member));
    }

  g_assert_not_reached ();
}

char *
desk_test_sandbox_dup_login (DeskTestSandbox *self,
                             const char      *institution_id)
{
  return dup_customer_member (self, institution_id, "login");
}

char *
desk_test_sandbox_create_end_user (DeskTestSandbox *self,
                                   const char      *name,
                                   const char      *email)
{
  g_autofree char *body = g_strdup_printf ("{\"name\":\"%s\",\"email\":\"%s\"}", name, email);
  g_autofree char *answer = desk_test_sandbox_call (self, "POST", "/v1/end-users", body);

  return dup_member (answer, "end_user_id");
}

char *
desk_test_sandbox_grant (DeskTestSandbox *self,
                         const char      *end_user_id,
                         const char      *institution_id)
{
  g_autofree char *customer_id = dup_customer_member (self, institution_id, "customer_id");
  g_autofree char *body = NULL;
  g_autofree char *answer = NULL;

  body = g_strdup_printf ("{\"end_user_id\":\"%s\",\"institution_id\":\"%s\",\"customer_id\":\"%s\"}",
                          end_user_id, institution_id, customer_id);
  answer = desk_test_sandbox_call (self, "POST", "/sandbox/consents", body);

  return dup_member (answer, "consent_id");
}
