/* matrix-check-record.c: compares what is kept of an attempt with what must be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-check-record.h"

#include "desk-consent-way.h"
#include "desk-link-record.h"

/* The steps end with the outcome, in words. */
static void
check_timeline (MatrixStage *stage,
                const char  *timeline,
                const char  *title)
{
  g_autofree char *text = g_strchomp (g_strdup (timeline));

  if (!g_str_has_suffix (text, title))
    matrix_stage_fail (stage, "the kept steps do not end with “%s”", title);
}

static void
check_facts (MatrixStage          *stage,
             const DeskLinkFacts  *facts,
             const MatrixExpected *expected)
{
  matrix_compare_text (stage, "the kept outcome", facts->outcome, expected->outcome->code);
  matrix_compare_text (stage, "the kept code", facts->received_code, expected->recipe->name);
  matrix_compare_text (stage, "the kept way", desk_consent_way_get_name (facts->way),
                       desk_consent_way_get_name (expected->way));
  matrix_compare_text (stage, "the kept end user", facts->end_user_id, stage->end_user_id);
  matrix_compare_text (stage, "the kept institution", facts->institution_id, expected->institution_id);
  matrix_compare_text (stage, "the kept session id", facts->session_id, expected->session_id);
  matrix_compare_text (stage, "the kept consent id", facts->consent_id, expected->consent_id);
  matrix_compare_text (stage, "the kept error id", facts->error_id, expected->error_id);
  check_timeline (stage, facts->timeline, expected->outcome->title);
}

void
matrix_check_record (MatrixStage          *stage,
                     const MatrixExpected *expected)
{
  GListModel *records = matrix_stage_get_records (stage);
  g_autoptr(DeskLinkRecord) newest = g_list_model_get_item (records, 0);

  matrix_compare_number (stage, "kept attempts", g_list_model_get_n_items (records), 1);
  if (newest != NULL)
    check_facts (stage, desk_link_record_get_facts (newest), expected);
}
