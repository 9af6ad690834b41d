/* desk-sandbox-token.h: access tokens that carry their own proof
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-state.h"

G_BEGIN_DECLS

/* How long a token is good for (fiskil-api.md 1.2). */
#define DESK_SANDBOX_TOKEN_SECONDS 900

/**
 * desk_sandbox_token_new:
 *
 * Returns: (transfer full): a signed token with the claims that Fiskil's have
 */
char     *desk_sandbox_token_new      (DeskSandboxState *state);

/**
 * desk_sandbox_token_is_valid:
 * @token: from outside
 *
 * Returns: whether @token was made by this sandbox and has not expired by its clock
 */
gboolean  desk_sandbox_token_is_valid (DeskSandboxState *state,
                                       const char       *token);

G_END_DECLS
