/* desk-app-fixture.h: a context that works with a sandbox of the test's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-context.h"
#include "desk-test-sandbox.h"

G_BEGIN_DECLS

/**
 * DeskAppFixture:
 * @sandbox: (nullable): %NULL if there is no program to run; the test is skipped then
 * @context: (nullable): open, in a temporary environment
 * @end_user: (nullable): somebody without consents
 */
typedef struct
{
  DeskTestSandbox *sandbox;
  DeskContext     *context;
  DeskEndUser     *end_user;
} DeskAppFixture;

/* For g_test_add(). */
void         desk_app_fixture_set_up         (DeskAppFixture *fixture,
                                              gconstpointer   data);
void         desk_app_fixture_tear_down      (DeskAppFixture *fixture,
                                              gconstpointer   data);

/* Returns: (transfer full): an end user who is in the directory */
DeskEndUser *desk_app_fixture_create         (DeskAppFixture *fixture,
                                              const char     *email);

/* Reads the directory again; that must go well. */
void         desk_app_fixture_refresh        (DeskAppFixture *fixture);

/* Returns: how many rows of the end user the store holds */
guint        desk_app_fixture_count_rows     (DeskAppFixture *fixture,
                                              const char     *end_user_id,
                                              const char     *resource);

/* Fetches all that is shared; that must go well. */
void         desk_app_fixture_sync           (DeskAppFixture *fixture);

/* Waits until a call whose address ends with @path was answered, and the inspector has it. */
void         desk_app_fixture_await_call     (DeskAppFixture *fixture,
                                              const char     *path);

G_END_DECLS
