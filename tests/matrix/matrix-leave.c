/* matrix-leave.c: closes the dialog before there is a result, and looks at what is shown and asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-leave.h"

#include "matrix-expected.h"
#include "tour-wait.h"

static GtkWindow *
find_question (GtkWindow *parent)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_window_get_transient_for (window) == parent)
        return window;
    }

  return NULL;
}

static void
check_question (MatrixStage      *stage,
                AdwMessageDialog *question,
                const char       *explanation)
{
  matrix_compare_text (stage, "the question", adw_message_dialog_get_heading (question), "Stop linking?");
  matrix_compare_text (stage, "what the question says", adw_message_dialog_get_body (question), explanation);
  matrix_compare_text (stage, "the answer no", adw_message_dialog_get_response_label (question, "no"), "_Go on here");
  matrix_compare_text (stage, "the answer yes", adw_message_dialog_get_response_label (question, "yes"), "_Stop linking");
  matrix_compare_text (stage, "what Enter answers", adw_message_dialog_get_default_response (question), "no");
  matrix_compare_text (stage, "what Escape answers", adw_message_dialog_get_close_response (question), "no");
}

void
matrix_leave (MatrixStage *stage,
              const char  *explanation)
{
  GtkWindow *question;

  gtk_widget_activate_action (GTK_WIDGET (stage->dialog), "link.close", NULL);
  question = find_question (GTK_WINDOW (stage->dialog));
  if (question == NULL)
    {
      matrix_stage_fail (stage, "nobody asks whether to stop");
      return;
    }

  check_question (stage, ADW_MESSAGE_DIALOG (question), explanation);
  matrix_stage_take_picture (stage, question, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "yes");
}

/* Returns: (nullable): the row on which that consent is chosen */
static GtkWidget *
find_row (GtkWidget  *list_box,
          const char *consent_id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list_box); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row));

      if (g_str_equal (g_variant_get_string (target, NULL), consent_id))
        return row;
    }

  return NULL;
}

static void
check_row (MatrixStage *stage,
           GtkWidget   *list_box,
           const char  *consent_id)
{
  GtkWidget *row = find_row (list_box, consent_id);
  g_autofree char *end = g_strconcat ("\n", consent_id, NULL);

  if (row == NULL || !gtk_widget_is_sensitive (row))
    matrix_stage_fail (stage, "%s cannot be chosen", consent_id);
  else if (!g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), end))
    matrix_stage_fail (stage, "the row of %s says “%s”", consent_id, adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
}

void
matrix_check_chooser (MatrixStage *stage)
{
  gpointer chooser = tour_find (stage->dialog, "chooser");
  AdwStatusPage *page = ADW_STATUS_PAGE (adw_bin_get_child (ADW_BIN (chooser)));
  GtkWidget *list_box = tour_find (chooser, "list_box");
  g_autoptr(GPtrArray) granted = matrix_stage_list_granted (stage);
  guint n_rows = 0;

  matrix_stage_take_picture (stage, GTK_WINDOW (stage->dialog), "choosing");
  matrix_compare_text (stage, "the choice", adw_status_page_get_title (page), "Which consent was just given?");
  matrix_compare_text (stage, "what the choice says", adw_status_page_get_description (page),
                       "The page reported success without saying which consent. More than one is new since it opened.");
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), (int) n_rows) != NULL)
    n_rows++;
  matrix_compare_number (stage, "consents to choose from", n_rows, granted->len);
  for (guint i = 0; i < granted->len; i++)
    check_row (stage, list_box, g_ptr_array_index (granted, i));
}
