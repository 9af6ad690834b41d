/* desk-sandbox-freshness-calls.h: the call that says how fresh the data is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_freshness_list:
 *
 * Answers `GET /v1/data-freshness` in the form that the sandbox chose (fiskil-api.md 8.3): a row for
 * each data set of each active consent, synchronised when the consent was given and every day since.
 */
void desk_sandbox_freshness_list (DeskSandboxCall *call);

G_END_DECLS
