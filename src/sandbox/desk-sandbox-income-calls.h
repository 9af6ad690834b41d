/* desk-sandbox-income-calls.h: the call that adds up what came in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_income_reply:
 *
 * Answers `GET /v1/banking/income` (fiskil-api.md 2.6), computed over all consents that give transactions.
 */
void desk_sandbox_income_reply (DeskSandboxCall *call);

G_END_DECLS
