/* link-place.h: the attempts that made-up results are judged by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-session.h"

#define LINK_AUTH_ORIGIN "https://auth.fiskil.com"
#define LINK_SESSION_ID "36eDkpZD8997xnPrTX9Z2mBaS0k"
#define LINK_STATE "00ff12"
#define LINK_CONSENT_ID "5d4f8a52-7d12-4a4a-9d6b-2f1f5b0f9a11"

#define LINK_N_PLACES 4
#define LINK_MAX_HOSTS 4

/**
 * LinkPlace:
 * @redirect_uri: where success leads
 * @cancel_uri: (nullable): where failure leads; the auth pages' own address if %NULL
 * @scheme: that of @redirect_uri
 * @path: that of @redirect_uri
 * @hosts: host and port of @redirect_uri, as a browser or a person may write them
 * @others: (array zero-terminated=1): hosts and ports that look like it
 */
typedef struct
{
  const char        *redirect_uri;
  const char        *cancel_uri;
  const char        *scheme;
  const char        *path;
  const char        *hosts[LINK_MAX_HOSTS];
  const char *const *others;
} LinkPlace;

/**
 * link_place_get:
 * @position: below %LINK_N_PLACES
 */
const LinkPlace *link_place_get         (guint            position);

/**
 * link_place_new_session:
 *
 * Returns: (transfer full): the attempt, with the state and the session above
 */
DeskLinkSession *link_place_new_session (const LinkPlace *self);
