/* desk-sandbox-data-calls.h: the calls that read data under consents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"
#include "desk-sandbox-data-set.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_data_reply:
 *
 * Answers with what the active consents of an end user share of @data_set: the
 * records of the accounts they name, if they hold the permission. Without any
 * the list is empty (fiskil-api.md 2.6).
 */
void desk_sandbox_data_reply (DeskSandboxCall          *call,
                              const DeskSandboxDataSet *data_set);

G_END_DECLS
