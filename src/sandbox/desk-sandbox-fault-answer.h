/* desk-sandbox-fault-answer.h: faults that answer in place of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_fault_find_for_call:
 * @name: of a fault that there is
 * @origin: `api`, `auth` or `bank`
 *
 * Returns: (transfer none) (nullable): the fault if it acts on @call: it is on for all, or
 *   carried by the customer who logged in, or whose data the call's end user shares
 */
DeskSandboxFaultSpec *desk_sandbox_fault_find_for_call (DeskSandboxCall *call,
                                                        const char      *origin,
                                                        const char      *name);

/**
 * desk_sandbox_fault_answer:
 * @origin: `api`, `auth` or `bank`
 *
 * Answers with an error if a fault wants it.
 *
 * Returns: whether the call is answered
 */
gboolean              desk_sandbox_fault_answer        (DeskSandboxCall *call,
                                                        const char      *origin);

G_END_DECLS
