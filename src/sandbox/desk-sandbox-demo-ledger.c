/* desk-sandbox-demo-ledger.c: what happened on the accounts of a demo customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-ledger.h"

#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-demo-dice.h"
#include "desk-sandbox-demo-institutions.h"
#include "desk-sandbox-demo-invoice.h"

/* A card statement closes so many days before it is due. */
#define STATEMENT_DAYS 14
#define PURCHASES_RETURNED_PER_MILLE 180
#define MIN_PENDING 3
#define MAX_PENDING 5

static const DeskSandboxKind interest_paid = { "INCOME", "INCOME_INTEREST_EARNED", "VERY_HIGH", NULL };
static const DeskSandboxKind interest_charged = { "BANK_FEES", "BANK_FEES_INTEREST_CHARGE", "VERY_HIGH", NULL };

/**
 * Year:
 * @persona: whose year it is
 * @data_seed: what the data of everybody comes from
 * @seed: what all chance of this life comes from
 * @now: nothing is later
 * @entries: (element-type DeskSandboxEntry): what has been made so far
 * @tariff: (nullable): what electricity costs
 *
 * A ledger while it is being made.
 */
typedef struct
{
  const DeskSandboxPersona *persona;
  guint64                   data_seed;
  guint64                   seed;
  gint64                    now;
  GPtrArray                *entries;
  DeskSandboxTariff        *tariff;
} Year;

static void
add_entry (Year                  *year,
           DeskSandboxRole        account,
           DeskSandboxMeans       means,
           const DeskSandboxKind *kind,
           char                  *description,
           const char            *merchant,
           gint64                 cents,
           gint64                 execution)
{
  DeskSandboxEntry *entry = desk_sandbox_entry_new (account, means, kind, description, merchant, cents, execution);

  entry->currency = desk_sandbox_persona_get_currency (year->persona, account);
  g_ptr_array_add (year->entries, entry);
}

static gint64
balance_before (const Year      *year,
                DeskSandboxRole  account,
                gint64           instant)
{
  gint64 cents = year->persona->opening[account];

  for (guint i = 0; i < year->entries->len; i++)
    {
      const DeskSandboxEntry *entry = g_ptr_array_index (year->entries, i);

      if (entry->account == account && entry->execution < instant)
        cents += entry->cents;
    }

  return cents;
}

static void
add_refund (Year                   *year,
            DeskSandboxDemoDice    *dice,
            DeskSandboxRole         account,
            const DeskSandboxHabit *habit,
            const GDate            *day,
            gint64                  cents)
{
  GDate later = *day;

  g_date_add_days (&later, (guint) desk_sandbox_demo_dice_between (dice, 5, 9));
  add_entry (year, account, DESK_SANDBOX_MEANS_CARD, habit->kind,
             g_strconcat ("Refund, ", habit->merchant, NULL), habit->merchant, cents,
             desk_sandbox_demo_instant (&later, desk_sandbox_demo_dice_between (dice, 10 * 3600, 17 * 3600)));
}

static void
add_purchase (Year                   *year,
              DeskSandboxRole         account,
              const DeskSandboxHabit *habit,
              const GDate            *day)
{
  gboolean weekend = g_date_get_weekday (day) >= G_DATE_SATURDAY;
  DeskSandboxDemoDice dice;
  gint64 cents;
  int second;

  desk_sandbox_demo_dice_init (&dice, year->seed, habit->merchant, g_date_get_julian (day));
  if (!desk_sandbox_demo_dice_chance (&dice, weekend ? habit->weekend : habit->weekday))
    return;

  cents = habit->low + desk_sandbox_demo_dice_between (&dice, 0, (habit->high - habit->low) / habit->step) * habit->step;
  second = desk_sandbox_demo_dice_between (&dice, habit->from_hour * 3600, habit->to_hour * 3600 + 3540);
  add_entry (year, account, habit->means, habit->kind,
             habit->place != NULL ? g_strconcat (habit->merchant, ", ", habit->place, NULL) : g_strdup (habit->merchant),
             habit->merchant, -cents, desk_sandbox_demo_instant (day, second));

  if (habit->may_return && desk_sandbox_demo_dice_chance (&dice, PURCHASES_RETURNED_PER_MILLE))
    add_refund (year, &dice, account, habit, day, cents);
}

/* Whether a rhythm falls on @day, before it is moved to a business day. */
static gboolean
falls_on (const GDate      *day,
          DeskSandboxEvery  every,
          int               day_number,
          int               month)
{
  int this_month = g_date_get_month (day);

  switch (every)
    {
    case DESK_SANDBOX_EVERY_FORTNIGHT:
      /* Julian day 1 was a Monday. */
      return (int) (g_date_get_julian (day) - 1) % 14 + 1 == day_number;

    case DESK_SANDBOX_EVERY_WEEK:
      return (int) (g_date_get_julian (day) - 1) % 7 + 1 == day_number;

    case DESK_SANDBOX_EVERY_MONTH:
      return g_date_get_day (day) == day_number;

    case DESK_SANDBOX_EVERY_QUARTER:
      return g_date_get_day (day) == day_number && (this_month - month + 12) % 3 == 0;

    case DESK_SANDBOX_EVERY_YEAR:
      return g_date_get_day (day) == day_number && this_month == month;

    default:
      g_assert_not_reached ();
    }
}

/* What the bill is about on @day; the energy retailer takes what the invoice of the month before says. */
static int
choose_amount (const Year            *year,
               const DeskSandboxBill *bill,
               const GDate           *day,
               DeskSandboxDemoDice   *dice)
{
  int cents = desk_sandbox_demo_dice_between (dice, bill->low, bill->high);
  g_autoptr(DeskSandboxDemoInvoice) invoice = NULL;
  GDate month = *day;

  if (year->tariff == NULL || !desk_sandbox_demo_is_energy_bill (year->persona, bill))
    return cents;

  g_date_set_day (&month, 1);
  g_date_subtract_months (&month, 1);
  invoice = desk_sandbox_demo_invoice_new (year->persona, year->tariff, year->data_seed, &month);
  return (int) -MAX (invoice->total, 0);
}

static void
add_bill (Year                  *year,
          const DeskSandboxBill *bill,
          const GDate           *day)
{
  GDate due = *day;
  DeskSandboxDemoDice dice;
  int cents;

  if (!falls_on (day, bill->every, bill->day, bill->month))
    return;

  /* Subscriptions are taken from cards on any day; what goes through banks is not. */
  if (bill->means != DESK_SANDBOX_MEANS_CARD)
    desk_sandbox_demo_roll_forward (&due);

  desk_sandbox_demo_dice_init (&dice, year->seed, bill->description, g_date_get_julian (day));
  cents = choose_amount (year, bill, day, &dice);
  if (cents == 0)
    return;

  add_entry (year, bill->account, bill->means, bill->kind, g_strdup (bill->description), bill->merchant, cents,
             desk_sandbox_demo_instant (&due, 12 * 3600 + desk_sandbox_demo_dice_between (&dice, 0, 4 * 3600)));
}

static void
add_move (Year                  *year,
          const DeskSandboxMove *move,
          const GDate           *day)
{
  GDate due = *day;
  GDate closing = *day;
  DeskSandboxDemoDice dice;
  gint64 cents = move->cents;
  gint64 execution;

  if (!falls_on (day, move->every, move->day, move->month))
    return;

  desk_sandbox_demo_roll_forward (&due);
  desk_sandbox_demo_dice_init (&dice, year->seed, move->in_description, g_date_get_julian (day));
  execution = desk_sandbox_demo_instant (&due, 17 * 3600 + desk_sandbox_demo_dice_between (&dice, 0, 2 * 3600));

  g_date_subtract_days (&closing, STATEMENT_DAYS);
  if (cents == 0)
    cents = -balance_before (year, move->to, desk_sandbox_demo_instant (&closing, 0));
  if (move->from == DESK_SANDBOX_ROLE_FORMER)
    cents = balance_before (year, move->from, execution);
  if (cents <= 0)
    return;

  add_entry (year, move->from, DESK_SANDBOX_MEANS_INTERNAL, move->out_kind,
             g_strdup (move->out_description), NULL, -cents, execution);
  add_entry (year, move->to, DESK_SANDBOX_MEANS_INTERNAL, move->in_kind,
             g_strdup (move->in_description), NULL, cents, execution);
}

/* Interest is booked on the last day of a month: a twelfth of a year's on what is there by then. */
static void
add_interest (Year                  *year,
              DeskSandboxRole        account,
              int                    rate,
              const DeskSandboxKind *kind,
              const char            *description,
              const GDate           *day)
{
  gint64 execution = desk_sandbox_demo_instant (day, 20 * 3600);
  gint64 cents;

  if (rate == 0 || !g_date_is_last_of_month (day))
    return;

  cents = balance_before (year, account, execution);
  if (account == DESK_SANDBOX_ROLE_LOAN)
    cents = MIN (0, cents + balance_before (year, DESK_SANDBOX_ROLE_OFFSET, execution));
  cents = cents * rate / (10000 * 12);
  if (cents != 0)
    add_entry (year, account, DESK_SANDBOX_MEANS_INTEREST, kind, g_strdup (description), NULL, cents, execution);
}

static void
add_day (Year        *year,
         const GDate *day)
{
  const DeskSandboxPersona *persona = year->persona;
  gboolean shops_open = g_date_get_month (day) != G_DATE_DECEMBER || g_date_get_day (day) != 25;

  for (guint i = 0; shops_open && i < persona->n_debit_habits; i++)
    add_purchase (year, DESK_SANDBOX_ROLE_EVERYDAY, &persona->debit_habits[i], day);
  for (guint i = 0; shops_open && i < persona->n_card_habits; i++)
    add_purchase (year, DESK_SANDBOX_ROLE_CARD, &persona->card_habits[i], day);
  for (guint i = 0; shops_open && i < persona->n_travel_habits; i++)
    add_purchase (year, DESK_SANDBOX_ROLE_TRAVEL, &persona->travel_habits[i], day);
  for (guint i = 0; i < persona->n_bills; i++)
    add_bill (year, &persona->bills[i], day);
  for (guint i = 0; i < persona->n_moves; i++)
    add_move (year, &persona->moves[i], day);

  add_interest (year, DESK_SANDBOX_ROLE_SAVINGS, persona->savings_rate, &interest_paid, "Interest", day);
  add_interest (year, DESK_SANDBOX_ROLE_LOAN, persona->loan_rate, &interest_charged, "Interest charged", day);
}

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  const DeskSandboxEntry *first = *(const DeskSandboxEntry *const *) a;
  const DeskSandboxEntry *second = *(const DeskSandboxEntry *const *) b;

  if (first->execution != second->execution)
    return first->execution > second->execution ? -1 : 1;
  return (int) first->account - (int) second->account;
}

static void
drop_later (GPtrArray *entries,
            gint64     now)
{
  g_ptr_array_sort (entries, compare_latest_first);
  while (entries->len > 0 && ((DeskSandboxEntry *) g_ptr_array_index (entries, 0))->execution > now)
    g_ptr_array_remove_index (entries, 0);
}

/* A purchase is posted in the evening of the next day, but not before three others came after it and not after
 * five did: it depends on what happened, not on when one looks. */
static gint64
find_posting (const DeskSandboxEntry *entry,
              GPtrArray              *later)
{
  const DeskSandboxEntry *third;
  const DeskSandboxEntry *fifth;

  if (later->len < MIN_PENDING)
    return G_MAXINT64;

  third = g_ptr_array_index (later, later->len - MIN_PENDING);
  if (later->len < MAX_PENDING)
    return MAX (entry->posting, third->execution);

  fifth = g_ptr_array_index (later, later->len - MAX_PENDING);
  return CLAMP (entry->posting, third->execution, fifth->execution);
}

/* Always more than the purchase, so that both its amount and the id made from it are others when it is posted. */
static void
hold (DeskSandboxEntry *entry,
      int               step)
{
  if (step > 0)
    entry->cents = (entry->cents / step - 1) * step;
}

/* The latest card purchases wait to be posted; whatever else there is has been. */
static void
settle (Year *year)
{
  g_autoptr(GPtrArray) purchases = g_ptr_array_new ();

  for (guint i = 0; i < year->entries->len; i++)
    {
      DeskSandboxEntry *entry = g_ptr_array_index (year->entries, i);
      gboolean is_purchase = entry->means == DESK_SANDBOX_MEANS_CARD && entry->cents < 0;

      entry->posting = is_purchase ? find_posting (entry, purchases) : entry->execution;
      if (entry->posting > year->now)
        {
          entry->posting = 0;
          hold (entry, year->persona->hold);
        }
      if (is_purchase)
        g_ptr_array_add (purchases, entry);
    }
}

void
desk_sandbox_ledger_find_next (DeskSandboxEvery  every,
                               int               day_number,
                               int               month,
                               GDate            *day)
{
  do
    g_date_add_days (day, 1);
  while (!falls_on (day, every, day_number, month));
}

static void
find_next_payments (DeskSandboxLedger *self,
                    const Year        *year)
{
  for (guint i = 0; i < year->persona->n_moves; i++)
    {
      const DeskSandboxMove *move = &year->persona->moves[i];
      GDate *day = &self->next_payment_day[move->to];
      GDate closing;

      desk_sandbox_demo_local_day (year->now, day);
      desk_sandbox_ledger_find_next (move->every, move->day, move->month, day);

      closing = *day;
      g_date_subtract_days (&closing, STATEMENT_DAYS);
      self->next_payment[move->to] = move->cents;
      if (move->cents == 0)
        self->next_payment[move->to] = MAX (0, -balance_before (year, move->to, desk_sandbox_demo_instant (&closing, 0)));
      desk_sandbox_demo_roll_forward (day);
    }
}

static void
balance (DeskSandboxLedger        *self,
         const DeskSandboxPersona *persona)
{
  gint64 pending[DESK_SANDBOX_N_ROLES] = { 0 };

  for (int role = 0; role < DESK_SANDBOX_N_ROLES; role++)
    self->current[role] = persona->opening[role];

  for (guint i = 0; i < self->entries->len; i++)
    {
      const DeskSandboxEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->posting == 0)
        pending[entry->account] += entry->cents;
      else
        self->current[entry->account] += entry->cents;
    }

  for (int role = 0; role < DESK_SANDBOX_N_ROLES; role++)
    self->available[role] = self->current[role] + pending[role];
  self->available[DESK_SANDBOX_ROLE_EVERYDAY] += persona->overdraft;
  self->available[DESK_SANDBOX_ROLE_CARD] += persona->credit_limit;
  self->available[DESK_SANDBOX_ROLE_LOAN] = persona->redraw;
}

DeskSandboxLedger *
desk_sandbox_ledger_new (const DeskSandboxPersona *persona,
                         guint64                   seed,
                         gint64                    now)
{
  DeskSandboxLedger *self = g_new0 (DeskSandboxLedger, 1);
  g_autoptr(DeskSandboxTariff) tariff = desk_sandbox_tariff_new (persona);
  Year year = { persona, seed, desk_sandbox_persona_mix_seed (persona, seed), now, NULL, tariff };
  GDate today;
  GDate day;

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_entry_free);
  year.entries = self->entries;

  desk_sandbox_demo_local_day (now, &today);
  self->today = today;
  desk_sandbox_demo_first_day (now, &day);
  for (; g_date_compare (&day, &today) <= 0; g_date_add_days (&day, 1))
    add_day (&year, &day);

  drop_later (self->entries, now);
  settle (&year);
  balance (self, persona);
  find_next_payments (self, &year);

  return self;
}

void
desk_sandbox_ledger_free (DeskSandboxLedger *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}
