/* desk-sandbox-fault-login.h: faults that decide how an auth session ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-outcome.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_fault_login_find:
 * @session: (nullable): the auth session, whose customer may carry the fault
 *
 * Returns: (transfer none) (nullable): the fault @name if it is on for all, or for who logged in
 */
const DeskSandboxFaultSpec *desk_sandbox_fault_login_find (DeskSandboxScreen        *screen,
                                                           const DeskSandboxSession *session,
                                                           const char               *name);

/**
 * desk_sandbox_fault_login_is_on:
 *
 * Returns: whether desk_sandbox_fault_login_find() finds the fault
 */
gboolean           desk_sandbox_fault_login_is_on       (DeskSandboxScreen        *screen,
                                                         const DeskSandboxSession *session,
                                                         const char               *name);

/**
 * desk_sandbox_fault_login_interrupts:
 * @screen: of the institution
 *
 * Returns: whether a fault ends the institution's part with the form that is posted
 */
gboolean           desk_sandbox_fault_login_interrupts  (DeskSandboxScreen        *screen);

/**
 * desk_sandbox_fault_login_get_failure:
 * @screen: to which the institution led back
 * @failure: (out): how the session ends
 *
 * Returns: whether a fault ends the session
 */
gboolean           desk_sandbox_fault_login_get_failure (DeskSandboxScreen        *screen,
                                                         DeskSandboxFailure       *failure);

/**
 * desk_sandbox_fault_login_invalidates:
 *
 * Returns: whether a fault makes the session one that is not valid
 */
gboolean           desk_sandbox_fault_login_invalidates (DeskSandboxScreen        *screen);

/**
 * desk_sandbox_fault_login_get_invalid:
 *
 * Returns: by which name a session that is not valid is reported
 */
DeskSandboxFailure desk_sandbox_fault_login_get_invalid (DeskSandboxScreen        *screen);

G_END_DECLS
