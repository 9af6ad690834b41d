/* test-export-offer.c: tests of what can be exported, and of what it is called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-offer.h"

#include <string.h>

#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-export-name.h"
#include "desk-test-folder.h"
#include "desk-test-rows.h"

typedef struct
{
  DeskStore *store;
  GPtrArray *consents;
  DeskQuery *query;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = desk_store_new (NULL);
  fixture->consents = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->query = desk_query_new (desk_catalogue_find ("banking.transactions"), "eu");
  desk_test_rows_add (fixture->store, "banking.transactions", "eu", 1,
                      "[{\"fiskil_id\":\"1\",\"description\":\"Tea\",\"arrangement_id\":\"c1\"},"
                      "{\"fiskil_id\":\"2\",\"description\":\"Coffee\",\"arrangement_id\":\"c1\"}]");
  desk_test_rows_add (fixture->store, "energy.usage", "eu", 1, "[{\"fiskil_id\":\"3\",\"arrangement_id\":\"c2\"}]");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  desk_query_free (fixture->query);
  g_ptr_array_unref (fixture->consents);
  desk_store_close (fixture->store);
  g_object_unref (fixture->store);
}

static void
add_consent (Fixture    *fixture,
             const char *id)
{
  g_autofree char *json = g_strdup_printf ("{\"arrangement_id\":\"%s\",\"end_user_id\":\"eu\",\"active\":true}", id);
  g_autoptr(GError) error = NULL;
  DeskJsonSlice root;
  DeskConsent *consent = NULL;

  g_assert_true (desk_json_parse (json, strlen (json), &root, NULL));
  consent = desk_consent_new_from_json (root, &error);
  g_assert_no_error (error);
  g_ptr_array_add (fixture->consents, consent);
}

/* (transfer full): "kind:rows" of each offer, joined by blanks */
static char *
list (Fixture   *fixture,
      DeskQuery *query,
      GArray    *ids)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr(GPtrArray) offers = NULL;
  g_autoptr(GError) error = NULL;

  desk_export_offer_list_async (fixture->store, "eu", fixture->consents, query, ids, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  offers = desk_export_offer_list_finish (fixture->store, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < offers->len; i++)
    {
      const DeskExportOffer *offer = g_ptr_array_index (offers, i);

      g_string_append_printf (words, "%s%d:%u", i > 0 ? " " : "", (int) offer->kind,
                              desk_export_scope_get_n_rows (offer->scope));
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_offers_the_data_set_and_everything (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autofree char *offers = list (fixture, fixture->query, NULL);
  g_autofree char *without = list (fixture, NULL, NULL);

  g_assert_cmpstr (offers, ==, "2:2 3:3");
  g_assert_cmpstr (without, ==, "3:3");
}

static void
test_offers_what_is_shown_and_selected (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 id = 1;
  g_autofree char *offers = NULL;

  g_array_append_val (ids, id);
  desk_query_set_search (fixture->query, "coffee");
  offers = list (fixture, fixture->query, ids);
  g_assert_cmpstr (offers, ==, "0:1 1:1 2:2 3:3");
}

static void
test_offers_each_of_several_consents (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  add_consent (fixture, "c1");
  one = list (fixture, NULL, NULL);
  g_assert_cmpstr (one, ==, "3:3");
  add_consent (fixture, "c2");
  two = list (fixture, NULL, NULL);
  g_assert_cmpstr (two, ==, "3:3 4:2 4:1");
}

static void
test_formats_suit_what_they_are_made_for (void)
{
  g_autoptr(DeskQuery) accounts = desk_query_new (desk_catalogue_find ("banking.accounts"), "eu");
  g_autoptr(DeskQuery) transactions = desk_query_new (desk_catalogue_find ("banking.transactions"), "eu");
  g_autoptr(DeskExportScope) few = desk_export_scope_new_rows (accounts, NULL, 1);
  g_autoptr(DeskExportScope) many = desk_export_scope_new_rows (transactions, NULL, 1);

  g_assert_true (desk_export_scope_suits (few, DESK_EXPORT_FORMAT_CSV));
  g_assert_false (desk_export_scope_suits (few, DESK_EXPORT_FORMAT_OFX));
  g_assert_true (desk_export_scope_suits (many, DESK_EXPORT_FORMAT_OFX));
  g_assert_false (desk_export_scope_suits (many, DESK_EXPORT_FORMAT_NEM12));
}

static void
assert_name (const char *who,
             const char *what,
             const char *extension,
             const char *expected)
{
  g_autofree char *name = desk_export_name_new (who, what, extension);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_name_is_no_path (void)
{
  assert_name ("Mia Chen", "Transactions", "csv", "Mia Chen – Transactions.csv");
  assert_name ("Mia Chen", NULL, NULL, "Mia Chen");
  assert_name ("../../etc/passwd", NULL, "csv", "_. .. etc passwd.csv");
  assert_name (".hidden", NULL, NULL, "_hidden");
  assert_name ("a\nb:c\\d", NULL, NULL, "a b c d");
  assert_name (" \t", NULL, "csv", "Export.csv");
}

static void
test_long_name_is_cut_between_characters (void)
{
  g_autofree char *who = g_strnfill (300, 'x');
  g_autofree char *name = desk_export_name_new (who, NULL, NULL);

  g_assert_cmpuint (strlen (name), <, 200);
  assert_name ("ééééééééééééééééééééééééééééééééééééééééééé", NULL, NULL, "éééééééééééééééééééééééééééééééééééééééé");
}

static void
test_free_name_replaces_nothing (void)
{
  char *folder = desk_test_folder_new ();
  g_autofree char *first = desk_export_name_find_free (folder, "Mia");
  g_autofree char *second = NULL;
  g_autofree char *expected = g_build_filename (folder, "Mia 2", NULL);

  g_assert_true (g_file_set_contents (first, "", 0, NULL));
  second = desk_export_name_find_free (folder, "Mia");
  g_assert_cmpstr (second, ==, expected);
  desk_test_folder_free (folder);
}

#define ADD(name, function) g_test_add ("/export-offer/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the-data-set-and-everything", test_offers_the_data_set_and_everything);
  ADD ("what-is-shown-and-selected", test_offers_what_is_shown_and_selected);
  ADD ("each-of-several-consents", test_offers_each_of_several_consents);
  g_test_add_func ("/export-offer/formats-suit-what-they-are-made-for", test_formats_suit_what_they_are_made_for);
  g_test_add_func ("/export-name/is-no-path", test_name_is_no_path);
  g_test_add_func ("/export-name/long-one-is-cut-between-characters", test_long_name_is_cut_between_characters);
  g_test_add_func ("/export-name/free-one-replaces-nothing", test_free_name_replaces_nothing);

  return g_test_run ();
}
