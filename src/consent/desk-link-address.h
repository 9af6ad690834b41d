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
 * @foreign: (nullable): all before the path as written, if it is not ASCII
 * @path: as written, percent sequences and case included; `/` if there is none
 * @query: the parameters
 */
typedef struct
{
  char          *origin;
  char          *foreign;
  char          *path;
  DeskLinkQuery *query;
} DeskLinkAddress;

/**
 * desk_link_address_parse:
 * @uri: (nullable): text from outside
 *
 * Browsers read a backslash as a slash, drop control characters and decode percent sequences in
 * a host; other readers do not. What could be read in two ways (any of them before the path, a
 * control character anywhere) is no address.
 *
 * Returns: (transfer full) (nullable): the parts of an http or https address, %NULL for anything else
 */
DeskLinkAddress *desk_link_address_parse (const char            *uri);
void             desk_link_address_free  (DeskLinkAddress       *self);

/**
 * desk_link_address_has_same_target:
 * @self: where a page goes
 * @other: an address that we chose
 *
 * Browsers hand over a host in ASCII (punycode), whatever was written. The rules by which letters
 * are mapped to it differ, so a host of @self that is not ASCII is that of @other only if
 * it is written alike.
 *
 * Returns: whether both have the same scheme, host, effective port and path
 */
gboolean         desk_link_address_has_same_target (const DeskLinkAddress *self,
                                                    const DeskLinkAddress *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLinkAddress, desk_link_address_free)

G_END_DECLS
