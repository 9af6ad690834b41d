/* desk-sandbox-category-calls.h: the call that puts a transaction into another category
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_category_override:
 *
 * Answers `POST /v1/banking/transactions/category` (fiskil-api.md 2.6). The transaction must be one that
 * an active consent gives; it reads so from then on, also for other end users who share it.
 */
void desk_sandbox_category_override (DeskSandboxCall *call);

G_END_DECLS
