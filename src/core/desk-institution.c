/* desk-institution.c: a bank or an energy retailer (a data holder's brand)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-institution.h"

#include "desk-json-read.h"

struct _DeskInstitution
{
  GObject                parent_instance;

  char                  *id;       /* (owned) */
  char                  *name;     /* (owned) */
  char                  *industry; /* (owned) (nullable) */
  gboolean               accessible;
  int                    priority;
  DeskInstitutionHealth  health;
};

G_DEFINE_FINAL_TYPE (DeskInstitution, desk_institution, G_TYPE_OBJECT)

static void
desk_institution_finalize (GObject *object)
{
  DeskInstitution *self = DESK_INSTITUTION (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->industry);

  G_OBJECT_CLASS (desk_institution_parent_class)->finalize (object);
}

static void
desk_institution_class_init (DeskInstitutionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_institution_finalize;
}

static void
desk_institution_init (DeskInstitution *self)
{
}

static DeskInstitutionHealth
read_health (DeskJsonSlice slice)
{
  DeskJsonSlice status = desk_json_slice_get_path (slice, "status.connections.status");

  if (desk_json_slice_equals_string (status, "HEALTHY"))
    return DESK_INSTITUTION_HEALTH_HEALTHY;
  if (desk_json_slice_equals_string (status, "DEGRADED"))
    return DESK_INSTITUTION_HEALTH_DEGRADED;
  if (desk_json_slice_equals_string (status, "OUTAGE"))
    return DESK_INSTITUTION_HEALTH_OUTAGE;

  return DESK_INSTITUTION_HEALTH_UNKNOWN;
}

static int
read_priority (DeskJsonSlice slice)
{
  gint64 priority = 0;

  desk_json_slice_get_int64 (desk_json_slice_get_member (slice, "priority"), &priority);

  return (int) CLAMP (priority, G_MININT, G_MAXINT);
}

DeskInstitution *
desk_institution_new_from_json (DeskJsonSlice   slice,
                                GError        **error)
{
  g_autofree char *id = NULL;
  DeskInstitution *self;

  id = desk_json_read_id (slice, (const char *const[]) { "id", NULL }, error);
  if (id == NULL)
    return NULL;

  self = g_object_new (DESK_TYPE_INSTITUTION, NULL);
  self->id = g_steal_pointer (&id);
  self->name = desk_json_read_text (slice, "name");
  if (self->name == NULL)
    self->name = g_strdup (self->id);
  self->industry = desk_json_read_text (slice, "industry");
  /* The flag is optional: an institution that is listed without it may be used (fiskil-api.md 2.4). */
  self->accessible = desk_json_read_boolean (slice, "is_accessible", TRUE);
  self->priority = read_priority (slice);
  self->health = read_health (slice);

  return self;
}

const char *
desk_institution_get_id (DeskInstitution *self)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION (self), NULL);

  return self->id;
}

const char *
desk_institution_get_name (DeskInstitution *self)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION (self), NULL);

  return self->name;
}

const char *
desk_institution_get_industry (DeskInstitution *self)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION (self), NULL);

  return self->industry;
}

gboolean
desk_institution_is_accessible (DeskInstitution *self)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION (self), FALSE);

  return self->accessible;
}

int
desk_institution_get_priority (DeskInstitution *self)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION (self), 0);

  return self->priority;
}

DeskInstitutionHealth
desk_institution_get_health (DeskInstitution *self)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION (self), DESK_INSTITUTION_HEALTH_UNKNOWN);

  return self->health;
}
