/* desk-resource-energy-balances.c: balances of energy accounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-resources.h"

static const DeskField energy_balances_fields[] =
{
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED, N_("Account id") },
  { "balance", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_LISTED, N_("Balance") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_energy_balances =
{
  .name = "energy.balances",
  .label = N_("Energy balances"),
  .paths = (const char *const[]) { "/energy/balances", "/energy/balance", NULL },
  .root_keys = (const char *const[]) { "balances", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = "energy_balances",
  .event = "energy.balances.sync.completed",
  .key = (const char *const[]) { "account_id", NULL },
  .sort_field = "account_id",
  .sort_descending = FALSE,
  .fields = energy_balances_fields,
  .n_fields = G_N_ELEMENTS (energy_balances_fields),
  .references = (const DeskReference[]) { { "account_id", "energy.accounts", "account_id" }, { NULL } },
};
