/* matrix-check.c: compares what is shown and kept with what the outcome table says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-check.h"

#include "matrix-seams.h"
#include "tour-wait.h"

/* What the retry button says; the whole expectation of the dialog is in this file. */
static const char *const retry_labels[] = {
  [DESK_OUTCOME_RETRY_NONE] = NULL,
  [DESK_OUTCOME_RETRY_SAME_SESSION] = "_Try again",
  [DESK_OUTCOME_RETRY_NEW_SESSION] = "_New session",
  [DESK_OUTCOME_RETRY_KEEP_WAITING] = "_Keep waiting",
};

static void
check_text (MatrixStage *stage,
            const char  *what,
            const char  *found,
            const char  *wanted)
{
  if (g_strcmp0 (found, wanted) != 0)
    matrix_stage_fail (stage, "%s is “%s”, not “%s”", what, found != NULL ? found : "none",
                       wanted != NULL ? wanted : "none");
}

static void
check_number (MatrixStage *stage,
              const char  *what,
              guint        found,
              guint        wanted)
{
  if (found != wanted)
    matrix_stage_fail (stage, "%s: %u, not %u", what, found, wanted);
}

static void
check_attempt (MatrixStage        *stage,
               const MatrixRecipe *recipe,
               const DeskOutcome  *outcome)
{
  DeskLinkAttempt *attempt = matrix_seams_get_attempt ();
  const DeskOutcome *found = desk_link_attempt_get_outcome (attempt);
  const char *error_id = desk_link_attempt_get_error_id (attempt);
  gboolean is_linked = g_str_equal (outcome->code, DESK_OUTCOME_LINKED);

  check_text (stage, "the outcome", found != NULL ? found->code : NULL, outcome->code);
  check_text (stage, "the code", desk_link_attempt_get_code (attempt), recipe->name);
  if (recipe->has_error_id != (error_id != NULL && *error_id != '\0'))
    matrix_stage_fail (stage, "the error id is “%s”", error_id != NULL ? error_id : "none");
  if (is_linked != (desk_link_attempt_get_consent (attempt) != NULL))
    matrix_stage_fail (stage, "there is %s consent", is_linked ? "no" : "a");

  check_number (stage, "consents in the directory", matrix_stage_count_known (stage), is_linked ? 1 : 0);
  check_number (stage, "active consents at the service", matrix_stage_count_granted (stage), recipe->n_granted);
}

static void
check_page (MatrixStage       *stage,
            const DeskOutcome *outcome)
{
  GtkWidget *result = tour_find (stage->dialog, "result");
  GtkWidget *retry_button = tour_find (result, "retry_button");
  const char *label = gtk_widget_get_visible (retry_button) ? gtk_button_get_label (GTK_BUTTON (retry_button)) : NULL;
  gboolean is_linked = g_str_equal (outcome->code, DESK_OUTCOME_LINKED);

  check_text (stage, "the page", gtk_stack_get_visible_child_name (tour_find (stage->dialog, "stack")), "result");
  check_text (stage, "the title", gtk_label_get_text (tour_find (result, "title_label")), outcome->title);
  check_text (stage, "the button", label, retry_labels[outcome->retry]);
  if (label != NULL && !gtk_widget_is_sensitive (retry_button))
    matrix_stage_fail (stage, "the button cannot be pressed");
  if (gtk_widget_get_visible (tour_find (result, "view_data_button")) != is_linked)
    matrix_stage_fail (stage, "the data are %s", is_linked ? "not offered" : "offered");
}

static void
add_report (MatrixStage *stage)
{
  g_autofree char *text = desk_link_attempt_dup_report (matrix_seams_get_attempt ());

  matrix_stage_fail (stage, "%s", text);
}

/* The page that explains the error itself stays, under a bar that leads to the result. */
static void
leave_kept_page (MatrixStage       *stage,
                 const DeskOutcome *outcome)
{
  check_text (stage, "the page", gtk_stack_get_visible_child_name (tour_find (stage->dialog, "stack")), "page");
  check_text (stage, "the notice", gtk_label_get_text (tour_find (stage->dialog, "notice_label")), outcome->title);
  gtk_widget_activate_action (GTK_WIDGET (stage->dialog), "link.show-result", NULL);
}

void
matrix_check_outcome (MatrixStage        *stage,
                      const MatrixRecipe *recipe,
                      const DeskOutcome  *outcome)
{
  check_attempt (stage, recipe, outcome);
  if (stage->failures->len > 0)
    add_report (stage);

  if (recipe->closes != (stage->dialog == NULL))
    matrix_stage_fail (stage, "the dialog is %s", recipe->closes ? "still there" : "gone");
  if (stage->dialog == NULL)
    return;

  if (outcome->keeps_page && matrix_seams_get_way () != DESK_LINK_WAY_BROWSER)
    leave_kept_page (stage, outcome);
  check_page (stage, outcome);
}
