/* ui-rows.h: an end user with rows of the test's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-app-fixture.h"

G_BEGIN_DECLS

/* Stores records of the fixture's end user; @records ends with %NULL. */
void ui_rows_add (DeskAppFixture    *fixture,
                  const char        *resource,
                  const char *const *records);

G_END_DECLS
