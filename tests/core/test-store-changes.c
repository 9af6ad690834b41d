/* test-store-changes.c: what became of rows between two loads, and that nothing of it outlives a purge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "desk-quality-rule.h"
#include "desk-store-difference.h"
#include "desk-store-fixture.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })
#define PENDING "{\"fiskil_id\":\"1\",\"arrangement_id\":\"c1\",\"institution_id\":\"22\",\"status\":\"PENDING\"," \
                "\"amount\":\"-4.50\",\"description\":\"Zanzibar coffee\"}"
#define POSTED "{\"fiskil_id\":\"1\",\"arrangement_id\":\"c1\",\"institution_id\":\"22\",\"status\":\"POSTED\"," \
               "\"amount\":\"-4.50\",\"description\":\"Zanzibar coffee\"}"
#define OTHER "{\"fiskil_id\":\"2\",\"arrangement_id\":\"c1\",\"institution_id\":\"22\",\"status\":\"POSTED\"," \
              "\"amount\":\"-9.00\",\"description\":\"Zanzibar books\"}"
#define OTHER_CHANGED "{\"fiskil_id\":\"2\",\"arrangement_id\":\"c1\",\"institution_id\":\"22\",\"status\":\"POSTED\"," \
                      "\"amount\":\"-9.50\",\"description\":\"Zanzibar books\"}"

static void
load (DeskStore         *store,
      gint64             number,
      const char *const *records)
{
  fixture_add (store, "banking.transactions", FIXTURE_USER, number, records);
  fixture_finish_load (store, "banking.transactions", FIXTURE_USER, number);
}

/* Returns: (transfer full): "posted status 1, vanished  2" in the store's order */
static char *
dup_differences (DeskStore  *store,
                 const char *arrangement_id)
{
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_store_differences_async (store, FIXTURE_USER, arrangement_id, NULL, fixture_keep_result, &slot);
  result = fixture_wait (&slot);
  differences = desk_store_differences_finish (store, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < differences->len; i++)
    {
      DeskStoreDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (words, "%s%s %s %u", i > 0 ? ", " : "", desk_quality_rule_get_name (difference->rule),
                              difference->field, difference->count);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_differences (DeskStore  *store,
                    const char *expected)
{
  g_autofree char *differences = dup_differences (store, NULL);

  g_assert_cmpstr (differences, ==, expected);
}

static void
test_first_load_changes_nothing (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  load (store, 1, RECORDS (PENDING, OTHER));
  assert_differences (store, "");
}

static void
test_same_rows_change_nothing (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  load (store, 1, RECORDS (PENDING, OTHER));
  load (store, 2, RECORDS (PENDING, OTHER));
  assert_differences (store, "");
}

static void
test_pending_row_was_posted (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  load (store, 1, RECORDS (PENDING, OTHER));
  load (store, 2, RECORDS (POSTED, OTHER));
  assert_differences (store, "posted status 1");
}

static void
test_changed_field_is_named (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  load (store, 1, RECORDS (OTHER));
  load (store, 2, RECORDS (OTHER_CHANGED));
  assert_differences (store, "changed amount 1");
}

static void
test_row_vanished (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  load (store, 1, RECORDS (PENDING, OTHER));
  load (store, 2, RECORDS (PENDING));
  assert_differences (store, "vanished  1");
}

static void
test_next_load_replaces_what_was_noted (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  load (store, 1, RECORDS (OTHER));
  load (store, 2, RECORDS (OTHER_CHANGED));
  load (store, 3, RECORDS (OTHER_CHANGED));
  assert_differences (store, "");
}

/* A record that is fetched by itself, after an action of the user, is no load. */
static void
test_single_record_is_not_noted (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  load (store, 1, RECORDS (OTHER));
  fixture_add (store, "banking.transactions", FIXTURE_USER, DESK_STORE_NO_LOAD, RECORDS (OTHER_CHANGED));
  assert_differences (store, "");
}

static void
test_consent_takes_its_differences_along (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  load (store, 1, RECORDS (PENDING, OTHER));
  load (store, 2, RECORDS (POSTED));
  assert_differences (store, "posted status 1, vanished  1");
  fixture_purge_consent (store, FIXTURE_USER, "22", "c1");
  assert_differences (store, "");
}

static void
test_end_user_takes_all_differences_along (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  load (store, 1, RECORDS (PENDING, OTHER));
  load (store, 2, RECORDS (POSTED));
  fixture_purge_end_user (store, FIXTURE_USER);
  assert_differences (store, "");
}

static gboolean
holds (const char *bytes,
       gsize       length,
       const char *text)
{
  gsize text_length = strlen (text);

  for (gsize i = 0; i + text_length <= length; i++)
    {
      if (memcmp (bytes + i, text, text_length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Returns: whether @text is in the file, which is removed */
static gboolean
take_file (const char *path,
           const char *suffix,
           const char *text)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  gboolean is_there = g_file_get_contents (name, &bytes, &length, NULL);

  g_remove (name);
  return is_there && holds (bytes, length, text);
}

static void
test_no_trace_of_a_value_is_left_on_the_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("desk-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "records.db", NULL);
  DeskStore *store = desk_store_new (path);

  load (store, 1, RECORDS (PENDING, OTHER));
  load (store, 2, RECORDS (POSTED, OTHER_CHANGED));
  fixture_purge_consent (store, FIXTURE_USER, "22", "c1");
  desk_store_close (store);
  g_object_unref (store);

  g_assert_false (take_file (path, "-wal", "Zanzibar"));
  g_assert_false (take_file (path, "-shm", "Zanzibar"));
  g_assert_false (take_file (path, "", "Zanzibar"));
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/store-changes/" path, function)
  ADD ("first-load-changes-nothing", test_first_load_changes_nothing);
  ADD ("same-rows-change-nothing", test_same_rows_change_nothing);
  ADD ("pending-row-was-posted", test_pending_row_was_posted);
  ADD ("changed-field-is-named", test_changed_field_is_named);
  ADD ("row-vanished", test_row_vanished);
  ADD ("next-load-replaces-what-was-noted", test_next_load_replaces_what_was_noted);
  ADD ("single-record-is-not-noted", test_single_record_is_not_noted);
  ADD ("consent-takes-its-differences-along", test_consent_takes_its_differences_along);
  ADD ("end-user-takes-all-differences-along", test_end_user_takes_all_differences_along);
  ADD ("no-trace-of-a-value-is-left-on-the-disk", test_no_trace_of_a_value_is_left_on_the_disk);
#undef ADD
  return g_test_run ();
}
