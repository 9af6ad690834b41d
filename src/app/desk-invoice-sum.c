/* desk-invoice-sum.c: whether the parts of an energy invoice add up to its total
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-invoice-sum.h"

#include "desk-json-read.h"

/**
 * Adder:
 * @n_parts: amounts that were there
 * @is_broken: one of them is no number
 */
typedef struct
{
  DeskDecimal *sum;
  guint        n_parts;
  gboolean     is_broken;
} Adder;

static void
add_amount (Adder         *adder,
            DeskJsonSlice  object,
            const char    *member,
            gboolean       takes_off)
{
  g_autofree char *text = desk_json_read_text (object, member);
  g_autoptr(DeskDecimal) amount = text != NULL ? desk_decimal_new_from_string (text, NULL) : NULL;

  if (text == NULL)
    return;
  adder->n_parts++;
  adder->is_broken = adder->is_broken || amount == NULL;
  if (amount == NULL)
    return;
  if (takes_off)
    desk_decimal_negate (amount);
  desk_decimal_add (adder->sum, amount);
}

static void
add_fuel (Adder         *adder,
          DeskJsonSlice  fuel)
{
  DeskJsonIter iter;
  DeskJsonSlice charge;

  add_amount (adder, fuel, "total_usage_charges", FALSE);
  add_amount (adder, fuel, "total_generation_credits", TRUE);
  add_amount (adder, fuel, "total_once_off_charges", FALSE);
  add_amount (adder, fuel, "total_once_off_discounts", TRUE);
  desk_json_iter_init (&iter, desk_json_slice_get_member (fuel, "other_charges"));
  while (desk_json_iter_next (&iter, NULL, &charge))
    add_amount (adder, charge, "amount", FALSE);
}

/* The GST of the whole invoice, else that of its parts. */
static void
add_gst (Adder         *adder,
         DeskJsonSlice  invoice)
{
  g_autofree char *whole = desk_json_read_text (invoice, "gst_amount");

  if (whole != NULL)
    {
      add_amount (adder, invoice, "gst_amount", FALSE);
      return;
    }
  add_amount (adder, desk_json_slice_get_member (invoice, "electricity"), "total_gst", FALSE);
  add_amount (adder, desk_json_slice_get_member (invoice, "gas"), "total_gst", FALSE);
  add_amount (adder, desk_json_slice_get_member (invoice, "account_charges"), "total_gst", FALSE);
}

DeskInvoiceVerdict
desk_invoice_sum_parts (DeskJsonSlice   invoice,
                        DeskDecimal   **sum)
{
  g_autofree char *text = desk_json_read_text (invoice, "invoice_amount");
  g_autoptr(DeskDecimal) total = text != NULL ? desk_decimal_new_from_string (text, NULL) : NULL;
  g_autoptr(DeskDecimal) parts = desk_decimal_new_zero ();
  Adder adder = { parts, 0, FALSE };

  g_return_val_if_fail (sum != NULL, DESK_INVOICE_UNKNOWN);

  *sum = NULL;
  add_fuel (&adder, desk_json_slice_get_member (invoice, "electricity"));
  add_fuel (&adder, desk_json_slice_get_member (invoice, "gas"));
  add_amount (&adder, desk_json_slice_get_member (invoice, "account_charges"), "total_charges", FALSE);
  add_amount (&adder, desk_json_slice_get_member (invoice, "account_charges"), "total_discounts", TRUE);
  if (adder.n_parts == 0)
    return DESK_INVOICE_UNKNOWN;
  add_gst (&adder, invoice);
  if (total == NULL || adder.is_broken)
    return DESK_INVOICE_UNKNOWN;
  *sum = g_steal_pointer (&parts);
  return desk_decimal_compare (*sum, total) == 0 ? DESK_INVOICE_MATCHES : DESK_INVOICE_DIFFERS;
}
