/* test-environment.c: tests of the environments, their file and their credentials
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-environment-file.h"

#include "desk-await.h"
#include "desk-credentials.h"
#include "desk-test-folder.h"

static DeskEnvironment *
read_group (const char  *lines,
            GError     **error)
{
  g_autoptr(GKeyFile) key_file = g_key_file_new ();
  g_autofree char *text = g_strconcat ("[Work]\n", lines, NULL);

  g_assert_true (g_key_file_load_from_data (key_file, text, -1, G_KEY_FILE_NONE, NULL));

  return desk_environment_new_from_key_file (key_file, "Work", error);
}

static void
test_sandbox_has_no_address_yet (void)
{
  g_autoptr(DeskEnvironment) sandbox = desk_environment_new_sandbox ();

  g_assert_cmpstr (desk_environment_get_name (sandbox), ==, "Sandbox");
  g_assert_cmpint (desk_environment_get_kind (sandbox), ==, DESK_ENVIRONMENT_KIND_SANDBOX);
  g_assert_null (desk_environment_get_api_uri (sandbox));
  desk_environment_set_addresses (sandbox, "http://127.0.0.1:1/v1", "http://127.0.0.1:2");
  g_assert_cmpstr (desk_environment_get_api_uri (sandbox), ==, "http://127.0.0.1:1/v1");
  g_assert_cmpstr (desk_environment_get_auth_uri (sandbox), ==, "http://127.0.0.1:2");
}

static void
test_defaults (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskEnvironment) work = read_group ("api=https://api.fiskil.com/v1/\nauth=https://auth.fiskil.com\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (desk_environment_get_name (work), ==, "Work");
  g_assert_cmpint (desk_environment_get_kind (work), ==, DESK_ENVIRONMENT_KIND_FISKIL);
  g_assert_cmpstr (desk_environment_get_api_uri (work), ==, "https://api.fiskil.com/v1");
  g_assert_cmpstr (desk_environment_get_api_version (work), ==, "v3");
  g_assert_cmpstr (desk_environment_get_redirect_uri (work), ==, "https://consent-desk.invalid/linked");
  g_assert_cmpstr (desk_environment_get_cancel_uri (work), ==, "https://consent-desk.invalid/cancelled");
  g_assert_cmpuint (desk_environment_get_timeout (work), ==, 600);
  g_assert_cmpuint (desk_environment_get_request_rate (work), ==, 10);
  g_assert_cmpuint (desk_environment_get_browser_port (work), ==, 0);
  g_assert_cmpint (desk_environment_get_link_way (work), ==, DESK_LINK_WAY_REDIRECT);
  g_assert_null (desk_environment_get_client_id (work));
}

static void
test_settings_are_read (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskEnvironment) work = NULL;

  work = read_group ("api=https://a.example/v1\nauth=https://b.example\napi-version=v2\nclient-id=2Xb\n"
                     "redirect-uri=https://c.example/in\ncancel-uri=https://c.example/out\n"
                     "timeout=60\nrequests-per-second=3\nbrowser-port=8123\nlink-way=embedded\n", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (desk_environment_get_api_version (work), ==, "v2");
  g_assert_cmpstr (desk_environment_get_client_id (work), ==, "2Xb");
  g_assert_cmpstr (desk_environment_get_redirect_uri (work), ==, "https://c.example/in");
  g_assert_cmpstr (desk_environment_get_cancel_uri (work), ==, "https://c.example/out");
  g_assert_cmpuint (desk_environment_get_timeout (work), ==, 60);
  g_assert_cmpuint (desk_environment_get_request_rate (work), ==, 3);
  g_assert_cmpuint (desk_environment_get_browser_port (work), ==, 8123);
  g_assert_cmpint (desk_environment_get_link_way (work), ==, DESK_LINK_WAY_EMBEDDED);

  desk_environment_set_link_way (work, DESK_LINK_WAY_BROWSER);
  desk_environment_set_api_version (work, "v1");
  g_assert_cmpint (desk_environment_get_link_way (work), ==, DESK_LINK_WAY_BROWSER);
  g_assert_cmpstr (desk_environment_get_api_version (work), ==, "v1");
}

static void
test_wrong_settings_are_refused (void)
{
  static const char *const wrong[] = { "timeout=1", "timeout=soon", "browser-port=70000", "requests-per-second=-1", "link-way=fax", "api-version=v9" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *lines = g_strconcat ("api=https://a.example/v1\nauth=https://b.example\n", wrong[i], "\n", NULL);
      g_autoptr(GError) error = NULL;

      g_assert_null (read_group (lines, &error));
      g_assert_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE);
    }
}

static void
test_unsafe_addresses_are_refused (void)
{
  static const char *const unsafe[] = { "http://api.fiskil.com/v1", "ftp://a.example", "api", "https://me@a.example" };

  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (desk_environment_new_temporary (unsafe[i], "https://b.example", &error));
      g_assert_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_ADDRESS);
    }
}

static void
test_only_the_sandbox_keeps_data (void)
{
  g_autoptr(DeskEnvironment) sandbox = desk_environment_new_sandbox ();
  g_autoptr(DeskEnvironment) temporary = desk_environment_new_temporary ("http://127.0.0.1:1/v1", "http://[::1]:2", NULL);

  g_assert_true (desk_environment_keeps_data_on_disk (sandbox));
  g_assert_false (desk_environment_keeps_data_on_disk (temporary));
  g_assert_cmpint (desk_environment_get_kind (temporary), ==, DESK_ENVIRONMENT_KIND_TEMPORARY);
}

static char *
write_file (const char *folder,
            const char *text)
{
  char *path = g_build_filename (folder, "environments.ini", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static void
test_file_lists_the_sandbox_first (void)
{
  char *folder = desk_test_folder_new ();
  g_autofree char *absent = g_build_filename (folder, "absent.ini", NULL);
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) none = desk_environment_file_load (absent, NULL);
  g_autoptr(GPtrArray) two = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (none->len, ==, 1);
  path = write_file (folder, "[Sandbox]\napi=x\n[Work]\napi=https://a.example/v1\nauth=https://b.example\n");
  two = desk_environment_file_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpint (desk_environment_get_kind (g_ptr_array_index (two, 0)), ==, DESK_ENVIRONMENT_KIND_SANDBOX);
  g_assert_cmpstr (desk_environment_get_name (g_ptr_array_index (two, 1)), ==, "Work");
  desk_test_folder_free (folder);
}

static void
test_file_finds_by_name (void)
{
  char *folder = desk_test_folder_new ();
  g_autofree char *path = write_file (folder, "[Bad]\napi=x\n[Work]\napi=https://a.example/v1\nauth=https://b.example\n");
  g_autofree char *default_path = desk_environment_file_dup_path ();
  g_autoptr(DeskEnvironment) sandbox = desk_environment_file_find (path, NULL, NULL);
  g_autoptr(DeskEnvironment) named = desk_environment_file_find (path, "sandbox", NULL);
  g_autoptr(DeskEnvironment) work = desk_environment_file_find (path, "Work", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (desk_environment_get_kind (sandbox), ==, DESK_ENVIRONMENT_KIND_SANDBOX);
  g_assert_cmpint (desk_environment_get_kind (named), ==, DESK_ENVIRONMENT_KIND_SANDBOX);
  g_assert_cmpstr (desk_environment_get_api_uri (work), ==, "https://a.example/v1");
  g_assert_null (desk_environment_file_find (path, "Nowhere", &error));
  g_assert_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_UNKNOWN);
  g_assert_true (g_str_has_suffix (default_path, "consent-desk/environments.ini"));
  desk_test_folder_free (folder);
}

static gboolean
find_credentials (DeskEnvironment  *environment,
                  char            **client_id,
                  char            **client_secret,
                  GError          **error)
{
  g_autoptr(DeskKeyring) keyring = desk_keyring_new ();
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_credentials_find_async (environment, keyring, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_credentials_find_finish (result, client_id, client_secret, error);
}

static void
test_absent_keyring_is_an_error (void)
{
  g_autoptr(DeskEnvironment) work = NULL;
  g_autofree char *id = NULL;
  g_autofree char *secret = NULL;
  g_autoptr(GError) error = NULL;

  work = read_group ("api=https://a.example/v1\nauth=https://b.example\nclient-id=2Xb\n", NULL);
  g_assert_false (find_credentials (work, &id, &secret, &error));
  g_assert_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_CREDENTIALS);
}

static void
test_variables_are_credentials (void)
{
  g_autoptr(DeskEnvironment) work = NULL;
  g_autofree char *id = NULL;
  g_autofree char *secret = NULL;
  g_autoptr(GError) error = NULL;

  g_setenv (DESK_CREDENTIALS_CLIENT_ID_VARIABLE, "an-id", TRUE);
  g_setenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE, "a-secret", TRUE);
  work = read_group ("api=https://a.example/v1\nauth=https://b.example\nclient-id=2Xb\n", NULL);
  g_assert_true (find_credentials (work, &id, &secret, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "an-id");
  g_assert_cmpstr (secret, ==, "a-secret");
}

int
main (int   argc,
      char *argv[])
{
  /* No keyring of the person who runs the test. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  g_unsetenv (DESK_CREDENTIALS_CLIENT_ID_VARIABLE);
  g_unsetenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/environment/sandbox-has-no-address-yet", test_sandbox_has_no_address_yet);
  g_test_add_func ("/environment/defaults", test_defaults);
  g_test_add_func ("/environment/settings-are-read", test_settings_are_read);
  g_test_add_func ("/environment/wrong-settings-are-refused", test_wrong_settings_are_refused);
  g_test_add_func ("/environment/unsafe-addresses-are-refused", test_unsafe_addresses_are_refused);
  g_test_add_func ("/environment/only-the-sandbox-keeps-data", test_only_the_sandbox_keeps_data);
  g_test_add_func ("/environment/file-lists-the-sandbox-first", test_file_lists_the_sandbox_first);
  g_test_add_func ("/environment/file-finds-by-name", test_file_finds_by_name);
  g_test_add_func ("/environment/absent-keyring-is-an-error", test_absent_keyring_is_an_error);
  g_test_add_func ("/environment/variables-are-credentials", test_variables_are_credentials);

  return g_test_run ();
}
