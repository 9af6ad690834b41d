/* desk-sandbox-bank-screens.h: the screens that an institution shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-screen.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_bank_screens_redirect:
 *
 * Answers with 303 to the log-in page of the session's institution.
 */
void desk_sandbox_bank_screens_redirect (DeskSandboxScreen *screen);

/**
 * desk_sandbox_bank_screens_answer:
 *
 * Answers a request to the bank origin: log-in, one-time code, account selection and
 * confirmation. A page whose turn has not come leads to the log-in.
 */
void desk_sandbox_bank_screens_answer   (DeskSandboxCall   *call);

G_END_DECLS
