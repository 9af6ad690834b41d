/* desk-sandbox-demo-banking.c: the customers of the demo bank
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-banking.h"

#include <string.h>

#include "desk-date.h"
#include "desk-json.h"
#include "desk-sandbox-demo-dice.h"
#include "desk-sandbox-demo-payments.h"
#include "desk-sandbox-demo-template.h"
#include "desk-sandbox-demo-writer.h"

/* The least that a card asks for, whatever is owed. */
#define MINIMUM_CARD_PAYMENT 2500

/* How old a term deposit of a year is. */
#define DEPOSIT_DAY 24
#define DEPOSIT_MONTH G_DATE_APRIL

/* By DeskSandboxRole; also the names of the templates. */
static const char *const role_names[] = {
  "everyday", "savings", "card", "loan", "offset", "deposit", "travel", "former",
};

G_STATIC_ASSERT (G_N_ELEMENTS (role_names) == DESK_SANDBOX_N_ROLES);

/* The first digits are the bank's, the others those of the branch. */
static char *
make_bsb (const DeskSandboxPersona *persona)
{
  guint branch = g_str_hash (persona->name) % 900 + 100;

  return g_strdup_printf ("%.3s-%u", persona->bank + strlen (persona->bank) - 3, branch);
}

static const char *
get_last_digits (const DeskSandboxPersona *persona,
                 DeskSandboxRole           role)
{
  const char *number = g_hash_table_lookup (persona->account_details[role], "number");
  gsize length = strlen (number);

  return length > 4 ? number + length - 4 : number;
}

/* Deposits begin, and are renewed, on the same day of each year. */
static char *
format_deposit_day (const GDate *today,
                    int          years_later)
{
  GDate day;

  g_date_set_dmy (&day, DEPOSIT_DAY, DEPOSIT_MONTH, g_date_get_year (today));
  if (g_date_compare (&day, today) > 0)
    g_date_subtract_years (&day, 1);
  g_date_add_years (&day, (guint) years_later);
  return desk_date_format (&day);
}

static char *
make_account (const DeskSandboxPersona *persona,
              const DeskSandboxLedger  *ledger,
              DeskSandboxRole           role,
              const char               *account_id)
{
  gint64 due = ledger->next_payment[role];
  g_autofree char *address = desk_sandbox_demo_fill_template (persona, "address", NULL);
  g_autofree char *next_payment = desk_sandbox_demo_format_amount (due);
  g_autofree char *minimum = desk_sandbox_demo_format_amount (MIN (due, MAX (due / 50, MINIMUM_CARD_PAYMENT)));
  g_autofree char *redraw = desk_sandbox_demo_format_amount (persona->redraw);
  g_autofree char *lodged = format_deposit_day (&ledger->today, 0);
  g_autofree char *matures = format_deposit_day (&ledger->today, 1);
  g_autofree char *bsb = make_bsb (persona);
  g_autofree char *date = NULL;
  g_autofree char *json = NULL;

  if (g_date_valid (&ledger->next_payment_day[role]))
    date = desk_date_format (&ledger->next_payment_day[role]);

  json = desk_sandbox_demo_fill_template (persona, role_names[role],
                                          "account_id", account_id,
                                          "mail_address", address,
                                          "next_payment", next_payment,
                                          "next_payment_date", date != NULL ? date : "",
                                          "minimum_payment", minimum,
                                          "redraw", redraw,
                                          "bsb", bsb,
                                          "masked", get_last_digits (persona, role),
                                          "offset_enabled", persona->has_account[DESK_SANDBOX_ROLE_OFFSET] ? "true" : "false",
                                          "lodged", lodged,
                                          "matures", matures,
                                          NULL);
  return desk_sandbox_demo_fill_texts (json, persona->account_details[role]);
}

static void
add_account (DeskSandboxCustomer *customer,
             const char          *account_id,
             const char          *json)
{
  DeskJsonSlice account = DESK_JSON_SLICE_NONE;
  g_autofree char *display_name = NULL;
  g_autofree char *masked_number = NULL;
  g_autofree char *product_name = NULL;

  desk_json_parse (json, strlen (json), &account, NULL);
  display_name = desk_json_slice_dup_string (desk_json_slice_get_member (account, "display_name"));
  masked_number = desk_json_slice_dup_string (desk_json_slice_get_member (account, "masked_number"));
  product_name = desk_json_slice_dup_string (desk_json_slice_get_member (account, "product_name"));

  desk_sandbox_customer_add_account (customer, account_id, display_name, masked_number, product_name);
  desk_sandbox_demo_add_record (customer, "banking.accounts", json);
}

static char *
make_balance (const DeskSandboxPersona *persona,
              const DeskSandboxLedger  *ledger,
              DeskSandboxRole           role,
              const char               *account_id)
{
  DeskSandboxDemoWriter writer;

  desk_sandbox_demo_writer_init (&writer);
  desk_sandbox_demo_writer_open (&writer, NULL, '{');
  desk_sandbox_demo_writer_add_string (&writer, "account_id", account_id);
  desk_sandbox_demo_writer_add_amount (&writer, "current_balance", ledger->current[role]);
  desk_sandbox_demo_writer_add_amount (&writer, "available_balance", ledger->available[role]);
  if (role == DESK_SANDBOX_ROLE_CARD)
    desk_sandbox_demo_writer_add_amount (&writer, "credit_limit", persona->credit_limit);
  desk_sandbox_demo_writer_add_string (&writer, "currency", desk_sandbox_persona_get_currency (persona, role));
  desk_sandbox_demo_writer_close (&writer, '}');

  return desk_sandbox_demo_writer_finish (&writer);
}

static void
add_transactions (DeskSandboxCustomer      *customer,
                  const DeskSandboxPersona *persona,
                  const DeskSandboxLedger  *ledger,
                  guint64                   seed,
                  char                    **account_ids)
{
  for (guint i = 0; i < ledger->entries->len; i++)
    {
      const DeskSandboxEntry *entry = g_ptr_array_index (ledger->entries, i);
      g_autofree char *json = desk_sandbox_entry_to_json (entry, seed, account_ids[entry->account], persona->name);

      desk_sandbox_demo_add_record (customer, "banking.transactions", json);
    }
}

static void
add_books (DeskSandboxCustomer      *customer,
           const DeskSandboxPersona *persona,
           guint64                   seed,
           gint64                    now)
{
  g_autoptr(DeskSandboxLedger) ledger = desk_sandbox_ledger_new (persona, seed, now);
  char *account_ids[DESK_SANDBOX_N_ROLES];

  for (int role = 0; role < DESK_SANDBOX_N_ROLES; role++)
    account_ids[role] = desk_sandbox_demo_make_id (persona, seed, role_names[role]);

  for (int role = 0; role < DESK_SANDBOX_N_ROLES; role++)
    {
      if (persona->has_account[role])
        {
          g_autofree char *account = make_account (persona, ledger, role, account_ids[role]);
          g_autofree char *balance = make_balance (persona, ledger, role, account_ids[role]);

          add_account (customer, account_ids[role], account);
          desk_sandbox_demo_add_record (customer, "banking.balances", balance);
        }
    }
  add_transactions (customer, persona, ledger, seed, account_ids);
  /* What a branch pays is arranged at the company's own account. */
  if (persona->login != NULL)
    desk_sandbox_demo_add_payments (customer, persona, ledger, seed, now, account_ids);

  for (int role = 0; role < DESK_SANDBOX_N_ROLES; role++)
    g_free (account_ids[role]);
}

/* A branch has an everyday account of its own and lives as a small persona. */
static void
add_branch (DeskSandboxCustomer      *customer,
            const DeskSandboxPersona *persona,
            guint                     position,
            guint64                   seed,
            gint64                    now)
{
  DeskSandboxPersona branch = {
    .name = persona->name,
    .bank = persona->bank,
    .details = persona->details,
    .bills = persona->branch_bills,
    .n_bills = persona->n_branch_bills,
    .has_account = { TRUE },
    .luck = persona->luck + (int) position,
  };
  g_autofree char *key = g_strdup_printf ("%s-branch-%03u", persona->key, position);
  g_autofree char *name = g_strdup_printf ("%s %03u", persona->branch_name, position);
  g_autoptr(GHashTable) details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  DeskSandboxDemoDice dice;

  desk_sandbox_demo_dice_init (&dice, seed, key, 0);
  g_hash_table_insert (details, g_strdup ("number"), desk_sandbox_demo_dice_digits (&dice, 8));
  g_hash_table_insert (details, g_strdup ("ownership"), g_strdup ("ONE_PARTY"));
  g_hash_table_insert (details, g_strdup ("account_name"), g_steal_pointer (&name));
  g_hash_table_insert (details, g_strdup ("product"), g_strdup (g_hash_table_lookup (persona->account_details[0], "product")));
  g_hash_table_insert (details, g_strdup ("since"), g_strdup (g_hash_table_lookup (persona->account_details[0], "since")));
  branch.key = key;
  branch.account_details[DESK_SANDBOX_ROLE_EVERYDAY] = details;
  branch.opening[DESK_SANDBOX_ROLE_EVERYDAY] = desk_sandbox_demo_dice_between (&dice, 1600000, 4800000);
  add_books (customer, &branch, seed, now);
}

void
desk_sandbox_demo_fill_bank_customer (DeskSandboxCustomer      *customer,
                                      const DeskSandboxPersona *persona,
                                      guint64                   seed,
                                      gint64                    now)
{
  desk_sandbox_demo_add_identity (customer, persona);
  add_books (customer, persona, seed, now);
  for (guint i = 0; i < persona->n_branches; i++)
    add_branch (customer, persona, i + 1, seed, now);
}
