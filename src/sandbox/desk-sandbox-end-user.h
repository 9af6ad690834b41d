/* desk-sandbox-end-user.h: an end user as the sandbox keeps it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxEndUser:
 * @sequence: the order of creation
 * @id: (owned): `eu_…`
 * @email: (owned) (nullable)
 * @name: (owned) (nullable)
 * @phone: (owned) (nullable): E.164
 * @abn: (owned) (nullable): the Australian Business Number
 */
typedef struct
{
  guint64  sequence;
  char    *id;
  char    *email;
  char    *name;
  char    *phone;
  char    *abn;
} DeskSandboxEndUser;

/**
 * desk_sandbox_end_user_new_from_json:
 *
 * Reads what desk_sandbox_end_user_write() wrote.
 *
 * Returns: (transfer full): the end user; absent members are %NULL
 */
DeskSandboxEndUser *desk_sandbox_end_user_new_from_json (JsonObject               *object);
void                desk_sandbox_end_user_free          (DeskSandboxEndUser       *self);

/**
 * desk_sandbox_end_user_write:
 *
 * Adds the end user to @builder as one object, as the API shows it (fiskil-api.md 2.1).
 */
void                desk_sandbox_end_user_write         (const DeskSandboxEndUser *self,
                                                         JsonBuilder              *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxEndUser, desk_sandbox_end_user_free)

G_END_DECLS
