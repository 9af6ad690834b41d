/* desk-curl.h: a request as a line for the shell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-record.h"

G_BEGIN_DECLS

/* What stand for the secrets; the second is also what consentctl reads. */
#define DESK_CURL_TOKEN  "CONSENT_DESK_TOKEN"
#define DESK_CURL_SECRET "CONSENT_DESK_CLIENT_SECRET"

/**
 * desk_curl_new_command:
 * @record: redacted
 *
 * Whatever the request holds is quoted for a POSIX shell; nothing of it can be taken for an option or a command. The
 * token and the client secret are the variables above. Curl sends the same method, address, headers and body; those that
 * belong to one connection are left to curl.
 *
 * Returns: (transfer full) (nullable): one line; %NULL if the body of the request was dropped
 */
char *desk_curl_new_command (const DeskApiRecord *record);

G_END_DECLS
