/* desk-consent-way.h: the ways to open a consent page, in names and words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-way.h"

G_BEGIN_DECLS

/* The state of the action `link.way`: `redirect`, `embedded` or `browser`. */
const char  *desk_consent_way_get_name  (DeskLinkWay  way);

/* The way of that name; %DESK_LINK_WAY_REDIRECT for any other text. */
DeskLinkWay  desk_consent_way_from_name (const char  *name);

/* What the user reads: "In this window". */
const char  *desk_consent_way_get_label (DeskLinkWay  way);

G_END_DECLS
