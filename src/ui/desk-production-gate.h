/* desk-production-gate.h: what cannot be undone for a real person has to be meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-context.h"

G_BEGIN_DECLS

/**
 * desk_production_gate_add:
 * @response: the one that cannot be undone
 * @end_user_id: whom it is about
 *
 * In production, asks for the e-mail of the end user (the id of one whose e-mail is not known) to be typed, and keeps the
 * response from being chosen until then. Elsewhere it does nothing.
 */
void desk_production_gate_add (AdwMessageDialog *dialog,
                               const char       *response,
                               DeskContext      *context,
                               const char       *end_user_id);

G_END_DECLS
