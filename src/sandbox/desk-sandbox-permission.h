/* desk-sandbox-permission.h: what a consent can be about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxPermission:
 * @name: `transactions` (fiskil-api.md 6)
 * @industry: `banking`, `energy`, or `common`, which goes with both
 * @scope: the scope at the data holder: `bank:transactions:read`
 * @description: in English; translated where people read it
 */
typedef struct
{
  const char *name;
  const char *industry;
  const char *scope;
  const char *description;
} DeskSandboxPermission;

/**
 * desk_sandbox_permission_list:
 * @industry: (nullable): only those that an institution of this industry can give
 *
 * Returns: (transfer container) (element-type DeskSandboxPermission): in a fixed order
 */
GPtrArray *desk_sandbox_permission_list  (const char         *industry);

/**
 * desk_sandbox_permission_select:
 * @wanted: (nullable): names; %NULL for everything
 *
 * Returns: (transfer full): the names in @wanted that an institution of @industry can give
 */
char     **desk_sandbox_permission_select (const char        *industry,
                                           const char *const *wanted);

/**
 * desk_sandbox_permission_are_known:
 *
 * Returns: whether each of @names is the name of a permission
 */
gboolean   desk_sandbox_permission_are_known (const char *const *names);

G_END_DECLS
