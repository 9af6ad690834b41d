/* test-growing-list.c: a model that a list gets in pieces
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gtk/gtk.h>

#include "desk-growing-list.h"

/* What a view knows: it has applied each change as it was told. */
typedef struct
{
  GListStore *store;
  GListModel *list;
  GPtrArray  *seen; /* (element-type GtkStringObject) */
  guint       most; /* the most items that came at once before the list had two hundred */
} Fixture;

static void
items_changed_cb (Fixture *fixture,
                  guint    position,
                  guint    n_removed,
                  guint    n_added)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (fixture->seen, position, n_removed);
  if (position < 200)
    fixture->most = MAX (fixture->most, MIN (n_added, 200 - position));
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (fixture->seen, (int) (position + i), g_list_model_get_item (fixture->list, position + i));
}

static void
add (Fixture *fixture,
     guint    position,
     guint    n_removed,
     guint    n_added)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_added; i++)
    g_ptr_array_add (items, gtk_string_object_new ("an item"));
  g_list_store_splice (fixture->store, position, n_removed, items->pdata, n_added);
}

static void
check (Fixture *fixture)
{
  guint n_items = g_list_model_get_n_items (fixture->list);

  g_assert_cmpuint (fixture->seen->len, ==, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->store), i);

      g_assert_true (g_ptr_array_index (fixture->seen, i) == item);
    }
}

static void
wait_for_all (Fixture *fixture)
{
  while (g_list_model_get_n_items (fixture->list) < g_list_model_get_n_items (G_LIST_MODEL (fixture->store)))
    {
      check (fixture);
      g_main_context_iteration (NULL, TRUE);
    }
  check (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  fixture->list = desk_growing_list_new (G_LIST_MODEL (fixture->store));
  fixture->seen = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->seen);
  g_object_unref (fixture->list);
  g_object_unref (fixture->store);
}

static void
test_grows_in_pieces (Fixture       *fixture,
                      gconstpointer  data)
{
  add (fixture, 0, 0, 5000);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->list), <, 20);
  wait_for_all (fixture);
  g_assert_cmpuint (fixture->most, <, 20);
}

static void
test_begins_anew (Fixture       *fixture,
                  gconstpointer  data)
{
  add (fixture, 0, 0, 5000);
  wait_for_all (fixture);
  add (fixture, 0, 5000, 4000);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->list), <, 20);
  check (fixture);
  wait_for_all (fixture);
}

static void
test_passes_on_what_comes_later (Fixture       *fixture,
                                 gconstpointer  data)
{
  add (fixture, 0, 0, 500);
  wait_for_all (fixture);
  add (fixture, 10, 5, 300);
  check (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->list), ==, 795);
}

static void
test_changes_while_it_grows (Fixture       *fixture,
                             gconstpointer  data)
{
  add (fixture, 0, 0, 1000);
  add (fixture, 2, 1, 7);
  check (fixture);
  add (fixture, 900, 50, 0);
  check (fixture);
  g_main_context_iteration (NULL, TRUE);
  add (fixture, 0, 956, 3);
  check (fixture);
  wait_for_all (fixture);
}

static void
test_finished (Fixture       *fixture,
               gconstpointer  data)
{
  add (fixture, 0, 0, 5000);
  desk_growing_list_finish (DESK_GROWING_LIST (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (fixture->list), ==, 5000);
  check (fixture);
}

static void
test_emptied (Fixture       *fixture,
              gconstpointer  data)
{
  add (fixture, 0, 0, 1000);
  g_list_store_remove_all (fixture->store);
  check (fixture);
  add (fixture, 0, 0, 2);
  wait_for_all (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->list), ==, 2);
}

#define ADD(path, func) g_test_add ("/growing-list/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("grows-in-pieces", test_grows_in_pieces);
  ADD ("begins-anew", test_begins_anew);
  ADD ("passes-on-what-comes-later", test_passes_on_what_comes_later);
  ADD ("changes-while-it-grows", test_changes_while_it_grows);
  ADD ("finished", test_finished);
  ADD ("emptied", test_emptied);

  return g_test_run ();
}
