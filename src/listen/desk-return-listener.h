/* desk-return-listener.h: waits for the system's browser to come back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DESK_TYPE_RETURN_LISTENER (desk_return_listener_get_type ())
G_DECLARE_FINAL_TYPE (DeskReturnListener, desk_return_listener, DESK, RETURN_LISTENER, GObject)

/**
 * DeskReturnListener::ignore:
 * @uri: the whole URI that was called, with its query
 *
 * Somebody came back with the right state. No handler may stop the listener.
 *
 * Returns: whether this is not the answer that is awaited: the browser is told so, and the listener goes on. %FALSE without
 *   a handler
 */

/**
 * DeskReturnListener::returned:
 * @uri: the whole URI that was called, with its query
 *
 * The browser came back, and has its answer. Emitted once at most; the listener
 * has ended when the last handler returns.
 */

/**
 * desk_return_listener_new:
 * @state: the random text of this attempt, which the browser must bring back
 *   in the query as `state`
 *
 * A listener on 127.0.0.1 for one consent attempt in the system's browser
 * (RFC 8252 section 7.3). It takes `GET /linked` and `GET /cancelled` with the right state,
 * once. Everything else is answered with 404, and so is what #DeskReturnListener::ignore says.
 *
 * Returns: (transfer full): a listener that does not listen yet
 */
DeskReturnListener *desk_return_listener_new      (const char          *state);

/**
 * desk_return_listener_start:
 * @port: where to listen; 0 takes any free port
 *
 * Returns: %FALSE with @error set in #G_IO_ERROR if the port cannot be had
 */
gboolean            desk_return_listener_start    (DeskReturnListener  *self,
                                                   guint16              port,
                                                   GError             **error);

/**
 * desk_return_listener_get_port:
 *
 * Returns: where it listens, or 0 if it does not
 */
guint16             desk_return_listener_get_port (DeskReturnListener  *self);

/**
 * desk_return_listener_stop:
 *
 * Ends listening at once and without #DeskReturnListener::returned. May be called at any time.
 */
void                desk_return_listener_stop     (DeskReturnListener  *self);

G_END_DECLS
