/* test-target.c: an export is in its place whole, or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>

#include "desk-export-target.h"

typedef struct
{
  char *folder;
  char *path;   /* in it, not there */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("consent-desk-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "mia.csv", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count_files (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

static void
write_text (const char *path,
            const char *text)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fputs (text, file);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
assert_text (const char *path,
             const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_file_is_there_after_commit (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskExportTarget) target = desk_export_target_new (fixture->path, FALSE, FALSE, &error);
  GStatBuf status;

  g_assert_no_error (error);
  write_text (desk_export_target_get_path (target), "rows");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (desk_export_target_commit (target, &error));
  assert_text (fixture->path, "rows");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0077, ==, 0);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_nothing_is_left_without_commit (Fixture       *fixture,
                                     gconstpointer  data)
{
  DeskExportTarget *target = desk_export_target_new (fixture->path, FALSE, FALSE, NULL);

  write_text (desk_export_target_get_path (target), "half");
  desk_export_target_free (target);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_existing_file_stays_without_commit (Fixture       *fixture,
                                         gconstpointer  data)
{
  DeskExportTarget *target = NULL;

  write_text (fixture->path, "before");
  target = desk_export_target_new (fixture->path, FALSE, TRUE, NULL);
  write_text (desk_export_target_get_path (target), "half");
  desk_export_target_free (target);
  assert_text (fixture->path, "before");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_existing_file_is_replaced_if_allowed (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr(DeskExportTarget) target = NULL;

  write_text (fixture->path, "before");
  target = desk_export_target_new (fixture->path, FALSE, TRUE, NULL);
  write_text (desk_export_target_get_path (target), "after");
  g_assert_true (desk_export_target_commit (target, NULL));
  assert_text (fixture->path, "after");
}

static void
test_existing_file_is_refused (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  write_text (fixture->path, "before");
  g_assert_null (desk_export_target_new (fixture->path, FALSE, FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_text (fixture->path, "before");
}

static void
test_file_that_came_meanwhile_is_kept (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskExportTarget) target = desk_export_target_new (fixture->path, FALSE, FALSE, NULL);

  write_text (fixture->path, "somebody else");
  g_assert_false (desk_export_target_commit (target, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_text (fixture->path, "somebody else");
}

static void
test_pipe_is_never_replaced (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_null (desk_export_target_new (fixture->path, FALSE, TRUE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
}

static void
test_missing_folder_is_an_error (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "mia.csv", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (desk_export_target_new (path, FALSE, FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
write_inner (DeskExportTarget *target,
             const char       *name,
             const char       *text)
{
  g_autofree char *path = g_build_filename (desk_export_target_get_path (target), name, NULL);

  write_text (path, text);
}

static void
test_folder_is_there_after_commit (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(DeskExportTarget) target = desk_export_target_new (fixture->path, TRUE, FALSE, NULL);
  g_autofree char *inner = g_build_filename (fixture->path, "a.csv", NULL);

  write_inner (target, "a.csv", "rows");
  g_assert_true (desk_export_target_commit (target, NULL));
  assert_text (inner, "rows");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_folder_without_commit_leaves_nothing (Fixture       *fixture,
                                           gconstpointer  data)
{
  DeskExportTarget *target = desk_export_target_new (fixture->path, TRUE, FALSE, NULL);

  write_inner (target, "a.csv", "half");
  desk_export_target_free (target);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_other_files_of_a_folder_stay (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(DeskExportTarget) target = NULL;
  g_autofree char *mine = g_build_filename (fixture->path, "a.csv", NULL);
  g_autofree char *other = g_build_filename (fixture->path, "thesis.txt", NULL);

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  write_text (mine, "before");
  write_text (other, "years of work");
  target = desk_export_target_new (fixture->path, TRUE, TRUE, NULL);
  write_inner (target, "a.csv", "after");
  g_assert_true (desk_export_target_commit (target, NULL));
  assert_text (mine, "after");
  assert_text (other, "years of work");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

#define ADD(name, function) g_test_add ("/export-target/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("file-is-there-after-commit", test_file_is_there_after_commit);
  ADD ("nothing-is-left-without-commit", test_nothing_is_left_without_commit);
  ADD ("existing-file-stays-without-commit", test_existing_file_stays_without_commit);
  ADD ("existing-file-is-replaced-if-allowed", test_existing_file_is_replaced_if_allowed);
  ADD ("existing-file-is-refused", test_existing_file_is_refused);
  ADD ("file-that-came-meanwhile-is-kept", test_file_that_came_meanwhile_is_kept);
  ADD ("pipe-is-never-replaced", test_pipe_is_never_replaced);
  ADD ("missing-folder-is-an-error", test_missing_folder_is_an_error);
  ADD ("folder-is-there-after-commit", test_folder_is_there_after_commit);
  ADD ("folder-without-commit-leaves-nothing", test_folder_without_commit_leaves_nothing);
  ADD ("other-files-of-a-folder-stay", test_other_files_of_a_folder_stay);

  return g_test_run ();
}
