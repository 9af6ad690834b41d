/* desk-resource-energy-concessions.c: concessions that lower the bill
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-resources.h"

static const char *const type_values[] =
{
  "FIXED_AMOUNT", "FIXED_PERCENTAGE", "VARIABLE", NULL,
};

static const char *const applied_to_values[] =
{
  "INVOICE", "USAGE", "SERVICE_CHARGE", "CONTROLLED_LOAD", NULL,
};

static const DeskField energy_concessions_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Name") },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Type"), .values = type_values },
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_LISTED, N_("Amount") },
  { "percentage", DESK_FIELD_TYPE_RATE, DESK_FIELD_LISTED, N_("Percentage") },
  { "start_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_LISTED, N_("Starts on") },
  { "end_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_LISTED, N_("Ends on") },
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Account id") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
  { "discount_frequency", DESK_FIELD_TYPE_DURATION, 0, N_("Frequency") },
  { "applied_to", DESK_FIELD_TYPE_ENUM, DESK_FIELD_REPEATED, N_("Applied to"), .values = applied_to_values },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_energy_concessions =
{
  .name = "energy.concessions",
  .label = N_("Concessions"),
  .paths = (const char *const[]) { "/energy/concessions", NULL },
  .root_keys = (const char *const[]) { "concessions", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = "concessions",
  .event = "energy.concessions.sync.completed",
  .key = (const char *const[]) { NULL },
  .sort_field = "display_name",
  .sort_descending = FALSE,
  .fields = energy_concessions_fields,
  .n_fields = G_N_ELEMENTS (energy_concessions_fields),
  .references = (const DeskReference[]) { { "account_id", "energy.accounts", "account_id" }, { NULL } },
};
