/* desk-fields-bank-features.c: the features of a bank account or product
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const char *const feature_type_values[] =
{
  "ADDITIONAL_CARDS", "BALANCE_TRANSFERS", "BILL_PAYMENT", "BONUS_REWARDS", "CARD_ACCESS", "CASHBACK_OFFER",
  "COMPLEMENTARY_PRODUCT_DISCOUNTS", "EXTRA_DOWN_PAYMENT", "DIGITAL_BANKING", "DIGITAL_WALLET", "DONATE_INTEREST",
  "EXTRA_REPAYMENTS", "FRAUD_PROTECTION", "FREE_TXNS", "FREE_TXNS_ALLOWANCE", "FUNDS_AVAILABLE_AFTER", "GUARANTOR",
  "INSTALMENT_PLAN", "INSURANCE", "INTEREST_FREE", "INTEREST_FREE_TRANSFERS", "LOYALTY_PROGRAM", "NOTIFICATIONS",
  "NPP_ENABLED", "NPP_PAYID", "OFFSET", "OTHER", "OVERDRAFT", "REDRAW", "RELATIONSHIP_MANAGEMENT",
  "UNLIMITED_TXNS", NULL,
};

static const char *const is_activated_values[] =
{
  "ACTIVATED", "NOT_ACTIVATED", "UNKNOWN", NULL,
};

const DeskField desk_fields_bank_feature[] =
{
  { "feature_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Feature type"), .values = feature_type_values },
  { "additional_value", DESK_FIELD_TYPE_TEXT, 0, N_("More details") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
  { "is_activated", DESK_FIELD_TYPE_ENUM, 0, N_("Activated"), .values = is_activated_values },
};
