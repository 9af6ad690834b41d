/* test-name-search.c: who is found by a name, and what is told of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-name-search.h"

#include "desk-app-fixture.h"
#include "desk-await.h"

typedef struct
{
  DeskAppFixture app;
  char          *consent_id;
} Fixture;

static DeskDirectory *
get_directory (Fixture *fixture)
{
  return desk_context_get_directory (fixture->app.context);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *zoe_id = NULL;

  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  fixture->consent_id = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user),
                                                 DESK_TEST_BANK);
  zoe_id = desk_test_sandbox_create_end_user (fixture->app.sandbox, "Zoë Ångström", "zoe@example.com");
  desk_app_fixture_refresh (&fixture->app);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->consent_id);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

/* Returns: (transfer full): what is found, `NAME` or `NAME (DESCRIPTION)` each, between semicolons */
static char *
dup_found (Fixture    *fixture,
           const char *first,
           const char *second)
{
  const char *terms[] = { first, second, NULL };
  g_autoptr(GPtrArray) hits = desk_name_search_find (get_directory (fixture), terms);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const DeskNameHit *hit = g_ptr_array_index (hits, i);

      g_string_append_printf (found, "%s%s", i > 0 ? "; " : "", hit->name);
      if (hit->description != NULL)
        g_string_append_printf (found, " (%s)", hit->description);
    }

  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
assert_found (Fixture    *fixture,
              const char *first,
              const char *second,
              const char *expected)
{
  g_autofree char *found = dup_found (fixture, first, second);

  g_assert_cmpstr (found, ==, expected);
}

static char *
dup_institution (Fixture *fixture)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_consents (get_directory (fixture));

  g_assert_cmpuint (consents->len, ==, 1);
  return g_strdup (desk_consent_get_institution_name (g_ptr_array_index (consents, 0)));
}

static void
test_every_word_begins_a_word_of_the_name (Fixture       *fixture,
                                           gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  assert_found (fixture, "che", "MIA", "Mia Chen");
  assert_found (fixture, "mia", "zoe", "");
  assert_found (fixture, "hen", NULL, "");
}

static void
test_accents_and_case_do_not_matter (Fixture       *fixture,
                                     gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  assert_found (fixture, "zoe", "angstrom", "Zoë Ångström");
  assert_found (fixture, "ZOË", NULL, "Zoë Ångström");
}

static void
test_nothing_but_names_is_searched (Fixture       *fixture,
                                    gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  assert_found (fixture, "example", NULL, "");
  assert_found (fixture, desk_end_user_get_id (fixture->app.end_user), NULL, "");
  assert_found (fixture, fixture->consent_id, NULL, "");
}

static void
test_no_word_finds_nothing (Fixture       *fixture,
                            gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  assert_found (fixture, "", " - ", "");
}

static void
test_consent_is_found_by_its_institution (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *institution = NULL;
  g_autofree char *expected = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  institution = dup_institution (fixture);
  expected = g_strdup_printf ("%s (Mia Chen)", institution);
  assert_found (fixture, institution, NULL, expected);
}

static void
test_ended_consent_is_not_found (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *institution = NULL;
  g_autofree char *path = NULL;
  g_autofree char *answer = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  institution = dup_institution (fixture);
  path = g_strdup_printf ("/sandbox/consents/%s/end", fixture->consent_id);
  answer = desk_test_sandbox_call (fixture->app.sandbox, "POST", path, "{\"how\":\"institution\"}");
  desk_app_fixture_refresh (&fixture->app);
  assert_found (fixture, institution, NULL, "");
}

static void
test_number_of_hits_is_bounded (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(GPtrArray) hits = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  for (guint i = 0; i < DESK_NAME_SEARCH_LIMIT; i++)
    {
      g_autofree char *email = g_strdup_printf ("mia%u@example.com", i);
      g_autofree char *id = desk_test_sandbox_create_end_user (fixture->app.sandbox, "Mia Other", email);
    }
  desk_app_fixture_refresh (&fixture->app);
  hits = desk_name_search_find (get_directory (fixture), (const char *const[]) { "mia", NULL });
  g_assert_cmpuint (hits->len, ==, DESK_NAME_SEARCH_LIMIT);
}

static void
test_handles_are_looked_up_in_their_order (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr(GPtrArray) mia = NULL;
  g_autoptr(GPtrArray) zoe = NULL;
  g_autoptr(GPtrArray) both = NULL;
  const char *handles[] = { NULL, "unknown", NULL, NULL };

  if (fixture->app.sandbox == NULL)
    return;

  mia = desk_name_search_find (get_directory (fixture), (const char *const[]) { "mia", NULL });
  zoe = desk_name_search_find (get_directory (fixture), (const char *const[]) { "zoe", NULL });
  handles[0] = ((DeskNameHit *) g_ptr_array_index (mia, 0))->handle;
  handles[2] = ((DeskNameHit *) g_ptr_array_index (zoe, 0))->handle;

  both = desk_name_search_look_up (get_directory (fixture), handles);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpstr (((DeskNameHit *) g_ptr_array_index (both, 0))->name, ==, "Mia Chen");
  g_assert_cmpstr (((DeskNameHit *) g_ptr_array_index (both, 1))->name, ==, "Zoë Ångström");

  handles[0] = ((DeskNameHit *) g_ptr_array_index (zoe, 0))->handle;
  handles[2] = ((DeskNameHit *) g_ptr_array_index (mia, 0))->handle;
  g_ptr_array_unref (g_steal_pointer (&both));
  both = desk_name_search_look_up (get_directory (fixture), handles);
  g_assert_cmpstr (((DeskNameHit *) g_ptr_array_index (both, 0))->name, ==, "Zoë Ångström");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/name-search/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("every-word-begins-a-word-of-the-name", test_every_word_begins_a_word_of_the_name);
  ADD ("accents-and-case-do-not-matter", test_accents_and_case_do_not_matter);
  ADD ("nothing-but-names-is-searched", test_nothing_but_names_is_searched);
  ADD ("no-word-finds-nothing", test_no_word_finds_nothing);
  ADD ("consent-is-found-by-its-institution", test_consent_is_found_by_its_institution);
  ADD ("ended-consent-is-not-found", test_ended_consent_is_not_found);
  ADD ("number-of-hits-is-bounded", test_number_of_hits_is_bounded);
  ADD ("handles-are-looked-up-in-their-order", test_handles_are_looked_up_in_their_order);
#undef ADD

  return g_test_run ();
}
