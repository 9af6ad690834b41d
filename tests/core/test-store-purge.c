/* test-store-purge.c: what must go, goes; what is another's, stays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-fixture.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
add_transactions (DeskStore         *store,
                  const char *const *records)
{
  fixture_add (store, "banking.transactions", FIXTURE_USER, 1, records);
}

static void
assert_left (DeskStore  *store,
             const char *resource,
             const char *expected)
{
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource (resource), FIXTURE_USER);
  g_autofree char *ids = fixture_column (store, query, "fiskil_id");

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_own_rows (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  add_transactions (store, RECORDS ("{\"fiskil_id\":\"1\",\"arrangement_id\":\"c1\",\"institution_id\":\"22\"}",
                                    "{\"fiskil_id\":\"2\",\"arrangement_id\":\"c2\",\"institution_id\":\"22\"}",
                                    "{\"fiskil_id\":\"3\",\"arrangement_id\":\"c3\",\"institution_id\":\"23\"}"));
  fixture_purge_consent (store, FIXTURE_USER, "22", "c1");
  assert_left (store, "banking.transactions", "2,3");
}

static void
test_rows_of_nobody (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  add_transactions (store, RECORDS ("{\"fiskil_id\":\"same-bank\",\"institution_id\":\"22\"}",
                                    "{\"fiskil_id\":\"empty\",\"arrangement_id\":\"\",\"institution_id\":\"22\"}",
                                    "{\"fiskil_id\":\"no-bank\"}",
                                    "{\"fiskil_id\":\"other-bank\",\"institution_id\":\"23\"}"));
  fixture_purge_consent (store, FIXTURE_USER, "22", "c1");
  assert_left (store, "banking.transactions", "other-bank");
}

static void
assert_unknown_institution (const char *institution_id)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  add_transactions (store, RECORDS ("{\"fiskil_id\":\"of-a-bank\",\"institution_id\":\"22\"}",
                                    "{\"fiskil_id\":\"no-bank\"}",
                                    "{\"fiskil_id\":\"others\",\"arrangement_id\":\"c2\",\"institution_id\":\"22\"}"));
  fixture_purge_consent (store, FIXTURE_USER, institution_id, "c1");
  assert_left (store, "banking.transactions", "others");
}

static void
test_unknown_institution (void)
{
  assert_unknown_institution (NULL);
  assert_unknown_institution ("");
}

static void
test_rows_by_account (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  fixture_add (store, "banking.accounts", FIXTURE_USER, 1,
               RECORDS ("{\"fiskil_id\":\"a1\",\"account_id\":\"1\",\"arrangement_id\":\"c1\","
                        "\"institution_id\":\"22\"}",
                        "{\"fiskil_id\":\"a2\",\"account_id\":\"2\",\"arrangement_id\":\"c2\","
                        "\"institution_id\":\"22\"}",
                        "{\"fiskil_id\":\"a3\",\"account_id\":\"3\",\"arrangement_id\":\"c1\","
                        "\"institution_id\":\"22\"}",
                        "{\"fiskil_id\":\"a4\",\"account_id\":\"3\",\"arrangement_id\":\"c2\","
                        "\"institution_id\":\"22\"}",
                        "{\"fiskil_id\":\"a5\",\"account_id\":\"2\",\"arrangement_id\":\"c1\","
                        "\"institution_id\":\"23\"}"));
  add_transactions (store, RECORDS ("{\"fiskil_id\":\"mine\",\"account_id\":\"1\",\"institution_id\":\"22\"}",
                                    "{\"fiskil_id\":\"others\",\"account_id\":\"2\",\"institution_id\":\"22\"}",
                                    "{\"fiskil_id\":\"both\",\"account_id\":\"3\",\"institution_id\":\"22\"}",
                                    "{\"fiskil_id\":\"unknown\",\"account_id\":\"4\",\"institution_id\":\"22\"}"));
  fixture_purge_consent (store, FIXTURE_USER, "22", "c1");
  assert_left (store, "banking.transactions", "others");
  assert_left (store, "banking.accounts", "a2,a4");
}

static void
test_rows_by_service_point (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  fixture_add (store, "energy.service-points", FIXTURE_USER, 1,
               RECORDS ("{\"fiskil_id\":\"s1\",\"service_point_id\":\"1\",\"arrangement_id\":\"c1\","
                        "\"institution_id\":\"140\"}",
                        "{\"fiskil_id\":\"s2\",\"service_point_id\":\"2\",\"arrangement_id\":\"c2\","
                        "\"institution_id\":\"140\"}"));
  fixture_add (store, "energy.usage", FIXTURE_USER, 1,
               RECORDS ("{\"fiskil_id\":\"u1\",\"service_point_id\":\"1\",\"institution_id\":\"140\"}",
                        "{\"fiskil_id\":\"u2\",\"service_point_id\":\"2\",\"institution_id\":\"140\"}"));
  fixture_purge_consent (store, FIXTURE_USER, "140", "c2");
  assert_left (store, "energy.usage", "u1");
  assert_left (store, "energy.service-points", "s1");
}

/* An offer names its institution in no place of its own; it goes with any consent there. */
static void
test_offers (void)
{
  static const char *const names[] = { "banking.products", "banking.product-detail" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(DeskStore) store = desk_store_new (NULL);

      fixture_add_of_institution (store, names[i], "22", RECORDS ("{\"fiskil_id\":\"of-22\"}"));
      fixture_add_of_institution (store, names[i], "23", RECORDS ("{\"fiskil_id\":\"of-23\"}"));
      fixture_purge_consent (store, FIXTURE_USER, "22", "c1");
      assert_left (store, names[i], "of-23");
    }
}

/* An income is of all consents: it goes with each. */
static void
test_income (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  fixture_add (store, "banking.income", FIXTURE_USER, 1,
               RECORDS ("{\"fiskil_id\":\"all\",\"income_sources\":[{\"institution_id\":\"23\"}]}"));
  fixture_purge_consent (store, FIXTURE_USER, "22", "c1");
  assert_left (store, "banking.income", "");
}

static void
test_scheduled_payments_by_account (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  fixture_add (store, "banking.accounts", FIXTURE_USER, 1,
               RECORDS ("{\"fiskil_id\":\"a1\",\"account_id\":\"1\",\"arrangement_id\":\"c1\","
                        "\"institution_id\":\"22\"}",
                        "{\"fiskil_id\":\"a2\",\"account_id\":\"2\",\"arrangement_id\":\"c2\","
                        "\"institution_id\":\"22\"}"));
  fixture_add (store, "banking.scheduled-payments", FIXTURE_USER, 1,
               RECORDS ("{\"fiskil_id\":\"p1\",\"from\":{\"account_id\":\"1\"},\"institution_id\":\"22\"}",
                        "{\"fiskil_id\":\"p2\",\"from\":{\"account_id\":\"2\"},\"institution_id\":\"22\"}"));
  fixture_purge_consent (store, FIXTURE_USER, "22", "c1");
  assert_left (store, "banking.scheduled-payments", "p2");
}

/* Every data set, whatever its records say of accounts and service points. */
static void
test_every_data_set (void)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    {
      g_autoptr(DeskStore) store = desk_store_new (NULL);

      fixture_add (store, resources[i]->name, FIXTURE_USER, 1,
                   RECORDS ("{\"fiskil_id\":\"mine\",\"arrangement_id\":\"c1\",\"institution_id\":\"22\"}",
                            "{\"fiskil_id\":\"account\",\"account_id\":\"1\",\"institution_id\":\"22\"}",
                            "{\"fiskil_id\":\"point\",\"service_point_id\":\"1\",\"institution_id\":\"22\"}",
                            "{\"fiskil_id\":\"neither\",\"institution_id\":\"22\"}",
                            "{\"fiskil_id\":\"others\",\"institution_id\":\"23\"}"));
      fixture_purge_consent (store, FIXTURE_USER, "22", "c1");
      assert_left (store, resources[i]->name, "others");
    }
}

static void
test_other_end_users (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  fixture_add (store, "banking.transactions", "eu_2", 1, RECORDS ("{\"fiskil_id\":\"1\",\"arrangement_id\":\"c1\"}",
                                                                  "{\"fiskil_id\":\"2\"}"));
  fixture_purge_consent (store, FIXTURE_USER, "22", "c1");
  fixture_purge_end_user (store, FIXTURE_USER);
  g_assert_cmpuint (fixture_count (store, "eu_2", NULL, "banking.transactions"), ==, 2);
}

static void
test_end_user (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  add_transactions (store, RECORDS ("{\"fiskil_id\":\"1\",\"arrangement_id\":\"c1\"}", "{\"fiskil_id\":\"2\"}"));
  fixture_add (store, "common.identity", FIXTURE_USER, 1, RECORDS ("{\"fiskil_id\":\"3\"}"));
  fixture_purge_end_user (store, FIXTURE_USER);
  assert_left (store, "banking.transactions", "");
  assert_left (store, "common.identity", "");
}

static void
test_bodies_go (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource ("banking.transactions"), FIXTURE_USER);
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) records = NULL;

  add_transactions (store, RECORDS ("{\"fiskil_id\":\"1\",\"arrangement_id\":\"c1\"}"));
  ids = fixture_list (store, query, 0, 0);
  fixture_purge_consent (store, FIXTURE_USER, "22", "c1");

  desk_store_read_async (store, fixture_resource ("banking.transactions"), &g_array_index (ids, gint64, 0), 1,
                         DESK_STORE_READING_RECEIVED, NULL, fixture_keep_result, &result);
  records = desk_store_read_finish (store, fixture_wait (&result), NULL);
  g_assert_null (records->pdata[0]);
}

static void
purged_cb (DeskStore  *store,
           const char *end_user_id,
           const char *arrangement_id,
           GString    *heard)
{
  g_string_append_printf (heard, "purged %s %s;", end_user_id, arrangement_id != NULL ? arrangement_id : "all");
}

static void
changed_cb (DeskStore          *store,
            const DeskResource *resource,
            const char         *end_user_id,
            GString            *heard)
{
  g_string_append_printf (heard, "changed %s %s;", resource->name, end_user_id);
}

static void
test_signals (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(GString) heard = g_string_new (NULL);

  add_transactions (store, RECORDS ("{\"fiskil_id\":\"1\",\"arrangement_id\":\"c1\"}"));
  g_signal_connect (store, "purged", G_CALLBACK (purged_cb), heard);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), heard);
  fixture_purge_consent (store, FIXTURE_USER, "22", "c1");
  fixture_purge_end_user (store, FIXTURE_USER);
  g_assert_cmpstr (heard->str, ==, "purged eu_1 c1;changed banking.transactions eu_1;purged eu_1 all;");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/purge/removes-the-rows-of-a-consent", test_own_rows);
  g_test_add_func ("/store/purge/removes-rows-of-no-consent", test_rows_of_nobody);
  g_test_add_func ("/store/purge/of-an-unknown-institution-removes-rows-of-no-consent", test_unknown_institution);
  g_test_add_func ("/store/purge/gives-rows-to-the-consent-of-their-account", test_rows_by_account);
  g_test_add_func ("/store/purge/gives-rows-to-the-consent-of-their-service-point", test_rows_by_service_point);
  g_test_add_func ("/store/offers-of-the-institution", test_offers);
  g_test_add_func ("/store/income-of-all-consents", test_income);
  g_test_add_func ("/store/scheduled-payments-by-account", test_scheduled_payments_by_account);
  g_test_add_func ("/store/every-data-set", test_every_data_set);
  g_test_add_func ("/store/purge/leaves-other-end-users-alone", test_other_end_users);
  g_test_add_func ("/store/purge/removes-all-of-an-end-user", test_end_user);
  g_test_add_func ("/store/purge/removes-bodies", test_bodies_go);
  g_test_add_func ("/store/purge/says-so-before-anything-else", test_signals);

  return g_test_run ();
}
