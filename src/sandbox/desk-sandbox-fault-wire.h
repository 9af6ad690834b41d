/* desk-sandbox-fault-wire.h: faults between an answer and who asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_fault_wire_spoil:
 * @call: which is answered
 * @origin: `api`, `auth` or `bank`
 *
 * Does to the answer what the faults that act on the call want.
 */
void desk_sandbox_fault_wire_spoil (DeskSandboxCall *call,
                                    const char      *origin);

G_END_DECLS
