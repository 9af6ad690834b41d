/* test-consent-ends.c: tests of the ways in which a consent of the real sandbox ends, and of the receipts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-context.h"

#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-test-folder.h"
#include "desk-test-life.h"

typedef struct
{
  DeskAppFixture  app;
  char           *consent_id;
  GPtrArray      *told; /* (element-type DeskConsentNotice) */
} Fixture;

static DeskDirectory *
get_directory (Fixture *fixture)
{
  return desk_context_get_directory (fixture->app.context);
}

static void
notice_cb (GPtrArray         *told,
           DeskConsentNotice *notice)
{
  g_ptr_array_add (told, g_object_ref (notice));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  fixture->told = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (desk_context_get_notices (fixture->app.context), "notice", G_CALLBACK (notice_cb),
                            fixture->told);
  fixture->consent_id = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user),
                                                 DESK_TEST_BANK);
  desk_app_fixture_refresh (&fixture->app);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->told != NULL)
    g_signal_handlers_disconnect_by_data (desk_context_get_notices (fixture->app.context), fixture->told);

  g_clear_pointer (&fixture->told, g_ptr_array_unref);
  g_free (fixture->consent_id);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

/* Twice, so that what comes again with every list would be told again. */
static void
refresh_twice (Fixture *fixture)
{
  desk_app_fixture_refresh (&fixture->app);
  desk_app_fixture_refresh (&fixture->app);
}

static void
assert_receipt (Fixture        *fixture,
                DeskConsentEnd  how)
{
  DeskReceiptBook *receipts = desk_context_get_receipts (fixture->app.context);
  DeskReceipt *receipt = desk_receipt_book_find (receipts, fixture->consent_id);

  g_assert_nonnull (receipt);
  g_assert_cmpint (desk_receipt_get_how (receipt), ==, how);
}

static void
assert_told_once (Fixture        *fixture,
                  DeskConsentEnd  how,
                  gboolean        is_ours)
{
  DeskConsentNotice *notice;

  g_assert_cmpuint (fixture->told->len, ==, 1);
  notice = g_ptr_array_index (fixture->told, 0);
  g_assert_cmpint (desk_consent_notice_get_kind (notice), ==, DESK_CONSENT_NOTICE_ENDED);
  g_assert_cmpint (desk_consent_notice_get_how (notice), ==, how);
  g_assert_cmpint (desk_consent_notice_is_ours (notice), ==, is_ours);
  g_assert_cmpstr (desk_consent_notice_get_consent_id (notice), ==, fixture->consent_id);
  g_assert_cmpstr (desk_consent_notice_get_end_user_id (notice), ==, desk_end_user_get_id (fixture->app.end_user));
}

static void
end (Fixture    *fixture,
     const char *how)
{
  g_autofree char *path = g_strdup_printf ("/sandbox/consents/%s/end", fixture->consent_id);
  g_autofree char *body = g_strdup_printf ("{\"how\":\"%s\"}", how);
  g_autofree char *answer = desk_test_sandbox_call (fixture->app.sandbox, "POST", path, body);

  refresh_twice (fixture);
}

static void
test_end_at_the_institution (Fixture       *fixture,
                             gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  end (fixture, "institution");
  assert_told_once (fixture, DESK_CONSENT_END_ELSEWHERE, FALSE);
  assert_receipt (fixture, DESK_CONSENT_END_ELSEWHERE);
}

static void
test_end_by_expiry (Fixture       *fixture,
                    gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  end (fixture, "expiry");
  assert_told_once (fixture, DESK_CONSENT_END_EXPIRED, FALSE);
  assert_receipt (fixture, DESK_CONSENT_END_EXPIRED);
}

/* The service's word for it is the same as for an end at the institution (fiskil-api.md 6). */
static void
test_end_as_accounts_are_closed (Fixture       *fixture,
                                 gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  end (fixture, "accounts_closed");
  assert_told_once (fixture, DESK_CONSENT_END_ELSEWHERE, FALSE);
  assert_receipt (fixture, DESK_CONSENT_END_ELSEWHERE);
}

static DeskConsent *
get_consent (Fixture *fixture)
{
  return g_list_model_get_item (desk_directory_get_consents (get_directory (fixture),
                                                             desk_end_user_get_id (fixture->app.end_user)), 0);
}

static void
test_end_by_us (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(DeskConsent) consent = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  consent = get_consent (fixture);
  desk_directory_revoke_async (get_directory (fixture), consent, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_true (desk_directory_revoke_finish (get_directory (fixture), result, NULL));
  refresh_twice (fixture);
  assert_told_once (fixture, DESK_CONSENT_END_REVOKED, TRUE);
  assert_receipt (fixture, DESK_CONSENT_END_REVOKED);
}

static void
test_end_with_the_end_user (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  desk_directory_delete_async (get_directory (fixture), fixture->app.end_user, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_true (desk_directory_delete_finish (get_directory (fixture), result, NULL));
  refresh_twice (fixture);
  assert_told_once (fixture, DESK_CONSENT_END_DELETED, TRUE);
  assert_receipt (fixture, DESK_CONSENT_END_DELETED);
}

static void
test_end_with_an_end_user_who_vanished (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *answer = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  path = g_strconcat ("/v1/end-users/", desk_end_user_get_id (fixture->app.end_user), NULL);
  answer = desk_test_sandbox_call (fixture->app.sandbox, "DELETE", path, NULL);
  refresh_twice (fixture);
  assert_told_once (fixture, DESK_CONSENT_END_DELETED, FALSE);
  assert_receipt (fixture, DESK_CONSENT_END_DELETED);
}

/* As the window does when the sandbox says that its clock was moved. */
static void
advance_clock (Fixture    *fixture,
               const char *how_much,
               gint64      days)
{
  DeskClock *clock = desk_context_get_clock (fixture->app.context);
  g_autofree char *body = g_strdup_printf ("{\"advance\":\"%s\"}", how_much);
  g_autofree char *answer = desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/clock", body);

  desk_clock_set (clock, desk_clock_get_now (clock) + days * G_TIME_SPAN_DAY);
}

static void
test_moved_clock_brings_the_notice (Fixture       *fixture,
                                    gconstpointer  data)
{
  DeskConsentNotice *notice;

  if (fixture->app.sandbox == NULL)
    return;

  advance_clock (fixture, "P85D", 85);
  refresh_twice (fixture);
  g_assert_cmpuint (fixture->told->len, ==, 1);
  notice = g_ptr_array_index (fixture->told, 0);
  g_assert_cmpint (desk_consent_notice_get_kind (notice), ==, DESK_CONSENT_NOTICE_EXPIRES);
  g_assert_cmpint (desk_consent_notice_get_days_left (notice), ==, 5);
  g_assert_cmpstr (desk_consent_notice_get_institution_name (notice), ==, "Wattle Bank");
}

static void
test_moved_clock_brings_the_end (Fixture       *fixture,
                                 gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  advance_clock (fixture, "P91D", 91);
  refresh_twice (fixture);
  assert_told_once (fixture, DESK_CONSENT_END_EXPIRED, FALSE);
  assert_receipt (fixture, DESK_CONSENT_END_EXPIRED);
}

static void
test_receipt_says_what_ended_and_not_whose (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr(DeskConsent) consent = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  DeskReceipt *receipt;

  if (fixture->app.sandbox == NULL)
    return;

  consent = get_consent (fixture);
  end (fixture, "institution");
  receipt = desk_receipt_book_find (desk_context_get_receipts (fixture->app.context), fixture->consent_id);
  bytes = desk_receipt_to_bytes (receipt);
  json = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  text = desk_receipt_to_string (receipt);

  for (guint i = 0; i < 2; i++)
    {
      const char *form = i == 0 ? json : text;

      g_assert_nonnull (strstr (form, fixture->consent_id));
      g_assert_nonnull (strstr (form, DESK_TEST_BANK));
      g_assert_null (strstr (form, "Mia"));
      g_assert_null (strstr (form, "example.com"));
      g_assert_null (strstr (form, desk_end_user_get_id (fixture->app.end_user)));
      for (const char *const *id = desk_consent_get_account_ids (consent); *id != NULL; id++)
        g_assert_null (strstr (form, *id));
    }
}

static DeskReceiptBook *
open_book (DeskTestLife *life)
{
  return desk_receipt_book_new (life->directory, life->clock, "Test", life->place);
}

static void
test_receipt_is_kept_over_starts (DeskTestLife  *life,
                                  gconstpointer  data)
{
  g_autoptr(DeskReceiptBook) first = open_book (life);
  g_autoptr(DeskReceiptBook) second = NULL;
  DeskReceipt *receipt;

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, "Expired or Revoked"), NULL);
  g_clear_object (&first);
  desk_test_life_restart (life);
  desk_test_life_set_day (life, 100);
  second = open_book (life);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, "Expired or Revoked"), NULL);
  receipt = desk_receipt_book_find (second, "c1");
  g_assert_cmpint (desk_receipt_get_ended_at (receipt), ==, DESK_TEST_NOW);
  g_assert_cmpint (desk_receipt_get_how (receipt), ==, DESK_CONSENT_END_ELSEWHERE);
}

static void
assert_first_seen (DeskTestLife   *life,
                   const char     *reason,
                   DeskConsentEnd  how)
{
  g_autoptr(DeskReceiptBook) book = open_book (life);

  desk_test_life_set_day (life, 100);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, reason), NULL);
  g_assert_cmpint (desk_receipt_get_how (desk_receipt_book_find (book, "c1")), ==, how);
}

static void
test_first_seen_after_expiry_is_unknown (DeskTestLife  *life,
                                         gconstpointer  data)
{
  assert_first_seen (life, "Expired or Revoked", DESK_CONSENT_END_UNKNOWN);
}

static void
test_reason_tells_expiry (DeskTestLife  *life,
                          gconstpointer  data)
{
  assert_first_seen (life, "Expired", DESK_CONSENT_END_EXPIRED);
}

static void
test_reason_tells_revocation (DeskTestLife  *life,
                              gconstpointer  data)
{
  assert_first_seen (life, "Revoked", DESK_CONSENT_END_ELSEWHERE);
}

static void
test_seen_until_expiry_expired (DeskTestLife  *life,
                                gconstpointer  data)
{
  g_autoptr(DeskReceiptBook) book = open_book (life);

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  desk_test_life_set_day (life, 100);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, "Expired or Revoked"), NULL);
  g_assert_cmpint (desk_receipt_get_how (desk_receipt_book_find (book, "c1")), ==, DESK_CONSENT_END_EXPIRED);
}

/* Once the request is on its way, nobody knows whether the service got it. */
static void
fail_to_revoke (DeskTestLife *life)
{
  GListModel *consents = desk_directory_get_consents (life->directory, "eu_1");
  g_autoptr(DeskConsent) consent = g_list_model_get_item (consents, 0);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *slot = NULL;

  desk_directory_revoke_async (life->directory, consent, cancellable, desk_await_keep, &slot);
  g_cancellable_cancel (cancellable);
  result = desk_await_result (&slot);
  g_assert_false (desk_directory_revoke_finish (life->directory, result, NULL));
}

static void
test_failed_end_is_not_ours_later (DeskTestLife  *life,
                                   gconstpointer  data)
{
  g_autoptr(DeskReceiptBook) book = open_book (life);

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  fail_to_revoke (life);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, "Expired or Revoked"), NULL);
  g_assert_cmpint (desk_receipt_get_how (desk_receipt_book_find (book, "c1")), ==, DESK_CONSENT_END_ELSEWHERE);
}

static void
test_end_without_an_answer_is_ours (DeskTestLife  *life,
                                    gconstpointer  data)
{
  g_autoptr(DeskReceiptBook) book = open_book (life);

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  fail_to_revoke (life);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, "Expired or Revoked"), NULL);
  g_assert_cmpint (desk_receipt_get_how (desk_receipt_book_find (book, "c1")), ==, DESK_CONSENT_END_REVOKED);
}

static void
test_file_holds_nothing_personal (DeskTestLife  *life,
                                  gconstpointer  data)
{
  g_autoptr(DeskReceiptBook) book = open_book (life);
  g_autofree char *files = NULL;

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, "Expired or Revoked"), NULL);
  files = desk_test_life_dup_files (life);
  g_assert_nonnull (strstr (files, "\"consent_id\" : \"c1\""));
  g_assert_nonnull (strstr (files, "\"ended_at\" : \"2026-11-27T12:00:00Z\""));
  g_assert_null (strstr (files, "example.com"));
  g_assert_null (strstr (files, "eu_1"));
  g_assert_null (strstr (files, "acc-1"));
}

static void
test_receipt_of_a_consent_that_is_active_after_all_goes (DeskTestLife  *life,
                                                         gconstpointer  data)
{
  g_autoptr(DeskReceiptBook) book = open_book (life);
  g_autofree char *files = NULL;

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  desk_test_life_set_day (life, 91);
  g_assert_nonnull (desk_receipt_book_find (book, "c1"));
  desk_test_life_set_day (life, 0);
  g_assert_null (desk_receipt_book_find (book, "c1"));
  files = desk_test_life_dup_files (life);
  g_assert_cmpstr (files, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/consent-ends/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("at-the-institution", test_end_at_the_institution);
  ADD ("by-expiry", test_end_by_expiry);
  ADD ("as-accounts-are-closed", test_end_as_accounts_are_closed);
  ADD ("by-us", test_end_by_us);
  ADD ("with-the-end-user", test_end_with_the_end_user);
  ADD ("with-an-end-user-who-vanished", test_end_with_an_end_user_who_vanished);
  ADD ("moved-clock-brings-the-notice", test_moved_clock_brings_the_notice);
  ADD ("moved-clock-brings-the-end", test_moved_clock_brings_the_end);
  ADD ("receipt-says-what-ended-and-not-whose", test_receipt_says_what_ended_and_not_whose);
#undef ADD
#define ADD(path, function) \
  g_test_add ("/receipts/" path, DeskTestLife, NULL, desk_test_life_set_up, function, desk_test_life_tear_down)
  ADD ("kept-over-starts", test_receipt_is_kept_over_starts);
  ADD ("first-seen-after-expiry-is-unknown", test_first_seen_after_expiry_is_unknown);
  ADD ("reason-tells-expiry", test_reason_tells_expiry);
  ADD ("reason-tells-revocation", test_reason_tells_revocation);
  ADD ("seen-until-expiry-expired", test_seen_until_expiry_expired);
  ADD ("failed-end-is-not-ours-later", test_failed_end_is_not_ours_later);
  ADD ("end-without-an-answer-is-ours", test_end_without_an_answer_is_ours);
  ADD ("file-holds-nothing-personal", test_file_holds_nothing_personal);
  ADD ("of-a-consent-that-is-active-after-all-goes", test_receipt_of_a_consent_that_is_active_after_all_goes);
#undef ADD

  return g_test_run ();
}
