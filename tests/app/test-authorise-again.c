/* test-authorise-again.c: a consent is authorised again, with the real consent pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-api-client.h"

#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-test-browser.h"

static DeskAuthSession *
create_session (DeskAppFixture *fixture,
                const char     *arrangement_id)
{
  DeskApiClient *client = desk_context_get_client (fixture->context);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  DeskAuthSession *session;

  desk_api_client_create_auth_session_async (client, desk_end_user_get_id (fixture->end_user),
                                             "https://consent-desk.invalid/linked",
                                             "https://consent-desk.invalid/cancelled",
                                             NULL, arrangement_id, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  session = desk_api_client_create_auth_session_finish (client, result, &error);
  g_assert_no_error (error);

  return session;
}

static DeskConsent *
get_only_consent (DeskAppFixture *fixture)
{
  GListModel *consents;

  desk_app_fixture_refresh (fixture);
  consents = desk_directory_get_consents (desk_context_get_directory (fixture->context),
                                          desk_end_user_get_id (fixture->end_user));
  g_assert_cmpuint (g_list_model_get_n_items (consents), ==, 1);

  return g_list_model_get_item (consents, 0);
}

static void
authorise (DeskAppFixture *fixture,
           const char     *arrangement_id,
           const char     *login)
{
  g_autoptr(DeskAuthSession) session = create_session (fixture, arrangement_id);
  g_autoptr(DeskTestBrowser) browser = NULL;

  browser = desk_test_browser_walk (desk_auth_session_get_auth_url (session), DESK_TEST_BANK, login, NULL, FALSE);
  g_assert_nonnull (browser->target);
  g_assert_nonnull (strstr (browser->target, arrangement_id));
}

static void
test_keeps_its_id_and_lasts_longer (DeskAppFixture *fixture,
                                    gconstpointer   data)
{
  g_autofree char *consent_id = NULL;
  g_autofree char *login = NULL;
  g_autofree char *answer = NULL;
  g_autoptr(DeskConsent) consent = NULL;
  gint64 expires_at;

  if (fixture->sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->sandbox, desk_end_user_get_id (fixture->end_user), DESK_TEST_BANK);
  consent = get_only_consent (fixture);
  expires_at = desk_consent_get_expires_at (consent);
  g_clear_object (&consent);

  /* The token of the test's own calls does not outlast the day. */
  login = desk_test_sandbox_dup_login (fixture->sandbox, DESK_TEST_BANK);
  answer = desk_test_sandbox_call (fixture->sandbox, "POST", "/sandbox/clock", "{\"advance\":\"P1D\"}");
  authorise (fixture, consent_id, login);
  consent = get_only_consent (fixture);
  g_assert_cmpstr (desk_consent_get_id (consent), ==, consent_id);
  g_assert_cmpint (desk_consent_get_expires_at (consent), >, expires_at);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/authorise-again/keeps-its-id-and-lasts-longer", DeskAppFixture, NULL, desk_app_fixture_set_up,
              test_keeps_its_id_and_lasts_longer, desk_app_fixture_tear_down);

  return g_test_run ();
}
