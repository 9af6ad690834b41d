/* desk-invoice-sheet.c: an invoice of an energy retailer as a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-decimal.h"
#include "desk-invoice-sum.h"
#include "desk-json-read.h"
#include "desk-sheet-words.h"
#include "desk-sheets.h"

static void
add_status (DeskSheetLine *title,
            DeskJsonSlice  invoice)
{
  DeskJsonSlice status = desk_json_slice_get_member (invoice, "payment_status");

  title->value = desk_sheet_words (invoice, "payment_status", DESK_FIELD_TYPE_ENUM);
  if (desk_json_slice_equals_string (status, "PAID"))
    title->pill = DESK_STATUS_PILL_GOOD;
  else if (desk_json_slice_equals_string (status, "NOT_PAID"))
    title->pill = DESK_STATUS_PILL_BAD;
  else if (title->value != NULL)
    title->pill = DESK_STATUS_PILL_SOON;
}

static char *
dup_period (DeskJsonSlice invoice)
{
  DeskJsonSlice period = desk_json_slice_get_member (invoice, "period");
  g_autofree char *start = desk_sheet_words (period, "start_date", DESK_FIELD_TYPE_DATE);
  g_autofree char *end = desk_sheet_words (period, "end_date", DESK_FIELD_TYPE_DATE);

  if (start == NULL || end == NULL)
    return g_strdup (_("Not stated"));
  /* Translators: the first and the last day of a period */
  return g_strdup_printf (_("%s to %s"), start, end);
}

static void
add_facts (DeskSheet     *sheet,
           DeskJsonSlice  invoice)
{
  g_auto(GStrv) points = desk_json_read_texts (invoice, "service_points");

  desk_sheet_begin (sheet, _("Invoice"));
  desk_sheet_take (sheet, 0, _("Period"), dup_period (invoice));
  desk_sheet_add_member (sheet, 0, _("Issued on"), invoice, "issue_date", DESK_FIELD_TYPE_DATE);
  if (desk_sheet_add_member (sheet, 0, _("Due on"), invoice, "due_date", DESK_FIELD_TYPE_DATE) == NULL)
    desk_sheet_add (sheet, 0, _("Due on"), _("Not stated"));
  desk_sheet_add_member (sheet, 0, _("Account id"), invoice, "account_id", DESK_FIELD_TYPE_ID);
  desk_sheet_take (sheet, 0, _("Service points"), g_strjoinv (", ", points));
  desk_sheet_end (sheet, NULL);
}

/* Credits and discounts are sent as positive amounts and taken off (hard-cases.md 12). */
static void
add_taken_off (DeskSheet     *sheet,
               const char    *title,
               DeskJsonSlice  object,
               const char    *member)
{
  g_autofree char *text = desk_json_read_text (object, member);
  g_autoptr(DeskDecimal) amount = text != NULL ? desk_decimal_new_from_string (text, NULL) : NULL;
  g_autofree char *negated = NULL;
  DeskSheetLine *line = NULL;
  gboolean was_negative;

  if (text == NULL)
    return;
  was_negative = amount != NULL && desk_decimal_is_negative (amount);
  if (amount != NULL && !was_negative && !desk_decimal_is_zero (amount))
    {
      desk_decimal_negate (amount);
      negated = desk_decimal_to_string (amount);
    }
  line = desk_sheet_take (sheet, 0, title, desk_sheet_money (negated != NULL ? negated : text, NULL));
  if (was_negative)
    line->doubt = g_strdup (_("Sent with a minus, where a positive amount is due."));
}

static void
add_other_charge (DeskSheet     *sheet,
                  guint          depth,
                  DeskJsonSlice  charge)
{
  g_autofree char *description = desk_json_read_text (charge, "description");
  DeskSheetLine *line = desk_sheet_add_money (sheet, depth, description != NULL ? description : _("Other charge"),
                                              charge, "amount");

  if (line != NULL)
    desk_sheet_line_take_note (line, desk_sheet_words (charge, "type", DESK_FIELD_TYPE_ENUM));
}

static void
add_fuel (DeskSheet     *sheet,
          const char    *heading,
          DeskJsonSlice  fuel)
{
  desk_sheet_begin (sheet, heading);
  desk_sheet_add_money (sheet, 0, _("Usage charges"), fuel, "total_usage_charges");
  add_taken_off (sheet, _("Generation credits"), fuel, "total_generation_credits");
  desk_sheet_add_money (sheet, 0, _("One-off charges"), fuel, "total_once_off_charges");
  add_taken_off (sheet, _("One-off discounts"), fuel, "total_once_off_discounts");
  desk_sheet_add_each (sheet, 0, desk_json_slice_get_member (fuel, "other_charges"), add_other_charge);
  desk_sheet_add_money (sheet, 0, _("GST on these"), fuel, "total_gst");
  desk_sheet_end (sheet, NULL);
}

static void
add_account_charges (DeskSheet     *sheet,
                     DeskJsonSlice  charges)
{
  desk_sheet_begin (sheet, _("Account charges"));
  desk_sheet_add_money (sheet, 0, _("Charges"), charges, "total_charges");
  add_taken_off (sheet, _("Discounts"), charges, "total_discounts");
  desk_sheet_add_money (sheet, 0, _("GST on these"), charges, "total_gst");
  desk_sheet_end (sheet, _("No account charges are listed."));
}

/* Below zero the retailer owes the customer (hard-cases.md 12). */
static void
add_owed (DeskSheet     *sheet,
          const char    *title,
          DeskJsonSlice  invoice,
          const char    *member)
{
  g_autofree char *text = desk_json_read_text (invoice, member);
  g_autoptr(DeskDecimal) amount = text != NULL ? desk_decimal_new_from_string (text, NULL) : NULL;
  DeskSheetLine *line = desk_sheet_add_money (sheet, 0, title, invoice, member);

  if (line == NULL)
    desk_sheet_add (sheet, 0, title, _("Not stated"));
  else if (amount == NULL)
    line->doubt = g_strdup (_("This is not a number."));
  else if (desk_decimal_is_negative (amount))
    desk_sheet_line_take_note (line, g_strdup (_("In credit: the retailer owes this.")));
}

static void
add_check (DeskSheet     *sheet,
           DeskJsonSlice  invoice)
{
  g_autoptr(DeskDecimal) sum = NULL;
  DeskInvoiceVerdict verdict = desk_invoice_sum_parts (invoice, &sum);
  g_autofree char *text = sum != NULL ? desk_decimal_to_string (sum) : NULL;
  g_autofree char *money = text != NULL ? desk_sheet_money (text, NULL) : NULL;

  if (verdict == DESK_INVOICE_DIFFERS)
    desk_sheet_add (sheet, 0, _("Sum of the parts with GST"), money)->doubt =
      g_strdup (_("The parts do not add up to the amount of the invoice."));
  else if (verdict == DESK_INVOICE_MATCHES)
    desk_sheet_line_take_note (desk_sheet_add (sheet, 0, _("Sum of the parts with GST"), money),
                               g_strdup (_("The parts add up to the amount of the invoice.")));
}

static void
add_pay_on_time_discount (DeskSheet     *sheet,
                          DeskJsonSlice  discount)
{
  g_autofree char *date = desk_sheet_words (discount, "date", DESK_FIELD_TYPE_DATE);

  desk_sheet_begin (sheet, _("Discount for paying on time"));
  add_taken_off (sheet, _("Discount"), discount, "discount_amount");
  desk_sheet_add_money (sheet, 0, _("GST"), discount, "gst_amount");
  desk_sheet_take (sheet, 0, _("If paid by"), g_steal_pointer (&date));
  desk_sheet_end (sheet, NULL);
}

void
desk_sheets_add_invoice (DeskSheet     *sheet,
                         DeskJsonSlice  invoice)
{
  g_autofree char *number = desk_json_read_text (invoice, "invoice_number");
  g_autofree char *title = NULL;

  /* Translators: the number of an invoice */
  title = number != NULL ? g_strdup_printf (_("Invoice %s"), number) : g_strdup (_("Invoice without a number"));
  add_status (desk_sheet_add_title (sheet, title, NULL), invoice);
  add_facts (sheet, invoice);
  add_fuel (sheet, _("Electricity"), desk_json_slice_get_member (invoice, "electricity"));
  add_fuel (sheet, _("Gas"), desk_json_slice_get_member (invoice, "gas"));
  add_account_charges (sheet, desk_json_slice_get_member (invoice, "account_charges"));
  desk_sheet_begin (sheet, _("To pay"));
  desk_sheet_add_money (sheet, 0, _("GST"), invoice, "gst_amount");
  add_owed (sheet, _("Amount of this invoice"), invoice, "invoice_amount");
  add_check (sheet, invoice);
  add_owed (sheet, _("Balance when it was issued"), invoice, "balance_at_issue");
  desk_sheet_end (sheet, NULL);
  add_pay_on_time_discount (sheet, desk_json_slice_get_member (invoice, "pay_on_time_discount"));
}
