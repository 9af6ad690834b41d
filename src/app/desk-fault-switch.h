/* desk-fault-switch.h: one fault of the sandbox, and whether it is on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-json.h"

G_BEGIN_DECLS

#define DESK_TYPE_FAULT_SWITCH (desk_fault_switch_get_type ())
G_DECLARE_FINAL_TYPE (DeskFaultSwitch, desk_fault_switch, DESK, FAULT_SWITCH, GObject)

/**
 * DeskFaultSwitch:
 *
 * Property `on`, to be read: whether the fault is on.
 */

/**
 * desk_fault_switch_new_from_json:
 * @record: one of the answer to `GET /sandbox/faults`
 *
 * Returns: (transfer full) (nullable): %NULL if it has no name
 */
DeskFaultSwitch *desk_fault_switch_new_from_json   (DeskJsonSlice    record);

/* Takes over whether @other is on. */
void             desk_fault_switch_update_from     (DeskFaultSwitch *self,
                                                    DeskFaultSwitch *other);
const char      *desk_fault_switch_get_name        (DeskFaultSwitch *self);

/* (nullable): one sentence */
const char      *desk_fault_switch_get_description (DeskFaultSwitch *self);

/* (nullable): what may follow the name: `duration`, `nth`, `bytes`, `status`, `media_type` or `lookalike` */
const char      *desk_fault_switch_get_parameter   (DeskFaultSwitch *self);

/* (nullable): the parameter that counts if none is given */
const char      *desk_fault_switch_get_fallback    (DeskFaultSwitch *self);
gboolean         desk_fault_switch_get_takes_scope (DeskFaultSwitch *self);
gboolean         desk_fault_switch_get_on          (DeskFaultSwitch *self);

/**
 * desk_fault_switch_dup_spec:
 * @parameter: (nullable): "" counts as none
 * @scope: (nullable): "" counts as none
 *
 * Returns: (transfer full): how the sandbox is told: `latency:300ms@banking/transactions`
 */
char            *desk_fault_switch_dup_spec        (DeskFaultSwitch *self,
                                                    const char      *parameter,
                                                    const char      *scope);

G_END_DECLS
