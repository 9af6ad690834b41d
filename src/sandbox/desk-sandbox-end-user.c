/* desk-sandbox-end-user.c: an end user as the sandbox keeps it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-end-user.h"

#include "desk-sandbox-json.h"

DeskSandboxEndUser *
desk_sandbox_end_user_new_from_json (JsonObject *object)
{
  DeskSandboxEndUser *self = g_new0 (DeskSandboxEndUser, 1);

  self->id = g_strdup (desk_sandbox_json_get_string (object, "id"));
  self->email = g_strdup (desk_sandbox_json_get_string (object, "email"));
  self->name = g_strdup (desk_sandbox_json_get_string (object, "name"));
  self->phone = g_strdup (desk_sandbox_json_get_string (object, "phone"));
  self->abn = g_strdup (desk_sandbox_json_get_string (object, "abn"));
  return self;
}

void
desk_sandbox_end_user_free (DeskSandboxEndUser *self)
{
  g_free (self->id);
  g_free (self->email);
  g_free (self->name);
  g_free (self->phone);
  g_free (self->abn);
  g_free (self);
}

void
desk_sandbox_end_user_write (const DeskSandboxEndUser *self,
                             JsonBuilder              *builder)
{
  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "id", self->id);
  desk_sandbox_json_add_string (builder, "email", self->email);
  desk_sandbox_json_add_string (builder, "name", self->name);
  desk_sandbox_json_add_string (builder, "phone", self->phone);
  desk_sandbox_json_add_string (builder, "abn", self->abn);
  json_builder_end_object (builder);
}
