/* test-query.c: the parameters of a URI's query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-query.h"

static void
test_blanks_and_percent (void)
{
  g_autoptr(DeskLinkQuery) query = desk_link_query_new_from_uri ("https://a/?text=one+two%20three%2B&x%5By%5D=1");

  g_assert_cmpstr (desk_link_query_get_first (query, "text"), ==, "one two three+");
  g_assert_cmpstr (desk_link_query_get_first (query, "x[y]"), ==, "1");
}

static void
test_ends_at_fragment (void)
{
  g_autoptr(DeskLinkQuery) query = desk_link_query_new_from_uri ("https://a/?a=1#?b=2&c=3");
  g_autoptr(DeskLinkQuery) none = desk_link_query_new_from_uri ("https://a/#?a=1");

  g_assert_cmpstr (desk_link_query_get_first (query, "a"), ==, "1");
  g_assert_false (desk_link_query_has (query, "b"));
  g_assert_false (desk_link_query_has (query, "c"));
  g_assert_false (desk_link_query_has (none, "a"));
}

static void
test_names_are_whole (void)
{
  g_autoptr(DeskLinkQuery) query = desk_link_query_new_from_uri ("https://a/?xstate=1&State=2&state2=3&=4&&;state=5");

  g_assert_false (desk_link_query_has (query, "state"));
  g_assert_true (desk_link_query_has (query, "State"));
  g_assert_true (desk_link_query_has (query, ";state"));
}

static void
test_question_mark_in_value (void)
{
  g_autoptr(DeskLinkQuery) query = desk_link_query_new_from_uri ("https://a/?a=1?b=2&c==d");

  g_assert_cmpstr (desk_link_query_get_first (query, "a"), ==, "1?b=2");
  g_assert_cmpstr (desk_link_query_get_first (query, "c"), ==, "=d");
}

static void
test_unreadable_values_equal_nothing (void)
{
  const char *const values[] = { "%zz", "%4", "%", "a%00b", "%ff", "%c3" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *uri = g_strconcat ("https://a/?state=", values[i], NULL);
      g_autoptr(DeskLinkQuery) query = desk_link_query_new_from_uri (uri);

      g_assert_true (desk_link_query_has (query, "state"));
      g_assert_true (desk_link_query_carries (query, "state"));
      g_assert_false (desk_link_query_agrees (query, "state", values[i]));
      g_assert_false (desk_link_query_agrees (query, "state", NULL));
      g_assert_null (desk_link_query_get_first (query, "state"));
    }
}

static void
test_empty_is_there_but_carries_nothing (void)
{
  g_autoptr(DeskLinkQuery) query = desk_link_query_new_from_uri ("https://a/?error&error=&code=1");

  g_assert_true (desk_link_query_has (query, "error"));
  g_assert_false (desk_link_query_carries (query, "error"));
  g_assert_true (desk_link_query_carries (query, "code"));
  g_assert_null (desk_link_query_get_first (query, "error"));
}

static void
test_repeated (void)
{
  g_autoptr(DeskLinkQuery) query = desk_link_query_new_from_uri ("https://a/?a=1&b=2&a=1&b=3");

  g_assert_true (desk_link_query_agrees (query, "a", "1"));
  g_assert_false (desk_link_query_agrees (query, "b", "2"));
  g_assert_false (desk_link_query_agrees (query, "b", "3"));
  g_assert_true (desk_link_query_agrees (query, "absent", "1"));
  g_assert_cmpstr (desk_link_query_get_unique (query, "a"), ==, "1");
  g_assert_null (desk_link_query_get_unique (query, "b"));
  g_assert_cmpstr (desk_link_query_get_first (query, "b"), ==, "2");
}

static void
test_includes (void)
{
  g_autoptr(DeskLinkQuery) query = desk_link_query_new_from_uri ("https://a/?a=1&b=%32&c=3");
  g_autoptr(DeskLinkQuery) part = desk_link_query_new_from_uri ("https://b/?b=2&a=1");
  g_autoptr(DeskLinkQuery) other = desk_link_query_new_from_uri ("https://a/?a=1&b=1");
  g_autoptr(DeskLinkQuery) none = desk_link_query_new_from_uri ("https://a/");

  g_assert_true (desk_link_query_includes (query, part));
  g_assert_false (desk_link_query_includes (part, query));
  g_assert_false (desk_link_query_includes (query, other));
  g_assert_true (desk_link_query_includes (query, none));
}

static char *
make_uri (guint n_parameters)
{
  GString *uri = g_string_new ("https://a/?state=1");

  for (guint i = 1; i < n_parameters; i++)
    g_string_append (uri, "&&a");

  return g_string_free (uri, FALSE);
}

/* Reading a megabyte of parameters would hold up whoever asks. */
static void
test_endless (void)
{
  g_autofree char *long_uri = make_uri (1000);
  g_autofree char *endless_uri = make_uri (1001);
  g_autoptr(DeskLinkQuery) longest = desk_link_query_new_from_uri (long_uri);
  g_autoptr(DeskLinkQuery) endless = desk_link_query_new_from_uri (endless_uri);

  g_assert_true (desk_link_query_agrees (longest, "state", "1"));
  g_assert_false (desk_link_query_carries (longest, "error"));
  g_assert_false (desk_link_query_agrees (endless, "state", "1"));
  g_assert_true (desk_link_query_carries (endless, "error"));
  g_assert_null (desk_link_query_get_unique (endless, "state"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-query/decodes-blanks-and-percent", test_blanks_and_percent);
  g_test_add_func ("/link-query/ends-at-the-fragment", test_ends_at_fragment);
  g_test_add_func ("/link-query/compares-whole-names", test_names_are_whole);
  g_test_add_func ("/link-query/keeps-separators-in-values", test_question_mark_in_value);
  g_test_add_func ("/link-query/unreadable-values-equal-nothing", test_unreadable_values_equal_nothing);
  g_test_add_func ("/link-query/empty-is-there-but-carries-nothing", test_empty_is_there_but_carries_nothing);
  g_test_add_func ("/link-query/repeated-parameters-must-agree", test_repeated);
  g_test_add_func ("/link-query/endless-agrees-with-nothing", test_endless);
  g_test_add_func ("/link-query/includes-another-query", test_includes);
  return g_test_run ();
}
