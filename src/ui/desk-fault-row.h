/* desk-fault-row.h: one fault of the sandbox: words, a switch, and what it takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-fault-switch.h"

G_BEGIN_DECLS

#define DESK_TYPE_FAULT_ROW (desk_fault_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskFaultRow, desk_fault_row, DESK, FAULT_ROW, AdwExpanderRow)

/* The row follows @fault: it never shows what the sandbox has not said. */
GtkWidget       *desk_fault_row_new       (DeskFaultSwitch *fault);
DeskFaultSwitch *desk_fault_row_get_fault (DeskFaultRow    *self);

/* Shows again what the fault is, after it could not be switched. What was entered stays. */
void             desk_fault_row_show      (DeskFaultRow    *self);

/**
 * DeskFaultRow::switched:
 * @spec: what the sandbox is to be told
 * @on: whether it is to be switched on
 *
 * The user asks for it; the switch waits.
 */

G_END_DECLS
