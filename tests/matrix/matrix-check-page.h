/* matrix-check-page.h: compares what the result page shows with what it must
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "matrix-expected.h"

G_BEGIN_DECLS

/* Opens the result page where the consent page is kept, and presses what explains the error. */
void matrix_check_page (MatrixStage          *stage,
                        const MatrixExpected *expected);

G_END_DECLS
