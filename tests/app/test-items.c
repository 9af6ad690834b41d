/* test-items.c: tests of the small objects that lists show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-catalogue.h"
#include "desk-link-deadline.h"
#include "desk-link-timeline.h"
#include "desk-list-merge.h"
#include "desk-sync-item.h"

static void
count (guint *n_calls)
{
  (*n_calls)++;
}

static void
test_entry_is_one_line (void)
{
  g_autoptr(DeskTimelineEntry) entry = NULL;
  g_autofree char *line = NULL;
  guint n_notified = 0;

  entry = desk_timeline_entry_new (DESK_TIMELINE_CURRENT, 1245, "Page opened", "auth.fiskil.com");
  line = desk_timeline_entry_to_string (entry);
  g_assert_cmpstr (line, ==, "1.245 s  Page opened  auth.fiskil.com");
  g_assert_cmpuint (desk_timeline_entry_get_milliseconds (entry), ==, 1245);
  g_assert_cmpstr (desk_timeline_entry_get_title (entry), ==, "Page opened");
  g_assert_cmpstr (desk_timeline_entry_get_detail (entry), ==, "auth.fiskil.com");

  g_signal_connect_swapped (entry, "notify::kind", G_CALLBACK (count), &n_notified);
  desk_timeline_entry_set_kind (entry, DESK_TIMELINE_DONE);
  desk_timeline_entry_set_kind (entry, DESK_TIMELINE_DONE);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpint (desk_timeline_entry_get_kind (entry), ==, DESK_TIMELINE_DONE);
}

static void
test_timeline_keeps_secrets_out (void)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();
  g_autoptr(DeskLinkTimeline) timeline = NULL;
  g_autofree char *text = NULL;

  desk_redactor_add (redactor, "topsecret");
  timeline = desk_link_timeline_new (redactor);
  desk_link_timeline_step (timeline, "a topsecret step", NULL);
  desk_link_timeline_note (timeline, "a note", "topsecret");
  desk_link_timeline_end (timeline, DESK_TIMELINE_DONE, "the end");
  g_assert_cmpuint (g_list_model_get_n_items (desk_link_timeline_get_list (timeline)), ==, 3);
  text = desk_link_timeline_to_string (timeline);
  g_assert_null (strstr (text, "topsecret"));
  g_assert_nonnull (strstr (text, "the end\n"));
}

static void
test_item_tells_its_state (void)
{
  const DeskResource *resource = desk_catalogue_find ("banking.accounts");
  g_autoptr(DeskSyncItem) item = desk_sync_item_new (resource);
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "x");
  guint n_states = 0;
  guint n_rows = 0;

  g_signal_connect_swapped (item, "notify::state", G_CALLBACK (count), &n_states);
  g_signal_connect_swapped (item, "notify::n-rows", G_CALLBACK (count), &n_rows);
  g_assert_true (desk_sync_item_get_resource (item) == resource);
  g_assert_cmpint (desk_sync_item_get_state (item), ==, DESK_SYNC_WAITING);

  desk_sync_item_add_rows (item, 3);
  desk_sync_item_add_rows (item, 0);
  desk_sync_item_add_rows (item, 4);
  g_assert_cmpuint (desk_sync_item_get_n_rows (item), ==, 7);
  g_assert_cmpuint (n_rows, ==, 2);

  desk_sync_item_set_state (item, DESK_SYNC_FAILED, error);
  g_assert_cmpint (desk_sync_item_get_state (item), ==, DESK_SYNC_FAILED);
  g_assert_cmpuint (n_states, ==, 1);
  g_assert_cmpstr (desk_sync_item_get_error (item)->message, ==, "x");
}

static void
note_change (GListModel *list,
             guint       position,
             guint       n_removed,
             guint       n_added,
             guint      *change)
{
  change[0]++;
  change[1] = position;
  change[2] = n_removed;
  change[3] = n_added;
}

static void
test_merge_is_the_smallest_change (void)
{
  g_autoptr(GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  guint change[4] = { 0 };

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (wanted, g_object_new (G_TYPE_OBJECT, NULL));

  desk_list_merge (store, wanted);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 4);

  g_signal_connect (store, "items-changed", G_CALLBACK (note_change), change);
  desk_list_merge (store, wanted);
  g_assert_cmpuint (change[0], ==, 0);

  g_ptr_array_remove_index (wanted, 1);
  desk_list_merge (store, wanted);
  g_assert_cmpuint (change[0], ==, 1);
  g_assert_cmpuint (change[1], ==, 1);
  g_assert_cmpuint (change[2], ==, 1);
  g_assert_cmpuint (change[3], ==, 0);
}

static void
test_deadline_ends (void)
{
  g_autoptr(DeskLinkDeadline) deadline = desk_link_deadline_new ();
  guint n_over = 0;
  guint n_ticks = 0;

  g_signal_connect_swapped (deadline, "over", G_CALLBACK (count), &n_over);
  g_signal_connect_swapped (deadline, "tick", G_CALLBACK (count), &n_ticks);
  g_assert_cmpuint (desk_link_deadline_get_seconds_left (deadline), ==, 0);

  desk_link_deadline_arm (deadline, 100, 160);
  g_assert_cmpuint (desk_link_deadline_get_seconds_left (deadline), ==, 160);
  g_assert_cmpuint (n_ticks, ==, 1);
  desk_link_deadline_disarm (deadline);
  g_assert_cmpuint (desk_link_deadline_get_seconds_left (deadline), ==, 0);
  g_assert_cmpuint (n_ticks, ==, 2);

  desk_link_deadline_arm (deadline, 0, 1);
  while (n_over == 0)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/items/entry-is-one-line", test_entry_is_one_line);
  g_test_add_func ("/items/timeline-keeps-secrets-out", test_timeline_keeps_secrets_out);
  g_test_add_func ("/items/item-tells-its-state", test_item_tells_its_state);
  g_test_add_func ("/items/merge-is-the-smallest-change", test_merge_is_the_smallest_change);
  g_test_add_func ("/items/deadline-ends", test_deadline_ends);

  return g_test_run ();
}
