/* desk-fields-shared.h: members that several records have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-field.h"

G_BEGIN_DECLS

extern const DeskField desk_fields_simple_address[8];
extern const DeskField desk_fields_paf_address[22];
extern const DeskField desk_fields_deposit_rate[10];
extern const DeskField desk_fields_lending_rate[14];
extern const DeskField desk_fields_bank_fee[18];
extern const DeskField desk_fields_controlled_load[8];
extern const DeskField desk_fields_solar_feed_in[9];
extern const DeskField desk_fields_tariff_period[12];
extern const DeskField desk_fields_energy_contract[22];

G_END_DECLS
