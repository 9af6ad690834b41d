/* test-json-iter.c: objects and arrays, walked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-json.h"
#include "json-fixture.h"

static void
test_walks_an_object (void)
{
  DeskJsonSlice key;
  DeskJsonSlice value;
  DeskJsonIter iter;

  desk_json_iter_init (&iter, json_fixture ("{ \"a\" : 1 ,\"b\":[2 ] }"));
  g_assert_true (desk_json_iter_next (&iter, &key, &value));
  assert_raw (key, "\"a\"");
  assert_raw (value, "1");
  g_assert_true (desk_json_iter_next (&iter, &key, &value));
  assert_raw (key, "\"b\"");
  assert_raw (value, "[2 ]");
  g_assert_false (desk_json_iter_next (&iter, &key, &value));
  g_assert_false (desk_json_iter_next (&iter, &key, &value));
}

static void
test_walks_an_array (void)
{
  DeskJsonSlice key;
  DeskJsonSlice value;
  DeskJsonIter iter;
  const char *const expected[] = { "null", "true", "-1.5e3", "\",\"", "{\"a\":[]}", "[[],\"]\"]" };

  desk_json_iter_init (&iter, json_fixture ("[null,true , -1.5e3,\",\" ,{\"a\":[]},[[],\"]\"]]"));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (desk_json_iter_next (&iter, &key, &value));
      g_assert_cmpint (desk_json_slice_get_kind (key), ==, DESK_JSON_KIND_NONE);
      assert_raw (value, expected[i]);
    }
  g_assert_false (desk_json_iter_next (&iter, NULL, &value));
}

static void
test_key_is_optional (void)
{
  DeskJsonSlice value;
  DeskJsonIter iter;

  desk_json_iter_init (&iter, json_fixture ("{\"a\":1}"));
  g_assert_true (desk_json_iter_next (&iter, NULL, &value));
  assert_raw (value, "1");
}

static void
test_other_kinds_are_empty (void)
{
  const char *const texts[] = { "[]", "{}", "[ \n ]", "{ \n }", "\"[1]\"", "1", "null" };
  DeskJsonSlice value;
  DeskJsonIter iter;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      desk_json_iter_init (&iter, json_fixture (texts[i]));
      g_assert_false (desk_json_iter_next (&iter, NULL, &value));
    }
  desk_json_iter_init (&iter, DESK_JSON_SLICE_NONE);
  g_assert_false (desk_json_iter_next (&iter, NULL, &value));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-iter/walks-an-object", test_walks_an_object);
  g_test_add_func ("/json-iter/walks-an-array", test_walks_an_array);
  g_test_add_func ("/json-iter/key-is-optional", test_key_is_optional);
  g_test_add_func ("/json-iter/other-kinds-are-empty", test_other_kinds_are_empty);

  return g_test_run ();
}
