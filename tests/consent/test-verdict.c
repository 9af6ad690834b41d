/* test-verdict.c: the result of a judgement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-verdict.h"

static void
test_new (void)
{
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new (DESK_LINK_VERDICT_DENY, "why");
  g_autoptr(DeskLinkVerdict) completed = desk_link_verdict_new_completed ("c1");

  g_assert_cmpint (verdict->kind, ==, DESK_LINK_VERDICT_DENY);
  g_assert_cmpstr (verdict->reason, ==, "why");
  g_assert_cmpint (completed->kind, ==, DESK_LINK_VERDICT_COMPLETED);
  g_assert_cmpstr (completed->consent_id, ==, "c1");
}

static void
test_failed_by_query (void)
{
  g_autoptr(DeskLinkQuery) query = NULL;
  g_autoptr(DeskLinkVerdict) verdict = NULL;

  query = desk_link_query_new_from_uri ("https://a/?error=access_denied&error_type=CONSENT_ENDUSER_DENIED"
                                        "&error_id=err_1"
                                        "&error_description=End-user+denied.&error_uri=https%3A%2F%2Fdocs%23X");
  verdict = desk_link_verdict_new_failed (query, "FALLBACK");
  g_assert_cmpint (verdict->kind, ==, DESK_LINK_VERDICT_FAILED);
  g_assert_cmpstr (verdict->code, ==, "CONSENT_ENDUSER_DENIED");
  g_assert_cmpstr (verdict->message, ==, "access_denied");
  g_assert_cmpstr (verdict->error_id, ==, "err_1");
  g_assert_cmpstr (verdict->description, ==, "End-user denied.");
  g_assert_cmpstr (verdict->error_uri, ==, "https://docs#X");
}

static void
test_failed_without_type (void)
{
  g_autoptr(DeskLinkQuery) query = desk_link_query_new_from_uri ("https://a/?error=x");
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new_failed (query, "FALLBACK");

  g_assert_cmpstr (verdict->code, ==, "FALLBACK");
}

static void
test_each_error_parameter_counts (void)
{
  const char *const names[] = { "error", "error_type", "error_id", "error_description", "error_uri" };
  g_autoptr(DeskLinkQuery) none = desk_link_query_new_from_uri ("https://a/?error=&errors=1");

  g_assert_false (desk_link_verdict_is_error_query (none));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *uri = g_strdup_printf ("https://a/?%s=1", names[i]);
      g_autoptr(DeskLinkQuery) query = desk_link_query_new_from_uri (uri);

      g_assert_true (desk_link_verdict_is_error_query (query));
    }
}

static void
test_copy (void)
{
  DeskLinkVerdict verdict = { DESK_LINK_VERDICT_FAILED, (char *) "1", (char *) "2", (char *) "3", (char *) "4",
                              (char *) "5", (char *) "6", (char *) "7", (char *) "8", (char *) "9", TRUE, TRUE };
  g_autoptr(DeskLinkVerdict) copy = desk_link_verdict_copy (&verdict);

  g_assert_cmpint (copy->kind, ==, DESK_LINK_VERDICT_FAILED);
  g_assert_cmpstr (copy->consent_id, ==, "1");
  g_assert_cmpstr (copy->redirect_url, ==, "2");
  g_assert_cmpstr (copy->code, ==, "3");
  g_assert_cmpstr (copy->message, ==, "4");
  g_assert_cmpstr (copy->description, ==, "5");
  g_assert_cmpstr (copy->error_id, ==, "6");
  g_assert_cmpstr (copy->error_uri, ==, "7");
  g_assert_cmpstr (copy->reason, ==, "8");
  g_assert_cmpstr (copy->origin, ==, "9");
  g_assert_true (copy->is_unnamed_success && copy->names_result);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-verdict/keeps-what-it-is-given", test_new);
  g_test_add_func ("/link-verdict/failed-reads-the-error-parameters", test_failed_by_query);
  g_test_add_func ("/link-verdict/failed-falls-back-without-a-type", test_failed_without_type);
  g_test_add_func ("/link-verdict/each-error-parameter-counts", test_each_error_parameter_counts);
  g_test_add_func ("/link-verdict/copies-everything", test_copy);
  return g_test_run ();
}
