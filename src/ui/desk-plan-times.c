/* desk-plan-times.c: rates of an energy plan that depend on the time, as a week and as lines of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-json-read.h"
#include "desk-plan-parts.h"
#include "desk-sheet-words.h"
#include "desk-tariff-window.h"

#define LOOK_OTHER 5

/**
 * Times:
 * @week: the blocks that were found so far
 * @has_windows: one of them can be read
 * @has_holidays: and one counts on public holidays
 */
typedef struct
{
  DeskSheet  *sheet;
  DeskWeek   *week;
  const char *windows_member;
  gboolean    has_windows;
  gboolean    has_holidays;
} Times;

static guint
find_look (DeskJsonSlice rate)
{
  static const char *const codes[] = { "PEAK", "SHOULDER", "OFF_PEAK", "SHOULDER2", "SOLAR_SPONGE" };
  DeskJsonSlice type = desk_json_slice_get_member (rate, "type");

  if (desk_json_slice_equals_string (type, "SHOULDER1"))
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (desk_json_slice_equals_string (type, codes[i]))
      return i;
  return LOOK_OTHER;
}

static char *
dup_kind (DeskJsonSlice rate)
{
  char *kind = desk_sheet_words (rate, "type", DESK_FIELD_TYPE_ENUM);

  if (kind == NULL)
    kind = desk_json_read_text (rate, "display_name");
  return kind != NULL ? kind : g_strdup (_("Other"));
}

/* The windows of one rate, as an array or as one object. */
static guint
count_windows (DeskJsonSlice windows)
{
  DeskJsonKind kind = desk_json_slice_get_kind (windows);

  if (kind == DESK_JSON_KIND_OBJECT)
    return 1;
  return kind == DESK_JSON_KIND_ARRAY ? desk_json_slice_count (windows) : 0;
}

static DeskJsonSlice
get_windows (const Times   *self,
             DeskJsonSlice  rate)
{
  return self->windows_member != NULL ? desk_json_slice_get_member (rate, self->windows_member) : rate;
}

static DeskJsonSlice
get_window (DeskJsonSlice windows,
            guint         position)
{
  g_autofree char *path = g_strdup_printf ("%u", position);

  if (desk_json_slice_get_kind (windows) == DESK_JSON_KIND_OBJECT)
    return windows;
  return desk_json_slice_get_path (windows, path);
}

static void
add_blocks (Times                  *self,
            const DeskTariffWindow *window,
            guint                   look,
            const char             *kind,
            const char             *price)
{
  g_autofree char *when = desk_tariff_window_words (window);
  g_autofree char *words = price != NULL ? g_strjoin (", ", kind, when, price, NULL) : g_strjoin (", ", kind, when, NULL);
  DeskTariffSpan spans[2];
  guint n_spans = desk_tariff_window_get_spans (window, spans);

  for (guint day = 0; day < desk_week_get_n_rows (self->week); day++)
    for (guint i = 0; i < n_spans && (window->days & (1u << day)) != 0; i++)
      desk_week_add_block (self->week, day, spans[i].start, spans[i].end, look, kind, words);
}

/* Says the windows below the rate's own line, and marks those that say nothing. */
static void
describe_windows (Times         *self,
                  DeskSheetLine *line,
                  DeskJsonSlice  windows,
                  guint          look,
                  const char    *kind)
{
  guint n_windows = count_windows (windows);
  guint n_readable = 0;

  for (guint i = 0; i < n_windows; i++)
    {
      DeskJsonSlice object = get_window (windows, i);
      DeskTariffWindow window;

      if (!desk_tariff_window_read (object, &window))
        {
          g_autofree char *raw = desk_json_slice_dup_raw (object);

          if (self->windows_member != NULL)
            desk_sheet_line_take_note (line, g_steal_pointer (&raw));
          continue;
        }
      n_readable++;
      desk_sheet_line_take_note (line, desk_tariff_window_words (&window));
      add_blocks (self, &window, look, kind, line->value);
    }
  if (n_readable > 0)
    line->look = look;
  if (n_readable < n_windows && line->doubt == NULL)
    line->doubt = g_strdup (_("Not all of its days and times could be read."));
}

static DeskSheetLine *
add_demand (DeskSheet     *sheet,
            const char    *title,
            DeskJsonSlice  charge)
{
  DeskSheetLine *line = desk_sheet_add_money (sheet, 0, title, charge, "amount");
  g_autofree char *unit = desk_json_read_text (charge, "measure_unit");

  if (line == NULL)
    line = desk_sheet_add (sheet, 0, title, _("Not stated"));
  if (unit != NULL)
    desk_sheet_line_take_note (line, g_strdup_printf (_("Unit %s"), unit));
  return line;
}

static void
add_demand_limits (DeskSheet     *sheet,
                   DeskJsonSlice  charge)
{
  desk_sheet_add_member (sheet, 1, _("Minimum demand"), charge, "min_demand", DESK_FIELD_TYPE_NUMBER);
  desk_sheet_add_member (sheet, 1, _("Maximum demand"), charge, "max_demand", DESK_FIELD_TYPE_NUMBER);
  desk_sheet_add_member (sheet, 1, _("Measured over"), charge, "measurement_period", DESK_FIELD_TYPE_ENUM);
  desk_sheet_add_member (sheet, 1, _("Charged over"), charge, "charge_period", DESK_FIELD_TYPE_ENUM);
}

/* "Off-peak" says no more than "Off peak". */
static gboolean
is_same_name (const char *name,
              const char *kind)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (name), "-_", ' ');

  return g_ascii_strcasecmp (spaced, kind) == 0;
}

static void
add_rate (Times         *self,
          DeskJsonSlice  rate)
{
  g_autofree char *kind = dup_kind (rate);
  g_autofree char *name = desk_json_read_text (rate, "display_name");
  gboolean is_demand = self->windows_member == NULL;
  DeskSheetLine *line = is_demand ? add_demand (self->sheet, kind, rate)
                                  : desk_plan_parts_add_rates (self->sheet, 0, kind, rate);

  if (name != NULL && !is_same_name (name, kind))
    desk_sheet_line_take_note (line, g_steal_pointer (&name));
  desk_sheet_line_take_note (line, desk_json_read_text (rate, "description"));
  describe_windows (self, line, get_windows (self, rate), find_look (rate), kind);
  desk_plan_parts_add_price (self->sheet, 1, _("Daily supply charge"), DESK_PRICE_DAY, rate, "daily_supply_charge", NULL);
  if (is_demand)
    add_demand_limits (self->sheet, rate);
}

static void
look_at_windows (Times         *self,
                 DeskJsonSlice  rate)
{
  DeskJsonSlice windows = get_windows (self, rate);
  guint n_windows = count_windows (windows);

  for (guint i = 0; i < n_windows; i++)
    {
      DeskTariffWindow window;

      if (!desk_tariff_window_read (get_window (windows, i), &window))
        continue;
      self->has_windows = TRUE;
      self->has_holidays = self->has_holidays || (window.days & DESK_WEEK_DAYS_PUBLIC_HOLIDAYS) != 0;
    }
}

static void
add_days (Times *self)
{
  static const char *const labels[DESK_WEEK_N_DAYS] = {
    N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
    /* Translators: public holidays, as short as the name of a day */
    N_("Hol"),
  };

  for (guint i = 0; i < DESK_WEEK_N_DAYS - (self->has_holidays ? 0 : 1); i++)
    desk_week_add_row (self->week, _(labels[i]));
}

void
desk_plan_parts_add_time_of_use (DeskSheet     *sheet,
                                 DeskJsonSlice  rates,
                                 const char    *windows_member)
{
  g_autoptr(DeskWeek) week = desk_week_new ();
  Times self = { sheet, week, windows_member, FALSE, FALSE };
  guint n_rates = count_windows (rates);

  for (guint i = 0; i < n_rates; i++)
    look_at_windows (&self, get_window (rates, i));
  add_days (&self);
  if (self.has_windows)
    desk_sheet_add_week (sheet, _("When each price counts"), desk_week_ref (week));
  for (guint i = 0; i < n_rates; i++)
    add_rate (&self, get_window (rates, i));
}
