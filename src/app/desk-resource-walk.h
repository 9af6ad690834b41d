/* desk-resource-walk.h: whom to ask for a data set of an end user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-walk.h"
#include "desk-consent.h"

G_BEGIN_DECLS

/**
 * desk_resource_walk_new:
 * @consents: (element-type DeskConsent): the active ones of the end user
 * @filters: (nullable) (array zero-terminated=1): `name=value` texts, as for desk_api_fetch_new(). One that names an
 *   institution, a retailer or a parent row makes the walk go there alone
 *
 * Returns: (transfer full): a walk over the end user, or over the institutions of @consents where the data set is
 *   theirs; each institution once
 */
DeskApiWalk *desk_resource_walk_new             (DeskApiClient      *client,
                                                 const DeskResource *resource,
                                                 const char         *end_user_id,
                                                 GPtrArray          *consents,
                                                 const char *const  *filters);

/**
 * desk_resource_walk_dup_filters:
 *
 * Returns: (transfer full): the names of all filters that desk_resource_walk_new() takes, the resource's own first
 */
char       **desk_resource_walk_dup_filters     (const DeskResource *resource);

G_END_DECLS
