/* desk-tariff-window.c: when in the week a price of an energy plan counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-json-read.h"
#include "desk-tariff-window.h"
#include "desk-time-of-day.h"

static char *
minute_words (guint minute)
{
  return g_strdup_printf ("%02u:%02u", minute / 60, minute % 60);
}

/* Returns %FALSE for a text that is no time; what is absent leaves @minute as it is. */
static gboolean
read_time (DeskJsonSlice  object,
           const char    *member,
           guint         *minute)
{
  g_autofree char *text = desk_json_read_text (object, member);
  DeskTimeOfDay time;

  if (text == NULL)
    return TRUE;
  if (!desk_time_of_day_parse (text, &time))
    return FALSE;
  *minute = (guint) time.seconds / 60;
  return TRUE;
}

gboolean
desk_tariff_window_read (DeskJsonSlice     object,
                         DeskTariffWindow *window)
{
  g_return_val_if_fail (window != NULL, FALSE);

  window->days = desk_week_days_read (desk_json_slice_get_member (object, "days"), NULL);
  window->start = 0;
  window->end = DESK_TARIFF_DAY_MINUTES;
  if (window->days == DESK_WEEK_DAYS_NONE ||
      !read_time (object, "start_time", &window->start) ||
      !read_time (object, "end_time", &window->end))
    return FALSE;
  window->start %= DESK_TARIFF_DAY_MINUTES;
  if (window->end % 30 == 29)
    window->end++;
  if (window->end == 0)
    window->end = DESK_TARIFF_DAY_MINUTES;
  if (window->end == window->start)
    {
      window->start = 0;
      window->end = DESK_TARIFF_DAY_MINUTES;
    }
  return TRUE;
}

guint
desk_tariff_window_get_spans (const DeskTariffWindow *self,
                              DeskTariffSpan         *spans)
{
  g_return_val_if_fail (self != NULL && spans != NULL, 0);

  if (self->start < self->end)
    {
      spans[0] = (DeskTariffSpan) { self->start, self->end };
      return 1;
    }
  spans[0] = (DeskTariffSpan) { 0, self->end };
  spans[1] = (DeskTariffSpan) { self->start, DESK_TARIFF_DAY_MINUTES };
  return 2;
}

char *
desk_tariff_window_words (const DeskTariffWindow *self)
{
  g_autofree char *days = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  days = desk_week_days_words (self->days);
  if (self->start == 0 && self->end == DESK_TARIFF_DAY_MINUTES)
    /* Translators: some days of the week: "Saturday, Sunday, all day" */
    return g_strdup_printf (_("%s, all day"), days);
  start = minute_words (self->start);
  end = minute_words (self->end);
  /* Translators: some days of the week, then two clock times: "Monday to Friday, 15:00 to 21:00" */
  return g_strdup_printf (_("%s, %s to %s"), days, start, end);
}
