/* test-json-compare.c: our JSON reader beside json-glib
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <json-glib/json-glib.h>
#include <string.h>

#include "desk-json.h"
#include "json-corpus.h"

#define N_DOCUMENTS 3000

static void assert_same (JsonNode      *node,
                         DeskJsonSlice  slice);

static void
assert_same_object (JsonObject    *object,
                    DeskJsonSlice  slice)
{
  DeskJsonSlice key;
  DeskJsonSlice value;
  DeskJsonIter iter;

  g_assert_cmpuint (desk_json_slice_count (slice), ==, json_object_get_size (object));
  desk_json_iter_init (&iter, slice);
  while (desk_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = desk_json_slice_dup_string (key);

      g_assert_true (json_object_has_member (object, name));
      g_assert_true (desk_json_slice_get_member (slice, name).text == value.text);
      assert_same (json_object_get_member (object, name), value);
    }
}

static void
assert_same_array (JsonArray     *array,
                   DeskJsonSlice  slice)
{
  DeskJsonSlice value;
  DeskJsonIter iter;

  g_assert_cmpuint (desk_json_slice_count (slice), ==, json_array_get_length (array));
  desk_json_iter_init (&iter, slice);
  for (guint i = 0; desk_json_iter_next (&iter, NULL, &value); i++)
    assert_same (json_array_get_element (array, i), value);
}

static void
assert_same_scalar (JsonNode      *node,
                    DeskJsonSlice  slice)
{
  g_autofree char *text = desk_json_slice_dup_string (slice);
  gboolean boolean;
  gint64 integer;
  double number;

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      g_assert_cmpstr (text, ==, json_node_get_string (node));
      break;
    case G_TYPE_BOOLEAN:
      g_assert_true (desk_json_slice_get_boolean (slice, &boolean));
      g_assert_cmpint (boolean, ==, json_node_get_boolean (node));
      break;
    case G_TYPE_INT64:
      g_assert_true (desk_json_slice_get_int64 (slice, &integer));
      g_assert_cmpint (integer, ==, json_node_get_int (node));
      break;
    case G_TYPE_DOUBLE:
      g_assert_true (desk_json_slice_get_double (slice, &number));
      g_assert_cmpfloat (number, ==, json_node_get_double (node));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
assert_same (JsonNode      *node,
             DeskJsonSlice  slice)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      assert_same_object (json_node_get_object (node), slice);
      break;
    case JSON_NODE_ARRAY:
      assert_same_array (json_node_get_array (node), slice);
      break;
    case JSON_NODE_NULL:
      g_assert_cmpint (desk_json_slice_get_kind (slice), ==, DESK_JSON_KIND_NULL);
      break;
    case JSON_NODE_VALUE:
      assert_same_scalar (node, slice);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* json-glib does not look at what follows a root that is no object and no array. */
static gboolean
json_glib_accepts (const char *text)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (!json_parser_load_from_data (parser, text, -1, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  return JSON_NODE_HOLDS_OBJECT (root) || JSON_NODE_HOLDS_ARRAY (root);
}

static gboolean
reader_accepts (const char *text)
{
  DeskJsonSlice root;

  if (!desk_json_parse (text, strlen (text), &root, NULL))
    return FALSE;
  return *root.text == '{' || *root.text == '[';
}

static void
test_reads_the_same_values (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_autoptr(GPtrArray) tokens = json_corpus_new_tokens (rand);
      g_autofree char *text = json_corpus_join (rand, tokens);
      g_autoptr(JsonParser) parser = json_parser_new ();
      g_autoptr(GError) error = NULL;
      DeskJsonSlice root;

      json_parser_load_from_data (parser, text, -1, &error);
      g_assert_no_error (error);
      desk_json_parse (text, strlen (text), &root, &error);
      g_assert_no_error (error);
      assert_same (json_parser_get_root (parser), root);
    }
}

static void
test_refuses_the_same_documents (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);
  guint n_accepted = 0;

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_autoptr(GPtrArray) tokens = json_corpus_new_tokens (rand);
      g_autofree char *text = NULL;
      gboolean accepted;

      json_corpus_damage (rand, tokens);
      text = json_corpus_join (rand, tokens);
      accepted = reader_accepts (text);
      n_accepted += accepted;
      if (accepted != json_glib_accepts (text))
        g_error ("Only %s accepts %s", accepted ? "our reader" : "json-glib", text);
    }
  g_assert_cmpuint (n_accepted, >, N_DOCUMENTS / 20);
  g_assert_cmpuint (n_accepted, <, N_DOCUMENTS / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-compare/reads-the-same-values", test_reads_the_same_values);
  g_test_add_func ("/json-compare/refuses-the-same-documents", test_refuses_the_same_documents);

  return g_test_run ();
}
