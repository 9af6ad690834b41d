/* desk-sandbox-auth-screens.h: the screens that Fiskil shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_auth_screens_answer:
 *
 * Answers a request to the auth origin: Allow at `/?sess_id=…`, the picker, the way back
 * from the institution, and the institutions' badges. All but the first screen need the
 * cookie that it sets.
 */
void desk_sandbox_auth_screens_answer (DeskSandboxCall *call);

G_END_DECLS
