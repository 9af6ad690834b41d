/* desk-plan-sheet.c: a plan of an energy retailer as a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-json-read.h"
#include "desk-plan-contract.h"
#include "desk-plan-parts.h"
#include "desk-sheet-words.h"
#include "desk-sheets.h"

static void
add_facts (DeskSheet     *sheet,
           DeskJsonSlice  plan)
{
  desk_sheet_begin (sheet, _("Plan"));
  desk_sheet_add_member (sheet, 0, _("Fuel"), plan, "fuel_type", DESK_FIELD_TYPE_ENUM);
  desk_sheet_add_member (sheet, 0, _("Type"), plan, "type", DESK_FIELD_TYPE_ENUM);
  if (desk_sheet_add_member (sheet, 0, _("Brand"), plan, "brand_name", DESK_FIELD_TYPE_TEXT) == NULL)
    desk_sheet_add_member (sheet, 0, _("Brand"), plan, "brand", DESK_FIELD_TYPE_TEXT);
  desk_sheet_add_member (sheet, 0, _("Kind of customer"), plan, "customer_type", DESK_FIELD_TYPE_ENUM);
  desk_sheet_add_member (sheet, 0, _("Depends on other services"), plan, "is_contingent_plan", DESK_FIELD_TYPE_BOOLEAN);
  desk_sheet_add_member (sheet, 0, _("Effective from"), plan, "effective_from", DESK_FIELD_TYPE_DATE);
  desk_sheet_add_member (sheet, 0, _("Effective to"), plan, "effective_to", DESK_FIELD_TYPE_DATE);
  desk_sheet_add_member (sheet, 0, _("Last updated"), plan, "last_updated", DESK_FIELD_TYPE_DATE);
  desk_sheet_add_member (sheet, 0, _("Plan id"), plan, "plan_id", DESK_FIELD_TYPE_ID);
  desk_sheet_end (sheet, NULL);
}

static void
add_metering_charge (DeskSheet     *sheet,
                     guint          depth,
                     DeskJsonSlice  charge)
{
  g_autofree char *name = desk_json_read_text (charge, "display_name");
  g_autofree char *minimum = desk_sheet_words_of_money (charge, "minimum_value");
  g_autofree char *maximum = desk_sheet_words_of_money (charge, "maximum_value");
  g_autofree char *range = minimum != NULL && maximum != NULL ? g_strdup_printf (_("%s to %s"), minimum, maximum) : NULL;
  DeskSheetLine *line = desk_sheet_add (sheet, depth, name != NULL ? name : _("Metering charge"),
                                        range != NULL ? range : minimum);

  desk_sheet_line_take_note (line, desk_json_read_text (charge, "description"));
  desk_sheet_line_take_note (line, desk_sheet_words (charge, "period", DESK_FIELD_TYPE_DURATION));
}

/* Postcodes may be thousands: their number says enough here. */
static void
add_postcodes (DeskSheet     *sheet,
               const char    *title,
               DeskJsonSlice  geography,
               const char    *member)
{
  g_auto(GStrv) postcodes = desk_json_read_texts (geography, member);
  guint n_postcodes = g_strv_length (postcodes);

  if (n_postcodes > 10)
    desk_sheet_take (sheet, 0, title,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u postcode", "%u postcodes", n_postcodes),
                                      n_postcodes));
  else
    desk_sheet_take (sheet, 0, title, g_strjoinv (", ", postcodes));
}

static void
add_geography (DeskSheet     *sheet,
               DeskJsonSlice  geography)
{
  g_auto(GStrv) distributors = desk_json_read_texts (geography, "distributors");

  desk_sheet_begin (sheet, _("Where it is offered"));
  desk_sheet_take (sheet, 0, _("Distributors"), g_strjoinv (", ", distributors));
  add_postcodes (sheet, _("Postcodes"), geography, "included_postcodes");
  add_postcodes (sheet, _("Postcodes left out"), geography, "excluded_postcodes");
  desk_sheet_end (sheet, _("It is not said where the plan is offered."));
}

static void
add_links (DeskSheet     *sheet,
           DeskJsonSlice  plan)
{
  DeskJsonSlice more = desk_json_slice_get_member (plan, "additional_information");

  desk_sheet_begin (sheet, _("On the web"));
  desk_sheet_add_uri (sheet, 0, _("Apply"), plan, "application_uri");
  desk_sheet_add_uri (sheet, 0, _("Overview"), more, "overview_uri");
  desk_sheet_add_uri (sheet, 0, _("Terms"), more, "terms_uri");
  desk_sheet_add_uri (sheet, 0, _("Eligibility"), more, "eligibility_uri");
  desk_sheet_add_uri (sheet, 0, _("Pricing"), more, "pricing_uri");
  desk_sheet_add_uri (sheet, 0, _("Bundle"), more, "bundle_uri");
  desk_sheet_end (sheet, _("No web pages are listed."));
}

static void
add_contracts (DeskSheet     *sheet,
               DeskJsonSlice  plan)
{
  DeskJsonSlice electricity = desk_json_slice_get_member (plan, "electricity_contract");
  DeskJsonSlice gas = desk_json_slice_get_member (plan, "gas_contract");

  if (desk_json_slice_count (electricity) > 0)
    desk_plan_contract_add (sheet, _("Electricity"), electricity);
  if (desk_json_slice_count (gas) > 0)
    desk_plan_contract_add (sheet, _("Gas"), gas);
  if (desk_json_slice_count (electricity) == 0 && desk_json_slice_count (gas) == 0)
    {
      desk_sheet_begin (sheet, _("Prices"));
      desk_sheet_end (sheet, _("No prices are listed."));
    }
  desk_sheet_add_section (sheet, _("Metering charges"), NULL, plan, "metering_charges", add_metering_charge);
}

void
desk_sheets_add_plan (DeskSheet     *sheet,
                      DeskJsonSlice  plan)
{
  g_autofree char *name = desk_json_read_text (plan, "display_name");
  g_autofree char *description = desk_json_read_text (plan, "description");

  desk_sheet_add_title (sheet, name != NULL ? name : _("A plan without a name"), description);
  add_facts (sheet, plan);
  add_contracts (sheet, plan);
  add_geography (sheet, desk_json_slice_get_member (plan, "geography"));
  add_links (sheet, plan);
}

static void
add_plan_of_account (DeskSheet     *sheet,
                     DeskJsonSlice  plan)
{
  DeskJsonSlice overview = desk_json_slice_get_member (plan, "plan_overview");
  DeskJsonSlice detail = desk_json_slice_get_member (plan, "plan_detail");
  g_autofree char *name = desk_json_read_text (overview, "display_name");
  g_autofree char *nickname = desk_json_read_text (plan, "nickname");
  g_auto(GStrv) points = desk_json_read_texts (plan, "service_point_ids");

  if (nickname == NULL)
    nickname = g_strdup (name != NULL ? name : _("A plan without a name"));
  desk_sheet_add_title (sheet, nickname, g_strcmp0 (name, nickname) != 0 ? name : NULL);
  desk_sheet_begin (sheet, _("Plan"));
  desk_sheet_add_member (sheet, 0, _("Fuel"), detail, "fuel_type", DESK_FIELD_TYPE_ENUM);
  desk_sheet_add_member (sheet, 0, _("Starts on"), overview, "start_date", DESK_FIELD_TYPE_DATE);
  desk_sheet_add_member (sheet, 0, _("Ends on"), overview, "end_date", DESK_FIELD_TYPE_DATE);
  desk_sheet_add_member (sheet, 0, _("Depends on other services"), detail, "is_contingent_plan", DESK_FIELD_TYPE_BOOLEAN);
  desk_sheet_take (sheet, 0, _("Service points"), g_strjoinv (", ", points));
  desk_sheet_end (sheet, NULL);
  add_contracts (sheet, detail);
}

void
desk_sheets_add_energy_account (DeskSheet     *sheet,
                                DeskJsonSlice  account)
{
  g_autofree char *name = desk_json_read_text (account, "display_name");
  DeskJsonSlice plans = desk_json_slice_get_member (account, "plans");
  DeskJsonIter iter;
  DeskJsonSlice plan;

  desk_sheet_add_title (sheet, name != NULL ? name : _("Energy account"), NULL);
  desk_sheet_begin (sheet, _("Account"));
  desk_sheet_add_member (sheet, 0, _("Account number"), account, "account_number", DESK_FIELD_TYPE_TEXT);
  desk_sheet_add_member (sheet, 0, _("Status"), account, "open_status", DESK_FIELD_TYPE_ENUM);
  desk_sheet_add_member (sheet, 0, _("Opened on"), account, "creation_date", DESK_FIELD_TYPE_DATE);
  desk_sheet_add_member (sheet, 0, _("Account id"), account, "account_id", DESK_FIELD_TYPE_ID);
  desk_sheet_end (sheet, NULL);
  if (desk_json_slice_get_kind (plans) != DESK_JSON_KIND_ARRAY || desk_json_slice_count (plans) == 0)
    {
      desk_sheet_begin (sheet, _("Plans"));
      desk_sheet_end (sheet, _("The account has no plan."));
    }
  desk_json_iter_init (&iter, plans);
  while (desk_json_iter_next (&iter, NULL, &plan))
    add_plan_of_account (sheet, plan);
}
