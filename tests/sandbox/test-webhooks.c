/* test-webhooks.c: what a receiver of webhooks gets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <locale.h>
#include <string.h>

#include "desk-sandbox-demo.h"
#include "desk-sandbox-webhook-sender.h"
#include "desk-sandbox-webhook.h"
#include "sandbox-fixture.h"

/* A sandbox, and a receiver that keeps what it got. */
typedef struct
{
  Sandbox     sandbox;
  SoupServer *receiver;
  char       *url;
  char       *end_user_id;
  GPtrArray  *bodies;     /* in the order received */
  GPtrArray  *signatures;
  guint       status;     /* what the receiver answers */
} Fixture;

static void
received_cb (SoupServer        *server,
             SoupServerMessage *message,
             const char        *path,
             GHashTable        *query,
             gpointer           user_data)
{
  Fixture *fixture = user_data;
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  g_assert_cmpstr (soup_server_message_get_method (message), ==, "POST");
  g_ptr_array_add (fixture->bodies, g_strndup (body->data, (gsize) body->length));
  g_ptr_array_add (fixture->signatures, g_strdup (soup_message_headers_get_one (headers, "X-Fiskil-Signature")));
  soup_server_message_set_status (message, fixture->status, NULL);
  if (SOUP_STATUS_IS_REDIRECTION (fixture->status))
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location", "/elsewhere");
}

static void
start_receiver (Fixture *fixture)
{
  GSList *uris;

  fixture->bodies = g_ptr_array_new_with_free_func (g_free);
  fixture->signatures = g_ptr_array_new_with_free_func (g_free);
  fixture->status = SOUP_STATUS_OK;
  fixture->receiver = soup_server_new (NULL, NULL);
  g_assert_true (soup_server_listen_local (fixture->receiver, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
  soup_server_add_handler (fixture->receiver, NULL, received_cb, fixture, NULL);
  uris = soup_server_get_uris (fixture->receiver);
  fixture->url = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  fixture->end_user_id = sandbox_add_end_user (&fixture->sandbox, "a@example.com");
  sandbox_control (&fixture->sandbox, "/webhooks/target", "{\"url\":\"%s\"}", fixture->url);
  g_assert_cmpuint (fixture->sandbox.status, ==, SOUP_STATUS_NO_CONTENT);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  sandbox_set_up (&fixture->sandbox, NULL);
  start_receiver (fixture);
}

/* With the customers that live on. */
static void
set_up_demo (Fixture       *fixture,
             gconstpointer  user_data)
{
  gint64 now = sandbox_get_now ();
  g_autoptr(DeskSandboxState) state = desk_sandbox_state_new (SANDBOX_SEED, &now);
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();

  desk_sandbox_demo_add_customers (directory, SANDBOX_SEED, now);
  sandbox_start (&fixture->sandbox, state, directory);
  start_receiver (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  sandbox_stop (&fixture->sandbox);
  soup_server_disconnect (fixture->receiver);
  g_object_unref (fixture->receiver);
  g_ptr_array_unref (fixture->bodies);
  g_ptr_array_unref (fixture->signatures);
  g_free (fixture->url);
  g_free (fixture->end_user_id);
}

static void
wait_for (Fixture *fixture,
          guint    n_messages)
{
  while (fixture->bodies->len < n_messages)
    g_main_context_iteration (NULL, TRUE);
}

/* Everything that is under way ends: the sandbox answers after whatever it sends of itself. */
static void
settle (Fixture *fixture)
{
  for (int i = 0; i < 3; i++)
    sandbox_control (&fixture->sandbox, "/webhooks/target", "{\"url\":\"%s\"}", fixture->url);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Moving the clock may end the token. */
static void
advance (Fixture    *fixture,
         const char *duration)
{
  Sandbox *sandbox = &fixture->sandbox;

  sandbox_control (sandbox, "/clock", "{\"advance\":\"%s\"}", duration);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  sandbox_post (sandbox, "/token", "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}",
                desk_sandbox_state_get_client_id (sandbox->state),
                desk_sandbox_state_get_client_secret (sandbox->state));
  g_free (sandbox->token);
  sandbox->token = sandbox_dup (sandbox, "token");
}

static void
forget (Fixture *fixture)
{
  g_ptr_array_set_size (fixture->bodies, 0);
  g_ptr_array_set_size (fixture->signatures, 0);
}

static char *
dup_member (Fixture    *fixture,
            guint       position,
            const char *path)
{
  const char *body = g_ptr_array_index (fixture->bodies, position);
  DeskJsonSlice slice = DESK_JSON_SLICE_NONE;

  g_assert_true (desk_json_parse (body, strlen (body), &slice, NULL));
  return desk_json_slice_dup_text (desk_json_slice_get_path (slice, path));
}

static void
assert_member (Fixture    *fixture,
               guint       position,
               const char *path,
               const char *expected)
{
  g_autofree char *text = dup_member (fixture, position, path);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_events (Fixture           *fixture,
               const char *const *expected)
{
  guint n_expected = g_strv_length ((char **) expected);

  wait_for (fixture, n_expected);
  settle (fixture);
  for (guint i = 0; i < n_expected; i++)
    assert_member (fixture, i, "data.event", expected[i]);
  g_assert_cmpuint (fixture->bodies->len, ==, n_expected);
}

/* A consent for the identity only: received, one sync, nothing else but the products. */
static char *
grant_little (Fixture *fixture)
{
  return sandbox_grant (&fixture->sandbox, fixture->end_user_id, "1", "ada", ",\"permissions\":[\"identity\"]");
}

static char *
grant_and_forget (Fixture *fixture)
{
  char *consent_id = grant_little (fixture);

  wait_for (fixture, 3);
  settle (fixture);
  forget (fixture);
  return consent_id;
}

static void
test_signature_vector (void)
{
  g_autofree char *signature =
    desk_sandbox_webhook_sign ("jf+cnWPind3y0kYqJM4cPAC/8kNcwVXE8/fKs/Kz/SxXIkhVfvV8yh8dtEX9+K2PsmItKu5Jqqwy7cw2JQ+ozs"
                               "So2M9qmwpPxRMCREO+",
                               "{\"publish_time\":\"2023-11-23T03:03:30.792Z\",\"message_id\":\"9790112556309026\","
                               "\"data\":{\"consent_id\":\"4a726862-6b39-4cd5-92c0-3d20fe96a202\","
                               "\"client_id\":\"2XbIYazvJeBwaJx1xCaFar64uVk\","
                               "\"end_user_id\":\"2YPr9YiWLNj3KZt9ycjbvy4bRx5\",\"institution_id\":\"1\"}}");

  g_assert_cmpstr (signature, ==, "IzCU0JfFkAFOb+uwl+7tKiblh3ZRGkG6r5OyNTEefic=");
}

static void
test_signature_needs_base64 (void)
{
  g_assert_null (desk_sandbox_webhook_sign ("", "{}"));
  g_assert_null (desk_sandbox_webhook_sign ("not base64!", "{}"));
}

static void
test_bank_consent_in_order (Fixture       *fixture,
                            gconstpointer  user_data)
{
  static const char *const expected[] = {
    "consent.received",
    "banking.accounts.sync.completed",
    "banking.balances.sync.completed",
    "common.identity.sync.completed",
    "banking.transactions.recent.sync.completed",
    "banking.transactions.basic.sync.completed",
    "banking.transactions.sync.completed",
    "banking.payees.sync.completed",
    "banking.directdebits.sync.completed",
    "banking.scheduledpayments.sync.completed",
    "banking.products.sync.completed",
    NULL
  };
  g_autofree char *consent_id = sandbox_grant (&fixture->sandbox, fixture->end_user_id, "1", "ada", "");

  assert_events (fixture, expected);
}

static void
test_energy_consent_in_order (Fixture       *fixture,
                              gconstpointer  user_data)
{
  static const char *const expected[] = {
    "consent.received",
    "energy.accounts.sync.completed",
    "energy.balances.sync.completed",
    "common.identity.sync.completed",
    "energy.servicepoints.sync.completed",
    "energy.usage.sync.completed",
    "energy.der.sync.completed",
    "energy.billing.sync.completed",
    "energy.invoices.sync.completed",
    "energy.concessions.sync.completed",
    "energy.paymentschedules.sync.completed",
    "energy.plans.sync.completed",
    NULL
  };
  g_autofree char *consent_id = sandbox_grant (&fixture->sandbox, fixture->end_user_id, "2", "ada", "");

  assert_events (fixture, expected);
}

static void
test_permissions_decide (Fixture       *fixture,
                         gconstpointer  user_data)
{
  static const char *const expected[] = {
    "consent.received", "common.identity.sync.completed", "banking.products.sync.completed", NULL
  };
  g_autofree char *consent_id = grant_little (fixture);

  assert_events (fixture, expected);
}

static void
test_body_is_exact (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autofree char *consent_id = sandbox_grant (&fixture->sandbox, fixture->end_user_id, "1", "ada",
                                               ",\"permissions\":[\"accounts\"],\"account_ids\":[\"a2\"]");
  g_autofree char *message_id = NULL;
  g_autofree char *expected = NULL;

  wait_for (fixture, 2);
  message_id = dup_member (fixture, 1, "message_id");
  expected = g_strdup_printf ("{\"delivery_attempt\":1,\"publish_time\":\"2026-03-01T00:00:00.000Z\","
                              "\"message_id\":\"%s\",\"data\":{\"event\":\"banking.accounts.sync.completed\","
                              "\"client_id\":\"%s\",\"end_user_id\":\"%s\",\"consent_id\":\"%s\","
                              "\"institution_id\":\"1\",\"account_ids\":[\"a2\"]}}",
                              message_id, desk_sandbox_state_get_client_id (fixture->sandbox.state),
                              fixture->end_user_id, consent_id);
  g_assert_cmpstr (g_ptr_array_index (fixture->bodies, 1), ==, expected);
  g_assert_true (g_regex_match_simple ("^[1-9][0-9]{15}$", message_id, 0, 0));
  assert_member (fixture, 0, "data.account_ids", NULL);
}

static void
test_is_signed_with_ready_secret (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  g_autofree char *consent_id = grant_little (fixture);
  g_autofree char *expected = NULL;

  wait_for (fixture, 1);
  expected = desk_sandbox_webhook_sign (desk_sandbox_state_get_webhook_secret (fixture->sandbox.state),
                                        g_ptr_array_index (fixture->bodies, 0));
  g_assert_cmpstr (g_ptr_array_index (fixture->signatures, 0), ==, expected);
}

static void
test_is_signed_with_own_secret (Fixture       *fixture,
                                gconstpointer  user_data)
{
  g_autofree char *expected = NULL;
  g_autofree char *consent_id = NULL;

  sandbox_control (&fixture->sandbox, "/webhooks/target", "{\"url\":\"%s\",\"secret\":\"c2VjcmV0\"}", fixture->url);
  consent_id = grant_little (fixture);
  wait_for (fixture, 1);
  expected = desk_sandbox_webhook_sign ("c2VjcmV0", g_ptr_array_index (fixture->bodies, 0));
  g_assert_cmpstr (g_ptr_array_index (fixture->signatures, 0), ==, expected);
}

static void
test_every_end_is_told (Fixture       *fixture,
                        gconstpointer  user_data)
{
  static const char *const ways[] = { "institution", "expiry", "accounts_closed" };
  static const char *const expected[] = { "consent.revoked", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *consent_id = grant_and_forget (fixture);
      g_autofree char *path = g_strdup_printf ("/consents/%s/end", consent_id);

      sandbox_control (&fixture->sandbox, path, "{\"how\":\"%s\"}", ways[i]);
      g_assert_cmpuint (fixture->sandbox.status, ==, SOUP_STATUS_NO_CONTENT);
      assert_events (fixture, expected);
      assert_member (fixture, 0, "data.consent_id", consent_id);
      forget (fixture);

      sandbox_get (&fixture->sandbox, "/consent?active=false&page[size]=1000");
      g_assert_cmpuint (sandbox_count (&fixture->sandbox, "consents"), ==, i + 1);
      sandbox_assert (&fixture->sandbox, "consents.0.termination_reason", "Expired or Revoked");
    }
}

static void
test_revocation_is_told (Fixture       *fixture,
                         gconstpointer  user_data)
{
  static const char *const expected[] = { "consent.revoked", NULL };
  g_autofree char *consent_id = grant_and_forget (fixture);
  g_autofree char *uri = g_strconcat (fixture->sandbox.api, "/consent/", consent_id, NULL);

  sandbox_call (&fixture->sandbox, "DELETE", uri, NULL, NULL);
  sandbox_call (&fixture->sandbox, "DELETE", uri, NULL, NULL);
  assert_events (fixture, expected);
}

static void
test_deleted_end_user_is_told (Fixture       *fixture,
                               gconstpointer  user_data)
{
  static const char *const expected[] = { "consent.revoked", "consent.revoked", NULL };
  g_autofree char *first = grant_and_forget (fixture);
  g_autofree char *second = grant_and_forget (fixture);
  g_autofree char *uri = g_strconcat (fixture->sandbox.api, "/end-users/", fixture->end_user_id, NULL);

  sandbox_call (&fixture->sandbox, "DELETE", uri, NULL, NULL);
  assert_events (fixture, expected);
  assert_member (fixture, 1, "data.consent_id", second);
}

static void
test_clock_ends_consents (Fixture       *fixture,
                          gconstpointer  user_data)
{
  static const char *const expected[] = { "consent.revoked", NULL };
  g_autofree char *consent_id = grant_and_forget (fixture);

  advance (fixture, "P89D");
  settle (fixture);
  g_assert_cmpuint (fixture->bodies->len, ==, 0);
  advance (fixture, "P1D");
  assert_events (fixture, expected);
}

static void
test_renewal_is_told (Fixture       *fixture,
                      gconstpointer  user_data)
{
  static const char *const expected[] = { "consent.updated", NULL };
  g_autofree char *consent_id = grant_and_forget (fixture);

  desk_sandbox_state_find_consent (fixture->sandbox.state, consent_id)->expires_at += G_TIME_SPAN_DAY;
  sandbox_get (&fixture->sandbox, "/consent");
  assert_events (fixture, expected);
}

static void
test_retries_follow_the_clock (Fixture       *fixture,
                               gconstpointer  user_data)
{
  g_autofree char *consent_id = grant_and_forget (fixture);
  g_autofree char *first = NULL;

  fixture->status = SOUP_STATUS_SERVICE_UNAVAILABLE;
  sandbox_control (&fixture->sandbox, "/webhooks", "{\"event\":\"consent.updated\",\"consent_id\":\"%s\"}", consent_id);
  for (guint attempt = 1; attempt <= 1 + DESK_SANDBOX_WEBHOOK_RETRIES; attempt++)
    {
      g_autofree char *number = g_strdup_printf ("%u", attempt);

      wait_for (fixture, attempt);
      settle (fixture);
      assert_member (fixture, attempt - 1, "delivery_attempt", number);
      advance (fixture, "PT59S");
      settle (fixture);
      g_assert_cmpuint (fixture->bodies->len, ==, attempt);
      advance (fixture, "PT1S");
    }

  settle (fixture);
  g_assert_cmpuint (fixture->bodies->len, ==, 1 + DESK_SANDBOX_WEBHOOK_RETRIES);
  first = dup_member (fixture, 0, "message_id");
  assert_member (fixture, DESK_SANDBOX_WEBHOOK_RETRIES, "message_id", first);
}

static void
test_success_ends_retries (Fixture       *fixture,
                           gconstpointer  user_data)
{
  g_autofree char *consent_id = grant_and_forget (fixture);

  fixture->status = SOUP_STATUS_FOUND;
  sandbox_control (&fixture->sandbox, "/webhooks", "{\"event\":\"consent.updated\",\"consent_id\":\"%s\"}", consent_id);
  wait_for (fixture, 1);
  settle (fixture);
  g_assert_cmpuint (fixture->bodies->len, ==, 1);

  fixture->status = 299;
  advance (fixture, "PT1M");
  wait_for (fixture, 2);
  settle (fixture);
  advance (fixture, "PT10M");
  settle (fixture);
  g_assert_cmpuint (fixture->bodies->len, ==, 2);
}

static void
test_fires_on_demand (Fixture       *fixture,
                      gconstpointer  user_data)
{
  g_autofree char *consent_id = grant_and_forget (fixture);
  g_autofree char *message_id = NULL;

  sandbox_control (&fixture->sandbox, "/webhooks",
                   "{\"event\":\"energy.usage.sync.completed\",\"consent_id\":\"%s\"}", consent_id);
  g_assert_cmpuint (fixture->sandbox.status, ==, SOUP_STATUS_OK);
  message_id = sandbox_dup (&fixture->sandbox, "message_id");
  wait_for (fixture, 1);
  assert_member (fixture, 0, "message_id", message_id);
  assert_member (fixture, 0, "data.event", "energy.usage.sync.completed");
}

static void
test_refuses_what_cannot_be_fired (Fixture       *fixture,
                                   gconstpointer  user_data)
{
  g_autofree char *consent_id = grant_and_forget (fixture);

  sandbox_control (&fixture->sandbox, "/webhooks", "{\"event\":\"moon.full\",\"consent_id\":\"%s\"}", consent_id);
  g_assert_cmpuint (fixture->sandbox.status, ==, SOUP_STATUS_BAD_REQUEST);
  sandbox_control (&fixture->sandbox, "/webhooks", "{\"event\":\"consent.updated\",\"consent_id\":\"x\"}");
  g_assert_cmpuint (fixture->sandbox.status, ==, SOUP_STATUS_NOT_FOUND);
  sandbox_control (&fixture->sandbox, "/webhooks/target", "{\"url\":null}");
  g_assert_cmpuint (fixture->sandbox.status, ==, SOUP_STATUS_NO_CONTENT);
  sandbox_control (&fixture->sandbox, "/webhooks", "{\"event\":\"consent.updated\",\"consent_id\":\"%s\"}", consent_id);
  g_assert_cmpuint (fixture->sandbox.status, ==, SOUP_STATUS_CONFLICT);
}

static void
test_refuses_targets (Fixture       *fixture,
                      gconstpointer  user_data)
{
  static const char *const bodies[] = {
    "{\"url\":\"http://example.com/hook\"}",
    "{\"url\":\"http://localhost:1/hook\"}",
    "{\"url\":\"file:///etc/hosts\"}",
    "{\"url\":\"https://127.0.0.1/\",\"secret\":\"not base64!\"}",
    "{\"url\":7}",
    "{}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      sandbox_control (&fixture->sandbox, "/webhooks/target", "%s", bodies[i]);
      g_assert_cmpuint (fixture->sandbox.status, ==, SOUP_STATUS_BAD_REQUEST);
    }
  g_assert_false (desk_sandbox_server_set_webhook_target (fixture->sandbox.server, "http://example.com/"));
  g_assert_true (desk_sandbox_server_set_webhook_target (fixture->sandbox.server, fixture->url));
}

static void
test_reset_drops_messages (Fixture       *fixture,
                           gconstpointer  user_data)
{
  g_autofree char *consent_id = grant_and_forget (fixture);

  fixture->status = SOUP_STATUS_SERVICE_UNAVAILABLE;
  sandbox_control (&fixture->sandbox, "/webhooks", "{\"event\":\"consent.updated\",\"consent_id\":\"%s\"}", consent_id);
  wait_for (fixture, 1);
  settle (fixture);
  sandbox_control (&fixture->sandbox, "/reset", "{}");
  advance (fixture, "PT10M");
  settle (fixture);
  g_assert_cmpuint (fixture->bodies->len, ==, 1);
}

static gboolean
has_event (Fixture    *fixture,
           const char *event)
{
  for (guint i = 0; i < fixture->bodies->len; i++)
    {
      g_autofree char *text = dup_member (fixture, i, "data.event");

      if (g_str_equal (text, event))
        return TRUE;
    }
  return FALSE;
}

static void
test_moved_clock_brings_data (Fixture       *fixture,
                              gconstpointer  user_data)
{
  static const char *const told[] = {
    "banking.transactions.basic.sync.completed", "banking.transactions.sync.completed",
    "banking.balances.sync.completed", "energy.usage.sync.completed", "energy.invoices.sync.completed",
    "energy.billing.sync.completed",
  };
  static const char *const not_told[] = {
    "consent.received", "consent.updated", "consent.revoked", "common.identity.sync.completed",
    "banking.transactions.recent.sync.completed", "banking.payees.sync.completed", "energy.plans.sync.completed",
  };
  g_autofree char *bank = sandbox_grant (&fixture->sandbox, fixture->end_user_id, "88888", "mia-chen-banking", "");
  g_autofree char *retailer = sandbox_grant (&fixture->sandbox, fixture->end_user_id, "88801", "mia-chen-energy", "");

  wait_for (fixture, 11 + 12);
  settle (fixture);
  forget (fixture);
  advance (fixture, "P31D");
  while (!has_event (fixture, "energy.invoices.sync.completed"))
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_true (has_event (fixture, told[i]));
  for (guint i = 0; i < G_N_ELEMENTS (not_told); i++)
    g_assert_false (has_event (fixture, not_told[i]));
}

static void
test_restart_does_not_repeat (void)
{
  g_autoptr(DeskSandboxConsent) consent = g_new0 (DeskSandboxConsent, 1);
  g_autoptr(DeskSandboxConsent) again = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) node = NULL;

  consent->announced = DESK_SANDBOX_ANNOUNCED_ENDED;
  consent->announced_expiry = 7;
  desk_sandbox_consent_write (consent, builder);
  node = json_builder_get_root (builder);
  again = desk_sandbox_consent_new_from_json (json_node_get_object (node));
  g_assert_cmpint (again->announced, ==, DESK_SANDBOX_ANNOUNCED_ENDED);
  g_assert_cmpint (again->announced_expiry, ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/webhooks/announce-a-bank-consent-in-order", test_bank_consent_in_order },
    { "/webhooks/announce-an-energy-consent-in-order", test_energy_consent_in_order },
    { "/webhooks/follow-the-permissions", test_permissions_decide },
    { "/webhooks/have-the-exact-body", test_body_is_exact },
    { "/webhooks/are-signed-with-the-ready-secret", test_is_signed_with_ready_secret },
    { "/webhooks/are-signed-with-the-target-secret", test_is_signed_with_own_secret },
    { "/webhooks/tell-of-every-end", test_every_end_is_told },
    { "/webhooks/tell-of-a-revocation-once", test_revocation_is_told },
    { "/webhooks/tell-of-a-deleted-end-user", test_deleted_end_user_is_told },
    { "/webhooks/tell-when-the-clock-ends-consents", test_clock_ends_consents },
    { "/webhooks/tell-of-a-renewal", test_renewal_is_told },
    { "/webhooks/are-tried-again-by-the-clock", test_retries_follow_the_clock },
    { "/webhooks/end-with-any-success", test_success_ends_retries },
    { "/webhooks/are-fired-on-demand", test_fires_on_demand },
    { "/webhooks/refuse-what-cannot-be-fired", test_refuses_what_cannot_be_fired },
    { "/webhooks/refuse-targets-elsewhere", test_refuses_targets },
    { "/webhooks/are-dropped-by-a-reset", test_reset_drops_messages },
  };

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/webhooks/sign-the-documented-vector", test_signature_vector);
  g_test_add_func ("/webhooks/need-a-base64-secret", test_signature_needs_base64);
  g_test_add_func ("/webhooks/do-not-repeat-after-a-restart", test_restart_does_not_repeat);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add ("/webhooks/tell-of-what-a-moved-clock-brings", Fixture, NULL, set_up_demo, test_moved_clock_brings_data,
              tear_down);
  return g_test_run ();
}
