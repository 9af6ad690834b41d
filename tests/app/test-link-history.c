/* test-link-history.c: tests of what is kept of link attempts, and where anything is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-history.h"

#include "desk-await.h"
#include "desk-link-attempt.h"
#include "desk-test-browser.h"
#include "desk-test-context.h"
#include "desk-test-folder.h"
#include "desk-test-life.h"
#include "desk-test-sandbox.h"

static DeskLinkRecord *
make_record (const char *consent_id,
             const char *session_id)
{
  const DeskLinkFacts facts = {
    .end_user_id = "eu_1",
    .institution_id = "88888",
    .consent_id = consent_id,
    .session_id = session_id,
    .way = DESK_LINK_WAY_EMBEDDED,
    .outcome = consent_id != NULL ? "DESK_LINKED" : "LINK_USER_CANCELLED",
    .received_code = "CODE",
    .error_id = "err-1",
    .began_at = DESK_TEST_NOW,
    .timeline = "  0.004 s  Session created\n",
  };

  return desk_link_record_new (&facts);
}

static void
add (DeskLinkHistory *history,
     const char      *consent_id,
     const char      *session_id)
{
  g_autoptr(DeskLinkRecord) record = make_record (consent_id, session_id);

  desk_link_history_add (history, record);
}

static guint
count (DeskLinkHistory *history)
{
  return g_list_model_get_n_items (desk_link_history_get_records (history, "eu_1"));
}

static DeskLinkHistory *
open_history (DeskTestLife *life)
{
  return desk_link_history_new (life->directory, life->place);
}

static void
test_every_fact_survives_a_start (DeskTestLife  *life,
                                  gconstpointer  data)
{
  g_autoptr(DeskLinkHistory) first = open_history (life);
  g_autoptr(DeskLinkHistory) second = NULL;
  g_autoptr(DeskLinkRecord) record = NULL;
  const DeskLinkFacts *facts;

  add (first, "c1", "session-1");
  g_clear_object (&first);
  desk_test_life_restart (life);
  second = open_history (life);
  record = desk_link_history_find (second, "eu_1", "c1");
  g_assert_nonnull (record);
  facts = desk_link_record_get_facts (record);
  g_assert_cmpstr (facts->end_user_id, ==, "eu_1");
  g_assert_cmpstr (facts->institution_id, ==, "88888");
  g_assert_cmpstr (facts->session_id, ==, "session-1");
  g_assert_cmpint (facts->way, ==, DESK_LINK_WAY_EMBEDDED);
  g_assert_cmpstr (facts->outcome, ==, "DESK_LINKED");
  g_assert_cmpstr (facts->received_code, ==, "CODE");
  g_assert_cmpstr (facts->error_id, ==, "err-1");
  g_assert_cmpint (facts->began_at, ==, DESK_TEST_NOW);
  g_assert_cmpstr (facts->timeline, ==, "  0.004 s  Session created\n");
}

static void
test_last_ones_are_kept (DeskTestLife  *life,
                         gconstpointer  data)
{
  g_autoptr(DeskLinkHistory) history = open_history (life);
  g_autoptr(DeskLinkRecord) last = NULL;

  for (guint i = 0; i <= DESK_LINK_HISTORY_MAX; i++)
    {
      g_autofree char *session_id = g_strdup_printf ("session-%u", i);

      add (history, NULL, session_id);
    }
  g_assert_cmpuint (count (history), ==, DESK_LINK_HISTORY_MAX);
  last = g_list_model_get_item (desk_link_history_get_records (history, "eu_1"), DESK_LINK_HISTORY_MAX - 1);
  g_assert_cmpstr (desk_link_record_get_facts (last)->session_id, ==, "session-1");
}

static void
test_goes_with_its_consent (DeskTestLife  *life,
                            gconstpointer  data)
{
  g_autoptr(DeskLinkHistory) history = open_history (life);
  g_autofree char *files = NULL;

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  add (history, "c1", "session-1");
  add (history, NULL, "session-2");
  desk_test_life_set_day (life, 91);
  g_assert_cmpuint (count (history), ==, 1);
  files = desk_test_life_dup_files (life);
  g_assert_null (strstr (files, "session-1"));
  g_assert_nonnull (strstr (files, "session-2"));
}

static void
test_stays_with_a_consent_that_shares_less (DeskTestLife  *life,
                                            gconstpointer  data)
{
  g_autoptr(DeskLinkHistory) history = open_history (life);
  char *less = desk_test_consent ("c1", 0, 90, NULL);

  memset (strstr (less, ",\"acc-2\""), ' ', strlen (",\"acc-2\""));
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  add (history, "c1", "session-1");
  desk_test_life_list (life, less, NULL);
  g_assert_cmpuint (count (history), ==, 1);
}

static void
test_damaged_file_is_no_history (DeskTestLife  *life,
                                 gconstpointer  data)
{
  g_autofree char *name = desk_kept_place_dup_name (life->place, "eu_1");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("[{\"end_user_id\":\"eu_1\"},7,{]", 29);
  g_autoptr(DeskLinkHistory) history = NULL;

  desk_kept_place_write (life->place, name, bytes);
  desk_test_life_restart (life);
  history = open_history (life);
  g_assert_cmpuint (count (history), ==, 0);
}

typedef struct
{
  char        *folder;
  DeskContext *context;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = desk_test_folder_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->context);
  desk_test_folder_free (fixture->folder);
}

/* environment: (transfer full) */
static void
open_context (Fixture         *fixture,
              DeskEnvironment *environment)
{
  g_autoptr(DeskEnvironment) owned = environment;

  g_clear_object (&fixture->context);
  fixture->context = desk_context_new (owned, fixture->folder, g_getenv ("DESK_TEST_SANDBOX"));
  desk_test_context_open (fixture->context);
}

static void
open_page_cb (DeskLinkAttempt  *attempt,
              const char       *uri,
              DeskLinkWay       way,
              char            **opened)
{
  *opened = g_strdup (uri);
}

/* opened: (out) (transfer full): the address of the page */
static DeskLinkAttempt *
open_attempt (Fixture      *fixture,
              DeskEndUser  *end_user,
              char        **opened)
{
  DeskLinkAttempt *attempt = desk_link_attempt_new (fixture->context, end_user, DESK_TEST_BANK, DESK_LINK_WAY_REDIRECT);

  g_signal_connect (attempt, "open-page", G_CALLBACK (open_page_cb), opened);
  desk_link_attempt_start (attempt);
  while (*opened == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handlers_disconnect_by_data (attempt, opened);

  return attempt;
}

/* Links an account through the real pages; the log-in is the demo customer's. */
static char *
link_account (Fixture     *fixture,
              DeskEndUser *end_user)
{
  g_autofree char *opened = NULL;
  g_autoptr(DeskLinkAttempt) attempt = open_attempt (fixture, end_user, &opened);
  g_autoptr(DeskTestBrowser) browser = NULL;

  browser = desk_test_browser_walk (opened, DESK_TEST_BANK, "mia.chen@example.com", NULL, FALSE);
  desk_link_attempt_judge_navigation (attempt, browser->target);
  while (desk_link_attempt_get_state (attempt) != DESK_LINK_ATTEMPT_DONE)
    g_main_context_iteration (NULL, TRUE);

  g_assert_nonnull (desk_link_attempt_get_consent (attempt));

  return g_strdup (desk_consent_get_id (desk_link_attempt_get_consent (attempt)));
}

/* Returns: the path of a file below the folder that holds the text; NULL if there is none */
static char *
find_file (const char *folder,
           const char *text)
{
  g_autoptr(GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      char *found = NULL;

      /* The sandbox is the service: what it knows is not ours. */
      if (g_str_equal (name, "sandbox"))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found = find_file (path, text);
      else if (g_file_get_contents (path, &contents, NULL, NULL) && strstr (contents, text) != NULL)
        found = g_steal_pointer (&path);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_attempt_is_kept_by_the_sandbox (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autoptr(DeskLinkRecord) record = NULL;
  g_autofree char *consent_id = NULL;
  const DeskLinkFacts *facts;

  if (!desk_test_sandbox_is_there ())
    return;

  open_context (fixture, desk_environment_new_sandbox ());
  end_user = desk_test_context_create_end_user (fixture->context, "mia@example.com");
  consent_id = link_account (fixture, end_user);
  open_context (fixture, desk_environment_new_sandbox ());
  desk_test_context_refresh (fixture->context);

  record = desk_link_history_find (desk_context_get_link_history (fixture->context), desk_end_user_get_id (end_user),
                                   consent_id);
  g_assert_nonnull (record);
  facts = desk_link_record_get_facts (record);
  g_assert_cmpstr (facts->institution_id, ==, DESK_TEST_BANK);
  g_assert_cmpstr (facts->outcome, ==, DESK_OUTCOME_LINKED);
  g_assert_nonnull (facts->session_id);
  g_assert_cmpint (facts->began_at, >, 0);
  g_assert_true (g_regex_match_simple ("^ +\\d+\\.\\d{3} s  \\S", facts->timeline, 0, 0));
  g_assert_null (strchr (facts->timeline, '?'));
  g_assert_null (strstr (facts->timeline, "state="));
}

static void
cancel_attempt (Fixture     *fixture,
                DeskEndUser *end_user)
{
  g_autofree char *opened = NULL;
  g_autoptr(DeskLinkAttempt) attempt = open_attempt (fixture, end_user, &opened);

  desk_link_attempt_cancel (attempt);
  g_assert_cmpint (desk_link_attempt_get_state (attempt), ==, DESK_LINK_ATTEMPT_DONE);
}

static void
delete_end_user (Fixture     *fixture,
                 DeskEndUser *end_user)
{
  DeskDirectory *directory = desk_context_get_directory (fixture->context);
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_directory_delete_async (directory, end_user, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_true (desk_directory_delete_finish (directory, result, NULL));
}

static void
test_what_was_told_is_kept_by_the_sandbox (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autofree char *consent_id = NULL;
  g_autofree char *told = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  open_context (fixture, desk_environment_new_sandbox ());
  end_user = desk_test_context_create_end_user (fixture->context, "mia@example.com");
  consent_id = link_account (fixture, end_user);
  desk_context_close (fixture->context);
  told = find_file (fixture->folder, "\"told\" : 0");
  g_assert_nonnull (strstr (told, ".notices-"));
}

static void
test_files_of_another_state_go (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sandbox-records-0.links-1.json", NULL);

  if (!desk_test_sandbox_is_there ())
    return;

  g_assert_true (g_file_set_contents (path, "[]", -1, NULL));
  open_context (fixture, desk_environment_new_sandbox ());
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_failed_attempt_is_kept_too (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autoptr(DeskLinkRecord) record = NULL;
  const DeskLinkFacts *facts;

  if (!desk_test_sandbox_is_there ())
    return;

  open_context (fixture, desk_environment_new_sandbox ());
  end_user = desk_test_context_create_end_user (fixture->context, "mia@example.com");
  cancel_attempt (fixture, end_user);
  record = g_list_model_get_item (desk_link_history_get_records (desk_context_get_link_history (fixture->context),
                                                                 desk_end_user_get_id (end_user)), 0);
  facts = desk_link_record_get_facts (record);
  g_assert_cmpstr (facts->outcome, ==, DESK_OUTCOME_USER_CANCELLED);
  g_assert_cmpstr (facts->institution_id, ==, DESK_TEST_BANK);
  g_assert_null (facts->consent_id);
}

static void
test_attempt_of_somebody_who_is_gone_is_not_kept (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autoptr(DeskLinkAttempt) attempt = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *rest = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  open_context (fixture, desk_environment_new_sandbox ());
  end_user = desk_test_context_create_end_user (fixture->context, "mia@example.com");
  attempt = open_attempt (fixture, end_user, &opened);
  delete_end_user (fixture, end_user);
  desk_link_attempt_cancel (attempt);
  desk_context_close (fixture->context);
  rest = find_file (fixture->folder, desk_end_user_get_id (end_user));
  g_assert_cmpstr (rest, ==, NULL);
}

static void
test_attempt_goes_with_the_end_user (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autofree char *consent_id = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *rest = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  open_context (fixture, desk_environment_new_sandbox ());
  end_user = desk_test_context_create_end_user (fixture->context, "mia@example.com");
  consent_id = link_account (fixture, end_user);
  cancel_attempt (fixture, end_user);
  delete_end_user (fixture, end_user);
  desk_context_close (fixture->context);

  rest = find_file (fixture->folder, desk_end_user_get_id (end_user));
  g_assert_cmpstr (rest, ==, NULL);
  kept = find_file (fixture->folder, consent_id);
  g_assert_nonnull (strstr (kept, ".receipt-"));
}

static void
test_files_of_unknown_end_users_go (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *rest = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  open_context (fixture, desk_environment_new_sandbox ());
  add (desk_context_get_link_history (fixture->context), NULL, "session-1");
  open_context (fixture, desk_environment_new_sandbox ());
  desk_test_context_refresh (fixture->context);
  desk_context_close (fixture->context);
  rest = find_file (fixture->folder, "session-1");
  g_assert_cmpstr (rest, ==, NULL);
}

static DeskEnvironment *
make_environment (DeskTestSandbox *sandbox,
                  gboolean         is_saved)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  DeskEnvironment *environment;

  if (!is_saved)
    return desk_environment_new_temporary (desk_test_sandbox_get_api_uri (sandbox),
                                           desk_test_sandbox_get_auth_uri (sandbox), NULL);

  g_key_file_set_string (file, "Work", "api", desk_test_sandbox_get_api_uri (sandbox));
  g_key_file_set_string (file, "Work", "auth", desk_test_sandbox_get_auth_uri (sandbox));
  environment = desk_environment_new_from_key_file (file, "Work", NULL);
  g_assert_nonnull (environment);

  return environment;
}

/* Links, ends and closes; returns the id of the consent. */
static char *
live_through (Fixture         *fixture,
              DeskTestSandbox *sandbox)
{
  g_autoptr(DeskEndUser) end_user = desk_test_context_create_end_user (fixture->context, "mia@example.com");
  g_autofree char *consent_id = link_account (fixture, end_user);
  g_autofree char *path = g_strdup_printf ("/sandbox/consents/%s/end", consent_id);
  g_autofree char *answer = NULL;

  desk_test_context_refresh (fixture->context);
  answer = desk_test_sandbox_call (sandbox, "POST", path, "{\"how\":\"institution\"}");
  desk_test_context_refresh (fixture->context);
  g_assert_nonnull (desk_receipt_book_find (desk_context_get_receipts (fixture->context), consent_id));
  desk_context_close (fixture->context);

  return g_steal_pointer (&consent_id);
}

static void
test_temporary_environment_writes_nothing (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr(DeskTestSandbox) sandbox = NULL;
  g_autofree char *consent_id = NULL;
  g_autofree char *file = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  sandbox = desk_test_sandbox_new ();
  open_context (fixture, make_environment (sandbox, FALSE));
  consent_id = live_through (fixture, sandbox);
  file = find_file (fixture->folder, "");
  g_assert_cmpstr (file, ==, NULL);
}

static void
test_saved_environment_keeps_no_attempt (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(DeskTestSandbox) sandbox = NULL;
  g_autofree char *consent_id = NULL;
  g_autofree char *receipt = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *personal = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  sandbox = desk_test_sandbox_new ();
  open_context (fixture, make_environment (sandbox, TRUE));
  consent_id = live_through (fixture, sandbox);
  receipt = find_file (fixture->folder, consent_id);
  g_assert_nonnull (strstr (receipt, "/receipts/"));
  g_assert_true (g_file_get_contents (receipt, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "\"environment\" : \"Work\""));

  personal = find_file (fixture->folder, "end_user");
  g_assert_cmpstr (personal, ==, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/link-history/" path, DeskTestLife, NULL, desk_test_life_set_up, function, desk_test_life_tear_down)
  ADD ("every-fact-survives-a-start", test_every_fact_survives_a_start);
  ADD ("last-ones-are-kept", test_last_ones_are_kept);
  ADD ("goes-with-its-consent", test_goes_with_its_consent);
  ADD ("stays-with-a-consent-that-shares-less", test_stays_with_a_consent_that_shares_less);
  ADD ("damaged-file-is-no-history", test_damaged_file_is_no_history);
#undef ADD
#define ADD(path, function) g_test_add ("/link-history/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("attempt-is-kept-by-the-sandbox", test_attempt_is_kept_by_the_sandbox);
  ADD ("what-was-told-is-kept-by-the-sandbox", test_what_was_told_is_kept_by_the_sandbox);
  ADD ("files-of-another-state-go", test_files_of_another_state_go);
  ADD ("failed-attempt-is-kept-too", test_failed_attempt_is_kept_too);
  ADD ("attempt-of-somebody-who-is-gone-is-not-kept", test_attempt_of_somebody_who_is_gone_is_not_kept);
  ADD ("attempt-goes-with-the-end-user", test_attempt_goes_with_the_end_user);
  ADD ("files-of-unknown-end-users-go", test_files_of_unknown_end_users_go);
  ADD ("temporary-environment-writes-nothing", test_temporary_environment_writes_nothing);
  ADD ("saved-environment-keeps-no-attempt", test_saved_environment_keeps_no_attempt);
#undef ADD

  return g_test_run ();
}
