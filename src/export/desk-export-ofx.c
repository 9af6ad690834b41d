/* desk-export-ofx.c: bank statements as Open Financial Exchange 2.2
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-ofx.h"

#include <string.h>

#include "desk-export-file.h"
#include "desk-export-text.h"

/* Lengths of OFX 2.2. */
#define MAX_ACCOUNT_ID 22
#define MAX_BANK_ID 9
#define MAX_NAME 32
#define MAX_MEMO 255

struct _DeskExportOfx
{
  DeskExportBank  parent_instance;

  DeskExportFile *file;    /* (owned) */
  GString        *cards;   /* (owned): statements of cards: they follow those of banks */
  gint64          now;
  guint           n_banks; /* statements of banks so far */
  guint           n_statements;
};

G_DEFINE_FINAL_TYPE (DeskExportOfx, desk_export_ofx, DESK_TYPE_EXPORT_BANK)

static const struct
{
  const char *type;
  const char *word;
} words[] = {
  { "DIRECT_DEBIT", "DIRECTDEBIT" },
  { "FEE", "FEE" },
  { "INTEREST_CHARGED", "INT" },
  { "INTEREST_PAID", "INT" },
  { "PAYMENT", "PAYMENT" },
  { "TRANSFER_INCOMING", "XFER" },
  { "TRANSFER_OUTGOING", "XFER" },
};

static const char *
find_word (const DeskExportTransaction *transaction)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (transaction->type, words[i].type) == 0)
      return words[i].word;
  return desk_decimal_is_negative (transaction->amount) ? "DEBIT" : "CREDIT";
}

static char *
dup_time (DeskExportOfx *self,
          gint64         instant)
{
  g_autoptr(GDateTime) time = desk_export_bank_dup_time (DESK_EXPORT_BANK (self), instant);
  g_autofree char *digits = g_date_time_format (time, "%Y%m%d%H%M%S");

  return g_strdup_printf ("%s[%+d:%s]", digits, (int) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_HOUR),
                          g_date_time_get_timezone_abbreviation (time));
}

static void
append_time (DeskExportOfx *self,
             GString       *xml,
             const char    *name,
             gint64         instant)
{
  g_autofree char *time = dup_time (self, instant);

  desk_export_text_append_element (xml, name, time);
}

static void
append_cut (GString    *xml,
            const char *name,
            const char *text,
            guint       n_characters)
{
  g_autofree char *cut = text != NULL ? desk_export_text_cut (text, n_characters) : NULL;

  desk_export_text_append_element (xml, name, cut);
}

/* (nullable): what of the words is not in the name */
static char *
dup_memo (const DeskExportTransaction *transaction)
{
  g_autoptr(GString) memo = g_string_new (transaction->memo);

  if (g_utf8_strlen (transaction->payee, -1) > MAX_NAME)
    g_string_append_printf (memo, "%s%s", memo->len > 0 ? " · " : "", transaction->payee);
  if (transaction->reference != NULL && strstr (memo->str, transaction->reference) == NULL)
    g_string_append_printf (memo, "%s%s", memo->len > 0 ? " · " : "", transaction->reference);
  return memo->len > 0 ? g_string_free (g_steal_pointer (&memo), FALSE) : NULL;
}

static gboolean
is_merchant_code (const char *text)
{
  return text != NULL && strlen (text) <= 6 && strspn (text, "0123456789") == strlen (text);
}

static void
desk_export_ofx_append_row (DeskExportBank              *bank,
                            GString                     *rows,
                            const DeskExportTransaction *transaction)
{
  g_autofree char *amount = desk_decimal_to_string (transaction->amount);
  g_autofree char *memo = dup_memo (transaction);

  g_string_append (rows, "<STMTTRN>\n");
  desk_export_text_append_element (rows, "TRNTYPE", find_word (transaction));
  append_time (DESK_EXPORT_OFX (bank), rows, "DTPOSTED", transaction->instant);
  desk_export_text_append_element (rows, "TRNAMT", amount);
  append_cut (rows, "FITID", transaction->id, MAX_MEMO);
  if (is_merchant_code (transaction->merchant_code))
    desk_export_text_append_element (rows, "SIC", transaction->merchant_code);
  append_cut (rows, "NAME", transaction->payee, MAX_NAME);
  append_cut (rows, "MEMO", memo, MAX_MEMO);
  g_string_append (rows, "</STMTTRN>\n");
}

/* One that is too long becomes a hash: cut off it could be that of another account. */
static char *
dup_account_id (const DeskExportAccount   *account,
                const DeskExportStatement *statement)
{
  const char *id = account->number != NULL ? account->number : account->id;
  g_autofree char *whole = g_strconcat (id, statement->suffix, NULL);
  g_autofree char *hash = NULL;
  gsize n_hash = MAX_ACCOUNT_ID - strlen (statement->suffix);

  if (strlen (whole) <= MAX_ACCOUNT_ID || strlen (statement->suffix) >= MAX_ACCOUNT_ID / 2)
    return g_steal_pointer (&whole);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
  hash[n_hash] = '\0';
  return g_strconcat (hash, statement->suffix, NULL);
}

static void
append_account (GString                   *xml,
                const DeskExportAccount   *account,
                const DeskExportStatement *statement)
{
  static const char *const types[] = {
    [DESK_EXPORT_ACCOUNT_EVERYDAY] = "CHECKING",
    [DESK_EXPORT_ACCOUNT_LOAN] = "CREDITLINE",
    [DESK_EXPORT_ACCOUNT_DEPOSIT] = "CD",
  };
  const char *bank_id = account->bsb != NULL ? account->bsb : account->institution_id;
  g_autofree char *id = dup_account_id (account, statement);
  gboolean is_card = account->kind == DESK_EXPORT_ACCOUNT_CARD;

  g_string_append_printf (xml, "<%s>\n", is_card ? "CCACCTFROM" : "BANKACCTFROM");
  if (!is_card)
    append_cut (xml, "BANKID", bank_id != NULL ? bank_id : "CDR", MAX_BANK_ID);
  desk_export_text_append_element (xml, "ACCTID", id);
  if (!is_card)
    desk_export_text_append_element (xml, "ACCTTYPE", types[account->kind]);
  g_string_append_printf (xml, "</%s>\n", is_card ? "CCACCTFROM" : "BANKACCTFROM");
}

static void
append_rows (DeskExportOfx             *self,
             GString                   *xml,
             const DeskExportStatement *statement)
{
  if (!desk_export_statement_has_rows (statement))
    return;
  g_string_append (xml, "<BANKTRANLIST>\n");
  append_time (self, xml, "DTSTART", statement->first);
  append_time (self, xml, "DTEND", statement->last);
  g_string_append_len (xml, statement->rows->str, (gssize) statement->rows->len);
  g_string_append (xml, "</BANKTRANLIST>\n");
}

static void
append_balance (DeskExportOfx *self,
                GString       *xml,
                const char    *name,
                const char    *amount)
{
  g_string_append_printf (xml, "<%s>\n", name);
  desk_export_text_append_element (xml, "BALAMT", amount);
  append_time (self, xml, "DTASOF", self->now);
  g_string_append_printf (xml, "</%s>\n", name);
}

/* OFX demands a balance (2.2, 11.4.2.2). Where the service gives none, it is that of the rows. */
static void
append_balances (DeskExportOfx             *self,
                 GString                   *xml,
                 const DeskExportAccount   *account,
                 const DeskExportStatement *statement)
{
  g_autofree char *total = desk_decimal_to_string (statement->total);

  append_balance (self, xml, "LEDGERBAL", statement->balance != NULL ? statement->balance : total);
  if (*statement->suffix == '\0' && account->available != NULL)
    append_balance (self, xml, "AVAILBAL", account->available);
}

static void
append_statement (DeskExportOfx             *self,
                  GString                   *xml,
                  const DeskExportAccount   *account,
                  const DeskExportStatement *statement)
{
  const char *prefix = account->kind == DESK_EXPORT_ACCOUNT_CARD ? "CC" : "";

  g_string_append_printf (xml, "<%sSTMTTRNRS>\n<TRNUID>%u</TRNUID>\n"
                          "<STATUS>\n<CODE>0</CODE>\n<SEVERITY>INFO</SEVERITY>\n</STATUS>\n<%sSTMTRS>\n",
                          prefix, ++self->n_statements, prefix);
  desk_export_text_append_element (xml, "CURDEF", statement->currency);
  append_account (xml, account, statement);
  append_rows (self, xml, statement);
  append_balances (self, xml, account, statement);
  g_string_append_printf (xml, "</%sSTMTRS>\n</%sSTMTTRNRS>\n", prefix, prefix);
}

static gboolean
desk_export_ofx_write_statement (DeskExportBank             *bank,
                                 const DeskExportAccount    *account,
                                 const DeskExportStatement  *statement,
                                 GError                    **error)
{
  DeskExportOfx *self = DESK_EXPORT_OFX (bank);
  g_autoptr(GString) xml = NULL;

  if (account->kind == DESK_EXPORT_ACCOUNT_CARD)
    {
      append_statement (self, self->cards, account, statement);
      return TRUE;
    }
  xml = g_string_new (self->n_banks++ == 0 ? "<BANKMSGSRSV1>\n" : NULL);
  append_statement (self, xml, account, statement);
  return desk_export_file_write (self->file, xml->str, xml->len, error);
}

static gboolean
write_cards (DeskExportOfx  *self,
             GError        **error)
{
  return self->cards->len == 0 ||
         (desk_export_file_append (self->file, "<CREDITCARDMSGSRSV1>\n", error) &&
          desk_export_file_write (self->file, self->cards->str, self->cards->len, error) &&
          desk_export_file_append (self->file, "</CREDITCARDMSGSRSV1>\n", error));
}

static gboolean
desk_export_ofx_close (DeskExportBank  *bank,
                       GError         **error)
{
  DeskExportOfx *self = DESK_EXPORT_OFX (bank);

  return (self->n_banks == 0 || desk_export_file_append (self->file, "</BANKMSGSRSV1>\n", error)) &&
         write_cards (self, error) &&
         desk_export_file_append (self->file, "</OFX>\n", error) &&
         desk_export_file_close (self->file, error);
}

static gboolean
write_head (DeskExportOfx  *self,
            GError        **error)
{
  g_autoptr(GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n"
                                         "<?OFX OFXHEADER=\"200\" VERSION=\"220\" SECURITY=\"NONE\""
                                         " OLDFILEUID=\"NONE\" NEWFILEUID=\"NONE\"?>\n"
                                         "<OFX>\n<SIGNONMSGSRSV1>\n<SONRS>\n"
                                         "<STATUS>\n<CODE>0</CODE>\n<SEVERITY>INFO</SEVERITY>\n</STATUS>\n");

  append_time (self, xml, "DTSERVER", self->now);
  g_string_append (xml, "<LANGUAGE>ENG</LANGUAGE>\n</SONRS>\n</SIGNONMSGSRSV1>\n");
  return desk_export_file_write (self->file, xml->str, xml->len, error);
}

static void
desk_export_ofx_finalize (GObject *object)
{
  DeskExportOfx *self = DESK_EXPORT_OFX (object);

  g_clear_pointer (&self->file, desk_export_file_free);
  g_string_free (self->cards, TRUE);

  G_OBJECT_CLASS (desk_export_ofx_parent_class)->finalize (object);
}

static void
desk_export_ofx_class_init (DeskExportOfxClass *klass)
{
  DeskExportBankClass *bank_class = DESK_EXPORT_BANK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_export_ofx_finalize;
  bank_class->append_row = desk_export_ofx_append_row;
  bank_class->write_statement = desk_export_ofx_write_statement;
  bank_class->close = desk_export_ofx_close;
  bank_class->has_balances = TRUE;
}

static void
desk_export_ofx_init (DeskExportOfx *self)
{
  self->cards = g_string_new (NULL);
}

DeskExportWriter *
desk_export_ofx_new (const char  *path,
                     gint64       now,
                     GError     **error)
{
  g_autoptr(DeskExportOfx) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (DESK_TYPE_EXPORT_OFX, NULL);
  self->now = now;
  self->file = desk_export_file_open (path, error);
  return self->file != NULL && write_head (self, error) ? DESK_EXPORT_WRITER (g_steal_pointer (&self)) : NULL;
}
