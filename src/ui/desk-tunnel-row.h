/* desk-tunnel-row.h: how webhooks get to this computer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DESK_TYPE_TUNNEL_ROW (desk_tunnel_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskTunnelRow, desk_tunnel_row, DESK, TUNNEL_ROW, AdwPreferencesRow)

/* Is not to be seen before a port is set. Both the address and the explanation can be copied. */
GtkWidget *desk_tunnel_row_new      (void);

/* @port: where webhooks are received on this computer; 0 hides the row */
void       desk_tunnel_row_set_port (DeskTunnelRow *self,
                                     guint16        port);

G_END_DECLS
