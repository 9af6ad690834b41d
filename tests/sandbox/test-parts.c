/* test-parts.c: the small parts of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-instant.h"
#include "desk-json.h"
#include "desk-sandbox-base64url.h"
#include "desk-sandbox-cursor.h"
#include "desk-sandbox-data-set.h"
#include "desk-sandbox-directory.h"
#include "desk-sandbox-duration.h"
#include "desk-sandbox-filter.h"
#include "desk-sandbox-form.h"
#include "desk-sandbox-json.h"
#include "desk-sandbox-permission.h"
#include "desk-sandbox-random.h"
#include "desk-sandbox-request-log.h"
#include "desk-sandbox-sharing.h"
#include "desk-sandbox-token.h"

static void
test_random_streams (void)
{
  DeskSandboxRandom first;
  DeskSandboxRandom second;
  DeskSandboxRandom other;
  guint64 value;

  desk_sandbox_random_init (&first, 1, "a");
  desk_sandbox_random_init (&second, 1, "a");
  desk_sandbox_random_init (&other, 1, "b");
  value = desk_sandbox_random_next (&first);
  g_assert_cmpuint (value, ==, desk_sandbox_random_next (&second));
  g_assert_cmpuint (value, !=, desk_sandbox_random_next (&first));
  g_assert_cmpuint (value, !=, desk_sandbox_random_next (&other));
}

static void
test_random_position (void)
{
  DeskSandboxRandom random;
  guint64 position;
  guint64 value;

  desk_sandbox_random_init (&random, 1, "a");
  desk_sandbox_random_next (&random);
  position = desk_sandbox_random_get_position (&random);
  value = desk_sandbox_random_next (&random);
  desk_sandbox_random_set_position (&random, position);
  g_assert_cmpuint (desk_sandbox_random_next (&random), ==, value);
}

static void
test_random_forms (void)
{
  DeskSandboxRandom random;
  g_autofree char *ksuid = NULL;
  g_autofree char *uuid = NULL;
  g_autofree char *base64 = NULL;
  g_autofree char *code = NULL;
  g_autofree guchar *bytes = NULL;
  gsize length;

  desk_sandbox_random_init (&random, 1, "a");
  ksuid = desk_sandbox_random_dup_ksuid (&random);
  uuid = desk_sandbox_random_dup_uuid (&random);
  base64 = desk_sandbox_random_dup_base64 (&random, 78);
  code = desk_sandbox_random_dup_code (&random);
  g_assert_true (g_regex_match_simple ("^[0-9A-Za-z]{27}$", ksuid, 0, 0));
  g_assert_true (g_regex_match_simple ("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", uuid, 0, 0));
  g_assert_true (g_regex_match_simple ("^[0-9]{6}$", code, 0, 0));
  bytes = g_base64_decode (base64, &length);
  g_assert_cmpuint (length, ==, 78);
}

static void
test_form (void)
{
  static const char text[] = "a=1&b=x+y%26&a=2&bad=%ZZ&page%5Bsize%5D=3&empty=";
  g_autoptr(DeskSandboxForm) form = desk_sandbox_form_new (text, strlen (text));
  g_autofree const char **all = desk_sandbox_form_get_all (form, "a");
  g_autofree char *rest = desk_sandbox_form_dup_without (form, "page[");

  g_assert_cmpstr (desk_sandbox_form_get (form, "a"), ==, "1");
  g_assert_cmpstr (desk_sandbox_form_get (form, "b"), ==, "x y&");
  g_assert_cmpstr (desk_sandbox_form_get (form, "page[size]"), ==, "3");
  g_assert_cmpstr (desk_sandbox_form_get (form, "empty"), ==, "");
  g_assert_null (desk_sandbox_form_get (form, "bad"));
  g_assert_cmpuint (g_strv_length ((char **) all), ==, 2);
  g_assert_cmpstr (all[1], ==, "2");
  g_assert_cmpstr (rest, ==, "a=1&b=x%20y%26&a=2&empty=");
}

static void
test_form_without_text (void)
{
  g_autoptr(DeskSandboxForm) form = desk_sandbox_form_new (NULL, 0);

  g_assert_null (desk_sandbox_form_get (form, "a"));
}

static void
test_base64url (void)
{
  static const guchar bytes[] = { 0xfb, 0xff, 0xfe };
  g_autofree char *encoded = desk_sandbox_base64url_encode (bytes, sizeof bytes);
  g_autofree char *short_text = desk_sandbox_base64url_encode ((const guchar *) "ab", 2);
  g_autofree char *decoded = desk_sandbox_base64url_decode (short_text);

  g_assert_cmpstr (encoded, ==, "-__-");
  g_assert_cmpstr (short_text, ==, "YWI");
  g_assert_cmpstr (decoded, ==, "ab");
  g_assert_null (desk_sandbox_base64url_decode ("a b"));
  g_assert_null (desk_sandbox_base64url_decode ("-__-"));
}

static void
test_cursor (void)
{
  const DeskSandboxCursor cursor = { 7, 11 };
  g_autofree char *text = desk_sandbox_cursor_format (&cursor, "v1/consent");
  DeskSandboxCursor parsed = { 0, 0 };

  g_assert_true (desk_sandbox_cursor_parse (text, "v1/consent", &parsed));
  g_assert_cmpuint (parsed.sequence, ==, 7);
  g_assert_cmpuint (parsed.position, ==, 11);
  g_assert_false (desk_sandbox_cursor_parse (text, "v1/end-users", &parsed));
  g_assert_false (desk_sandbox_cursor_parse ("", "v1/consent", &parsed));
}

static void
assert_moves (const char *duration,
              const char *from,
              const char *to)
{
  gint64 start;
  gint64 end = 0;
  g_autofree char *text = NULL;

  g_assert_true (desk_instant_parse (from, &start, NULL));
  g_assert_true (desk_sandbox_duration_add (duration, start, &end));
  text = desk_instant_format (end);
  g_assert_cmpstr (text, ==, to);
}

static void
test_duration (void)
{
  assert_moves ("P30D", "2026-01-31T10:00:00Z", "2026-03-02T10:00:00Z");
  assert_moves ("P1M", "2026-01-31T10:00:00Z", "2026-02-28T10:00:00Z");
  assert_moves ("P1Y2M", "2026-01-01T00:00:00Z", "2027-03-01T00:00:00Z");
  assert_moves ("P2W", "2026-01-01T00:00:00Z", "2026-01-15T00:00:00Z");
  assert_moves ("P1DT2H3M4S", "2026-01-01T00:00:00Z", "2026-01-02T02:03:04Z");
  assert_moves ("-PT1H", "2026-01-01T00:00:00Z", "2025-12-31T23:00:00Z");
}

static void
test_duration_refused (void)
{
  static const char *const texts[] = { "", "P", "PT", "30D", "P8Y2M6DT3", "P1H", "PT1D", "P1.5D", "P99999999Y", "-" };
  gint64 result;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (desk_sandbox_duration_add (texts[i], 0, &result));
}

static void
test_record (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskSandboxRecord) record =
    desk_sandbox_record_new ("{\"account_id\":\"a\",\"service_point_id\":\"s\",\"status\":\"POSTED\","
                             "\"category\":{\"secondary_category\":\"C\"},\"read_start_date\":\"2026-01-01T20:00:00Z\","
                             "\"execution_date_time\":\"1970-01-01T00:00:01Z\"}", "f", "1", &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (record->json, ",\"fiskil_id\":\"f\",\"institution_id\":\"1\"}"));
  g_assert_cmpuint (record->length, ==, strlen (record->json));
  g_assert_cmpstr (record->account_id, ==, "a");
  g_assert_cmpstr (record->service_point_id, ==, "s");
  g_assert_cmpstr (record->status, ==, "POSTED");
  g_assert_cmpstr (record->secondary_category, ==, "C");
  g_assert_cmpstr (record->date, ==, "2026-01-02");
  g_assert_cmpint (record->instant, ==, G_USEC_PER_SEC);
}

static void
test_record_empty (void)
{
  g_autoptr(DeskSandboxRecord) record = desk_sandbox_record_new ("{}", "f", "1", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (record->json, ==, "{\"fiskil_id\":\"f\",\"institution_id\":\"1\"}");
  g_assert_cmpint (record->instant, ==, DESK_SANDBOX_NO_INSTANT);
  g_assert_null (desk_sandbox_record_new ("[]", "f", "1", &error));
  g_assert_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE);
}

static DeskSandboxCustomer *
create_customer (void)
{
  DeskSandboxCustomer *customer =
    desk_sandbox_customer_new ("c", "Cora", "Cora@Example.com", "1", "energy", DESK_SANDBOX_SOURCE_DATA, "file");

  desk_sandbox_customer_add_account (customer, "a", "A", "1", NULL);
  desk_sandbox_customer_add_account (customer, "b", "B", "2", "second");
  desk_sandbox_customer_add_service_point (customer, "a", "s");
  return customer;
}

static void
test_customer (void)
{
  g_autoptr(DeskSandboxCustomer) customer = create_customer ();
  DeskSandboxAccount *second = g_ptr_array_index (desk_sandbox_customer_get_accounts (customer), 1);

  g_assert_cmpstr (desk_sandbox_customer_get_id (customer), ==, "c");
  g_assert_cmpstr (desk_sandbox_customer_get_name (customer), ==, "Cora");
  g_assert_cmpstr (desk_sandbox_customer_get_login (customer), ==, "Cora@Example.com");
  g_assert_cmpstr (desk_sandbox_customer_get_institution_id (customer), ==, "1");
  g_assert_cmpstr (desk_sandbox_customer_get_industry (customer), ==, "energy");
  g_assert_cmpint (desk_sandbox_customer_get_source (customer), ==, DESK_SANDBOX_SOURCE_DATA);
  g_assert_cmpstr (second->account_id, ==, "b");
  g_assert_cmpstr (second->description, ==, "second");
  g_assert_null (desk_sandbox_customer_get_records (customer, "energy.usage"));
}

static void
assert_shares (DeskSandboxCustomer *customer,
               const char          *json,
               const char          *account_id,
               gboolean             expected)
{
  g_autoptr(DeskSandboxRecord) record = desk_sandbox_record_new (json, "f", "1", NULL);
  const char *const account_ids[] = { account_id, NULL };

  g_assert_cmpint (desk_sandbox_customer_shares (customer, record, account_ids), ==, expected);
}

static void
test_customer_shares (void)
{
  g_autoptr(DeskSandboxCustomer) customer = create_customer ();

  assert_shares (customer, "{\"account_id\":\"a\"}", "a", TRUE);
  assert_shares (customer, "{\"account_id\":\"a\"}", "b", FALSE);
  assert_shares (customer, "{\"service_point_id\":\"s\"}", "a", TRUE);
  assert_shares (customer, "{\"service_point_id\":\"s\"}", "b", FALSE);
  assert_shares (customer, "{\"service_point_id\":\"other\"}", "b", TRUE);
  assert_shares (customer, "{\"service_point_id\":\"other\"}", NULL, FALSE);
  assert_shares (customer, "{}", NULL, TRUE);
}

static void
test_directory (void)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  g_autoptr(DeskSandboxCustomer) customer = create_customer ();

  desk_sandbox_directory_add_institution (directory, desk_sandbox_institution_new ("1", "One", "energy", "#000000", 5));
  desk_sandbox_directory_add_customer (directory, customer);
  g_assert_cmpuint (desk_sandbox_directory_get_institutions (directory)->len, ==, 1);
  g_assert_cmpuint (desk_sandbox_directory_get_customers (directory)->len, ==, 1);
  g_assert_cmpstr (desk_sandbox_directory_find_institution (directory, "1")->name, ==, "One");
  g_assert_cmpint (desk_sandbox_directory_find_institution (directory, "1")->priority, ==, 5);
  g_assert_null (desk_sandbox_directory_find_institution (directory, "2"));
  g_assert_true (desk_sandbox_directory_find_customer (directory, "1", "c") == customer);
  g_assert_null (desk_sandbox_directory_find_customer (directory, "2", "c"));
  g_assert_true (desk_sandbox_directory_find_login (directory, "1", " cora@example.COM ") == customer);
  g_assert_null (desk_sandbox_directory_find_login (directory, "2", "cora@example.com"));
}

static void
test_data_sets (void)
{
  g_assert_cmpstr (desk_sandbox_data_set_find ("energy.service-points")->permission, ==, "service_points");
  g_assert_cmpstr (desk_sandbox_data_set_find_by_path ("energy/service-points")->root, ==, "service_points");
  g_assert_null (desk_sandbox_data_set_find ("energy/service-points"));
  g_assert_null (desk_sandbox_data_set_find_by_path ("energy.service-points"));
}

static void
test_filter (void)
{
  static const char text[] = "account_id=a&status=POSTED";
  g_autoptr(DeskSandboxForm) form = desk_sandbox_form_new (text, strlen (text));
  g_autoptr(DeskSandboxRecord) record = desk_sandbox_record_new ("{\"account_id\":\"b\",\"status\":\"POSTED\"}", "f", "1", NULL);
  DeskSandboxFilter filter;

  g_assert_null (desk_sandbox_filter_init (&filter, DESK_SANDBOX_FILTER_ACCOUNT, form));
  g_assert_false (desk_sandbox_filter_matches (&filter, record));
  desk_sandbox_filter_clear (&filter);
  g_assert_null (desk_sandbox_filter_init (&filter, DESK_SANDBOX_FILTER_STATUS, form));
  g_assert_true (desk_sandbox_filter_matches (&filter, record));
  desk_sandbox_filter_clear (&filter);
}

static void
test_filter_clear (void)
{
  static const char text[] = "secondary_category=A";
  g_autoptr(DeskSandboxForm) form = desk_sandbox_form_new (text, strlen (text));
  DeskSandboxFilter filter;

  g_assert_null (desk_sandbox_filter_init (&filter, DESK_SANDBOX_FILTER_CATEGORY, form));
  g_assert_nonnull (filter.categories);
  desk_sandbox_filter_clear (&filter);
  g_assert_null (filter.categories);
}

static void
test_permissions (void)
{
  const char *const wanted[] = { "identity", "usage", "accounts", NULL };
  const char *const unknown[] = { "accounts", "everything", NULL };
  g_auto (GStrv) banking = desk_sandbox_permission_select ("banking", wanted);
  g_auto (GStrv) all = desk_sandbox_permission_select ("banking", NULL);
  g_autoptr(GPtrArray) energy = desk_sandbox_permission_list ("energy");
  g_autofree char *joined = g_strjoinv (" ", banking);

  g_assert_cmpstr (joined, ==, "accounts identity");
  g_assert_cmpuint (g_strv_length (all), ==, 7);
  g_assert_cmpuint (energy->len, ==, 10);
  g_assert_true (desk_sandbox_permission_are_known (wanted));
  g_assert_false (desk_sandbox_permission_are_known (unknown));
}

static void
test_sharing (void)
{
  g_auto (GStrv) permissions = g_strsplit ("usage transactions", " ", -1);
  const DeskSandboxSession session = { .permissions = permissions };
  g_auto (DeskSandboxSharing) sharing = { 0 };

  desk_sandbox_sharing_init (&sharing, &session, "energy", 0);
  g_assert_cmpuint (sharing.page.n_permissions, ==, 1);
  g_assert_cmpstr (sharing.page.permissions[0].name, ==, "usage");
  g_assert_cmpuint (sharing.page.duration_days, ==, 90);
  g_assert_cmpstr (sharing.page.until, ==, "1 April 1970");
  desk_sandbox_sharing_clear (&sharing);
  g_assert_null (sharing.until);
}

static void
test_request_log_forgets (void)
{
  DeskSandboxRequestLog *log = desk_sandbox_request_log_new ();
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  JsonArray *entries;

  desk_sandbox_request_log_add (log, 0, "api", "GET", "/first", 200);
  for (guint i = 0; i < DESK_SANDBOX_REQUEST_LOG_LENGTH; i++)
    desk_sandbox_request_log_add (log, 0, "api", "GET", "/later", 200);
  desk_sandbox_request_log_write (log, builder);
  root = json_builder_get_root (builder);
  entries = json_node_get_array (root);
  g_assert_cmpuint (json_array_get_length (entries), ==, DESK_SANDBOX_REQUEST_LOG_LENGTH);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (entries, 0), "path"), ==, "/later");
  desk_sandbox_request_log_free (log);
}

static void
test_token (void)
{
  const gint64 now = 0;
  g_autoptr(DeskSandboxState) state = desk_sandbox_state_new (1, &now);
  g_autoptr(DeskSandboxState) other = desk_sandbox_state_new (2, &now);
  g_autofree char *token = desk_sandbox_token_new (state);

  g_assert_true (desk_sandbox_token_is_valid (state, token));
  g_assert_false (desk_sandbox_token_is_valid (other, token));
  g_assert_false (desk_sandbox_token_is_valid (state, "a.b"));
  g_assert_false (desk_sandbox_token_is_valid (state, ""));
}

static void
test_json_read (void)
{
  static const char text[] = "{\"s\":\"x\",\"i\":5,\"a\":[\"p\",1,\"q\"],\"n\":null}";
  g_autoptr(JsonObject) object = desk_sandbox_json_parse_object (text, strlen (text), NULL);
  g_auto (GStrv) strings = desk_sandbox_json_dup_strings (object, "a");
  g_autofree char *joined = g_strjoinv (" ", strings);

  g_assert_cmpstr (desk_sandbox_json_get_string (object, "s"), ==, "x");
  g_assert_null (desk_sandbox_json_get_string (object, "i"));
  g_assert_null (desk_sandbox_json_get_string (object, "n"));
  g_assert_cmpint (desk_sandbox_json_get_int (object, "i", 9), ==, 5);
  g_assert_cmpint (desk_sandbox_json_get_int (object, "s", 9), ==, 9);
  g_assert_cmpstr (joined, ==, "p q");
  g_assert_null (desk_sandbox_json_dup_strings (object, "s"));
}

static void
test_json_write (void)
{
  const char *const strings[] = { "x", "y", NULL };
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "s", "\"");
  desk_sandbox_json_add_string (builder, "none", NULL);
  desk_sandbox_json_add_int (builder, "i", -1);
  desk_sandbox_json_add_boolean (builder, "b", TRUE);
  desk_sandbox_json_add_strings (builder, "a", strings);
  desk_sandbox_json_add_strings (builder, "no", NULL);
  desk_sandbox_json_add_instant (builder, "t", 0);
  json_builder_end_object (builder);
  text = desk_sandbox_json_dup_text (builder);
  g_assert_cmpstr (text, ==, "{\"s\":\"\\\"\",\"i\":-1,\"b\":true,\"a\":[\"x\",\"y\"],\"t\":\"1970-01-01T00:00:00Z\"}");
}

static void
test_json_refused (void)
{
  g_autofree char *deep = g_strnfill (DESK_JSON_MAX_DEPTH + 1, '[');
  g_autoptr(GError) error = NULL;

  g_assert_null (desk_sandbox_json_parse_object ("[]", 2, &error));
  g_assert_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE);
  g_clear_error (&error);
  g_assert_null (desk_sandbox_json_parse_object (deep, strlen (deep), &error));
  g_assert_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_TOO_DEEP);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parts/random/follows-from-seed-and-name", test_random_streams);
  g_test_add_func ("/parts/random/can-be-taken-up-again", test_random_position);
  g_test_add_func ("/parts/random/makes-ids-in-their-forms", test_random_forms);
  g_test_add_func ("/parts/form/is-decoded", test_form);
  g_test_add_func ("/parts/form/may-be-empty", test_form_without_text);
  g_test_add_func ("/parts/base64url/goes-there-and-back", test_base64url);
  g_test_add_func ("/parts/cursor/belongs-to-its-list", test_cursor);
  g_test_add_func ("/parts/duration/moves-an-instant", test_duration);
  g_test_add_func ("/parts/duration/is-refused", test_duration_refused);
  g_test_add_func ("/parts/record/knows-what-filters-look-at", test_record);
  g_test_add_func ("/parts/record/may-be-empty", test_record_empty);
  g_test_add_func ("/parts/customer/is-what-it-was-made-of", test_customer);
  g_test_add_func ("/parts/customer/shares-by-account-and-service-point", test_customer_shares);
  g_test_add_func ("/parts/directory/finds", test_directory);
  g_test_add_func ("/parts/data-sets/are-found", test_data_sets);
  g_test_add_func ("/parts/filter/ignores-what-a-data-set-does-not-have", test_filter);
  g_test_add_func ("/parts/filter/is-cleared", test_filter_clear);
  g_test_add_func ("/parts/permissions/fit-the-industry", test_permissions);
  g_test_add_func ("/parts/sharing/fits-session-and-industry", test_sharing);
  g_test_add_func ("/parts/request-log/forgets-the-oldest", test_request_log_forgets);
  g_test_add_func ("/parts/token/is-only-good-where-it-was-made", test_token);
  g_test_add_func ("/parts/json/is-read", test_json_read);
  g_test_add_func ("/parts/json/is-written", test_json_write);
  g_test_add_func ("/parts/json/is-refused", test_json_refused);

  return g_test_run ();
}
