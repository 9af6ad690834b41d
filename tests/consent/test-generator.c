/* test-generator.c: a million made-up results, genuine and forged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "link-generator.h"

#define N_CASES 500000
#define SEED 20260101
#define MAX_SHOWN 5

typedef LinkCase *(*Maker) (GRand *random);

typedef struct
{
  guint n_genuine;
  guint n_accepted;
  guint n_false;
  guint n_wrong;
} Counts;

static void
show (const LinkCase        *made,
      const DeskLinkVerdict *verdict)
{
  g_autofree char *text = g_strndup (made->text->str, MIN (made->text->len, 500));
  g_autofree char *escaped = g_strescape (text, NULL);

  g_test_message ("%s: origin %s, source %d: verdict %d, consent %s; expected %d, consent %s", escaped, made->origin,
                  made->source, verdict->kind, verdict->consent_id, made->expected, made->consent_id);
}

static void
count (Counts                *counts,
       const LinkCase        *made,
       const DeskLinkVerdict *verdict)
{
  gboolean is_genuine = made->expected == DESK_LINK_VERDICT_COMPLETED;
  gboolean is_met = link_case_is_met (made, verdict);

  counts->n_genuine += is_genuine;
  counts->n_accepted += is_genuine && is_met;
  counts->n_false += !is_genuine && verdict->kind == DESK_LINK_VERDICT_COMPLETED;
  if (is_met)
    return;

  if (counts->n_wrong++ < MAX_SHOWN)
    show (made, verdict);
}

static void
check (Maker       maker,
       const char *what)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  Counts counts = { 0 };

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr(LinkCase) made = maker (random);
      g_autoptr(DeskLinkVerdict) verdict = link_case_judge (made);

      count (&counts, made, verdict);
    }

  g_test_message ("%d %s: %u genuine, %u of them accepted; %u false completions; %u wrong verdicts in all", N_CASES, what,
                  counts.n_genuine, counts.n_accepted, counts.n_false, counts.n_wrong);
  g_assert_cmpuint (counts.n_accepted, ==, counts.n_genuine);
  g_assert_cmpuint (counts.n_false, ==, 0);
  g_assert_cmpuint (counts.n_wrong, ==, 0);
}

static void
test_navigations (void)
{
  check (link_navigation_new, "navigations");
}

static void
test_messages (void)
{
  check (link_message_new, "messages");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-generator/navigations-mean-what-they-are-made-of", test_navigations);
  g_test_add_func ("/link-generator/messages-mean-what-they-are-made-of", test_messages);
  return g_test_run ();
}
