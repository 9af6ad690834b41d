/* desk-live.h: acts on webhooks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_LIVE (desk_live_get_type ())
G_DECLARE_FINAL_TYPE (DeskLive, desk_live, DESK, LIVE, GObject)

/**
 * desk_live_new:
 * @context: (unowned): until desk_live_stop()
 *
 * Receives the webhooks of an environment and does what they are about. An event is a hint, never a fact: after
 * `consent.*` the service is asked for its consents, after `*.sync.completed` the data set is fetched, many together and
 * none that has been fetched since, unless nothing is to be fetched in the background. Each webhook, valid or not, goes to
 * the inspector.
 */
DeskLive *desk_live_new      (DeskContext  *context);

/**
 * desk_live_listen:
 * @secret: in base64
 * @port: 0 for any that is free
 *
 * Instead of where it listened before. Returns: %FALSE with @error set in #G_IO_ERROR
 */
gboolean  desk_live_listen   (DeskLive     *self,
                              const char   *secret,
                              guint16       port,
                              GError      **error);

/**
 * desk_live_join_sandbox:
 *
 * Listens on any port with a secret of its own, and tells the sandbox. Without it the window still works as without webhooks;
 * that it failed is logged.
 */
void      desk_live_join_sandbox (DeskLive *self);

/**
 * desk_live_join_environment:
 * @keyring: knows the secret of the environment's webhooks
 *
 * Listens on the environment's port, if it has one and the secret is known; that it failed is logged.
 */
void      desk_live_join_environment (DeskLive    *self,
                                      DeskKeyring *keyring);

/* For good: the context goes, and what is under way may hold this for a while. Called by dispose. */
void      desk_live_stop     (DeskLive     *self);

/* Returns: (transfer full) (nullable): where webhooks are to be sent to, while it listens */
char     *desk_live_dup_uri  (DeskLive     *self);

/* Returns: when the last valid webhook came, microseconds since the epoch by the context's clock; 0 if none did */
gint64    desk_live_get_heard_at (DeskLive *self);

G_END_DECLS
