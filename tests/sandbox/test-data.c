/* test-data.c: what consents give, and how it is cut into pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-fixture.h"

#include <string.h>

/* The ids of the rows of the last answer, joined. */
static char *
join (Sandbox    *sandbox,
      const char *root,
      const char *name)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sandbox_count (sandbox, root); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s.%u.%s", root, i, name);
      g_autofree char *id = sandbox_dup (sandbox, path);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", id);
    }

  return g_string_free (text, FALSE);
}

static void
assert_transactions (Sandbox    *sandbox,
                     const char *end_user_id,
                     const char *filter,
                     const char *expected)
{
  g_autofree char *ids = NULL;

  sandbox_get (sandbox, "/banking/transactions?end_user_id=%s%s", end_user_id, filter);
  g_assert_cmpuint (sandbox->status, ==, 200);
  ids = join (sandbox, "transactions", "transaction_id");
  g_assert_cmpstr (ids, ==, expected);
}

static char *
link_bank (Sandbox    *sandbox,
           const char *more)
{
  char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", more);

  return id;
}

static void
test_keys (Sandbox       *sandbox,
           gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", "");
  g_autofree char *fiskil_id = NULL;

  sandbox_get (sandbox, "/banking/accounts?end_user_id=%s", id);
  fiskil_id = sandbox_dup (sandbox, "accounts.0.fiskil_id");
  g_assert_true (g_str_has_prefix (fiskil_id, "bank_account_"));
  g_assert_cmpuint (strlen (fiskil_id), ==, strlen ("bank_account_") + 64);
  sandbox_assert (sandbox, "accounts.0.institution_id", "1");
  sandbox_assert (sandbox, "accounts.0.arrangement_id", consent);
  sandbox_assert (sandbox, "accounts.0.odd", "0.10000000000000000555");
}

static void
test_order (Sandbox       *sandbox,
            gconstpointer  user_data)
{
  g_autofree char *id = link_bank (sandbox, "");

  assert_transactions (sandbox, id, "", "t2 t3 t4 t1");
}

static void
test_filters (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  g_autofree char *id = link_bank (sandbox, "");

  assert_transactions (sandbox, id, "&account_id=a2", "t3");
  assert_transactions (sandbox, id, "&status=PENDING", "t2");
  assert_transactions (sandbox, id, "&from=2026-02-01T00:00:00Z", "t3 t4");
  assert_transactions (sandbox, id, "&to=2026-02-01T10:00:00%2B10:00", "t4 t1");
  assert_transactions (sandbox, id, "&secondary_category=PAY_Y&secondary_category=FOOD_X", "t3 t1");
  assert_transactions (sandbox, id, "&secondary_category=NONE", "");
}

static void
assert_refused (Sandbox    *sandbox,
                const char *path,
                const char *message)
{
  sandbox_get (sandbox, "%s", path);
  g_assert_cmpuint (sandbox->status, ==, 400);
  sandbox_assert (sandbox, "name", "InvalidRequest");
  sandbox_assert (sandbox, "message", message);
  sandbox_assert (sandbox, "fault", NULL);
}

static void
test_refused (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  assert_refused (sandbox, "/banking/accounts", "The end_user_id parameter is required");
  assert_refused (sandbox, "/banking/accounts?end_user_id=", "The end_user_id parameter is required");
  assert_refused (sandbox, "/banking/transactions?end_user_id=x&from=2026-01-01",
                  "invalid from datetime: not in RFC3339 format");
  assert_refused (sandbox, "/banking/transactions?end_user_id=x&to=now",
                  "invalid to datetime: not in RFC3339 format");
  assert_refused (sandbox, "/banking/transactions?end_user_id=x&status=posted",
                  "invalid status: must be PENDING or POSTED");
  assert_refused (sandbox, "/energy/usage?end_user_id=x&read_start_date.oldest=2026",
                  "invalid read_start_date: not in YYYY-MM-DD format");
}

static void
test_balances (Sandbox       *sandbox,
               gconstpointer  user_data)
{
  g_autofree char *id = link_bank (sandbox, "");

  sandbox_get (sandbox, "/banking/balances?end_user_id=%s&account_id=a2", id);
  g_assert_cmpuint (sandbox_count (sandbox, "balances"), ==, 1);
  sandbox_assert (sandbox, "balances.0.current_balance", "2.00");
}

static void
test_usage (Sandbox       *sandbox,
            gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "2", "ada", "");
  g_autofree char *all = NULL;

  sandbox_get (sandbox, "/energy/usage?end_user_id=%s", id);
  all = join (sandbox, "usage", "service_point_id");
  g_assert_cmpstr (all, ==, "s1 s1 s1 s2");
  sandbox_assert (sandbox, "usage.0.read_start_date", "2026-01-03");
  sandbox_get (sandbox, "/energy/usage?end_user_id=%s&service_point_id=s2", id);
  g_assert_cmpuint (sandbox_count (sandbox, "usage"), ==, 1);
  sandbox_get (sandbox, "/energy/usage?end_user_id=%s&read_start_date.oldest=2026-01-02", id);
  g_assert_cmpuint (sandbox_count (sandbox, "usage"), ==, 1);
  sandbox_get (sandbox, "/energy/usage?end_user_id=%s&read_start_date.newest=2026-01-02", id);
  g_assert_cmpuint (sandbox_count (sandbox, "usage"), ==, 2);
}

/* A service point that no account claims goes with each. */
static void
test_accounts_decide (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_autofree char *id = link_bank (sandbox, ",\"account_ids\":[\"a2\"]");
  g_autofree char *consent = sandbox_grant (sandbox, id, "2", "ada", ",\"account_ids\":[\"e2\"]");

  sandbox_get (sandbox, "/banking/accounts?end_user_id=%s", id);
  g_assert_cmpuint (sandbox_count (sandbox, "accounts"), ==, 1);
  assert_transactions (sandbox, id, "", "t3");
  sandbox_get (sandbox, "/energy/service-points?end_user_id=%s", id);
  g_assert_cmpuint (sandbox_count (sandbox, "service_points"), ==, 1);
  sandbox_assert (sandbox, "service_points.0.service_point_id", "s2");
  sandbox_get (sandbox, "/energy/accounts?end_user_id=%s", id);
  sandbox_assert (sandbox, "accounts.0.account_id", "e2");
}

static void
test_permissions_decide (Sandbox       *sandbox,
                         gconstpointer  user_data)
{
  g_autofree char *id = link_bank (sandbox, ",\"permissions\":[\"accounts\"]");

  assert_transactions (sandbox, id, "", "");
  sandbox_get (sandbox, "/banking/accounts?end_user_id=%s", id);
  g_assert_cmpuint (sandbox_count (sandbox, "accounts"), ==, 2);
  sandbox_get (sandbox, "/common/identity?end_user_id=%s", id);
  g_assert_cmpuint (sandbox_count (sandbox, "identities"), ==, 0);
}

static void
test_several_consents (Sandbox       *sandbox,
                       gconstpointer  user_data)
{
  g_autofree char *id = link_bank (sandbox, "");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ben", "");
  g_autofree char *accounts = NULL;

  sandbox_get (sandbox, "/banking/accounts?end_user_id=%s", id);
  accounts = join (sandbox, "accounts", "account_id");
  g_assert_cmpstr (accounts, ==, "a1 a2 b1");
}

static void
test_identity (Sandbox       *sandbox,
               gconstpointer  user_data)
{
  g_autofree char *id = link_bank (sandbox, "");
  g_autofree char *consent = sandbox_grant (sandbox, id, "2", "ada", "");
  g_autofree char *uri = g_strdup_printf ("%s/common/identity?end_user_id=%s", sandbox->api, id);

  sandbox_call (sandbox, "GET", uri, "v2", NULL);
  g_assert_cmpuint (sandbox_count (sandbox, "identities"), ==, 2);
  sandbox_assert (sandbox, "identities.1.arrangement_id", consent);
  g_assert_cmpuint (sandbox_count (sandbox, "customer"), ==, 0);
  sandbox_call (sandbox, "GET", uri, "v1", NULL);
  sandbox_assert (sandbox, "customer.customer.customer_u_type", "person");
  sandbox_get (sandbox, "/common/identity?end_user_id=%s&institution_id=2", id);
  g_assert_cmpuint (sandbox_count (sandbox, "identities"), ==, 1);
}

static void
test_pages (Sandbox       *sandbox,
            gconstpointer  user_data)
{
  g_autofree char *id = link_bank (sandbox, "");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", ",\"account_ids\":[\"a1\"]");
  g_autofree char *next = NULL;
  g_autofree char *last = NULL;
  g_autofree char *previous = NULL;

  assert_transactions (sandbox, id, "&page[size]=3", "t2 t3 t4");
  sandbox_assert (sandbox, "links.prev", NULL);
  next = sandbox_dup (sandbox, "links.next");
  sandbox_call (sandbox, "GET", next, NULL, NULL);
  sandbox_assert (sandbox, "transactions.0.transaction_id", "t1");
  sandbox_assert (sandbox, "transactions.1.transaction_id", "t2");
  g_assert_cmpuint (sandbox_count (sandbox, "transactions"), ==, 3);

  last = sandbox_dup (sandbox, "links.next");
  previous = sandbox_dup (sandbox, "links.prev");
  sandbox_call (sandbox, "GET", last, NULL, NULL);
  g_assert_cmpuint (sandbox_count (sandbox, "transactions"), ==, 1);
  sandbox_assert (sandbox, "links.next", NULL);
  sandbox_call (sandbox, "GET", previous, NULL, NULL);
  sandbox_assert (sandbox, "transactions.0.transaction_id", "t2");
  g_assert_cmpuint (sandbox_count (sandbox, "transactions"), ==, 3);
}

static void
test_page_keeps_filter (Sandbox       *sandbox,
                        gconstpointer  user_data)
{
  g_autofree char *id = link_bank (sandbox, "");
  g_autofree char *next = NULL;

  assert_transactions (sandbox, id, "&page%5Bsize%5D=1&account_id=a1", "t2");
  next = sandbox_dup (sandbox, "links.next");
  sandbox_call (sandbox, "GET", next, NULL, NULL);
  sandbox_assert (sandbox, "transactions.0.transaction_id", "t4");
}

static void
test_page_size (Sandbox       *sandbox,
                gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *rest = NULL;

  for (guint i = 0; i < 30; i++)
    g_free (sandbox_grant (sandbox, id, "1", "ben", ""));

  sandbox_get (sandbox, "/banking/accounts?end_user_id=%s", id);
  g_assert_cmpuint (sandbox_count (sandbox, "accounts"), ==, 25);
  sandbox_get (sandbox, "/banking/accounts?end_user_id=%s&page[size]=5000", id);
  g_assert_cmpuint (sandbox_count (sandbox, "accounts"), ==, 30);
}

static void
test_bad_cursor (Sandbox       *sandbox,
                 gconstpointer  user_data)
{
  g_autofree char *id = link_bank (sandbox, "");
  static const char *const cursors[] = { "garbage", "%2B", "", "djEvYmFua2luZy9hY2NvdW50cyAxIDA" };

  for (guint i = 0; i < G_N_ELEMENTS (cursors); i++)
    {
      sandbox_get (sandbox, "/banking/transactions?end_user_id=%s&page[after]=%s", id, cursors[i]);
      g_assert_cmpuint (sandbox->status, ==, 503);
      sandbox_assert (sandbox, "temporary", "true");
    }
}

/* A page that was cut out of a consent that has ended since goes on with the next consent. */
static void
test_cursor_outlives_consent (Sandbox       *sandbox,
                              gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *first = sandbox_grant (sandbox, id, "1", "ada", "");
  g_autofree char *second = sandbox_grant (sandbox, id, "1", "ben", "");
  g_autofree char *uri = g_strdup_printf ("%s/consent/%s", sandbox->api, first);
  g_autofree char *next = NULL;

  sandbox_get (sandbox, "/banking/accounts?end_user_id=%s&page[size]=1", id);
  next = sandbox_dup (sandbox, "links.next");
  sandbox_call (sandbox, "DELETE", uri, NULL, NULL);
  sandbox_call (sandbox, "GET", next, NULL, NULL);
  g_assert_cmpuint (sandbox_count (sandbox, "accounts"), ==, 1);
  sandbox_assert (sandbox, "accounts.0.account_id", "b1");
}

static void
test_consent_shape (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", ",\"account_ids\":[\"a1\"]");

  sandbox_get (sandbox, "/consent?end_user_id=%s", id);
  sandbox_assert (sandbox, "consents.0.arrangement_id", consent);
  sandbox_assert (sandbox, "consents.0.active", "true");
  sandbox_assert (sandbox, "consents.0.account_ids.0", "a1");
  sandbox_assert (sandbox, "consents.0.permissions.0", "accounts");
  sandbox_assert (sandbox, "consents.0.end_user_email", "a@example.com");
  sandbox_assert (sandbox, "consents.0.institution_name", "Test Bank");
  sandbox_assert (sandbox, "consents.0.institution_type", "banking");
  sandbox_assert (sandbox, "consents.0.created_at", SANDBOX_NOW);
  sandbox_assert (sandbox, "consents.0.expires_at", "2026-05-30T00:00:00Z");
  sandbox_assert (sandbox, "consents.0.duration", "7776000");
  sandbox_assert (sandbox, "consents.0.termination_reason", NULL);
}

static void
test_consent_filters (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_autofree char *a = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *b = sandbox_add_end_user (sandbox, "b@example.com");
  g_autofree char *first = sandbox_grant (sandbox, a, "1", "ada", "");
  g_autofree char *second = sandbox_grant (sandbox, a, "1", "ben", "");
  g_autofree char *third = sandbox_grant (sandbox, b, "1", "ben", "");
  g_autofree char *uri = g_strdup_printf ("%s/consent/%s", sandbox->api, first);
  g_autofree char *all = g_strconcat (sandbox->api, "/consent", NULL);

  sandbox_call (sandbox, "DELETE", uri, NULL, NULL);
  g_assert_cmpuint (sandbox->status, ==, 204);
  sandbox_get (sandbox, "/consent?end_user_id=%s&active=true", a);
  g_assert_cmpuint (sandbox_count (sandbox, "consents"), ==, 1);
  sandbox_assert (sandbox, "consents.0.arrangement_id", second);
  sandbox_get (sandbox, "/consent?active=false");
  sandbox_assert (sandbox, "consents.0.arrangement_id", first);
  sandbox_assert (sandbox, "consents.0.termination_reason", "Expired or Revoked");
  sandbox_call (sandbox, "GET", all, "v1", NULL);
  g_assert_cmpuint (sandbox_count (sandbox, NULL), ==, 3);
  sandbox_get (sandbox, "/consent?active=maybe");
  g_assert_cmpuint (sandbox->status, ==, 400);
}

static void
test_revoke_unknown (Sandbox       *sandbox,
                     gconstpointer  user_data)
{
  g_autofree char *uri = g_strconcat (sandbox->api, "/consent/nothing", NULL);

  sandbox_call (sandbox, "DELETE", uri, NULL, NULL);
  g_assert_cmpuint (sandbox->status, ==, 204);
}

static void
test_revoked_gives_nothing (Sandbox       *sandbox,
                            gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", "");
  g_autofree char *uri = g_strdup_printf ("%s/consent/%s", sandbox->api, consent);

  sandbox_call (sandbox, "DELETE", uri, NULL, NULL);
  assert_transactions (sandbox, id, "", "");
}

static void
test_expired_gives_nothing (Sandbox       *sandbox,
                            gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", "");
  DeskClock *clock = desk_sandbox_state_get_clock (sandbox->state);
  g_autofree char *body = NULL;

  desk_clock_freeze (clock, sandbox_get_now () + 90 * G_TIME_SPAN_DAY);
  body = g_strdup_printf ("{\"client_id\":\"%s\",\"client_secret\":\"%s\"}",
                          desk_sandbox_state_get_client_id (sandbox->state),
                          desk_sandbox_state_get_client_secret (sandbox->state));
  sandbox_post (sandbox, "/token", "%s", body);
  g_free (sandbox->token);
  sandbox->token = sandbox_dup (sandbox, "token");
  assert_transactions (sandbox, id, "", "");
  sandbox_get (sandbox, "/consent?end_user_id=%s", id);
  sandbox_assert (sandbox, "consents.0.active", "false");
}

static void
test_last_accessed (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  g_autofree char *id = link_bank (sandbox, "");

  sandbox_get (sandbox, "/consent?end_user_id=%s", id);
  sandbox_assert (sandbox, "consents.0.last_accessed", NULL);
  assert_transactions (sandbox, id, "", "t2 t3 t4 t1");
  sandbox_get (sandbox, "/consent?end_user_id=%s", id);
  sandbox_assert (sandbox, "consents.0.last_accessed", SANDBOX_NOW);
}

static void
test_only_get (Sandbox       *sandbox,
               gconstpointer  user_data)
{
  sandbox_post (sandbox, "/banking/accounts", "{}");
  g_assert_cmpuint (sandbox->status, ==, 405);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Sandbox *sandbox, gconstpointer user_data);
  } tests[] = {
    { "/data/records-carry-fiskil-keys-and-their-own-bytes", test_keys },
    { "/data/transactions-come-latest-first", test_order },
    { "/data/transactions-are-filtered", test_filters },
    { "/data/bad-queries-are-refused", test_refused },
    { "/data/balances-are-filtered-by-account", test_balances },
    { "/data/usage-is-ordered-and-filtered", test_usage },
    { "/data/shared-accounts-decide", test_accounts_decide },
    { "/data/permissions-decide", test_permissions_decide },
    { "/data/several-consents-add-up", test_several_consents },
    { "/data/identity-depends-on-the-version", test_identity },
    { "/data/pages-lead-forth-and-back-across-consents", test_pages },
    { "/data/pages-keep-the-filter", test_page_keeps_filter },
    { "/data/page-size-has-a-default-and-a-limit", test_page_size },
    { "/data/bad-cursors-are-a-temporary-failure", test_bad_cursor },
    { "/data/cursors-outlive-their-consent", test_cursor_outlives_consent },
    { "/data/consents-have-the-documented-shape", test_consent_shape },
    { "/data/consents-are-filtered", test_consent_filters },
    { "/data/revoking-nothing-succeeds", test_revoke_unknown },
    { "/data/revoked-consents-give-nothing", test_revoked_gives_nothing },
    { "/data/expired-consents-give-nothing", test_expired_gives_nothing },
    { "/data/reading-is-remembered", test_last_accessed },
    { "/data/is-only-read", test_only_get },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Sandbox, NULL, sandbox_set_up, tests[i].test, sandbox_tear_down);

  return g_test_run ();
}
