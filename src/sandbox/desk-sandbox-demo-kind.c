/* desk-sandbox-demo-kind.c: what a booking is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-kind.h"

static const struct
{
  const char      *name;
  DeskSandboxKind  kind;
} kinds[] = {
  { "groceries", { "FOOD_AND_DRINK", "FOOD_AND_DRINK_GROCERIES", "VERY_HIGH", "5411" } },
  { "coffee", { "FOOD_AND_DRINK", "FOOD_AND_DRINK_COFFEE", "VERY_HIGH", "5814" } },
  { "bakery", { "FOOD_AND_DRINK", "FOOD_AND_DRINK_GROCERIES", "HIGH", "5462" } },
  { "fast_food", { "FOOD_AND_DRINK", "FOOD_AND_DRINK_FAST_FOOD", "HIGH", "5814" } },
  { "restaurant", { "FOOD_AND_DRINK", "FOOD_AND_DRINK_RESTAURANTS", "VERY_HIGH", "5812" } },
  { "bar", { "FOOD_AND_DRINK", "FOOD_AND_DRINK_BARS", "HIGH", "5813" } },
  { "bottle_shop", { "FOOD_AND_DRINK", "FOOD_AND_DRINK_BEER_WINE_AND_LIQUOR", "HIGH", "5921" } },
  { "transit", { "TRANSPORTATION", "TRANSPORTATION_PUBLIC_TRANSIT", "VERY_HIGH", "4111" } },
  { "taxi", { "TRANSPORTATION", "TRANSPORTATION_TAXIS_AND_RIDE_SHARES", "HIGH", "4121" } },
  { "fuel", { "TRANSPORTATION", "TRANSPORTATION_GAS", "VERY_HIGH", "5541" } },
  { "parking", { "TRANSPORTATION", "TRANSPORTATION_PARKING", "HIGH", "7523" } },
  { "books", { "GENERAL_MERCHANDISE", "GENERAL_MERCHANDISE_BOOKSTORES_AND_NEWSSTANDS", "HIGH", "5942" } },
  { "clothing", { "GENERAL_MERCHANDISE", "GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES", "HIGH", "5651" } },
  { "online", { "GENERAL_MERCHANDISE", "GENERAL_MERCHANDISE_ONLINE_MARKETPLACES", "MEDIUM", "5999" } },
  { "electronics", { "GENERAL_MERCHANDISE", "GENERAL_MERCHANDISE_ELECTRONICS", "HIGH", "5732" } },
  { "hardware", { "HOME_IMPROVEMENT", "HOME_IMPROVEMENT_HARDWARE", "HIGH", "5251" } },
  { "homewares", { "HOME_IMPROVEMENT", "HOME_IMPROVEMENT_FURNITURE", "MEDIUM", "5712" } },
  { "pharmacy", { "MEDICAL", "MEDICAL_PHARMACIES_AND_SUPPLEMENTS", "VERY_HIGH", "5912" } },
  { "health", { "MEDICAL", "MEDICAL_OTHER_MEDICAL", "HIGH", "8099" } },
  { "hairdresser", { "PERSONAL_CARE", "PERSONAL_CARE_HAIR_AND_BEAUTY", "HIGH", "7230" } },
  { "gym", { "PERSONAL_CARE", "PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS", "VERY_HIGH", "7997" } },
  { "cinema", { "ENTERTAINMENT", "ENTERTAINMENT_TV_AND_MOVIES", "HIGH", "7832" } },
  { "streaming", { "ENTERTAINMENT", "ENTERTAINMENT_MUSIC_AND_AUDIO", "VERY_HIGH", "5815" } },
  { "tickets", { "ENTERTAINMENT", "ENTERTAINMENT_SPORTING_EVENTS_AND_ARTS", "HIGH", "7922" } },
  { "software", { "SERVICES", "SERVICES_SOFTWARE", "HIGH", "5734" } },
  { "news", { "ENTERTAINMENT", "ENTERTAINMENT_NEWS", "HIGH", "5968" } },
  { "insurance", { "SERVICES", "SERVICES_INSURANCE", "VERY_HIGH", "6300" } },
  { "donation", { "GOVERNMENT_AND_NON_PROFIT", "GOVERNMENT_AND_NON_PROFIT_DONATIONS", "HIGH", "8398" } },
  { "government", { "GOVERNMENT_AND_NON_PROFIT", "GOVERNMENT_AND_NON_PROFIT_GOVERNMENT_AGENCIES", "HIGH", "9399" } },
  { "energy", { "RENT_AND_UTILITIES", "RENT_AND_UTILITIES_GAS_AND_ELECTRICITY", "VERY_HIGH", "4900" } },
  { "water", { "RENT_AND_UTILITIES", "RENT_AND_UTILITIES_WATER", "VERY_HIGH", "4900" } },
  { "phone", { "RENT_AND_UTILITIES", "RENT_AND_UTILITIES_TELEPHONE", "VERY_HIGH", "4814" } },
  { "internet", { "RENT_AND_UTILITIES", "RENT_AND_UTILITIES_INTERNET_AND_CABLE", "VERY_HIGH", "4816" } },
  { "rent", { "RENT_AND_UTILITIES", "RENT_AND_UTILITIES_RENT", "VERY_HIGH", NULL } },
  { "strata", { "RENT_AND_UTILITIES", "RENT_AND_UTILITIES_OTHER_UTILITIES", "MEDIUM", "6513" } },
  { "flights", { "TRAVEL", "TRAVEL_FLIGHTS", "VERY_HIGH", "4511" } },
  { "lodging", { "TRAVEL", "TRAVEL_LODGING", "HIGH", "7011" } },
  { "salary", { "INCOME", "INCOME_SALARY", "VERY_HIGH", NULL } },
  { "rental_income", { "INCOME", "INCOME_RENTAL", "HIGH", NULL } },
  { "tax_refund", { "INCOME", "INCOME_TAX_REFUND", "VERY_HIGH", NULL } },
  { "from_friend", { "TRANSFER_IN", "TRANSFER_IN_PEER_TO_PEER", "MEDIUM", NULL } },
  { "to_friend", { "TRANSFER_OUT", "TRANSFER_OUT_PEER_TO_PEER", "MEDIUM", NULL } },
  { "transfer_in", { "TRANSFER_IN", "TRANSFER_IN_ACCOUNT_TRANSFER", "VERY_HIGH", NULL } },
  { "transfer_out", { "TRANSFER_OUT", "TRANSFER_OUT_ACCOUNT_TRANSFER", "VERY_HIGH", NULL } },
  { "card_payment", { "LOAN_PAYMENTS", "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT", "VERY_HIGH", NULL } },
  { "loan_payment", { "LOAN_PAYMENTS", "LOAN_PAYMENTS_MORTGAGE_PAYMENT", "VERY_HIGH", NULL } },
  { "cash", { "TRANSFER_OUT", "TRANSFER_OUT_WITHDRAWAL", "VERY_HIGH", "6011" } },
  { "wages", { "SERVICES", "SERVICES_OTHER_SERVICES", "HIGH", NULL } },
  { "business_income", { "INCOME", "INCOME_OTHER_INCOME", "HIGH", NULL } },
  { "pension", { "INCOME", "INCOME_RETIREMENT_PENSION", "VERY_HIGH", NULL } },
  { "benefit", { "INCOME", "INCOME_GOVERNMENT_BENEFITS", "VERY_HIGH", NULL } },
  { "gig_income", { "INCOME", "INCOME_GIG_ECONOMY", "HIGH", NULL } },
  { "childcare", { "SERVICES", "SERVICES_CHILDCARE", "HIGH", "8351" } },
  { "school", { "SERVICES", "SERVICES_EDUCATION", "HIGH", "8211" } },
  { "supplies", { "GENERAL_MERCHANDISE", "GENERAL_MERCHANDISE_OFFICE_SUPPLIES", "HIGH", "5943" } },
  { "wholesale", { "GENERAL_MERCHANDISE", "GENERAL_MERCHANDISE_SUPERSTORES", "MEDIUM", "5300" } },
  { "tolls", { "TRANSPORTATION", "TRANSPORTATION_TOLLS", "VERY_HIGH", "4784" } },
  { "bank_fee", { "BANK_FEES", "BANK_FEES_OTHER_BANK_FEES", "VERY_HIGH", NULL } },
  { "overdrawn_fee", { "BANK_FEES", "BANK_FEES_OVERDRAFT_FEES", "VERY_HIGH", NULL } },
  { "games", { "ENTERTAINMENT", "ENTERTAINMENT_VIDEO_GAMES", "HIGH", "5816" } },
  { "pets", { "MEDICAL", "MEDICAL_VETERINARY_SERVICES", "HIGH", "0742" } },
  { "personal_loan", { "LOAN_PAYMENTS", "LOAN_PAYMENTS_PERSONAL_LOAN_PAYMENT", "VERY_HIGH", NULL } },
  { "tax", { "GOVERNMENT_AND_NON_PROFIT", "GOVERNMENT_AND_NON_PROFIT_TAX_PAYMENT", "VERY_HIGH", "9311" } },
};

const DeskSandboxKind *
desk_sandbox_kind_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i].kind;

  return NULL;
}
