/* test-bank.c: exports of bank statements: OFX, QIF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-tally.h"
#include "desk-test-export.h"

#define DAY "\"posting_date_time\":\"2026-01-12T13:00:00Z\""

/* (transfer full): the file, if the writer takes these rows for these reasons */
static char *
write_rows (DeskExportFormat  format,
            const char       *accounts,
            const char       *balances,
            const char       *transactions,
            const char       *expected_reasons)
{
  g_autoptr(DeskTestExport) export = desk_test_export_new (format, TRUE);
  g_autofree char *reasons = NULL;

  if (accounts != NULL)
    g_free (desk_test_export_add (export, "banking.accounts", FALSE, accounts));
  if (balances != NULL)
    g_free (desk_test_export_add (export, "banking.balances", FALSE, balances));
  reasons = desk_test_export_add (export, "banking.transactions", TRUE, transactions);
  g_assert_cmpstr (reasons, ==, expected_reasons);

  return desk_test_export_finish (export);
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static void
assert_has_not (const char *text,
                const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in: %s", part, text);
}

static guint
count_parts (const char *text,
             const char *part)
{
  g_auto(GStrv) parts = g_strsplit (text, part, -1);

  return g_strv_length (parts) - 1;
}

static void
test_names_what_it_leaves_out (gconstpointer data)
{
  g_autofree char *text = write_rows (GPOINTER_TO_INT (data), NULL, NULL,
                                      "[{\"account_id\":\"a\",\"amount\":\"1.00\"," DAY "},"
                                      "{\"account_id\":\"a\",\"amount\":\"2.00\",\"status\":\"PENDING\"," DAY "},"
                                      "{\"account_id\":\"a\"," DAY "},"
                                      "{\"account_id\":\"a\",\"amount\":\"free\"," DAY "},"
                                      "{\"account_id\":\"a\",\"amount\":\"3.00\"},"
                                      "{\"amount\":\"4.00\"," DAY "},"
                                      "{\"account_id\":\"a\",\"amount\":\"123456789012345678901234567890.12\"," DAY "}]",
                                      "none pending no-amount no-amount no-date no-account long-amount");

  assert_has (text, "1.00");
  assert_has_not (text, "2.00");
  assert_has_not (text, "3.00");
  assert_has_not (text, "4.00");
}

static void
test_keeps_every_digit (gconstpointer data)
{
  g_autofree char *text = write_rows (GPOINTER_TO_INT (data), NULL, NULL,
                                      "[{\"account_id\":\"a\",\"amount\":\"-12345678901234567890123456789\"," DAY "},"
                                      "{\"account_id\":\"a\",\"amount\":\"1e2\"," DAY "}]", "none none");

  assert_has (text, "-12345678901234567890123456789");
  assert_has (text, "100");
}

static void
test_ofx_keeps_currencies_apart (void)
{
  g_autofree char *text = write_rows (DESK_EXPORT_FORMAT_OFX, NULL,
                                      "[{\"account_id\":\"a\",\"current_balance\":\"10.00\",\"available_balance\":\"9.00\","
                                      "\"purses\":[{\"amount\":\"7.00\",\"currency\":\"usd\"}]}]",
                                      "[{\"account_id\":\"a\",\"amount\":\"1.00\",\"currency\":\"USD\"," DAY "},"
                                      "{\"account_id\":\"a\",\"amount\":\"2.00\",\"currency\":\"\"," DAY "}]",
                                      "none none");
  const char *australian = strstr (text, "<CURDEF>AUD</CURDEF>");
  const char *american = strstr (text, "<CURDEF>USD</CURDEF>");

  g_assert_nonnull (australian);
  g_assert_nonnull (american);
  g_assert_true (australian < american);
  assert_has (american, "<ACCTID>a-USD</ACCTID>");
  assert_has (american, "<TRNAMT>1.00</TRNAMT>");
  assert_has (american, "<LEDGERBAL>\n<BALAMT>7.00</BALAMT>");
  assert_has_not (american, "AVAILBAL");
  assert_has (australian, "<ACCTID>a</ACCTID>");
  assert_has (australian, "<AVAILBAL>\n<BALAMT>9.00</BALAMT>");
}

static void
test_ofx_balance_that_is_not_known_is_the_sum (void)
{
  g_autofree char *text = write_rows (DESK_EXPORT_FORMAT_OFX, NULL, NULL,
                                      "[{\"account_id\":\"a\",\"amount\":\"1.10\",\"currency\":\"NZD\"," DAY "},"
                                      "{\"account_id\":\"a\",\"amount\":\"-3.00\",\"currency\":\"NZD\"," DAY "}]",
                                      "none none");

  assert_has (text, "<CURDEF>NZD</CURDEF>");
  assert_has (text, "<ACCTID>a</ACCTID>");
  assert_has (text, "<LEDGERBAL>\n<BALAMT>-1.90</BALAMT>");
  assert_has_not (text, "AVAILBAL");
}

static void
test_ofx_escapes_and_cuts_between_characters (void)
{
  g_autofree char *text = write_rows (DESK_EXPORT_FORMAT_OFX, NULL, NULL,
                                      "{\"account_id\":\"a\",\"amount\":\"1.00\"," DAY ","
                                      "\"description\":\"Caf\\u00e9 <b>&\\nc'o \\u0001\\ud83c\\udf89\\ud83c\\udf89\\ud83c\\udf89"
                                      "\\ud83c\\udf89 long enough to be cut here\"}", "none");

  assert_has (text, "<NAME>Café &lt;b&gt;&amp; c'o  🎉🎉🎉🎉 long enough</NAME>");
  assert_has (text, "<MEMO>Café &lt;b&gt;&amp; c'o  🎉🎉🎉🎉 long enough to be cut here</MEMO>");
}

static void
test_ofx_says_what_happened (void)
{
  g_autofree char *text = write_rows (DESK_EXPORT_FORMAT_OFX, NULL, NULL,
                                      "[{\"account_id\":\"a\",\"amount\":\"-1.00\",\"type\":\"DIRECT_DEBIT\"," DAY ","
                                      "\"fiskil_id\":\"bank_tx_1\",\"merchant_name\":\"Gym\",\"description\":\"GYM 0123\","
                                      "\"reference\":\"R1\",\"merchant_category_code\":\"0625\"},"
                                      "{\"account_id\":\"a\",\"amount\":\"-2.00\",\"type\":\"OTHER\"," DAY "},"
                                      "{\"account_id\":\"a\",\"amount\":\"3.00\",\"type\":\"NEW_TYPE\"," DAY "}]",
                                      "none none none");

  assert_has (text, "<STMTTRN>\n<TRNTYPE>DIRECTDEBIT</TRNTYPE>\n<DTPOSTED>20260113000000[+11:AEDT]</DTPOSTED>\n"
                    "<TRNAMT>-1.00</TRNAMT>\n<FITID>bank_tx_1</FITID>\n<SIC>0625</SIC>\n<NAME>Gym</NAME>\n"
                    "<MEMO>GYM 0123 · R1</MEMO>\n</STMTTRN>\n");
  assert_has (text, "<TRNTYPE>DEBIT</TRNTYPE>");
  assert_has (text, "<TRNTYPE>CREDIT</TRNTYPE>");
}

static void
test_ofx_tells_rows_without_an_id_apart (void)
{
  g_autofree char *text = write_rows (DESK_EXPORT_FORMAT_OFX, NULL, NULL,
                                      "[{\"account_id\":\"a\",\"amount\":\"1.00\"," DAY "},"
                                      "{\"account_id\":\"a\",\"amount\":\"2.00\"," DAY "}]", "none none");
  g_auto(GStrv) parts = g_strsplit (text, "FITID>", -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 5);
  g_assert_cmpstr (parts[1], !=, parts[3]);
}

static void
test_ofx_has_cards_after_banks (void)
{
  g_autofree char *text = write_rows (DESK_EXPORT_FORMAT_OFX,
                                      "[{\"account_id\":\"a\",\"product_category\":\"CRED_AND_CHRG_CARDS\"},"
                                      "{\"account_id\":\"b\",\"product_category\":\"RESIDENTIAL_MORTGAGES\",\"bsb\":\"123456\"},"
                                      "{\"account_id\":\"c\",\"product_category\":\"TERM_DEPOSITS\"}]", NULL,
                                      "[{\"account_id\":\"a\",\"amount\":\"1.00\"," DAY "},"
                                      "{\"account_id\":\"b\",\"amount\":\"2.00\"," DAY "},"
                                      "{\"account_id\":\"c\",\"amount\":\"3.00\"," DAY "}]", "none none none");
  const char *bank_end = strstr (text, "</BANKMSGSRSV1>\n<CREDITCARDMSGSRSV1>\n<CCSTMTTRNRS>");

  g_assert_nonnull (bank_end);
  assert_has (bank_end, "<CCACCTFROM>\n<ACCTID>a</ACCTID>\n</CCACCTFROM>");
  assert_has (text, "<BANKID>123456</BANKID>\n<ACCTID>b</ACCTID>\n<ACCTTYPE>CREDITLINE</ACCTTYPE>");
  assert_has (text, "<ACCTTYPE>CD</ACCTTYPE>");
  g_assert_cmpuint (count_parts (text, "<BANKMSGSRSV1>"), ==, 1);
}

static void
test_ofx_shortens_account_ids_without_mixing_them (void)
{
  g_autofree char *text = write_rows (DESK_EXPORT_FORMAT_OFX, NULL, NULL,
                                      "[{\"account_id\":\"0123456789012345678901234567890a\",\"amount\":\"1.00\"," DAY "},"
                                      "{\"account_id\":\"0123456789012345678901234567890b\",\"amount\":\"2.00\"," DAY "}]",
                                      "none none");
  g_auto(GStrv) parts = g_strsplit (text, "ACCTID>", -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 5);
  g_assert_cmpstr (parts[1], !=, parts[3]);
  g_assert_cmpuint (strlen (parts[1]), ==, 22 + strlen ("</"));
}

static void
test_accounts_without_transactions_are_there_if_asked_for (gconstpointer data)
{
  DeskExportFormat format = GPOINTER_TO_INT (data);
  g_autoptr(DeskTestExport) export = desk_test_export_new (format, FALSE);
  g_autofree char *text = NULL;
  g_autofree char *without = write_rows (format, "{\"account_id\":\"lonely\"}", NULL,
                                         "{\"account_id\":\"a\",\"amount\":\"1.00\"," DAY "}", "none");

  g_free (desk_test_export_add (export, "banking.accounts", TRUE, "{\"account_id\":\"lonely\"}"));
  text = desk_test_export_finish (export);
  assert_has (text, "lonely");
  assert_has_not (without, "lonely");
}

static void
test_qif_has_no_place_for_balances (void)
{
  g_autoptr(DeskTestExport) qif = desk_test_export_new (DESK_EXPORT_FORMAT_QIF, FALSE);
  g_autoptr(DeskTestExport) ofx = desk_test_export_new (DESK_EXPORT_FORMAT_OFX, FALSE);
  g_autofree char *left_out = desk_test_export_add (qif, "banking.balances", TRUE, "{\"account_id\":\"a\"}");
  g_autofree char *written = desk_test_export_add (ofx, "banking.balances", TRUE, "{\"account_id\":\"a\"}");

  g_assert_cmpstr (left_out, ==, "no-place");
  g_assert_cmpstr (written, ==, "none");
}

static void
test_qif_has_an_account_for_each_currency (void)
{
  g_autofree char *text = write_rows (DESK_EXPORT_FORMAT_QIF,
                                      "{\"account_id\":\"a\",\"nickname\":\"Travel\"}",
                                      "{\"account_id\":\"a\",\"current_balance\":\"1\"}",
                                      "[{\"account_id\":\"a\",\"amount\":\"1.00\",\"currency\":\"USD\"," DAY "},"
                                      "{\"account_id\":\"a\",\"amount\":\"-2.00\"," DAY "}]", "none none");

  assert_has (text, "!Account\nNTravel\nTBank\n^\n!Type:Bank\nD2026-01-13\nT-2.00\nPTransaction\n^\n");
  assert_has (text, "!Account\nNTravel (USD)\nTBank\n^\n!Type:Bank\nD2026-01-13\nT1.00\nPTransaction\n^\n");
}

static void
test_qif_lines_stay_lines (void)
{
  g_autofree char *text = write_rows (DESK_EXPORT_FORMAT_QIF, NULL, NULL,
                                      "{\"account_id\":\"a\",\"amount\":\"1.00\"," DAY ",\"merchant_name\":\"A\\n^\\r\\nT999\","
                                      "\"description\":\"B\\u2028C\",\"reference\":\"R\","
                                      "\"category\":{\"secondary_category\":\"[Other:account]\"}}", "none");

  assert_has (text, "D2026-01-13\nT1.00\nNR\nPA ^  T999\nMB C\nL Other account \n^\n");
}

static void
test_qif_gives_accounts_of_one_name_two_names (void)
{
  g_autofree char *text = write_rows (DESK_EXPORT_FORMAT_QIF,
                                      "[{\"account_id\":\"a\",\"display_name\":\"Saver\",\"masked_number\":\"xx12\"},"
                                      "{\"account_id\":\"b\",\"display_name\":\"Saver\",\"masked_number\":\"xx34\"},"
                                      "{\"account_id\":\"c\",\"display_name\":\"Saver\",\"masked_number\":\"xx34\"}]", NULL,
                                      "[{\"account_id\":\"a\",\"amount\":\"1.00\"," DAY "},"
                                      "{\"account_id\":\"b\",\"amount\":\"2.00\"," DAY "},"
                                      "{\"account_id\":\"c\",\"amount\":\"3.00\"," DAY "}]", "none none none");

  assert_has (text, "NSaver\n");
  assert_has (text, "NSaver xx34\n");
  assert_has (text, "NSaver c\n");
}

static void
test_tally_says_why (void)
{
  DeskExportTally tally = { NULL, { [DESK_EXPORT_REASON_NONE] = 5, [DESK_EXPORT_REASON_PENDING] = 9,
                                    [DESK_EXPORT_REASON_NO_AMOUNT] = 3 } };
  const DeskExportTally one = { NULL, { [DESK_EXPORT_REASON_GONE] = 2 } };
  g_autofree char *reasons = desk_export_tally_dup_reasons (&tally);
  g_autofree char *reason = desk_export_tally_dup_reasons (&one);

  g_assert_cmpstr (reasons, ==, "pending (9), no amount (3)");
  g_assert_cmpstr (reason, ==, "removed meanwhile");
  g_assert_cmpuint (desk_export_tally_get_n_written (&tally), ==, 5);
  g_assert_cmpuint (desk_export_tally_get_n_left_out (&tally), ==, 12);
}

#define BOTH(name, function)                                                                                       \
  g_test_add_data_func ("/export-ofx/" name, GINT_TO_POINTER (DESK_EXPORT_FORMAT_OFX), function);                  \
  g_test_add_data_func ("/export-qif/" name, GINT_TO_POINTER (DESK_EXPORT_FORMAT_QIF), function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  BOTH ("names-what-it-leaves-out", test_names_what_it_leaves_out);
  BOTH ("keeps-every-digit", test_keeps_every_digit);
  BOTH ("accounts-without-transactions-are-there-if-asked-for", test_accounts_without_transactions_are_there_if_asked_for);
  g_test_add_func ("/export-ofx/keeps-currencies-apart", test_ofx_keeps_currencies_apart);
  g_test_add_func ("/export-ofx/balance-that-is-not-known-is-the-sum", test_ofx_balance_that_is_not_known_is_the_sum);
  g_test_add_func ("/export-ofx/escapes-and-cuts-between-characters", test_ofx_escapes_and_cuts_between_characters);
  g_test_add_func ("/export-ofx/says-what-happened", test_ofx_says_what_happened);
  g_test_add_func ("/export-ofx/tells-rows-without-an-id-apart", test_ofx_tells_rows_without_an_id_apart);
  g_test_add_func ("/export-ofx/has-cards-after-banks", test_ofx_has_cards_after_banks);
  g_test_add_func ("/export-ofx/shortens-account-ids-without-mixing-them", test_ofx_shortens_account_ids_without_mixing_them);
  g_test_add_func ("/export-qif/has-no-place-for-balances", test_qif_has_no_place_for_balances);
  g_test_add_func ("/export-qif/has-an-account-for-each-currency", test_qif_has_an_account_for_each_currency);
  g_test_add_func ("/export-qif/lines-stay-lines", test_qif_lines_stay_lines);
  g_test_add_func ("/export-qif/gives-accounts-of-one-name-two-names", test_qif_gives_accounts_of_one_name_two_names);
  g_test_add_func ("/export-tally/says-why", test_tally_says_why);

  return g_test_run ();
}
