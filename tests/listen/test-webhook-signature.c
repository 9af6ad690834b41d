/* test-webhook-signature.c: whether a webhook comes from who holds the secret
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-webhook-signature.h"

/* The published example: secret and body of the webhooks guide. */
static const char secret[] =
  "jf+cnWPind3y0kYqJM4cPAC/8kNcwVXE8/fKs/Kz/SxXIkhVfvV8yh8dtEX9+K2PsmItKu5Jqqwy7cw2JQ+ozsSo2M9qmwpPxRMCREO+";
static const char body[] =
  "{\"publish_time\":\"2023-11-23T03:03:30.792Z\",\"message_id\":\"9790112556309026\",\"data\":"
  "{\"consent_id\":\"4a726862-6b39-4cd5-92c0-3d20fe96a202\",\"client_id\":\"2XbIYazvJeBwaJx1xCaFar64uVk\","
  "\"end_user_id\":\"2YPr9YiWLNj3KZt9ycjbvy4bRx5\",\"institution_id\":\"1\"}}";
static const char signature[] = "IzCU0JfFkAFOb+uwl+7tKiblh3ZRGkG6r5OyNTEefic=";

static gboolean
verify (const char *of_signature,
        const char *of_secret,
        const char *of_body)
{
  g_autoptr(GBytes) bytes = g_bytes_new (of_body, strlen (of_body));

  return desk_webhook_signature_verify (of_signature, of_secret, bytes);
}

static void
test_accepts_the_published_example (void)
{
  g_assert_true (verify (signature, secret, body));
}

static void
test_refuses_a_changed_body (void)
{
  g_autofree char *changed = g_strdup (body);
  g_autofree char *longer = g_strconcat (body, "\n", NULL);

  changed[strlen (changed) - 4] = '2';
  g_assert_false (verify (signature, secret, changed));
  g_assert_false (verify (signature, secret, longer));
  g_assert_false (verify (signature, secret, ""));
}

static void
test_refuses_another_secret (void)
{
  g_autofree char *changed = g_strdup (secret);

  changed[0] = 'k';
  g_assert_false (verify (signature, changed, body));
}

static void
test_refuses_another_signature (void)
{
  g_autofree char *first = g_strdup (signature);
  g_autofree char *last = g_strdup (signature);

  first[0] = 'J';
  last[strlen (last) - 3] = 'k';
  g_assert_false (verify (first, secret, body));
  g_assert_false (verify (last, secret, body));
  g_assert_false (verify (NULL, secret, body));
  g_assert_false (verify ("", secret, body));
  g_assert_false (verify ("AAAA", secret, body));
}

static void
test_refuses_what_is_not_base64 (void)
{
  g_autofree char *spaced_signature = g_strconcat (signature, " ", NULL);
  g_autofree char *dashed_secret = g_strconcat ("-", secret, NULL);

  g_assert_false (verify (spaced_signature, secret, body));
  g_assert_false (verify ("IzCU0JfFkAFOb+uwl+7tKiblh3ZRGkG6r5OyNTEefic", secret, body));
  g_assert_false (verify (signature, dashed_secret, body));
}

static void
test_refuses_an_empty_secret (void)
{
  /* What HMAC-SHA256 gives for no key and no body. */
  g_assert_false (verify ("thNnmggU2ex3L5XXeMNfxf8Wl8STcVZTxscSFEKSxa0=", "", ""));
}

static void
test_accepts_an_empty_body (void)
{
  g_autofree char *hex = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) "key", 3, "", 0);

  g_assert_cmpstr (hex, ==, "5d5d139563c95b5967b9bd9a8c9b233a9dedb45072794cd232dc1b74832607d0");
  g_assert_true (verify ("XV0TlWPJW1lnub2ajJsjOp3ttFByeUzSMtwbdIMmB9A=", "a2V5", ""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/webhook-signature/accepts-the-published-example", test_accepts_the_published_example);
  g_test_add_func ("/webhook-signature/refuses-a-changed-body", test_refuses_a_changed_body);
  g_test_add_func ("/webhook-signature/refuses-another-secret", test_refuses_another_secret);
  g_test_add_func ("/webhook-signature/refuses-another-signature", test_refuses_another_signature);
  g_test_add_func ("/webhook-signature/refuses-what-is-not-base64", test_refuses_what_is_not_base64);
  g_test_add_func ("/webhook-signature/refuses-an-empty-secret", test_refuses_an_empty_secret);
  g_test_add_func ("/webhook-signature/accepts-an-empty-body", test_accepts_an_empty_body);

  return g_test_run ();
}
