/* write-corpus.c FOLDER: writes inputs for the fuzzer, a few of each verdict
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-input.h"
#include "link-generator.h"

#include <stdlib.h>

#define SEED 1
#define N_OF_EACH 6
#define MAX_LENGTH 600

static const char *const kind_names[] = {
  [DESK_LINK_VERDICT_COMPLETED] = "completed",
  [DESK_LINK_VERDICT_FAILED] = "failed",
  [DESK_LINK_VERDICT_IGNORED] = "ignored",
  [DESK_LINK_VERDICT_ALLOW] = "allow",
  [DESK_LINK_VERDICT_DENY] = "deny",
};

static void
write_case (const char     *folder,
            const LinkCase *made,
            guint           number)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  GString *bytes = fuzz_input_write (made);

  name = g_strdup_printf ("%s-%s-%u", made->is_message ? "message" : "navigation", kind_names[made->expected], number);
  path = g_build_filename (folder, name, NULL);
  if (!g_file_set_contents (path, bytes->str, bytes->len, &error))
    g_error ("%s", error->message);

  g_string_free (bytes, TRUE);
}

static void
write_some (const char          *folder,
            GRand               *random,
            LinkCase          *(*maker) (GRand *random),
            DeskLinkVerdictKind  kind)
{
  guint n_written = 0;

  while (n_written < N_OF_EACH)
    {
      g_autoptr(LinkCase) made = maker (random);

      if (made->expected == kind && made->text->len < MAX_LENGTH)
        write_case (folder, made, ++n_written);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);

  if (argc != 2)
    {
      g_printerr ("Usage: write-corpus FOLDER\n");
      return EXIT_FAILURE;
    }

  for (DeskLinkVerdictKind kind = DESK_LINK_VERDICT_COMPLETED; kind <= DESK_LINK_VERDICT_DENY; kind++)
    write_some (argv[1], random, link_navigation_new, kind);
  for (DeskLinkVerdictKind kind = DESK_LINK_VERDICT_COMPLETED; kind <= DESK_LINK_VERDICT_IGNORED; kind++)
    write_some (argv[1], random, link_message_new, kind);

  return EXIT_SUCCESS;
}
