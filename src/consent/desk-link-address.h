/* desk-link-address.h: a web address, taken apart for comparison
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-query.h"

G_BEGIN_DECLS

/**
 * DeskLinkAddress:
 * @origin: scheme, host and effective port (desk_http_dup_origin())
 * @path: as written, percent sequences and case included; `/` if there is none
 * @query: the parameters
 */
typedef struct
{
  char          *origin;
  char          *path;
  DeskLinkQuery *query;
} DeskLinkAddress;

/**
 * desk_link_address_parse:
 * @uri: (nullable): text from outside
 *
 * Browsers read a backslash as a slash and drop control characters, other readers do not. What
 * could be read in two ways (either of them before the path, a control character anywhere) is no address.
 *
 * Returns: (transfer full) (nullable): the parts of an http or https address, %NULL for anything else
 */
DeskLinkAddress *desk_link_address_parse (const char            *uri);
void             desk_link_address_free  (DeskLinkAddress       *self);

/**
 * desk_link_address_has_same_target:
 *
 * Returns: whether both have the same scheme, host, effective port and path
 */
gboolean         desk_link_address_has_same_target (const DeskLinkAddress *self,
                                                    const DeskLinkAddress *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLinkAddress, desk_link_address_free)

G_END_DECLS
