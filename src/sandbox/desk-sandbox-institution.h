/* desk-sandbox-institution.h: a bank or an energy retailer of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxHealth:
 * @DESK_SANDBOX_HEALTH_HEALTHY: links work
 * @DESK_SANDBOX_HEALTH_DEGRADED: links mostly work
 * @DESK_SANDBOX_HEALTH_OUTAGE: links do not work, so none may be started
 *
 * `status.connections.status` (fiskil-api.md 2.4).
 */
typedef enum
{
  DESK_SANDBOX_HEALTH_HEALTHY,
  DESK_SANDBOX_HEALTH_DEGRADED,
  DESK_SANDBOX_HEALTH_OUTAGE,
} DeskSandboxHealth;

/**
 * DeskSandboxOpens:
 * @DESK_SANDBOX_OPENS_FRAME: anywhere, also in a frame
 * @DESK_SANDBOX_OPENS_TOP: breaks out of a frame to the top level
 * @DESK_SANDBOX_OPENS_POPUP: the log-in opens in a window of its own, which reports back
 * @DESK_SANDBOX_OPENS_REFUSES_FRAMING: forbids browsers to show its pages in a frame
 *
 * How an institution's own pages open.
 */
typedef enum
{
  DESK_SANDBOX_OPENS_FRAME,
  DESK_SANDBOX_OPENS_TOP,
  DESK_SANDBOX_OPENS_POPUP,
  DESK_SANDBOX_OPENS_REFUSES_FRAMING,
} DeskSandboxOpens;

/**
 * DeskSandboxInstitution:
 * @id: (owned): a short decimal string: `88888`
 * @name: (owned): as shown to people
 * @industry: `banking` or `energy`
 * @colour: (owned): the brand's colour for its pages and its badge: `#b3541e`
 * @priority: the order in the institution picker, lowest first
 * @offers: (owned) (element-type DeskSandboxOffer): its products or plans
 * @health: whether links work
 * @opens: how its pages open
 * @drawing: (nullable): a constant of the program: the square icon as SVG elements for a
 *   view box of 64 by 64; %NULL for a tile with the first letter
 */
typedef struct
{
  char              *id;
  char              *name;
  const char        *industry;
  char              *colour;
  int                priority;
  GPtrArray         *offers;
  DeskSandboxHealth  health;
  DeskSandboxOpens   opens;
  const char        *drawing;
} DeskSandboxInstitution;

/**
 * desk_sandbox_institution_new:
 * @industry: `banking` or `energy`
 *
 * Returns: (transfer full): an institution that is healthy, opens anywhere and has no drawing
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

/**
 * desk_sandbox_institution_get_status:
 *
 * Returns: `HEALTHY`, `DEGRADED` or `OUTAGE`
 */
const char             *desk_sandbox_institution_get_status (const DeskSandboxInstitution *self);

/**
 * desk_sandbox_institution_dup_icon:
 *
 * Returns: (transfer full): the square icon as an SVG document
 */
char                   *desk_sandbox_institution_dup_icon (const DeskSandboxInstitution *self);

/**
 * desk_sandbox_institution_dup_logo:
 *
 * Returns: (transfer full): the icon and the name beside it as an SVG document
 */
char                   *desk_sandbox_institution_dup_logo (const DeskSandboxInstitution *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxInstitution, desk_sandbox_institution_free)

G_END_DECLS
