/* matrix-check-page.c: compares what the result page shows with what it must
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-check-page.h"

#include "matrix-sent.h"
#include "tour-wait.h"

/* What the retry button says; the whole expectation of the dialog is in this file. */
static const char *const retry_labels[] = {
  [DESK_OUTCOME_RETRY_NONE] = NULL,
  [DESK_OUTCOME_RETRY_SAME_SESSION] = "_Try again",
  [DESK_OUTCOME_RETRY_NEW_SESSION] = "_New session",
  [DESK_OUTCOME_RETRY_KEEP_WAITING] = "_Keep waiting",
};

/* Returns: (nullable): what a label says, if it is there */
static const char *
read_label (gpointer    parent,
            const char *id)
{
  GtkWidget *label = tour_find (parent, id);

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

/* Returns: (nullable): the value of a fact, if it is there */
static const char *
read_fact (gpointer    parent,
           const char *id)
{
  GtkWidget *fact = tour_find (parent, id);

  return gtk_widget_get_visible (fact) ? read_label (fact, "value_label") : NULL;
}

static void
check_words (MatrixStage          *stage,
             gpointer              result,
             const MatrixExpected *expected)
{
  const DeskOutcome *outcome = expected->outcome;


  matrix_compare_text (stage, "the title", read_label (result, "title_label"), outcome->title);
  matrix_compare_text (stage, "the cause", read_label (result, "cause_label"), expected->cause);
  matrix_compare_text (stage, "the next step", read_label (result, "next_step_label"), outcome->next_step);
}

static void
check_buttons (MatrixStage          *stage,
               gpointer              result,
               const MatrixExpected *expected)
{
  GtkWidget *retry_button = tour_find (result, "retry_button");
  const char *label = gtk_widget_get_visible (retry_button) ? gtk_button_get_label (GTK_BUTTON (retry_button)) : NULL;

  matrix_compare_text (stage, "the button", label, retry_labels[expected->outcome->retry]);
  if (label != NULL && !gtk_widget_is_sensitive (retry_button))
    matrix_stage_fail (stage, "the button cannot be pressed");
  matrix_compare_number (stage, "the data are offered", gtk_widget_get_visible (tour_find (result, "view_data_button")),
                         expected->is_linked);
  matrix_compare_number (stage, "another institution is offered",
                         gtk_widget_get_visible (tour_find (result, "other_institution_button")),
                         expected->outcome->offers_other_institution);
}

/* The service's words stand among ours where it refused a call. */
static void
check_message (MatrixStage *stage,
               const char  *found,
               const char  *wanted)
{
  if ((found == NULL) != (wanted == NULL) || (wanted != NULL && strstr (found, wanted) == NULL))
    matrix_compare_text (stage, "the message", found, wanted);
}

static void
check_facts (MatrixStage          *stage,
             gpointer              result,
             const MatrixExpected *expected)
{
  const char *code = expected->is_linked ? NULL : expected->recipe->name;
  const char *consent_id = gtk_widget_get_visible (tour_find (result, "id_box")) ? read_label (result, "id_label") : NULL;

  matrix_compare_text (stage, "the shown consent id", consent_id, expected->consent_id);
  matrix_compare_text (stage, "the shown code", read_fact (result, "code_fact"), code);
  matrix_compare_text (stage, "the shown error id", read_fact (result, "error_id_fact"), expected->error_id);
  matrix_compare_text (stage, "the shown session id", read_fact (result, "session_id_fact"), expected->session_id);
  matrix_compare_number (stage, "an institution is shown", read_fact (result, "institution_fact") != NULL,
                         expected->is_linked);
  matrix_compare_number (stage, "an expiry is shown", read_fact (result, "expiry_fact") != NULL, expected->is_linked);
  if (expected->description != NULL || !expected->recipe->says_why)
    check_message (stage, read_label (result, "message_label"), expected->description);
}

/* The page that explains the error is the one that was sent, and for this code. */
static void
check_explanation (MatrixStage          *stage,
                   gpointer              result,
                   const MatrixExpected *expected)
{
  GtkWidget *button = tour_find (result, "error_uri_button");
  const MatrixRecipe *recipe = expected->recipe;
  const gboolean is_wanted = recipe->has_error_id && !recipe->has_no_error_uri;

  matrix_compare_number (stage, "the error is explained", gtk_widget_get_visible (button), is_wanted);
  if (!is_wanted)
    return;

  g_signal_emit_by_name (button, "clicked");
  matrix_compare_text (stage, "the explanation", matrix_sent_get_opened (), expected->error_uri);
  if (expected->error_uri == NULL || !g_str_has_suffix (expected->error_uri, recipe->name))
    matrix_stage_fail (stage, "the page sent no explanation of %s", recipe->name);
}

/* The page that explains the error itself stays, under a bar that leads to the result. */
static void
leave_kept_page (MatrixStage       *stage,
                 const DeskOutcome *outcome)
{
  matrix_compare_text (stage, "the page", gtk_stack_get_visible_child_name (tour_find (stage->dialog, "stack")), "page");
  matrix_compare_text (stage, "the notice", gtk_label_get_text (tour_find (stage->dialog, "notice_label")), outcome->title);
  matrix_stage_take_picture (stage, GTK_WINDOW (stage->dialog), "kept");
  gtk_widget_activate_action (GTK_WIDGET (stage->dialog), "link.show-result", NULL);
}

void
matrix_check_page (MatrixStage          *stage,
                   const MatrixExpected *expected)
{
  gpointer result = tour_find (stage->dialog, "result");

  if (expected->outcome->keeps_page && stage->way != DESK_LINK_WAY_BROWSER)
    leave_kept_page (stage, expected->outcome);

  matrix_compare_text (stage, "the page", gtk_stack_get_visible_child_name (tour_find (stage->dialog, "stack")), "result");
  check_words (stage, result, expected);
  check_buttons (stage, result, expected);
  check_facts (stage, result, expected);
  check_explanation (stage, result, expected);
}
