/* hazards-money.c: hazards 11 to 16: money and rates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hazard.h"

static void
test_exact_money (DeskJsonPage *page)
{
  hazard_assert_words ("banking.transactions", page, 0, "amount", "−411,352.04");
  hazard_assert_words ("banking.transactions", page, 5, "amount", "0.000001");
  hazard_assert_totals ("banking.transactions", page, "amount", "AUD 588746.370001 8/0");
}

static void
test_meaning_of_the_sign (DeskJsonPage *page)
{
  hazard_assert_words ("banking.balances", page, 0, "current_balance", "−250.00");
  hazard_assert_words ("energy.balances", page, 1, "balance", "−85.10");
  hazard_assert_words ("banking.direct-debits", page, 2, "last_debit_amount", "−19.95");
  hazard_assert_words ("banking.direct-debits", page, 3, "last_debit_amount", "19.95");
  hazard_assert_words ("energy.invoices", page, 4, "electricity.total_generation_credits", "14.20");
  hazard_assert_totals ("banking.balances", page, "current_balance", "AUD -250.00 1/4");
}

static void
test_credit_line (DeskJsonPage *page)
{
  hazard_assert_words ("banking.balances", page, 0, "current_balance", "−449,801.82");
  hazard_assert_words ("banking.balances", page, 0, "available_balance", "0.00");
  hazard_assert_words ("banking.balances", page, 0, "credit_limit", "50,000.00");
  hazard_assert_totals ("banking.balances", page, "available_balance", "AUD 0.00 1/0");
}

static void
test_foreign_currencies (DeskJsonPage *page)
{
  hazard_assert_words ("banking.transactions", page, 0, "amount", "USD −94,468.82");
  hazard_assert_words ("banking.transactions", page, 0, "description", "Card purchase for JPY 753.16");
  hazard_assert_words ("banking.transactions", page, 3, "amount", "−2.25");
  hazard_assert_totals ("banking.transactions", page, "amount", "AUD -3.75 2/0;GBP -10.00 1/0;USD -94468.07 2/0");
}

static void
test_cents_for_dollars (DeskJsonPage *page)
{
  static const char price[] = "electricity_contract.tariff_period.0.single_rate.rates.0.unit_price";
  static const char supply[] = "electricity_contract.tariff_period.0.daily_supply_charge";
  static const struct
  {
    const char *supply;
    const char *price;
  } sent[] = { { "142.50", "20.52" }, { "1.425", "0.2052" }, { "31.8", "31.8" } };

  for (guint i = 0; i < G_N_ELEMENTS (sent); i++)
    {
      g_autofree char *supply_words = hazard_words ("energy.plan-detail", page, i, supply);
      g_autofree char *price_words = hazard_words ("energy.plan-detail", page, i, price);

      g_assert_nonnull (strstr (supply_words, sent[i].supply));
      g_assert_nonnull (strstr (price_words, sent[i].price));
    }
}

static void
test_rate_above_one (DeskJsonPage *page)
{
  static const char rate[] = "electricity_contract.discounts.%u.percent_of_bill.rate";
  g_autofree char *above_path = g_strdup_printf (rate, 0);
  g_autofree char *below_path = g_strdup_printf (rate, 1);
  g_autofree char *above = hazard_words ("energy.plan-detail", page, 0, above_path);
  g_autofree char *below = hazard_words ("energy.plan-detail", page, 0, below_path);

  /* As it was sent, or as the percentage that it would be. */
  g_assert_true (strstr (above, "3.43") != NULL || strstr (above, "343") != NULL);
  g_assert_nonnull (strstr (below, "3.43"));
}

void
hazards_add_money (void)
{
  hazard_add ("11-exact-money", test_exact_money);
  hazard_add ("12-meaning-of-the-sign", test_meaning_of_the_sign);
  hazard_add ("13-credit-line", test_credit_line);
  hazard_add ("14-foreign-currencies", test_foreign_currencies);
  hazard_add ("15-cents-for-dollars", test_cents_for_dollars);
  hazard_add ("16-rate-above-one", test_rate_above_one);
}
