/* desk-plan-extras.c: what an energy contract gives and takes besides its prices, as sections of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-json-read.h"
#include "desk-plan-contract.h"
#include "desk-sheet-words.h"

static void
set_doubtful_value (DeskSheetLine *line,
                    DeskJsonSlice  object,
                    const char    *member)
{
  const char *doubt = NULL;
  g_autofree char *rate = desk_sheet_words_of_rate (object, member, &doubt);

  if (rate == NULL || line->value != NULL)
    return;
  line->value = g_steal_pointer (&rate);
  line->doubt = g_strdup (doubt);
}

static void
add_discount (DeskSheet     *sheet,
              guint          depth,
              DeskJsonSlice  discount)
{
  DeskJsonSlice over = desk_json_slice_get_member (discount, "percent_over_threshold");
  g_autofree char *name = desk_json_read_text (discount, "display_name");
  DeskSheetLine *line = desk_sheet_add (sheet, depth, name != NULL ? name : _("Discount"), NULL);

  set_doubtful_value (line, desk_json_slice_get_member (discount, "percent_of_bill"), "rate");
  set_doubtful_value (line, desk_json_slice_get_member (discount, "percent_of_use"), "rate");
  set_doubtful_value (line, over, "rate");
  if (line->value == NULL)
    line->value = desk_sheet_words_of_money (desk_json_slice_get_member (discount, "fixed_amount"), "amount");
  desk_sheet_line_take_note (line, desk_sheet_words (discount, "method_u_type", DESK_FIELD_TYPE_ENUM));
  desk_sheet_line_take_note (line, desk_sheet_words (discount, "type", DESK_FIELD_TYPE_ENUM));
  desk_sheet_line_take_note (line, desk_json_read_text (discount, "description"));
  desk_sheet_add_member (sheet, depth + 1, _("Above"), over, "usage_amount", DESK_FIELD_TYPE_NUMBER);
  desk_sheet_add_member (sheet, depth + 1, _("Ends on"), discount, "end_date", DESK_FIELD_TYPE_DATE);
}

static void
add_incentive (DeskSheet     *sheet,
               guint          depth,
               DeskJsonSlice  incentive)
{
  g_autofree char *name = desk_json_read_text (incentive, "display_name");
  DeskSheetLine *line = desk_sheet_add (sheet, depth, name != NULL ? name : _("Incentive"), NULL);

  line->value = desk_sheet_words (incentive, "category", DESK_FIELD_TYPE_ENUM);
  desk_sheet_line_take_note (line, desk_json_read_text (incentive, "description"));
  desk_sheet_line_take_note (line, desk_json_read_text (incentive, "eligibility"));
}

static void
add_fee (DeskSheet     *sheet,
         guint          depth,
         DeskJsonSlice  fee)
{
  g_autofree char *type = desk_sheet_words (fee, "type", DESK_FIELD_TYPE_ENUM);
  DeskSheetLine *line = desk_sheet_add (sheet, depth, type != NULL ? type : _("Fee"), NULL);

  line->value = desk_sheet_words_of_money (fee, "amount");
  set_doubtful_value (line, fee, "rate");
  if (line->value == NULL)
    line->value = g_strdup (_("Not stated"));
  desk_sheet_line_take_note (line, desk_sheet_words (fee, "term", DESK_FIELD_TYPE_ENUM));
  desk_sheet_line_take_note (line, desk_json_read_text (fee, "description"));
}

static void
add_green_tier (DeskSheet     *sheet,
                guint          depth,
                DeskJsonSlice  tier)
{
  const char *doubt = NULL;
  g_autofree char *share = desk_sheet_words_of_rate (tier, "percent_green", &doubt);
  DeskSheetLine *line = desk_sheet_add (sheet, depth, share != NULL ? share : _("Tier"), NULL);

  line->value = desk_sheet_words_of_money (tier, "amount");
  set_doubtful_value (line, tier, "rate");
  if (line->doubt == NULL)
    line->doubt = g_strdup (doubt);
}

static void
add_green_charge (DeskSheet     *sheet,
                  guint          depth,
                  DeskJsonSlice  charge)
{
  g_autofree char *name = desk_json_read_text (charge, "display_name");
  DeskSheetLine *line = desk_sheet_add (sheet, depth, name != NULL ? name : _("Green power"), NULL);

  line->value = desk_sheet_words (charge, "type", DESK_FIELD_TYPE_ENUM);
  desk_sheet_line_take_note (line, desk_json_read_text (charge, "description"));
  desk_sheet_add_each (sheet, depth + 1, desk_json_slice_get_member (charge, "tiers"), add_green_tier);
}

static void
add_eligibility (DeskSheet     *sheet,
                 guint          depth,
                 DeskJsonSlice  eligibility)
{
  g_autofree char *type = desk_sheet_words (eligibility, "type", DESK_FIELD_TYPE_ENUM);
  DeskSheetLine *line = desk_sheet_add (sheet, depth, type != NULL ? type : _("Other"), NULL);

  desk_sheet_line_take_note (line, desk_json_read_text (eligibility, "information"));
  desk_sheet_line_take_note (line, desk_json_read_text (eligibility, "description"));
}

static void
add_green_power (DeskSheet     *sheet,
                 DeskJsonSlice  contract)
{
  DeskJsonSlice included = desk_json_slice_get_member (contract, "intrinsic_green_power");

  desk_sheet_begin (sheet, _("Green power"));
  if (desk_json_slice_count (included) > 0)
    set_doubtful_value (desk_sheet_add (sheet, 0, _("Included"), NULL), included, "green_percentage");
  desk_sheet_add_each (sheet, 0, desk_json_slice_get_member (contract, "green_power_charges"), add_green_charge);
  desk_sheet_end (sheet, _("No green power is listed."));
}

void
desk_plan_contract_add_extras (DeskSheet     *sheet,
                               DeskJsonSlice  contract)
{
  g_return_if_fail (DESK_IS_SHEET (sheet));

  desk_sheet_add_section (sheet, _("Discounts"), _("No discounts are listed."), contract, "discounts", add_discount);
  desk_sheet_add_section (sheet, _("Incentives"), _("No incentives are listed."), contract, "incentives", add_incentive);
  desk_sheet_add_section (sheet, _("Fees"), _("No fees are listed."), contract, "fees", add_fee);
  add_green_power (sheet, contract);
  desk_sheet_add_section (sheet, _("Who it is for"), NULL, contract, "eligibility", add_eligibility);
}
