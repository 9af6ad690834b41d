/* sandbox-walk.h: somebody who goes through the consent screens to the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sandbox-fixture.h"

#define WALK_REDIRECT_URI "https://app.invalid/linked?state=abc"
#define WALK_CANCEL_URI "https://app.invalid/cancelled?state=abc"

typedef struct
{
  Sandbox  *sandbox;
  gboolean  framed;
  char     *end_user_id;
  char     *session_id;
  char     *html;     /* the page that is shown, or NULL */
  char     *policy;   /* its Content-Security-Policy, or NULL */
  char     *location; /* the address outside the sandbox that it led to, or NULL */
  char     *last;     /* the path that was posted last, or NULL */
} SandboxWalk;

/* Opens a session at the bank "1". */
void     sandbox_walk_start            (SandboxWalk *walk,
                                        Sandbox     *sandbox,
                                        gboolean     framed);

/* Answers each page as Ada would, until there is none. */
void     sandbox_walk_finish           (SandboxWalk *walk);

/* Answers the page that is shown; FALSE if there is none to answer. */
gboolean sandbox_walk_step             (SandboxWalk *walk);

/* Presses @institution_id in the picker that is shown. */
void     sandbox_walk_choose           (SandboxWalk *walk,
                                        const char  *institution_id);
void     sandbox_walk_clear            (SandboxWalk *walk);

/* A member of the message of the page that is shown, to be freed. */
char    *sandbox_walk_dup_message      (SandboxWalk *walk,
                                        const char  *name);
void     sandbox_walk_assert_message   (SandboxWalk *walk,
                                        const char  *name,
                                        const char  *expected);
void     sandbox_walk_assert_parameter (SandboxWalk *walk,
                                        const char  *name,
                                        const char  *expected);

/* The first group of @pattern in the page that is shown, or NULL; to be freed. */
char    *sandbox_walk_dup_match        (SandboxWalk *walk,
                                        const char  *pattern);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SandboxWalk, sandbox_walk_clear)
