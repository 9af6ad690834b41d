/* test-keyring.c: tests of secrets in a keyring: a file stands for it, as in Flatpak
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-secret-move.h"

#include "desk-await.h"
#include "desk-test-folder.h"

static void
store (DeskKeyring    *keyring,
       DeskSecretKind  kind,
       const char     *environment,
       const char     *secret)
{
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  desk_keyring_store_async (keyring, kind, environment, "2Xb", secret, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_keyring_store_finish (keyring, result, &error);
  g_assert_no_error (error);
}

static char *
find (DeskSecretKind  kind,
      const char     *environment,
      const char     *client_id)
{
  g_autoptr(DeskKeyring) keyring = desk_keyring_new ();
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *secret;

  desk_keyring_find_async (keyring, kind, environment, client_id, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  secret = desk_keyring_find_finish (keyring, result, &error);
  g_assert_no_error (error);

  return secret;
}

static void
assert_secret (DeskSecretKind  kind,
               const char     *environment,
               const char     *client_id,
               const char     *expected)
{
  g_autofree char *secret = find (kind, environment, client_id);

  g_assert_cmpstr (secret, ==, expected);
}

static void
move (DeskKeyring          *keyring,
      const DeskSecretMove *how)
{
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  desk_secret_move_async (keyring, how, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_secret_move_finish (keyring, result, &error);
  g_assert_no_error (error);
}

static void
test_secret_outlives_the_session (void)
{
  g_autoptr(DeskKeyring) keyring = desk_keyring_new ();

  store (keyring, DESK_SECRET_KIND_CLIENT, "One", "first");
  store (keyring, DESK_SECRET_KIND_WEBHOOK, "One", "second");
  g_assert_false (desk_keyring_is_for_session (keyring, "One"));
  assert_secret (DESK_SECRET_KIND_CLIENT, "One", "2Xb", "first");
  assert_secret (DESK_SECRET_KIND_WEBHOOK, "One", "2Xb", "second");
  assert_secret (DESK_SECRET_KIND_CLIENT, "One", "other-id", NULL);
}

static void
test_secret_is_replaced (void)
{
  g_autoptr(DeskKeyring) keyring = desk_keyring_new ();

  store (keyring, DESK_SECRET_KIND_CLIENT, "Two", "first");
  store (keyring, DESK_SECRET_KIND_CLIENT, "Two", "second");
  assert_secret (DESK_SECRET_KIND_CLIENT, "Two", "2Xb", "second");
}

static void
test_secrets_follow_name_and_client_id (void)
{
  g_autoptr(DeskKeyring) keyring = desk_keyring_new ();
  const DeskSecretMove how = {
    .old_environment = "Three", .old_client_id = "2Xb", .environment = "Drei", .client_id = "3Yc",
  };

  store (keyring, DESK_SECRET_KIND_CLIENT, "Three", "first");
  store (keyring, DESK_SECRET_KIND_WEBHOOK, "Three", "second");
  move (keyring, &how);
  assert_secret (DESK_SECRET_KIND_CLIENT, "Drei", "3Yc", "first");
  assert_secret (DESK_SECRET_KIND_WEBHOOK, "Drei", "3Yc", "second");
  assert_secret (DESK_SECRET_KIND_CLIENT, "Three", "2Xb", NULL);
}

static void
test_removal_takes_every_secret (void)
{
  g_autoptr(DeskKeyring) keyring = desk_keyring_new ();
  const DeskSecretMove how = { .old_environment = "Four" };

  store (keyring, DESK_SECRET_KIND_CLIENT, "Four", "first");
  store (keyring, DESK_SECRET_KIND_WEBHOOK, "Four", "second");
  store (keyring, DESK_SECRET_KIND_CLIENT, "Five", "third");
  move (keyring, &how);
  assert_secret (DESK_SECRET_KIND_CLIENT, "Four", "2Xb", NULL);
  assert_secret (DESK_SECRET_KIND_WEBHOOK, "Four", "2Xb", NULL);
  assert_secret (DESK_SECRET_KIND_CLIENT, "Five", "2Xb", "third");
}

int
main (int   argc,
      char *argv[])
{
  char *folder = desk_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "keyring", NULL);
  int status;

  /* libsecret reads these once. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyring/secret-outlives-the-session", test_secret_outlives_the_session);
  g_test_add_func ("/keyring/secret-is-replaced", test_secret_is_replaced);
  g_test_add_func ("/keyring/secrets-follow-name-and-client-id", test_secrets_follow_name_and_client_id);
  g_test_add_func ("/keyring/removal-takes-every-secret", test_removal_takes_every_secret);

  status = g_test_run ();
  desk_test_folder_free (folder);

  return status;
}
