/* desk-time-words.c: durations and clock times in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-time-words.h"

#include <glib/gi18n-lib.h>

#include "desk-duration.h"
#include "desk-time-of-day.h"

static char *
count_words (DeskDurationUnit unit,
             guint            count)
{
  switch (unit)
    {
    case DESK_DURATION_YEARS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", count), count);
    case DESK_DURATION_MONTHS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", count), count);
    case DESK_DURATION_WEEKS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u week", "%u weeks", count), count);
    case DESK_DURATION_DAYS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", count), count);
    case DESK_DURATION_HOURS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hour", "%u hours", count), count);
    case DESK_DURATION_MINUTES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", count), count);
    case DESK_DURATION_SECONDS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u second", "%u seconds", count), count);
    case DESK_DURATION_N_UNITS:
    default:
      g_assert_not_reached ();
    }
}

static const char *
get_every_one (DeskDurationUnit unit,
               gboolean         is_at_start)
{
  static const char *const words[DESK_DURATION_N_UNITS] =
  {
    N_("every year"), N_("every month"), N_("every week"), N_("every day"), N_("every hour"), N_("every minute"),
    N_("every second"),
  };
  static const char *const words_at_start[DESK_DURATION_N_UNITS] =
  {
    N_("Every year"), N_("Every month"), N_("Every week"), N_("Every day"), N_("Every hour"), N_("Every minute"),
    N_("Every second"),
  };

  return is_at_start ? _(words_at_start[unit]) : _(words[unit]);
}

static char *
frequency_words (const DeskDuration *duration,
                 const char         *span,
                 guint               n_units,
                 DeskDurationUnit    last_unit,
                 gboolean            is_at_start)
{
  if (n_units == 1 && duration->counts[last_unit] == 1)
    return g_strdup (get_every_one (last_unit, is_at_start));
  if (is_at_start)
    /* Translators: how often; %s is a span of time: "Every 3 months" */
    return g_strdup_printf (_("Every %s"), span);

  /* Translators: how often, within a sentence; %s is a span of time: "every 3 months" */
  return g_strdup_printf (_("every %s"), span);
}

char *
desk_time_words_duration (const char        *text,
                          DeskTimeWordsForm  form)
{
  g_autoptr(GString) span = g_string_new (NULL);
  DeskDurationUnit last_unit = DESK_DURATION_DAYS;
  DeskDuration duration;
  guint n_units = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (!desk_duration_parse (text, &duration))
    return NULL;
  for (DeskDurationUnit unit = 0; unit < DESK_DURATION_N_UNITS; unit++)
    {
      g_autofree char *words = duration.counts[unit] > 0 ? count_words (unit, duration.counts[unit]) : NULL;

      if (words == NULL)
        continue;
      g_string_append_printf (span, "%s%s", n_units++ > 0 ? " " : "", words);
      last_unit = unit;
    }
  if (n_units == 0)
    return count_words (DESK_DURATION_DAYS, 0);
  if (form != DESK_TIME_WORDS_SPAN)
    return frequency_words (&duration, span->str, n_units, last_unit, form == DESK_TIME_WORDS_EVERY_AT_START);
  return g_string_free (g_steal_pointer (&span), FALSE);
}

char *
desk_time_words_time_of_day (const char *text)
{
  g_autoptr(GString) words = g_string_new (NULL);
  DeskTimeOfDay time;

  g_return_val_if_fail (text != NULL, NULL);

  if (!desk_time_of_day_parse (text, &time))
    return NULL;
  g_string_append_printf (words, "%02d:%02d", time.seconds / 3600, time.seconds / 60 % 60);
  if (time.seconds % 60 != 0)
    g_string_append_printf (words, ":%02d", time.seconds % 60);
  if (time.has_offset && time.offset_minutes == 0)
    g_string_append (words, " UTC");
  else if (time.has_offset)
    g_string_append_printf (words, " %c%02d:%02d", time.offset_minutes < 0 ? '-' : '+',
                            ABS (time.offset_minutes) / 60, ABS (time.offset_minutes) % 60);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
