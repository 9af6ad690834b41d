/* matrix.c: every outcome in every way, in the real window on the real sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <locale.h>

#include "desk-consent-way.h"
#include "matrix-browser.h"
#include "matrix-check.h"
#include "tour-home.h"

#define SKIPPED 77

/* One institution of each kind, as tests/browser/cells.py has them. */
static const struct
{
  const char *name;
  const char *institution_id;
  const char *fault; /* (nullable) */
  gboolean leaves_frame;
} openings[] = {
  { "opens:frame", "88803", NULL },
  { "opens:top", "88811", NULL, TRUE },
  { "opens:popup", "88812", NULL },
  { "opens:refuses-framing", "88813", NULL, TRUE },
  { "opens:frame-ancestors", DESK_TEST_BANK, "frame-ancestors" },
};

typedef struct
{
  DeskLinkWay way;
  const char *pictures;
  char **only; /* (nullable): the cells that are asked for */
  MatrixStage *stage; /* (owned) */
  guint n_run;
  guint n_failed;
  guint n_never;
} Matrix;

static gboolean
is_asked_for (Matrix     *self,
              const char *name)
{
  return self->only == NULL || self->only[0] == NULL || g_strv_contains ((const char *const *) self->only, name);
}

/* Without the sign that parts kind and name, which is none for a file. */
static void
name_picture (Matrix     *self,
              const char *name)
{
  g_autofree char *file_name = g_strdelimit (g_strdup (name), ":", '-');

  g_free (self->stage->picture);
  self->stage->picture = g_strconcat (file_name, ".", desk_consent_way_get_name (self->way), NULL);
}

static void
report (Matrix     *self,
        const char *name,
        gint64      start)
{
  const char *way = desk_consent_way_get_name (self->way);
  GPtrArray *failures = self->stage->failures;

  self->n_run++;
  self->n_failed += failures->len > 0 ? 1 : 0;
  g_print ("%s: %s: %s (%.1f s)\n", failures->len > 0 ? "FAILED" : "ok", way, name,
           (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  for (guint i = 0; i < failures->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (failures, i));
}

static void
run_cell (Matrix             *self,
          const char         *name,
          const MatrixRecipe *recipe,
          const char         *institution_id)
{
  gint64 start = g_get_monotonic_time ();

  name_picture (self, name);
  matrix_stage_run (self->stage, recipe, institution_id);
  if (self->stage->failures->len == 0)
    matrix_check_outcome (self->stage, recipe, desk_outcome_find (recipe->name));
  if (self->stage->dialog != NULL)
    matrix_stage_take_picture (self->stage, GTK_WINDOW (self->stage->dialog), NULL);
  report (self, name, start);
  matrix_stage_clear (self->stage);
}

static void
visit_name (Matrix            *self,
            const DeskOutcome *outcome,
            const char        *name)
{
  const char *way = desk_consent_way_get_name (self->way);
  const MatrixRecipe *recipe = matrix_recipe_find (name, self->way);

  if (!is_asked_for (self, name))
    return;

  if (!desk_outcome_can_occur (outcome, self->way))
    {
      self->n_never++;
      g_print ("cannot occur: %s: %s: %s\n", way, name, outcome->never[self->way]);
    }
  else if (recipe == NULL)
    {
      self->n_failed++;
      g_print ("FAILED: %s: %s\n  there is no recipe for it in matrix-recipe.c\n", way, name);
    }
  else
    {
      run_cell (self, name, recipe, DESK_TEST_BANK);
    }
}

static void
visit_outcomes (Matrix *self)
{
  guint n_outcomes;
  const DeskOutcome *outcomes = desk_outcome_list (&n_outcomes);

  for (guint i = 0; i < n_outcomes; i++)
    {
      visit_name (self, &outcomes[i], outcomes[i].code);
      for (guint j = 0; j < DESK_OUTCOME_MAX_ALIASES && outcomes[i].aliases[j] != NULL; j++)
        visit_name (self, &outcomes[i], outcomes[i].aliases[j]);
    }
}

static void
visit_openings (Matrix *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      MatrixRecipe recipe = *matrix_recipe_find (DESK_OUTCOME_LINKED, self->way);

      recipe.fault = openings[i].fault;
      recipe.leaves_frame = openings[i].leaves_frame;
      recipe.check = matrix_stage_check_screens;
      if (is_asked_for (self, openings[i].name))
        run_cell (self, openings[i].name, &recipe, openings[i].institution_id);
    }
}

static int
run (Matrix     *self,
     const char *folder)
{
  self->stage = matrix_stage_new (folder, self->way);
  if (self->stage == NULL)
    {
      g_print ("Skipped: Chromium or its driver is missing; install chromium and chromium-driver.\n");
      return SKIPPED;
    }

  self->stage->pictures = self->pictures;
  visit_outcomes (self);
  visit_openings (self);
  g_print ("%u cells run, %u cannot occur, %u failed\n", self->n_run, self->n_never, self->n_failed);
  matrix_stage_free (self->stage);

  return self->n_failed > 0 || self->n_run == 0 ? 1 : 0;
}

int
main (int   argc,
      char *argv[])
{
  Matrix matrix = { 0 };
  char *folder;
  int status;

  setlocale (LC_ALL, "");
  if (argc < 3)
    {
      g_printerr ("Usage: matrix redirect|embedded|browser PICTURES [CELL …]\n");
      return 2;
    }

  /* A GL that has no card behind it takes most of the time. */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  folder = tour_home_new ();
  matrix_browser_prepare_folders (folder);
  matrix.way = desk_consent_way_from_name (argv[1]);
  matrix.pictures = g_getenv ("DESK_TEST_PICTURES") != NULL ? g_getenv ("DESK_TEST_PICTURES") : argv[2];
  matrix.only = argv + 3;
  g_mkdir_with_parents (matrix.pictures, 0755);
  status = run (&matrix, folder);
  tour_home_free (folder);

  return status;
}
