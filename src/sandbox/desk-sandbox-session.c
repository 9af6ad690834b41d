/* desk-sandbox-session.c: one auth session, from its creation to its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-session.h"

#include "desk-sandbox-json.h"

DeskSandboxSession *
desk_sandbox_session_new_from_json (JsonObject *object)
{
  DeskSandboxSession *self = g_new0 (DeskSandboxSession, 1);

  self->id = g_strdup (desk_sandbox_json_get_string (object, "id"));
  self->end_user_id = g_strdup (desk_sandbox_json_get_string (object, "end_user_id"));
  self->redirect_uri = g_strdup (desk_sandbox_json_get_string (object, "redirect_uri"));
  self->cancel_uri = g_strdup (desk_sandbox_json_get_string (object, "cancel_uri"));
  self->institution_id = g_strdup (desk_sandbox_json_get_string (object, "institution_id"));
  self->pinned = self->institution_id != NULL;
  self->arrangement_id = g_strdup (desk_sandbox_json_get_string (object, "arrangement_id"));
  self->permissions = desk_sandbox_json_dup_strings (object, "permissions");
  self->expires_at = desk_sandbox_json_get_int (object, "expires_at", 0);
  self->status = (DeskSandboxSessionStatus) CLAMP (desk_sandbox_json_get_int (object, "status", 0),
                                                   DESK_SANDBOX_SESSION_OPEN, DESK_SANDBOX_SESSION_CANCELLED);
  return self;
}

void
desk_sandbox_session_free (DeskSandboxSession *self)
{
  g_free (self->id);
  g_free (self->end_user_id);
  g_free (self->redirect_uri);
  g_free (self->cancel_uri);
  g_free (self->institution_id);
  g_free (self->arrangement_id);
  g_strfreev (self->permissions);
  g_free (self->customer_id);
  g_strfreev (self->account_ids);
  g_free (self);
}

void
desk_sandbox_session_write (const DeskSandboxSession *self,
                            JsonBuilder              *builder)
{
  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "id", self->id);
  desk_sandbox_json_add_string (builder, "end_user_id", self->end_user_id);
  desk_sandbox_json_add_string (builder, "redirect_uri", self->redirect_uri);
  desk_sandbox_json_add_string (builder, "cancel_uri", self->cancel_uri);
  desk_sandbox_json_add_string (builder, "institution_id", self->pinned ? self->institution_id : NULL);
  desk_sandbox_json_add_string (builder, "arrangement_id", self->arrangement_id);
  desk_sandbox_json_add_strings (builder, "permissions", (const char *const *) self->permissions);
  desk_sandbox_json_add_int (builder, "expires_at", self->expires_at);
  desk_sandbox_json_add_int (builder, "status", self->status);
  json_builder_end_object (builder);
}

gboolean
desk_sandbox_session_is_open (const DeskSandboxSession *self,
                              gint64                    now)
{
  return self->status == DESK_SANDBOX_SESSION_OPEN && now < self->expires_at;
}

void
desk_sandbox_session_restart (DeskSandboxSession *self)
{
  self->allowed = FALSE;
  self->verified = FALSE;
  self->confirmed = FALSE;
  self->denied = FALSE;
  g_clear_pointer (&self->customer_id, g_free);
  g_clear_pointer (&self->account_ids, g_strfreev);
  if (!self->pinned)
    g_clear_pointer (&self->institution_id, g_free);
}
