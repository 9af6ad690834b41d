/* test-failure.c: errors made of bad answers and broken exchanges
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-error-private.h"
#include "desk-api-failure.h"

static GError *
fail (guint       status,
      const char *body)
{
  g_autoptr(DeskApiAnswer) answer = desk_api_answer_new (status, g_bytes_new (body, strlen (body)));

  return desk_api_failure_new_from_answer (answer, NULL, TRUE);
}

static void
assert_details (const GError *error,
                const char   *name,
                const char   *message,
                const char   *error_id)
{
  g_assert_cmpstr (desk_api_error_get_name (error), ==, name);
  g_assert_cmpstr (desk_api_error_get_message (error), ==, message);
  g_assert_cmpstr (desk_api_error_get_error_id (error), ==, error_id);
}

static void
test_keeps_details (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) copy = NULL;

  error = desk_api_error_new_with_details (DESK_API_ERROR_REJECTED, "text", 400, "n", "m", "i");
  copy = g_error_copy (error);

  g_assert_error (copy, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
  g_assert_cmpstr (copy->message, ==, "text");
  g_assert_cmpuint (desk_api_error_get_status (copy), ==, 400);
  assert_details (copy, "n", "m", "i");
}

static void
test_errors_of_others_have_no_details (void)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "x");

  g_assert_cmpuint (desk_api_error_get_status (error), ==, 0);
  assert_details (error, NULL, NULL, NULL);
  g_assert_cmpuint (desk_api_error_get_status (NULL), ==, 0);
  assert_details (NULL, NULL, NULL, NULL);
}

static void
test_has_own_domain (void)
{
  g_assert_cmpstr (g_quark_to_string (desk_api_error_quark ()), ==, "DeskApiError");
}

static void
test_reads_envelope_of_data_calls (void)
{
  g_autoptr(GError) error = fail (400, "{\"id\":\"err_1\",\"name\":\"InvalidRequest\",\"message\":\"no id\"}");

  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
  g_assert_cmpuint (desk_api_error_get_status (error), ==, 400);
  assert_details (error, "InvalidRequest", "no id", "err_1");
  g_assert_nonnull (strstr (error->message, "“no id”"));
}

static void
test_reads_envelope_of_core_calls (void)
{
  g_autoptr(GError) error = NULL;

  error = fail (403, "{\"id\":\"err_2\",\"name\":\"insufficient_scopes\",\"message\":\"scope\","
                     "\"temporary\":false,\"timeout\":false,\"fault\":false}");
  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_FORBIDDEN);
  assert_details (error, "insufficient_scopes", "scope", "err_2");
}

static void
test_reads_envelope_of_cdr (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) other = NULL;

  error = fail (422, "{\"errors\":[{\"code\":\"urn:x\",\"title\":\"Invalid\",\"detail\":\"bad date\"}]}");
  assert_details (error, "urn:x", "bad date", NULL);
  other = fail (422, "{\"errors\":[{\"title\":\"Invalid\"}]}");
  assert_details (other, NULL, "Invalid", NULL);
}

static void
test_needs_no_envelope (void)
{
  static const char *const bodies[] = {
    "", "<html><body>Bad gateway</body></html>", "{\"message\":", "[]", "null", "{\"message\":{},\"id\":null,\"name\":\"\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(GError) error = fail (502, bodies[i]);

      g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_UNAVAILABLE);
      g_assert_cmpuint (desk_api_error_get_status (error), ==, 502);
      assert_details (error, NULL, NULL, NULL);
      g_assert_null (strstr (error->message, "Bad gateway"));
    }
}

static void
test_maps_statuses (void)
{
  static const struct
  {
    guint        status;
    DeskApiError code;
  } cases[] = {
    { 301, DESK_API_ERROR_BAD_DATA }, { 400, DESK_API_ERROR_REJECTED }, { 401, DESK_API_ERROR_NOT_AUTHORISED },
    { 403, DESK_API_ERROR_FORBIDDEN }, { 404, DESK_API_ERROR_NOT_FOUND }, { 422, DESK_API_ERROR_REJECTED },
    { 429, DESK_API_ERROR_UNAVAILABLE }, { 500, DESK_API_ERROR_UNAVAILABLE }, { 503, DESK_API_ERROR_UNAVAILABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = fail (cases[i].status, "");

      g_assert_error (error, DESK_API_ERROR, (int) cases[i].code);
    }
}

static void
test_takes_out_secrets (void)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();
  g_autoptr(DeskApiAnswer) answer = NULL;
  g_autoptr(GError) error = NULL;
  static const char body[] = "{\"message\":\"unknown secret hunter22\"}";

  desk_redactor_add (redactor, "hunter22");
  answer = desk_api_answer_new (401, g_bytes_new_static (body, strlen (body)));
  error = desk_api_failure_new_from_answer (answer, redactor, TRUE);

  g_assert_null (strstr (error->message, "hunter22"));
  g_assert_cmpstr (desk_api_error_get_message (error), ==, "unknown secret " DESK_REDACTED);
}

static void
test_tames_words_of_the_service (void)
{
  g_autoptr(GString) body = g_string_new ("{\"message\":\"a\\nb\\u001b");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (body, "é");
  g_string_append (body, "\"}");
  error = fail (400, body->str);

  g_assert_true (g_str_has_prefix (desk_api_error_get_message (error), "a b é"));
  g_assert_cmpint (g_utf8_strlen (desk_api_error_get_message (error), -1), ==, 300);
}

static void
test_says_when_to_come_back (void)
{
  g_autoptr(DeskApiAnswer) answer = desk_api_answer_new (503, g_bytes_new (NULL, 0));
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) plain = NULL;
  g_autoptr(GError) endless = NULL;

  plain = desk_api_failure_new_from_answer (answer, NULL, TRUE);
  answer->retry_after = 86400;
  error = desk_api_failure_new_from_answer (answer, NULL, TRUE);
  answer->retry_after = G_MAXINT64;
  endless = desk_api_failure_new_from_answer (answer, NULL, TRUE);

  g_assert_null (strstr (plain->message, "asks to wait"));
  g_assert_nonnull (strstr (error->message, "asks to wait"));
  g_assert_cmpstr (endless->message, ==, plain->message);
}

static void
assert_transport (GQuark       domain,
                  int          cause_code,
                  gboolean     is_uncertain,
                  DeskApiError code)
{
  g_autoptr(GError) cause = g_error_new_literal (domain, cause_code, "cause");
  g_autoptr(GError) error = desk_api_failure_new_from_transport (cause, is_uncertain);

  g_assert_error (error, DESK_API_ERROR, (int) code);
}

static void
test_maps_transport (void)
{
  assert_transport (G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, FALSE, DESK_API_ERROR_NETWORK);
  assert_transport (G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, FALSE, DESK_API_ERROR_NETWORK);
  assert_transport (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, FALSE, DESK_API_ERROR_TIMEOUT);
  assert_transport (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, TRUE, DESK_API_ERROR_UNCERTAIN);
  assert_transport (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, FALSE, DESK_API_ERROR_TLS);
  assert_transport (G_TLS_ERROR, G_TLS_ERROR_EOF, FALSE, DESK_API_ERROR_NETWORK);
  assert_transport (G_TLS_ERROR, G_TLS_ERROR_EOF, TRUE, DESK_API_ERROR_UNCERTAIN);
  assert_transport (DESK_API_ERROR, DESK_API_ERROR_BAD_DATA, TRUE, DESK_API_ERROR_BAD_DATA);
}

static void
test_keeps_cancellation (void)
{
  g_autoptr(GError) cause = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  g_autoptr(GError) error = desk_api_failure_new_from_transport (cause, TRUE);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_bad_data_says_what_is_wrong (void)
{
  g_autoptr(GError) error = desk_api_failure_new_bad_data (200, "It is a web page.");

  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA);
  g_assert_cmpuint (desk_api_error_get_status (error), ==, 200);
  g_assert_nonnull (strstr (error->message, "It is a web page."));
}

static void
test_success_is_2xx (void)
{
  g_autoptr(DeskApiAnswer) answer = desk_api_answer_new (200, g_bytes_new (NULL, 0));

  g_assert_true (desk_api_answer_is_success (answer));
  g_assert_cmpint (answer->retry_after, ==, -1);
  answer->status = 299;
  g_assert_true (desk_api_answer_is_success (answer));
  answer->status = 300;
  g_assert_false (desk_api_answer_is_success (answer));
  answer->status = 199;
  g_assert_false (desk_api_answer_is_success (answer));
}

static void
note_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
test_answer_frees_its_body (void)
{
  gboolean is_freed = FALSE;

  desk_api_answer_free (desk_api_answer_new (200, g_bytes_new_with_free_func ("{}", 2, note_cb, &is_freed)));

  g_assert_true (is_freed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/failure/keeps-details", test_keeps_details);
  g_test_add_func ("/failure/errors-of-others-have-no-details", test_errors_of_others_have_no_details);
  g_test_add_func ("/failure/has-own-domain", test_has_own_domain);
  g_test_add_func ("/failure/reads-envelope-of-data-calls", test_reads_envelope_of_data_calls);
  g_test_add_func ("/failure/reads-envelope-of-core-calls", test_reads_envelope_of_core_calls);
  g_test_add_func ("/failure/reads-envelope-of-cdr", test_reads_envelope_of_cdr);
  g_test_add_func ("/failure/needs-no-envelope", test_needs_no_envelope);
  g_test_add_func ("/failure/maps-statuses", test_maps_statuses);
  g_test_add_func ("/failure/takes-out-secrets", test_takes_out_secrets);
  g_test_add_func ("/failure/tames-words-of-the-service", test_tames_words_of_the_service);
  g_test_add_func ("/failure/says-when-to-come-back", test_says_when_to_come_back);
  g_test_add_func ("/failure/maps-transport", test_maps_transport);
  g_test_add_func ("/failure/keeps-cancellation", test_keeps_cancellation);
  g_test_add_func ("/failure/bad-data-says-what-is-wrong", test_bad_data_says_what_is_wrong);
  g_test_add_func ("/failure/success-is-2xx", test_success_is_2xx);
  g_test_add_func ("/failure/answer-frees-its-body", test_answer_frees_its_body);

  return g_test_run ();
}
