/* sync-stage.h: what the tests of a fetch share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-app-fixture.h"
#include "desk-scripted-server.h"
#include "desk-sync.h"

G_BEGIN_DECLS

#define SYNC_STAGE_ACCOUNTS "GET /v1/banking/accounts"
#define SYNC_STAGE_BALANCES "GET /v1/banking/balances"

gboolean            sync_stage_run  (DeskSync        *sync,
                                     GCancellable    *cancellable,
                                     GError         **error);

/* Returns: (transfer none) (nullable): of the data set of that name */
DeskSyncItem       *sync_stage_find (DeskSync        *sync,
                                     const char      *name);

/**
 * sync_stage_open:
 *
 * A server that knows one end user, who shares accounts and balances; the script has everything for one fetch but the
 * accounts. @fixture gets a context and the end user.
 */
DeskScriptedServer *sync_stage_open (DeskAppFixture  *fixture);

G_END_DECLS
