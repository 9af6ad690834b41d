/* matrix-check-record.h: compares what is kept of an attempt with what must be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "matrix-expected.h"

G_BEGIN_DECLS

void matrix_check_record (MatrixStage          *stage,
                          const MatrixExpected *expected);

G_END_DECLS
