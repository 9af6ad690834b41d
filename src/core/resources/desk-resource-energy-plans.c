/* desk-resource-energy-plans.c: what an energy retailer offers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

const DeskResource desk_resource_energy_plans =
{
  .name = "energy.plans",
  .label = N_("Plans"),
  .paths = (const char *const[]) { "/energy/plans", NULL },
  .root_keys = (const char *const[]) { "plans", NULL },
  .scope = DESK_RESOURCE_SCOPE_RETAILER,
  .scope_parameters = (const char *const[]) { "institution_id", NULL },
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { "retailer_id", "status", NULL },
  .all_filters = (const char *const[]) { "status=all", NULL },
  .permission = NULL,
  .event = "energy.plans.sync.completed",
  .key = (const char *const[]) { "plan_id", NULL },
  .sort_field = "display_name",
  .sort_descending = FALSE,
  .fields = desk_fields_energy_plan,
  .n_fields = DESK_FIELDS_ENERGY_PLAN_LISTED,
};
