/* test-environment-book.c: tests of saving environments, of their settings and of their secrets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-environment-book.h"

#include <glib/gstdio.h>

#include "desk-await.h"
#include "desk-environment-file.h"
#include "desk-test-folder.h"

#define SECRET         "the-client-secret"
#define WEBHOOK_SECRET "the-webhook-secret"

typedef struct
{
  char                 *folder;
  char                 *path;
  DeskKeyring          *keyring;
  DeskEnvironmentBook  *book;
  DeskEnvironmentDraft *draft;
} Fixture;

static void
open_book (Fixture *fixture)
{
  g_clear_object (&fixture->book);
  g_clear_object (&fixture->keyring);
  fixture->keyring = desk_keyring_new ();
  fixture->book = desk_environment_book_new (fixture->path, fixture->folder, fixture->keyring);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = desk_test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "config", "environments.ini", NULL);
  open_book (fixture);
  fixture->draft = desk_environment_draft_new (NULL);
  desk_environment_draft_set (fixture->draft, DESK_ENVIRONMENT_FIELD_NAME, "Work");
  desk_environment_draft_set (fixture->draft, DESK_ENVIRONMENT_FIELD_CLIENT_ID, "2Xb");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->book);
  g_clear_object (&fixture->keyring);
  g_clear_object (&fixture->draft);
  g_free (fixture->path);
  desk_test_folder_free (fixture->folder);
}

static DeskEnvironment *
save (Fixture          *fixture,
      DeskEnvironment  *old,
      const char       *secret,
      GError          **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  desk_environment_book_save_async (fixture->book, old, fixture->draft, secret,
                                    secret != NULL ? WEBHOOK_SECRET : NULL, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_environment_book_save_finish (fixture->book, result, error);
}

static DeskEnvironment *
save_or_fail (Fixture         *fixture,
              DeskEnvironment *old,
              const char      *secret)
{
  g_autoptr(GError) error = NULL;
  DeskEnvironment *environment = save (fixture, old, secret, &error);

  g_assert_no_error (error);
  g_assert_nonnull (environment);

  return environment;
}

static char *
find_secret (Fixture        *fixture,
             DeskSecretKind  kind,
             const char     *name,
             const char     *client_id)
{
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  desk_keyring_find_async (fixture->keyring, kind, name, client_id, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_keyring_find_finish (fixture->keyring, result, NULL);
}

static void
assert_secret (Fixture    *fixture,
               const char *name,
               const char *client_id,
               const char *expected)
{
  g_autofree char *secret = find_secret (fixture, DESK_SECRET_KIND_CLIENT, name, client_id);

  g_assert_cmpstr (secret, ==, expected);
}

static char *
read_file (Fixture *fixture)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));

  return text;
}

static void
write_file (Fixture    *fixture,
            const char *text)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

static void
remove_environment (Fixture         *fixture,
                    DeskEnvironment *environment)
{
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  desk_environment_book_remove_async (fixture->book, environment, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_environment_book_remove_finish (fixture->book, result, &error);
  g_assert_no_error (error);
}

static void
test_what_is_saved_is_read (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char *const texts[DESK_ENVIRONMENT_N_FIELDS] = {
    "Work", "2Xb", "https://a.example/v1", "https://b.example", "v2", "5", "browser", "https://c.example/in?x=1;2",
    "https://c.example/out", "60", "8123", "8124",
  };
  g_autoptr(DeskEnvironmentDraft) read = NULL;

  for (guint i = 0; i < DESK_ENVIRONMENT_N_FIELDS; i++)
    desk_environment_draft_set (fixture->draft, i, texts[i]);
  save_or_fail (fixture, NULL, NULL);

  open_book (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->book)), ==, 2);
  read = desk_environment_draft_new (desk_environment_book_find (fixture->book, "Work"));
  g_assert_true (desk_environment_draft_equal (read, fixture->draft));
}

static void
test_hostile_names_are_kept_or_refused (Fixture       *fixture,
                                        gconstpointer  data)
{
  static const struct
  {
    const char *name;
    gboolean    is_good;
  } rows[] = {
    { "Büro № 1 – “Test” 🏦", TRUE }, { "a=b;c\\n%s", TRUE }, { "../../etc/passwd", TRUE }, { "<b>&amp;", TRUE },
    { "# no comment", TRUE }, { "", FALSE }, { "   ", FALSE }, { "sandBOX", FALSE }, { "a]b", FALSE }, { "[a", FALSE },
    { "a\nb", FALSE }, { "a\tb", FALSE }, { "a\xe2\x80\xae" "b", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *problem = NULL;

      desk_environment_draft_set (fixture->draft, DESK_ENVIRONMENT_FIELD_NAME, rows[i].name);
      problem = desk_environment_draft_check (fixture->draft, DESK_ENVIRONMENT_FIELD_NAME);
      g_assert_cmpint (problem == NULL, ==, rows[i].is_good);
      if (rows[i].is_good)
        g_assert_cmpstr (desk_environment_get_name (save_or_fail (fixture, NULL, NULL)), ==, rows[i].name);
    }

  open_book (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].is_good)
        g_assert_nonnull (desk_environment_book_find (fixture->book, rows[i].name));
    }
}

static void
test_each_field_says_what_is_wrong (Fixture       *fixture,
                                    gconstpointer  data)
{
  static const struct
  {
    DeskEnvironmentField  field;
    const char           *text;
    const char           *expected; /* a part of the sentence */
  } rows[] = {
    { DESK_ENVIRONMENT_FIELD_CLIENT_ID, "", "client id" },
    { DESK_ENVIRONMENT_FIELD_CLIENT_ID, "two words", "without blanks" },
    { DESK_ENVIRONMENT_FIELD_API, "", "https://api.fiskil.com/v1" },
    { DESK_ENVIRONMENT_FIELD_API, "api.fiskil.com", "in full" },
    { DESK_ENVIRONMENT_FIELD_API, "http://api.fiskil.com/v1", "https://" },
    { DESK_ENVIRONMENT_FIELD_API, "https://me:pw@api.fiskil.com/v1", "https://" },
    { DESK_ENVIRONMENT_FIELD_API, "https://api.fiskil.com/v1?x=1", "? on" },
    { DESK_ENVIRONMENT_FIELD_AUTH, "ftp://auth.fiskil.com", "https://" },
    { DESK_ENVIRONMENT_FIELD_API_VERSION, "v9", "v1, v2, v3" },
    { DESK_ENVIRONMENT_FIELD_REQUEST_RATE, "many", "from 0 to 1000" },
    { DESK_ENVIRONMENT_FIELD_LINK_WAY, "fax", "browser" },
    { DESK_ENVIRONMENT_FIELD_REDIRECT_URI, "https://c.example/in#here", "# on" },
    { DESK_ENVIRONMENT_FIELD_CANCEL_URI, "javascript:alert(1)", "https://" },
    { DESK_ENVIRONMENT_FIELD_TIMEOUT, "9", "from 10 to 86400" },
    { DESK_ENVIRONMENT_FIELD_TIMEOUT, "soon", "whole number" },
    { DESK_ENVIRONMENT_FIELD_BROWSER_PORT, "70000", "from 1024 to 65535" },
    { DESK_ENVIRONMENT_FIELD_BROWSER_PORT, "80", "from 1024 to 65535" },
    { DESK_ENVIRONMENT_FIELD_WEBHOOK_PORT, "-1", "from 1024 to 65535" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(DeskEnvironmentDraft) draft = desk_environment_draft_new (NULL);
      g_autofree char *problem = NULL;
      g_autoptr(GError) error = NULL;

      desk_environment_draft_set (draft, DESK_ENVIRONMENT_FIELD_NAME, "Work");
      desk_environment_draft_set (draft, DESK_ENVIRONMENT_FIELD_CLIENT_ID, "2Xb");
      desk_environment_draft_set (draft, rows[i].field, rows[i].text);
      problem = desk_environment_draft_check (draft, rows[i].field);
      g_assert_nonnull (problem);
      g_assert_nonnull (strstr (problem, rows[i].expected));
      g_assert_null (desk_environment_draft_make (draft, &error));
      g_assert_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_FIELD);
    }
}

#define FILE_OF_THE_USER \
  "# mine\n[Sandbox]\nx=1\n\n[Old]\n# why\napi=https://a.example/v1\nauth=https://b.example\nclient-id=2Xb\ncolour=red\n\n" \
  "[Broken]\napi=nowhere\n\n[Last]\napi=https://a.example/v1\nauth=https://b.example\n"

static void
test_what_others_wrote_stays (Fixture       *fixture,
                              gconstpointer  data)
{
  static const char *const kept[] = { "# mine", "[Sandbox]\nx=1", "# why", "colour=red", "[Broken]\napi=nowhere" };
  g_autofree char *text = NULL;

  write_file (fixture, FILE_OF_THE_USER);
  open_book (fixture);
  save_or_fail (fixture, desk_environment_book_find (fixture->book, "Old"), NULL);

  text = read_file (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (text, kept[i]));
  g_assert_null (strstr (text, "[Old]"));
  g_assert_true (strstr (text, "[Work]") < strstr (text, "[Last]"));
  g_assert_nonnull (strstr (desk_environment_book_get_problem (fixture->book), "Broken"));
}

static void
test_name_is_given_once (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  save_or_fail (fixture, NULL, NULL);
  g_assert_null (save (fixture, NULL, NULL, &error));
  g_assert_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_FIELD);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->book)), ==, 2);
}

static void
test_file_that_cannot_be_written_is_an_error (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autofree char *blocker = g_path_get_dirname (fixture->path);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (blocker, "a file", -1, NULL));
  g_assert_null (save (fixture, NULL, SECRET, &error));
  g_assert_nonnull (error);
  assert_secret (fixture, "Work", "2Xb", NULL);
}

static void
test_file_is_for_its_owner_and_leaves_nothing_beside (Fixture       *fixture,
                                                      gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr(GDir) directory = NULL;
  GStatBuf status;

  save_or_fail (fixture, NULL, NULL);
  save_or_fail (fixture, desk_environment_book_find (fixture->book, "Work"), NULL);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  directory = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (directory), ==, "environments.ini");
  g_assert_null (g_dir_read_name (directory));
}

static void
test_change_by_others_is_followed (Fixture       *fixture,
                                   gconstpointer  data)
{
  DeskEnvironment *before = save_or_fail (fixture, NULL, NULL);
  g_autofree char *text = read_file (fixture);
  g_autofree char *more = g_strconcat (text, "\n[Other]\napi=https://a.example/v1\nauth=https://b.example\n", NULL);

  write_file (fixture, more);
  while (desk_environment_book_find (fixture->book, "Other") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (desk_environment_book_find (fixture->book, "Work") == before);
}

static void
test_without_a_keyring_secrets_last_for_the_session (Fixture       *fixture,
                                                     gconstpointer  data)
{
  save_or_fail (fixture, NULL, SECRET);
  g_assert_true (desk_keyring_is_for_session (fixture->keyring, "Work"));
  assert_secret (fixture, "Work", "2Xb", SECRET);
  open_book (fixture);
  assert_secret (fixture, "Work", "2Xb", NULL);
}

static void
test_secrets_follow_name_and_client_id (Fixture       *fixture,
                                        gconstpointer  data)
{
  DeskEnvironment *environment = save_or_fail (fixture, NULL, SECRET);

  desk_environment_draft_set (fixture->draft, DESK_ENVIRONMENT_FIELD_NAME, "Job");
  desk_environment_draft_set (fixture->draft, DESK_ENVIRONMENT_FIELD_CLIENT_ID, "3Yc");
  save_or_fail (fixture, environment, NULL);
  assert_secret (fixture, "Job", "3Yc", SECRET);
  assert_secret (fixture, "Work", "2Xb", NULL);
}

static void
test_no_secret_is_in_the_file (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *text = NULL;

  save_or_fail (fixture, NULL, SECRET);
  text = read_file (fixture);
  g_assert_null (strstr (text, SECRET));
  g_assert_null (strstr (text, WEBHOOK_SECRET));
}

static char *
make_file (Fixture    *fixture,
           const char *kind,
           const char *name)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
  g_autofree char *file = g_strdup_printf ("%.16s-one.json", hash);
  g_autofree char *folder = g_build_filename (fixture->folder, kind, NULL);
  char *path = g_build_filename (folder, file, NULL);

  g_mkdir_with_parents (folder, 0700);

  return path;
}

static void
test_removal_takes_secrets_and_files (Fixture       *fixture,
                                      gconstpointer  data)
{
  DeskEnvironment *environment = save_or_fail (fixture, NULL, SECRET);
  g_autofree char *receipt = make_file (fixture, "receipts", "Work");
  g_autofree char *notices = make_file (fixture, "notices", "Work");
  g_autofree char *other = make_file (fixture, "receipts", "Other");

  g_assert_true (g_file_set_contents (receipt, "{}", -1, NULL));
  g_assert_true (g_file_set_contents (notices, "[]", -1, NULL));
  g_assert_true (g_file_set_contents (other, "{}", -1, NULL));
  remove_environment (fixture, environment);
  g_assert_null (desk_environment_book_find (fixture->book, "Work"));
  assert_secret (fixture, "Work", "2Xb", NULL);
  g_assert_false (g_file_test (receipt, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (notices, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

static void
assert_follows_the_name (Fixture    *fixture,
                         const char *kind)
{
  DeskEnvironment *environment = save_or_fail (fixture, NULL, NULL);
  g_autofree char *before = make_file (fixture, kind, "Work");
  g_autofree char *after = make_file (fixture, kind, "Job");

  g_assert_true (g_file_set_contents (before, "{}", -1, NULL));
  desk_environment_draft_set (fixture->draft, DESK_ENVIRONMENT_FIELD_NAME, "Job");
  save_or_fail (fixture, environment, NULL);
  g_assert_true (g_file_test (after, G_FILE_TEST_EXISTS));
}

static void
test_receipts_follow_the_name (Fixture       *fixture,
                               gconstpointer  data)
{
  assert_follows_the_name (fixture, "receipts");
}

static void
test_notices_follow_the_name (Fixture       *fixture,
                              gconstpointer  data)
{
  assert_follows_the_name (fixture, "notices");
}

int
main (int   argc,
      char *argv[])
{
  /* No keyring can be asked; test-keyring.c has one. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/environment-book/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("what-is-saved-is-read", test_what_is_saved_is_read);
  ADD ("hostile-names-are-kept-or-refused", test_hostile_names_are_kept_or_refused);
  ADD ("each-field-says-what-is-wrong", test_each_field_says_what_is_wrong);
  ADD ("what-others-wrote-stays", test_what_others_wrote_stays);
  ADD ("name-is-given-once", test_name_is_given_once);
  ADD ("file-that-cannot-be-written-is-an-error", test_file_that_cannot_be_written_is_an_error);
  ADD ("file-is-for-its-owner", test_file_is_for_its_owner_and_leaves_nothing_beside);
  ADD ("change-by-others-is-followed", test_change_by_others_is_followed);
  ADD ("without-a-keyring-secrets-last-for-the-session", test_without_a_keyring_secrets_last_for_the_session);
  ADD ("secrets-follow-name-and-client-id", test_secrets_follow_name_and_client_id);
  ADD ("no-secret-is-in-the-file", test_no_secret_is_in_the_file);
  ADD ("removal-takes-secrets-and-files", test_removal_takes_secrets_and_files);
  ADD ("receipts-follow-the-name", test_receipts_follow_the_name);
  ADD ("notices-follow-the-name", test_notices_follow_the_name);

  return g_test_run ();
}
