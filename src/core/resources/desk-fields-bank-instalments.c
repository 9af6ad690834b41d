/* desk-fields-bank-instalments.c: how purchases are paid off in instalments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

const DeskField desk_fields_bank_instalments[] =
{
  { "maximum_concurrent_plans", DESK_FIELD_TYPE_INTEGER, 0, N_("Maximum concurrent plans") },
  { "instalments_limit", DESK_FIELD_TYPE_AMOUNT, 0, N_("Instalments limit") },
  { "minimum_plan_value", DESK_FIELD_TYPE_AMOUNT, 0, N_("Minimum plan value") },
  { "maximum_plan_value", DESK_FIELD_TYPE_AMOUNT, 0, N_("Maximum plan value") },
  { "minimum_split", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_MANDATORY, N_("Minimum split") },
  { "maximum_split", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_MANDATORY, N_("Maximum split") },
};
