/* desk-sandbox-row.h: a record as a call under a consent shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"
#include "desk-sandbox-data-set.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_row_append:
 * @call: its version decides the shape
 *
 * Appends @record to @text with the `arrangement_id` of @consent, and with the category that it
 * was put into.
 */
void        desk_sandbox_row_append                 (GString                  *text,
                                                     const DeskSandboxCall    *call,
                                                     const DeskSandboxDataSet *data_set,
                                                     const DeskSandboxConsent *consent,
                                                     const DeskSandboxRecord  *record);

/**
 * desk_sandbox_row_dup_category:
 *
 * Returns: (transfer full) (nullable): the secondary category of @record, as it reads now
 */
char       *desk_sandbox_row_dup_category           (DeskSandboxState         *state,
                                                     const DeskSandboxRecord  *record);

G_END_DECLS
