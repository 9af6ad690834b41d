/* test-json-page.c: one received page of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-json-page.h"
#include "json-fixture.h"

static const char *const account_keys[] = { "acounts", "accounts", NULL };

static DeskJsonPage *
page_new (const char         *text,
          const char *const  *root_keys)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  DeskJsonPage *page = desk_json_page_new (bytes, root_keys, &error);

  g_assert_no_error (error);
  g_assert_true (DESK_IS_JSON_PAGE (page));
  return page;
}

static void
assert_refused (const char    *text,
                DeskJsonError  code)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskJsonPage) page = desk_json_page_new (bytes, account_keys, &error);

  g_assert_null (page);
  g_assert_error (error, DESK_JSON_ERROR, (int) code);
}

static void
assert_next (const char *text,
             const char *expected)
{
  g_autoptr(DeskJsonPage) page = page_new (text, account_keys);
  g_autofree char *next = desk_json_page_dup_next (page);

  g_assert_cmpstr (next, ==, expected);
}

static void
test_splits_the_records (void)
{
  g_autoptr(DeskJsonPage) page = page_new ("{\"accounts\":[{\"a\": 0.10} , 7,null],\"links\":{}}", account_keys);

  g_assert_cmpuint (desk_json_page_get_n_records (page), ==, 3);
  assert_raw (desk_json_page_get_record (page, 0), "{\"a\": 0.10}");
  assert_raw (desk_json_page_get_record (page, 1), "7");
  assert_raw (desk_json_page_get_record (page, 2), "null");
}

static void
test_first_key_counts (void)
{
  g_autoptr(DeskJsonPage) page = page_new ("{\"accounts\":[1,2],\"acounts\":[3]}", account_keys);
  g_autoptr(DeskJsonPage) second = page_new ("{\"accounts\":[1,2]}", account_keys);

  g_assert_cmpuint (desk_json_page_get_n_records (page), ==, 1);
  assert_raw (desk_json_page_get_record (page, 0), "3");
  g_assert_cmpuint (desk_json_page_get_n_records (second), ==, 2);
}

static void
test_null_is_no_records (void)
{
  g_autoptr(DeskJsonPage) page = page_new ("{\"accounts\":null}", account_keys);
  g_autoptr(DeskJsonPage) other = page_new ("{\"acounts\":null,\"accounts\":[1]}", account_keys);

  g_assert_cmpuint (desk_json_page_get_n_records (page), ==, 0);
  g_assert_cmpuint (desk_json_page_get_n_records (other), ==, 1);
}

static void
test_accepts_a_bare_array (void)
{
  g_autoptr(DeskJsonPage) page = page_new (" [{\"a\":1},{\"b\":2}] ", account_keys);
  g_autofree char *next = desk_json_page_dup_next (page);

  g_assert_cmpuint (desk_json_page_get_n_records (page), ==, 2);
  assert_raw (desk_json_page_get_record (page, 1), "{\"b\":2}");
  g_assert_null (next);
}

static void
test_a_single_object_is_one_record (void)
{
  g_autoptr(DeskJsonPage) page = page_new ("{\"accounts\":{\"a\":1}}", account_keys);

  g_assert_cmpuint (desk_json_page_get_n_records (page), ==, 1);
  assert_raw (desk_json_page_get_record (page, 0), "{\"a\":1}");
}

static void
test_without_keys_the_body_is_the_record (void)
{
  g_autoptr(DeskJsonPage) page = page_new (" {\"accounts\":[1,2]} ", NULL);
  g_autoptr(DeskJsonPage) array = page_new ("[1,2]", NULL);

  g_assert_cmpuint (desk_json_page_get_n_records (page), ==, 1);
  assert_raw (desk_json_page_get_record (page, 0), "{\"accounts\":[1,2]}");
  g_assert_cmpuint (desk_json_page_get_n_records (array), ==, 1);
}

static void
test_gives_the_root (void)
{
  g_autoptr(DeskJsonPage) page = page_new (" {\"accounts\":[],\"meta\":{\"x\":1}}\n", account_keys);

  assert_raw (desk_json_page_get_root (page), "{\"accounts\":[],\"meta\":{\"x\":1}}");
  assert_raw (desk_json_slice_get_path (desk_json_page_get_root (page), "meta.x"), "1");
}

static void
test_refuses_other_shapes (void)
{
  assert_refused ("{\"name\":\"InvalidRequest\"}", DESK_JSON_ERROR_SHAPE);
  assert_refused ("{\"accounts\":\"none\"}", DESK_JSON_ERROR_SHAPE);
  assert_refused ("{\"accounts\":7}", DESK_JSON_ERROR_SHAPE);
  assert_refused ("{\"accounts\":true}", DESK_JSON_ERROR_SHAPE);
  assert_refused ("7", DESK_JSON_ERROR_SHAPE);
  assert_refused ("null", DESK_JSON_ERROR_SHAPE);
}

static void
test_refuses_what_is_not_json (void)
{
  assert_refused ("", DESK_JSON_ERROR_SYNTAX);
  assert_refused ("<html>", DESK_JSON_ERROR_SYNTAX);
  assert_refused ("{\"accounts\":[\"\xff\"]}", DESK_JSON_ERROR_NOT_UTF8);
}

static void
test_knows_the_next_page (void)
{
  assert_next ("{\"accounts\":[],\"links\":{\"next\":\"https:\\/\\/api.example\\/v1?a=b\"}}",
               "https://api.example/v1?a=b");
}

static void
test_knows_the_last_page (void)
{
  assert_next ("{\"accounts\":[]}", NULL);
  assert_next ("{\"accounts\":[],\"links\":null}", NULL);
  assert_next ("{\"accounts\":[],\"links\":{}}", NULL);
  assert_next ("{\"accounts\":[],\"links\":{\"next\":null}}", NULL);
  assert_next ("{\"accounts\":[],\"links\":{\"next\":\"\"}}", NULL);
  assert_next ("{\"accounts\":[],\"links\":{\"next\":7}}", NULL);
}

static void
released_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_keeps_the_bytes (void)
{
  gboolean released = FALSE;
  GBytes *bytes = g_bytes_new_with_free_func ("[\"kept\"]", 8, released_cb, &released);
  g_autoptr(DeskJsonPage) page = desk_json_page_new (bytes, account_keys, NULL);

  g_bytes_unref (bytes);
  g_assert_false (released);
  g_clear_object (&page);
  g_assert_true (released);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-page/splits-the-records", test_splits_the_records);
  g_test_add_func ("/json-page/first-key-counts", test_first_key_counts);
  g_test_add_func ("/json-page/null-is-no-records", test_null_is_no_records);
  g_test_add_func ("/json-page/accepts-a-bare-array", test_accepts_a_bare_array);
  g_test_add_func ("/json-page/a-single-object-is-one-record", test_a_single_object_is_one_record);
  g_test_add_func ("/json-page/without-keys-the-body-is-the-record", test_without_keys_the_body_is_the_record);
  g_test_add_func ("/json-page/gives-the-root", test_gives_the_root);
  g_test_add_func ("/json-page/refuses-other-shapes", test_refuses_other_shapes);
  g_test_add_func ("/json-page/refuses-what-is-not-json", test_refuses_what_is_not_json);
  g_test_add_func ("/json-page/knows-the-next-page", test_knows_the_next_page);
  g_test_add_func ("/json-page/knows-the-last-page", test_knows_the_last_page);
  g_test_add_func ("/json-page/keeps-the-bytes", test_keeps_the_bytes);

  return g_test_run ();
}
