/* desk-export-bank.c: what writers of bank statements share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-bank.h"

#include <string.h>

/* OFX 2.2, 3.2.9.2: the longest amount. QIF knows no limit; no program reads a longer one. */
#define MAX_AMOUNT 32

typedef struct
{
  GTimeZone         *zone;         /* (owned) */
  GHashTable        *accounts;     /* (owned) (element-type utf8 DeskExportAccount): by id */
  GPtrArray         *order;        /* (owned) (element-type DeskExportAccount) (unowned): as they came */
  GHashTable        *names;        /* (owned): name -> DeskExportAccount (unowned) that has it */
  GHashTable        *written;      /* (owned): the accounts (unowned) that have a statement */
  DeskExportAccount *account;      /* (nullable) (unowned): the one in hand */
  GPtrArray         *statements;   /* (owned) (element-type DeskExportStatement): of it, one for each currency */
  const char        *resource;     /* (unowned): the name of the data set in hand */
  gboolean           has_all;      /* whether accounts without transactions are written too */
} DeskExportBankPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskExportBank, desk_export_bank, DESK_TYPE_EXPORT_WRITER)

static DeskExportAccount *
find_account (DeskExportBankPrivate *priv,
              const char            *id)
{
  DeskExportAccount *account = g_hash_table_lookup (priv->accounts, id);

  if (account == NULL)
    {
      account = desk_export_account_new (id);
      g_hash_table_insert (priv->accounts, account->id, account);
      g_ptr_array_add (priv->order, account);
    }
  return account;
}

/* Two accounts of one name would be one account to whoever reads the file. */
static char *
dup_unique_name (DeskExportBankPrivate *priv,
                 DeskExportAccount     *account)
{
  const char *base = account->name != NULL ? account->name : account->id;
  const char *tails[] = { NULL, account->masked_number, account->id };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *name = tails[i] != NULL ? g_strdup_printf ("%s %s", base, tails[i]) : g_strdup (base);
      gpointer owner = g_hash_table_lookup (priv->names, name);

      if (owner == NULL)
        g_hash_table_insert (priv->names, g_strdup (name), account);
      if (owner == NULL || owner == account)
        return g_steal_pointer (&name);
    }
  return g_strdup (account->id);
}

static DeskExportStatement *
find_statement (DeskExportBankPrivate *priv,
                const char            *currency)
{
  for (guint i = 0; i < priv->statements->len; i++)
    {
      DeskExportStatement *statement = g_ptr_array_index (priv->statements, i);

      if (g_str_equal (statement->currency, currency))
        return statement;
    }
  return NULL;
}

static DeskExportStatement *
create_statement (DeskExportBankPrivate *priv,
                  const char            *currency)
{
  DeskExportStatement *statement = desk_export_statement_new ();
  g_autofree char *name = dup_unique_name (priv, priv->account);
  gboolean is_own = g_str_equal (currency, priv->account->currency);

  statement->currency = g_strdup (currency);
  statement->name = is_own ? g_steal_pointer (&name) : g_strdup_printf ("%s (%s)", name, currency);
  statement->suffix = is_own ? g_strdup ("") : g_strconcat ("-", currency, NULL);
  statement->balance = g_hash_table_lookup (priv->account->balances, currency);
  g_ptr_array_add (priv->statements, statement);
  return statement;
}

static void
open_account (DeskExportBankPrivate *priv,
              DeskExportAccount     *account,
              const char            *currency)
{
  priv->account = account;
  if (account->currency == NULL)
    account->currency = g_strdup (currency);
}

static int
compare_statements (gconstpointer a,
                    gconstpointer b)
{
  const DeskExportStatement *one = *(DeskExportStatement *const *) a;
  const DeskExportStatement *other = *(DeskExportStatement *const *) b;

  return g_strcmp0 (one->suffix, other->suffix);
}

/* The account's own currency first. */
static gboolean
close_account (DeskExportBank  *self,
               GError         **error)
{
  DeskExportBankPrivate *priv = desk_export_bank_get_instance_private (self);

  g_ptr_array_sort (priv->statements, compare_statements);
  for (guint i = 0; i < priv->statements->len; i++)
    if (!DESK_EXPORT_BANK_GET_CLASS (self)->write_statement (self, priv->account,
                                                             g_ptr_array_index (priv->statements, i), error))
      return FALSE;
  if (priv->account != NULL)
    g_hash_table_add (priv->written, priv->account);
  priv->account = NULL;
  g_ptr_array_set_size (priv->statements, 0);
  return TRUE;
}

static gboolean
desk_export_bank_begin (DeskExportWriter    *writer,
                        const DeskResource  *resource,
                        gboolean             is_asked_for,
                        GError             **error)
{
  DeskExportBankPrivate *priv = desk_export_bank_get_instance_private (DESK_EXPORT_BANK (writer));

  priv->resource = resource->name;
  priv->has_all = priv->has_all || (is_asked_for && !g_str_equal (resource->name, "banking.transactions"));
  return TRUE;
}

/* A balance also tells the account's own currency. */
static DeskExportReason
add_account (DeskExportBank *self,
             DeskJsonSlice   record)
{
  DeskExportBankPrivate *priv = desk_export_bank_get_instance_private (self);
  g_autofree char *id = desk_export_account_dup_line (record, "account_id");

  if (id == NULL)
    return DESK_EXPORT_REASON_NO_ACCOUNT;
  if (g_str_equal (priv->resource, "banking.accounts"))
    {
      desk_export_account_read (find_account (priv, id), record);
      return DESK_EXPORT_REASON_NONE;
    }
  desk_export_account_read_balance (find_account (priv, id), record);
  return DESK_EXPORT_BANK_GET_CLASS (self)->has_balances ? DESK_EXPORT_REASON_NONE : DESK_EXPORT_REASON_NO_PLACE;
}

static gboolean
is_too_long (const DeskDecimal *amount)
{
  g_autofree char *text = desk_decimal_to_string (amount);

  return strlen (text) > MAX_AMOUNT;
}

static gboolean
add_transaction (DeskExportBank    *self,
                 DeskJsonSlice      record,
                 DeskExportReason  *reason,
                 GError           **error)
{
  DeskExportBankPrivate *priv = desk_export_bank_get_instance_private (self);
  g_autoptr(DeskExportTransaction) transaction = desk_export_transaction_new (record, reason);
  DeskExportAccount *account = NULL;
  DeskExportStatement *statement = NULL;

  if (transaction != NULL && is_too_long (transaction->amount))
    *reason = DESK_EXPORT_REASON_LONG_AMOUNT;
  if (*reason != DESK_EXPORT_REASON_NONE)
    return TRUE;
  account = find_account (priv, transaction->account_id);
  if (account != priv->account && !close_account (self, error))
    return FALSE;
  open_account (priv, account, transaction->currency);
  statement = find_statement (priv, transaction->currency);
  if (statement == NULL)
    statement = create_statement (priv, transaction->currency);
  desk_export_statement_add (statement, transaction->instant, transaction->amount);
  DESK_EXPORT_BANK_GET_CLASS (self)->append_row (self, statement->rows, transaction);
  return TRUE;
}

static gboolean
desk_export_bank_add (DeskExportWriter  *writer,
                      DeskJsonSlice      record,
                      DeskExportReason  *reason,
                      GError           **error)
{
  DeskExportBank *self = DESK_EXPORT_BANK (writer);
  DeskExportBankPrivate *priv = desk_export_bank_get_instance_private (self);

  if (g_str_equal (priv->resource, "banking.transactions"))
    return add_transaction (self, record, reason, error);
  *reason = add_account (self, record);
  return TRUE;
}

static gboolean
write_rest (DeskExportBank  *self,
            GError         **error)
{
  DeskExportBankPrivate *priv = desk_export_bank_get_instance_private (self);

  for (guint i = 0; i < priv->order->len; i++)
    {
      DeskExportAccount *account = g_ptr_array_index (priv->order, i);

      if (g_hash_table_contains (priv->written, account))
        continue;
      open_account (priv, account, "AUD");
      create_statement (priv, account->currency);
      if (!close_account (self, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
desk_export_bank_finish (DeskExportWriter  *writer,
                         GError           **error)
{
  DeskExportBank *self = DESK_EXPORT_BANK (writer);
  DeskExportBankPrivate *priv = desk_export_bank_get_instance_private (self);

  return close_account (self, error) &&
         (!priv->has_all || write_rest (self, error)) &&
         DESK_EXPORT_BANK_GET_CLASS (self)->close (self, error);
}

static void
desk_export_bank_finalize (GObject *object)
{
  DeskExportBankPrivate *priv = desk_export_bank_get_instance_private (DESK_EXPORT_BANK (object));

  g_ptr_array_unref (priv->statements);
  g_hash_table_unref (priv->written);
  g_hash_table_unref (priv->names);
  g_ptr_array_unref (priv->order);
  g_hash_table_unref (priv->accounts);
  g_time_zone_unref (priv->zone);

  G_OBJECT_CLASS (desk_export_bank_parent_class)->finalize (object);
}

static void
desk_export_bank_class_init (DeskExportBankClass *klass)
{
  DeskExportWriterClass *writer_class = DESK_EXPORT_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_export_bank_finalize;
  writer_class->begin = desk_export_bank_begin;
  writer_class->add = desk_export_bank_add;
  writer_class->finish = desk_export_bank_finish;
}

static void
desk_export_bank_init (DeskExportBank *self)
{
  DeskExportBankPrivate *priv = desk_export_bank_get_instance_private (self);

  priv->zone = g_time_zone_new_identifier ("Australia/Sydney");
  if (priv->zone == NULL)
    priv->zone = g_time_zone_new_offset (10 * 60 * 60);
  priv->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) desk_export_account_free);
  priv->order = g_ptr_array_new ();
  priv->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  priv->written = g_hash_table_new (NULL, NULL);
  priv->statements = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_export_statement_free);
}

GDateTime *
desk_export_bank_dup_time (DeskExportBank *self,
                           gint64          instant)
{
  DeskExportBankPrivate *priv = NULL;
  g_autoptr(GDateTime) utc = NULL;
  GDateTime *time = NULL;

  g_return_val_if_fail (DESK_IS_EXPORT_BANK (self), NULL);

  priv = desk_export_bank_get_instance_private (self);
  utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  time = g_date_time_to_timezone (utc, priv->zone);
  /* The last hours of the year 9999 have no local time. */
  return time != NULL ? time : g_steal_pointer (&utc);
}
