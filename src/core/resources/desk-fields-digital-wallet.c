/* desk-fields-digital-wallet.c: a digital wallet that is paid to or paid from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const char *const type_values[] =
{
  "EMAIL", "CONTACT_NAME", "TELEPHONE", NULL,
};

static const char *const provider_values[] =
{
  "PAYPAL_AU", "OTHER", NULL,
};

static const char *const calculation_type_values[] =
{
  "STATIC", "BALANCE", "CALCULATED", NULL,
};

const DeskField desk_fields_digital_wallet[] =
{
  { "name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "identifier", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Identifier") },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Type"), .values = type_values },
  { "provider", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Provider"), .values = provider_values },
  { "payment_frequency", DESK_FIELD_TYPE_DURATION, DESK_FIELD_MANDATORY, N_("Payment frequency") },
  { "calculation_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Calculation"), .values = calculation_type_values },
};
