/* desk-export-transaction.c: a transaction, as personal finance programs know it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-transaction.h"

#include <glib/gi18n-lib.h>

#include "desk-export-account.h"
#include "desk-instant.h"

/* Of a hash: enough to tell rows apart. */
#define ID_DIGITS 32

void
desk_export_transaction_free (DeskExportTransaction *self)
{
  g_free (self->account_id);
  g_free (self->currency);
  g_free (self->id);
  g_clear_pointer (&self->amount, desk_decimal_free);
  g_free (self->payee);
  g_free (self->memo);
  g_free (self->reference);
  g_free (self->category);
  g_free (self->merchant_code);
  g_free (self->type);
  g_free (self);
}

/* (nullable): the first member that holds text */
static char *
dup_first (DeskJsonSlice      record,
           const char *const *members)
{
  for (guint i = 0; members[i] != NULL; i++)
    {
      char *text = desk_export_account_dup_line (record, members[i]);

      if (text != NULL)
        return text;
    }
  return NULL;
}

static DeskDecimal *
read_amount (DeskJsonSlice record)
{
  g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_member (record, "amount"));

  return text != NULL ? desk_decimal_new_from_string (text, NULL) : NULL;
}

static gboolean
read_instant (DeskJsonSlice  record,
              gint64        *instant)
{
  static const char *const members[] = { "posting_date_time", "execution_date_time", "value_date_time" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_member (record, members[i]));

      if (text != NULL && desk_instant_parse (text, instant, NULL))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_id (DeskJsonSlice record)
{
  static const char *const members[] = { "fiskil_id", "transaction_id", NULL };
  char *id = dup_first (record, members);

  if (id == NULL)
    {
      id = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) record.text, record.length);
      id[ID_DIGITS] = '\0';
    }
  return id;
}

static DeskExportReason
read_essentials (DeskExportTransaction *self,
                 DeskJsonSlice          record)
{
  if (desk_json_slice_equals_string (desk_json_slice_get_member (record, "status"), "PENDING"))
    return DESK_EXPORT_REASON_PENDING;
  self->account_id = desk_export_account_dup_line (record, "account_id");
  if (self->account_id == NULL)
    return DESK_EXPORT_REASON_NO_ACCOUNT;
  self->amount = read_amount (record);
  if (self->amount == NULL)
    return DESK_EXPORT_REASON_NO_AMOUNT;
  return read_instant (record, &self->instant) ? DESK_EXPORT_REASON_NONE : DESK_EXPORT_REASON_NO_DATE;
}

static void
read_words (DeskExportTransaction *self,
            DeskJsonSlice          record)
{
  static const char *const payees[] = { "merchant_name", "biller_name", "extended_data.payee", "extended_data.payer", NULL };
  static const char *const categories[] = { "category.secondary_category", "category.primary_category", NULL };
  g_autofree char *description = desk_export_account_dup_line (record, "description");

  self->currency = desk_export_account_dup_currency (record);
  self->id = dup_id (record);
  self->payee = dup_first (record, payees);
  self->reference = desk_export_account_dup_line (record, "reference");
  self->category = dup_first (record, categories);
  self->merchant_code = desk_export_account_dup_line (record, "merchant_category_code");
  self->type = desk_export_account_dup_line (record, "type");
  if (self->payee != NULL)
    self->memo = g_steal_pointer (&description);
  else
    self->payee = description != NULL ? g_steal_pointer (&description) : g_strdup (_("Transaction"));
}

DeskExportTransaction *
desk_export_transaction_new (DeskJsonSlice     record,
                             DeskExportReason *reason)
{
  g_autoptr(DeskExportTransaction) self = g_new0 (DeskExportTransaction, 1);

  g_return_val_if_fail (reason != NULL, NULL);

  *reason = read_essentials (self, record);
  if (*reason != DESK_EXPORT_REASON_NONE)
    return NULL;
  read_words (self, record);
  return g_steal_pointer (&self);
}
