/* desk-consent-host.h: the local page that holds the consent page in a frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_consent_host_get_base_uri:
 * @auth_uri: the consent page
 *
 * A custom scheme or about:blank is refused by a page that sends `frame-ancestors *`, and an https host page blocks an
 * http frame without a word: hence a name that can never be resolved, by http only for an auth page on a loopback address.
 *
 * Returns: (transfer none): the address under which the host page is loaded
 */
const char *desk_consent_host_get_base_uri (const char *auth_uri);

/**
 * desk_consent_host_new_page:
 * @auth_uri: the consent page; escaped here
 * @title: the name of the frame, for assistive technology; escaped here
 *
 * Returns: (transfer full): the HTML of the host page, as the Link SDK's overlay is (fiskil-api.md 3.7)
 */
char       *desk_consent_host_new_page     (const char *auth_uri,
                                            const char *title);

G_END_DECLS
