/* desk-sandbox-demo-energy.c: the customers of the demo energy retailer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-energy.h"

#include "desk-date.h"
#include "desk-sandbox-demo-billing.h"
#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-demo-dice.h"
#include "desk-sandbox-demo-template.h"
#include "desk-sandbox-demo-usage.h"

#define PLAN_AGE_MONTHS 17
#define METER_READ_DAYS 30

static void
add_account (DeskSandboxCustomer      *customer,
             const DeskSandboxPersona *persona,
             const char               *account_id,
             const char               *service_point_id,
             const GDate              *today)
{
  GDate start = *today;
  g_autofree char *start_date = NULL;
  g_autofree char *json = NULL;

  g_date_subtract_months (&start, PLAN_AGE_MONTHS);
  g_date_set_day (&start, 1);
  start_date = desk_date_format (&start);

  json = desk_sandbox_demo_fill_template (persona, "energy-account",
                                          "account_id", account_id,
                                          "account_number", persona->energy_account,
                                          "service_point_id", service_point_id,
                                          "plan_start_date", start_date,
                                          NULL);
  desk_sandbox_demo_add_record (customer, "energy.accounts", json);
  desk_sandbox_customer_add_account (customer, account_id, "Home electricity",
                                     persona->energy_account, persona->address);
  desk_sandbox_customer_add_service_point (customer, account_id, service_point_id);
}

static void
add_service_point (DeskSandboxCustomer      *customer,
                   const DeskSandboxPersona *persona,
                   const char               *service_point_id,
                   const char               *meter_id,
                   const GDate              *today)
{
  GDate next_read = *today;
  g_autofree char *next_read_date = NULL;
  g_autofree char *json = NULL;

  g_date_add_days (&next_read, METER_READ_DAYS);
  next_read_date = desk_date_format (&next_read);

  json = desk_sandbox_demo_fill_template (persona, "service-point",
                                          "service_point_id", service_point_id,
                                          "meter_id", meter_id,
                                          "next_read_date", next_read_date,
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

DeskSandboxCustomer *
desk_sandbox_demo_new_energy_customer (const DeskSandboxPersona *persona,
                                       guint64                   seed,
                                       gint64                    now)
{
  g_autofree char *account_id = desk_sandbox_demo_make_id (persona, seed, "energy-account");
  g_autofree char *service_point_id = desk_sandbox_demo_make_id (persona, seed, "service-point");
  g_autofree char *meter_id = make_meter_id (persona, seed);
  g_autoptr(GPtrArray) usage = NULL;
  DeskSandboxCustomer *customer;
  GDate today;

  desk_sandbox_demo_aest_day (now, &today);
  customer = desk_sandbox_demo_new_customer (persona, DESK_SANDBOX_DEMO_RETAILER, "energy");
  add_account (customer, persona, account_id, service_point_id, &today);
  add_service_point (customer, persona, service_point_id, meter_id, &today);

  usage = desk_sandbox_demo_make_usage (&persona->home, seed, now, service_point_id, meter_id);
  for (guint i = 0; i < usage->len; i++)
    desk_sandbox_demo_add_record (customer, "energy.usage", g_ptr_array_index (usage, i));
  desk_sandbox_demo_add_billing (customer, persona, seed, now, account_id, service_point_id);

  return customer;
}
