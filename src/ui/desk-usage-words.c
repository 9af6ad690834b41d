/* desk-usage-words.c: energy usage in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"
#include "desk-usage-words.h"

#define N_SHOWN_CHARACTERS 4
#define N_DECIMALS 2

static char *
format_date (const GDate *date,
             const char  *format)
{
  g_autoptr(GDateTime) day = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date),
                                                   g_date_get_day (date), 0, 0, 0);

  return g_date_time_format (day, format);
}

/* Half a unit of the last decimal is rounded away from zero. */
char *
desk_usage_words_energy (const DeskDecimal *energy)
{
  g_autofree char *text = NULL;
  char *point = NULL;
  g_autoptr(DeskDecimal) shown = NULL;

  g_return_val_if_fail (energy != NULL, NULL);

  text = desk_decimal_to_string (energy);
  point = strchr (text, '.');
  if (point != NULL && strlen (point) > N_DECIMALS + 1)
    {
      gboolean rounds_up = point[N_DECIMALS + 1] >= '5';
      g_autoptr(DeskDecimal) unit = desk_decimal_new_from_string (*text == '-' ? "-0.01" : "0.01", NULL);

      point[N_DECIMALS + 1] = '\0';
      shown = desk_decimal_new_from_string (text, NULL);
      if (rounds_up)
        desk_decimal_add (shown, unit);
    }
  return desk_decimal_format (shown != NULL ? shown : energy, N_DECIMALS, DESK_DECIMAL_SIGN_NEGATIVE);
}

char *
desk_usage_words_label (const GDate   *date,
                        DeskUsageStep  step)
{
  g_return_val_if_fail (g_date_valid (date), NULL);

  /* Translators: a day without its year, and a month, in the format of g_date_time_format() */
  return format_date (date, step == DESK_USAGE_STEP_DAY ? _("%-d %b") : _("%b"));
}

char *
desk_usage_words_range (const GDate   *first,
                        const GDate   *last,
                        DeskUsageStep  step)
{
  gboolean same_year;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (g_date_valid (first) && g_date_valid (last), NULL);

  same_year = g_date_get_year (first) == g_date_get_year (last);
  if (step == DESK_USAGE_STEP_DAY)
    {
      start = same_year ? desk_usage_words_label (first, step) : desk_format_date (first);
      end = desk_format_date (last);
    }
  else
    {
      start = format_date (first, same_year ? _("%b") : _("%b %Y"));
      end = format_date (last, _("%b %Y"));
    }
  /* Translators: from a first to a last day or month */
  return g_strdup_printf (_("%s – %s"), start, end);
}

char *
desk_usage_words_period (const DeskUsagePeriod *period,
                         DeskUsageStep          step)
{
  g_autofree char *name = NULL;
  g_autofree char *from_grid = NULL;
  g_autofree char *to_grid = NULL;

  g_return_val_if_fail (period != NULL, NULL);

  name = step == DESK_USAGE_STEP_DAY ? desk_format_date (&period->start) : format_date (&period->start, _("%B %Y"));
  if (period->n_reads == 0)
    return g_strdup_printf (_("%s: no reads"), name);
  from_grid = desk_usage_words_energy (period->from_grid);
  to_grid = desk_usage_words_energy (period->to_grid);
  return g_strdup_printf (_("%s: %s kWh from the grid, %s kWh to the grid"), name, from_grid, to_grid);
}

static const char *
get_last_characters (const char *text)
{
  glong n_characters = g_utf8_strlen (text, -1);

  return g_utf8_offset_to_pointer (text, MAX (n_characters - N_SHOWN_CHARACTERS, 0));
}

char *
desk_usage_words_service_point (const char *id,
                                const char *metering_id)
{
  g_return_val_if_fail (id != NULL, NULL);

  if (metering_id != NULL)
    return g_strdup_printf (_("NMI ··%s"), get_last_characters (metering_id));
  if (*id == '\0')
    return g_strdup (_("Unnamed service point"));
  return g_strdup_printf (_("Service point ··%s"), get_last_characters (id));
}

char *
desk_usage_words_quality (const DeskUsagePeriod *total)
{
  g_autofree char *n_substituted = NULL;
  g_autofree char *n_reads = NULL;

  g_return_val_if_fail (total != NULL, NULL);

  if (total->n_reads == 0)
    return g_strdup (_("no reads"));
  if (total->n_substituted == 0)
    return g_strdup (_("all reads measured"));
  n_substituted = desk_format_count (total->n_substituted);
  n_reads = desk_format_count (total->n_reads);
  /* Translators: reads that the meter did not deliver and that were put in for it */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s read substituted", "%s of %s reads substituted",
                                       total->n_reads),
                          n_substituted, n_reads);
}

char *
desk_usage_words_left_out (guint n_other_units,
                           guint n_unreadable)
{
  g_autofree char *other_units = NULL;
  g_autofree char *unreadable = NULL;

  if (n_other_units > 0)
    other_units = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "%u record is left out: it does not measure energy.",
                                                "%u records are left out: they do not measure energy.",
                                                n_other_units),
                                   n_other_units);
  if (n_unreadable > 0)
    unreadable = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                               "%u record is left out: it has no day or no number.",
                                               "%u records are left out: they have no day or no number.",
                                               n_unreadable),
                                  n_unreadable);
  if (other_units != NULL && unreadable != NULL)
    return g_strconcat (other_units, " ", unreadable, NULL);
  return g_strdup (other_units != NULL ? other_units : unreadable != NULL ? unreadable : "");
}
