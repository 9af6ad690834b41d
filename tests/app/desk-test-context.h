/* desk-test-context.h: opens a context and fills it, waiting until that is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-context.h"

G_BEGIN_DECLS

/* That must go well, as all of these. */
void         desk_test_context_open            (DeskContext *context);

/* Reads the directory of an open context again. */
void         desk_test_context_refresh         (DeskContext *context);

/* Returns: (transfer full): Mia Chen with that address, who is in the directory */
DeskEndUser *desk_test_context_create_end_user (DeskContext *context,
                                                const char  *email);

G_END_DECLS
