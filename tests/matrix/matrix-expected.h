/* matrix-expected.h: what a cell must show and keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-outcome.h"
#include "matrix-stage.h"

G_BEGIN_DECLS

/**
 * MatrixExpected:
 * @recipe: what was provoked
 * @outcome: its row of the table
 * @is_linked: whether it is the one success
 * @cause: why it ended so
 * @way: in which the page was open last
 * @session_id: (nullable): as the service gave it
 * @consent_id: (nullable): as the service lists it; only of a success
 * @institution_id: (nullable): as it was chosen on the page; only of a success
 * @error_id: (nullable): as the page or the service gave it
 * @error_uri: (nullable): as the page gave it
 * @description: (nullable): the words of the page or the service
 *
 * All that is not in the table is read from what others sent, and nothing from the application.
 */
typedef struct
{
  const MatrixRecipe *recipe;
  const DeskOutcome *outcome;
  gboolean is_linked;
  const char *cause;
  DeskLinkWay way;
  char *session_id;
  char *consent_id;
  const char *institution_id;
  char *error_id;
  char *error_uri;
  char *description;
} MatrixExpected;

MatrixExpected *matrix_expected_new  (MatrixStage        *stage,
                                      const MatrixRecipe *recipe,
                                      const DeskOutcome  *outcome);
void            matrix_expected_free (MatrixExpected     *self);

/* Each notes on the stage what differs. */
void            matrix_compare_text   (MatrixStage *stage,
                                       const char  *what,
                                       const char  *found,
                                       const char  *wanted);
void            matrix_compare_number (MatrixStage *stage,
                                       const char  *what,
                                       guint        found,
                                       guint        wanted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatrixExpected, matrix_expected_free)

G_END_DECLS
