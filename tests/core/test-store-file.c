/* test-store-file.c: a store in a file is private, survives, and knows what is not its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "desk-store-fixture.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("desk-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "records", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count (DeskStore *store)
{
  return fixture_count (store, FIXTURE_USER, NULL, "banking.transactions");
}

static void
add_one (DeskStore *store)
{
  fixture_add (store, "banking.transactions", FIXTURE_USER, 1,
               RECORDS ("{\"fiskil_id\":\"1\",\"description\":\"needle\",\"amount\":\"1.50\"}"));
}

static GError *
open_error (const char *path)
{
  g_autoptr(DeskStore) store = desk_store_new (path);
  g_autoptr(GAsyncResult) result = NULL;
  GError *error = NULL;

  desk_store_count_async (store, FIXTURE_USER, NULL, NULL, fixture_keep_result, &result);
  g_assert_null (desk_store_count_finish (store, fixture_wait (&result), &error));

  return error;
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *connection;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (connection);
}

static void
test_reopen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(DeskStore) store = desk_store_new (fixture->path);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource ("banking.transactions"), FIXTURE_USER);
  g_autofree char *dump = NULL;

  add_one (store);
  g_clear_object (&store);

  store = desk_store_new (fixture->path);
  dump = fixture_dump (store, query);
  g_assert_cmpstr (dump, ==, "{\"fiskil_id\":\"1\",\"description\":\"needle\",\"amount\":\"1.50\"}");
}

static void
copy_file (Fixture    *fixture,
           const char *suffix)
{
  g_autofree char *from = g_strconcat (fixture->path, suffix, NULL);
  g_autofree char *to = g_strconcat (fixture->path, "-killed", suffix, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  if (g_file_get_contents (from, &contents, &length, NULL))
    g_assert_true (g_file_set_contents (to, contents, (gssize) length, NULL));
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *killed = g_strconcat (fixture->path, "-killed", NULL);
  g_autoptr(DeskStore) store = desk_store_new (fixture->path);
  g_autoptr(DeskStore) after = NULL;

  /* What lies on the disk now is what a killed process leaves. */
  add_one (store);
  copy_file (fixture, "");
  copy_file (fixture, "-wal");

  after = desk_store_new (killed);
  g_assert_cmpuint (count (after), ==, 1);
}

static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  const char *suffixes[] = { "", "-wal", "-shm" };
  g_autoptr(DeskStore) store = NULL;

  g_assert_true (g_file_set_contents_full (fixture->path, "", 0, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  store = desk_store_new (fixture->path);
  add_one (store);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);
      GStatBuf status;

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
}

static void
test_other_catalogue (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(DeskStore) store = desk_store_new (fixture->path);

  add_one (store);
  g_clear_object (&store);
  run_sql (fixture->path, "PRAGMA user_version = 17; CREATE TABLE \"old:\"\"table\" (a)");

  store = desk_store_new (fixture->path);
  g_assert_cmpuint (count (store), ==, 0);
  add_one (store);
  g_assert_cmpuint (count (store), ==, 1);
}

static void
test_foreign_database (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;

  run_sql (fixture->path, "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));

  error = open_error (fixture->path);
  g_assert_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_OPEN);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_not_a_database (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *after = NULL;
  const char *text = "Dear diary, this is a letter and nothing that a program should write over. It goes on and on.";

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  error = open_error (fixture->path);
  g_assert_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_OPEN);
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "records", NULL);
  g_autoptr(GError) error = open_error (path);

  g_assert_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_OPEN);
}

static gboolean
folder_contains (Fixture    *fixture,
                 const char *text)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      if (memmem (contents, length, text, strlen (text)) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_purge_leaves_no_trace (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(DeskStore) store = desk_store_new (fixture->path);

  add_one (store);
  g_assert_true (folder_contains (fixture, "needle"));
  fixture_purge_end_user (store, FIXTURE_USER);
  g_assert_false (folder_contains (fixture, "needle"));
}

int
main (int    argc,
      char **argv)
{
  const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] =
  {
    { "/store/file/keeps-rows", test_reopen },
    { "/store/file/survives-a-kill", test_killed },
    { "/store/file/is-private", test_private },
    { "/store/file/drops-what-another-catalogue-wrote", test_other_catalogue },
    { "/store/file/refuses-a-foreign-database", test_foreign_database },
    { "/store/file/refuses-other-files", test_not_a_database },
    { "/store/file/says-when-it-cannot-be-opened", test_no_folder },
    { "/store/file/purge-leaves-no-trace", test_purge_leaves_no_trace },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
