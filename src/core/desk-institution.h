/* desk-institution.h: a bank or an energy retailer (a data holder's brand)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskInstitutionHealth:
 *
 * `status.connections.status` (fiskil-api.md 2.4); unknown words are %DESK_INSTITUTION_HEALTH_UNKNOWN.
 */
typedef enum
{
  DESK_INSTITUTION_HEALTH_UNKNOWN,
  DESK_INSTITUTION_HEALTH_HEALTHY,
  DESK_INSTITUTION_HEALTH_DEGRADED,
  DESK_INSTITUTION_HEALTH_OUTAGE,
} DeskInstitutionHealth;

#define DESK_TYPE_INSTITUTION (desk_institution_get_type ())
G_DECLARE_FINAL_TYPE (DeskInstitution, desk_institution, DESK, INSTITUTION, GObject)

DeskInstitution       *desk_institution_new_from_json  (DeskJsonSlice     slice,
                                                        GError          **error);
const char            *desk_institution_get_id         (DeskInstitution  *self);
const char            *desk_institution_get_name       (DeskInstitution  *self);
const char            *desk_institution_get_industry   (DeskInstitution  *self);
gboolean               desk_institution_is_accessible  (DeskInstitution  *self);
int                    desk_institution_get_priority   (DeskInstitution  *self);
DeskInstitutionHealth  desk_institution_get_health     (DeskInstitution  *self);

G_END_DECLS
