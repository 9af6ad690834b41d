/* desk-resources.h: the entries of the catalogue, one per file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-resource.h"

G_BEGIN_DECLS

extern const DeskResource desk_resource_banking_accounts;
extern const DeskResource desk_resource_banking_balances;
extern const DeskResource desk_resource_banking_direct_debits;
extern const DeskResource desk_resource_banking_income;
extern const DeskResource desk_resource_banking_payees;
extern const DeskResource desk_resource_banking_product_detail;
extern const DeskResource desk_resource_banking_products;
extern const DeskResource desk_resource_banking_scheduled_payments;
extern const DeskResource desk_resource_banking_transactions;
extern const DeskResource desk_resource_common_data_freshness;
extern const DeskResource desk_resource_common_identity;
extern const DeskResource desk_resource_energy_accounts;
extern const DeskResource desk_resource_energy_balances;
extern const DeskResource desk_resource_energy_billing;
extern const DeskResource desk_resource_energy_concessions;
extern const DeskResource desk_resource_energy_der;
extern const DeskResource desk_resource_energy_invoices;
extern const DeskResource desk_resource_energy_payment_schedules;
extern const DeskResource desk_resource_energy_plan_detail;
extern const DeskResource desk_resource_energy_plans;
extern const DeskResource desk_resource_energy_service_points;
extern const DeskResource desk_resource_energy_usage;

G_END_DECLS
