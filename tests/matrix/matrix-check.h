/* matrix-check.h: compares what is shown and kept with what the outcome table says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-outcome.h"
#include "matrix-stage.h"

G_BEGIN_DECLS

/* Notes on the stage whatever differs. */
void matrix_check_outcome (MatrixStage        *stage,
                           const MatrixRecipe *recipe,
                           const DeskOutcome  *outcome);

G_END_DECLS
