/* desk-quality-text.c: whether a text is what its field must hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-quality-text.h"

#include <string.h>

#include "desk-date.h"
#include "desk-decimal.h"

/* No account is older, and no contract runs longer. */
#define FIRST_YEAR 1850
#define LAST_YEAR 2150

/* Null is a family name too, so words of programs count only where no free text is due. */
static gboolean
is_placeholder (const DeskField *field,
                const char      *text)
{
  static const char *const words[] = { "N/A", "#N/A", "null", "undefined", "NaN" };
  gsize n_words = field->type == DESK_FIELD_TYPE_TEXT ? 2 : G_N_ELEMENTS (words);

  if (field->values != NULL && g_strv_contains (field->values, text))
    return FALSE;

  for (gsize i = 0; i < n_words; i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_too_large (const char *text,
              const char *maximum)
{
  g_autoptr(DeskDecimal) number = desk_decimal_new_from_string (text, NULL);
  g_autoptr(DeskDecimal) limit = desk_decimal_new_from_string (maximum, NULL);

  g_assert (limit != NULL);
  if (number == NULL)
    return FALSE;

  if (desk_decimal_is_negative (number))
    desk_decimal_negate (number);

  return desk_decimal_compare (number, limit) > 0;
}

static gboolean
breaks_decimal (const DeskField *field,
                const char      *text,
                DeskQualityRule *rule)
{
  const char *maximum = field->maximum;
  g_autoptr(DeskDecimal) number = desk_decimal_new_from_string (text, NULL);

  if (maximum == NULL && field->type == DESK_FIELD_TYPE_RATE)
    maximum = "1";

  *rule = number == NULL ? DESK_QUALITY_UNREADABLE : DESK_QUALITY_OUT_OF_RANGE;

  return number == NULL || (maximum != NULL && is_too_large (text, maximum));
}

/* The year comes first in every form that can be read. */
static gboolean
breaks_year (const char      *text,
             DeskQualityRule *rule)
{
  guint64 year = g_ascii_strtoull (text, NULL, 10);

  *rule = DESK_QUALITY_OUT_OF_RANGE;

  return year < FIRST_YEAR || year > LAST_YEAR;
}

static gboolean
breaks_date (const char      *text,
             DeskQualityRule *rule)
{
  GDate date;
  gint64 instant;

  if (desk_date_parse (text, &date, NULL))
    return breaks_year (text, rule);

  *rule = desk_instant_parse (text, &instant, NULL) ? DESK_QUALITY_DATE_TIME_IN_DATE : DESK_QUALITY_UNREADABLE;

  return TRUE;
}

static gboolean
breaks_instant (const char      *text,
                DeskQualityRule *rule)
{
  gint64 instant;

  if (desk_instant_parse (text, &instant, NULL))
    return breaks_year (text, rule);

  *rule = DESK_QUALITY_UNREADABLE;

  return TRUE;
}

static gboolean
take_number (const char **text,
             guint64      maximum)
{
  const char *start = *text;
  char *end = NULL;
  guint64 number = g_ascii_isdigit (*start) ? g_ascii_strtoull (start, &end, 10) : 0;

  if (end == NULL || number > maximum)
    return FALSE;

  *text = end;
  return TRUE;
}

static gboolean
take_two_digits (const char **text,
                 guint        maximum)
{
  const char *start = *text;

  return take_number (text, maximum) && *text - start == 2;
}

static void
skip_fraction (const char **text)
{
  if ((**text != '.' && **text != ',') || !g_ascii_isdigit ((*text)[1]))
    return;

  do
    (*text)++;
  while (g_ascii_isdigit (**text));
}

static gboolean
is_zone (const char *text)
{
  if (*text == '\0' || g_ascii_strcasecmp (text, "Z") == 0)
    return TRUE;
  if (*text != '+' && *text != '-')
    return FALSE;

  text++;
  return take_two_digits (&text, 23) && *text++ == ':' && take_two_digits (&text, 59) && *text == '\0';
}

/* RFC 3339, hours and minutes at least, with or without a zone; the service sends a T in front (hard-cases.md 19). */
static gboolean
is_time_of_day (const char *text)
{
  if (*text == 'T')
    text++;
  if (!take_two_digits (&text, 23) || *text++ != ':' || !take_two_digits (&text, 59))
    return FALSE;

  if (*text == ':')
    {
      text++;
      if (!take_two_digits (&text, 60))
        return FALSE;
      skip_fraction (&text);
    }

  return is_zone (text);
}

/* Numbers with these letters, each at most once and in this order. */
static gboolean
take_parts (const char **text,
            const char  *letters,
            guint       *n_parts)
{
  while (g_ascii_isdigit (**text))
    {
      const char *letter;

      if (!take_number (text, G_MAXUINT32))
        return FALSE;
      skip_fraction (text);

      letter = **text != '\0' ? strchr (letters, **text) : NULL;
      if (letter == NULL)
        return FALSE;

      letters = letter + 1;
      (*text)++;
      (*n_parts)++;
    }

  return TRUE;
}

/* ISO 8601: P1Y2M3W4DT5H6M7S, also repeated: R/P1M, R12/P1M. */
static gboolean
is_duration (const char *text)
{
  guint n_parts = 0;
  guint n_days;

  if (*text == 'R')
    {
      for (text++; g_ascii_isdigit (*text);)
        text++;
      if (*text++ != '/')
        return FALSE;
    }

  if (*text++ != 'P' || !take_parts (&text, "YMWD", &n_parts))
    return FALSE;

  n_days = n_parts;
  if (*text == 'T')
    {
      text++;
      if (!take_parts (&text, "HMS", &n_parts) || n_parts == n_days)
        return FALSE;
    }

  return n_parts > 0 && *text == '\0';
}

static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]);
}

static gboolean
is_web_uri (const char *text)
{
  return g_ascii_strncasecmp (text, "https://", 8) == 0 || g_ascii_strncasecmp (text, "http://", 7) == 0;
}

static gboolean
is_listed (const DeskField *field,
           const char      *text)
{
  return field->values == NULL || g_strv_contains (field->values, text);
}

static gboolean
breaks_form (const DeskField *field,
             const char      *text,
             DeskQualityRule *rule)
{
  switch ((int) field->type)
    {
    case DESK_FIELD_TYPE_AMOUNT:
    case DESK_FIELD_TYPE_RATE:
      return breaks_decimal (field, text, rule);
    case DESK_FIELD_TYPE_DATE:
      return breaks_date (text, rule);
    case DESK_FIELD_TYPE_INSTANT:
      return breaks_instant (text, rule);
    case DESK_FIELD_TYPE_CURRENCY:
      *rule = DESK_QUALITY_UNREADABLE;
      return !is_currency (text);
    case DESK_FIELD_TYPE_TIME_OF_DAY:
      *rule = DESK_QUALITY_UNREADABLE;
      return !is_time_of_day (text);
    case DESK_FIELD_TYPE_DURATION:
      *rule = DESK_QUALITY_UNREADABLE;
      return !is_duration (text);
    case DESK_FIELD_TYPE_URI:
      *rule = DESK_QUALITY_UNSAFE_URI;
      return !is_web_uri (text);
    case DESK_FIELD_TYPE_ENUM:
      *rule = DESK_QUALITY_UNKNOWN_VALUE;
      return !is_listed (field, text);
    case DESK_FIELD_TYPE_UNION_TAG:
      *rule = DESK_QUALITY_UNKNOWN_BRANCH;
      return !is_listed (field, text);
    default:
      return FALSE;
    }
}

gboolean
desk_quality_text_check (const DeskField *field,
                         const char      *text,
                         DeskQualityRule *rule)
{
  gboolean is_free = field->type == DESK_FIELD_TYPE_TEXT && (field->flags & DESK_FIELD_MANDATORY) == 0;

  if (*text == '\0')
    {
      *rule = DESK_QUALITY_EMPTY_TEXT;
      return !is_free && (field->flags & DESK_FIELD_MAY_BE_EMPTY) == 0;
    }

  if (is_placeholder (field, text))
    {
      *rule = DESK_QUALITY_PLACEHOLDER;
      return TRUE;
    }

  return breaks_form (field, text, rule);
}

gboolean
desk_quality_number_check (const DeskField *field,
                           const char      *text,
                           DeskQualityRule *rule)
{
  if (field->type == DESK_FIELD_TYPE_INTEGER && strpbrk (text, ".eE") != NULL)
    {
      *rule = DESK_QUALITY_WRONG_TYPE;
      return TRUE;
    }

  *rule = DESK_QUALITY_OUT_OF_RANGE;

  return field->maximum != NULL && is_too_large (text, field->maximum);
}
