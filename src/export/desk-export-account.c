/* desk-export-account.c: a bank account, as personal finance programs know it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-account.h"

#include "desk-decimal.h"
#include "desk-export-text.h"

static const struct
{
  const char            *category;
  DeskExportAccountKind  kind;
} kinds[] = {
  { "BUSINESS_LOANS", DESK_EXPORT_ACCOUNT_LOAN },
  { "BUY_NOW_PAY_LATER", DESK_EXPORT_ACCOUNT_LOAN },
  { "CRED_AND_CHRG_CARDS", DESK_EXPORT_ACCOUNT_CARD },
  { "LEASES", DESK_EXPORT_ACCOUNT_LOAN },
  { "MARGIN_LOANS", DESK_EXPORT_ACCOUNT_LOAN },
  { "OVERDRAFTS", DESK_EXPORT_ACCOUNT_LOAN },
  { "PERS_LOANS", DESK_EXPORT_ACCOUNT_LOAN },
  { "RESIDENTIAL_MORTGAGES", DESK_EXPORT_ACCOUNT_LOAN },
  { "TERM_DEPOSITS", DESK_EXPORT_ACCOUNT_DEPOSIT },
  { "TRADE_FINANCE", DESK_EXPORT_ACCOUNT_LOAN },
};

DeskExportAccount *
desk_export_account_new (const char *id)
{
  DeskExportAccount *self = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (DeskExportAccount, 1);
  self->id = g_strdup (id);
  self->balances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
desk_export_account_free (DeskExportAccount *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->number);
  g_free (self->masked_number);
  g_free (self->bsb);
  g_free (self->institution_id);
  g_free (self->currency);
  g_free (self->available);
  g_hash_table_unref (self->balances);
  g_free (self);
}

char *
desk_export_account_dup_line (DeskJsonSlice  record,
                              const char    *member)
{
  g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_path (record, member));

  return desk_export_text_dup_line (text);
}

char *
desk_export_account_dup_currency (DeskJsonSlice record)
{
  g_autofree char *currency = desk_export_account_dup_line (record, "currency");

  return currency != NULL ? g_ascii_strup (currency, -1) : g_strdup ("AUD");
}

static DeskExportAccountKind
find_kind (DeskJsonSlice record)
{
  DeskJsonSlice category = desk_json_slice_get_member (record, "product_category");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (desk_json_slice_equals_string (category, kinds[i].category))
      return kinds[i].kind;
  return DESK_EXPORT_ACCOUNT_EVERYDAY;
}

void
desk_export_account_read (DeskExportAccount *self,
                          DeskJsonSlice      record)
{
  static const char *const names[] = { "nickname", "display_name", "product_name" };

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names) && self->name == NULL; i++)
    self->name = desk_export_account_dup_line (record, names[i]);
  if (self->number == NULL)
    self->number = desk_export_account_dup_line (record, "account_number");
  if (self->masked_number == NULL)
    self->masked_number = desk_export_account_dup_line (record, "masked_number");
  if (self->bsb == NULL)
    self->bsb = desk_export_account_dup_line (record, "bsb");
  if (self->institution_id == NULL)
    self->institution_id = desk_export_account_dup_line (record, "institution_id");
  self->kind = find_kind (record);
}

/* (nullable): in plain notation */
static char *
dup_amount (DeskJsonSlice  record,
            const char    *member)
{
  g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_member (record, member));
  g_autoptr(DeskDecimal) amount = text != NULL ? desk_decimal_new_from_string (text, NULL) : NULL;

  return amount != NULL ? desk_decimal_to_string (amount) : NULL;
}

static void
read_purses (DeskExportAccount *self,
             DeskJsonSlice      purses)
{
  DeskJsonIter iter;
  DeskJsonSlice purse;

  desk_json_iter_init (&iter, purses);
  while (desk_json_iter_next (&iter, NULL, &purse))
    {
      g_autofree char *currency = desk_export_account_dup_currency (purse);
      g_autofree char *amount = dup_amount (purse, "amount");

      if (amount != NULL && !g_hash_table_contains (self->balances, currency))
        g_hash_table_insert (self->balances, g_steal_pointer (&currency), g_steal_pointer (&amount));
    }
}

void
desk_export_account_read_balance (DeskExportAccount *self,
                                  DeskJsonSlice      record)
{
  char *current = NULL;

  g_return_if_fail (self != NULL);

  if (self->currency != NULL)
    return;
  self->currency = desk_export_account_dup_currency (record);
  self->available = dup_amount (record, "available_balance");
  current = dup_amount (record, "current_balance");
  if (current != NULL)
    g_hash_table_insert (self->balances, g_strdup (self->currency), current);
  read_purses (self, desk_json_slice_get_member (record, "purses"));
}
