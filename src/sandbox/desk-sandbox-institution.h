/* desk-sandbox-institution.h: a bank or an energy retailer of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxInstitution:
 * @id: (owned): a short decimal string: `88888`
 * @name: (owned): as shown to people
 * @industry: `banking` or `energy`
 * @colour: (owned): the brand's colour for its pages and its badge: `#b3541e`
 * @priority: the order in the institution picker, lowest first
 * @offers: (owned) (element-type DeskSandboxOffer): its products or plans
 */
typedef struct
{
  char       *id;
  char       *name;
  const char *industry;
  char       *colour;
  int         priority;
  GPtrArray  *offers;
} DeskSandboxInstitution;

/**
 * desk_sandbox_institution_new:
 * @industry: `banking` or `energy`
 *
 * Returns: (transfer full): an institution
 */
DeskSandboxInstitution *desk_sandbox_institution_new  (const char             *id,
                                                       const char             *name,
                                                       const char             *industry,
                                                       const char             *colour,
                                                       int                     priority);

/**
 * desk_sandbox_institution_add_offer:
 * @json: a product or a plan, as desk_sandbox_offer_new() takes it
 * @error: set in #DESK_JSON_ERROR if it cannot be served
 *
 * Returns: %FALSE with @error set if nothing was added
 */
gboolean                desk_sandbox_institution_add_offer (DeskSandboxInstitution  *self,
                                                            const char              *json,
                                                            GError                 **error);
void                    desk_sandbox_institution_free (DeskSandboxInstitution *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxInstitution, desk_sandbox_institution_free)

G_END_DECLS
