/* desk-time.c: what days and instants read alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-time-private.h"

#include <glib/gi18n-lib.h>

#include "desk-instant.h"

G_DEFINE_QUARK (desk-time-error-quark, desk_time_error)

gboolean
_desk_time_read_number (const char **cursor,
                        guint        n_digits,
                        int         *number)
{
  const char *text = *cursor;
  int value = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      value = value * 10 + g_ascii_digit_value (text[i]);
    }
  *cursor = text + n_digits;
  *number = value;
  return TRUE;
}

gboolean
_desk_time_read_day (const char **cursor,
                     GDate       *date,
                     GError     **error)
{
  const char *text = *cursor;
  int year;
  int month;
  int day;

  if (!_desk_time_read_number (&text, 4, &year) || *text++ != '-'
      || !_desk_time_read_number (&text, 2, &month) || *text++ != '-'
      || !_desk_time_read_number (&text, 2, &day))
    {
      g_set_error_literal (error, DESK_TIME_ERROR, DESK_TIME_ERROR_SYNTAX,
                           _("This is not a date in the form 2024-09-11."));
      return FALSE;
    }
  if (!g_date_valid_dmy (day, month, year))
    {
      g_set_error_literal (error, DESK_TIME_ERROR, DESK_TIME_ERROR_RANGE,
                           _("This day is not in the calendar."));
      return FALSE;
    }

  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  *cursor = text;
  return TRUE;
}
