/* fuzz-replay.c CORPUS DICTIONARY SECONDS: runs the fuzz target without libFuzzer
 *
 * Each file of the corpus first, then what is made of them, always in the same order: a run that
 * fails does so again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-link-verdict.h"
#include "fuzz-mutator.h"

#include <stdlib.h>
#include <string.h>

#define SEED 20260101

/* How many inputs are run between two looks at the clock. */
#define BATCH 1000

static void
run (gconstpointer bytes,
     gsize         length)
{
  LLVMFuzzerTestOneInput (bytes, length);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full) (element-type utf8): sorted, as the order of a folder is any */
static GPtrArray *
list_files (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (paths, compare_names);
  return paths;
}

static GPtrArray *
load_corpus (const char *folder)
{
  g_autoptr(GPtrArray) paths = list_files (folder);
  GPtrArray *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr(GError) error = NULL;
      char *bytes;
      gsize length;

      g_file_get_contents (g_ptr_array_index (paths, i), &bytes, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (corpus, g_bytes_new_take (bytes, length));
    }

  g_assert_cmpuint (corpus->len, >, 0);
  return corpus;
}

/* Reads the format of libFuzzer: a text in quotes on each line, a number sign before a remark. */
static GPtrArray *
load_dictionary (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  g_auto(GStrv) lines = NULL;
  GPtrArray *tokens = g_ptr_array_new_with_free_func (g_free);

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *last = strrchr (lines[i], '"');

      if (*lines[i] == '"' && last > lines[i])
        {
          g_autofree char *text = g_strndup (lines[i] + 1, last - lines[i] - 1);

          g_ptr_array_add (tokens, g_strcompress (text));
        }
    }

  g_assert_cmpuint (tokens->len, >, 0);
  return tokens;
}

static void
run_corpus (GPtrArray *corpus)
{
  for (guint i = 0; i < corpus->len; i++)
    {
      gsize length;
      gconstpointer bytes = g_bytes_get_data (g_ptr_array_index (corpus, i), &length);

      run (bytes, length);
    }
}

static guint64
run_mutations (const FuzzMutator *mutator,
               gint64             n_seconds)
{
  gint64 end = g_get_monotonic_time () + n_seconds * G_USEC_PER_SEC;
  GString *input = g_string_new (NULL);
  guint64 n_runs = 0;

  while (g_get_monotonic_time () < end)
    {
      for (guint i = 0; i < BATCH; i++, n_runs++)
        {
          fuzz_mutator_make (mutator, input);
          run (input->str, input->len);
        }
    }

  g_string_free (input, TRUE);
  return n_runs;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr(GPtrArray) corpus = NULL;
  g_autoptr(GPtrArray) tokens = NULL;
  FuzzMutator mutator;
  guint64 n_seconds;
  guint64 n_runs;

  if (argc != 4 || !g_ascii_string_to_unsigned (argv[3], 10, 0, 86400, &n_seconds, NULL))
    {
      g_printerr ("Usage: fuzz-replay CORPUS DICTIONARY SECONDS\n");
      return EXIT_FAILURE;
    }

  LLVMFuzzerInitialize (&argc, &argv);
  corpus = load_corpus (argv[1]);
  tokens = load_dictionary (argv[2]);
  mutator = (FuzzMutator) { random, corpus, tokens };
  run_corpus (corpus);
  n_runs = run_mutations (&mutator, n_seconds);
  g_print ("%u inputs, and %" G_GUINT64_FORMAT " made of them in %" G_GUINT64_FORMAT " s: nothing found\n",
           corpus->len, n_runs, n_seconds);
  return EXIT_SUCCESS;
}
