/* desk-link-query.h: the parameters of a URI's query, read with suspicion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskLinkQuery:
 *
 * The form-encoded parameters of one URI (`+` is a blank, fiskil-api.md 3.4), in
 * their order, repeated ones included. A value with a broken percent sequence,
 * a NUL or bytes that are not UTF-8 is *unreadable*: it is there, and equals nothing. Of more than
 * 1,000 parameters the rest is not read: then any name may carry a value, and none agrees.
 */
typedef struct _DeskLinkQuery DeskLinkQuery;

/**
 * desk_link_query_new_from_uri:
 * @uri: any text; its query is what lies between the first `?` and the `#`
 *
 * Returns: (transfer full): the parameters; none if @uri has no query
 */
DeskLinkQuery *desk_link_query_new_from_uri (const char          *uri);
void           desk_link_query_free         (DeskLinkQuery       *self);

/**
 * desk_link_query_has:
 *
 * Returns: whether @name is there, be its value empty or unreadable
 */
gboolean       desk_link_query_has          (const DeskLinkQuery *self,
                                             const char          *name);

/**
 * desk_link_query_carries:
 *
 * Returns: whether @name is there with any value but an empty one; an
 *   unreadable value counts
 */
gboolean       desk_link_query_carries      (const DeskLinkQuery *self,
                                             const char          *name);

/**
 * desk_link_query_agrees:
 *
 * Returns: whether every occurrence of @name is @value; %TRUE if there is none
 */
gboolean       desk_link_query_agrees       (const DeskLinkQuery *self,
                                             const char          *name,
                                             const char          *value);

/**
 * desk_link_query_includes:
 *
 * Returns: whether each parameter of @other is one of @self with the same value
 */
gboolean       desk_link_query_includes     (const DeskLinkQuery *self,
                                             const DeskLinkQuery *other);

/**
 * desk_link_query_get_first:
 *
 * Returns: (nullable): the first value of @name that is readable and not empty
 */
const char    *desk_link_query_get_first    (const DeskLinkQuery *self,
                                             const char          *name);

/**
 * desk_link_query_get_unique:
 *
 * Returns: (nullable): the value of @name if it is readable, not empty, and the
 *   same wherever @name is repeated
 */
const char    *desk_link_query_get_unique   (const DeskLinkQuery *self,
                                             const char          *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLinkQuery, desk_link_query_free)

G_END_DECLS
