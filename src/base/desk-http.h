/* desk-http.h: rules about addresses that several layers share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_http_dup_origin:
 * @uri: an absolute http or https URI
 *
 * Returns: (transfer full) (nullable): `scheme://host[:port]` in lower case, without the scheme's
 *   own port, IPv6 in brackets; %NULL for anything else
 */
char     *desk_http_dup_origin      (const char *uri);

/**
 * desk_http_is_allowed_address:
 *
 * Returns: whether @uri may be talked to: https anywhere, http only to a
 *   loopback literal (127.0.0.0/8, [::1]); no user information
 */
gboolean  desk_http_is_allowed_address (const char *uri);

/**
 * desk_http_is_web_address:
 * @text: from outside
 *
 * Returns: whether a link may lead there: http or https, no user information, and no letter that only looks like another
 */
gboolean  desk_http_is_web_address  (const char *text);

/**
 * desk_http_is_loopback:
 *
 * Returns: whether the host of @uri is a loopback literal
 */
gboolean  desk_http_is_loopback     (const char *uri);

G_END_DECLS
