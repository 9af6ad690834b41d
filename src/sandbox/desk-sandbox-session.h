/* desk-sandbox-session.h: one auth session, from its creation to its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* An auth session can be used for five days (fiskil-api.md 2.2). */
#define DESK_SANDBOX_SESSION_SECONDS G_GINT64_CONSTANT (432000)

/**
 * DeskSandboxSessionStatus:
 * @DESK_SANDBOX_SESSION_OPEN: may be used, unless it expired
 * @DESK_SANDBOX_SESSION_COMPLETED: ended with a consent
 * @DESK_SANDBOX_SESSION_CANCELLED: ended on a Fiskil screen
 */
typedef enum
{
  DESK_SANDBOX_SESSION_OPEN,
  DESK_SANDBOX_SESSION_COMPLETED,
  DESK_SANDBOX_SESSION_CANCELLED,
} DeskSandboxSessionStatus;

/**
 * DeskSandboxSession:
 * @id: (owned): what the API calls `session_id`
 * @end_user_id: (owned)
 * @redirect_uri: (owned) (nullable): where a success goes to
 * @cancel_uri: (owned) (nullable): where a failure goes to
 * @institution_id: (owned) (nullable): pinned by the creator, or picked by the end user
 * @pinned: whether the creator pinned the institution
 * @arrangement_id: (owned) (nullable): the consent that is to be renewed, with the accounts that it has
 * @permissions: (owned) (nullable): what is asked for; %NULL asks for everything
 * @expires_at: microseconds since the epoch
 * @status: a terminal status is never left
 * @allowed: whether the end user pressed Allow
 * @framed: whether the pages are shown in a frame
 * @customer_id: (owned) (nullable): who gave an e-mail at the institution
 * @verified: whether the one-time code was right
 * @account_ids: (owned) (nullable): the accounts that were ticked
 * @confirmed: whether Confirm and share was pressed
 * @denied: whether Cancel was pressed at the institution
 */
typedef struct
{
  char                      *id;
  char                      *end_user_id;
  char                      *redirect_uri;
  char                      *cancel_uri;
  char                      *institution_id;
  gboolean                   pinned;
  char                      *arrangement_id;
  char                     **permissions;
  gint64                     expires_at;
  DeskSandboxSessionStatus   status;
  gboolean                   allowed;
  gboolean                   framed;
  char                      *customer_id;
  gboolean                   verified;
  char                     **account_ids;
  gboolean                   confirmed;
  gboolean                   denied;
} DeskSandboxSession;

/**
 * desk_sandbox_session_new_from_json:
 *
 * Reads what desk_sandbox_session_write() wrote. How far the screens had come is
 * not kept: after a restart they begin again.
 *
 * Returns: (transfer full): the session
 */
DeskSandboxSession *desk_sandbox_session_new_from_json (JsonObject               *object);
void                desk_sandbox_session_free          (DeskSandboxSession       *self);
void                desk_sandbox_session_write         (const DeskSandboxSession *self,
                                                        JsonBuilder              *builder);

/**
 * desk_sandbox_session_is_open:
 * @now: microseconds since the epoch
 *
 * Returns: whether the screens may still be used
 */
gboolean            desk_sandbox_session_is_open       (const DeskSandboxSession *self,
                                                        gint64                    now);

/**
 * desk_sandbox_session_restart:
 *
 * Forgets what was done on the screens, as after a cancellation at the institution,
 * which may be tried again in the same session (fiskil-api.md 2.2).
 */
void                desk_sandbox_session_restart       (DeskSandboxSession       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxSession, desk_sandbox_session_free)

G_END_DECLS
