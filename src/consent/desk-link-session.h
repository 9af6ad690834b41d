/* desk-link-session.h: what one link attempt expects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskLinkSession:
 * @session_id: the auth session (fiskil-api.md 2.2)
 * @state: (nullable): the one-time text in the query of both URIs; %NULL if none was sent
 * @redirect_uri: (nullable): where success leads
 * @cancel_uri: (nullable): where failure leads; `/cancel` of @auth_origin if none was set
 * @auth_url: the page to open, as received
 * @auth_origin: the origin whose messages count; %NULL if @auth_url is no web address
 */
typedef struct
{
  char *session_id;
  char *state;
  char *redirect_uri;
  char *cancel_uri;
  char *auth_url;
  char *auth_origin;
} DeskLinkSession;

/**
 * desk_link_session_new:
 * @session_id: the auth session
 * @state: (nullable): see #DeskLinkSession
 * @redirect_uri: (nullable): with or without @state in its query
 * @cancel_uri: (nullable): with or without @state in its query
 * @auth_url: the page to open; its origin becomes the auth origin
 *
 * Returns: (transfer full): what an attempt with this session expects
 */
DeskLinkSession *desk_link_session_new  (const char            *session_id,
                                         const char            *state,
                                         const char            *redirect_uri,
                                         const char            *cancel_uri,
                                         const char            *auth_url);
DeskLinkSession *desk_link_session_copy (const DeskLinkSession *self);
void             desk_link_session_free (DeskLinkSession       *self);

/**
 * desk_link_state_new:
 *
 * Returns: (transfer full): 128 unpredictable bits of the system, in hexadecimal; never
 *   the same twice
 */
char            *desk_link_state_new      (void);

/**
 * desk_link_uri_with_state:
 * @uri: a redirect or cancel URI
 * @state: from desk_link_state_new()
 *
 * Returns: (transfer full): @uri with the parameter `state` at the end of its query, in place
 *   of any that was there; the rest of the query and the fragment are kept
 */
char            *desk_link_uri_with_state (const char            *uri,
                                           const char            *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLinkSession, desk_link_session_free)

G_END_DECLS
