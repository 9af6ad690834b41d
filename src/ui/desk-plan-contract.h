/* desk-plan-contract.h: an energy contract as sections of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-sheet.h"

G_BEGIN_DECLS

/**
 * desk_plan_contract_add:
 * @fuel: names it: "Electricity"
 * @contract: of a plan or of an account
 */
void desk_plan_contract_add (DeskSheet     *sheet,
                             const char    *fuel,
                             DeskJsonSlice  contract);

/* Discounts, incentives, fees, green power and who the contract is for. */
void desk_plan_contract_add_extras (DeskSheet     *sheet,
                                    DeskJsonSlice  contract);

G_END_DECLS
