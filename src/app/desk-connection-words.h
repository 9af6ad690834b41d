/* desk-connection-words.h: why an environment does not work, and what to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-connection-test.h"

G_BEGIN_DECLS

/* @error: of a connection (GIO) or of a call (#DESK_API_ERROR) */
DeskConnectionCause desk_connection_cause_of       (const GError        *error);

/**
 * desk_connection_words_for:
 * @address: that was asked
 *
 * Returns: (transfer full): what is wrong and what to do next
 */
char               *desk_connection_words_for      (DeskConnectionCause  cause,
                                                    const char          *address,
                                                    const GError        *error);

/* Returns: (transfer full): which addresses to enter in the Console */
char               *desk_connection_words_for_uris (const char          *redirect_uri,
                                                    const char          *cancel_uri);

G_END_DECLS
