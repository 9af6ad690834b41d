/* desk-sandbox-consent.c: one consent, active or ended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-consent.h"

#include "desk-sandbox-app.h"
#include "desk-sandbox-json.h"

/* The one value that is known (fiskil-api.md 2.3). */
#define TERMINATION_REASON "Expired or Revoked"

static char **
dup_strings (JsonObject *object,
             const char *name)
{
  char **strings = desk_sandbox_json_dup_strings (object, name);

  return strings != NULL ? strings : g_new0 (char *, 1);
}

DeskSandboxConsent *
desk_sandbox_consent_new_from_json (JsonObject *object)
{
  DeskSandboxConsent *self = g_new0 (DeskSandboxConsent, 1);

  self->arrangement_id = g_strdup (desk_sandbox_json_get_string (object, "arrangement_id"));
  self->end_user_id = g_strdup (desk_sandbox_json_get_string (object, "end_user_id"));
  self->institution_id = g_strdup (desk_sandbox_json_get_string (object, "institution_id"));
  self->customer_id = g_strdup (desk_sandbox_json_get_string (object, "customer_id"));
  self->account_ids = dup_strings (object, "account_ids");
  self->permissions = dup_strings (object, "permissions");
  self->created_at = desk_sandbox_json_get_int (object, "created_at", 0);
  self->renewed_at = desk_sandbox_json_get_int (object, "renewed_at", self->created_at);
  self->expires_at = desk_sandbox_json_get_int (object, "expires_at", 0);
  self->last_accessed = desk_sandbox_json_get_int (object, "last_accessed", 0);
  self->termination_reason = g_strdup (desk_sandbox_json_get_string (object, "termination_reason"));
  self->announced = (DeskSandboxAnnounced) CLAMP (desk_sandbox_json_get_int (object, "announced", 0),
                                                  DESK_SANDBOX_ANNOUNCED_NOTHING, DESK_SANDBOX_ANNOUNCED_ENDED);
  self->announced_expiry = desk_sandbox_json_get_int (object, "announced_expiry", 0);
  return self;
}

void
desk_sandbox_consent_free (DeskSandboxConsent *self)
{
  g_free (self->arrangement_id);
  g_free (self->end_user_id);
  g_free (self->institution_id);
  g_free (self->customer_id);
  g_strfreev (self->account_ids);
  g_strfreev (self->permissions);
  g_free (self->termination_reason);
  g_free (self);
}

void
desk_sandbox_consent_write (const DeskSandboxConsent *self,
                            JsonBuilder              *builder)
{
  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "arrangement_id", self->arrangement_id);
  desk_sandbox_json_add_string (builder, "end_user_id", self->end_user_id);
  desk_sandbox_json_add_string (builder, "institution_id", self->institution_id);
  desk_sandbox_json_add_string (builder, "customer_id", self->customer_id);
  desk_sandbox_json_add_strings (builder, "account_ids", (const char *const *) self->account_ids);
  desk_sandbox_json_add_strings (builder, "permissions", (const char *const *) self->permissions);
  desk_sandbox_json_add_int (builder, "created_at", self->created_at);
  desk_sandbox_json_add_int (builder, "renewed_at", self->renewed_at);
  desk_sandbox_json_add_int (builder, "expires_at", self->expires_at);
  desk_sandbox_json_add_int (builder, "last_accessed", self->last_accessed);
  desk_sandbox_json_add_string (builder, "termination_reason", self->termination_reason);
  desk_sandbox_json_add_int (builder, "announced", self->announced);
  desk_sandbox_json_add_int (builder, "announced_expiry", self->announced_expiry);
  json_builder_end_object (builder);
}

static void
show_lifetime (const DeskSandboxConsent *self,
               gint64                    now,
               JsonBuilder              *builder)
{
  gboolean active = desk_sandbox_consent_is_active (self, now);

  desk_sandbox_json_add_boolean (builder, "active", active);
  desk_sandbox_json_add_instant (builder, "created_at", self->created_at);
  desk_sandbox_json_add_instant (builder, "expires_at", self->expires_at);
  desk_sandbox_json_add_int (builder, "duration", DESK_SANDBOX_CONSENT_SECONDS);
  if (self->last_accessed != 0)
    desk_sandbox_json_add_instant (builder, "last_accessed", self->last_accessed);
  desk_sandbox_json_add_instant (builder, "last_consent", self->renewed_at);

  json_builder_set_member_name (builder, "termination_reason");
  if (active)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, TERMINATION_REASON);
}

void
desk_sandbox_consent_show (const DeskSandboxConsent     *self,
                           const char                   *end_user_email,
                           const DeskSandboxInstitution *institution,
                           const char                   *auth_origin,
                           gint64                        now,
                           JsonBuilder                  *builder)
{
  g_autofree char *app_logo = g_strconcat (auth_origin, "/", DESK_SANDBOX_APP_LOGO, NULL);

  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "arrangement_id", self->arrangement_id);
  desk_sandbox_json_add_strings (builder, "account_ids", (const char *const *) self->account_ids);
  desk_sandbox_json_add_strings (builder, "permissions", (const char *const *) self->permissions);
  desk_sandbox_json_add_string (builder, "app_name", DESK_SANDBOX_APP_NAME);
  desk_sandbox_json_add_string (builder, "app_logo", app_logo);
  desk_sandbox_json_add_string (builder, "end_user_id", self->end_user_id);
  desk_sandbox_json_add_string (builder, "end_user_email", end_user_email);
  desk_sandbox_json_add_string (builder, "institution_id", self->institution_id);
  if (institution != NULL)
    {
      g_autofree char *logo = g_strdup_printf ("%s/icons/%s-logo.svg", auth_origin, institution->id);

      desk_sandbox_json_add_string (builder, "institution_name", institution->name);
      desk_sandbox_json_add_string (builder, "institution_logo", logo);
      desk_sandbox_json_add_string (builder, "institution_type", institution->industry);
    }
  show_lifetime (self, now, builder);
  json_builder_end_object (builder);
}

gboolean
desk_sandbox_consent_is_active (const DeskSandboxConsent *self,
                                gint64                    now)
{
  return self->termination_reason == NULL && now < self->expires_at;
}

gboolean
desk_sandbox_consent_renew (DeskSandboxConsent *self,
                            gint64              now)
{
  if (!desk_sandbox_consent_is_active (self, now))
    return FALSE;

  self->renewed_at = now;
  self->expires_at = now + DESK_SANDBOX_CONSENT_SECONDS * G_USEC_PER_SEC;
  return TRUE;
}

void
desk_sandbox_consent_end (DeskSandboxConsent *self,
                          gint64              now)
{
  if (desk_sandbox_consent_is_active (self, now))
    self->termination_reason = g_strdup (TERMINATION_REASON);
}

void
desk_sandbox_consent_close (DeskSandboxConsent *self)
{
  if (self->termination_reason == NULL)
    self->termination_reason = g_strdup (TERMINATION_REASON);
}
