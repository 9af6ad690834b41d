/* desk-sandbox-app.h: the app that the sandbox's one client is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What a team sets in the Console, and a consent and its screens show. */
#define DESK_SANDBOX_APP_NAME "Consent Desk"
