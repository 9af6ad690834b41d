/* desk-auth-session.h: one use of the consent page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-json.h"

G_BEGIN_DECLS

#define DESK_TYPE_AUTH_SESSION (desk_auth_session_get_type ())
G_DECLARE_FINAL_TYPE (DeskAuthSession, desk_auth_session, DESK, AUTH_SESSION, GObject)

/**
 * desk_auth_session_new_from_json:
 * @slice: the answer of POST /auth/session (fiskil-api.md 2.2); `expires_at` in Unix seconds or RFC 3339
 */
DeskAuthSession *desk_auth_session_new_from_json  (DeskJsonSlice     slice,
                                                   GError          **error);
const char      *desk_auth_session_get_session_id (DeskAuthSession  *self);
const char      *desk_auth_session_get_auth_url   (DeskAuthSession  *self);

/* Microseconds since the epoch; 0 if none was sent. */
gint64           desk_auth_session_get_expires_at (DeskAuthSession  *self);

G_END_DECLS
