/* desk-identity-group.h: one identity as rows that can be copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-identity.h"

G_BEGIN_DECLS

/**
 * desk_identity_group_new:
 * @institution_name: (nullable): who knows the customer as this
 *
 * Returns: (transfer floating): the group
 */
AdwPreferencesGroup *desk_identity_group_new (const DeskIdentity *identity,
                                              const char         *institution_name);

G_END_DECLS
