/* desk-export-qif.c: bank statements in the Quicken Interchange Format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-qif.h"

#include "desk-export-file.h"

struct _DeskExportQif
{
  DeskExportBank  parent_instance;

  DeskExportFile *file; /* (owned) */
};

G_DEFINE_FINAL_TYPE (DeskExportQif, desk_export_qif, DESK_TYPE_EXPORT_BANK)

static void
append_line (GString    *qif,
             char        code,
             const char *text)
{
  if (text != NULL)
    g_string_append_printf (qif, "%c%s\n", code, text);
}

static void
desk_export_qif_append_row (DeskExportBank              *bank,
                            GString                     *rows,
                            const DeskExportTransaction *transaction)
{
  g_autoptr(GDateTime) time = desk_export_bank_dup_time (bank, transaction->instant);
  g_autofree char *day = g_date_time_format (time, "%Y-%m-%d");
  g_autofree char *amount = desk_decimal_to_string (transaction->amount);
  /* In a category, brackets are a transfer, the others cut it in parts. */
  g_autofree char *category = transaction->category != NULL
                              ? g_strdelimit (g_strdup (transaction->category), "[]/|:", ' ') : NULL;

  append_line (rows, 'D', day);
  append_line (rows, 'T', amount);
  append_line (rows, 'N', transaction->reference);
  append_line (rows, 'P', transaction->payee);
  append_line (rows, 'M', transaction->memo);
  append_line (rows, 'L', category);
  g_string_append (rows, "^\n");
}

static gboolean
desk_export_qif_write_statement (DeskExportBank             *bank,
                                 const DeskExportAccount    *account,
                                 const DeskExportStatement  *statement,
                                 GError                    **error)
{
  static const char *const types[] = {
    [DESK_EXPORT_ACCOUNT_EVERYDAY] = "Bank",
    [DESK_EXPORT_ACCOUNT_CARD] = "CCard",
    [DESK_EXPORT_ACCOUNT_LOAN] = "Oth L",
    [DESK_EXPORT_ACCOUNT_DEPOSIT] = "Bank",
  };
  DeskExportQif *self = DESK_EXPORT_QIF (bank);
  g_autoptr(GString) qif = g_string_new ("!Account\n");

  append_line (qif, 'N', statement->name);
  append_line (qif, 'T', types[account->kind]);
  g_string_append (qif, "^\n");
  g_string_append_printf (qif, "!Type:%s\n", types[account->kind]);
  return desk_export_file_write (self->file, qif->str, qif->len, error) &&
         desk_export_file_write (self->file, statement->rows->str, statement->rows->len, error);
}

static gboolean
desk_export_qif_close (DeskExportBank  *bank,
                       GError         **error)
{
  return desk_export_file_close (DESK_EXPORT_QIF (bank)->file, error);
}

static void
desk_export_qif_finalize (GObject *object)
{
  g_clear_pointer (&DESK_EXPORT_QIF (object)->file, desk_export_file_free);

  G_OBJECT_CLASS (desk_export_qif_parent_class)->finalize (object);
}

static void
desk_export_qif_class_init (DeskExportQifClass *klass)
{
  DeskExportBankClass *bank_class = DESK_EXPORT_BANK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_export_qif_finalize;
  bank_class->append_row = desk_export_qif_append_row;
  bank_class->write_statement = desk_export_qif_write_statement;
  bank_class->close = desk_export_qif_close;
}

static void
desk_export_qif_init (DeskExportQif *self)
{
}

DeskExportWriter *
desk_export_qif_new (const char  *path,
                     GError     **error)
{
  DeskExportFile *file = NULL;
  DeskExportQif *self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = desk_export_file_open (path, error);
  if (file == NULL)
    return NULL;
  self = g_object_new (DESK_TYPE_EXPORT_QIF, NULL);
  self->file = file;
  return DESK_EXPORT_WRITER (self);
}
