/* desk-consent.c: what an end user shares with us from one institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent.h"

#include "desk-catalogue.h"
#include "desk-json-read.h"

#define EXPIRING_DAYS 30

struct _DeskConsent
{
  GObject   parent_instance;

  char     *id;                 /* (owned) */
  char     *end_user_id;        /* (owned) (nullable) */
  char     *institution_id;     /* (owned) (nullable) */
  char     *institution_name;   /* (owned) (nullable) */
  char     *institution_type;   /* (owned) (nullable): "banking" or "energy" */
  char    **permissions;        /* (owned) */
  char    **account_ids;        /* (owned) */
  char     *termination_reason; /* (owned) (nullable) */
  gboolean  active;             /* as the service says */
  gint64    created_at;         /* this and the next: microseconds, 0 if none was sent */
  gint64    expires_at;
  gint64    last_accessed;
  gint64    last_consent;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskConsent, desk_consent, G_TYPE_OBJECT)

static void
desk_consent_clear (DeskConsent *self)
{
  g_clear_pointer (&self->end_user_id, g_free);
  g_clear_pointer (&self->institution_id, g_free);
  g_clear_pointer (&self->institution_name, g_free);
  g_clear_pointer (&self->institution_type, g_free);
  g_clear_pointer (&self->permissions, g_strfreev);
  g_clear_pointer (&self->account_ids, g_strfreev);
  g_clear_pointer (&self->termination_reason, g_free);
}

static void
desk_consent_finalize (GObject *object)
{
  DeskConsent *self = DESK_CONSENT (object);

  desk_consent_clear (self);
  g_free (self->id);

  G_OBJECT_CLASS (desk_consent_parent_class)->finalize (object);
}

static void
desk_consent_class_init (DeskConsentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_consent_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_consent_init (DeskConsent *self)
{
}

DeskConsent *
desk_consent_new_from_json (DeskJsonSlice   slice,
                            GError        **error)
{
  g_autofree char *id = NULL;
  DeskConsent *self;

  id = desk_json_read_id (slice, (const char *const[]) { "arrangement_id", NULL }, error);
  if (id == NULL)
    return NULL;

  self = g_object_new (DESK_TYPE_CONSENT, NULL);
  self->id = g_steal_pointer (&id);
  self->end_user_id = desk_json_read_text (slice, "end_user_id");
  self->institution_id = desk_json_read_text (slice, "institution_id");
  self->institution_name = desk_json_read_text (slice, "institution_name");
  self->institution_type = desk_json_read_text (slice, "institution_type");
  self->permissions = desk_json_read_texts (slice, "permissions");
  self->account_ids = desk_json_read_texts (slice, "account_ids");
  self->termination_reason = desk_json_read_text (slice, "termination_reason");
  self->active = desk_json_read_boolean (slice, "active", TRUE);
  self->created_at = desk_json_read_instant (slice, "created_at");
  self->expires_at = desk_json_read_instant (slice, "expires_at");
  self->last_accessed = desk_json_read_instant (slice, "last_accessed");
  self->last_consent = desk_json_read_instant (slice, "last_consent");

  return self;
}

const char *
desk_consent_get_id (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), NULL);

  return self->id;
}

const char *
desk_consent_get_end_user_id (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), NULL);

  return self->end_user_id;
}

const char *
desk_consent_get_institution_id (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), NULL);

  return self->institution_id;
}

const char *
desk_consent_get_institution_name (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), NULL);

  return self->institution_name;
}

const char *
desk_consent_get_institution_type (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), NULL);

  return self->institution_type;
}

const char *const *
desk_consent_get_permissions (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), NULL);

  return (const char *const *) self->permissions;
}

const char *const *
desk_consent_get_account_ids (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), NULL);

  return (const char *const *) self->account_ids;
}

const char *
desk_consent_get_termination_reason (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), NULL);

  return self->termination_reason;
}

gboolean
desk_consent_get_active (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), FALSE);

  return self->active;
}

gint64
desk_consent_get_created_at (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), 0);

  return self->created_at;
}

gint64
desk_consent_get_expires_at (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), 0);

  return self->expires_at;
}

gint64
desk_consent_get_last_accessed (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), 0);

  return self->last_accessed;
}

gint64
desk_consent_get_last_consent (DeskConsent *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), 0);

  return self->last_consent;
}

DeskConsentStatus
desk_consent_get_status (DeskConsent *self,
                         gint64       now)
{
  int days_left;

  g_return_val_if_fail (DESK_IS_CONSENT (self), DESK_CONSENT_STATUS_ENDED);

  days_left = desk_consent_get_days_left (self, now);

  if (!self->active || days_left == 0)
    return DESK_CONSENT_STATUS_ENDED;
  if (days_left > 0 && days_left <= EXPIRING_DAYS)
    return DESK_CONSENT_STATUS_EXPIRING;

  return DESK_CONSENT_STATUS_ACTIVE;
}

int
desk_consent_get_days_left (DeskConsent *self,
                            gint64       now)
{
  gint64 days;

  g_return_val_if_fail (DESK_IS_CONSENT (self), -1);

  if (!self->active)
    return 0;
  if (self->expires_at == 0)
    return -1;
  if (self->expires_at <= now)
    return 0;

  /* Unsigned, because the ends of the range are from outside. */
  days = (gint64) (((guint64) self->expires_at - (guint64) now - 1) / G_TIME_SPAN_DAY) + 1;

  return (int) MIN (days, G_MAXINT);
}

gboolean
desk_consent_has_permission (DeskConsent *self,
                             const char  *permission)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), FALSE);
  g_return_val_if_fail (permission != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->permissions, permission);
}

static gboolean
is_of_same_industry (const DeskResource *one,
                     const DeskResource *other)
{
  return desk_resource_is_banking (one) == desk_resource_is_banking (other) &&
         desk_resource_is_energy (one) == desk_resource_is_energy (other);
}

/* A service that does not say what an institution is tells it by what can be granted. */
static gboolean
grants_any_of_industry (DeskConsent        *self,
                        const DeskResource *resource)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    if (resources[i]->permission != NULL && is_of_same_industry (resource, resources[i]) &&
        desk_consent_has_permission (self, resources[i]->permission))
      return TRUE;

  return FALSE;
}

gboolean
desk_consent_covers (DeskConsent        *self,
                     const DeskResource *resource)
{
  g_return_val_if_fail (DESK_IS_CONSENT (self), FALSE);
  g_return_val_if_fail (resource != NULL, FALSE);

  if (resource->permission != NULL)
    return desk_consent_has_permission (self, resource->permission);

  if (desk_resource_is_banking (resource) && self->institution_type != NULL)
    return g_str_equal (self->institution_type, "banking");

  if (desk_resource_is_energy (resource) && self->institution_type != NULL)
    return g_str_equal (self->institution_type, "energy");

  return grants_any_of_industry (self, resource) ||
         !(desk_resource_is_banking (resource) || desk_resource_is_energy (resource));
}

static gboolean
desk_consent_equal (DeskConsent *self,
                    DeskConsent *other)
{
  return self->active == other->active
         && self->created_at == other->created_at
         && self->expires_at == other->expires_at
         && self->last_accessed == other->last_accessed
         && self->last_consent == other->last_consent
         && g_strcmp0 (self->end_user_id, other->end_user_id) == 0
         && g_strcmp0 (self->institution_id, other->institution_id) == 0
         && g_strcmp0 (self->institution_name, other->institution_name) == 0
         && g_strcmp0 (self->institution_type, other->institution_type) == 0
         && g_strcmp0 (self->termination_reason, other->termination_reason) == 0
         && g_strv_equal ((const char *const *) self->permissions, (const char *const *) other->permissions)
         && g_strv_equal ((const char *const *) self->account_ids, (const char *const *) other->account_ids);
}

static void
desk_consent_take_over (DeskConsent *self,
                        DeskConsent *other)
{
  desk_consent_clear (self);

  self->end_user_id = g_strdup (other->end_user_id);
  self->institution_id = g_strdup (other->institution_id);
  self->institution_name = g_strdup (other->institution_name);
  self->institution_type = g_strdup (other->institution_type);
  self->permissions = g_strdupv (other->permissions);
  self->account_ids = g_strdupv (other->account_ids);
  self->termination_reason = g_strdup (other->termination_reason);
  self->active = other->active;
  self->created_at = other->created_at;
  self->expires_at = other->expires_at;
  self->last_accessed = other->last_accessed;
  self->last_consent = other->last_consent;
}

void
desk_consent_update_from (DeskConsent *self,
                          DeskConsent *other)
{
  g_return_if_fail (DESK_IS_CONSENT (self));
  g_return_if_fail (DESK_IS_CONSENT (other));
  g_return_if_fail (g_str_equal (self->id, other->id));

  if (desk_consent_equal (self, other))
    return;

  desk_consent_take_over (self, other);
  g_signal_emit (self, signals[CHANGED], 0);
}
