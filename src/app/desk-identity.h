/* desk-identity.h: who a customer is, as one institution knows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskIdentityEntry:
 * @label: (owned): what it is, in the user's language: "Home e-mail, preferred"
 * @value: (owned): as it was received
 */
typedef struct
{
  char *label;
  char *value;
} DeskIdentityEntry;

/**
 * DeskIdentity:
 * @institution_id: (owned) (nullable)
 * @arrangement_id: (owned) (nullable): of which consent
 * @updated: microseconds since the epoch; 0 if unknown
 * @entries: (owned) (element-type DeskIdentityEntry): names first
 */
typedef struct
{
  char      *institution_id;
  char      *arrangement_id;
  gint64     updated;
  GPtrArray *entries;
} DeskIdentity;

/**
 * desk_identity_new:
 * @record: a record of `common.identity` (fiskil-api.md 9.3)
 *
 * The tag `customer_u_type` says whether the person or the organisation counts; one that does not fit falls back to
 * what is there. What is absent or empty has no entry.
 */
DeskIdentity *desk_identity_new  (DeskJsonSlice  record);
void          desk_identity_free (DeskIdentity  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskIdentity, desk_identity_free)

G_END_DECLS
