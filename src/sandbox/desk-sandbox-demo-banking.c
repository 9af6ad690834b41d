/* desk-sandbox-demo-banking.c: the customers of the demo bank
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-banking.h"

#include <string.h>

#include "desk-date.h"
#include "desk-json.h"
#include "desk-sandbox-demo-payments.h"
#include "desk-sandbox-demo-template.h"
#include "desk-sandbox-demo-writer.h"

/* The least that a card asks for, whatever is owed. */
#define MINIMUM_CARD_PAYMENT 2500

/* By DeskSandboxRole; also the names of the templates. */
static const char *const role_names[] = { "everyday", "savings", "card", "loan" };

G_STATIC_ASSERT (G_N_ELEMENTS (role_names) == DESK_SANDBOX_N_ROLES);

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
  g_autofree char *date = NULL;

  if (g_date_valid (&ledger->next_payment_day[role]))
    date = desk_date_format (&ledger->next_payment_day[role]);

  return desk_sandbox_demo_fill_template (persona, role_names[role],
                                          "account_id", account_id,
                                          "mail_address", address,
                                          "next_payment", next_payment,
                                          "next_payment_date", date != NULL ? date : "",
                                          "minimum_payment", minimum,
                                          "redraw", redraw,
                                          NULL);
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
  desk_sandbox_demo_writer_add_string (&writer, "currency", "AUD");
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

DeskSandboxCustomer *
desk_sandbox_demo_new_bank_customer (const DeskSandboxPersona *persona,
                                     guint64                   seed,
                                     gint64                    now)
{
  g_autoptr(DeskSandboxLedger) ledger = desk_sandbox_ledger_new (persona, seed, now);
  char *account_ids[DESK_SANDBOX_N_ROLES];
  DeskSandboxCustomer *customer;

  customer = desk_sandbox_demo_new_customer (persona, DESK_SANDBOX_DEMO_BANK, "banking");
  for (int role = 0; role < DESK_SANDBOX_N_ROLES; role++)
    {
      account_ids[role] = desk_sandbox_demo_make_id (persona, seed, role_names[role]);
      if (persona->has_account[role])
        {
          g_autofree char *account = make_account (persona, ledger, role, account_ids[role]);
          g_autofree char *balance = make_balance (persona, ledger, role, account_ids[role]);

          add_account (customer, account_ids[role], account);
          desk_sandbox_demo_add_record (customer, "banking.balances", balance);
        }
    }
  add_transactions (customer, persona, ledger, seed, account_ids);
  desk_sandbox_demo_add_payments (customer, persona, ledger, seed, now, account_ids);

  for (int role = 0; role < DESK_SANDBOX_N_ROLES; role++)
    g_free (account_ids[role]);
  return customer;
}
