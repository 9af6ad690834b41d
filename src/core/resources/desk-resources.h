/* desk-resources.h: the entries of the catalogue, one per file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-resource.h"

G_BEGIN_DECLS

extern const DeskResource desk_resource_banking_accounts;
extern const DeskResource desk_resource_banking_balances;
extern const DeskResource desk_resource_banking_transactions;
extern const DeskResource desk_resource_energy_accounts;
extern const DeskResource desk_resource_energy_service_points;
extern const DeskResource desk_resource_energy_usage;
extern const DeskResource desk_resource_common_identity;

G_END_DECLS
