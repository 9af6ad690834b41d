/* desk-plan-prices.c: single prices and steps of an energy plan as lines of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-json-read.h"
#include "desk-plan-parts.h"
#include "desk-sheet-words.h"
#include "desk-enum-words.h"
#include "desk-value-words.h"

static char *
dup_unit (DeskJsonSlice  object,
          const char    *member)
{
  static const struct
  {
    const char *code;
    const char *words;
  } units[] = {
    { "KWH", N_("kWh") },
    { "KVA", N_("kVA") },
    { "KVAR", N_("kVAr") },
    { "KVARH", N_("kVArh") },
    { "DAYS", N_("day") },
    { "METER", N_("meter") },
    { "MJ", N_("MJ") },
    { "MONTH", N_("month") },
  };
  g_autofree char *code = desk_json_read_text (object, member);

  if (code == NULL)
    return g_strdup (_("kWh"));
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (code, units[i].code) == 0)
      return g_strdup (_(units[i].words));
  return desk_enum_words (code);
}

static char *
dup_price (DeskJsonSlice  object,
           const char    *price_member,
           const char    *unit_member,
           const char    *doubt)
{
  g_autofree char *text = desk_json_read_text (object, price_member);
  g_autofree char *money = doubt == NULL ? desk_sheet_money (text, NULL) : g_strdup (text);
  g_autofree char *unit = unit_member != NULL ? dup_unit (object, unit_member) : NULL;

  if (unit == NULL)
    return g_steal_pointer (&money);
  /* Translators: a price and the unit that it is for: "$0.42 per kWh" */
  return g_strdup_printf (_("%s per %s"), money, unit);
}

DeskSheetLine *
desk_plan_parts_add_price (DeskSheet     *sheet,
                           guint          depth,
                           const char    *title,
                           DeskPriceKind  kind,
                           DeskJsonSlice  object,
                           const char    *price_member,
                           const char    *unit_member)
{
  g_autofree char *text = desk_json_read_text (object, price_member);
  const char *doubt = text != NULL ? desk_price_check (kind, text) : NULL;
  DeskSheetLine *line = NULL;

  if (text == NULL)
    return NULL;
  line = desk_sheet_take (sheet, depth, title, dup_price (object, price_member, unit_member, doubt));
  line->doubt = g_strdup (doubt);
  return line;
}

/* Which part of the volume a step is for; %NULL if the rate has no steps. */
static char *
dup_step (DeskJsonSlice  rate,
          DeskJsonSlice  object,
          guint          position,
          guint          n_steps)
{
  g_autofree char *volume = desk_json_read_text (rate, "volume");
  g_autofree char *unit = dup_unit (rate, "measure_unit");
  g_autofree char *period = desk_json_read_text (object, "period");
  g_autofree char *every = period != NULL ? desk_sheet_words_every (period) : NULL;

  if (volume == NULL)
    return n_steps > 1 ? g_strdup (position + 1 == n_steps ? _("Above that") : _("Without a volume")) : NULL;
  if (position > 0)
    /* Translators: a step of a price: a number and its unit: "Next 15 kWh" */
    return g_strdup_printf (_("Next %s %s"), volume, unit);
  if (every == NULL)
    /* Translators: a step of a price: a number and its unit: "First 10 kWh" */
    return g_strdup_printf (_("First %s %s"), volume, unit);
  /* Translators: a step of a price: a number, its unit, how often: "First 10 kWh every day" */
  return g_strdup_printf (_("First %s %s %s"), volume, unit, every);
}

static void
add_steps (DeskSheet     *sheet,
           guint          depth,
           DeskJsonSlice  object,
           DeskJsonSlice  rates,
           guint          n_steps)
{
  DeskJsonIter iter;
  DeskJsonSlice rate;
  guint position = 0;

  desk_json_iter_init (&iter, rates);
  while (desk_json_iter_next (&iter, NULL, &rate))
    {
      g_autofree char *step = dup_step (rate, object, position++, n_steps);

      if (desk_plan_parts_add_price (sheet, depth, step != NULL ? step : _("Price"), DESK_PRICE_UNIT, rate,
                                     "unit_price", "measure_unit") == NULL)
        desk_sheet_add (sheet, depth, step != NULL ? step : _("Price"), _("Not stated"));
    }
}

/* Old records have the price itself: feed-in tariffs `amount` (cds.md 5). */
static DeskSheetLine *
add_old_price (DeskSheet     *sheet,
               guint          depth,
               const char    *title,
               DeskJsonSlice  object)
{
  static const char *const members[] = { "general_unit_price", "amount", "unit_price" };
  DeskSheetLine *line = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members) && line == NULL; i++)
    line = desk_plan_parts_add_price (sheet, depth, title, DESK_PRICE_UNIT, object, members[i], "measure_unit");
  return line;
}

DeskSheetLine *
desk_plan_parts_add_rates (DeskSheet     *sheet,
                           guint          depth,
                           const char    *title,
                           DeskJsonSlice  object)
{
  DeskJsonSlice rates = desk_json_slice_get_member (object, "rates");
  gboolean is_list = desk_json_slice_get_kind (rates) == DESK_JSON_KIND_ARRAY;
  guint n_steps = is_list ? desk_json_slice_count (rates) : 0;
  DeskJsonSlice only = n_steps == 1 ? desk_json_slice_get_path (rates, "0") : rates;
  DeskSheetLine *line = NULL;

  if (n_steps > 1)
    {
      line = desk_sheet_add (sheet, depth, title, NULL);
      add_steps (sheet, depth + 1, object, rates, n_steps);
      return line;
    }
  line = desk_plan_parts_add_price (sheet, depth, title, DESK_PRICE_UNIT, only, "unit_price", "measure_unit");
  if (line == NULL)
    line = add_old_price (sheet, depth, title, object);
  if (line == NULL)
    line = desk_sheet_add (sheet, depth, title, _("Not stated"));
  return line;
}
