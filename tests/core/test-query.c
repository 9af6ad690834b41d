/* test-query.c: queries keep their conditions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-query.h"

#include "desk-store-fixture.h"

static DeskQuery *
new_full_query (void)
{
  DeskQuery *query = desk_query_new (fixture_resource ("banking.transactions"), "eu_1");

  desk_query_set_arrangement_id (query, "c1");
  desk_query_set_search (query, "coffee");
  desk_query_set_filter (query, "status", "PENDING");
  desk_query_set_sort (query, "amount", TRUE);

  return query;
}

static void
check_full_query (const DeskQuery *query)
{
  g_assert_true (desk_query_get_resource (query) == fixture_resource ("banking.transactions"));
  g_assert_cmpstr (desk_query_get_end_user_id (query), ==, "eu_1");
  g_assert_cmpstr (desk_query_get_arrangement_id (query), ==, "c1");
  g_assert_cmpstr (desk_query_get_search (query), ==, "coffee");
  g_assert_cmpstr (desk_query_get_filter (query, "status"), ==, "PENDING");
  g_assert_cmpstr (desk_query_get_sort_field (query), ==, "amount");
  g_assert_true (desk_query_get_sort_descending (query));
}

static void
test_set (void)
{
  g_autoptr(DeskQuery) query = new_full_query ();

  check_full_query (query);
  g_assert_null (desk_query_get_filter (query, "type"));
}

static void
test_take_away (void)
{
  g_autoptr(DeskQuery) query = new_full_query ();

  desk_query_set_arrangement_id (query, NULL);
  desk_query_set_search (query, NULL);
  desk_query_set_filter (query, "status", NULL);
  desk_query_set_sort (query, NULL, FALSE);

  g_assert_null (desk_query_get_arrangement_id (query));
  g_assert_null (desk_query_get_search (query));
  g_assert_null (desk_query_get_filter (query, "status"));
  g_assert_null (desk_query_get_sort_field (query));
  g_assert_false (desk_query_get_sort_descending (query));
}

static void
test_narrowed (void)
{
  g_autoptr(DeskQuery) query = desk_query_new (desk_catalogue_find ("banking.transactions"), "eu_1");

  desk_query_set_sort (query, "amount", TRUE);
  g_assert_false (desk_query_is_narrowed (query));
  desk_query_set_search (query, "coffee");
  g_assert_true (desk_query_is_narrowed (query));
  desk_query_set_search (query, NULL);
  desk_query_set_filter (query, "status", "PENDING");
  g_assert_true (desk_query_is_narrowed (query));
}

static void
test_copy (void)
{
  DeskQuery *query = new_full_query ();
  g_autoptr(DeskQuery) copy = desk_query_copy (query);

  desk_query_set_search (query, "tea");
  desk_query_free (query);
  check_full_query (copy);
}

static void
test_boxed (void)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, DESK_TYPE_QUERY);
  g_value_take_boxed (&value, new_full_query ());
  check_full_query (g_value_get_boxed (&value));
}

static void
test_unknown_field (void)
{
  g_autoptr(DeskQuery) query = new_full_query ();

  g_test_expect_message ("desk-core", G_LOG_LEVEL_CRITICAL, "*is_stored*");
  desk_query_set_filter (query, "value_date_time", "x");
  g_test_assert_expected_messages ();
  g_test_expect_message ("desk-core", G_LOG_LEVEL_CRITICAL, "*is_stored*");
  desk_query_set_sort (query, "\" OR 1=1", TRUE);
  g_test_assert_expected_messages ();

  check_full_query (query);
  g_assert_null (desk_query_get_filter (query, "value_date_time"));
}

static void
test_free (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'a');
  gsize before = fixture_get_memory ();

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr(DeskQuery) query = new_full_query ();

      desk_query_set_search (query, long_text);
    }
  desk_query_free (NULL);

  g_assert_cmpuint (fixture_get_memory (), <, before + 1000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/keeps-conditions", test_set);
  g_test_add_func ("/query/takes-conditions-away", test_take_away);
  g_test_add_func ("/query/knows-whether-it-leaves-rows-out", test_narrowed);
  g_test_add_func ("/query/copies-everything", test_copy);
  g_test_add_func ("/query/is-boxed", test_boxed);
  g_test_add_func ("/query/is-freed", test_free);
  g_test_add_func ("/query/refuses-fields-that-are-not-stored", test_unknown_field);

  return g_test_run ();
}
