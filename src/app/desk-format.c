/* desk-format.c: values in words, as the user's language has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-decimal.h"
#include "desk-format.h"
#include "desk-instant.h"

static char *
format_day (const GDate *date,
            const char  *format)
{
  g_autoptr(GDateTime) day = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date),
                                                  g_date_get_day (date), 0, 0, 0);

  return g_date_time_format (day, format);
}

char *
desk_format_date (const GDate *date)
{
  g_return_val_if_fail (g_date_valid (date), NULL);

  /* Translators: a date, in the format of g_date_time_format() */
  return format_day (date, _("%-d %b %Y"));
}

char *
desk_format_day_of_year (const GDate *date)
{
  g_return_val_if_fail (g_date_valid (date), NULL);

  /* Translators: a day of any year, in the format of g_date_time_format() */
  return format_day (date, _("%-d %b"));
}

static char *
format_in_local_zone (gint64      instant,
                      const char *format)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (instant == 0 || local == NULL)
    return g_strdup (_("Unknown"));
  return g_date_time_format (local, format);
}

char *
desk_format_instant_date (gint64 instant)
{
  return format_in_local_zone (instant, _("%-d %b %Y"));
}

char *
desk_format_instant_long_date (gint64 instant)
{
  /* Translators: a date with the whole name of the month, in the format of g_date_time_format() */
  return format_in_local_zone (instant, _("%-d %B %Y"));
}

char *
desk_format_instant (gint64 instant)
{
  /* Translators: a date with its time, in the format of g_date_time_format() */
  return format_in_local_zone (instant, _("%-d %b %Y, %H:%M"));
}

char *
desk_format_count (guint64 count)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
  g_autoptr(DeskDecimal) number = desk_decimal_new_from_string (digits, NULL);

  return desk_decimal_format (number, 0, DESK_DECIMAL_SIGN_NEGATIVE);
}

char *
desk_format_days_left (int days)
{
  if (days < 0)
    return g_strdup (_("No end date"));
  if (days == 0)
    return g_strdup (_("Ended"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day left", "%d days left", days), days);
}
