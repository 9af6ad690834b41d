/* test-end-user.c: end users are read and updated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-end-user.h"

#include <string.h>

#include "desk-store-fixture.h"

static DeskEndUser *
read_end_user (const char *json)
{
  g_autoptr(GError) error = NULL;
  DeskEndUser *end_user = desk_end_user_new_from_json (fixture_slice (json), &error);

  g_assert_no_error (error);
  return end_user;
}

static void
test_read (void)
{
  g_autoptr(DeskEndUser) end_user = read_end_user ("{\"id\":\"eu_1\",\"name\":\"Mia Chen\","
                                                   "\"email\":\"mia@example.com\","
                                                   "\"phone\":\"+61400000000\",\"abn\":\"51 824 753 556\"}");

  g_assert_cmpstr (desk_end_user_get_id (end_user), ==, "eu_1");
  g_assert_cmpstr (desk_end_user_get_name (end_user), ==, "Mia Chen");
  g_assert_cmpstr (desk_end_user_get_email (end_user), ==, "mia@example.com");
  g_assert_cmpstr (desk_end_user_get_phone (end_user), ==, "+61400000000");
  g_assert_cmpstr (desk_end_user_get_abn (end_user), ==, "51 824 753 556");
}

static void
test_create_answer (void)
{
  g_autoptr(DeskEndUser) end_user = read_end_user ("{\"end_user_id\":\"eu_2\"}");

  g_assert_cmpstr (desk_end_user_get_id (end_user), ==, "eu_2");
  g_assert_null (desk_end_user_get_name (end_user));
}

static void
test_empty_is_absent (void)
{
  g_autoptr(DeskEndUser) end_user = read_end_user ("{\"id\":\"eu_1\",\"name\":\"\",\"email\":null,\"phone\":{}}");

  g_assert_null (desk_end_user_get_name (end_user));
  g_assert_null (desk_end_user_get_email (end_user));
  g_assert_null (desk_end_user_get_phone (end_user));
}

static void
test_no_id (void)
{
  const char *bodies[] = { "{}", "{\"id\":\"\"}", "{\"id\":null}", "[]", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (desk_end_user_new_from_json (fixture_slice (bodies[i]), &error));
      g_assert_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE);
    }
}

static void
test_new (void)
{
  g_autoptr(DeskEndUser) end_user = desk_end_user_new ("eu_3", "Tom", "", "+614");
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  g_autofree char *phone = NULL;

  g_object_get (end_user, "id", &id, "name", &name, "email", &email, "phone", &phone, NULL);
  g_assert_cmpstr (id, ==, "eu_3");
  g_assert_cmpstr (name, ==, "Tom");
  g_assert_null (email);
  g_assert_cmpstr (phone, ==, "+614");
}

static void
test_title (void)
{
  g_autoptr(DeskEndUser) named = desk_end_user_new ("eu_1", "Mia", "mia@example.com", NULL);
  g_autoptr(DeskEndUser) mailed = desk_end_user_new ("eu_1", NULL, "mia@example.com", NULL);
  g_autoptr(DeskEndUser) bare = desk_end_user_new ("eu_1", NULL, NULL, NULL);

  g_assert_cmpstr (desk_end_user_get_title (named), ==, "Mia");
  g_assert_cmpstr (desk_end_user_get_title (mailed), ==, "mia@example.com");
  g_assert_cmpstr (desk_end_user_get_title (bare), ==, "eu_1");
}

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static void
test_update (void)
{
  g_autoptr(DeskEndUser) end_user = desk_end_user_new ("eu_1", "Mia", "mia@example.com", NULL);
  g_autoptr(DeskEndUser) other = desk_end_user_new ("eu_1", "Mia", "chen@example.com", "+614");
  g_autoptr(GString) notified = g_string_new (NULL);

  g_signal_connect (end_user, "notify", G_CALLBACK (notify_cb), notified);
  desk_end_user_update_from (end_user, other);

  g_assert_nonnull (strstr (notified->str, "email "));
  g_assert_nonnull (strstr (notified->str, "phone "));
  g_assert_cmpuint (notified->len, ==, strlen ("email phone "));
  g_assert_cmpstr (desk_end_user_get_email (end_user), ==, "chen@example.com");
  g_assert_cmpstr (desk_end_user_get_phone (end_user), ==, "+614");
}

static void
test_mask (void)
{
  g_autoptr(DeskMask) mask = desk_mask_new ();
  g_autoptr(DeskEndUser) end_user = desk_end_user_new ("eu_1", "Mia Chen", "mia@example.com", NULL);

  desk_end_user_set_mask (end_user, mask);
  g_assert_cmpuint (strlen (desk_end_user_get_title (end_user)), ==, strlen ("Mia Chen"));
  g_assert_cmpstr (desk_end_user_get_title (end_user), !=, "Mia Chen");
  g_assert_cmpstr (desk_end_user_get_subtitle (end_user), !=, "mia@example.com");
  g_assert_cmpstr (desk_end_user_get_email (end_user), ==, "mia@example.com");
  desk_end_user_set_mask (end_user, NULL);
  g_assert_cmpstr (desk_end_user_get_title (end_user), ==, "Mia Chen");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/end-user/reads-all-members", test_read);
  g_test_add_func ("/end-user/reads-the-answer-of-create", test_create_answer);
  g_test_add_func ("/end-user/empty-is-absent", test_empty_is_absent);
  g_test_add_func ("/end-user/refuses-one-without-id", test_no_id);
  g_test_add_func ("/end-user/is-made-from-texts", test_new);
  g_test_add_func ("/end-user/title-falls-back", test_title);
  g_test_add_func ("/end-user/update-notifies-what-changed", test_update);
  g_test_add_func ("/end-user/mask-stands-before-what-is-shown", test_mask);

  return g_test_run ();
}
