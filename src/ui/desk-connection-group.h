/* desk-connection-group.h: shows the test of a connection, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-connection-test.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONNECTION_GROUP (desk_connection_group_get_type ())
G_DECLARE_FINAL_TYPE (DeskConnectionGroup, desk_connection_group, DESK, CONNECTION_GROUP, AdwPreferencesGroup)

/* Tries the environment; a test that is under way is given up. Signal `finished` (whether all is well). */
void desk_connection_group_run   (DeskConnectionGroup *self,
                                  DeskEnvironment     *environment,
                                  const char          *client_id,
                                  const char          *client_secret);

/* Gives up what is under way, and forgets what was found: it was about other settings. */
void desk_connection_group_reset (DeskConnectionGroup *self);

G_END_DECLS
