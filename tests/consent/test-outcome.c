/* test-outcome.c: the table of outcomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-outcome.h"

static const char *const received_codes[] = {
  "LINK_NOT_FOUND", "LINK_TIMEOUT", "LINK_USER_CANCELLED", "LINK_ORIGIN_MISMATCH", "LINK_INTERNAL_ERROR",
  "LINK_INVALID_SESSION", "AUTH_SESSION_INVALID", "AUTH_SESSION_CANCELLED", "CONSENT_UPSTREAM_PROCESSING_ERROR",
  "CONSENT_ENDUSER_DENIED", "CONSENT_OTP_FAILURE", "CONSENT_ENDUSER_INELIGIBLE", "CONSENT_TIMEOUT",
  "CONSUMERDATA_PROCESSING_ERROR", "AUTH_SESSION_NOT_FOUND", "AUTH_SESSION_TERMINAL",
};

static const char *const own_codes[] = {
  DESK_OUTCOME_LINKED, DESK_OUTCOME_UNCONFIRMED, DESK_OUTCOME_NOT_LISTED, DESK_OUTCOME_UNNAMED, DESK_OUTCOME_NOT_ACTIVE,
  DESK_OUTCOME_FOREIGN_CONSENT, DESK_OUTCOME_SEVERAL_CONSENTS, DESK_OUTCOME_SESSION_FAILED,
  DESK_OUTCOME_SESSION_REFUSED, DESK_OUTCOME_SNAPSHOT_FAILED, DESK_OUTCOME_NETWORK_FAILED, DESK_OUTCOME_TLS_FAILED,
  DESK_OUTCOME_PAGE_CRASHED, DESK_OUTCOME_PAGE_UNRESPONSIVE, DESK_OUTCOME_BROWSER_FAILED,
  DESK_OUTCOME_LISTENER_FAILED,
};

static gboolean
has_name (const DeskOutcome *outcome,
          const char        *code)
{
  gboolean found = g_str_equal (outcome->code, code);

  for (gsize i = 0; i < DESK_OUTCOME_MAX_ALIASES; i++)
    found = found || g_strcmp0 (outcome->aliases[i], code) == 0;

  return found;
}

static void
test_every_code_has_a_row (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (received_codes); i++)
    {
      g_assert_true (has_name (desk_outcome_find (received_codes[i]), received_codes[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (own_codes); i++)
    g_assert_cmpstr (desk_outcome_find (own_codes[i])->code, ==, own_codes[i]);
}

static void
test_no_row_without_a_code (void)
{
  guint n_outcomes = 0, n_names = 0;
  const DeskOutcome *outcomes = desk_outcome_list (&n_outcomes);

  for (guint i = 0; i < n_outcomes; i++)
    {
      n_names++;
      for (gsize j = 0; j < DESK_OUTCOME_MAX_ALIASES; j++)
        n_names += outcomes[i].aliases[j] != NULL;
    }

  g_assert_cmpuint (n_names, ==, G_N_ELEMENTS (received_codes) + G_N_ELEMENTS (own_codes));
}

static void
test_names_are_unique (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_outcomes = 0;
  const DeskOutcome *outcomes = desk_outcome_list (&n_outcomes);

  for (guint i = 0; i < n_outcomes; i++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) outcomes[i].code));
      g_assert_true (g_hash_table_add (seen, (gpointer) outcomes[i].title));
      for (gsize j = 0; j < DESK_OUTCOME_MAX_ALIASES && outcomes[i].aliases[j] != NULL; j++)
        g_assert_true (g_hash_table_add (seen, (gpointer) outcomes[i].aliases[j]));
    }
}

static void
test_rows_are_complete (void)
{
  guint n_outcomes = 0;
  const DeskOutcome *outcomes = desk_outcome_list (&n_outcomes);

  g_assert_cmpuint (n_outcomes, >, 0);
  for (guint i = 0; i < n_outcomes; i++)
    {
      g_assert_true (outcomes[i].title != NULL && !g_str_has_suffix (outcomes[i].title, "."));
      g_assert_true (outcomes[i].cause != NULL && g_str_has_suffix (outcomes[i].cause, "."));
      g_assert_true (outcomes[i].next_step != NULL && g_str_has_suffix (outcomes[i].next_step, "."));
    }
}

static void
test_what_cannot_occur_has_a_reason (void)
{
  guint n_outcomes = 0, n_reasons = 0;
  const DeskOutcome *outcomes = desk_outcome_list (&n_outcomes);

  for (guint i = 0; i < n_outcomes; i++)
    {
      for (DeskLinkWay way = 0; way < DESK_LINK_N_WAYS; way++)
        {
          const char *reason = outcomes[i].never[way];

          g_assert_true (desk_outcome_can_occur (&outcomes[i], way) == (reason == NULL));
          g_assert_true (reason == NULL || g_str_has_suffix (reason, "."));
          n_reasons += reason != NULL;
        }
    }
  g_assert_cmpuint (n_reasons, >, 0);
}

static void
test_unknown_codes (void)
{
  const char *const codes[] = { NULL, "", "CONSENT_NEW_KIND", "consent_timeout", "CONSENT_TIMEOUT " };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_cmpstr (desk_outcome_find (codes[i])->code, ==, "LINK_INTERNAL_ERROR");
      g_assert_cmpstr (desk_outcome_find_received (codes[i])->code, ==, "LINK_INTERNAL_ERROR");
    }
}

static void
test_pages_cannot_name_our_own (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_codes); i++)
    {
      g_autofree char *text = g_strdup_printf ("https://a/?error_type=%s", own_codes[i]);

      g_assert_cmpstr (desk_outcome_find_received (own_codes[i])->code, ==, "LINK_INTERNAL_ERROR");
      g_assert_null (desk_outcome_find_name_in (text));
    }
}

static void
test_pages_cannot_name_what_never_occurs (void)
{
  g_assert_cmpstr (desk_outcome_find_received ("LINK_NOT_FOUND")->code, ==, "LINK_INTERNAL_ERROR");
  g_assert_cmpstr (desk_outcome_find_received ("LINK_ORIGIN_MISMATCH")->code, ==, "LINK_INTERNAL_ERROR");
}

static void
test_pages_cannot_name_what_is_the_clients (void)
{
  g_assert_cmpstr (desk_outcome_find_received (DESK_OUTCOME_TIMEOUT)->code, ==, "LINK_INTERNAL_ERROR");
  g_assert_cmpstr (desk_outcome_find_received (DESK_OUTCOME_USER_CANCELLED)->code, ==, "LINK_INTERNAL_ERROR");
}

static void
test_pages_can_name_the_others (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (received_codes); i++)
    {
      const DeskOutcome *outcome = desk_outcome_find (received_codes[i]);

      if (g_str_equal (outcome->code, DESK_OUTCOME_TIMEOUT) || g_str_equal (outcome->code, DESK_OUTCOME_USER_CANCELLED))
        continue;
      if (desk_outcome_can_occur (outcome, DESK_LINK_WAY_REDIRECT))
        g_assert_true (desk_outcome_find_received (received_codes[i]) == outcome);
    }
}

/* Whoever knows the way back from the browser can name whatever a page can name. */
static void
test_pages_can_name_them_in_each_way (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (received_codes); i++)
    {
      for (DeskLinkWay way = 0; way < DESK_LINK_N_WAYS; way++)
        g_assert_true (desk_outcome_can_occur (desk_outcome_find_received (received_codes[i]), way));
    }
}

static void
test_finds_names_in_text (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (received_codes); i++)
    {
      g_autofree char *text = g_strdup_printf ("https://a/?error_type=%s&x=1", received_codes[i]);

      g_assert_cmpstr (desk_outcome_find_name_in (text), ==, received_codes[i]);
    }
  g_assert_null (desk_outcome_find_name_in ("https://a/?error_type=CONSENT_"));
}

static void
test_invalid_session_keeps_the_page (void)
{
  guint n_outcomes = 0;
  const DeskOutcome *outcomes = desk_outcome_list (&n_outcomes);

  g_assert_true (desk_outcome_find ("AUTH_SESSION_INVALID") == desk_outcome_find ("LINK_INVALID_SESSION"));
  for (guint i = 0; i < n_outcomes; i++)
    g_assert_true (outcomes[i].keeps_page == g_str_equal (outcomes[i].code, "AUTH_SESSION_INVALID"));
}

static void
test_retry (void)
{
  g_assert_cmpint (desk_outcome_find ("CONSENT_ENDUSER_DENIED")->retry, ==, DESK_OUTCOME_RETRY_SAME_SESSION);
  g_assert_cmpint (desk_outcome_find ("AUTH_SESSION_CANCELLED")->retry, ==, DESK_OUTCOME_RETRY_NEW_SESSION);
  g_assert_cmpint (desk_outcome_find ("AUTH_SESSION_INVALID")->retry, ==, DESK_OUTCOME_RETRY_NEW_SESSION);
  g_assert_cmpint (desk_outcome_find (DESK_OUTCOME_NOT_LISTED)->retry, ==, DESK_OUTCOME_RETRY_KEEP_WAITING);
  g_assert_cmpint (desk_outcome_find (DESK_OUTCOME_UNNAMED)->retry, ==, DESK_OUTCOME_RETRY_KEEP_WAITING);
  g_assert_cmpint (desk_outcome_find (DESK_OUTCOME_LINKED)->retry, ==, DESK_OUTCOME_RETRY_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcome/every-code-has-a-row", test_every_code_has_a_row);
  g_test_add_func ("/outcome/no-row-without-a-code", test_no_row_without_a_code);
  g_test_add_func ("/outcome/names-are-unique", test_names_are_unique);
  g_test_add_func ("/outcome/rows-are-complete", test_rows_are_complete);
  g_test_add_func ("/outcome/what-cannot-occur-has-a-reason", test_what_cannot_occur_has_a_reason);
  g_test_add_func ("/outcome/unknown-codes-are-internal-errors", test_unknown_codes);
  g_test_add_func ("/outcome/pages-cannot-name-our-own", test_pages_cannot_name_our_own);
  g_test_add_func ("/outcome/pages-cannot-name-what-never-occurs", test_pages_cannot_name_what_never_occurs);
  g_test_add_func ("/outcome/pages-cannot-name-what-is-the-clients", test_pages_cannot_name_what_is_the_clients);
  g_test_add_func ("/outcome/pages-can-name-the-others", test_pages_can_name_the_others);
  g_test_add_func ("/outcome/pages-can-name-them-in-each-way", test_pages_can_name_them_in_each_way);
  g_test_add_func ("/outcome/finds-names-in-text", test_finds_names_in_text);
  g_test_add_func ("/outcome/invalid-session-keeps-the-page", test_invalid_session_keeps_the_page);
  g_test_add_func ("/outcome/retry-follows-the-contract", test_retry);
  return g_test_run ();
}
