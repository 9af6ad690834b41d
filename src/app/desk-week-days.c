/* desk-week-days.c: sets of days of the week, as energy tariffs name them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-week-days.h"

typedef struct
{
  const char   *name;
  DeskWeekDays  days;
} Name;

/* Each name of a day may be written out. */
static const Name names[] = {
  { "MON", DESK_WEEK_DAYS_MONDAY },
  { "TUE", DESK_WEEK_DAYS_TUESDAY },
  { "WED", DESK_WEEK_DAYS_WEDNESDAY },
  { "THU", DESK_WEEK_DAYS_THURSDAY },
  { "FRI", DESK_WEEK_DAYS_FRIDAY },
  { "SAT", DESK_WEEK_DAYS_SATURDAY },
  { "SUN", DESK_WEEK_DAYS_SUNDAY },
  { "MONDAY", DESK_WEEK_DAYS_MONDAY },
  { "TUESDAY", DESK_WEEK_DAYS_TUESDAY },
  { "WEDNESDAY", DESK_WEEK_DAYS_WEDNESDAY },
  { "THURSDAY", DESK_WEEK_DAYS_THURSDAY },
  { "FRIDAY", DESK_WEEK_DAYS_FRIDAY },
  { "SATURDAY", DESK_WEEK_DAYS_SATURDAY },
  { "SUNDAY", DESK_WEEK_DAYS_SUNDAY },
  { "PUBLIC_HOLIDAYS", DESK_WEEK_DAYS_PUBLIC_HOLIDAYS },
  { "BUSINESS_DAYS", DESK_WEEK_DAYS_BUSINESS },
  { "WEEKDAYS", DESK_WEEK_DAYS_BUSINESS },
  { "WEEKENDS", DESK_WEEK_DAYS_WEEKEND },
  { "WEEKEND", DESK_WEEK_DAYS_WEEKEND },
};

DeskWeekDays
desk_week_days_parse (const char *text)
{
  g_return_val_if_fail (text != NULL, DESK_WEEK_DAYS_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (text, names[i].name) == 0)
      return names[i].days;
  return DESK_WEEK_DAYS_NONE;
}

static DeskWeekDays
read_name (DeskJsonSlice  value,
           gboolean      *is_whole)
{
  g_autofree char *text = desk_json_slice_dup_string (value);
  DeskWeekDays days = text != NULL ? desk_week_days_parse (text) : DESK_WEEK_DAYS_NONE;

  *is_whole = *is_whole && days != DESK_WEEK_DAYS_NONE;
  return days;
}

static DeskWeekDays
read_container (DeskJsonSlice  value,
                gboolean      *is_whole)
{
  gboolean is_object = desk_json_slice_get_kind (value) == DESK_JSON_KIND_OBJECT;
  DeskWeekDays days = DESK_WEEK_DAYS_NONE;
  DeskJsonIter iter;
  DeskJsonSlice key;
  DeskJsonSlice element;

  desk_json_iter_init (&iter, value);
  while (desk_json_iter_next (&iter, &key, &element))
    {
      gboolean counts = FALSE;

      if (!is_object)
        days |= read_name (element, is_whole);
      else if (!desk_json_slice_get_boolean (element, &counts))
        *is_whole = FALSE;
      else if (counts)
        days |= read_name (key, is_whole);
    }
  return days;
}

DeskWeekDays
desk_week_days_read (DeskJsonSlice  value,
                     gboolean      *is_whole)
{
  DeskJsonKind kind = desk_json_slice_get_kind (value);
  DeskWeekDays days = DESK_WEEK_DAYS_NONE;
  gboolean whole = TRUE;

  if (kind == DESK_JSON_KIND_ARRAY || kind == DESK_JSON_KIND_OBJECT)
    days = read_container (value, &whole);
  else if (kind != DESK_JSON_KIND_NONE && kind != DESK_JSON_KIND_NULL)
    days = read_name (value, &whole);
  if (is_whole != NULL)
    *is_whole = whole;
  return days;
}

/* The days from @first on that are in the set without a gap; public holidays stand alone. */
static guint
measure_run (DeskWeekDays days,
             guint        first)
{
  guint length = 1;

  while (first + length < 7 && first < 7 && (days & (1u << (first + length))) != 0)
    length++;
  return length;
}

static void
append_run (GString *words,
            guint    first,
            guint    length)
{
  if (words->len > 0)
    g_string_append (words, ", ");
  if (length < 3)
    g_string_append (words, desk_week_days_get_name (first));
  if (length == 2)
    g_string_append_printf (words, ", %s", desk_week_days_get_name (first + 1));
  if (length >= 3)
    /* Translators: the first and the last of some days: "Monday to Friday" */
    g_string_append_printf (words, _("%s to %s"), desk_week_days_get_name (first),
                            desk_week_days_get_name (first + length - 1));
}

char *
desk_week_days_words (DeskWeekDays days)
{
  g_autoptr(GString) words = g_string_new (NULL);
  guint first = 0;

  if ((days & DESK_WEEK_DAYS_ALL) == DESK_WEEK_DAYS_ALL)
    {
      g_string_append (words, _("Every day"));
      first = 7;
    }
  while (first < DESK_WEEK_N_DAYS)
    {
      guint length = 1;

      if ((days & (1u << first)) != 0)
        {
          length = measure_run (days, first);
          append_run (words, first, length);
        }
      first += length;
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

const char *
desk_week_days_get_name (guint day)
{
  static const char *const labels[DESK_WEEK_N_DAYS] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
    N_("Public holidays"),
  };

  g_return_val_if_fail (day < DESK_WEEK_N_DAYS, NULL);

  return _(labels[day]);
}
