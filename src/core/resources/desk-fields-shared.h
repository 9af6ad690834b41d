/* desk-fields-shared.h: members that several records have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-field.h"

G_BEGIN_DECLS

/* How many of the first members of a table a shorter record has. */
#define DESK_FIELDS_ADDRESS_WITHOUT_PURPOSE  3
#define DESK_FIELDS_BANK_FEATURE_OF_PRODUCT  4
#define DESK_FIELDS_BANK_PRODUCT_LISTED     15
#define DESK_FIELDS_DIGITAL_WALLET_OF_PAYEE  4
#define DESK_FIELDS_ENERGY_PLAN_LISTED      16

extern const char *const desk_values_charge_type[8];
extern const char *const desk_values_days[9];
extern const char *const desk_values_fuel_type[4];
extern const char *const desk_values_product_category[14];

extern const DeskField desk_fields_address[4];
extern const DeskField desk_fields_bank_feature[5];
extern const DeskField desk_fields_bank_fee[18];
extern const DeskField desk_fields_bank_instalments[6];
extern const DeskField desk_fields_bank_product[23];
extern const DeskField desk_fields_bank_transaction[24];
extern const DeskField desk_fields_controlled_load[8];
extern const DeskField desk_fields_deposit_rate[10];
extern const DeskField desk_fields_digital_wallet[6];
extern const DeskField desk_fields_energy_contract[22];
extern const DeskField desk_fields_energy_plan[19];
extern const DeskField desk_fields_energy_rate[3];
extern const DeskField desk_fields_lending_rate[14];
extern const DeskField desk_fields_metering_charge[5];
extern const DeskField desk_fields_payee_biller[3];
extern const DeskField desk_fields_payee_domestic[4];
extern const DeskField desk_fields_payee_international[2];
extern const DeskField desk_fields_solar_feed_in[9];
extern const DeskField desk_fields_tariff_period[12];

G_END_DECLS
