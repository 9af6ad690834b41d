/* desk-sandbox-fault-calls.h: the control calls about faults
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_fault_calls_list:
 *
 * `GET /faults`: every fault, and whether it is on.
 */
void desk_sandbox_fault_calls_list   (DeskSandboxCall *call);

/**
 * desk_sandbox_fault_calls_switch:
 *
 * `POST /faults`: switches a fault on or off, and answers as above.
 */
void desk_sandbox_fault_calls_switch (DeskSandboxCall *call);

G_END_DECLS
