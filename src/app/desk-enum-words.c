/* desk-enum-words.c: the codes of the standard in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-enum-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Codes that do not speak for themselves. The order of bytes, for bsearch(). */
static const struct
{
  const char *code;
  const char *words;
} known_codes[] =
{
  { "ABN", N_("ABN") },
  { "AEST", N_("AEST") },
  { "ALLDAY", N_("All day") },
  { "AMEX", N_("American Express") },
  { "ANZSCO_1220.0_2006_V1.0", N_("ANZSCO 2006, version 1.0") },
  { "ANZSCO_1220.0_2006_V1.1", N_("ANZSCO 2006, version 1.1") },
  { "ANZSCO_1220.0_2013_V1.2", N_("ANZSCO 2013, version 1.2") },
  { "ANZSCO_1220.0_2013_V1.3", N_("ANZSCO 2013, version 1.3") },
  { "ANZSIC_1292.0_2006_V1.0", N_("ANZSIC 2006, version 1.0") },
  { "ANZSIC_1292.0_2006_V2.0", N_("ANZSIC 2006, version 2.0") },
  { "ATM", N_("ATM") },
  { "BIANNUAL", N_("Twice a year") },
  { "BPAY", N_("BPAY") },
  { "BSCT", N_("Basic single credit transfer (BSCT)") },
  { "BUNDLE_DISCOUNT_FIXED", N_("Bundle discount, fixed") },
  { "BUNDLE_DISCOUNT_VARIABLE", N_("Bundle discount, variable") },
  { "BUSINESS_LOANS", N_("Business loan") },
  { "BUY_NOW_PAY_LATER", N_("Buy now, pay later") },
  { "CASHBACK_OFFER", N_("Cash-back offer") },
  { "CATSCT", N_("Category purpose credit transfer (CATSCT)") },
  { "CC_PROCESSING", N_("Credit card processing") },
  { "CHEQUE_DISHONOUR", N_("Cheque dishonour") },
  { "COMPLEMENTARY_PRODUCT_DISCOUNTS", N_("Discounts on other products") },
  { "CONT_LOAD", N_("Controlled load") },
  { "CRED_AND_CHRG_CARDS", N_("Credit or charge card") },
  { "CUST", N_("Customer") },
  { "DD_DISHONOUR", N_("Direct debit dishonour") },
  { "DE_ENERGISED", N_("De-energised") },
  { "DINERS", N_("Diners Club") },
  { "DISCONNECT_MOVE_OUT", N_("Disconnection when moving out") },
  { "DISCONNECT_NON_PAY", N_("Disconnection for non-payment") },
  { "DISTRIBUTION_WHOLESALE", N_("Distribution, wholesale") },
  { "DLF", N_("Distribution loss factor (DLF)") },
  { "DRSP", N_("Demand response service provider (DRSP)") },
  { "DUAL", N_("Electricity and gas") },
  { "EFTPOS", N_("EFTPOS") },
  { "ELIGIBILITY_ONLY", N_("Depends on eligibility only") },
  { "EMAIL", N_("E-mail address") },
  { "EXISTING_CUST", N_("Existing customer") },
  { "EXTINCT", N_("Permanently disconnected (extinct)") },
  { "EXTRA_DOWN_PAYMENT", N_("Extra down payment") },
  { "FLEXIBLE_CONT_LOAD", N_("Flexible, with controlled load") },
  { "FREE_TXNS", N_("Free transactions") },
  { "FREE_TXNS_ALLOWANCE", N_("Allowance of free transactions") },
  { "FRI", N_("Friday") },
  { "FRMP", N_("Financially responsible market participant (FRMP)") },
  { "GREENFIELD", N_("Not connected yet (greenfield)") },
  { "GREENPOWER", N_("GreenPower") },
  { "IFTI", N_("International transfer (IFTI)") },
  { "INTEREST_CHARGED", N_("Interest charged") },
  { "INTEREST_ONLY", N_("Interest only") },
  { "INTEREST_PAID", N_("Interest paid") },
  { "LEASES", N_("Lease") },
  { "LNSP", N_("Local network service provider (LNSP)") },
  { "MANY_PARTY", N_("More than two owners") },
  { "MARGIN_LOANS", N_("Margin loan") },
  { "MAX_AGE", N_("Maximum age") },
  { "MAX_BALANCE", N_("Maximum balance") },
  { "MAX_LIMIT", N_("Maximum limit") },
  { "MAX_LVR", N_("Maximum loan-to-value ratio (LVR)") },
  { "MAX_WITHDRAWALS", N_("Maximum number of withdrawals") },
  { "MAX_WITHDRAWAL_AMOUNT", N_("Maximum withdrawal") },
  { "MIN_AGE", N_("Minimum age") },
  { "MIN_BALANCE", N_("Minimum balance") },
  { "MIN_DEPOSITS", N_("Minimum number of deposits") },
  { "MIN_DEPOSIT_AMOUNT", N_("Minimum deposit") },
  { "MIN_INCOME", N_("Minimum income") },
  { "MIN_LIMIT", N_("Minimum limit") },
  { "MIN_LVR", N_("Minimum loan-to-value ratio (LVR)") },
  { "MIN_PURCHASES", N_("Minimum number of purchases") },
  { "MIN_TURNOVER", N_("Minimum turnover") },
  { "MLF", N_("Marginal loss factor (MLF)") },
  { "MON", N_("Monday") },
  { "MRAM", N_("Small market remotely read interval meter (MRAM)") },
  { "MRIM", N_("Manually read interval meter (MRIM)") },
  { "NCOLNUML", N_("Non-contestable unmetered load (NCOLNUML)") },
  { "NEW_CUSTOMER_TO_GROUP", N_("New customer of the group") },
  { "NON_CONTEST_UNMETERED_LOAD", N_("Unmetered load, not contestable") },
  { "NON_REGISTERED_EMBEDDED_GENERATOR", N_("Embedded generator, not registered") },
  { "NO_SOLAR_FIT", N_("No solar feed-in tariff") },
  { "NPP_ENABLED", N_("New Payments Platform (NPP)") },
  { "NPP_PAYID", N_("PayID (NPP)") },
  { "OFFPEAK", N_("Off-peak") },
  { "OFF_MARKET", N_("Off market") },
  { "OFF_PEAK", N_("Off-peak") },
  { "OFF_PEAK_DEMAND_CHARGE", N_("Off-peak demand charge") },
  { "ONE_PARTY", N_("One owner") },
  { "ORG_IDENTIFIER", N_("Organisation identifier") },
  { "ORG_MEMBER", N_("Member of an organisation") },
  { "OVERDRAFTS", N_("Overdraft") },
  { "OWNER_OCCUPIED", N_("Owner-occupied") },
  { "PAID_OUT_AT_MATURITY", N_("Paid out at maturity") },
  { "PAYID", N_("PayID") },
  { "PAYPAL_AU", N_("PayPal Australia") },
  { "PERS_LOANS", N_("Personal loan") },
  { "PER_TIER", N_("Each tier at its own rate") },
  { "PRINCIPAL_AND_INTEREST", N_("Principal and interest") },
  { "PROF", N_("Profile (PROF)") },
  { "PUBLIC_HOLIDAYS", N_("Public holidays") },
  { "RCTI", N_("Recipient-created tax invoice (RCTI)") },
  { "REGULATED_TRUST_ACCOUNTS", N_("Regulated trust account") },
  { "REQ_EQUIP_SUPPLIER", N_("Equipment from the supplier required") },
  { "RESIDENTIAL_MORTGAGES", N_("Home loan") },
  { "SAT", N_("Saturday") },
  { "SHOULDER1", N_("Shoulder 1") },
  { "SHOULDER2", N_("Shoulder 2") },
  { "SINGLE_RATE", N_("Single rate") },
  { "SINGLE_RATE_CONT_LOAD", N_("Single rate with controlled load") },
  { "SOLAR_PV", N_("Solar panels (PV)") },
  { "SUN", N_("Sunday") },
  { "TELEPHONE", N_("Telephone number") },
  { "TERM_DEPOSITS", N_("Term deposit") },
  { "THU", N_("Thursday") },
  { "TIME_OF_USE", N_("Time of use") },
  { "TIME_OF_USE_CONT_LOAD", N_("Time of use with controlled load") },
  { "TRANSFER_INCOMING", N_("Transfer in") },
  { "TRANSFER_OUTGOING", N_("Transfer out") },
  { "TRANS_AND_SAVINGS_ACCOUNTS", N_("Transaction and savings account") },
  { "TRAVEL_CARDS", N_("Travel card") },
  { "TUE", N_("Tuesday") },
  { "TWO_PARTY", N_("Two owners") },
  { "UMCP", N_("Unmetered (UMCP)") },
  { "UNLIMITED_TXNS", N_("Unlimited transactions") },
  { "UPFRONT", N_("Up front") },
  { "UPFRONT_PER_PLAN", N_("Up front, for each plan") },
  { "VICAMI", N_("Victorian smart meter (VICAMI)") },
  { "WED", N_("Wednesday") },
  { "WHOLE_BALANCE", N_("One rate for the whole balance") },
  { "X2P1", N_("Osko (X2P1)") },
  { "X2P1.01", N_("Osko (X2P1.01)") },
  { "X2P101", N_("Osko (X2P1.01)") },
  { "biller", N_("Biller") },
  { "digitalWallet", N_("Digital wallet") },
  { "domestic", N_("Domestic") },
  { "eventBased", N_("When something happens") },
  { "international", N_("International") },
  { "intervalSchedule", N_("At intervals") },
  { "lastWeekDay", N_("Last day of a week in the month") },
  { "nppPayload", N_("Payment details (NPP)") },
  { "onceOff", N_("One-off") },
  { "paf", N_("Postal address file") },
  { "payID", N_("PayID") },
  { "payId", N_("PayID") },
  { "simple", N_("Address lines") },
  { "x2p101Payload", N_("Payment details (Osko)") },
};

/* States, and what a code with a digit in it names, as "COMMS4D" does: nobody spells them out. */
static const char *const known_letters[] =
{
  "ACT", "ALL", "NEM", "NSW", "NT", "QLD", "SA", "TAS", "VIC", NULL,
};

static const char *
find_words (const char *code)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (known_codes);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (code, known_codes[middle].code);

      if (order == 0)
        return _(known_codes[middle].words);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

static gboolean
is_letters (const char *code)
{
  return g_strv_contains (known_letters, code) ||
         (strpbrk (code, "0123456789") != NULL && strpbrk (code, "_ abcdefghijklmnopqrstuvwxyz") == NULL);
}

char *
desk_enum_words (const char *code)
{
  const char *words = NULL;

  g_return_val_if_fail (code != NULL, NULL);

  words = find_words (code);
  if (words != NULL)
    return g_strdup (words);
  return is_letters (code) ? g_strdup (code) : desk_enum_humanise (code);
}

char *
desk_enum_humanise (const char *code)
{
  GString *words = NULL;
  gboolean shouts = TRUE;

  g_return_val_if_fail (code != NULL, NULL);

  for (const char *byte = code; *byte != '\0'; byte++)
    shouts = shouts && !g_ascii_islower (*byte);
  words = g_string_sized_new (strlen (code) + 8);
  for (const char *byte = code; *byte != '\0'; byte++)
    {
      if (*byte == '_')
        g_string_append_c (words, ' ');
      else if (words->len == 0)
        g_string_append_c (words, g_ascii_toupper (*byte));
      else if (shouts)
        g_string_append_c (words, g_ascii_tolower (*byte));
      else if (g_ascii_isupper (*byte) && g_ascii_islower (byte[-1]))
        g_string_append_printf (words, " %c", g_ascii_tolower (*byte));
      else
        g_string_append_c (words, *byte);
    }
  return g_string_free (words, FALSE);
}
