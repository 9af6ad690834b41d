/* desk-connection-test.h: tries an environment step by step and says what is wrong and what to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-environment.h"

G_BEGIN_DECLS

/* In the order in which they are tried. */
typedef enum
{
  DESK_CONNECTION_STEP_ADDRESS,
  DESK_CONNECTION_STEP_TLS,
  DESK_CONNECTION_STEP_CREDENTIALS,
  DESK_CONNECTION_STEP_INSTITUTIONS,
  DESK_CONNECTION_STEP_SCOPE,
  DESK_CONNECTION_STEP_REDIRECT,
  DESK_CONNECTION_STEP_AUTH,
  DESK_CONNECTION_N_STEPS
} DeskConnectionStep;

/**
 * DeskConnectionState:
 * @DESK_CONNECTION_STATE_WAITING: its turn has not come
 * @DESK_CONNECTION_STATE_RUNNING: it is being tried
 * @DESK_CONNECTION_STATE_PASSED: it works
 * @DESK_CONNECTION_STATE_FAILED: it does not
 * @DESK_CONNECTION_STATE_NOT_TESTED: it could not be tried, so that nothing is known
 */
typedef enum
{
  DESK_CONNECTION_STATE_WAITING,
  DESK_CONNECTION_STATE_RUNNING,
  DESK_CONNECTION_STATE_PASSED,
  DESK_CONNECTION_STATE_FAILED,
  DESK_CONNECTION_STATE_NOT_TESTED,
} DeskConnectionState;

/**
 * DeskConnectionCause:
 * @DESK_CONNECTION_CAUSE_NONE: nothing failed
 * @DESK_CONNECTION_CAUSE_NETWORK: there is no network, or the address cannot be reached
 * @DESK_CONNECTION_CAUSE_TLS: the connection is not secure
 * @DESK_CONNECTION_CAUSE_HOST: something answers that is no Fiskil API, or the name is unknown
 * @DESK_CONNECTION_CAUSE_CREDENTIALS: client id or client secret are wrong
 * @DESK_CONNECTION_CAUSE_SCOPE: the API key lacks a scope
 * @DESK_CONNECTION_CAUSE_REDIRECT: the service refuses the redirect or the cancel URI
 * @DESK_CONNECTION_CAUSE_SERVICE: the service is there, and does not do what was asked
 */
typedef enum
{
  DESK_CONNECTION_CAUSE_NONE,
  DESK_CONNECTION_CAUSE_NETWORK,
  DESK_CONNECTION_CAUSE_TLS,
  DESK_CONNECTION_CAUSE_HOST,
  DESK_CONNECTION_CAUSE_CREDENTIALS,
  DESK_CONNECTION_CAUSE_SCOPE,
  DESK_CONNECTION_CAUSE_REDIRECT,
  DESK_CONNECTION_CAUSE_SERVICE,
} DeskConnectionCause;

#define DESK_TYPE_CONNECTION_TEST (desk_connection_test_get_type ())
G_DECLARE_FINAL_TYPE (DeskConnectionTest, desk_connection_test, DESK, CONNECTION_TEST, GObject)

/**
 * desk_connection_test_new:
 * @environment: any with addresses; it need not be saved
 *
 * #DeskConnectionTest::changed (step) is emitted when the state of a step is another.
 */
DeskConnectionTest  *desk_connection_test_new        (DeskEnvironment      *environment,
                                                      const char           *client_id,
                                                      const char           *client_secret);

/**
 * desk_connection_test_run_async:
 *
 * Tries each step once. Nothing is created but a session, and that only where no real person can be meant: where the
 * environment offers the test institution alone. A session that nobody opens ends by itself (fiskil-api.md 2.2).
 *
 * The finish function returns: whether nothing failed; %FALSE with %G_IO_ERROR_CANCELLED, or without an error and the cause
 *   in the steps.
 */
void                 desk_connection_test_run_async  (DeskConnectionTest   *self,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean             desk_connection_test_run_finish (DeskConnectionTest   *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
DeskConnectionState  desk_connection_test_get_state  (DeskConnectionTest   *self,
                                                      DeskConnectionStep    step);
DeskConnectionCause  desk_connection_test_get_cause  (DeskConnectionTest   *self,
                                                      DeskConnectionStep    step);

/* Returns: (transfer none) (nullable): what was found, and what to do next, in sentences; %NULL until then */
const char          *desk_connection_test_get_words  (DeskConnectionTest   *self,
                                                      DeskConnectionStep    step);

/* Returns: what the step tries: "Secure connection" */
const char          *desk_connection_step_get_title  (DeskConnectionStep    step);

G_END_DECLS
