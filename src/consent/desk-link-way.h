/* desk-link-way.h: the ways in which a consent page is opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskLinkWay:
 * @DESK_LINK_WAY_REDIRECT: the auth page at top level; the result is a navigation
 * @DESK_LINK_WAY_EMBEDDED: the auth page in a frame of a local host page, as the Link SDK does
 *   (fiskil-api.md 3.7); the result is a message
 * @DESK_LINK_WAY_BROWSER: the user's own browser; the result comes to a listener on 127.0.0.1
 */
typedef enum
{
  DESK_LINK_WAY_REDIRECT,
  DESK_LINK_WAY_EMBEDDED,
  DESK_LINK_WAY_BROWSER,
} DeskLinkWay;

#define DESK_LINK_N_WAYS 3

G_END_DECLS
