/* desk-date.c: calendar days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-time-private.h"

#define AEST_OFFSET_SECONDS (10 * 3600)
#define DATE_LENGTH 10

gboolean
desk_date_parse (const char  *text,
                 GDate       *date,
                 GError     **error)
{
  GDate day;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (!_desk_time_read_day (&text, &day, error))
    return FALSE;
  if (*text != '\0')
    {
      g_set_error_literal (error, DESK_TIME_ERROR, DESK_TIME_ERROR_SYNTAX,
                           _("Something follows the date."));
      return FALSE;
    }

  *date = day;
  return TRUE;
}

gboolean
desk_date_parse_lenient (const char  *text,
                         GDate       *date,
                         GError     **error)
{
  g_autoptr(GTimeZone) zone = NULL;
  gint64 instant;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (strlen (text) <= DATE_LENGTH)
    return desk_date_parse (text, date, error);
  if (!desk_instant_parse (text, &instant, error))
    return FALSE;

  zone = g_time_zone_new_offset (AEST_OFFSET_SECONDS);
  desk_instant_to_date (instant, zone, date);
  return TRUE;
}

char *
desk_date_format (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  return g_strdup_printf ("%04u-%02u-%02u",
                          (guint) g_date_get_year (date),
                          (guint) g_date_get_month (date),
                          (guint) g_date_get_day (date));
}
