/* desk-sandbox-demo-energy.c: the customers of the demo energy retailers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-energy.h"

#include "desk-date.h"
#include "desk-sandbox-demo-billing.h"
#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-demo-dice.h"
#include "desk-sandbox-demo-institutions.h"
#include "desk-sandbox-demo-template.h"
#include "desk-sandbox-demo-usage.h"

/* Before the first day of the data. */
#define PLAN_AGE_MONTHS 5
#define METER_READ_DAYS 30

const char *
desk_sandbox_demo_get_contract (const DeskSandboxPersona *persona)
{
  g_return_val_if_fail (persona != NULL, NULL);

  if (desk_sandbox_demo_has_own_template (persona, "energy-account"))
    return "energy-account";
  if (g_str_equal (persona->fuel, "GAS"))
    return "gas-account";
  if (persona->home.solar_watts > 0)
    return "solar-account";
  if (persona->home.controlled_load > 0)
    return "controlled-account";
  return "energy-account";
}

/* When the customer came, and has been supplied since. */
static char *
format_start (const DeskSandboxHome *home,
              gint64                 now)
{
  GDate day;

  desk_sandbox_demo_first_day (now, &day);
  if (home->moved_days > 0)
    g_date_add_days (&day, (guint) (desk_sandbox_demo_count_back (now, &day) - home->moved_days + 1));
  else
    g_date_subtract_months (&day, PLAN_AGE_MONTHS);
  return desk_date_format (&day);
}

static void
add_account (DeskSandboxCustomer      *customer,
             const DeskSandboxPersona *persona,
             const char               *account_id,
             const char               *service_point_id,
             gint64                    now)
{
  const DeskSandboxHome *home = &persona->home;
  g_autofree char *start_date = format_start (home, now);
  g_autofree char *json = NULL;

  json = desk_sandbox_demo_fill_template (persona, desk_sandbox_demo_get_contract (persona),
                                          "account_id", account_id,
                                          "account_number", persona->energy_account,
                                          "service_point_id", service_point_id,
                                          "plan_start_date", start_date,
                                          "creation_date", start_date,
                                          "open_status", home->left_days > 0 ? "CLOSED" : "OPEN",
                                          NULL);
  desk_sandbox_demo_add_record (customer, "energy.accounts", json);
  desk_sandbox_customer_add_account (customer, account_id,
                                     g_str_equal (persona->fuel, "GAS") ? "Home gas" : "Home electricity",
                                     persona->energy_account, persona->address);
}

static void
add_register (GString    *registers,
              const char *suffix,
              gboolean    controlled)
{
  g_string_append_printf (registers,
                          "%s{\"register_id\":\"%s\",\"register_suffix\":\"%s\",\"register_consumption_type\":\"INTERVAL\","
                          "\"unit_of_measure\":\"KWH\",\"time_of_day\":\"INTERVAL\",\"multiplier\":1,"
                          "\"controlled_load\":%s,\"consumption_type\":\"ACTUAL\"}",
                          registers->len > 0 ? "," : "", suffix, suffix, controlled ? "true" : "false");
}

/* What belongs to the number of a meter point is told by its first digits (AEMO's allocation). */
static char *
make_national_id (const DeskSandboxPersona *persona,
                  guint64                   seed)
{
  const char *state = g_hash_table_lookup (persona->details, "state");
  const char *prefix = "4103";
  DeskSandboxDemoDice dice;
  g_autofree char *digits = NULL;

  if (g_strcmp0 (state, "VIC") == 0)
    prefix = "6305";
  else if (g_strcmp0 (state, "QLD") == 0)
    prefix = "3120";
  else if (g_strcmp0 (state, "SA") == 0)
    prefix = "2001";
  else if (g_strcmp0 (state, "TAS") == 0)
    prefix = "8000";

  desk_sandbox_demo_dice_init (&dice, seed, persona->key, 1);
  digits = desk_sandbox_demo_dice_digits (&dice, 6);
  return g_strconcat (prefix, digits, NULL);
}

static void
add_service_point (DeskSandboxCustomer      *customer,
                   const DeskSandboxPersona *persona,
                   guint64                   seed,
                   const char               *service_point_id,
                   const char               *meter_id,
                   gint64                    now)
{
  const DeskSandboxHome *home = &persona->home;
  g_autofree char *national_id = make_national_id (persona, seed);
  g_autofree char *valid_from = format_start (home, now);
  g_autofree char *next_read_date = NULL;
  g_autoptr(GString) registers = g_string_new (NULL);
  gboolean is_business = g_hash_table_contains (persona->details, "business_name");
  g_autofree char *json = NULL;
  GDate next_read;

  desk_sandbox_demo_aest_day (now, &next_read);
  g_date_add_days (&next_read, METER_READ_DAYS);
  next_read_date = desk_date_format (&next_read);
  add_register (registers, "E1", FALSE);
  if (home->controlled_load > 0)
    add_register (registers, "E2", TRUE);
  if (home->solar_watts > 0)
    add_register (registers, "B1", FALSE);

  json = desk_sandbox_demo_fill_template (persona, "service-point",
                                          "service_point_id", service_point_id,
                                          "meter_id", meter_id,
                                          "next_read_date", next_read_date,
                                          "national_metering_id", national_id,
                                          "is_generator", home->solar_watts > 0 ? "true" : "false",
                                          "valid_from", valid_from,
                                          "registers", registers->str,
                                          "point_status", home->left_days > 0 ? "DE_ENERGISED" : "ACTIVE",
                                          "consumer", is_business ? "BUSINESS" : "RESIDENTIAL",
                                          "home_address", persona->address,
                                          "retailer_name", desk_sandbox_demo_get_institution_name (persona->retailer),
                                          NULL);
  desk_sandbox_demo_add_record (customer, "energy.service-points", json);
}

static char *
make_meter_id (const DeskSandboxPersona *persona,
               guint64                   seed)
{
  DeskSandboxDemoDice dice;

  desk_sandbox_demo_dice_init (&dice, seed, persona->key, 0);
  return desk_sandbox_demo_dice_digits (&dice, 9);
}

static void
add_home (DeskSandboxCustomer      *customer,
          const DeskSandboxPersona *persona,
          guint64                   seed,
          gint64                    now)
{
  g_autofree char *account_id = desk_sandbox_demo_make_id (persona, seed, "energy-account");
  g_autofree char *service_point_id = desk_sandbox_demo_make_id (persona, seed, "service-point");
  g_autofree char *meter_id = make_meter_id (persona, seed);
  g_autoptr(GPtrArray) usage = NULL;

  add_account (customer, persona, account_id, service_point_id, now);
  if (g_str_equal (persona->fuel, "GAS"))
    return;

  desk_sandbox_customer_add_service_point (customer, account_id, service_point_id);
  add_service_point (customer, persona, seed, service_point_id, meter_id, now);
  usage = desk_sandbox_demo_make_usage (&persona->home, seed, now, service_point_id, meter_id);
  for (guint i = 0; i < usage->len; i++)
    desk_sandbox_demo_add_record (customer, "energy.usage", g_ptr_array_index (usage, i));
  desk_sandbox_demo_add_billing (customer, persona, seed, now, account_id, service_point_id);
}

/* The home before the last move has an account and a meter of its own. */
static void
add_former_home (DeskSandboxCustomer      *customer,
                 const DeskSandboxPersona *persona,
                 guint64                   seed,
                 gint64                    now)
{
  DeskSandboxPersona former = *persona;
  g_autofree char *key = g_strconcat (persona->key, "-former", NULL);
  g_autofree char *number = g_strconcat (persona->energy_account, "-1", NULL);

  former.key = key;
  former.address = persona->former_address;
  former.energy_account = number;
  former.home = persona->former_home;
  add_home (customer, &former, seed, now);
}

void
desk_sandbox_demo_fill_energy_customer (DeskSandboxCustomer      *customer,
                                        const DeskSandboxPersona *persona,
                                        guint64                   seed,
                                        gint64                    now)
{
  desk_sandbox_demo_add_identity (customer, persona);
  if (!persona->has_energy)
    return;

  add_home (customer, persona, seed, now);
  if (persona->has_former_home)
    add_former_home (customer, persona, seed, now);
}
