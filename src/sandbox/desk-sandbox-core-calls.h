/* desk-sandbox-core-calls.h: the calls about end users, institutions, sessions and consents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/* Each answers the call of fiskil-api.md 2 that it is named after. */
void desk_sandbox_core_create_token      (DeskSandboxCall *call);
void desk_sandbox_core_create_end_user   (DeskSandboxCall *call);
void desk_sandbox_core_list_end_users    (DeskSandboxCall *call);
void desk_sandbox_core_get_end_user      (DeskSandboxCall *call);
void desk_sandbox_core_update_end_user   (DeskSandboxCall *call);
void desk_sandbox_core_delete_end_user   (DeskSandboxCall *call);
void desk_sandbox_core_list_institutions (DeskSandboxCall *call);
void desk_sandbox_core_get_institution   (DeskSandboxCall *call);
void desk_sandbox_core_list_permissions  (DeskSandboxCall *call);
void desk_sandbox_core_create_session    (DeskSandboxCall *call);
void desk_sandbox_core_list_consents     (DeskSandboxCall *call);
void desk_sandbox_core_revoke_consent    (DeskSandboxCall *call);

G_END_DECLS
