/* desk-sandbox-fault-links.h: pages of a list that lead the wrong way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_fault_links_repeat:
 * @call: answered with one page of a list, as below
 *
 * Leads from the first page to the same page under another address, and from there on.
 */
void desk_sandbox_fault_links_repeat (DeskSandboxCall *call);

/**
 * desk_sandbox_fault_links_loop:
 *
 * Leads from the first page to the second, and from there to the first again.
 */
void desk_sandbox_fault_links_loop   (DeskSandboxCall *call);

G_END_DECLS
