/* desk-resource-energy-plan-detail.c: all that an energy retailer says of a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

const DeskResource desk_resource_energy_plan_detail =
{
  .name = "energy.plan-detail",
  .label = N_("Plan details"),
  .paths = (const char *const[]) { "/energy/plans/{plan_id}", NULL },
  .root_keys = (const char *const[]) { "data", "plan", NULL },
  .scope = DESK_RESOURCE_SCOPE_PARENT_ROW,
  .scope_parameters = (const char *const[]) { "plan_id", NULL },
  .parent = &desk_resource_energy_plans,
  .shape = DESK_RESOURCE_SHAPE_OBJECT,
  .filters = (const char *const[]) { NULL },
  .permission = NULL,
  .event = "energy.plans.sync.completed",
  .key = (const char *const[]) { "plan_id", NULL },
  .sort_field = "display_name",
  .sort_descending = FALSE,
  .fields = desk_fields_energy_plan,
  .n_fields = G_N_ELEMENTS (desk_fields_energy_plan),
  .references = (const DeskReference[]) { { "plan_id", "energy.plans", "plan_id" }, { NULL } },
};
