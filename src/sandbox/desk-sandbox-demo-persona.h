/* desk-sandbox-demo-persona.h: who the demo customers are and how they live
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_SANDBOX_ROLE_EVERYDAY,
  DESK_SANDBOX_ROLE_SAVINGS,
  DESK_SANDBOX_ROLE_CARD,
  DESK_SANDBOX_ROLE_LOAN,
} DeskSandboxRole;

#define DESK_SANDBOX_N_ROLES 4

/**
 * DeskSandboxMeans:
 * @DESK_SANDBOX_MEANS_CARD: a card at a terminal: posted a day later, until then pending
 * @DESK_SANDBOX_MEANS_DIRECT_DEBIT: taken by the biller on business days
 * @DESK_SANDBOX_MEANS_BPAY: paid with a biller code and a customer reference number
 * @DESK_SANDBOX_MEANS_OSKO: a fast payment between people, with extended data
 * @DESK_SANDBOX_MEANS_PAYROLL: salary
 * @DESK_SANDBOX_MEANS_CASH: taken from a machine
 * @DESK_SANDBOX_MEANS_INTERNAL: between two accounts of the same customer
 * @DESK_SANDBOX_MEANS_INTEREST: paid or charged by the bank
 */
typedef enum
{
  DESK_SANDBOX_MEANS_CARD,
  DESK_SANDBOX_MEANS_DIRECT_DEBIT,
  DESK_SANDBOX_MEANS_BPAY,
  DESK_SANDBOX_MEANS_OSKO,
  DESK_SANDBOX_MEANS_PAYROLL,
  DESK_SANDBOX_MEANS_CASH,
  DESK_SANDBOX_MEANS_INTERNAL,
  DESK_SANDBOX_MEANS_INTEREST,
} DeskSandboxMeans;

typedef enum
{
  DESK_SANDBOX_EVERY_FORTNIGHT,
  DESK_SANDBOX_EVERY_MONTH,
  DESK_SANDBOX_EVERY_QUARTER,
  DESK_SANDBOX_EVERY_YEAR,
} DeskSandboxEvery;

/**
 * DeskSandboxKind:
 * @primary: `category.primary_category`
 * @secondary: `category.secondary_category`
 * @confidence: `category.confidence_level`
 * @merchant_category_code: (nullable): ISO 18245; %NULL where there is no merchant
 */
typedef struct
{
  const char *primary;
  const char *secondary;
  const char *confidence;
  const char *merchant_category_code;
} DeskSandboxKind;

/**
 * DeskSandboxHabit:
 * @merchant: who is paid; also decides on which days, so it is unique in a table
 * @place: (nullable): the suburb, added to the description
 * @kind: what it is
 * @weekday: in how many of 1000 weekdays it happens
 * @weekend: in how many of 1000 days of a weekend it happens
 * @low: the lowest amount in cents
 * @high: the highest amount in cents
 * @step: amounts are @low and a multiple of it
 * @from_hour: the first hour in which it happens
 * @to_hour: the last hour in which it happens
 * @may_return: whether what was bought is sometimes brought back
 * @means: how it is paid
 *
 * A purchase that happens by chance.
 */
typedef struct
{
  const char            *merchant;
  const char            *place;
  const DeskSandboxKind *kind;
  int                    weekday;
  int                    weekend;
  int                    low;
  int                    high;
  int                    step;
  int                    from_hour;
  int                    to_hour;
  gboolean               may_return;
  DeskSandboxMeans       means;
} DeskSandboxHabit;

/**
 * DeskSandboxBill:
 * @description: as the statement shows it
 * @merchant: who pays or is paid
 * @kind: what it is
 * @account: where it is booked
 * @means: how it is paid
 * @every: how often
 * @day: the day of the month; of a fortnight from 1, which is a Monday
 * @month: the first month; for fortnights and months unused
 * @low: the lowest amount in cents, negative if paid
 * @high: the highest amount in cents, at least @low
 *
 * Something that comes back by the calendar, in or out.
 */
typedef struct
{
  const char            *description;
  const char            *merchant;
  const DeskSandboxKind *kind;
  DeskSandboxRole        account;
  DeskSandboxMeans       means;
  DeskSandboxEvery       every;
  int                    day;
  int                    month;
  int                    low;
  int                    high;
} DeskSandboxBill;

/**
 * DeskSandboxMove:
 * @from: the account that pays
 * @to: the account that receives
 * @out_description: as the paying account shows it
 * @in_description: as the receiving account shows it
 * @out_kind: what it is for the paying account
 * @in_kind: what it is for the receiving account
 * @cents: how much; 0 pays what the last statement of @to asks for
 *
 * A transfer between own accounts; @every, @day and @month as in #DeskSandboxBill.
 */
typedef struct
{
  DeskSandboxRole        from;
  DeskSandboxRole        to;
  const char            *out_description;
  const char            *in_description;
  const DeskSandboxKind *out_kind;
  const DeskSandboxKind *in_kind;
  DeskSandboxEvery       every;
  int                    day;
  int                    month;
  int                    cents;
} DeskSandboxMove;

/**
 * DeskSandboxHome:
 * @solar_watts: the size of the solar panels, 0 for none
 * @base_load: watt hours that every half-hour takes
 * @morning: what the peak before work adds to a half-hour, in watt hours
 * @evening: what the peak at dinner adds
 * @daytime: what being at home in the day adds
 * @heating: what a winter's night adds
 * @cooling: what a hot afternoon adds
 *
 * How a household uses electricity.
 */
typedef struct
{
  int solar_watts;
  int base_load;
  int morning;
  int evening;
  int daytime;
  int heating;
  int cooling;
} DeskSandboxHome;

/**
 * DeskSandboxPersona:
 * @key: names the files with the fixed records and goes into ids: `mia-chen`
 * @name: the person's name
 * @login: the e-mail
 * @address: where electricity is supplied, in one line
 * @energy_account: the number of the energy account
 * @opening: what each account held a year ago, in cents, by #DeskSandboxRole
 * @has_account: which accounts there are, by #DeskSandboxRole
 * @credit_limit: of the card, in cents
 * @redraw: what may be taken out of the loan again, in cents
 * @savings_rate: the interest paid, in hundredths of a percent a year
 * @loan_rate: the interest charged, in hundredths of a percent a year
 * @debit_habits: (array length=n_debit_habits): paid from the everyday account
 * @card_habits: (array length=n_card_habits): paid with the credit card
 * @bills: (array length=n_bills): what comes by the calendar
 * @moves: (array length=n_moves): transfers between own accounts
 * @home: how the household uses electricity
 *
 * One made-up person who banks with the demo bank and buys energy from the demo retailer.
 */
typedef struct
{
  const char             *key;
  const char             *name;
  const char             *login;
  const char             *address;
  const char             *energy_account;
  gint64                  opening[DESK_SANDBOX_N_ROLES];
  gboolean                has_account[DESK_SANDBOX_N_ROLES];
  gint64                  credit_limit;
  gint64                  redraw;
  int                     savings_rate;
  int                     loan_rate;
  const DeskSandboxHabit *debit_habits;
  guint                   n_debit_habits;
  const DeskSandboxHabit *card_habits;
  guint                   n_card_habits;
  const DeskSandboxBill  *bills;
  guint                   n_bills;
  const DeskSandboxMove  *moves;
  guint                   n_moves;
  DeskSandboxHome         home;
} DeskSandboxPersona;

/**
 * desk_sandbox_demo_get_personas:
 * @n_personas: (out): how many there are
 *
 * Returns: (array length=n_personas): the demo customers, the full one first
 */
const DeskSandboxPersona *desk_sandbox_demo_get_personas (guint *n_personas);

G_END_DECLS
