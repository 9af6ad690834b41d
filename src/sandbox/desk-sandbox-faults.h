/* desk-sandbox-faults.h: the faults that are switched on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-customer.h"
#include "desk-sandbox-fault-spec.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_FAULTS (desk_sandbox_faults_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxFaults, desk_sandbox_faults, DESK, SANDBOX_FAULTS, GObject)

/**
 * desk_sandbox_faults_new:
 *
 * The signal #DeskSandboxFaults::changed says that a fault was switched on or off.
 *
 * Returns: (transfer full): all faults, each of them off
 */
DeskSandboxFaults    *desk_sandbox_faults_new        (void);

/**
 * desk_sandbox_faults_start_with:
 * @specs: (nullable) (array zero-terminated=1): what `--fault` said
 *
 * Switches the faults on, now and after each reset.
 *
 * Returns: %FALSE with @error set as by desk_sandbox_fault_spec_parse() if one cannot be understood
 */
gboolean              desk_sandbox_faults_start_with (DeskSandboxFaults   *self,
                                                      const char *const   *specs,
                                                      GError             **error);

/**
 * desk_sandbox_faults_switch:
 * @text: from outside: `latency:300ms@banking/transactions`
 *
 * Switched on, a fault takes the place of the same fault with the same scope. Switched off,
 * its parameter does not matter, and without a scope all of its scopes are meant.
 *
 * Returns: %FALSE with @error set as by desk_sandbox_fault_spec_parse() if @text cannot be understood
 */
gboolean              desk_sandbox_faults_switch     (DeskSandboxFaults   *self,
                                                      const char          *text,
                                                      gboolean             on,
                                                      GError             **error);

/**
 * desk_sandbox_faults_reset:
 *
 * Switches off what was not on at the start, and on what was.
 */
void                  desk_sandbox_faults_reset      (DeskSandboxFaults   *self);

/**
 * desk_sandbox_faults_is_on:
 * @name: of a fault that there is
 * @customer: (nullable): who logs in, or whose data is read
 *
 * Returns: whether the fault is switched on for all, or is the one that @customer carries
 */
gboolean              desk_sandbox_faults_is_on      (DeskSandboxFaults   *self,
                                                      const char          *name,
                                                      DeskSandboxCustomer *customer);

/**
 * desk_sandbox_faults_find:
 *
 * Returns: (transfer none) (nullable): the fault with its parameter if it is on as above, else %NULL
 */
DeskSandboxFaultSpec *desk_sandbox_faults_find       (DeskSandboxFaults   *self,
                                                      const char          *name,
                                                      DeskSandboxCustomer *customer);

/**
 * desk_sandbox_faults_find_for_call:
 * @origin: `api`, `auth` or `bank`
 * @path: of the call, without a slash at its start
 * @customers: (element-type DeskSandboxCustomer): whose data is read
 *
 * Returns: (transfer none) (nullable): the fault with its parameter if it acts on the call, else %NULL
 */
DeskSandboxFaultSpec *desk_sandbox_faults_find_for_call (DeskSandboxFaults   *self,
                                                         const char          *name,
                                                         const char          *origin,
                                                         const char          *path,
                                                         GPtrArray           *customers);

G_END_DECLS
