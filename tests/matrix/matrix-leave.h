/* matrix-leave.h: closes the dialog before there is a result, and looks at what is shown and asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "matrix-stage.h"

G_BEGIN_DECLS

/* Closes the dialog, and says yes to the question, which must explain itself by @explanation. */
void matrix_leave         (MatrixStage *stage,
                           const char  *explanation);

/* Compares what the page offers on which a consent is chosen with what the service has. */
void matrix_check_chooser (MatrixStage *stage);

G_END_DECLS
