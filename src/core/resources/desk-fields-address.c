/* desk-fields-address.c: the members of a postal address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const DeskField simple_fields[] =
{
  { "mailing_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Mailing name") },
  { "address_line1", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Address line 1") },
  { "address_line2", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Address line 2") },
  { "address_line3", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Address line 3") },
  { "postcode", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Postcode") },
  { "city", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("City") },
  { "state", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("State") },
  { "country", DESK_FIELD_TYPE_TEXT, 0, N_("Country") },
};

static const DeskField paf_fields[] =
{
  { "dpid", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Delivery point id") },
  { "thoroughfare_number1", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_PERSONAL, N_("Street number") },
  { "thoroughfare_number1_suffix", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Street number suffix") },
  { "thoroughfare_number2", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_PERSONAL, N_("Street number, end of range") },
  { "thoroughfare_number2_suffix", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Suffix of the end of the range") },
  { "flat_unit_type", DESK_FIELD_TYPE_TEXT, 0, N_("Flat unit type") },
  { "flat_unit_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Flat unit number") },
  { "floor_level_type", DESK_FIELD_TYPE_TEXT, 0, N_("Floor level type") },
  { "floor_level_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Floor level number") },
  { "lot_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Lot number") },
  { "building_name_1", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Building name") },
  { "building_name_2", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Building name, second line") },
  { "street_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Street name") },
  { "street_type", DESK_FIELD_TYPE_TEXT, 0, N_("Street type") },
  { "street_suffix", DESK_FIELD_TYPE_TEXT, 0, N_("Street suffix") },
  { "postal_delivery_type", DESK_FIELD_TYPE_TEXT, 0, N_("Postal delivery type") },
  { "postal_delivery_number", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_PERSONAL, N_("Postal delivery number") },
  { "postal_delivery_number_prefix", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Postal delivery number prefix") },
  { "postal_delivery_number_suffix", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Postal delivery number suffix") },
  { "locality_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Locality name") },
  { "postcode", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Postcode") },
  { "state", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("State") },
};

static const char *const address_u_type_values[] =
{
  "paf", "simple", NULL,
};

static const char *const purpose_values[] =
{
  "MAIL", "OTHER", "PHYSICAL", "REGISTERED", "WORK", NULL,
};

const DeskField desk_fields_address[] =
{
  { "address_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY,
    N_("Kind of address"), .values = address_u_type_values },
  { "simple", DESK_FIELD_TYPE_OBJECT, 0, N_("Address lines"), DESK_FIELD_CHILDREN (simple_fields) },
  { "paf", DESK_FIELD_TYPE_OBJECT, 0, N_("Address in parts"), DESK_FIELD_CHILDREN (paf_fields) },
  { "purpose", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Purpose"), .values = purpose_values },
};
