/* sandbox-fixture.c: a sandbox in this process, and somebody who talks to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-fixture.h"

#include <string.h>

#include "desk-instant.h"

static void
add_record (DeskSandboxCustomer *customer,
            const char          *data_set,
            const char          *json)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (desk_sandbox_customer_add_record (customer, data_set, json, &error));
  g_assert_no_error (error);
}

static void
add_transactions (DeskSandboxCustomer *customer)
{
  static const char *const rows[] = {
    "{\"account_id\":\"a1\",\"transaction_id\":\"t1\",\"status\":\"POSTED\",\"amount\":\"-10.50\","
    "\"posting_date_time\":\"2026-01-10T00:00:00Z\",\"category\":{\"secondary_category\":\"FOOD_X\"}}",
    "{\"account_id\":\"a1\",\"transaction_id\":\"t2\",\"status\":\"PENDING\",\"amount\":\"-1.00\"}",
    "{\"account_id\":\"a2\",\"transaction_id\":\"t3\",\"status\":\"POSTED\",\"amount\":\"1e1\","
    "\"posting_date_time\":\"2026-02-10T00:00:00Z\",\"category\":{\"secondary_category\":\"PAY_Y\"}}",
    "{\"account_id\":\"a1\",\"transaction_id\":\"t4\",\"status\":\"POSTED\",\"amount\":\"5.00\","
    "\"execution_date_time\":\"2026-02-01T00:00:00Z\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_record (customer, "banking.transactions", rows[i]);
}

static void
add_bank_customers (DeskSandboxDirectory *directory)
{
  g_autoptr(DeskSandboxCustomer) ada =
    desk_sandbox_customer_new ("ada", "Ada", "Ada@example.com", "1", "banking", DESK_SANDBOX_SOURCE_PERSONA, "test");
  g_autoptr(DeskSandboxCustomer) ben =
    desk_sandbox_customer_new ("ben", "Ben", "ben@example.com", "1", "banking", DESK_SANDBOX_SOURCE_DATA, "test");

  desk_sandbox_customer_add_account (ada, "a1", "Everyday", "xxxx 1", "Product");
  desk_sandbox_customer_add_account (ada, "a2", "Savings", "xxxx 2", NULL);
  add_record (ada, "banking.accounts", "{\"account_id\":\"a1\",\"odd\":0.10000000000000000555}");
  add_record (ada, "banking.accounts", "{\"account_id\":\"a2\"}");
  add_record (ada, "banking.balances", "{\"account_id\":\"a1\",\"current_balance\":\"1.00\"}");
  add_record (ada, "banking.balances", "{\"account_id\":\"a2\",\"current_balance\":\"2.00\"}");
  add_record (ada, "common.identity", "{\"customer\":{\"customer_u_type\":\"person\"}}");
  add_transactions (ada);
  desk_sandbox_directory_add_customer (directory, ada);

  desk_sandbox_customer_add_account (ben, "b1", "Everyday", "xxxx 3", NULL);
  add_record (ben, "banking.accounts", "{\"account_id\":\"b1\"}");
  desk_sandbox_directory_add_customer (directory, ben);
}

static void
add_energy_customer (DeskSandboxDirectory *directory)
{
  g_autoptr(DeskSandboxCustomer) ada =
    desk_sandbox_customer_new ("ada", "Ada", "ada@example.com", "2", "energy", DESK_SANDBOX_SOURCE_PERSONA, "test");

  desk_sandbox_customer_add_account (ada, "e1", "Home", "1", NULL);
  desk_sandbox_customer_add_account (ada, "e2", "Shed", "2", NULL);
  desk_sandbox_customer_add_service_point (ada, "e1", "s1");
  add_record (ada, "energy.accounts", "{\"account_id\":\"e1\"}");
  add_record (ada, "energy.accounts", "{\"account_id\":\"e2\"}");
  add_record (ada, "energy.service-points", "{\"service_point_id\":\"s1\"}");
  add_record (ada, "energy.service-points", "{\"service_point_id\":\"s2\"}");
  add_record (ada, "energy.usage", "{\"service_point_id\":\"s2\",\"read_start_date\":\"2026-01-01\"}");
  add_record (ada, "energy.usage", "{\"service_point_id\":\"s1\",\"read_start_date\":\"2026-01-01\"}");
  add_record (ada, "energy.usage", "{\"service_point_id\":\"s1\",\"read_start_date\":\"2026-01-03\"}");
  add_record (ada, "energy.usage", "{\"service_point_id\":\"s1\"}");
  add_record (ada, "common.identity", "{\"customer\":{\"customer_u_type\":\"person\"}}");
  desk_sandbox_directory_add_customer (directory, ada);
}

DeskSandboxDirectory *
sandbox_build_directory (void)
{
  DeskSandboxDirectory *directory = desk_sandbox_directory_new ();

  desk_sandbox_directory_add_institution (directory, desk_sandbox_institution_new ("1", "Test Bank", "banking", "#123456", 2));
  desk_sandbox_directory_add_institution (directory, desk_sandbox_institution_new ("2", "Test Energy", "energy", "#654321", 1));
  add_bank_customers (directory);
  add_energy_customer (directory);
  return directory;
}

gint64
sandbox_get_now (void)
{
  gint64 now;

  g_assert_true (desk_instant_parse (SANDBOX_NOW, &now, NULL));
  return now;
}

static char *
dup_ready (DeskJsonSlice  ready,
           const char    *name)
{
  char *text = desk_json_slice_dup_string (desk_json_slice_get_member (ready, name));

  g_assert_nonnull (text);
  return text;
}

static void
fetch_token (Sandbox *sandbox)
{
  sandbox_post (sandbox, "/token", "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}",
                desk_sandbox_state_get_client_id (sandbox->state),
                desk_sandbox_state_get_client_secret (sandbox->state));
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  sandbox->token = sandbox_dup (sandbox, "token");
}

void
sandbox_start (Sandbox              *sandbox,
               DeskSandboxState     *state,
               DeskSandboxDirectory *directory)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *line = NULL;
  DeskJsonSlice ready;

  *sandbox = (Sandbox) { 0 };
  sandbox->state = g_object_ref (state);
  sandbox->directory = g_object_ref (directory);
  sandbox->server = desk_sandbox_server_new (state, directory);
  g_assert_true (desk_sandbox_server_listen (sandbox->server, 0, 0, 0, &error));
  g_assert_no_error (error);

  line = desk_sandbox_server_dup_ready_line (sandbox->server);
  g_assert_true (desk_json_parse (line, strlen (line), &ready, NULL));
  sandbox->api = dup_ready (ready, "api");
  sandbox->auth = dup_ready (ready, "auth");
  sandbox->bank = dup_ready (ready, "bank");
  sandbox->control = dup_ready (ready, "control");
  sandbox->session = soup_session_new ();
  soup_session_add_feature_by_type (sandbox->session, SOUP_TYPE_COOKIE_JAR);
  fetch_token (sandbox);
}

void
sandbox_stop (Sandbox *sandbox)
{
  soup_session_abort (sandbox->session);
  g_clear_object (&sandbox->session);
  g_assert_finalize_object (sandbox->server);
  g_clear_object (&sandbox->directory);
  g_clear_object (&sandbox->state);
  g_clear_pointer (&sandbox->api, g_free);
  g_clear_pointer (&sandbox->auth, g_free);
  g_clear_pointer (&sandbox->bank, g_free);
  g_clear_pointer (&sandbox->control, g_free);
  g_clear_pointer (&sandbox->token, g_free);
  g_clear_pointer (&sandbox->bytes, g_bytes_unref);
  g_clear_pointer (&sandbox->headers, soup_message_headers_unref);
}

void
sandbox_set_up (Sandbox       *sandbox,
                gconstpointer  user_data)
{
  gint64 now = sandbox_get_now ();
  g_autoptr(DeskSandboxState) state = desk_sandbox_state_new (SANDBOX_SEED, &now);
  g_autoptr(DeskSandboxDirectory) directory = sandbox_build_directory ();

  sandbox_start (sandbox, state, directory);
}

void
sandbox_tear_down (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  sandbox_stop (sandbox);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GBytes **bytes = user_data;
  g_autoptr(GError) error = NULL;

  *bytes = soup_session_send_and_read_finish (SOUP_SESSION (object), result, &error);
  g_assert_no_error (error);
}

void
sandbox_send (Sandbox     *sandbox,
              SoupMessage *message)
{
  g_clear_pointer (&sandbox->bytes, g_bytes_unref);
  g_clear_pointer (&sandbox->headers, soup_message_headers_unref);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_session_send_and_read_async (sandbox->session, message, G_PRIORITY_DEFAULT, NULL, sent_cb, &sandbox->bytes);
  while (sandbox->bytes == NULL)
    g_main_context_iteration (NULL, TRUE);

  sandbox->status = soup_message_get_status (message);
  sandbox->headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  if (!desk_json_parse (g_bytes_get_data (sandbox->bytes, NULL), g_bytes_get_size (sandbox->bytes),
                        &sandbox->body, NULL))
    sandbox->body = DESK_JSON_SLICE_NONE;
}

void
sandbox_call (Sandbox    *sandbox,
              const char *method,
              const char *uri,
              const char *version,
              const char *body)
{
  g_autoptr(SoupMessage) message = soup_message_new (method, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  if (sandbox->token != NULL)
    {
      g_autofree char *value = g_strconcat ("Bearer ", sandbox->token, NULL);

      soup_message_headers_replace (headers, "Authorization", value);
    }
  if (version != NULL)
    soup_message_headers_replace (headers, "X-Fiskil-Version", version);
  if (body != NULL)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }

  sandbox_send (sandbox, message);
}

void
sandbox_get (Sandbox    *sandbox,
             const char *format,
             ...)
{
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;
  va_list arguments;

  va_start (arguments, format);
  path = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  uri = g_strconcat (sandbox->api, path, NULL);
  sandbox_call (sandbox, "GET", uri, NULL, NULL);
}

static void
post (Sandbox    *sandbox,
      const char *root,
      const char *path,
      const char *format,
      va_list     arguments) G_GNUC_PRINTF (4, 0);

static void
post (Sandbox    *sandbox,
      const char *root,
      const char *path,
      const char *format,
      va_list     arguments)
{
  g_autofree char *body = g_strdup_vprintf (format, arguments);
  g_autofree char *uri = g_strconcat (root, path, NULL);

  sandbox_call (sandbox, "POST", uri, NULL, body);
}

void
sandbox_post (Sandbox    *sandbox,
              const char *path,
              const char *format,
              ...)
{
  va_list arguments;

  va_start (arguments, format);
  post (sandbox, sandbox->api, path, format, arguments);
  va_end (arguments);
}

void
sandbox_control (Sandbox    *sandbox,
                 const char *path,
                 const char *format,
                 ...)
{
  va_list arguments;

  va_start (arguments, format);
  post (sandbox, sandbox->control, path, format, arguments);
  va_end (arguments);
}

char *
sandbox_dup (Sandbox    *sandbox,
             const char *path)
{
  return desk_json_slice_dup_text (desk_json_slice_get_path (sandbox->body, path));
}

guint
sandbox_count (Sandbox    *sandbox,
               const char *path)
{
  return desk_json_slice_count (path != NULL ? desk_json_slice_get_path (sandbox->body, path) : sandbox->body);
}

void
sandbox_assert (Sandbox    *sandbox,
                const char *path,
                const char *expected)
{
  g_autofree char *text = sandbox_dup (sandbox, path);

  g_assert_cmpstr (text, ==, expected);
}

void
sandbox_switch_fault (Sandbox    *sandbox,
                      const char *spec,
                      gboolean    on)
{
  sandbox_control (sandbox, "/faults", "{\"fault\":\"%s\",\"on\":%s}", spec, on ? "true" : "false");
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
}

char *
sandbox_add_end_user (Sandbox    *sandbox,
                      const char *email)
{
  sandbox_post (sandbox, "/end-users", "{\"email\":\"%s\",\"name\":\"Somebody\"}", email);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  return sandbox_dup (sandbox, "end_user_id");
}

char *
sandbox_grant (Sandbox    *sandbox,
               const char *end_user_id,
               const char *institution_id,
               const char *customer_id,
               const char *more)
{
  sandbox_control (sandbox, "/consents", "{\"end_user_id\":\"%s\",\"institution_id\":\"%s\",\"customer_id\":\"%s\"%s}",
                   end_user_id, institution_id, customer_id, more);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  return sandbox_dup (sandbox, "consent_id");
}
