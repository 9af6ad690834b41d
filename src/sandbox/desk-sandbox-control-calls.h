/* desk-sandbox-control-calls.h: the calls that steer the sandbox itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_control_list_customers:
 *
 * `GET /customers`: who can log in where, one row per customer and institution.
 */
void desk_sandbox_control_list_customers (DeskSandboxCall *call);

/**
 * desk_sandbox_control_grant_consent:
 *
 * `POST /consents`: grants a consent without the screens.
 */
void desk_sandbox_control_grant_consent  (DeskSandboxCall *call);

/**
 * desk_sandbox_control_end_consent:
 *
 * `POST /consents/{id}/end`: ends a consent as the institution or its expiry would.
 */
void desk_sandbox_control_end_consent    (DeskSandboxCall *call);

/**
 * desk_sandbox_control_move_clock:
 *
 * `POST /clock`: moves the sandbox's clock by an ISO 8601 duration, or to an instant.
 */
void desk_sandbox_control_move_clock     (DeskSandboxCall *call);

/**
 * desk_sandbox_control_reset:
 *
 * `POST /reset`: starts again from the seed.
 */
void desk_sandbox_control_reset          (DeskSandboxCall *call);

/**
 * desk_sandbox_control_get_state:
 *
 * `GET /state`: counts and clock.
 */
void desk_sandbox_control_get_state      (DeskSandboxCall *call);

/**
 * desk_sandbox_control_list_requests:
 *
 * `GET /requests`: the latest requests to the sandbox, oldest first.
 */
void desk_sandbox_control_list_requests  (DeskSandboxCall *call);

G_END_DECLS
