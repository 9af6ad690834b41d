/* desk-sandbox-demo-tariff.c: what electricity costs a demo customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-tariff.h"

#include <string.h>

#include "desk-json.h"
#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-demo-energy.h"
#include "desk-sandbox-demo-template.h"

#define PRICE_DECIMALS 4
#define CONTRACT "plans.0.plan_detail.electricity_contract"

static const char *const weekdays[] = { NULL, "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN" };

/* "0.2485" as 2485; 0 if it is not there. */
static int
read_price (DeskJsonSlice  slice,
            const char    *path)
{
  g_autofree char *text = desk_json_slice_dup_string (desk_json_slice_get_path (slice, path));
  const char *point = text != NULL ? strchr (text, '.') : NULL;
  guint64 price = 0;

  if (point == NULL)
    return 0;

  for (const char *p = text; *p != '\0' && p <= point + PRICE_DECIMALS; p++)
    if (g_ascii_isdigit (*p))
      price = price * 10 + (guint64) g_ascii_digit_value (*p);
  for (gsize decimals = strlen (point + 1); decimals < PRICE_DECIMALS; decimals++)
    price *= 10;

  return (int) price;
}

/* "T15:30:00" as the half-hour of the day. */
static guint
read_half_hour (DeskJsonSlice  window,
                const char    *name)
{
  g_autofree char *text = desk_json_slice_dup_string (desk_json_slice_get_member (window, name));

  if (text == NULL || strlen (text) < strlen ("T00:00"))
    return 0;

  return (guint) ((g_ascii_digit_value (text[1]) * 10 + g_ascii_digit_value (text[2])) * 2 +
                  (text[4] >= '3' ? 1 : 0)) % DESK_SANDBOX_READS_PER_DAY;
}

static gboolean
has_day (DeskJsonSlice  window,
         guint          weekday)
{
  DeskJsonIter iter;
  DeskJsonSlice day;

  desk_json_iter_init (&iter, desk_json_slice_get_member (window, "days"));
  while (desk_json_iter_next (&iter, NULL, &day))
    if (desk_json_slice_equals_string (day, weekdays[weekday]))
      return TRUE;

  return FALSE;
}

/* A window that ends before it starts goes on after midnight. */
static void
mark_window (DeskSandboxTariff *self,
             guint              rate,
             DeskJsonSlice      window)
{
  guint start = read_half_hour (window, "start_time");
  guint end = read_half_hour (window, "end_time");

  for (guint weekday = G_DATE_MONDAY; weekday <= G_DATE_SUNDAY; weekday++)
    {
      if (!has_day (window, weekday))
        continue;

      for (guint i = start; i != end; i = (i + 1) % DESK_SANDBOX_READS_PER_DAY)
        self->rate_at[weekday][i] = (guint8) rate;
    }
}

static guint
add_rate (DeskSandboxTariff *self,
          DeskJsonSlice      block,
          const char        *type)
{
  DeskSandboxTariffRate *rate = &self->rates[self->n_rates];

  rate->name = desk_json_slice_dup_string (desk_json_slice_get_member (block, "display_name"));
  rate->type = type != NULL ? g_strdup (type) : desk_json_slice_dup_string (desk_json_slice_get_member (block, "type"));
  rate->price = read_price (block, "rates.0.unit_price");
  return self->n_rates++;
}

static void
read_rates (DeskSandboxTariff *self,
            DeskJsonSlice      period)
{
  DeskJsonIter blocks;
  DeskJsonSlice block;

  if (desk_json_slice_equals_string (desk_json_slice_get_member (period, "rate_block_u_type"), "singleRate"))
    {
      add_rate (self, desk_json_slice_get_member (period, "single_rate"), "ALL_DAY");
      return;
    }

  desk_json_iter_init (&blocks, desk_json_slice_get_member (period, "time_of_use_rates"));
  while (self->n_rates < DESK_SANDBOX_TARIFF_MAX_RATES && desk_json_iter_next (&blocks, NULL, &block))
    {
      guint rate = add_rate (self, block, NULL);
      DeskJsonIter windows;
      DeskJsonSlice window;

      desk_json_iter_init (&windows, desk_json_slice_get_member (block, "time_of_use"));
      while (desk_json_iter_next (&windows, NULL, &window))
        mark_window (self, rate, window);
    }
}

DeskSandboxTariff *
desk_sandbox_tariff_new (const DeskSandboxPersona *persona)
{
  g_autoptr(DeskSandboxTariff) self = NULL;
  g_autofree char *account = NULL;
  DeskJsonSlice root;
  DeskJsonSlice contract;

  g_return_val_if_fail (persona != NULL, NULL);

  if (!persona->has_energy)
    return NULL;

  account = desk_sandbox_demo_fill_template (persona, desk_sandbox_demo_get_contract (persona), NULL);
  if (!desk_json_parse (account, strlen (account), &root, NULL))
    return NULL;

  contract = desk_json_slice_get_path (root, CONTRACT);
  self = g_new0 (DeskSandboxTariff, 1);
  read_rates (self, desk_json_slice_get_path (contract, "tariff_period.0"));
  self->supply = read_price (contract, "tariff_period.0.daily_supply_charge");
  self->feed_in = read_price (contract, "solar_feed_in_tariff.0.single_tariff.rates.0.unit_price");
  self->discount = read_price (contract, "discounts.0.percent_of_bill.rate");

  return self->n_rates > 0 ? g_steal_pointer (&self) : NULL;
}

void
desk_sandbox_tariff_free (DeskSandboxTariff *self)
{
  for (guint i = 0; i < self->n_rates; i++)
    {
      g_free (self->rates[i].name);
      g_free (self->rates[i].type);
    }
  g_free (self);
}

guint
desk_sandbox_tariff_find_rate (const DeskSandboxTariff *self,
                               const GDate             *day,
                               guint                    interval)
{
  guint local;
  guint weekday;

  g_return_val_if_fail (self != NULL && day != NULL, 0);

  local = interval + (guint) (desk_sandbox_demo_utc_offset (day) - 10) * 2;
  weekday = g_date_get_weekday (day);
  if (local >= DESK_SANDBOX_READS_PER_DAY)
    weekday = weekday % G_DATE_SUNDAY + 1;

  return self->rate_at[weekday][local % DESK_SANDBOX_READS_PER_DAY];
}
