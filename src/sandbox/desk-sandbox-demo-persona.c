/* desk-sandbox-demo-persona.c: who the demo customers are and how they live
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-persona.h"

#define EVERYDAY DESK_SANDBOX_ROLE_EVERYDAY
#define SAVINGS DESK_SANDBOX_ROLE_SAVINGS
#define CREDIT_CARD DESK_SANDBOX_ROLE_CARD
#define LOAN DESK_SANDBOX_ROLE_LOAN
#define CARD DESK_SANDBOX_MEANS_CARD
#define DEBIT DESK_SANDBOX_MEANS_DIRECT_DEBIT
#define BPAY DESK_SANDBOX_MEANS_BPAY
#define OSKO DESK_SANDBOX_MEANS_OSKO
#define PAYROLL DESK_SANDBOX_MEANS_PAYROLL
#define CASH DESK_SANDBOX_MEANS_CASH
#define FORTNIGHT DESK_SANDBOX_EVERY_FORTNIGHT
#define MONTH DESK_SANDBOX_EVERY_MONTH
#define QUARTER DESK_SANDBOX_EVERY_QUARTER
#define YEAR DESK_SANDBOX_EVERY_YEAR

#define KIND(variable, primary, detail, confidence, code) \
  static const DeskSandboxKind variable = { primary, primary "_" detail, confidence, code }

KIND (groceries, "FOOD_AND_DRINK", "GROCERIES", "VERY_HIGH", "5411");
KIND (coffee, "FOOD_AND_DRINK", "COFFEE", "VERY_HIGH", "5814");
KIND (bakery, "FOOD_AND_DRINK", "GROCERIES", "HIGH", "5462");
KIND (fast_food, "FOOD_AND_DRINK", "FAST_FOOD", "HIGH", "5814");
KIND (restaurant, "FOOD_AND_DRINK", "RESTAURANTS", "VERY_HIGH", "5812");
KIND (bar, "FOOD_AND_DRINK", "BARS", "HIGH", "5813");
KIND (bottle_shop, "FOOD_AND_DRINK", "BEER_WINE_AND_LIQUOR", "HIGH", "5921");
KIND (transit, "TRANSPORTATION", "PUBLIC_TRANSIT", "VERY_HIGH", "4111");
KIND (taxi, "TRANSPORTATION", "TAXIS_AND_RIDE_SHARES", "HIGH", "4121");
KIND (fuel, "TRANSPORTATION", "GAS", "VERY_HIGH", "5541");
KIND (parking, "TRANSPORTATION", "PARKING", "HIGH", "7523");
KIND (books, "GENERAL_MERCHANDISE", "BOOKSTORES_AND_NEWSSTANDS", "HIGH", "5942");
KIND (clothing, "GENERAL_MERCHANDISE", "CLOTHING_AND_ACCESSORIES", "HIGH", "5651");
KIND (online, "GENERAL_MERCHANDISE", "ONLINE_MARKETPLACES", "MEDIUM", "5999");
KIND (electronics, "GENERAL_MERCHANDISE", "ELECTRONICS", "HIGH", "5732");
KIND (hardware, "HOME_IMPROVEMENT", "HARDWARE", "HIGH", "5251");
KIND (homewares, "HOME_IMPROVEMENT", "FURNITURE", "MEDIUM", "5712");
KIND (pharmacy, "MEDICAL", "PHARMACIES_AND_SUPPLEMENTS", "VERY_HIGH", "5912");
KIND (health, "MEDICAL", "OTHER_MEDICAL", "HIGH", "8099");
KIND (hairdresser, "PERSONAL_CARE", "HAIR_AND_BEAUTY", "HIGH", "7230");
KIND (gym, "PERSONAL_CARE", "GYMS_AND_FITNESS_CENTERS", "VERY_HIGH", "7997");
KIND (cinema, "ENTERTAINMENT", "TV_AND_MOVIES", "HIGH", "7832");
KIND (streaming, "ENTERTAINMENT", "MUSIC_AND_AUDIO", "VERY_HIGH", "5815");
KIND (tickets, "ENTERTAINMENT", "SPORTING_EVENTS_AND_ARTS", "HIGH", "7922");
KIND (software, "SERVICES", "SOFTWARE", "HIGH", "5734");
KIND (news, "ENTERTAINMENT", "NEWS", "HIGH", "5968");
KIND (insurance, "SERVICES", "INSURANCE", "VERY_HIGH", "6300");
KIND (donation, "GOVERNMENT_AND_NON_PROFIT", "DONATIONS", "HIGH", "8398");
KIND (government, "GOVERNMENT_AND_NON_PROFIT", "GOVERNMENT_AGENCIES", "HIGH", "9399");
KIND (energy, "RENT_AND_UTILITIES", "GAS_AND_ELECTRICITY", "VERY_HIGH", "4900");
KIND (water, "RENT_AND_UTILITIES", "WATER", "VERY_HIGH", "4900");
KIND (phone, "RENT_AND_UTILITIES", "TELEPHONE", "VERY_HIGH", "4814");
KIND (internet, "RENT_AND_UTILITIES", "INTERNET_AND_CABLE", "VERY_HIGH", "4816");
KIND (rent, "RENT_AND_UTILITIES", "RENT", "VERY_HIGH", NULL);
KIND (strata, "RENT_AND_UTILITIES", "OTHER_UTILITIES", "MEDIUM", "6513");
KIND (flights, "TRAVEL", "FLIGHTS", "VERY_HIGH", "4511");
KIND (lodging, "TRAVEL", "LODGING", "HIGH", "7011");
KIND (salary, "INCOME", "SALARY", "VERY_HIGH", NULL);
KIND (rental_income, "INCOME", "RENTAL", "HIGH", NULL);
KIND (tax_refund, "INCOME", "TAX_REFUND", "VERY_HIGH", NULL);
KIND (from_friend, "TRANSFER_IN", "PEER_TO_PEER", "MEDIUM", NULL);
KIND (to_friend, "TRANSFER_OUT", "PEER_TO_PEER", "MEDIUM", NULL);
KIND (transfer_in, "TRANSFER_IN", "ACCOUNT_TRANSFER", "VERY_HIGH", NULL);
KIND (transfer_out, "TRANSFER_OUT", "ACCOUNT_TRANSFER", "VERY_HIGH", NULL);
KIND (card_payment, "LOAN_PAYMENTS", "CREDIT_CARD_PAYMENT", "VERY_HIGH", NULL);
KIND (loan_payment, "LOAN_PAYMENTS", "MORTGAGE_PAYMENT", "VERY_HIGH", NULL);
KIND (cash, "TRANSFER_OUT", "WITHDRAWAL", "VERY_HIGH", "6011");

#undef KIND

static const DeskSandboxHabit mia_debit_habits[] = {
  { "Little Finch Coffee", "Newtown", &coffee, 440, 320, 480, 1240, 10, 7, 8 },
  { "Paper Crane Espresso", "Sydney", &coffee, 170, 0, 450, 690, 10, 9, 10 },
  { "Tilda's Bakery", "Enmore", &bakery, 30, 330, 650, 1890, 10, 8, 10 },
  { "Noodle Post", "Sydney", &fast_food, 160, 0, 1380, 2190, 10, 12, 13 },
  { "Green Tram Salads", "Sydney", &fast_food, 120, 0, 1250, 1790, 10, 12, 13 },
  { "Corner Pantry", "Newtown", &groceries, 90, 60, 640, 2380, 1, 17, 20 },
  { "Harbour Transit", "tap and go", &transit, 560, 250, 320, 868, 4, 7, 18 },
  { "Cab Collective", "Sydney", &taxi, 15, 90, 1420, 4380, 1, 20, 22 },
  { "Fernleaf Pharmacy", "Newtown", &pharmacy, 45, 45, 890, 4680, 5, 10, 18 },
  { "Physio on King", "Newtown", &health, 45, 0, 9500, 9500, 1, 16, 18 },
  { "Wattle Bank ATM", "Newtown", &cash, 18, 45, 5000, 20000, 5000, 10, 19, FALSE, DESK_SANDBOX_MEANS_CASH },
};

static const DeskSandboxHabit mia_card_habits[] = {
  { "Harvest Lane Grocers", "Newtown", &groceries, 230, 340, 2840, 9860, 1, 9, 19 },
  { "Fieldhouse Market", "Marrickville", &groceries, 40, 210, 4200, 14200, 1, 9, 15 },
  { "Vine & Barrel", "Enmore", &bottle_shop, 25, 90, 1890, 5900, 1, 16, 18 },
  { "Osteria Lontana", "Newtown", &restaurant, 20, 120, 4800, 12600, 50, 19, 21 },
  { "Curry Verandah", "Enmore", &restaurant, 45, 90, 2650, 6480, 10, 18, 20 },
  { "Dumpling Row", "Haymarket", &restaurant, 45, 70, 2140, 5890, 10, 18, 20 },
  { "Wombat Eats", "online", &restaurant, 60, 70, 2890, 5240, 1, 18, 20 },
  { "The Brass Cockatoo", "Newtown", &bar, 30, 120, 2200, 6400, 50, 18, 21 },
  { "Wedgetail Fuel", "Marrickville", &fuel, 50, 110, 4200, 8900, 1, 8, 18 },
  { "Parkwise", "Sydney", &parking, 15, 45, 450, 1800, 50, 10, 17 },
  { "Paper & Pine", "Glebe", &online, 22, 60, 1890, 8990, 5, 10, 16, TRUE },
  { "Thimble & Thread", "Sydney", &clothing, 18, 55, 3900, 14900, 100, 10, 16, TRUE },
  { "Parcelbird", "online", &online, 40, 45, 1495, 11990, 5, 8, 21, TRUE },
  { "Lantern Books", "Newtown", &books, 20, 50, 1699, 5498, 1, 10, 17 },
  { "Currawong Hardware", "Marrickville", &hardware, 10, 70, 1290, 9680, 5, 9, 15, TRUE },
  { "Marlow & Daughters Homewares", "Alexandria", &homewares, 4, 25, 4900, 24900, 100, 10, 16 },
  { "Brightside Electronics", "Broadway", &electronics, 4, 10, 8900, 39900, 100, 10, 17, TRUE },
  { "Cinema Regent", "Sydney", &cinema, 12, 80, 2450, 4900, 50, 17, 20 },
  { "Quayside Theatre", "Walsh Bay", &tickets, 2, 16, 6900, 15800, 100, 10, 18 },
  { "Saltwater Hair", "Newtown", &hairdresser, 5, 35, 8500, 16500, 500, 10, 15 },
};

static const DeskSandboxBill mia_bills[] = {
  { "Salary Acme Logistics Pty Ltd", "Acme Logistics Pty Ltd", &salary, EVERYDAY, PAYROLL, FORTNIGHT, 4, 0, 421000, 421000 },
  { "Rent received, Kestrel Property Management", "Kestrel Property Management", &rental_income, EVERYDAY, OSKO, MONTH, 5, 0, 218000, 218000 },
  { "Rent, Banksia Property Trust", "Banksia Property Trust", &rent, EVERYDAY, OSKO, MONTH, 18, 0, -256000, -256000 },
  { "Gumtree Energy direct debit", "Gumtree Energy", &energy, EVERYDAY, DEBIT, MONTH, 19, 0, -16480, -8740 },
  { "Coastal Water", "Coastal Water", &water, EVERYDAY, BPAY, QUARTER, 24, 2, -22640, -18210 },
  { "Mobile plan, Southern Signal", "Southern Signal", &phone, EVERYDAY, DEBIT, MONTH, 15, 0, -3500, -3500 },
  { "Kookaburra Broadband", "Kookaburra Broadband", &internet, EVERYDAY, DEBIT, MONTH, 6, 0, -7900, -7900 },
  { "Oak & Anchor Health Cover", "Oak & Anchor Health Cover", &insurance, EVERYDAY, DEBIT, MONTH, 3, 0, -14830, -14830 },
  { "Tidewater Car Insurance", "Tidewater Insurance", &insurance, EVERYDAY, DEBIT, MONTH, 27, 0, -7415, -7415 },
  { "Crown Street Strata levy", "Crown Street Strata", &strata, EVERYDAY, BPAY, QUARTER, 11, 1, -98600, -98600 },
  { "Roads & Registry NSW", "Roads & Registry NSW", &government, EVERYDAY, BPAY, YEAR, 9, 9, -41800, -41800 },
  { "Tax refund", "Commonwealth Revenue", &tax_refund, EVERYDAY, OSKO, YEAR, 20, 8, 114620, 114620 },
  { "River Shelter donation", "River Shelter", &donation, EVERYDAY, DEBIT, MONTH, 20, 0, -2500, -2500 },
  { "Payment from T Reid", "T Reid", &from_friend, EVERYDAY, OSKO, MONTH, 10, 0, 4800, 4800 },
  { "Streamly subscription", "Streamly", &streaming, CREDIT_CARD, CARD, MONTH, 4, 0, -1899, -1899 },
  { "Tunebox family plan", "Tunebox", &streaming, CREDIT_CARD, CARD, MONTH, 9, 0, -1399, -1399 },
  { "Cloudkeep storage", "Cloudkeep", &software, CREDIT_CARD, CARD, MONTH, 21, 0, -449, -449 },
  { "The Harbour Herald digital", "The Harbour Herald", &news, CREDIT_CARD, CARD, MONTH, 2, 0, -2200, -2200 },
  { "Ironbark Fitness", "Ironbark Fitness", &gym, CREDIT_CARD, CARD, FORTNIGHT, 9, 0, -3490, -3490 },
  { "Petrel Airways", "Petrel Airways", &flights, CREDIT_CARD, CARD, YEAR, 12, 3, -61240, -61240 },
  { "Saltbush Lodge, Jindabyne", "Saltbush Lodge", &lodging, CREDIT_CARD, CARD, YEAR, 14, 7, -124000, -124000 },
};

static const DeskSandboxMove mia_moves[] = {
  { EVERYDAY, SAVINGS, "Transfer to savings ··4471", "Transfer from everyday ··2210",
    &transfer_out, &transfer_in, FORTNIGHT, 5, 0, 90000 },
  { EVERYDAY, LOAN, "Home loan repayment ··9036", "Repayment from everyday ··2210",
    &loan_payment, &loan_payment, MONTH, 22, 0, 266000 },
  { EVERYDAY, CREDIT_CARD, "Card payment ··7718", "Payment received, thank you",
    &card_payment, &card_payment, MONTH, 12, 0, 0 },
  { SAVINGS, EVERYDAY, "Transfer to everyday ··2210", "Transfer from savings ··4471",
    &transfer_out, &transfer_in, YEAR, 13, 7, 180000 },
  { SAVINGS, EVERYDAY, "Transfer to everyday ··2210", "Transfer from savings ··4471",
    &transfer_out, &transfer_in, YEAR, 15, 12, 90000 },
};

static const DeskSandboxHabit tom_debit_habits[] = {
  { "Gasworks Roasters", "Brunswick", &coffee, 380, 260, 450, 950, 10, 7, 9 },
  { "Harvest Lane Grocers", "Brunswick", &groceries, 190, 300, 1880, 8240, 1, 9, 19 },
  { "Sydney Road Falafel", "Brunswick", &fast_food, 130, 110, 1150, 2290, 10, 12, 20 },
  { "Yarra Transit", "card top-up", &transit, 130, 40, 2000, 4000, 1000, 7, 18 },
  { "The Lamplighter", "Northcote", &bar, 30, 150, 1800, 5600, 50, 18, 21 },
  { "Second Chapter Books", "Carlton", &books, 10, 45, 1200, 4200, 50, 11, 16 },
  { "Bower Cycles", "Fitzroy", &online, 8, 20, 2400, 13900, 5, 10, 16, TRUE },
  { "Lentil House", "Fitzroy", &restaurant, 40, 100, 2450, 5870, 10, 18, 20 },
};

static const DeskSandboxBill tom_bills[] = {
  { "Salary Plover & Sons Joinery", "Plover & Sons Joinery", &salary, EVERYDAY, PAYROLL, FORTNIGHT, 11, 0, 229840, 229840 },
  { "Rent, Merri Creek Realty", "Merri Creek Realty", &rent, EVERYDAY, OSKO, MONTH, 7, 0, -204000, -204000 },
  { "Gumtree Energy direct debit", "Gumtree Energy", &energy, EVERYDAY, DEBIT, MONTH, 16, 0, -11890, -6240 },
  { "Mobile plan, Southern Signal", "Southern Signal", &phone, EVERYDAY, DEBIT, MONTH, 23, 0, -2900, -2900 },
  { "Payment to M Chen", "M Chen", &to_friend, EVERYDAY, OSKO, MONTH, 10, 0, -4800, -4800 },
  { "Tunebox single plan", "Tunebox", &streaming, EVERYDAY, CARD, MONTH, 13, 0, -1199, -1199 },
};

static const DeskSandboxMove tom_moves[] = {
  { EVERYDAY, SAVINGS, "Transfer to savings ··6183", "Transfer from everyday ··5529",
    &transfer_out, &transfer_in, FORTNIGHT, 12, 0, 55000 },
};

static const DeskSandboxPersona personas[] = {
  {
    .key = "mia-chen",
    .name = "Mia Chen",
    .login = "mia.chen@example.com",
    .address = "27 Lantana Lane, Newtown NSW 2042",
    .energy_account = "7041 6620 18",
    .opening = { 718055, 1824000, -128436, -37491240 },
    .has_account = { TRUE, TRUE, TRUE, TRUE },
    .credit_limit = 1200000,
    .redraw = 385000,
    .savings_rate = 475,
    .loan_rate = 604,
    .debit_habits = mia_debit_habits,
    .n_debit_habits = G_N_ELEMENTS (mia_debit_habits),
    .card_habits = mia_card_habits,
    .n_card_habits = G_N_ELEMENTS (mia_card_habits),
    .bills = mia_bills,
    .n_bills = G_N_ELEMENTS (mia_bills),
    .moves = mia_moves,
    .n_moves = G_N_ELEMENTS (mia_moves),
    .home = { 4600, 140, 330, 700, 160, 520, 560 },
  },
  {
    .key = "tom-reid",
    .name = "Tom Reid",
    .login = "tom.reid@example.com",
    .address = "Unit 4, 118 Pardalote Street, Brunswick VIC 3056",
    .energy_account = "7043 1908 55",
    .opening = { 364210, 512500 },
    .has_account = { TRUE, TRUE },
    .savings_rate = 430,
    .debit_habits = tom_debit_habits,
    .n_debit_habits = G_N_ELEMENTS (tom_debit_habits),
    .bills = tom_bills,
    .n_bills = G_N_ELEMENTS (tom_bills),
    .moves = tom_moves,
    .n_moves = G_N_ELEMENTS (tom_moves),
    .home = { 0, 75, 190, 390, 80, 360, 180 },
  },
};

const DeskSandboxPersona *
desk_sandbox_demo_get_personas (guint *n_personas)
{
  g_return_val_if_fail (n_personas != NULL, NULL);

  *n_personas = G_N_ELEMENTS (personas);
  return personas;
}
