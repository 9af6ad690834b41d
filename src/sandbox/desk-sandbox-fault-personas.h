/* desk-sandbox-fault-personas.h: one persona for each fault
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_fault_personas_new:
 * @personas: (element-type DeskSandboxPersona): those of a persona file
 * @key: which of them all live like
 *
 * The e-mail of each is the name of the fault at `faults.example`. There is none for a fault that acts
 * before anybody is known.
 *
 * Returns: (transfer full) (element-type DeskSandboxPersona): customers of the model's bank who carry a
 *   fault each; empty if there is no @key
 */
GPtrArray *desk_sandbox_fault_personas_new (GPtrArray  *personas,
                                            const char *key);

G_END_DECLS
