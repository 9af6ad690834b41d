/* desk-api-gate.h: lets only so many requests be under way, and only so many begin in a second
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DESK_TYPE_API_GATE (desk_api_gate_get_type ())
G_DECLARE_FINAL_TYPE (DeskApiGate, desk_api_gate, DESK, API_GATE, GObject)

/**
 * desk_api_gate_new:
 * @n_places: how many may be inside at a time
 */
DeskApiGate *desk_api_gate_new          (guint                 n_places);

/* @per_second: how many may enter in a second; 0, as it is at first, for any number */
void         desk_api_gate_set_rate     (DeskApiGate          *self,
                                         guint                 per_second);
guint        desk_api_gate_get_rate     (DeskApiGate          *self);

/**
 * desk_api_gate_enter_async:
 *
 * Those who came first enter first. Who has entered, so that the finish function returns %TRUE, has to leave, even if
 * it was cancelled meanwhile; it returns %FALSE with %G_IO_ERROR_CANCELLED if it was before.
 */
void         desk_api_gate_enter_async  (DeskApiGate          *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean     desk_api_gate_enter_finish (DeskApiGate          *self,
                                         GAsyncResult         *result,
                                         GError              **error);
void         desk_api_gate_leave        (DeskApiGate          *self);

G_END_DECLS
