/* test-path.c: paths and queries, percent-encoded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-error.h"
#include "desk-api-path.h"

static void
test_encodes_id (void)
{
  g_autofree char *path = desk_api_path_new_with_id ("/end-users", "a/b?c=ü #", NULL);

  g_assert_cmpstr (path, ==, "/end-users/a%2Fb%3Fc%3D%C3%BC%20%23");
}

static void
test_refuses_id_that_changes_the_path (void)
{
  static const char *const ids[] = { "", ".", ".." };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (desk_api_path_new_with_id ("/end-users", ids[i], &error));
      g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
    }
}

static void
test_builds_query (void)
{
  g_autoptr(GString) path = g_string_new ("/rows");

  desk_api_path_append_query (path, "page[size]", "10");
  desk_api_path_append_query (path, "absent", NULL);
  desk_api_path_append_query (path, "from", "2024-01-01T00:00:00+10:00&x=é");
  desk_api_path_append_query (path, "empty", "");

  g_assert_cmpstr (path->str, ==,
                   "/rows?page%5Bsize%5D=10&from=2024-01-01T00%3A00%3A00%2B10%3A00%26x%3D%C3%A9&empty=");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/path/encodes-id", test_encodes_id);
  g_test_add_func ("/path/refuses-id-that-changes-the-path", test_refuses_id_that_changes_the_path);
  g_test_add_func ("/path/builds-query", test_builds_query);

  return g_test_run ();
}
