/* desk-value-words.c: a received value in words, by the type of its field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-date.h"
#include "desk-format.h"
#include "desk-instant.h"
#include "desk-value-words.h"

/* One line of text that stays where it is put. */
static char *
take_as_line (char *text)
{
  for (char *byte = text; byte != NULL && *byte != '\0'; byte++)
    if (g_ascii_iscntrl (*byte))
      *byte = ' ';
  return text;
}

static char *
amount_words (const char      *text,
              DeskJsonSlice    record,
              DeskDecimalSign  sign)
{
  g_autoptr(DeskDecimal) amount = desk_decimal_new_from_string (text, NULL);
  g_autofree char *currency = desk_json_slice_dup_string (desk_json_slice_get_member (record, "currency"));
  g_autofree char *digits = NULL;

  if (amount == NULL)
    return g_strdup (text);
  digits = desk_decimal_format (amount, 2, sign);
  /* Absent, null and empty count as AUD (cds.md 5). */
  if (currency == NULL || *currency == '\0' || g_str_equal (currency, "AUD"))
    return g_steal_pointer (&digits);
  return g_strdup_printf ("%s %s", currency, digits);
}

static char *
rate_words (const char *text)
{
  g_autofree char *hundredfold = g_strconcat (text, "e2", NULL);
  g_autoptr(DeskDecimal) percent = desk_decimal_new_from_string (hundredfold, NULL);
  g_autofree char *digits = NULL;

  if (percent == NULL)
    return g_strdup (text);
  digits = desk_decimal_format (percent, 0, DESK_DECIMAL_SIGN_NEGATIVE);
  /* Translators: a percentage */
  return g_strdup_printf (_("%s %%"), digits);
}

static char *
date_words (const char *text)
{
  GDate date;

  if (!desk_date_parse_lenient (text, &date, NULL))
    return g_strdup (text);
  return desk_format_date (&date);
}

static char *
instant_words (const char *text)
{
  gint64 instant;

  if (!desk_instant_parse (text, &instant, NULL))
    return date_words (text);
  return desk_format_instant (instant);
}

static char *
boolean_words (DeskJsonSlice value)
{
  gboolean is_true;

  if (!desk_json_slice_get_boolean (value, &is_true))
    return desk_json_slice_dup_text (value);
  return g_strdup (is_true ? _("Yes") : _("No"));
}

static char *
number_words (const char      *text,
              const DeskField *field)
{
  g_autoptr(DeskDecimal) number = desk_decimal_new_from_string (text, NULL);
  g_autofree char *digits = number != NULL ? desk_decimal_format (number, 0, DESK_DECIMAL_SIGN_NEGATIVE) : NULL;

  if (digits == NULL)
    return g_strdup (text);
  if (field->unit == NULL)
    return g_steal_pointer (&digits);
  return g_strdup_printf ("%s %s", digits, _(field->unit));
}

/* Fiskil's codes in detail begin with the code of the category (fiskil-api.md 2.6). */
static char *
category_words (const char    *text,
                DeskJsonSlice  record)
{
  g_autofree char *primary = desk_json_slice_dup_string (desk_json_slice_get_path (record, "category.primary_category"));

  if (primary != NULL && g_str_has_prefix (text, primary) && text[strlen (primary)] == '_')
    return desk_value_humanise (text + strlen (primary) + 1);
  return desk_value_humanise (text);
}

static char *
text_words (const DeskField *field,
            const char      *text,
            DeskJsonSlice    record)
{
  if (g_str_equal (field->name, "secondary_category"))
    return category_words (text, record);
  return g_strdup (text);
}

/* States are known by their letters: "NSW". */
static char *
code_words (const DeskField *field,
            const char      *text)
{
  return g_str_equal (field->name, "jurisdiction_code") ? g_strdup (text) : desk_value_humanise (text);
}

static char *
words_of_text (const DeskField *field,
               const char      *text,
               DeskJsonSlice    value,
               DeskJsonSlice    record,
               DeskDecimalSign  sign)
{
  switch (field->type)
    {
    case DESK_FIELD_TYPE_AMOUNT:
      return amount_words (text, record, sign);
    case DESK_FIELD_TYPE_RATE:
      return rate_words (text);
    case DESK_FIELD_TYPE_DATE:
      return date_words (text);
    case DESK_FIELD_TYPE_INSTANT:
      return instant_words (text);
    case DESK_FIELD_TYPE_ENUM:
    case DESK_FIELD_TYPE_UNION_TAG:
      return code_words (field, text);
    case DESK_FIELD_TYPE_BOOLEAN:
      return boolean_words (value);
    case DESK_FIELD_TYPE_INTEGER:
    case DESK_FIELD_TYPE_NUMBER:
    case DESK_FIELD_TYPE_ENERGY:
      return number_words (text, field);
    case DESK_FIELD_TYPE_TEXT:
      return text_words (field, text, record);
    case DESK_FIELD_TYPE_ID:
    case DESK_FIELD_TYPE_MASKED_NUMBER:
    case DESK_FIELD_TYPE_URI:
    case DESK_FIELD_TYPE_CURRENCY:
    case DESK_FIELD_TYPE_TIME_OF_DAY:
    case DESK_FIELD_TYPE_DURATION:
    case DESK_FIELD_TYPE_OBJECT:
    default:
      return g_strdup (text);
    }
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
  return take_as_line (words_of_text (field, text, value, record, sign));
}

char *
desk_value_humanise (const char *code)
{
  GString *words = NULL;
  gboolean shouts = TRUE;

  g_return_val_if_fail (code != NULL, NULL);

  for (const char *byte = code; *byte != '\0'; byte++)
    shouts = shouts && !g_ascii_islower (*byte);
  words = g_string_sized_new (strlen (code) + 8);
  for (const char *byte = code; *byte != '\0'; byte++)
    {
      if (*byte == '_')
        g_string_append_c (words, ' ');
      else if (words->len == 0)
        g_string_append_c (words, g_ascii_toupper (*byte));
      else if (shouts)
        g_string_append_c (words, g_ascii_tolower (*byte));
      else if (g_ascii_isupper (*byte) && g_ascii_islower (byte[-1]))
        g_string_append_printf (words, " %c", g_ascii_tolower (*byte));
      else
        g_string_append_c (words, *byte);
    }
  return g_string_free (words, FALSE);
}

gboolean
desk_field_type_is_number (DeskFieldType type)
{
  return type == DESK_FIELD_TYPE_AMOUNT || type == DESK_FIELD_TYPE_RATE || type == DESK_FIELD_TYPE_INTEGER ||
         type == DESK_FIELD_TYPE_NUMBER || type == DESK_FIELD_TYPE_ENERGY;
}
