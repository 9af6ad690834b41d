/* desk-sandbox-sharing.h: what a session asks the end user to agree to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-page.h"
#include "desk-sandbox-session.h"

G_BEGIN_DECLS

/**
 * DeskSandboxSharing:
 * @page: what the pages show; valid as long as the rest
 * @permissions: (owned) (element-type DeskSandboxPagePermission): what is asked for
 * @until: (owned): the last day in words
 */
typedef struct
{
  DeskSandboxPageSharing  page;
  GArray                 *permissions;
  char                   *until;
} DeskSandboxSharing;

/**
 * desk_sandbox_sharing_init:
 * @industry: (nullable): of the institution, where it is known
 * @now: microseconds since the epoch
 */
void desk_sandbox_sharing_init  (DeskSandboxSharing       *self,
                                 const DeskSandboxSession *session,
                                 const char               *industry,
                                 gint64                    now);
void desk_sandbox_sharing_clear (DeskSandboxSharing       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskSandboxSharing, desk_sandbox_sharing_clear)

G_END_DECLS
