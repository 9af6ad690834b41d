/* desk-value-words.c: a received value in words, by the type of its field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-value-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-date.h"
#include "desk-enum-words.h"
#include "desk-format.h"
#include "desk-instant.h"
#include "desk-plain-text.h"
#include "desk-time-words.h"

static char *
take_as_line (char *text)
{
  g_autofree char *taken = text;

  return desk_plain_text_line (taken, 0);
}

static char *
rate_words (const char *text)
{
  g_autofree char *hundredfold = g_strconcat (text, "e2", NULL);
  g_autoptr(DeskDecimal) rate = desk_decimal_new_from_string (text, NULL);
  g_autoptr(DeskDecimal) percent = desk_decimal_new_from_string (hundredfold, NULL);
  g_autoptr(DeskDecimal) one = desk_decimal_new_from_string ("1", NULL);
  g_autofree char *digits = NULL;

  if (rate == NULL || percent == NULL)
    return NULL;
  if (desk_decimal_is_negative (rate))
    desk_decimal_negate (rate);
  if (desk_decimal_compare (rate, one) > 0)
    return NULL;
  digits = desk_decimal_format (percent, 0, DESK_DECIMAL_SIGN_NEGATIVE);
  /* Translators: a percentage */
  return g_strdup_printf (_("%s %%"), digits);
}

static char *
date_words (const char *text)
{
  GDate date;

  return desk_date_parse_lenient (text, &date, NULL) ? desk_format_date (&date) : NULL;
}

static char *
instant_words (const char *text)
{
  gint64 instant;

  if (!desk_instant_parse (text, &instant, NULL))
    return date_words (text);
  /* Zero is "unknown" only to ourselves. */
  return instant != 0 ? desk_format_instant (instant) : g_strdup (text);
}

static char *
boolean_words (const char *text)
{
  if (g_str_equal (text, "true"))
    return g_strdup (_("Yes"));
  return g_str_equal (text, "false") ? g_strdup (_("No")) : NULL;
}

/* Letters vary in case (hard-cases.md 26). */
static char *
unit_words (const char *unit)
{
  static const char *const units[] = { "Wh", "kWh", "MWh", "VArh", "kVArh", "kW", "kVA", "kVAr", "MJ", NULL };

  for (guint i = 0; units[i] != NULL; i++)
    if (g_ascii_strcasecmp (units[i], unit) == 0)
      return g_strdup (units[i]);
  return g_strdup (unit);
}

static char *
number_words (const DeskField *field,
              const char      *text,
              DeskJsonSlice    context)
{
  g_autoptr(DeskDecimal) number = desk_decimal_new_from_string (text, NULL);
  g_autofree char *digits = number != NULL ? desk_decimal_format (number, 0, DESK_DECIMAL_SIGN_NEGATIVE) : NULL;
  g_autofree char *sent_unit = desk_json_slice_dup_string (context);
  g_autofree char *unit = NULL;

  if (digits == NULL)
    return NULL;
  if (field->unit != NULL)
    unit = g_strdup (_(field->unit));
  else if (field->type == DESK_FIELD_TYPE_ENERGY && sent_unit != NULL && *sent_unit != '\0')
    unit = unit_words (sent_unit);
  return unit != NULL ? g_strdup_printf ("%s %s", digits, unit) : g_steal_pointer (&digits);
}

/* Fiskil's codes in detail begin with the code of the category (fiskil-api.md 2.6). */
static char *
category_words (const char    *text,
                DeskJsonSlice  primary_category)
{
  g_autofree char *primary = desk_json_slice_dup_string (primary_category);

  if (primary != NULL && g_str_has_prefix (text, primary) && text[strlen (primary)] == '_')
    return desk_enum_humanise (text + strlen (primary) + 1);
  return desk_enum_humanise (text);
}

/* Names of Fiskil's categories are codes, and more details may be a duration, whatever other text is. */
static char *
text_words (const DeskField *field,
            const char      *text,
            DeskJsonSlice    context)
{
  g_autofree char *span = g_str_equal (field->name, "additional_value") ? desk_time_words_duration (text, DESK_TIME_WORDS_SPAN) : NULL;

  if (span != NULL)
    return g_steal_pointer (&span);
  if (g_str_equal (field->name, "secondary_category"))
    return category_words (text, context);
  return g_str_equal (field->name, "primary_category") ? desk_enum_humanise (text) : g_strdup (text);
}

static gboolean
is_frequency (const DeskField *field)
{
  return g_str_has_suffix (field->name, "frequency") || g_str_equal (field->name, "interval");
}

static char *
duration_words (const DeskField *field,
                const char      *text)
{
  return desk_time_words_duration (text, is_frequency (field) ? DESK_TIME_WORDS_EVERY_AT_START : DESK_TIME_WORDS_SPAN);
}

char *
desk_value_words_known (const DeskField *field,
                        const char      *text,
                        DeskJsonSlice    context)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  switch (field->type)
    {
    case DESK_FIELD_TYPE_RATE:
      return rate_words (text);
    case DESK_FIELD_TYPE_DATE:
      return date_words (text);
    case DESK_FIELD_TYPE_INSTANT:
      return instant_words (text);
    case DESK_FIELD_TYPE_TIME_OF_DAY:
      return desk_time_words_time_of_day (text);
    case DESK_FIELD_TYPE_DURATION:
      return duration_words (field, text);
    case DESK_FIELD_TYPE_ENUM:
    case DESK_FIELD_TYPE_UNION_TAG:
      return desk_enum_words (text);
    case DESK_FIELD_TYPE_BOOLEAN:
      return boolean_words (text);
    case DESK_FIELD_TYPE_INTEGER:
    case DESK_FIELD_TYPE_NUMBER:
    case DESK_FIELD_TYPE_ENERGY:
      return number_words (field, text, context);
    case DESK_FIELD_TYPE_TEXT:
      return text_words (field, text, context);
    case DESK_FIELD_TYPE_AMOUNT:
    case DESK_FIELD_TYPE_ID:
    case DESK_FIELD_TYPE_MASKED_NUMBER:
    case DESK_FIELD_TYPE_URI:
    case DESK_FIELD_TYPE_CURRENCY:
    case DESK_FIELD_TYPE_OBJECT:
    default:
      return g_strdup (text);
    }
}

char *
desk_value_words_amount (const char      *text,
                         DeskJsonSlice    currency,
                         DeskDecimalSign  sign,
                         gboolean         names_aud)
{
  g_autoptr(DeskDecimal) amount = desk_decimal_new_from_string (text, NULL);
  g_autofree char *code = desk_json_slice_dup_string (currency);
  g_autofree char *digits = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (amount == NULL)
    return NULL;
  digits = desk_decimal_format (amount, 2, sign);
  if (code == NULL || *code == '\0' || g_str_equal (code, "AUD"))
    return names_aud ? g_strdup_printf ("AUD %s", digits) : g_steal_pointer (&digits);
  return g_strdup_printf ("%s %s", code, digits);
}

/* What the value of a cell leans on, in the record around it. */
static DeskJsonSlice
find_context (const DeskField *field,
              DeskJsonSlice    record)
{
  if (g_str_equal (field->name, "secondary_category"))
    return desk_json_slice_get_path (record, "category.primary_category");
  return DESK_JSON_SLICE_NONE;
}

static char *
words_of_text (const DeskField *field,
               const char      *text,
               DeskJsonSlice    record,
               DeskDecimalSign  sign)
{
  char *words = NULL;

  if (field->type == DESK_FIELD_TYPE_AMOUNT)
    words = desk_value_words_amount (text, desk_json_slice_get_member (record, "currency"), sign, FALSE);
  else
    words = desk_value_words_known (field, text, find_context (field, record));
  return words != NULL ? words : g_strdup (text);
}

char *
desk_value_words (const DeskField *field,
                  DeskJsonSlice    value,
                  DeskJsonSlice    record,
                  DeskDecimalSign  sign)
{
  g_autofree char *text = desk_json_slice_dup_text (value);

  g_return_val_if_fail (field != NULL, NULL);

  if (text == NULL)
    {
      DeskJsonKind kind = desk_json_slice_get_kind (value);

      /* An object or an array where one value was due: as it came. */
      if (kind == DESK_JSON_KIND_ARRAY || kind == DESK_JSON_KIND_OBJECT)
        return take_as_line (desk_json_slice_dup_raw (value));
      return g_strdup ("");
    }
  if (field->type == DESK_FIELD_TYPE_BOOLEAN && desk_json_slice_get_kind (value) != DESK_JSON_KIND_BOOLEAN)
    return take_as_line (g_steal_pointer (&text));
  return take_as_line (words_of_text (field, text, record, sign));
}

gboolean
desk_field_type_is_number (DeskFieldType type)
{
  return type == DESK_FIELD_TYPE_AMOUNT || type == DESK_FIELD_TYPE_RATE || type == DESK_FIELD_TYPE_INTEGER ||
         type == DESK_FIELD_TYPE_NUMBER || type == DESK_FIELD_TYPE_ENERGY;
}
