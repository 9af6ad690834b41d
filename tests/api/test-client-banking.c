/* test-client-banking.c: a balance from the bank itself, and another category for a transaction
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-fixture.h"

#define BALANCES_CALL "GET /v1/banking/balances"
#define CATEGORY_CALL "POST /v1/banking/transactions/category"

static const DeskScriptedRequest *
get_request (DeskApiFixture *self,
             const char     *call)
{
  return desk_scripted_server_get_request (self->server, call, 0);
}

static DeskJsonPage *
fetch_balance (DeskApiFixture *self,
               const char     *account_id,
               const char     *client_ip_address,
               const char     *client_user_agent)
{
  desk_api_client_fetch_balance_async (self->client, "eu_1", account_id, client_ip_address, client_user_agent,
                                       self->cancellable, desk_await_keep, &self->result);

  return desk_api_client_fetch_balance_finish (self->client, desk_api_fixture_await (self), &self->error);
}

static gboolean
set_category (DeskApiFixture *self)
{
  desk_api_client_set_category_async (self->client, "bank_tx_1", "FOOD_AND_DRINK_GROCERIES", self->cancellable,
                                      desk_await_keep, &self->result);

  return desk_api_client_set_category_finish (self->client, desk_api_fixture_await (self), &self->error);
}

static void
test_balance_comes_as_received (DeskApiFixture *self,
                                gconstpointer   version)
{
  const char *record = "{\"account_id\":\"a 1\", \"current_balance\":\"10.10\"}";
  g_autofree char *body = g_strdup_printf ("{\"balances\":[%s],\"links\":{}}", record);
  g_autoptr(DeskJsonPage) page = NULL;
  DeskJsonSlice slice;

  desk_scripted_server_add (self->server, BALANCES_CALL, 200, body);
  page = fetch_balance (self, "a 1", NULL, NULL);

  g_assert_no_error (self->error);
  slice = desk_json_page_get_record (page, 0);
  g_assert_cmpmem (slice.text, slice.length, record, strlen (record));
}

static void
test_balance_is_asked_of_the_bank (DeskApiFixture *self,
                                   gconstpointer   version)
{
  g_autoptr(DeskJsonPage) page = NULL;

  desk_scripted_server_add (self->server, BALANCES_CALL, 200, "{\"balances\":[{\"account_id\":\"a&1\"}]}");
  page = fetch_balance (self, "a&1", NULL, NULL);

  g_assert_cmpstr (get_request (self, BALANCES_CALL)->query, ==, "end_user_id=eu_1&account_id=a%261&fetch=true");
}

static void
test_bank_is_told_who_is_present (DeskApiFixture *self,
                                  gconstpointer   version)
{
  g_autoptr(DeskJsonPage) page = NULL;
  SoupMessageHeaders *headers;

  desk_scripted_server_add (self->server, BALANCES_CALL, 200, "{\"balances\":[{\"account_id\":\"a\"}]}");
  page = fetch_balance (self, "a", "203.0.113.7", "Browser/1");
  headers = get_request (self, BALANCES_CALL)->headers;

  g_assert_cmpstr (soup_message_headers_get_one (headers, "x-fiskil-client-ip-address"), ==, "203.0.113.7");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "x-fiskil-client-user-agent"), ==, "Browser/1");
}

static void
test_bank_is_told_nothing_of_an_absent_user (DeskApiFixture *self,
                                             gconstpointer   version)
{
  g_autoptr(DeskJsonPage) page = NULL;
  SoupMessageHeaders *headers;

  desk_scripted_server_add (self->server, BALANCES_CALL, 200, "{\"balances\":[{\"account_id\":\"a\"}]}");
  page = fetch_balance (self, "a", NULL, NULL);
  headers = get_request (self, BALANCES_CALL)->headers;

  g_assert_null (soup_message_headers_get_one (headers, "x-fiskil-client-ip-address"));
  g_assert_null (soup_message_headers_get_one (headers, "x-fiskil-client-user-agent"));
}

static void
test_silent_bank_is_named (DeskApiFixture *self,
                           gconstpointer   version)
{
  g_autoptr(DeskJsonPage) page = NULL;

  for (guint i = 0; i < 4; i++)
    desk_scripted_server_add (self->server, BALANCES_CALL, 502,
                              "{\"id\":\"err_1\",\"name\":\"BadGateway\",\"message\":\"upstream\"}");
  page = fetch_balance (self, "a", NULL, NULL);

  g_assert_null (page);
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_UNAVAILABLE);
  g_assert_cmpuint (desk_api_error_get_status (self->error), ==, 502);
  g_assert_cmpstr (desk_api_error_get_error_id (self->error), ==, "err_1");
  g_assert_true (g_str_has_prefix (self->error->message, "The bank did not answer"));
}

static void
test_other_failures_keep_their_words (DeskApiFixture *self,
                                      gconstpointer   version)
{
  g_autoptr(DeskJsonPage) page = NULL;

  desk_scripted_server_add (self->server, BALANCES_CALL, 400, "{\"id\":\"err_1\",\"message\":\"no such account\"}");
  page = fetch_balance (self, "a", NULL, NULL);

  g_assert_null (page);
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
  g_assert_nonnull (strstr (self->error->message, "no such account"));
}

static void
test_balances_of_other_accounts_are_no_answer (DeskApiFixture *self,
                                               gconstpointer   version)
{
  g_autoptr(DeskJsonPage) page = NULL;

  desk_scripted_server_add (self->server, BALANCES_CALL, 200, "{\"balances\":[{\"account_id\":\"b\"},{}]}");
  page = fetch_balance (self, "a", NULL, NULL);

  g_assert_null (page);
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND);
}

static void
test_category_is_sent_by_fiskil_id (DeskApiFixture *self,
                                    gconstpointer   version)
{
  desk_scripted_server_add (self->server, CATEGORY_CALL, 200, "{\"message\":\"done\"}");

  g_assert_true (set_category (self));
  g_assert_no_error (self->error);
  g_assert_cmpstr (get_request (self, CATEGORY_CALL)->body, ==,
                   "{\"fiskil_transaction_id\":\"bank_tx_1\",\"secondary_category\":\"FOOD_AND_DRINK_GROCERIES\"}");
}

static void
test_refused_category_keeps_the_services_words (DeskApiFixture *self,
                                                gconstpointer   version)
{
  desk_scripted_server_add (self->server, CATEGORY_CALL, 400,
                            "{\"id\":\"err_2\",\"name\":\"InvalidRequest\",\"message\":\"not in the taxonomy\"}");

  g_assert_false (set_category (self));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
  g_assert_cmpstr (desk_api_error_get_message (self->error), ==, "not in the taxonomy");
  g_assert_cmpstr (desk_api_error_get_error_id (self->error), ==, "err_2");
}

static void
test_failed_category_is_not_sent_again (DeskApiFixture *self,
                                        gconstpointer   version)
{
  desk_scripted_server_add (self->server, CATEGORY_CALL, 500, "{\"id\":\"err_3\",\"message\":\"oops\"}");
  desk_scripted_server_add (self->server, CATEGORY_CALL, 200, "{\"message\":\"done\"}");

  g_assert_false (set_category (self));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_UNAVAILABLE);
  g_assert_cmpuint (desk_scripted_server_count (self->server, CATEGORY_CALL), ==, 1);
}

static void
test_category_without_answer_is_uncertain (DeskApiFixture *self,
                                           gconstpointer   version)
{
  desk_scripted_server_add_raw (self->server, CATEGORY_CALL, "");

  g_assert_false (set_category (self));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_UNCERTAIN);
  g_assert_cmpuint (desk_scripted_server_count (self->server, CATEGORY_CALL), ==, 1);
}

static void
add (const char *path,
     void (*func) (DeskApiFixture *, gconstpointer))
{
  g_test_add (path, DeskApiFixture, "v3", desk_api_fixture_set_up, func, desk_api_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/client-banking/balance-comes-as-received", test_balance_comes_as_received);
  add ("/client-banking/balance-is-asked-of-the-bank", test_balance_is_asked_of_the_bank);
  add ("/client-banking/bank-is-told-who-is-present", test_bank_is_told_who_is_present);
  add ("/client-banking/bank-is-told-nothing-of-an-absent-user", test_bank_is_told_nothing_of_an_absent_user);
  add ("/client-banking/silent-bank-is-named", test_silent_bank_is_named);
  add ("/client-banking/other-failures-keep-their-words", test_other_failures_keep_their_words);
  add ("/client-banking/balances-of-other-accounts-are-no-answer", test_balances_of_other_accounts_are_no_answer);
  add ("/client-banking/category-is-sent-by-fiskil-id", test_category_is_sent_by_fiskil_id);
  add ("/client-banking/refused-category-keeps-the-services-words", test_refused_category_keeps_the_services_words);
  add ("/client-banking/failed-category-is-not-sent-again", test_failed_category_is_not_sent_again);
  add ("/client-banking/category-without-answer-is-uncertain", test_category_without_answer_is_uncertain);

  return g_test_run ();
}
