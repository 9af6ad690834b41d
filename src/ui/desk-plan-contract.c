/* desk-plan-contract.c: an energy contract as sections of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "desk-date.h"
#include "desk-format.h"
#include "desk-json-read.h"
#include "desk-plan-contract.h"
#include "desk-plan-parts.h"
#include "desk-sheet-words.h"

/* Seasons have no year: "11-01" or "--11-01" (cds.md). Anything else is read as a date, or stays. */
static char *
dup_day (DeskJsonSlice  object,
         const char    *member)
{
  g_autofree char *text = desk_json_read_text (object, member);
  g_autofree char *leap_day = NULL;
  const char *bare = NULL;
  GDate date;

  if (text == NULL)
    return NULL;
  bare = g_str_has_prefix (text, "--") ? text + 2 : text;
  /* The 29th of February has to be a day. */
  leap_day = g_strconcat ("2000-", bare, NULL);
  if (strlen (bare) != strlen ("11-01") || !desk_date_parse (leap_day, &date, NULL))
    return desk_sheet_words (object, member, DESK_FIELD_TYPE_DATE);
  return desk_format_day_of_year (&date);
}

/* The name and, if it is not the whole year, the season. */
static char *
dup_heading (const char    *kind,
             DeskJsonSlice  object)
{
  g_autofree char *name = desk_json_read_text (object, "display_name");
  g_autofree char *start = dup_day (object, "start_date");
  g_autofree char *end = dup_day (object, "end_date");
  g_autofree char *heading = name != NULL ? g_strdup_printf ("%s · %s", kind, name) : g_strdup (kind);

  if (start == NULL || end == NULL)
    return g_steal_pointer (&heading);
  /* Translators: a tariff, then the first and the last day on which it counts */
  return g_strdup_printf (_("%s, %s to %s"), heading, start, end);
}

static void
add_banded_charge (DeskSheet     *sheet,
                   guint          depth,
                   DeskJsonSlice  band)
{
  desk_plan_parts_add_price (sheet, depth, _("Daily supply charge, band"), DESK_PRICE_DAY, band, "unit_price", NULL);
}

static void
add_single_rate (DeskSheet     *sheet,
                 DeskJsonSlice  rate)
{
  g_autofree char *name = desk_json_read_text (rate, "display_name");

  if (desk_json_slice_count (rate) == 0)
    return;
  desk_sheet_line_take_note (desk_plan_parts_add_rates (sheet, 0, name != NULL ? name : _("Single rate"), rate),
                             desk_json_read_text (rate, "description"));
  desk_plan_parts_add_price (sheet, 0, _("Daily supply charge"), DESK_PRICE_DAY, rate, "daily_supply_charge", NULL);
}

static char *
dup_time_zone (DeskJsonSlice period)
{
  if (desk_json_slice_equals_string (desk_json_slice_get_member (period, "time_zone"), "LOCAL"))
    return g_strdup (_("Local time"));
  return desk_json_read_text (period, "time_zone");
}

static void
add_tariff_period (DeskSheet     *sheet,
                   const char    *fuel,
                   DeskJsonSlice  period)
{
  g_autofree char *heading = dup_heading (fuel, period);

  desk_sheet_begin (sheet, heading);
  if (desk_plan_parts_add_price (sheet, 0, _("Daily supply charge"), DESK_PRICE_DAY, period,
                                 "daily_supply_charge", NULL) == NULL)
    desk_plan_parts_add_price (sheet, 0, _("Daily supply charge"), DESK_PRICE_DAY, period, "daily_supply_charges", NULL);
  desk_sheet_add_each (sheet, 0, desk_json_slice_get_member (period, "banded_daily_supply_charges"), add_banded_charge);
  add_single_rate (sheet, desk_json_slice_get_member (period, "single_rate"));
  desk_plan_parts_add_time_of_use (sheet, desk_json_slice_get_member (period, "time_of_use_rates"), "time_of_use");
  desk_sheet_take (sheet, 0, _("Time zone"), dup_time_zone (period));
  desk_sheet_end (sheet, _("No prices are listed."));

  desk_sheet_begin (sheet, _("Demand charges"));
  desk_plan_parts_add_time_of_use (sheet, desk_json_slice_get_member (period, "demand_charges"), NULL);
  desk_sheet_end (sheet, NULL);
}

static void
add_tariff_periods (DeskSheet     *sheet,
                    const char    *fuel,
                    DeskJsonSlice  contract)
{
  DeskJsonSlice periods = desk_json_slice_get_member (contract, "tariff_period");
  DeskJsonIter iter;
  DeskJsonSlice period;

  if (desk_json_slice_get_kind (periods) == DESK_JSON_KIND_OBJECT)
    {
      add_tariff_period (sheet, fuel, periods);
      return;
    }
  if (desk_json_slice_count (periods) == 0)
    {
      desk_sheet_begin (sheet, fuel);
      desk_sheet_end (sheet, _("No prices are listed."));
    }
  desk_json_iter_init (&iter, periods);
  while (desk_json_iter_next (&iter, NULL, &period))
    add_tariff_period (sheet, fuel, period);
}

/* Keys come in both spellings (fiskil-api.md). */
static DeskJsonSlice
get_either (DeskJsonSlice  object,
            const char    *member,
            const char    *other_member)
{
  DeskJsonSlice value = desk_json_slice_get_member (object, member);

  return desk_json_slice_count (value) > 0 ? value : desk_json_slice_get_member (object, other_member);
}

/* Older plans have the rates in the load itself, and a `daily_charge`. */
static void
add_old_load (DeskSheet     *sheet,
              DeskJsonSlice  load)
{
  if (desk_json_slice_count (desk_json_slice_get_member (load, "rates")) == 0)
    return;
  desk_sheet_line_take_note (desk_plan_parts_add_rates (sheet, 0, _("Single rate"), load),
                             desk_json_read_text (load, "description"));
  desk_plan_parts_add_price (sheet, 0, _("Daily supply charge"), DESK_PRICE_DAY, load, "daily_charge", NULL);
}

static void
add_controlled_load (DeskSheet     *sheet,
                     DeskJsonSlice  load)
{
  g_autofree char *heading = dup_heading (_("Controlled load"), load);

  desk_sheet_begin (sheet, heading);
  add_single_rate (sheet, get_either (load, "single_rate", "singleRate"));
  desk_plan_parts_add_time_of_use (sheet, get_either (load, "time_of_use_rates", "timeOfUseRates"), "time_of_use");
  add_old_load (sheet, load);
  desk_sheet_end (sheet, _("No prices are listed."));
}

static void
add_feed_in (DeskSheet     *sheet,
             DeskJsonSlice  tariff)
{
  g_autofree char *heading = dup_heading (_("Solar feed-in"), tariff);
  DeskJsonSlice single = desk_json_slice_get_member (tariff, "single_tariff");
  DeskSheetLine *line = NULL;

  desk_sheet_begin (sheet, heading);
  if (desk_json_slice_count (single) > 0)
    line = desk_plan_parts_add_rates (sheet, 0, _("Paid for what goes to the grid"), single);
  desk_plan_parts_add_time_of_use (sheet, desk_json_slice_get_member (tariff, "time_varying_tariffs"), "time_variations");
  if (line != NULL)
    desk_sheet_line_take_note (line, desk_json_read_text (tariff, "description"));
  desk_sheet_add_member (sheet, 0, _("Scheme"), tariff, "scheme", DESK_FIELD_TYPE_ENUM);
  desk_sheet_add_member (sheet, 0, _("Paid by"), tariff, "payer_type", DESK_FIELD_TYPE_ENUM);
  desk_sheet_end (sheet, _("No prices are listed."));
}

typedef void (*AddFunc) (DeskSheet     *sheet,
                         DeskJsonSlice  element);

/* A section for each element. */
static void
add_sections (DeskSheet     *sheet,
              const char    *heading,
              const char    *missing,
              DeskJsonSlice  list,
              AddFunc        add)
{
  DeskJsonIter iter;
  DeskJsonSlice element;

  if (desk_json_slice_get_kind (list) == DESK_JSON_KIND_OBJECT)
    add (sheet, list);
  else if (desk_json_slice_count (list) == 0)
    {
      desk_sheet_begin (sheet, heading);
      desk_sheet_end (sheet, missing);
    }
  else
    {
      desk_json_iter_init (&iter, list);
      while (desk_json_iter_next (&iter, NULL, &element))
        add (sheet, element);
    }
}

/* "Monthly", or a duration. */
static char *
dup_bill_frequency (DeskJsonSlice contract)
{
  g_auto(GStrv) frequencies = desk_json_read_texts (contract, "bill_frequency");

  for (guint i = 0; frequencies[i] != NULL; i++)
    {
      char *every = desk_sheet_words_every (frequencies[i]);

      g_free (frequencies[i]);
      frequencies[i] = every;
    }
  return g_strjoinv (", ", frequencies);
}

static void
add_long_text (DeskSheet     *sheet,
               const char    *title,
               DeskJsonSlice  contract,
               const char    *member)
{
  g_autofree char *text = desk_json_read_text (contract, member);

  if (text != NULL)
    desk_sheet_line_take_note (desk_sheet_add (sheet, 0, title, NULL), g_steal_pointer (&text));
}

static void
add_terms (DeskSheet     *sheet,
           const char    *fuel,
           DeskJsonSlice  contract)
{
  g_auto(GStrv) meters = desk_json_read_texts (contract, "meter_types");
  g_autofree char *heading = NULL;

  /* Translators: the terms of a contract for electricity or gas: "Electricity: contract" */
  heading = g_strdup_printf (_("%s: contract"), fuel);
  desk_sheet_begin (sheet, heading);
  desk_sheet_add_member (sheet, 0, _("Pricing"), contract, "pricing_model", DESK_FIELD_TYPE_ENUM);
  desk_sheet_add_member (sheet, 0, _("Fixed"), contract, "is_fixed", DESK_FIELD_TYPE_BOOLEAN);
  desk_sheet_add_member (sheet, 0, _("Term"), contract, "term_type", DESK_FIELD_TYPE_ENUM);
  desk_sheet_add_member (sheet, 0, _("Benefit period"), contract, "benefit_period", DESK_FIELD_TYPE_TEXT);
  desk_sheet_take (sheet, 0, _("Billed"), dup_bill_frequency (contract));
  desk_sheet_take (sheet, 0, _("Payment"), desk_sheet_words_joined (contract, "payment_option"));
  desk_sheet_add_member (sheet, 0, _("Cooling-off period in days"), contract, "cooling_off_days", DESK_FIELD_TYPE_TEXT);
  desk_sheet_take (sheet, 0, _("Meter types"), g_strjoinv (", ", meters));
  add_long_text (sheet, _("Variation"), contract, "variation");
  add_long_text (sheet, _("At the end"), contract, "on_expiry_description");
  add_long_text (sheet, _("Terms"), contract, "terms");
  desk_sheet_end (sheet, _("Nothing is said of the contract."));
}

void
desk_plan_contract_add (DeskSheet     *sheet,
                        const char    *fuel,
                        DeskJsonSlice  contract)
{
  g_return_if_fail (DESK_IS_SHEET (sheet));
  g_return_if_fail (fuel != NULL);

  add_tariff_periods (sheet, fuel, contract);
  add_sections (sheet, _("Controlled load"), NULL,
                desk_json_slice_get_member (contract, "controlled_load"), add_controlled_load);
  add_sections (sheet, _("Solar feed-in"), _("No feed-in tariff is listed."),
                desk_json_slice_get_member (contract, "solar_feed_in_tariff"), add_feed_in);
  desk_plan_contract_add_extras (sheet, contract);
  add_terms (sheet, fuel, contract);
}
