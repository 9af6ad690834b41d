/* desk-sandbox-persona-reader.c: one row of a persona file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-persona-reader.h"

#include "desk-sandbox-demo-writer.h"
#include "desk-sandbox-fault-spec.h"
#include "desk-sandbox-fields.h"

static const char *const roles[] = {
  "everyday", "savings", "card", "loan", "offset", "deposit", "travel", "former",
};
static const char *const means[] = {
  "card", "direct-debit", "bpay", "osko", "payroll", "cash", "internal", "interest",
};
static const char *const everies[] = { "fortnight", "month", "quarter", "year", "week" };
static const char *const fuels[] = { "ELECTRICITY", "GAS" };
/* What the templates ask for. */
static const char *const needed_of_accounts[] = { "name", "product", "number", "since" };
static const char *const needed_of_businesses[] = {
  "legal_name", "abn", "agent_role", "organisation_type", "established",
};
static const char *const needed_details[] = {
  "address_line", "suburb", "state", "postcode", "first_name", "last_name", "prefix", "mobile",
};

G_STATIC_ASSERT (G_N_ELEMENTS (roles) == DESK_SANDBOX_N_ROLES);

/* What is put into JSON as it is. */
static const char *
need_plain_text (const DeskSandboxFields *row,
                 const char           *name)
{
  const char *text = desk_sandbox_fields_need_text (row, name);

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\' || g_ascii_iscntrl (*p))
      desk_sandbox_fields_fail (row, name);

  return text;
}

static const DeskSandboxKind *
read_kind (const DeskSandboxFields *row,
           const char           *name)
{
  const DeskSandboxKind *kind = desk_sandbox_kind_find (desk_sandbox_fields_need_text (row, name));

  if (kind == NULL)
    desk_sandbox_fields_fail (row, name);
  return kind;
}

static const char *
read_fault (const DeskSandboxFields *row)
{
  const char *fault = desk_sandbox_fields_get_text (row, "fault");
  g_autoptr(DeskSandboxFaultSpec) spec = NULL;

  if (fault == NULL)
    return NULL;

  spec = desk_sandbox_fault_spec_parse (fault, NULL);
  if (spec == NULL)
    desk_sandbox_fields_fail (row, "fault");
  return fault;
}

static DeskSandboxRole
read_role (const DeskSandboxFields *row,
           const char           *name)
{
  return (DeskSandboxRole) desk_sandbox_fields_get_choice (row, name, roles, G_N_ELEMENTS (roles),
                                                        DESK_SANDBOX_ROLE_EVERYDAY);
}

static DeskSandboxMeans
read_means (const DeskSandboxFields *row)
{
  return (DeskSandboxMeans) desk_sandbox_fields_get_choice (row, "means", means, G_N_ELEMENTS (means),
                                                         DESK_SANDBOX_MEANS_CARD);
}

static DeskSandboxEvery
read_every (const DeskSandboxFields *row)
{
  return (DeskSandboxEvery) desk_sandbox_fields_get_choice (row, "every", everies, G_N_ELEMENTS (everies),
                                                         DESK_SANDBOX_EVERY_MONTH);
}

/* Shops of a shared pattern are where the persona lives. */
static const char *
read_place (const DeskSandboxFields     *row,
            const DeskSandboxPersona *persona)
{
  const char *place = desk_sandbox_fields_get_text (row, "place");

  if (g_strcmp0 (place, "{suburb}") == 0)
    return g_hash_table_lookup (persona->details, "suburb");
  return place;
}

static void
read_habit (const DeskSandboxFields     *row,
            const DeskSandboxPersona *persona,
            GArray                   *habits)
{
  DeskSandboxHabit habit = {
    .merchant = desk_sandbox_fields_need_text (row, "merchant"),
    .place = read_place (row, persona),
    .kind = read_kind (row, "kind"),
    .weekday = desk_sandbox_fields_get_number (row, "weekday", 0),
    .weekend = desk_sandbox_fields_get_number (row, "weekend", 0),
    .low = desk_sandbox_fields_get_cents (row, "low", 0),
    .high = desk_sandbox_fields_get_cents (row, "high", 0),
    .step = MAX (1, desk_sandbox_fields_get_cents (row, "step", 1)),
    .from_hour = desk_sandbox_fields_get_number (row, "from", 9),
    .to_hour = desk_sandbox_fields_get_number (row, "to", 17),
    .may_return = desk_sandbox_fields_get_number (row, "returned", 0) > 0,
    .means = read_means (row),
  };

  if (habit.low <= 0 || habit.high < habit.low)
    desk_sandbox_fields_fail (row, "low");
  if (habit.from_hour > habit.to_hour || habit.to_hour > 23)
    desk_sandbox_fields_fail (row, "to");
  g_array_append_val (habits, habit);
}

static DeskSandboxHabit *
read_habits (const DeskSandboxFields     *row,
             const DeskSandboxPersona *persona,
             DeskJsonSlice             list,
             guint                    *n_habits)
{
  GArray *habits = g_array_new (FALSE, FALSE, sizeof (DeskSandboxHabit));
  DeskJsonIter iter;
  DeskJsonSlice element;

  desk_json_iter_init (&iter, list);
  while (desk_json_iter_next (&iter, NULL, &element))
    {
      DeskSandboxFields habit = desk_sandbox_fields_get_object (row, element);

      read_habit (&habit, persona, habits);
    }

  *n_habits = habits->len;
  return (DeskSandboxHabit *) g_array_free (habits, FALSE);
}

static void
read_spending (const DeskSandboxFields *row,
               DeskSandboxPersona   *persona,
               DeskJsonSlice         patterns)
{
  const char *name = desk_sandbox_fields_get_text (row, "spending");
  DeskJsonSlice pattern = DESK_JSON_SLICE_NONE;

  if (name != NULL)
    pattern = desk_json_slice_get_member (patterns, name);
  if (name != NULL && desk_json_slice_get_kind (pattern) != DESK_JSON_KIND_OBJECT)
    desk_sandbox_fields_fail (row, "spending");

  persona->debit_habits = read_habits (row, persona, desk_json_slice_get_member (pattern, "debit"),
                                       &persona->n_debit_habits);
  persona->card_habits = read_habits (row, persona, desk_json_slice_get_member (pattern, "card"),
                                      &persona->n_card_habits);
  persona->travel_habits = read_habits (row, persona, desk_json_slice_get_member (pattern, "travel"),
                                        &persona->n_travel_habits);
}

static void
read_bill (const DeskSandboxFields *row,
           GArray               *bills)
{
  int amount = desk_sandbox_fields_get_cents (row, "amount", 0);
  DeskSandboxBill bill = {
    .description = desk_sandbox_fields_need_text (row, "description"),
    .merchant = desk_sandbox_fields_get_text (row, "merchant"),
    .kind = read_kind (row, "kind"),
    .account = read_role (row, "account"),
    .means = read_means (row),
    .every = read_every (row),
    .day = desk_sandbox_fields_get_number (row, "day", 1),
    .month = desk_sandbox_fields_get_number (row, "month", 0),
    .low = desk_sandbox_fields_get_cents (row, "low", amount),
    .high = desk_sandbox_fields_get_cents (row, "high", amount),
  };

  if (bill.merchant == NULL)
    bill.merchant = bill.description;
  if (bill.low == 0 || bill.high < bill.low)
    desk_sandbox_fields_fail (row, "amount");
  g_array_append_val (bills, bill);
}

static DeskSandboxBill *
read_bills (const DeskSandboxFields *row,
            const char *const    *names,
            guint                *n_bills)
{
  GArray *bills = g_array_new (FALSE, FALSE, sizeof (DeskSandboxBill));

  for (guint i = 0; names[i] != NULL; i++)
    {
      DeskJsonIter iter;
      DeskJsonSlice element;

      desk_json_iter_init (&iter, desk_json_slice_get_member (row->object, names[i]));
      while (desk_json_iter_next (&iter, NULL, &element))
        {
          DeskSandboxFields bill = desk_sandbox_fields_get_object (row, element);

          read_bill (&bill, bills);
        }
    }

  *n_bills = bills->len;
  return (DeskSandboxBill *) g_array_free (bills, FALSE);
}

static void
read_moves (const DeskSandboxFields *row,
            DeskSandboxPersona   *persona)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (DeskSandboxMove));
  DeskJsonIter iter;
  DeskJsonSlice element;

  desk_json_iter_init (&iter, desk_json_slice_get_member (row->object, "transfers"));
  while (desk_json_iter_next (&iter, NULL, &element))
    {
      DeskSandboxFields item = desk_sandbox_fields_get_object (row, element);
      DeskSandboxMove move = {
        .from = read_role (&item, "from"),
        .to = read_role (&item, "to"),
        .out_description = desk_sandbox_fields_need_text (&item, "out"),
        .in_description = desk_sandbox_fields_need_text (&item, "in"),
        .out_kind = read_kind (&item, "out_kind"),
        .in_kind = read_kind (&item, "in_kind"),
        .every = read_every (&item),
        .day = desk_sandbox_fields_get_number (&item, "day", 1),
        .month = desk_sandbox_fields_get_number (&item, "month", 0),
        .cents = desk_sandbox_fields_get_cents (&item, "amount", 0),
      };

      g_array_append_val (moves, move);
    }

  persona->n_moves = moves->len;
  persona->moves = (DeskSandboxMove *) g_array_free (moves, FALSE);
}

static void
add_default (GHashTable *texts,
             const char *name,
             const char *text)
{
  if (!g_hash_table_contains (texts, name))
    g_hash_table_insert (texts, g_strdup (name), g_strdup (text));
}

static void
add_account_defaults (DeskSandboxPersona *persona,
                      DeskSandboxRole     role,
                      DeskJsonSlice       account)
{
  GHashTable *texts = persona->account_details[role];
  g_autofree char *owed = desk_sandbox_demo_format_amount (ABS (persona->opening[role]));
  g_autofree char *rate = NULL;
  gint64 number = 0;

  desk_json_slice_get_int64 (desk_json_slice_get_member (account, "rate"), &number);
  rate = g_strdup_printf ("0.%04d", (int) CLAMP (number, 0, 9999));
  /* "name" alone is the persona's. */
  if (g_hash_table_contains (texts, "name"))
    add_default (texts, "account_name", g_hash_table_lookup (texts, "name"));
  add_default (texts, "rate_text", rate);
  add_default (texts, "ownership", "ONE_PARTY");
  add_default (texts, "category", "RESIDENTIAL_MORTGAGES");
  add_default (texts, "purpose", "OWNER_OCCUPIED");
  add_default (texts, "original", owed);
  add_default (texts, "maturity_amount", owed);
  add_default (texts, "ends", "2050-06-30");
}

static void
read_accounts (const DeskSandboxFields *row,
               DeskSandboxPersona   *persona)
{
  DeskJsonIter iter;
  DeskJsonSlice element;

  desk_json_iter_init (&iter, desk_json_slice_get_member (row->object, "accounts"));
  while (desk_json_iter_next (&iter, NULL, &element))
    {
      DeskSandboxFields account = desk_sandbox_fields_get_object (row, element);
      DeskSandboxRole role = read_role (&account, "role");

      if (persona->has_account[role])
        desk_sandbox_fields_fail (&account, "role");
      g_clear_pointer (&persona->account_details[role], g_hash_table_unref);
      persona->has_account[role] = TRUE;
      persona->opening[role] = desk_sandbox_fields_get_cents (&account, "opening", 0);
      persona->account_details[role] = desk_sandbox_fields_dup_texts (&account, NULL);

      add_account_defaults (persona, role, element);
      for (guint i = 0; i < G_N_ELEMENTS (needed_of_accounts); i++)
        if (!g_hash_table_contains (persona->account_details[role], needed_of_accounts[i]))
          desk_sandbox_fields_fail (&account, needed_of_accounts[i]);

      if (role == DESK_SANDBOX_ROLE_SAVINGS)
        persona->savings_rate = desk_sandbox_fields_get_number (&account, "rate", 0);
      else if (role == DESK_SANDBOX_ROLE_LOAN)
        persona->loan_rate = desk_sandbox_fields_get_number (&account, "rate", 0);
      persona->credit_limit += desk_sandbox_fields_get_cents (&account, "limit", 0);
      persona->redraw += desk_sandbox_fields_get_cents (&account, "redraw", 0);
      persona->overdraft += desk_sandbox_fields_get_cents (&account, "overdraft", 0);
    }
}

static void
read_branches (const DeskSandboxFields *row,
               DeskSandboxPersona   *persona)
{
  static const char *const names[] = { "bills", NULL };
  DeskSandboxFields branches = desk_sandbox_fields_get_object (row, desk_json_slice_get_member (row->object, "branches"));

  if (desk_json_slice_get_kind (branches.object) != DESK_JSON_KIND_OBJECT)
    return;

  persona->n_branches = (guint) desk_sandbox_fields_get_number (&branches, "count", 0);
  persona->branch_name = desk_sandbox_fields_need_text (&branches, "name");
  persona->branch_bills = read_bills (&branches, names, &persona->n_branch_bills);
  if (persona->n_branches > 1000)
    desk_sandbox_fields_fail (&branches, "count");
}

static DeskSandboxHome
read_home (const DeskSandboxFields *row)
{
  DeskSandboxHome home = {
    .solar_watts = desk_sandbox_fields_get_number (row, "solar", 0),
    .base_load = desk_sandbox_fields_get_number (row, "base", 0),
    .morning = desk_sandbox_fields_get_number (row, "morning", 0),
    .evening = desk_sandbox_fields_get_number (row, "evening", 0),
    .daytime = desk_sandbox_fields_get_number (row, "daytime", 0),
    .heating = desk_sandbox_fields_get_number (row, "heating", 0),
    .cooling = desk_sandbox_fields_get_number (row, "cooling", 0),
    .controlled_load = desk_sandbox_fields_get_number (row, "controlled_load", 0),
    .car = desk_sandbox_fields_get_number (row, "car", 0),
    .battery = desk_sandbox_fields_get_number (row, "battery", 0),
    .interval = desk_sandbox_fields_get_number (row, "interval", 30),
    .substituted = desk_sandbox_fields_get_number (row, "substituted", 0),
    .moved_days = desk_sandbox_fields_get_number (row, "moved_in_days_ago", 0),
    .left_days = desk_sandbox_fields_get_number (row, "left_days_ago", 0),
    .luck = desk_sandbox_fields_get_number (row, "luck", 0),
  };

  if (home.interval != 5 && home.interval != 30)
    desk_sandbox_fields_fail (row, "interval");
  return home;
}

static void
read_energy (const DeskSandboxFields *row,
             DeskSandboxPersona   *persona)
{
  DeskSandboxFields energy = desk_sandbox_fields_get_object (row, desk_json_slice_get_member (row->object, "energy"));
  DeskSandboxFields home = desk_sandbox_fields_get_object (row, desk_json_slice_get_member (energy.object, "home"));
  DeskSandboxFields former = desk_sandbox_fields_get_object (row, desk_json_slice_get_member (energy.object, "former_home"));

  if (desk_json_slice_get_kind (energy.object) != DESK_JSON_KIND_OBJECT)
    return;

  persona->has_energy = TRUE;
  persona->energy_account = need_plain_text (&energy, "account");
  persona->fuel = fuels[desk_sandbox_fields_get_choice (&energy, "fuel", fuels, G_N_ELEMENTS (fuels), 0)];
  if (desk_sandbox_fields_get_text (&energy, "concession") != NULL)
    persona->concession = need_plain_text (&energy, "concession");
  persona->instalment = desk_sandbox_fields_get_cents (&energy, "instalment", 0);
  persona->home = read_home (&home);
  persona->has_former_home = desk_json_slice_get_kind (former.object) == DESK_JSON_KIND_OBJECT;
  if (persona->has_former_home)
    {
      persona->former_home = read_home (&former);
      persona->former_address = need_plain_text (&former, "address");
    }
}

/* What is booked must be booked on an account that there is. */
static void
check_accounts (const DeskSandboxFields     *row,
                const DeskSandboxPersona *persona)
{
  gboolean good = TRUE;

  for (guint i = 0; i < persona->n_bills; i++)
    good = good && persona->has_account[persona->bills[i].account];
  for (guint i = 0; i < persona->n_moves; i++)
    good = good && persona->has_account[persona->moves[i].from] && persona->has_account[persona->moves[i].to];
  good = good && (persona->n_debit_habits == 0 || persona->has_account[DESK_SANDBOX_ROLE_EVERYDAY]);
  good = good && (persona->n_card_habits == 0 || persona->has_account[DESK_SANDBOX_ROLE_CARD]);
  good = good && (persona->n_travel_habits == 0 || persona->has_account[DESK_SANDBOX_ROLE_TRAVEL]);
  good = good && (persona->n_branches == 0 || persona->has_account[DESK_SANDBOX_ROLE_EVERYDAY]);

  if (!good)
    desk_sandbox_fields_fail (row, "accounts");
}

static void
read_details (const DeskSandboxFields *row,
              DeskSandboxPersona   *persona)
{
  g_autoptr(GHashTable) own = desk_sandbox_fields_dup_texts (row, NULL);
  GHashTableIter iter;
  gpointer name;
  gpointer text;
  gboolean is_business;

  persona->details = desk_sandbox_fields_dup_texts (row, "details");
  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_hash_table_insert (persona->details, g_strdup (name), g_strdup (text));

  is_business = g_hash_table_contains (persona->details, "business_name");
  for (guint i = 0; i < G_N_ELEMENTS (needed_details); i++)
    if (!g_hash_table_contains (persona->details, needed_details[i]))
      desk_sandbox_fields_fail (row, needed_details[i]);

  for (guint i = 0; is_business && i < G_N_ELEMENTS (needed_of_businesses); i++)
    if (!g_hash_table_contains (persona->details, needed_of_businesses[i]))
      desk_sandbox_fields_fail (row, needed_of_businesses[i]);

  if (!g_hash_table_contains (persona->details, "plan"))
    g_hash_table_insert (persona->details, g_strdup ("plan"), g_strdup ("Standard"));
  if (!g_hash_table_contains (persona->details, "solar_since"))
    g_hash_table_insert (persona->details, g_strdup ("solar_since"), g_strdup ("2022-06-24"));

  persona->address = need_plain_text (row, "address");
}

static void
read_row (const DeskSandboxFields *row,
          DeskSandboxPersona   *persona,
          DeskJsonSlice         patterns)
{
  static const char *const bills[] = { "income", "housing", "bills", NULL };

  persona->name = desk_sandbox_fields_need_text (row, "name");
  persona->login = desk_sandbox_fields_need_text (row, "login");
  persona->group = desk_sandbox_fields_need_text (row, "group");
  persona->about = desk_sandbox_fields_need_text (row, "about");
  persona->bank = desk_sandbox_fields_get_text (row, "bank");
  persona->retailer = desk_sandbox_fields_get_text (row, "retailer");
  persona->fault = read_fault (row);
  persona->luck = desk_sandbox_fields_get_number (row, "luck", 0);
  persona->hold = desk_sandbox_fields_get_cents (row, "hold", 0);
  read_details (row, persona);
  read_accounts (row, persona);
  read_spending (row, persona, patterns);
  persona->bills = read_bills (row, bills, &persona->n_bills);
  read_moves (row, persona);
  read_branches (row, persona);
  read_energy (row, persona);
  if (persona->retailer != NULL && !persona->has_energy && persona->fault == NULL)
    desk_sandbox_fields_fail (row, "energy");
  check_accounts (row, persona);
}

DeskSandboxPersona *
desk_sandbox_persona_reader_read (DeskJsonSlice   slice,
                                  DeskJsonSlice   patterns,
                                  GError        **error)
{
  g_autoptr(DeskSandboxPersona) persona = g_new0 (DeskSandboxPersona, 1);
  g_autoptr(GError) wrong = NULL;
  DeskSandboxFields row = { slice, "?", NULL, &wrong };

  persona->strings = g_string_chunk_new (1024);
  row.strings = persona->strings;
  persona->key = desk_sandbox_fields_need_text (&row, "key");
  row.owner = persona->key;
  read_row (&row, persona, patterns);

  if (wrong != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return NULL;
    }

  return g_steal_pointer (&persona);
}
