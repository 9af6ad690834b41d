/* desk-sandbox-routes.h: which call answers which path
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_routes_answer:
 *
 * Checks the version and the token, and answers the call; what there is not is a 404,
 * and a method that is not there on a path that is, a 405.
 */
void desk_sandbox_routes_answer (DeskSandboxCall *call);

G_END_DECLS
