/* desk-sandbox-demo-payments.c: whom a demo customer of the bank pays, and what is paid by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-payments.h"

#include <string.h>

#include "desk-date.h"
#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-demo-dice.h"
#include "desk-sandbox-demo-template.h"
#include "desk-sandbox-demo-writer.h"

/* How long after the first of them the last payee was added. */
#define PAYEE_AGE_DAYS 400

/* Whose payments are written. */
typedef struct
{
  DeskSandboxCustomer      *customer;    /* (not owned) */
  const DeskSandboxPersona *persona;
  const DeskSandboxLedger  *ledger;
  guint64                   seed;
  gint64                    now;
  char                    **account_ids;
} Payer;

static void
add_finished (const Payer           *payer,
              const char            *data_set,
              DeskSandboxDemoWriter *writer)
{
  g_autofree char *json = NULL;

  desk_sandbox_demo_writer_close (writer, '}');
  json = desk_sandbox_demo_writer_finish (writer);
  desk_sandbox_demo_add_record (payer->customer, data_set, json);
}

/* Companies are paid by account number, people by the PayID of their phone. */
static gboolean
is_person (const char *name)
{
  return strlen (name) > 2 && name[1] == ' ' && strchr (name + 2, ' ') == NULL;
}

static char *
make_payee_id (const Payer *payer,
               const char  *merchant)
{
  g_autofree char *what = g_strconcat ("payee/", merchant, NULL);

  return desk_sandbox_demo_make_id (payer->persona, payer->seed, what);
}

/* Nine digits of a company, and before them the two that make the number an ABN. */
static char *
make_abn (guint64     seed,
          const char *merchant)
{
  DeskSandboxDemoDice dice;
  g_autofree char *digits = NULL;
  int sum = 0;

  desk_sandbox_demo_dice_init (&dice, seed, merchant, 1);
  digits = desk_sandbox_demo_dice_digits (&dice, 9);
  for (int i = 0; i < 9; i++)
    sum += g_ascii_digit_value (digits[i]) * (2 * i + 3);

  return g_strdup_printf ("%d%s", 10 + 89 - sum % 89, digits);
}

static void
write_biller_payee (const Payer           *payer,
                    const char            *merchant,
                    DeskSandboxDemoWriter *writer)
{
  g_autofree char *biller_code = NULL;
  g_autofree char *crn = NULL;

  desk_sandbox_entry_make_biller (payer->seed, merchant, &biller_code, &crn);
  desk_sandbox_demo_writer_add_string (writer, "type", "BILLER");
  desk_sandbox_demo_writer_add_string (writer, "payee_u_type", "biller");
  desk_sandbox_demo_writer_open (writer, "biller", '{');
  desk_sandbox_demo_writer_add_string (writer, "biller_code", biller_code);
  desk_sandbox_demo_writer_add_string (writer, "crn", crn);
  desk_sandbox_demo_writer_add_string (writer, "biller_name", merchant);
  desk_sandbox_demo_writer_close (writer, '}');
}

static void
write_pay_id (const char            *merchant,
              const char            *digits,
              DeskSandboxDemoWriter *writer)
{
  g_autofree char *identifier = g_strconcat ("+61-4", digits, NULL);

  desk_sandbox_demo_writer_add_string (writer, "payee_account_u_type", "payId");
  desk_sandbox_demo_writer_open (writer, "pay_id", '{');
  desk_sandbox_demo_writer_add_string (writer, "name", merchant);
  desk_sandbox_demo_writer_add_string (writer, "identifier", identifier);
  desk_sandbox_demo_writer_add_string (writer, "type", "TELEPHONE");
  desk_sandbox_demo_writer_close (writer, '}');
}

static void
write_payee_account (const char            *merchant,
                     const char            *digits,
                     DeskSandboxDemoWriter *writer)
{
  g_autofree char *bsb = g_strconcat ("888-", digits + strlen (digits) - 3, NULL);

  desk_sandbox_demo_writer_add_string (writer, "payee_account_u_type", "account");
  desk_sandbox_demo_writer_open (writer, "account", '{');
  desk_sandbox_demo_writer_add_string (writer, "account_name", merchant);
  desk_sandbox_demo_writer_add_string (writer, "bsb", bsb);
  desk_sandbox_demo_writer_add_string (writer, "account_number", digits);
  desk_sandbox_demo_writer_close (writer, '}');
}

static void
write_domestic_payee (const Payer           *payer,
                      const char            *merchant,
                      DeskSandboxDemoWriter *writer)
{
  DeskSandboxDemoDice dice;
  g_autofree char *digits = NULL;

  desk_sandbox_demo_dice_init (&dice, payer->seed, merchant, 2);
  digits = desk_sandbox_demo_dice_digits (&dice, 8);
  desk_sandbox_demo_writer_add_string (writer, "type", "DOMESTIC");
  desk_sandbox_demo_writer_add_string (writer, "payee_u_type", "domestic");
  desk_sandbox_demo_writer_open (writer, "domestic", '{');
  if (is_person (merchant))
    write_pay_id (merchant, digits, writer);
  else
    write_payee_account (merchant, digits, writer);
  desk_sandbox_demo_writer_close (writer, '}');
}

static void
add_payee (const Payer           *payer,
           const DeskSandboxBill *bill)
{
  g_autofree char *id = make_payee_id (payer, bill->merchant);
  g_autofree char *created = NULL;
  DeskSandboxDemoWriter writer;
  DeskSandboxDemoDice dice;
  GDate day;

  /* Before the first payment, and the same whenever it is asked for. */
  desk_sandbox_demo_dice_init (&dice, payer->seed, bill->merchant, 3);
  g_date_set_dmy (&day, 1, G_DATE_FEBRUARY, 2022);
  g_date_add_days (&day, (guint) desk_sandbox_demo_dice_between (&dice, 0, PAYEE_AGE_DAYS));
  created = desk_date_format (&day);

  desk_sandbox_demo_writer_init (&writer);
  desk_sandbox_demo_writer_open (&writer, NULL, '{');
  desk_sandbox_demo_writer_add_string (&writer, "payee_id", id);
  desk_sandbox_demo_writer_add_string (&writer, "nickname", bill->merchant);
  desk_sandbox_demo_writer_add_string (&writer, "description", bill->description);
  desk_sandbox_demo_writer_add_string (&writer, "creation_date", created);
  if (bill->means == DESK_SANDBOX_MEANS_BPAY)
    write_biller_payee (payer, bill->merchant, &writer);
  else
    write_domestic_payee (payer, bill->merchant, &writer);
  add_finished (payer, "banking.payees", &writer);
}

static gboolean
has_payee (const DeskSandboxBill *bill)
{
  return bill->high < 0 && (bill->means == DESK_SANDBOX_MEANS_BPAY || bill->means == DESK_SANDBOX_MEANS_OSKO);
}

static void
add_extra_payee (const Payer *payer,
                 const char  *name)
{
  g_autofree char *id = NULL;
  g_autofree char *json = NULL;

  if (!desk_sandbox_demo_has_template (payer->persona, name))
    return;

  id = desk_sandbox_demo_make_id (payer->persona, payer->seed, name);
  json = desk_sandbox_demo_fill_template (payer->persona, name, "payee_id", id, NULL);
  desk_sandbox_demo_add_record (payer->customer, "banking.payees", json);
}

static void
add_direct_debit (const Payer            *payer,
                  const DeskSandboxEntry *entry)
{
  g_autofree char *abn = make_abn (payer->seed, entry->merchant);
  g_autofree char *time = desk_sandbox_demo_format_local (entry->posting);
  DeskSandboxDemoWriter writer;

  desk_sandbox_demo_writer_init (&writer);
  desk_sandbox_demo_writer_open (&writer, NULL, '{');
  desk_sandbox_demo_writer_add_string (&writer, "account_id", payer->account_ids[entry->account]);
  desk_sandbox_demo_writer_open (&writer, "authorised_entity", '{');
  desk_sandbox_demo_writer_add_string (&writer, "description", entry->merchant);
  desk_sandbox_demo_writer_add_string (&writer, "financial_institution", "Harbour Mutual Bank");
  desk_sandbox_demo_writer_add_string (&writer, "abn", abn);
  desk_sandbox_demo_writer_close (&writer, '}');
  desk_sandbox_demo_writer_add_string (&writer, "last_debit_date_time", time);
  desk_sandbox_demo_writer_add_amount (&writer, "last_debit_amount", -entry->cents);
  add_finished (payer, "banking.direct-debits", &writer);
}

static int
compare_merchants (gconstpointer a,
                   gconstpointer b)
{
  const DeskSandboxEntry *first = *(const DeskSandboxEntry *const *) a;
  const DeskSandboxEntry *second = *(const DeskSandboxEntry *const *) b;

  return strcmp (first->merchant, second->merchant);
}

/* One for each biller, about the latest debit; the ledger has the latest first. In an order that lasts, as
 * they have no id of their own. */
static void
add_direct_debits (const Payer *payer)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) latest = g_ptr_array_new ();

  for (guint i = 0; i < payer->ledger->entries->len; i++)
    {
      const DeskSandboxEntry *entry = g_ptr_array_index (payer->ledger->entries, i);

      if (entry->means == DESK_SANDBOX_MEANS_DIRECT_DEBIT && entry->posting != 0 &&
          entry->cents < 0 && g_hash_table_add (seen, (char *) entry->merchant))
        g_ptr_array_add (latest, (gpointer) entry);
    }

  g_ptr_array_sort (latest, compare_merchants);
  for (guint i = 0; i < latest->len; i++)
    add_direct_debit (payer, g_ptr_array_index (latest, i));
}

static const char *
get_interval (DeskSandboxEvery every)
{
  switch (every)
    {
    case DESK_SANDBOX_EVERY_WEEK:
      return "P7D";

    case DESK_SANDBOX_EVERY_FORTNIGHT:
      return "P14D";

    case DESK_SANDBOX_EVERY_QUARTER:
      return "P3M";

    case DESK_SANDBOX_EVERY_YEAR:
      return "P1Y";

    case DESK_SANDBOX_EVERY_MONTH:
    default:
      return "P1M";
    }
}

static void
write_interval (DeskSandboxDemoWriter *writer,
                DeskSandboxEvery       every,
                int                    day)
{
  g_autofree char *day_in_interval = g_strdup_printf ("P%dD", day);

  desk_sandbox_demo_writer_add_string (writer, "recurrence_u_type", "intervalSchedule");
  desk_sandbox_demo_writer_open (writer, "interval_schedule", '{');
  desk_sandbox_demo_writer_add_string (writer, "non_business_day_treatment", "AFTER");
  desk_sandbox_demo_writer_open (writer, "intervals", '[');
  desk_sandbox_demo_writer_open (writer, NULL, '{');
  desk_sandbox_demo_writer_add_string (writer, "interval", get_interval (every));
  desk_sandbox_demo_writer_add_string (writer, "day_in_interval", day_in_interval);
  desk_sandbox_demo_writer_close (writer, '}');
  desk_sandbox_demo_writer_close (writer, ']');
  desk_sandbox_demo_writer_close (writer, '}');
}

static void
write_recurrence (const Payer           *payer,
                  DeskSandboxEvery       every,
                  int                    day_number,
                  DeskSandboxDemoWriter *writer)
{
  g_autofree char *date = NULL;
  GDate day;

  desk_sandbox_demo_local_day (payer->now, &day);
  desk_sandbox_ledger_find_next (every, day_number, 0, &day);
  desk_sandbox_demo_roll_forward (&day);
  date = desk_date_format (&day);

  desk_sandbox_demo_writer_open (writer, "recurrence", '{');
  desk_sandbox_demo_writer_add_string (writer, "next_payment_date", date);
  write_interval (writer, every, day_number);
  desk_sandbox_demo_writer_close (writer, '}');
}

static void
open_scheduled (const Payer           *payer,
                const char            *nickname,
                const char            *reference,
                DeskSandboxRole        from,
                DeskSandboxDemoWriter *writer)
{
  g_autofree char *what = g_strconcat ("scheduled/", nickname, NULL);
  g_autofree char *id = desk_sandbox_demo_make_id (payer->persona, payer->seed, what);

  desk_sandbox_demo_writer_init (writer);
  desk_sandbox_demo_writer_open (writer, NULL, '{');
  desk_sandbox_demo_writer_add_string (writer, "scheduled_payment_id", id);
  desk_sandbox_demo_writer_add_string (writer, "nickname", nickname);
  desk_sandbox_demo_writer_add_string (writer, "payer_reference", reference);
  desk_sandbox_demo_writer_add_string (writer, "payee_reference", reference);
  desk_sandbox_demo_writer_add_string (writer, "status", "ACTIVE");
  desk_sandbox_demo_writer_open (writer, "from", '{');
  desk_sandbox_demo_writer_add_string (writer, "account_id", payer->account_ids[from]);
  desk_sandbox_demo_writer_close (writer, '}');
  desk_sandbox_demo_writer_open (writer, "payment_set", '[');
  desk_sandbox_demo_writer_open (writer, NULL, '{');
  desk_sandbox_demo_writer_open (writer, "to", '{');
}

/* @cents of 0 is what the target's statement asks for (CDS: calculated). */
static void
close_scheduled (const Payer           *payer,
                 gint64                 cents,
                 DeskSandboxEvery       every,
                 int                    day,
                 DeskSandboxDemoWriter *writer)
{
  desk_sandbox_demo_writer_close (writer, '}');
  desk_sandbox_demo_writer_add_boolean (writer, "is_amount_calculated", cents == 0);
  if (cents != 0)
    desk_sandbox_demo_writer_add_amount (writer, "amount", cents);
  desk_sandbox_demo_writer_add_string (writer, "currency", "AUD");
  desk_sandbox_demo_writer_close (writer, '}');
  desk_sandbox_demo_writer_close (writer, ']');
  write_recurrence (payer, every, day, writer);
  add_finished (payer, "banking.scheduled-payments", writer);
}

static gboolean
is_scheduled (DeskSandboxEvery every)
{
  return every == DESK_SANDBOX_EVERY_WEEK || every == DESK_SANDBOX_EVERY_FORTNIGHT || every == DESK_SANDBOX_EVERY_MONTH;
}

static void
schedule_move (const Payer           *payer,
               const DeskSandboxMove *move)
{
  DeskSandboxDemoWriter writer;

  open_scheduled (payer, move->out_description, move->in_description, move->from, &writer);
  desk_sandbox_demo_writer_add_string (&writer, "to_utype", "accountId");
  desk_sandbox_demo_writer_add_string (&writer, "account_id", payer->account_ids[move->to]);
  close_scheduled (payer, move->cents, move->every, move->day, &writer);
}

static void
schedule_bill (const Payer           *payer,
               const DeskSandboxBill *bill)
{
  g_autofree char *payee_id = make_payee_id (payer, bill->merchant);
  DeskSandboxDemoWriter writer;

  open_scheduled (payer, bill->description, payer->persona->name, bill->account, &writer);
  desk_sandbox_demo_writer_add_string (&writer, "to_utype", "payeeId");
  desk_sandbox_demo_writer_add_string (&writer, "payee_id", payee_id);
  desk_sandbox_demo_writer_add_string (&writer, "nickname", bill->merchant);
  close_scheduled (payer, -bill->high, bill->every, bill->day, &writer);
}

void
desk_sandbox_demo_add_payments (DeskSandboxCustomer      *customer,
                                const DeskSandboxPersona *persona,
                                const DeskSandboxLedger  *ledger,
                                guint64                   seed,
                                gint64                    now,
                                char                    **account_ids)
{
  Payer payer = { customer, persona, ledger, seed, now, account_ids };

  g_return_if_fail (DESK_IS_SANDBOX_CUSTOMER (customer));
  g_return_if_fail (persona != NULL && ledger != NULL && account_ids != NULL);

  for (guint i = 0; i < persona->n_bills; i++)
    if (has_payee (&persona->bills[i]))
      add_payee (&payer, &persona->bills[i]);
  add_extra_payee (&payer, "payee-international");
  add_extra_payee (&payer, "payee-wallet");

  add_direct_debits (&payer);

  for (guint i = 0; i < persona->n_moves; i++)
    if (is_scheduled (persona->moves[i].every))
      schedule_move (&payer, &persona->moves[i]);
  for (guint i = 0; i < persona->n_bills; i++)
    if (has_payee (&persona->bills[i]) && is_scheduled (persona->bills[i].every))
      schedule_bill (&payer, &persona->bills[i]);
}
