/* test-fold-list.c: lines that lie in one another and can be folded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fold-list.h"

/* 0 [ 1 [ 2 3 ] 4 ] 5 [ 6 ] */
static const guint32 ends[] = { 5, 4, 3, 4, 5, 7, 7 };

typedef struct
{
  DeskFoldList *list;
  GString *shown; /* what a view would show, by the signals alone */
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  g_string_erase (fixture->shown, position, removed);
  for (guint i = 0; i < added; i++)
    g_string_insert_c (fixture->shown, position + i,
                       (char) ('0' + desk_fold_list_get_line (fixture->list, position + i)));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);

  fixture->list = desk_fold_list_new (ends, G_N_ELEMENTS (ends), owner);
  fixture->shown = g_string_new ("0123456");
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->list);
  g_string_free (fixture->shown, TRUE);
}

static void
assert_shown (Fixture    *fixture,
              const char *lines)
{
  g_autoptr(GString) items = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->list)); i++)
    {
      g_autoptr(DeskFoldItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      g_string_append_c (items, (char) ('0' + desk_fold_item_get_line (item)));
    }
  g_assert_cmpstr (items->str, ==, lines);
  g_assert_cmpstr (fixture->shown->str, ==, lines);
}

static void
test_all_lines_are_shown_at_first (Fixture       *fixture,
                                   gconstpointer  data)
{
  assert_shown (fixture, "0123456");
}

static void
test_folding_hides_what_lies_within (Fixture       *fixture,
                                     gconstpointer  data)
{
  desk_fold_list_set_expanded (fixture->list, 1, FALSE);
  assert_shown (fixture, "01456");
  desk_fold_list_set_expanded (fixture->list, 0, FALSE);
  assert_shown (fixture, "056");
  desk_fold_list_set_expanded (fixture->list, 0, TRUE);
  assert_shown (fixture, "01456");
  desk_fold_list_set_expanded (fixture->list, 1, TRUE);
  assert_shown (fixture, "0123456");
}

static void
test_a_line_without_content_does_not_fold (Fixture       *fixture,
                                           gconstpointer  data)
{
  desk_fold_list_set_expanded (fixture->list, 2, FALSE);
  assert_shown (fixture, "0123456");
  g_assert_false (desk_fold_list_can_fold (fixture->list, 2));
  g_assert_true (desk_fold_list_can_fold (fixture->list, 5));
}

static void
test_items_follow (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(DeskFoldItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);
  g_autoptr(DeskFoldItem) again = NULL;

  g_assert_true (desk_fold_item_get_expanded (item));
  desk_fold_list_set_expanded (fixture->list, 1, FALSE);
  g_assert_false (desk_fold_item_get_expanded (item));
  desk_fold_list_set_all (fixture->list, NULL);
  g_assert_true (desk_fold_item_get_expanded (item));
  again = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);
  g_assert_true (item == again);
}

static void
test_lines_that_are_left_out_come_back (Fixture       *fixture,
                                        gconstpointer  data)
{
  const guint8 shown[] = { 1, 1, 0, 1, 0, 0, 0 };

  desk_fold_list_set_expanded (fixture->list, 1, FALSE);
  desk_fold_list_take_shown (fixture->list, g_memdup2 (shown, sizeof shown));
  assert_shown (fixture, "013");
  desk_fold_list_take_shown (fixture->list, g_memdup2 (shown, sizeof shown));
  assert_shown (fixture, "013");
  desk_fold_list_take_shown (fixture->list, NULL);
  assert_shown (fixture, "01456");
}

static void
test_reveal_opens_all_around (Fixture       *fixture,
                              gconstpointer  data)
{
  const guint8 none[] = { 0, 0, 0, 0, 0, 0, 0 };

  desk_fold_list_set_all (fixture->list, none);
  assert_shown (fixture, "05");
  g_assert_cmpuint (desk_fold_list_find (fixture->list, 3), ==, G_MAXUINT);
  desk_fold_list_reveal (fixture->list, 3);
  assert_shown (fixture, "012345");
  g_assert_cmpuint (desk_fold_list_find (fixture->list, 3), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/fold-list/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("all-lines-are-shown-at-first", test_all_lines_are_shown_at_first);
  ADD ("folding-hides-what-lies-within", test_folding_hides_what_lies_within);
  ADD ("a-line-without-content-does-not-fold", test_a_line_without_content_does_not_fold);
  ADD ("items-follow", test_items_follow);
  ADD ("lines-that-are-left-out-come-back", test_lines_that_are_left_out_come_back);
  ADD ("reveal-opens-all-around", test_reveal_opens_all_around);
#undef ADD

  return g_test_run ();
}
