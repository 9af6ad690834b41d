/* test-snapshot.c: consents before and after the page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-snapshot.h"

#define DAY "2026-01-01T00:00:00Z"
#define LATER "2026-06-01T00:00:00Z"

static void
add (GPtrArray  *consents,
     const char *id,
     const char *end_user_id,
     gboolean    active,
     const char *last_consent,
     const char *expires_at)
{
  g_ptr_array_add (consents, desk_link_consent_new (id, end_user_id, "88888", active, last_consent, expires_at));
}

static char *
dup_changed (GPtrArray *before,
             GPtrArray *after)
{
  g_autoptr(DeskLinkSnapshot) snapshot = desk_link_snapshot_new (before);
  g_autoptr(GPtrArray) changed = desk_link_snapshot_find_changed (snapshot, after, "eu_1");

  g_ptr_array_add (changed, NULL);
  return g_strjoinv (" ", (char **) changed->pdata);
}

static void
test_copy (void)
{
  DeskLinkConsent *consent = desk_link_consent_new ("c1", "eu_1", "88888", TRUE, DAY, LATER);
  g_autoptr(DeskLinkConsent) copy = desk_link_consent_copy (consent);

  desk_link_consent_free (consent);
  g_assert_cmpstr (copy->id, ==, "c1");
  g_assert_cmpstr (copy->end_user_id, ==, "eu_1");
  g_assert_cmpstr (copy->institution_id, ==, "88888");
  g_assert_true (copy->active);
  g_assert_cmpstr (copy->last_consent, ==, DAY);
  g_assert_cmpstr (copy->expires_at, ==, LATER);
}

static void
test_standing (void)
{
  g_autoptr(GPtrArray) consents = desk_link_consents_new ();

  add (consents, "mine", "eu_1", TRUE, NULL, NULL);
  add (consents, "ended", "eu_1", FALSE, NULL, NULL);
  add (consents, "foreign", "eu_2", TRUE, NULL, NULL);
  add (consents, "nobody", NULL, TRUE, NULL, NULL);
  g_assert_cmpint (desk_link_consents_judge (consents, "mine", "eu_1"), ==, DESK_LINK_STANDING_CONFIRMED);
  g_assert_cmpint (desk_link_consents_judge (consents, "ended", "eu_1"), ==, DESK_LINK_STANDING_INACTIVE);
  g_assert_cmpint (desk_link_consents_judge (consents, "foreign", "eu_1"), ==, DESK_LINK_STANDING_FOREIGN);
  g_assert_cmpint (desk_link_consents_judge (consents, "nobody", "eu_1"), ==, DESK_LINK_STANDING_FOREIGN);
  g_assert_cmpint (desk_link_consents_judge (consents, "absent", "eu_1"), ==, DESK_LINK_STANDING_ABSENT);
  g_assert_cmpint (desk_link_consents_judge (consents, "MINE", "eu_1"), ==, DESK_LINK_STANDING_ABSENT);
}

static void
test_rows_that_disagree (void)
{
  g_autoptr(GPtrArray) consents = desk_link_consents_new ();

  add (consents, "c1", "eu_1", FALSE, NULL, NULL);
  add (consents, "c1", "eu_1", TRUE, NULL, NULL);
  add (consents, "c2", "eu_2", TRUE, NULL, NULL);
  add (consents, "c2", "eu_1", TRUE, NULL, NULL);
  g_assert_cmpint (desk_link_consents_judge (consents, "c1", "eu_1"), ==, DESK_LINK_STANDING_INACTIVE);
  g_assert_cmpint (desk_link_consents_judge (consents, "c2", "eu_1"), ==, DESK_LINK_STANDING_FOREIGN);
}

static void
test_changed (void)
{
  g_autoptr(GPtrArray) before = desk_link_consents_new ();
  g_autoptr(GPtrArray) after = desk_link_consents_new ();
  g_autofree char *changed = NULL;

  add (before, "same", "eu_1", TRUE, DAY, DAY);
  add (after, "same", "eu_1", TRUE, DAY, DAY);
  add (before, "agreed", "eu_1", TRUE, DAY, DAY);
  add (after, "agreed", "eu_1", TRUE, LATER, DAY);
  add (before, "extended", "eu_1", TRUE, DAY, DAY);
  add (after, "extended", "eu_1", TRUE, DAY, LATER);
  add (before, "revived", "eu_1", FALSE, DAY, DAY);
  add (after, "revived", "eu_1", TRUE, DAY, DAY);
  add (before, "ended", "eu_1", TRUE, DAY, DAY);
  add (after, "ended", "eu_1", FALSE, DAY, LATER);
  add (after, "new", "eu_1", TRUE, NULL, NULL);
  add (after, "new", "eu_1", TRUE, NULL, NULL);
  add (after, "new-foreign", "eu_2", TRUE, DAY, DAY);
  add (after, "new-ended", "eu_1", FALSE, DAY, DAY);

  changed = dup_changed (before, after);
  g_assert_cmpstr (changed, ==, "agreed extended revived new");
}

static void
test_unchanged (void)
{
  g_autoptr(GPtrArray) before = desk_link_consents_new ();
  g_autofree char *changed = NULL;

  add (before, "c1", "eu_1", TRUE, DAY, NULL);
  changed = dup_changed (before, before);
  g_assert_cmpstr (changed, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-consent/copies-everything", test_copy);
  g_test_add_func ("/link-consent/says-what-a-list-says", test_standing);
  g_test_add_func ("/link-consent/every-row-must-confirm", test_rows_that_disagree);
  g_test_add_func ("/link-snapshot/finds-what-changed", test_changed);
  g_test_add_func ("/link-snapshot/finds-nothing-in-itself", test_unchanged);
  return g_test_run ();
}
