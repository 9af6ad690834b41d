/* desk-sandbox-control.h: steers the built-in sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-context.h"
#include "desk-demo-customer.h"

G_BEGIN_DECLS

/**
 * DeskSandboxEnd:
 * @DESK_SANDBOX_END_INSTITUTION: the end user ends it at the institution
 * @DESK_SANDBOX_END_EXPIRY: its time is over
 * @DESK_SANDBOX_END_ACCOUNTS_CLOSED: the institution closes all its accounts
 *
 * The ways in which a consent ends that are not ours.
 */
typedef enum
{
  DESK_SANDBOX_END_INSTITUTION,
  DESK_SANDBOX_END_EXPIRY,
  DESK_SANDBOX_END_ACCOUNTS_CLOSED,
} DeskSandboxEnd;

#define DESK_TYPE_SANDBOX_CONTROL (desk_sandbox_control_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxControl, desk_sandbox_control, DESK, SANDBOX_CONTROL, GObject)

/**
 * DeskSandboxControl:
 *
 * Property `n-faults`, to be read: how many faults are on.
 *
 * The calls fail with %DESK_ENVIRONMENT_ERROR_SANDBOX if the sandbox does not run, else in #DESK_API_ERROR. One that is
 * cancelled may have been done; what the sandbox did is followed to the end in any case.
 */

/* @context: of the built-in sandbox; need not be open yet */
DeskSandboxControl *desk_sandbox_control_new            (DeskContext          *context);

/* Returns: (transfer none): a #GListModel of #DeskFaultSwitch in the sandbox's order; filled by loading */
GListModel         *desk_sandbox_control_get_faults     (DeskSandboxControl   *self);

/* Returns: (transfer none): a #GListModel of #DeskDemoCustomer in the sandbox's order; filled by loading */
GListModel         *desk_sandbox_control_get_customers  (DeskSandboxControl   *self);
guint               desk_sandbox_control_get_n_faults   (DeskSandboxControl   *self);

/* Returns: (array zero-terminated=1): the events that a webhook can be about (fiskil-api.md 4.3) */
const char *const  *desk_sandbox_control_get_events     (void);

/**
 * desk_sandbox_control_load_async:
 *
 * Reads customers and faults. Like all calls but the two that have something to hand over, it is finished by
 * desk_sandbox_control_finish().
 */
void                desk_sandbox_control_load_async     (DeskSandboxControl   *self,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);

/**
 * desk_sandbox_control_advance_async:
 * @duration: ISO 8601: `P30D`
 *
 * Moves the clock of the sandbox, then that of the context; consents that are over by it end.
 */
void                desk_sandbox_control_advance_async  (DeskSandboxControl   *self,
                                                         const char           *duration,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);

/* As desk_sandbox_control_advance_async(), to @instant: microseconds since the epoch */
void                desk_sandbox_control_set_clock_async (DeskSandboxControl  *self,
                                                         gint64                instant,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);

/* Ends a consent at the sandbox. Refresh the directory to see it. */
void                desk_sandbox_control_end_async      (DeskSandboxControl   *self,
                                                         const char           *consent_id,
                                                         DeskSandboxEnd        how,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);

/* @spec: see desk_fault_switch_dup_spec(); without a scope, all of that fault are switched off */
void                desk_sandbox_control_switch_async   (DeskSandboxControl   *self,
                                                         const char           *spec,
                                                         gboolean              on,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);

/* Switches off one fault after the other, and stops at the first that fails. */
void                desk_sandbox_control_clear_faults_async (DeskSandboxControl *self,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);

/* Starts the sandbox again from its seed. #DeskContext::sandbox-reset is emitted before it is finished. */
void                desk_sandbox_control_reset_async    (DeskSandboxControl   *self,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean            desk_sandbox_control_finish         (DeskSandboxControl   *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

/**
 * desk_sandbox_control_fire_async:
 * @event: one of desk_sandbox_control_get_events()
 *
 * Sends one webhook. desk_sandbox_control_finish_id() returns the id of the message.
 */
void                desk_sandbox_control_fire_async     (DeskSandboxControl   *self,
                                                         const char           *event,
                                                         const char           *consent_id,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);

/**
 * desk_sandbox_control_grant_async:
 *
 * Shares everything of the customer with the end user, without the screens. Refresh the directory to see it.
 * desk_sandbox_control_finish_id() returns the id of the consent.
 */
void                desk_sandbox_control_grant_async    (DeskSandboxControl   *self,
                                                         const char           *end_user_id,
                                                         DeskDemoCustomer     *customer,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);

/* Returns: (transfer full) (nullable): %NULL with @error set */
char               *desk_sandbox_control_finish_id      (DeskSandboxControl   *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

G_END_DECLS
