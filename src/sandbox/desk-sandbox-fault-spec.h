/* desk-sandbox-fault-spec.h: one fault, with its parameter and its scope
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-fault.h"

G_BEGIN_DECLS

/**
 * DeskSandboxFaultSpec:
 * @fault: what goes wrong
 * @number: the parameter, if it is a number: milliseconds, bytes, a status, or every n-th call
 * @text: (owned) (nullable): the parameter, if it is a text
 * @scope: (owned) (nullable): what it is limited to: `banking`, `banking/transactions`, `auth`
 * @n_calls: how many calls it has met
 *
 * What `--fault` and the control call take: `name[:parameter][@scope]`.
 */
typedef struct
{
  const DeskSandboxFault *fault;
  guint64                 number;
  char                   *text;
  char                   *scope;
  guint64                 n_calls;
} DeskSandboxFaultSpec;

/**
 * desk_sandbox_fault_spec_parse:
 * @text: from outside: `latency:300ms@banking/transactions`
 *
 * Returns: (transfer full) (nullable): what @text says, or %NULL with @error set in #GIOError
 *   (%G_IO_ERROR_INVALID_ARGUMENT); its message is a sentence for people
 */
DeskSandboxFaultSpec *desk_sandbox_fault_spec_parse   (const char                  *text,
                                                       GError                     **error);
void                  desk_sandbox_fault_spec_free    (DeskSandboxFaultSpec        *self);

/**
 * desk_sandbox_fault_spec_reaches:
 * @origin: `api`, `auth` or `bank`
 * @path: of the call, without a slash at its start
 *
 * Returns: whether the fault acts on the call. Without a scope it is every call of the API
 *   but the one for a token; a scope is an origin, a data set, or a path below the root of the API
 *   with all that is below it. Control calls are never reached.
 */
gboolean              desk_sandbox_fault_spec_reaches (const DeskSandboxFaultSpec  *self,
                                                       const char                  *origin,
                                                       const char                  *path);

/**
 * desk_sandbox_fault_spec_strikes:
 *
 * Counts one call.
 *
 * Returns: whether the fault, which acts at every n-th call, acts at this one
 */
gboolean              desk_sandbox_fault_spec_strikes (DeskSandboxFaultSpec        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxFaultSpec, desk_sandbox_fault_spec_free)

G_END_DECLS
