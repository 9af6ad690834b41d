/* desk-sandbox-demo-persona.h: who the demo customers are and how they live
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-demo-kind.h"

G_BEGIN_DECLS

/**
 * DeskSandboxRole:
 * @DESK_SANDBOX_ROLE_EVERYDAY: what is lived from
 * @DESK_SANDBOX_ROLE_SAVINGS: earns interest
 * @DESK_SANDBOX_ROLE_CARD: a credit card, below zero
 * @DESK_SANDBOX_ROLE_LOAN: a home, personal or business loan, below zero
 * @DESK_SANDBOX_ROLE_OFFSET: lowers the interest of the loan
 * @DESK_SANDBOX_ROLE_DEPOSIT: a term deposit: nothing is booked on it
 * @DESK_SANDBOX_ROLE_TRAVEL: a prepaid card in a foreign currency
 * @DESK_SANDBOX_ROLE_FORMER: an account that was closed
 */
typedef enum
{
  DESK_SANDBOX_ROLE_EVERYDAY,
  DESK_SANDBOX_ROLE_SAVINGS,
  DESK_SANDBOX_ROLE_CARD,
  DESK_SANDBOX_ROLE_LOAN,
  DESK_SANDBOX_ROLE_OFFSET,
  DESK_SANDBOX_ROLE_DEPOSIT,
  DESK_SANDBOX_ROLE_TRAVEL,
  DESK_SANDBOX_ROLE_FORMER,
} DeskSandboxRole;

#define DESK_SANDBOX_N_ROLES 8

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
  DESK_SANDBOX_EVERY_WEEK,
} DeskSandboxEvery;

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
 * @day: the day of the month; of a week or a fortnight from 1, which is a Monday
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
 * @controlled_load: what the hot water takes from a register of its own in a half-hour of the night
 * @car: what a charging car takes in a half-hour of the small hours, on about four nights a week
 * @battery: how much a battery at home holds, in watt hours, 0 for none
 * @interval: how many minutes a read is about: 30 or 5; 0 is 30
 * @substituted: how many of 1000 days have reads that were estimated for the whole day
 * @moved_days: how many days ago this home was moved into, 0 for more than a year ago
 * @left_days: how many days ago it was left, 0 if it is still lived in
 * @luck: makes one household's days differ from another's
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
  int controlled_load;
  int car;
  int battery;
  int interval;
  int substituted;
  int moved_days;
  int left_days;
  int luck;
} DeskSandboxHome;

/**
 * DeskSandboxPersona:
 * @key: names the files with the fixed records, if there are any, and goes into ids: `mia-chen`
 * @name: the person's or the business's name
 * @login: the e-mail
 * @group: under which heading the log-in page lists them: "Households"
 * @about: what is special, in a few words: "Family with a mortgage and an offset account"
 * @bank: (nullable): the id of the institution whose customer this is
 * @retailer: (nullable): the id of the energy retailer whose customer this is
 * @fault: (nullable): what goes wrong for this persona, as desk_sandbox_fault_spec_parse() takes it
 * @luck: makes one life differ from another with the same habits; 0 changes nothing
 * @address: where energy is supplied, in one line
 * @energy_account: the number of the energy account
 * @details: (owned) (element-type utf8 utf8): texts for the templates, as they stand in JSON
 * @account_details: (owned) (nullable) (element-type utf8 utf8): the same for each account, by #DeskSandboxRole
 * @opening: what each account held on the first day of the demo data, in cents, by #DeskSandboxRole
 * @has_account: which accounts there are, by #DeskSandboxRole
 * @credit_limit: of the card, in cents
 * @redraw: what may be taken out of the loan again, in cents
 * @overdraft: by how much the everyday account may be below zero, in cents
 * @hold: to the next multiple of this many cents a card purchase is held while it is pending: it is posted with its
 *   own amount and another transaction id; 0 if it is pending as it will be posted
 * @savings_rate: the interest paid, in hundredths of a percent a year
 * @loan_rate: the interest charged, in hundredths of a percent a year
 * @debit_habits: (owned) (array length=n_debit_habits): paid from the everyday account
 * @card_habits: (owned) (array length=n_card_habits): paid with the credit card
 * @travel_habits: (owned) (array length=n_travel_habits): paid with the travel card, in its currency
 * @bills: (owned) (array length=n_bills): what comes by the calendar
 * @moves: (owned) (array length=n_moves): transfers between own accounts
 * @n_branches: how many accounts like the everyday account there are besides, one for each branch of a company
 * @branch_name: (nullable): what a branch is called: "Shop"
 * @branch_bills: (owned) (array length=n_branch_bills): what comes by the calendar at each branch
 * @has_energy: whether energy is bought from @retailer
 * @fuel: `ELECTRICITY` or `GAS`, which has no service point and no usage
 * @home: how the household uses electricity
 * @has_former_home: whether there was another home in the last year
 * @former_home: how electricity was used there
 * @former_address: (nullable): where that was
 * @concession: (nullable): the name of the concession that lowers the energy bill
 * @instalment: what is paid every fortnight under a hardship plan, in cents, 0 for none
 * @strings: (owned): holds the texts
 *
 * One made-up person or business with a bank, an energy retailer or both: one row of a persona file.
 */
typedef struct
{
  const char             *key;
  const char             *name;
  const char             *login;
  const char             *group;
  const char             *about;
  const char             *bank;
  const char             *retailer;
  const char             *fault;
  int                     luck;
  int                     hold;
  const char             *address;
  const char             *energy_account;
  GHashTable             *details;
  GHashTable             *account_details[DESK_SANDBOX_N_ROLES];
  gint64                  opening[DESK_SANDBOX_N_ROLES];
  gboolean                has_account[DESK_SANDBOX_N_ROLES];
  gint64                  credit_limit;
  gint64                  redraw;
  gint64                  overdraft;
  int                     savings_rate;
  int                     loan_rate;
  const DeskSandboxHabit *debit_habits;
  guint                   n_debit_habits;
  const DeskSandboxHabit *card_habits;
  guint                   n_card_habits;
  const DeskSandboxHabit *travel_habits;
  guint                   n_travel_habits;
  const DeskSandboxBill  *bills;
  guint                   n_bills;
  const DeskSandboxMove  *moves;
  guint                   n_moves;
  guint                   n_branches;
  const char             *branch_name;
  const DeskSandboxBill  *branch_bills;
  guint                   n_branch_bills;
  gboolean                has_energy;
  const char             *fuel;
  DeskSandboxHome         home;
  gboolean                has_former_home;
  DeskSandboxHome         former_home;
  const char             *former_address;
  const char             *concession;
  gint64                  instalment;
  GStringChunk           *strings;
} DeskSandboxPersona;

void        desk_sandbox_persona_free         (DeskSandboxPersona       *self);

/**
 * desk_sandbox_persona_get_currency:
 *
 * Returns: the currency of the account with @role: `AUD` unless the row says another
 */
const char *desk_sandbox_persona_get_currency (const DeskSandboxPersona *self,
                                               DeskSandboxRole           role);

/**
 * desk_sandbox_persona_mix_seed:
 *
 * Returns: what the chance in the persona's life comes from: @seed and the persona's luck
 */
guint64     desk_sandbox_persona_mix_seed     (const DeskSandboxPersona *self,
                                               guint64                   seed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxPersona, desk_sandbox_persona_free)

G_END_DECLS
