/* test-offers.c: tests of what institutions offer: lists by the fetch of an end user, details one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-api-error.h"
#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-detail-load.h"
#include "desk-row-list.h"
#include "desk-sync.h"

static void
grant (DeskAppFixture *fixture,
       const char     *institution_id)
{
  g_autofree char *consent_id = NULL;

  consent_id = desk_test_sandbox_grant (fixture->sandbox, desk_end_user_get_id (fixture->end_user), institution_id);
  desk_app_fixture_refresh (fixture);
}

static void
sync_deeply (DeskAppFixture *fixture)
{
  g_autoptr(DeskSync) sync = desk_sync_new (fixture->context, fixture->end_user);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_sync_set_deep (sync, TRUE);
  desk_sync_run_async (sync, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_sync_run_finish (sync, result, &error);
  g_assert_no_error (error);
}

static guint
count_rows (DeskAppFixture *fixture,
            const char     *resource)
{
  return desk_app_fixture_count_rows (fixture, desk_end_user_get_id (fixture->end_user), resource);
}

static void
test_lists_come_with_the_consent (DeskAppFixture *fixture,
                                  gconstpointer   data)
{
  guint n_products;

  if (fixture->sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  desk_app_fixture_sync (fixture);
  n_products = count_rows (fixture, "banking.products");
  g_assert_cmpuint (n_products, >, 0);
  g_assert_cmpuint (count_rows (fixture, "energy.plans"), ==, 0);
  g_assert_cmpuint (count_rows (fixture, "banking.product-detail"), ==, 0);

  grant (fixture, DESK_TEST_RETAILER);
  desk_app_fixture_sync (fixture);
  g_assert_cmpuint (count_rows (fixture, "banking.products"), ==, n_products);
  g_assert_cmpuint (count_rows (fixture, "energy.plans"), >, 0);
}

static void
test_deep_run_brings_all_details (DeskAppFixture *fixture,
                                  gconstpointer   data)
{
  if (fixture->sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  grant (fixture, DESK_TEST_RETAILER);
  sync_deeply (fixture);
  sync_deeply (fixture);
  g_assert_cmpuint (count_rows (fixture, "banking.product-detail"), >, 0);
  g_assert_cmpuint (count_rows (fixture, "banking.product-detail"), ==, count_rows (fixture, "banking.products"));
  g_assert_cmpuint (count_rows (fixture, "energy.plan-detail"), >, 0);
  g_assert_cmpuint (count_rows (fixture, "energy.plan-detail"), ==, count_rows (fixture, "energy.plans"));
}

static DeskRow *
read_first_row (DeskAppFixture *fixture,
                const char     *resource)
{
  g_autoptr(DeskQuery) query = desk_query_new (desk_catalogue_find (resource),
                                               desk_end_user_get_id (fixture->end_user));
  g_autoptr(DeskRowList) list = desk_row_list_new (desk_context_get_store (fixture->context), query);
  g_autoptr(DeskRow) row = NULL;

  while (row == NULL || !desk_row_is_loaded (row))
    {
      g_main_context_iteration (NULL, TRUE);
      if (row == NULL)
        row = g_list_model_get_item (G_LIST_MODEL (list), 0);
    }

  return g_steal_pointer (&row);
}

static gint64
load_details (DeskAppFixture  *fixture,
              DeskRow         *row,
              GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_detail_load_async (fixture->context, desk_end_user_get_id (fixture->end_user), row, NULL,
                          desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_detail_load_finish (fixture->context, result, error);
}

static void
test_details_of_one_row (DeskAppFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr(DeskRow) product = NULL;
  g_autoptr(DeskRow) detail = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *product_id = NULL;
  g_autofree char *detail_id = NULL;
  gint64 id;

  if (fixture->sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  desk_app_fixture_sync (fixture);
  product = read_first_row (fixture, "banking.products");
  id = load_details (fixture, product, &error);
  g_assert_no_error (error);

  detail = read_first_row (fixture, "banking.product-detail");
  g_assert_cmpint (desk_row_get_id (detail), ==, id);
  product_id = desk_row_dup_text (product, "product_id");
  detail_id = desk_row_dup_text (detail, "product_id");
  g_assert_cmpstr (detail_id, ==, product_id);
}

/* Opened, then brought by a deep run, or opened twice: still one record. */
static void
test_details_are_kept_once (DeskAppFixture *fixture,
                            gconstpointer   data)
{
  g_autoptr(DeskRow) plan = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  if (fixture->sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_RETAILER);
  sync_deeply (fixture);
  plan = read_first_row (fixture, "energy.plans");
  id = load_details (fixture, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (load_details (fixture, plan, &error), ==, id);
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (fixture, "energy.plan-detail"), ==, count_rows (fixture, "energy.plans"));
}

static void
test_failure_is_told (DeskAppFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr(DeskRow) product = NULL;
  g_autoptr(GError) error = NULL;

  if (fixture->sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  desk_app_fixture_sync (fixture);
  product = read_first_row (fixture, "banking.products");
  desk_test_sandbox_kill (fixture->sandbox);
  g_assert_cmpint (load_details (fixture, product, &error), ==, 0);
  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_NETWORK);
}

static void
test_offers_go_with_the_consent (DeskAppFixture *fixture,
                                 gconstpointer   data)
{
  DeskDirectory *directory;
  g_autoptr(DeskConsent) consent = NULL;
  g_autofree char *path = NULL;
  g_autofree char *answer = NULL;

  if (fixture->sandbox == NULL)
    return;

  directory = desk_context_get_directory (fixture->context);
  grant (fixture, DESK_TEST_BANK);
  consent = g_list_model_get_item (desk_directory_get_consents (directory, desk_end_user_get_id (fixture->end_user)), 0);
  grant (fixture, DESK_TEST_RETAILER);
  sync_deeply (fixture);

  path = g_strconcat ("/v1/consent/", desk_consent_get_id (consent), NULL);
  answer = desk_test_sandbox_call (fixture->sandbox, "DELETE", path, NULL);
  desk_app_fixture_refresh (fixture);
  while (count_rows (fixture, "banking.products") > 0)
    g_main_context_iteration (NULL, FALSE);

  g_assert_cmpuint (count_rows (fixture, "banking.product-detail"), ==, 0);
  g_assert_cmpuint (count_rows (fixture, "banking.income"), ==, 0);
  g_assert_cmpuint (count_rows (fixture, "energy.plans"), >, 0);
  g_assert_cmpuint (count_rows (fixture, "energy.plan-detail"), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/offers/" path, DeskAppFixture, NULL, desk_app_fixture_set_up, function, desk_app_fixture_tear_down)
  ADD ("lists-come-with-the-consent", test_lists_come_with_the_consent);
  ADD ("deep-run-brings-all-details", test_deep_run_brings_all_details);
  ADD ("details-of-one-row", test_details_of_one_row);
  ADD ("details-are-kept-once", test_details_are_kept_once);
  ADD ("failure-is-told", test_failure_is_told);
  ADD ("offers-go-with-the-consent", test_offers_go_with_the_consent);
#undef ADD

  return g_test_run ();
}
