/* desk-test-sandbox.h: the sandbox program, run by a test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The sandbox's own demo bank and demo energy retailer. */
#define DESK_TEST_BANK     "88888"
#define DESK_TEST_RETAILER "88801"

typedef struct _DeskTestSandbox DeskTestSandbox;

/**
 * desk_test_sandbox_is_there:
 *
 * Returns: whether DESK_TEST_SANDBOX names a program; if not, the test is skipped with a word why
 */
gboolean         desk_test_sandbox_is_there        (void);

/**
 * desk_test_sandbox_new:
 *
 * Runs the sandbox on free ports with a state folder of its own, and sets the two variables of the credentials.
 */
DeskTestSandbox *desk_test_sandbox_new             (void);
void             desk_test_sandbox_free            (DeskTestSandbox *self);

/* Kills it at once, as a crash would, and waits until it is gone. */
void             desk_test_sandbox_kill            (DeskTestSandbox *self);

/* Starts it again on the same ports and the same state. */
void             desk_test_sandbox_restart         (DeskTestSandbox *self);
const char      *desk_test_sandbox_get_api_uri     (DeskTestSandbox *self);
const char      *desk_test_sandbox_get_auth_uri    (DeskTestSandbox *self);

/* Returns: (transfer full): the first log-in that the institution knows */
char            *desk_test_sandbox_dup_login       (DeskTestSandbox *self,
                                                    const char      *institution_id);

/* Returns: (transfer full): the id of a new end user */
char            *desk_test_sandbox_create_end_user (DeskTestSandbox *self,
                                                    const char      *name,
                                                    const char      *email);

/* Returns: (transfer full): the id of a consent for the institution's first customer, without the screens */
char            *desk_test_sandbox_grant           (DeskTestSandbox *self,
                                                    const char      *end_user_id,
                                                    const char      *institution_id);

/**
 * desk_test_sandbox_call:
 * @path: below the origin of the API: `/sandbox/clock`
 * @body: (nullable): JSON
 *
 * Returns: (transfer full): the body of the answer, which is a 2xx
 */
char            *desk_test_sandbox_call            (DeskTestSandbox *self,
                                                    const char      *method,
                                                    const char      *path,
                                                    const char      *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTestSandbox, desk_test_sandbox_free)

G_END_DECLS
