/* test-sync-words.c: tests of what is said of the fetch of a data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sync-words.h"


#define NOW (G_GINT64_CONSTANT (1790000000) * G_TIME_SPAN_SECOND)

static void
test_age (void)
{
  static const struct
  {
    gint64      age;
    const char *expected;
  } rows[] = {
    { 0, "fetched just now" },
    { -G_TIME_SPAN_HOUR, "fetched just now" },
    { 59 * G_TIME_SPAN_SECOND, "fetched just now" },
    { G_TIME_SPAN_MINUTE, "fetched 1 minute ago" },
    { 59 * G_TIME_SPAN_MINUTE, "fetched 59 minutes ago" },
    { G_TIME_SPAN_HOUR, "fetched 1 hour ago" },
    { 23 * G_TIME_SPAN_HOUR, "fetched 23 hours ago" },
    { G_TIME_SPAN_DAY, "fetched 20 Sep 2026, 14:13" },
    { 400 * G_TIME_SPAN_DAY, "fetched 17 Aug 2025, 14:13" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = desk_sync_words_age (NOW - rows[i].age, NOW);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
check (const DeskSyncEntry *entry,
       const char          *line,
       const char          *note)
{
  g_autofree char *said = desk_sync_words_line (entry, NOW);
  g_autofree char *noted = desk_sync_words_note (entry, NOW);

  g_assert_cmpstr (said, ==, line);
  g_assert_cmpstr (noted, ==, note);
}

static void
test_states (void)
{
  gint64 before = NOW - 5 * G_TIME_SPAN_MINUTE;

  check (NULL, "Not fetched yet", NULL);
  check (&(DeskSyncEntry) { .state = DESK_SYNC_RUNNING }, "Fetching …", NULL);
  check (&(DeskSyncEntry) { .state = DESK_SYNC_RUNNING, .synced_at = before }, "Fetching … · fetched 5 minutes ago", NULL);
  check (&(DeskSyncEntry) { .state = DESK_SYNC_DONE, .n_rows = 2454, .synced_at = before },
         "2,454 rows · fetched 5 minutes ago", NULL);
  check (&(DeskSyncEntry) { .state = DESK_SYNC_DONE, .n_rows = 1, .synced_at = NOW }, "1 row · fetched just now", NULL);
  check (&(DeskSyncEntry) { .state = DESK_SYNC_CANCELLED }, "The last fetch was cancelled", NULL);
  check (&(DeskSyncEntry) { .state = DESK_SYNC_NOT_OFFERED }, "Not offered by this service", NULL);
}

static void
test_failure (void)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The disk is full.");
  DeskSyncEntry entry = { .state = DESK_SYNC_FAILED, .error = error };

  check (&entry, "The disk is full.", NULL);
  entry.synced_at = NOW;
  check (&entry, "The disk is full.", "fetched just now");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync-words/age", test_age);
  g_test_add_func ("/sync-words/states", test_states);
  g_test_add_func ("/sync-words/failure", test_failure);

  return g_test_run ();
}
