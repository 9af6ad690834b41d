/* desk-sandbox-fault.h: everything that can be made to go wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxFaultPlace:
 * @DESK_SANDBOX_FAULT_LOGIN: how an auth session ends
 * @DESK_SANDBOX_FAULT_PAGE: what the consent pages do
 * @DESK_SANDBOX_FAULT_NETWORK: calls of the API, or with the scope `auth` or `bank` the pages
 * @DESK_SANDBOX_FAULT_DATA: calls that read data
 * @DESK_SANDBOX_FAULT_ORIGIN: how the consent pages are served, before anybody is known
 *
 * Where a fault acts.
 */
typedef enum
{
  DESK_SANDBOX_FAULT_LOGIN,
  DESK_SANDBOX_FAULT_PAGE,
  DESK_SANDBOX_FAULT_NETWORK,
  DESK_SANDBOX_FAULT_DATA,
  DESK_SANDBOX_FAULT_ORIGIN,
} DeskSandboxFaultPlace;

/**
 * DeskSandboxFaultParameter:
 * @DESK_SANDBOX_PARAMETER_NONE: none is taken
 * @DESK_SANDBOX_PARAMETER_DURATION: `300`, `300ms` or `2s`; kept in milliseconds
 * @DESK_SANDBOX_PARAMETER_NTH: every n-th call, from 1
 * @DESK_SANDBOX_PARAMETER_BYTES: `4096`, `64K` or `100M`; kept in bytes
 * @DESK_SANDBOX_PARAMETER_STATUS: an HTTP status from 400 to 599
 * @DESK_SANDBOX_PARAMETER_MEDIA_TYPE: `text/html`
 * @DESK_SANDBOX_PARAMETER_LOOKALIKE: `host` or `path`
 *
 * What may stand after the colon.
 */
typedef enum
{
  DESK_SANDBOX_PARAMETER_NONE,
  DESK_SANDBOX_PARAMETER_DURATION,
  DESK_SANDBOX_PARAMETER_NTH,
  DESK_SANDBOX_PARAMETER_BYTES,
  DESK_SANDBOX_PARAMETER_STATUS,
  DESK_SANDBOX_PARAMETER_MEDIA_TYPE,
  DESK_SANDBOX_PARAMETER_LOOKALIKE,
} DeskSandboxFaultParameter;

/**
 * DeskSandboxFault:
 * @name: `latency`
 * @description: one sentence, to be translated
 * @place: where it acts
 * @parameter: what it takes
 * @fallback: (nullable): the parameter that counts if none is given
 */
typedef struct
{
  const char                *name;
  const char                *description;
  DeskSandboxFaultPlace      place;
  DeskSandboxFaultParameter  parameter;
  const char                *fallback;
} DeskSandboxFault;

/**
 * desk_sandbox_fault_list:
 * @n_faults: (out): how many there are
 *
 * Returns: (array length=n_faults): every fault, outcomes of the consent flow first
 */
const DeskSandboxFault *desk_sandbox_fault_list (guint      *n_faults);

/**
 * desk_sandbox_fault_find:
 *
 * Returns: (nullable): the fault called @name, or %NULL
 */
const DeskSandboxFault *desk_sandbox_fault_find (const char *name);

G_END_DECLS
