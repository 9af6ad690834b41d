/* desk-sandbox-base64url.h: base64 with the alphabet for URLs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_sandbox_base64url_encode:
 *
 * Returns: (transfer full): @bytes in base64url without padding (RFC 4648, section 5)
 */
char *desk_sandbox_base64url_encode (const guchar *bytes,
                                     gsize         length);

/**
 * desk_sandbox_base64url_decode:
 *
 * Returns: (transfer full) (nullable): the text that @text stands for, or %NULL if it is not
 *   base64url or not a C string in UTF-8
 */
char *desk_sandbox_base64url_decode (const char   *text);

G_END_DECLS
