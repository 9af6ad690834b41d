/* desk-value-details.c: all that is to be said of one received value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-value-details.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-date.h"
#include "desk-plain-text.h"
#include "desk-value-words.h"

/* The longest text of the field is 3,359 characters (hard-cases.md 31). */
#define MAX_CHARACTERS 6000
#define MAX_HOVER_CHARACTERS 400

static const char *
get_blank_words (DeskJsonSlice value)
{
  switch (desk_json_slice_get_kind (value))
    {
    case DESK_JSON_KIND_NONE:
      /* Translators: a field that the record does not have */
      return _("Not sent");
    case DESK_JSON_KIND_NULL:
      /* Translators: a field whose value is null */
      return _("Not given");
    case DESK_JSON_KIND_STRING:
      /* Translators: a field whose value is an empty text */
      return _("Empty");
    case DESK_JSON_KIND_ARRAY:
    case DESK_JSON_KIND_OBJECT:
      /* Translators: a list without any element */
      return _("None");
    case DESK_JSON_KIND_BOOLEAN:
    case DESK_JSON_KIND_NUMBER:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_blank_text (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static char *
dup_hover (DeskJsonSlice  value,
           const char    *remark)
{
  g_autofree char *line = desk_plain_text_start (value.text, value.length, MAX_HOVER_CHARACTERS);
  /* Translators: %s is a value as JSON */
  g_autofree char *received = g_strdup_printf (_("As received: %s"), line);

  return remark != NULL ? g_strdup_printf ("%s\n%s", received, remark) : g_steal_pointer (&received);
}

static gboolean
wants_number (DeskFieldType type)
{
  return type == DESK_FIELD_TYPE_INTEGER || type == DESK_FIELD_TYPE_NUMBER || type == DESK_FIELD_TYPE_ENERGY;
}

/* What is odd about the JSON type, whatever the text says. */
static const char *
get_kind_note (const DeskField *field,
               DeskJsonKind     kind)
{
  if (kind == DESK_JSON_KIND_ARRAY || kind == DESK_JSON_KIND_OBJECT || field->type == DESK_FIELD_TYPE_OBJECT)
    return _("Not in the shape of the standard");
  if (field->type == DESK_FIELD_TYPE_BOOLEAN)
    return kind == DESK_JSON_KIND_BOOLEAN ? NULL : kind == DESK_JSON_KIND_STRING ? _("Sent as text")
                                                                                : _("Sent as a number");
  if (kind == DESK_JSON_KIND_BOOLEAN)
    return _("Sent as true or false");
  if (wants_number (field->type))
    return kind == DESK_JSON_KIND_NUMBER ? NULL : _("Sent as text");
  return kind == DESK_JSON_KIND_NUMBER ? _("Sent as a number") : NULL;
}

static const char *
get_type_note (const DeskField *field,
               const char      *text)
{
  g_autoptr(DeskDecimal) number = desk_decimal_new_from_string (text, NULL);

  switch (field->type)
    {
    case DESK_FIELD_TYPE_AMOUNT:
      return _("Not an amount");
    case DESK_FIELD_TYPE_RATE:
      return number != NULL ? _("A rate above 1, shown as it was sent") : _("Not a rate");
    case DESK_FIELD_TYPE_DATE:
      return _("Not a date");
    case DESK_FIELD_TYPE_INSTANT:
      return _("Not a time");
    case DESK_FIELD_TYPE_TIME_OF_DAY:
      return _("Not a time of day");
    case DESK_FIELD_TYPE_DURATION:
      return _("Not a duration");
    case DESK_FIELD_TYPE_INTEGER:
    case DESK_FIELD_TYPE_NUMBER:
    case DESK_FIELD_TYPE_ENERGY:
      return _("Not a number");
    case DESK_FIELD_TYPE_BOOLEAN:
    case DESK_FIELD_TYPE_TEXT:
    case DESK_FIELD_TYPE_ID:
    case DESK_FIELD_TYPE_MASKED_NUMBER:
    case DESK_FIELD_TYPE_URI:
    case DESK_FIELD_TYPE_CURRENCY:
    case DESK_FIELD_TYPE_ENUM:
    case DESK_FIELD_TYPE_UNION_TAG:
    case DESK_FIELD_TYPE_OBJECT:
    default:
      return NULL;
    }
}

/* hard-cases.md 17: an instant where a date was due counts by its day in AEST. */
static const char *
get_remark (const DeskField *field,
            const char      *text)
{
  GDate date;

  if (field->type == DESK_FIELD_TYPE_DATE && !desk_date_parse (text, &date, NULL) &&
      desk_date_parse_lenient (text, &date, NULL))
    return _("The day in Australian Eastern Standard Time");
  return NULL;
}

static void
read_known (DeskValueDetails *self,
            const DeskField  *field,
            const char       *text,
            DeskJsonSlice     value,
            DeskJsonSlice     context,
            DeskDecimalSign   sign)
{
  DeskJsonKind kind = desk_json_slice_get_kind (value);
  const char *note = get_kind_note (field, kind);
  g_autofree char *words = NULL;

  if (field->type == DESK_FIELD_TYPE_AMOUNT)
    words = desk_value_words_amount (text, context, sign, TRUE);
  else if (field->type != DESK_FIELD_TYPE_BOOLEAN || kind == DESK_JSON_KIND_BOOLEAN)
    words = desk_value_words_known (field, text, context);
  if (words == NULL && note == NULL)
    note = get_type_note (field, text);
  else if (note == NULL && field->values != NULL && !g_strv_contains (field->values, text))
    note = _("Not one of the standard’s values");

  self->words = desk_plain_text_lines (words != NULL ? words : text, MAX_CHARACTERS);
  self->note = g_strdup (note);
  if (!g_str_equal (self->words, text))
    self->hover = dup_hover (value, get_remark (field, text));
}

DeskValueDetails *
desk_value_details_new (const DeskField *field,
                        DeskJsonSlice    value,
                        DeskJsonSlice    context,
                        DeskDecimalSign  sign)
{
  DeskValueDetails *self = g_new0 (DeskValueDetails, 1);
  g_autofree char *text = desk_json_slice_dup_text (value);
  DeskJsonKind kind = desk_json_slice_get_kind (value);

  if (text == NULL && desk_json_slice_count (value) > 0)
    text = desk_json_slice_dup_raw (value);
  if (text == NULL || is_blank_text (text))
    {
      self->words = g_strdup (get_blank_words (value));
      self->hover = kind != DESK_JSON_KIND_NONE ? dup_hover (value, NULL) : NULL;
      self->is_blank = TRUE;
      return self;
    }
  if (field != NULL)
    {
      read_known (self, field, text, value, context, sign);
      return self;
    }
  self->words = desk_plain_text_lines (text, MAX_CHARACTERS);
  if (!g_str_equal (self->words, text))
    self->hover = dup_hover (value, NULL);
  return self;
}

void
desk_value_details_free (DeskValueDetails *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->words);
  g_free (self->hover);
  g_free (self->note);
  g_free (self);
}
