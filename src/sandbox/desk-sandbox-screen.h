/* desk-sandbox-screen.h: one request for a consent screen, and its answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"
#include "desk-sandbox-page.h"

G_BEGIN_DECLS

/**
 * DeskSandboxScreen:
 * @call: (not owned): the request
 * @session: (not owned) (nullable): the auth session that it is about, if there is one
 *   that can be used
 * @posted: (owned) (nullable): the fields of a posted form
 * @nonce: (owned): for the page's style and script
 * @csrf: (owned) (nullable): what the session's forms on this origin carry
 * @action: (owned) (nullable): where the page's form posts to
 * @refuses_frames: whether browsers are told not to show the page in a frame
 */
typedef struct
{
  DeskSandboxCall    *call;
  DeskSandboxSession *session;
  DeskSandboxForm    *posted;
  char               *nonce;
  char               *csrf;
  char               *action;
  gboolean            refuses_frames;
} DeskSandboxScreen;

/**
 * desk_sandbox_screen_init:
 * @session: (nullable): the session that the request names; one that is not open counts as none
 * @origin_name: `auth` or `bank`; the forms of one origin cannot be posted to the other
 */
void             desk_sandbox_screen_init           (DeskSandboxScreen  *self,
                                                     DeskSandboxCall    *call,
                                                     DeskSandboxSession *session,
                                                     const char         *origin_name);
void             desk_sandbox_screen_clear          (DeskSandboxScreen  *self);

/**
 * desk_sandbox_screen_prepare:
 * @action: where the page's form posts to
 * @error: (nullable): what was wrong with the last answer
 *
 * Returns: what the pages have in common; valid as long as @self
 */
DeskSandboxPage  desk_sandbox_screen_prepare        (DeskSandboxScreen  *self,
                                                     const char         *action,
                                                     const char         *error);

/**
 * desk_sandbox_screen_is_posted:
 *
 * Returns: whether the request posts a form that this session's page made
 */
gboolean         desk_sandbox_screen_is_posted      (DeskSandboxScreen  *self);

/**
 * desk_sandbox_screen_is_cancelled:
 *
 * Returns: whether the form was posted with its cancel button
 */
gboolean         desk_sandbox_screen_is_cancelled   (DeskSandboxScreen  *self);

/**
 * desk_sandbox_screen_reply:
 * @html: (transfer full): the page
 *
 * Answers with a page, under a policy that lets nothing in from elsewhere.
 */
void             desk_sandbox_screen_reply          (DeskSandboxScreen  *self,
                                                     guint               status,
                                                     GBytes             *html);

/**
 * desk_sandbox_screen_redirect:
 *
 * Answers with 303 to @uri.
 */
void             desk_sandbox_screen_redirect       (DeskSandboxScreen  *self,
                                                     const char         *uri);

/**
 * desk_sandbox_screen_redirect_to:
 * @origin: one of the sandbox's
 * @path: with a slash at its start
 * @name: of the query's one parameter
 *
 * Answers with 303 to `<origin><path>?<name>=<value>`.
 */
void             desk_sandbox_screen_redirect_to    (DeskSandboxScreen  *self,
                                                     const char         *origin,
                                                     const char         *path,
                                                     const char         *name,
                                                     const char         *value);

G_END_DECLS
