/* matrix-check.c: compares what is shown and kept with what the outcome table says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-check.h"

#include "matrix-check-page.h"
#include "matrix-check-record.h"
#include "matrix-seams.h"

static void
check_attempt (MatrixStage          *stage,
               const MatrixExpected *expected)
{
  DeskLinkAttempt *attempt = matrix_seams_get_attempt ();
  const DeskOutcome *found = desk_link_attempt_get_outcome (attempt);

  matrix_compare_text (stage, "the outcome", found != NULL ? found->code : NULL, expected->outcome->code);
  matrix_compare_text (stage, "the code", desk_link_attempt_get_code (attempt), expected->recipe->name);
  matrix_compare_number (stage, "there is an error id", expected->error_id != NULL, expected->recipe->has_error_id);
  matrix_compare_number (stage, "there is a consent", desk_link_attempt_get_consent (attempt) != NULL,
                         expected->is_linked);
  matrix_compare_number (stage, "consents in the directory", matrix_stage_count_known (stage), expected->is_linked);
}

static void
add_report (MatrixStage *stage)
{
  g_autofree char *text = desk_link_attempt_dup_report (matrix_seams_get_attempt ());

  matrix_stage_fail (stage, "%s", text);
}

void
matrix_check_outcome (MatrixStage        *stage,
                      const MatrixRecipe *recipe,
                      const DeskOutcome  *outcome)
{
  g_autoptr(MatrixExpected) expected = matrix_expected_new (stage, recipe, outcome);

  check_attempt (stage, expected);
  matrix_check_record (stage, expected);
  if (recipe->closes != (stage->dialog == NULL))
    matrix_stage_fail (stage, "the dialog is %s", recipe->closes ? "still there" : "gone");
  if (stage->dialog != NULL)
    matrix_check_page (stage, expected);
  if (stage->failures->len > 0)
    add_report (stage);
}
