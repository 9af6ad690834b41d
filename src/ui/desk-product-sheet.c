/* desk-product-sheet.c: a product of a bank as a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-json-read.h"
#include "desk-product-parts.h"
#include "desk-sheet-words.h"
#include "desk-sheets.h"

static void
add_facts (DeskSheet     *sheet,
           DeskJsonSlice  product)
{
  desk_sheet_begin (sheet, _("Product"));
  desk_sheet_add_member (sheet, 0, _("Category"), product, "product_category", DESK_FIELD_TYPE_ENUM);
  if (desk_sheet_add_member (sheet, 0, _("Brand"), product, "brand_name", DESK_FIELD_TYPE_TEXT) == NULL)
    desk_sheet_add_member (sheet, 0, _("Brand"), product, "brand", DESK_FIELD_TYPE_TEXT);
  desk_sheet_add_member (sheet, 0, _("Tailored to the customer"), product, "is_tailored", DESK_FIELD_TYPE_BOOLEAN);
  desk_sheet_add_member (sheet, 0, _("Effective from"), product, "effective_from", DESK_FIELD_TYPE_DATE);
  desk_sheet_add_member (sheet, 0, _("Effective to"), product, "effective_to", DESK_FIELD_TYPE_DATE);
  desk_sheet_add_member (sheet, 0, _("Last updated"), product, "last_updated", DESK_FIELD_TYPE_DATE);
  desk_sheet_add_member (sheet, 0, _("Product id"), product, "product_id", DESK_FIELD_TYPE_ID);
  desk_sheet_end (sheet, _("Nothing else is said of the product."));
}

static void
add_card (DeskSheet     *sheet,
          guint          depth,
          DeskJsonSlice  card)
{
  g_autofree char *title = desk_json_read_text (card, "title");
  g_autofree char *scheme = desk_sheet_words (card, "card_scheme", DESK_FIELD_TYPE_ENUM);
  g_autofree char *type = desk_sheet_words (card, "card_type", DESK_FIELD_TYPE_ENUM);
  g_autofree char *words = g_strjoin (" · ", scheme != NULL ? scheme : _("Card"), type, NULL);

  desk_sheet_add (sheet, depth, title != NULL ? title : words, title != NULL ? words : NULL)->uri =
    desk_json_read_text (card, "image_uri");
}

static void
add_bundle (DeskSheet     *sheet,
            guint          depth,
            DeskJsonSlice  bundle)
{
  g_autofree char *name = desk_json_read_text (bundle, "name");
  g_auto(GStrv) products = desk_json_read_texts (bundle, "product_ids");
  DeskSheetLine *line = desk_sheet_add (sheet, depth, name != NULL ? name : _("Bundle"), NULL);

  desk_sheet_line_take_note (line, desk_json_read_text (bundle, "description"));
  desk_sheet_line_take_note (line, desk_json_read_text (bundle, "additional_info"));
  line->uri = desk_json_read_text (bundle, "additional_info_uri");
  if (products[0] != NULL)
    desk_sheet_take (sheet, depth + 1, _("Products"), g_strjoinv (", ", products));
}

static void
add_links (DeskSheet     *sheet,
           DeskJsonSlice  product)
{
  DeskJsonSlice more = desk_json_slice_get_member (product, "additional_information");

  desk_sheet_begin (sheet, _("On the web"));
  desk_sheet_add_uri (sheet, 0, _("Apply"), product, "application_uri");
  desk_sheet_add_uri (sheet, 0, _("Overview"), more, "overview_uri");
  desk_sheet_add_uri (sheet, 0, _("Terms"), more, "terms_uri");
  desk_sheet_add_uri (sheet, 0, _("Eligibility"), more, "eligibility_uri");
  desk_sheet_add_uri (sheet, 0, _("Fees and pricing"), more, "fees_and_pricing_uri");
  desk_sheet_add_uri (sheet, 0, _("Bundle"), more, "bundle_uri");
  desk_sheet_end (sheet, _("No web pages are listed."));
}

void
desk_sheets_add_product (DeskSheet     *sheet,
                         DeskJsonSlice  product)
{
  g_autofree char *name = desk_json_read_text (product, "name");
  g_autofree char *description = desk_json_read_text (product, "description");

  desk_sheet_add_title (sheet, name != NULL ? name : _("A product without a name"), description);
  add_facts (sheet, product);
  desk_sheet_add_section (sheet, _("Deposit rates"), _("No deposit rates are listed."),
                          product, "deposit_rates", desk_product_parts_add_deposit_rate);
  desk_sheet_add_section (sheet, _("Lending rates"), _("No lending rates are listed."),
                          product, "lending_rates", desk_product_parts_add_lending_rate);
  desk_sheet_add_section (sheet, _("Fees"), _("No fees are listed."), product, "fees", desk_product_parts_add_fee);
  desk_sheet_add_section (sheet, _("Features"), _("No features are listed."),
                          product, "features", desk_product_parts_add_feature);
  desk_sheet_add_section (sheet, _("Who it is for"), _("No conditions of eligibility are listed."),
                          product, "eligibility", desk_product_parts_add_eligibility);
  desk_sheet_add_section (sheet, _("Limits"), _("No limits are listed."),
                          product, "constraints", desk_product_parts_add_constraint);
  desk_sheet_add_section (sheet, _("Bundles"), _("No bundles are listed."), product, "bundles", add_bundle);
  desk_sheet_add_section (sheet, _("Cards"), NULL, product, "card_art", add_card);
  add_links (sheet, product);
}
