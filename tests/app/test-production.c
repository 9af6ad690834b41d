/* test-production.c: what counts as production, and what is kept of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-context.h"

#include <string.h>
#include <sys/resource.h>

#include "desk-await.h"
#include "desk-credentials.h"
#include "desk-environment-draft.h"
#include "desk-institution.h"
#include "desk-json.h"
#include "desk-scripted-server.h"
#include "desk-test-context.h"
#include "desk-test-folder.h"
#include "desk-test-life.h"

#define TEST_BANK      "{\"id\":\"88888\",\"name\":\"Wattle Bank\",\"is_accessible\":true}"
#define REAL_BANK      "{\"id\":\"1\",\"name\":\"Real Bank\",\"is_accessible\":true}"
#define CLOSED_BANK    "{\"id\":\"2\",\"name\":\"Closed Bank\",\"is_accessible\":false}"
#define UNFLAGGED_BANK "{\"id\":\"3\",\"name\":\"Plain Bank\"}"
#define MIA            "{\"end_users\":[{\"end_user_id\":\"eu_1\",\"name\":\"Mia\",\"email\":\"mia@example.com\"}],\"links\":{}}"

typedef struct
{
  char               *folder;
  DeskScriptedServer *server;
  DeskContext        *context;
} Fixture;

static DeskEnvironment *
make_environment (const char *api_uri,
                  const char *auth_uri)
{
  g_autoptr(DeskEnvironmentDraft) draft = desk_environment_draft_new (NULL);
  g_autoptr(GError) error = NULL;
  DeskEnvironment *environment;

  desk_environment_draft_set (draft, DESK_ENVIRONMENT_FIELD_NAME, "Work");
  desk_environment_draft_set (draft, DESK_ENVIRONMENT_FIELD_CLIENT_ID, "2Xb");
  desk_environment_draft_set (draft, DESK_ENVIRONMENT_FIELD_API, api_uri);
  desk_environment_draft_set (draft, DESK_ENVIRONMENT_FIELD_AUTH, auth_uri);
  environment = desk_environment_draft_make (draft, &error);
  g_assert_no_error (error);

  return environment;
}

static void
judge (DeskEnvironment *environment,
       const char      *first,
       const char      *second)
{
  const char *const texts[] = { first, second };
  g_autoptr(GPtrArray) institutions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (texts) && texts[i] != NULL; i++)
    {
      DeskJsonSlice slice;
      g_autoptr(GError) error = NULL;

      g_assert_true (desk_json_parse (texts[i], strlen (texts[i]), &slice, NULL));
      g_ptr_array_add (institutions, desk_institution_new_from_json (slice, &error));
      g_assert_no_error (error);
    }

  desk_environment_judge (environment, institutions);
}

static void
test_offer_is_judged (void)
{
  static const struct
  {
    const char           *first;
    const char           *second;
    DeskEnvironmentStage  expected;
  } rows[] = {
    { TEST_BANK, NULL, DESK_ENVIRONMENT_STAGE_TEST },
    { TEST_BANK, CLOSED_BANK, DESK_ENVIRONMENT_STAGE_TEST },
    { TEST_BANK, REAL_BANK, DESK_ENVIRONMENT_STAGE_PRODUCTION },
    { TEST_BANK, UNFLAGGED_BANK, DESK_ENVIRONMENT_STAGE_PRODUCTION },
    { REAL_BANK, NULL, DESK_ENVIRONMENT_STAGE_PRODUCTION },
    { CLOSED_BANK, NULL, DESK_ENVIRONMENT_STAGE_UNKNOWN },
    { NULL, NULL, DESK_ENVIRONMENT_STAGE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(DeskEnvironment) environment = make_environment ("https://a.example/v1", "https://b.example");

      g_assert_true (desk_environment_is_production (environment));
      judge (environment, rows[i].first, rows[i].second);
      g_assert_cmpint (desk_environment_get_stage (environment), ==, rows[i].expected);
      g_assert_cmpint (desk_environment_is_production (environment), ==, rows[i].expected != DESK_ENVIRONMENT_STAGE_TEST);
    }
}

static void
count_cb (guint *n_changes)
{
  *n_changes += 1;
}

static void
test_production_never_goes_back (void)
{
  g_autoptr(DeskEnvironment) environment = make_environment ("https://a.example/v1", "https://b.example");
  guint n_changes = 0;

  g_signal_connect_swapped (environment, "notify::stage", G_CALLBACK (count_cb), &n_changes);
  judge (environment, TEST_BANK, NULL);
  judge (environment, TEST_BANK, REAL_BANK);
  judge (environment, TEST_BANK, NULL);
  g_assert_cmpint (desk_environment_get_stage (environment), ==, DESK_ENVIRONMENT_STAGE_PRODUCTION);
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
test_sandbox_is_never_production (void)
{
  g_autoptr(DeskEnvironment) sandbox = desk_environment_new_sandbox ();

  judge (sandbox, REAL_BANK, NULL);
  g_assert_false (desk_environment_is_production (sandbox));
}

static void
open_context (Fixture *fixture)
{
  g_autoptr(DeskEnvironment) environment = NULL;

  environment = make_environment (desk_scripted_server_get_api_uri (fixture->server),
                                  desk_scripted_server_get_origin (fixture->server));
  fixture->context = desk_context_new (environment, fixture->folder, NULL);
  desk_clock_freeze (desk_context_get_clock (fixture->context), DESK_TEST_NOW);
  desk_test_context_open (fixture->context);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = desk_test_folder_new ();
  fixture->server = desk_scripted_server_new ();
  open_context (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->context);
  g_clear_pointer (&fixture->server, desk_scripted_server_free);
  desk_test_folder_free (fixture->folder);
}

/* consent: (transfer full) (nullable) */
static void
refresh (Fixture    *fixture,
         const char *end_users,
         char       *consent)
{
  g_autofree char *owned = consent;
  g_autofree char *consents = g_strdup_printf ("{\"consents\":[%s],\"links\":{}}", owned != NULL ? owned : "");
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  DeskDirectory *directory = desk_context_get_directory (fixture->context);

  desk_scripted_server_add (fixture->server, "GET /v1/end-users", 200, end_users);
  desk_scripted_server_add (fixture->server, "GET /v1/consent", 200, consents);
  desk_directory_refresh_async (directory, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_directory_refresh_finish (directory, result, &error);
  g_assert_no_error (error);
}

static void
test_judges_at_the_start (Fixture       *fixture,
                          gconstpointer  data)
{
  DeskEnvironment *environment = desk_context_get_environment (fixture->context);

  desk_scripted_server_add (fixture->server, "GET /v1/institutions", 200, "[" TEST_BANK "]");
  desk_context_judge (fixture->context, NULL);
  while (desk_environment_get_stage (environment) == DESK_ENVIRONMENT_STAGE_UNKNOWN)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (desk_environment_is_production (environment));
}

static void
test_core_dumps_are_off (Fixture       *fixture,
                         gconstpointer  data)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_assert_cmpuint (limit.rlim_cur, ==, 0);
  g_assert_cmpuint (limit.rlim_max, ==, 0);
}

/* Returns: (transfer full): what lies anywhere in the folder */
static char *
read_folder (const char *folder)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        text = read_folder (path);
      else
        g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_string_append (all, text);
    }

  return g_strdup (all->str);
}

static void
assert_only_a_receipt_stays (Fixture        *fixture,
                             DeskConsentEnd  how)
{
  DeskReceipt *receipt = desk_receipt_book_find (desk_context_get_receipts (fixture->context), "c_1");
  g_autofree char *kept = NULL;

  g_assert_nonnull (receipt);
  g_assert_cmpint (desk_receipt_get_how (receipt), ==, how);
  desk_context_close (fixture->context);
  kept = read_folder (fixture->folder);
  g_assert_nonnull (strstr (kept, "c_1"));
  g_assert_null (strstr (kept, "mia@example.com"));
  g_assert_null (strstr (kept, "acc-1"));
  g_assert_null (strstr (kept, "eu_1"));
}

static void
test_consent_that_ended_leaves_a_receipt (Fixture       *fixture,
                                          gconstpointer  data)
{
  refresh (fixture, MIA, desk_test_consent ("c_1", -10, 10, NULL));
  refresh (fixture, MIA, desk_test_consent ("c_1", -10, 10, "USER_REVOKED"));
  assert_only_a_receipt_stays (fixture, DESK_CONSENT_END_ELSEWHERE);
}

static void
test_consent_that_expired_leaves_a_receipt (Fixture       *fixture,
                                            gconstpointer  data)
{
  refresh (fixture, MIA, desk_test_consent ("c_1", -10, 10, NULL));
  desk_clock_freeze (desk_context_get_clock (fixture->context), DESK_TEST_NOW + 11 * G_TIME_SPAN_DAY);
  refresh (fixture, MIA, desk_test_consent ("c_1", -10, 10, NULL));
  assert_only_a_receipt_stays (fixture, DESK_CONSENT_END_EXPIRED);
}

/* What was told of the consent is all, and it names none: not a word more may stand there. */
static void
test_digest_alone_is_on_disk_while_it_lasts (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "c_1", -1);
  g_autofree char *kept = NULL;
  g_autofree char *expected = NULL;

  refresh (fixture, MIA, desk_test_consent ("c_1", -85, 5, NULL));
  desk_context_close (fixture->context);
  kept = read_folder (fixture->folder);
  expected = g_strdup_printf ("[\n  {\n    \"digest\" : \"%s\",\n    \"expires_at\" : \"2026-12-02T12:00:00Z\",\n"
                              "    \"told\" : 7\n  }\n]", digest);
  g_assert_cmpstr (g_strchomp (kept), ==, expected);
}

static void
start_again (Fixture *fixture)
{
  desk_context_close (fixture->context);
  g_clear_object (&fixture->context);
  open_context (fixture);
}

static void
count_notice_cb (DeskConsentNotices *notices,
                 DeskConsentNotice  *notice,
                 guint              *n_told)
{
  (*n_told)++;
}

static void
test_new_start_repeats_no_notice (Fixture       *fixture,
                                  gconstpointer  data)
{
  guint n_told = 0;

  refresh (fixture, MIA, desk_test_consent ("c_1", -85, 5, NULL));
  start_again (fixture);
  g_signal_connect (desk_context_get_notices (fixture->context), "notice", G_CALLBACK (count_notice_cb), &n_told);
  refresh (fixture, MIA, desk_test_consent ("c_1", -85, 5, NULL));
  g_assert_cmpuint (n_told, ==, 0);
}

static void
test_end_between_two_starts_is_told (Fixture       *fixture,
                                     gconstpointer  data)
{
  guint n_told = 0;

  refresh (fixture, MIA, desk_test_consent ("c_1", -85, 5, NULL));
  start_again (fixture);
  g_signal_connect (desk_context_get_notices (fixture->context), "notice", G_CALLBACK (count_notice_cb), &n_told);
  refresh (fixture, MIA, desk_test_consent ("c_1", -85, 5, "USER_REVOKED"));
  g_assert_cmpuint (n_told, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv (DESK_CREDENTIALS_CLIENT_ID_VARIABLE, "2Xb", TRUE);
  g_setenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE, "the-client-secret", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/production/offer-is-judged", test_offer_is_judged);
  g_test_add_func ("/production/never-goes-back", test_production_never_goes_back);
  g_test_add_func ("/production/sandbox-is-never", test_sandbox_is_never_production);
#define ADD(name, function) g_test_add ("/production/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("judges-at-the-start", test_judges_at_the_start);
  ADD ("core-dumps-are-off", test_core_dumps_are_off);
  ADD ("consent-that-ended-leaves-a-receipt", test_consent_that_ended_leaves_a_receipt);
  ADD ("consent-that-expired-leaves-a-receipt", test_consent_that_expired_leaves_a_receipt);
  ADD ("digest-alone-is-on-disk-while-it-lasts", test_digest_alone_is_on_disk_while_it_lasts);
  ADD ("new-start-repeats-no-notice", test_new_start_repeats_no_notice);
  ADD ("end-between-two-starts-is-told", test_end_between_two_starts_is_told);

  return g_test_run ();
}
