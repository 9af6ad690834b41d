/* desk-product-fees.c: fees, features and conditions of a bank product as lines of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-json-read.h"
#include "desk-product-parts.h"
#include "desk-sheet-words.h"

/* Amounts stand in an object of their own, the currency beside it. */
static char *
dup_money (DeskJsonSlice  fee,
           DeskJsonSlice  object,
           const char    *member)
{
  g_autofree char *text = desk_json_read_text (object, member);
  g_autofree char *currency = desk_json_read_text (fee, "currency");

  return text != NULL ? desk_sheet_money (text, currency) : NULL;
}

static char *
dup_range (DeskJsonSlice  fee,
           DeskJsonSlice  object,
           const char    *minimum_member,
           const char    *maximum_member)
{
  g_autofree char *minimum = dup_money (fee, object, minimum_member);
  g_autofree char *maximum = dup_money (fee, object, maximum_member);

  if (minimum != NULL && maximum != NULL)
    /* Translators: the least and the most of an amount: "$5.00 to $10.00" */
    return g_strdup_printf (_("%s to %s"), minimum, maximum);
  if (minimum != NULL)
    return g_strdup_printf (_("From %s"), minimum);
  return maximum != NULL ? g_strdup_printf (_("Up to %s"), maximum) : NULL;
}

/* "3 % of the transaction"; of what is a code: BALANCE, TRANSACTION … */
static char *
dup_share (DeskJsonSlice   object,
           const char     *member,
           const char     *base,
           const char    **doubt)
{
  g_autofree char *rate = desk_sheet_words_of_rate (object, member, doubt);

  if (rate == NULL || base == NULL)
    return g_steal_pointer (&rate);
  /* Translators: a percentage, then what it is taken of: "3 % · Transaction" */
  return g_strdup_printf (_("%s · %s"), rate, base);
}

/* The old form has the rate beside the fee's name (hard-cases.md 8). */
static char *
dup_old_share (DeskJsonSlice   fee,
               const char    **doubt)
{
  static const struct
  {
    const char *member;
    const char *base;
  } shares[] = {
    { "balance_rate", N_("Balance") },
    { "transaction_rate", N_("Transaction") },
    { "accrued_rate", N_("Interest accrued") },
    { "fee_rate", N_("Fee") },
  };
  char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shares) && words == NULL; i++)
    words = dup_share (fee, shares[i].member, _(shares[i].base), doubt);
  return words;
}

/* By what is there: the tag does not always fit (hard-cases.md 9). Returns: (nullable) */
static char *
dup_price (DeskJsonSlice   fee,
           DeskJsonSlice   around,
           const char    **doubt)
{
  DeskJsonSlice rate_based = desk_json_slice_get_member (fee, "rate_based");
  g_autofree char *base = desk_sheet_words (rate_based, "rate_type", DESK_FIELD_TYPE_ENUM);
  char *words = dup_money (around, desk_json_slice_get_member (fee, "fixed_amount"), "amount");

  if (words == NULL)
    words = dup_share (rate_based, "rate", base, doubt);
  if (words == NULL)
    words = dup_range (around, desk_json_slice_get_member (fee, "variable"), "fee_minimum", "fee_maximum");
  if (words == NULL)
    words = dup_money (around, fee, "amount");
  if (words == NULL)
    words = dup_old_share (fee, doubt);
  return words;
}

/* What the price varies between, if it follows a rate. */
static void
add_range_note (DeskSheetLine *line,
                DeskJsonSlice  fee,
                DeskJsonSlice  around,
                const char    *minimum_member,
                const char    *maximum_member)
{
  DeskJsonSlice range = desk_json_slice_get_path (fee, "rate_based.amount_range");

  desk_sheet_line_take_note (line, dup_range (around, range, minimum_member, maximum_member));
}

/* The additional value of a periodic fee is how often it is due, of others a number or a text (CDS fee types). */
static void
add_kind (DeskSheetLine *line,
          DeskJsonSlice  fee)
{
  g_autofree char *type = desk_sheet_words (fee, "fee_type", DESK_FIELD_TYPE_ENUM);
  g_autofree char *value = desk_json_read_text (fee, "additional_value");
  g_autofree char *every = value != NULL ? desk_sheet_words_every (value) : NULL;

  if (type != NULL && every != NULL)
    desk_sheet_line_take_note (line, g_strdup_printf ("%s · %s", type, every));
  else
    desk_sheet_line_take_note (line, type != NULL ? g_steal_pointer (&type) : g_steal_pointer (&every));
}

static void
add_cap (DeskSheet     *sheet,
         guint          depth,
         DeskJsonSlice  fee)
{
  g_autofree char *cap = dup_money (fee, fee, "fee_cap");
  g_autofree char *period = desk_json_read_text (fee, "fee_cap_period");
  DeskSheetLine *line = NULL;

  if (cap == NULL)
    return;
  line = desk_sheet_add (sheet, depth, _("Never more than"), cap);
  if (period != NULL)
    desk_sheet_line_take_note (line, desk_sheet_words_every (period));
}

static void
add_discount_eligibility (DeskSheet     *sheet,
                          guint          depth,
                          DeskJsonSlice  eligibility)
{
  desk_sheet_add_typed (sheet, depth, eligibility, "discount_eligibility_type");
}

static void
add_discount (DeskSheet     *sheet,
              guint          depth,
              DeskJsonSlice  discount)
{
  const char *doubt = NULL;
  g_autofree char *description = desk_json_read_text (discount, "description");
  g_autofree char *price = dup_price (discount, discount, &doubt);
  g_autofree char *type = desk_sheet_words (discount, "discount_type", DESK_FIELD_TYPE_ENUM);
  DeskSheetLine *line = NULL;
  g_autofree char *title = NULL;

  /* Translators: what is taken off a fee, with its kind: "Discount · Deposits" */
  title = type != NULL ? g_strdup_printf (_("Discount · %s"), type) : g_strdup (_("Discount"));
  line = desk_sheet_add (sheet, depth, title, price);
  line->doubt = g_strdup (doubt);
  desk_sheet_line_take_note (line, g_steal_pointer (&description));
  add_range_note (line, discount, discount, "discount_minimum", "discount_maximum");
  desk_sheet_line_take_note (line, desk_json_read_text (discount, "additional_info"));
  line->uri = desk_json_read_text (discount, "additional_info_uri");
  desk_sheet_add_member (sheet, depth + 1, _("More details"), discount, "additional_value", DESK_FIELD_TYPE_DURATION);
  desk_sheet_add_each (sheet, depth + 1, desk_json_slice_get_member (discount, "eligibility"),
                       add_discount_eligibility);
}

void
desk_product_parts_add_fee (DeskSheet     *sheet,
                            guint          depth,
                            DeskJsonSlice  fee)
{
  const char *doubt = NULL;
  g_autofree char *name = desk_json_read_text (fee, "name");
  g_autofree char *price = dup_price (fee, fee, &doubt);
  DeskSheetLine *line = desk_sheet_add (sheet, depth, name != NULL ? name : _("Fee"),
                                        price != NULL ? price : _("Not stated"));

  line->doubt = g_strdup (doubt);
  add_kind (line, fee);
  add_range_note (line, fee, fee, "fee_minimum", "fee_maximum");
  desk_sheet_line_take_note (line, desk_json_read_text (fee, "additional_info"));
  line->uri = desk_json_read_text (fee, "additional_info_uri");
  add_cap (sheet, depth + 1, fee);
  desk_sheet_add_each (sheet, depth + 1, desk_json_slice_get_member (fee, "discounts"), add_discount);
}

void
desk_product_parts_add_feature (DeskSheet     *sheet,
                                guint          depth,
                                DeskJsonSlice  feature)
{
  desk_sheet_add_typed (sheet, depth, feature, "feature_type");
}

void
desk_product_parts_add_eligibility (DeskSheet     *sheet,
                                    guint          depth,
                                    DeskJsonSlice  eligibility)
{
  desk_sheet_add_typed (sheet, depth, eligibility, "eligibility_type");
}

void
desk_product_parts_add_constraint (DeskSheet     *sheet,
                                   guint          depth,
                                   DeskJsonSlice  constraint)
{
  desk_sheet_add_typed (sheet, depth, constraint, "constraint_type");
}
