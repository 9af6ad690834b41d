/* desk-sheet-words.c: members of a record as lines of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-decimal.h"
#include "desk-enum-words.h"
#include "desk-json-read.h"
#include "desk-sheet-words.h"
#include "desk-time-words.h"
#include "desk-value-words.h"

static char *
take_unless_empty (char *text)
{
  if (text != NULL && *text != '\0')
    return text;
  g_free (text);
  return NULL;
}

/* What is no duration is shown as it came. */
static char *
dup_duration (const char        *text,
              DeskTimeWordsForm  form)
{
  char *words = desk_time_words_duration (text, form);

  return words != NULL ? words : g_strdup (text);
}

char *
desk_sheet_words_every (const char *duration)
{
  g_return_val_if_fail (duration != NULL, NULL);

  return dup_duration (duration, DESK_TIME_WORDS_EVERY);
}

char *
desk_sheet_words (DeskJsonSlice  object,
                  const char    *member,
                  DeskFieldType  type)
{
  DeskField field = { .name = member, .type = type };
  DeskJsonSlice value = desk_json_slice_get_member (object, member);

  if (type == DESK_FIELD_TYPE_DURATION)
    {
      g_autofree char *text = desk_json_read_text (object, member);

      return text != NULL ? dup_duration (text, DESK_TIME_WORDS_SPAN) : NULL;
    }
  return take_unless_empty (desk_value_words (&field, value, object, DESK_DECIMAL_SIGN_NEGATIVE));
}

char *
desk_sheet_words_joined (DeskJsonSlice  object,
                         const char    *member)
{
  g_auto(GStrv) codes = desk_json_read_texts (object, member);
  GString *words = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *word = desk_enum_words (codes[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", word);
    }
  return take_unless_empty (g_string_free (words, FALSE));
}

char *
desk_sheet_money (const char *text,
                  const char *currency)
{
  g_autoptr(DeskDecimal) amount = desk_decimal_new_from_string (text, NULL);
  g_autofree char *digits = NULL;
  gboolean is_negative;

  if (amount == NULL)
    return g_strdup (text);
  is_negative = desk_decimal_is_negative (amount);
  if (is_negative)
    desk_decimal_negate (amount);
  digits = desk_decimal_format (amount, 2, DESK_DECIMAL_SIGN_NEGATIVE);
  /* Absent, null and empty count as AUD (cds.md 5). */
  if (currency == NULL || *currency == '\0' || g_str_equal (currency, "AUD"))
    return g_strconcat (is_negative ? "−$" : "$", digits, NULL);
  return g_strconcat (currency, is_negative ? " −" : " ", digits, NULL);
}

char *
desk_sheet_words_of_money (DeskJsonSlice  object,
                           const char    *member)
{
  g_autofree char *text = desk_json_read_text (object, member);
  g_autofree char *currency = desk_json_read_text (object, "currency");

  return text != NULL ? desk_sheet_money (text, currency) : NULL;
}

char *
desk_sheet_words_of_rate (DeskJsonSlice   object,
                          const char     *member,
                          const char    **doubt)
{
  g_autofree char *text = desk_json_read_text (object, member);

  *doubt = text != NULL ? desk_price_check (DESK_PRICE_RATE, text) : NULL;
  if (*doubt != NULL)
    return g_steal_pointer (&text);
  return desk_sheet_words (object, member, DESK_FIELD_TYPE_RATE);
}

DeskSheetLine *
desk_sheet_add_member (DeskSheet     *sheet,
                       guint          depth,
                       const char    *title,
                       DeskJsonSlice  object,
                       const char    *member,
                       DeskFieldType  type)
{
  return desk_sheet_take (sheet, depth, title, desk_sheet_words (object, member, type));
}

DeskSheetLine *
desk_sheet_add_money (DeskSheet     *sheet,
                      guint          depth,
                      const char    *title,
                      DeskJsonSlice  object,
                      const char    *member)
{
  return desk_sheet_take (sheet, depth, title, desk_sheet_words_of_money (object, member));
}

void
desk_sheet_add_uri (DeskSheet     *sheet,
                    guint          depth,
                    const char    *title,
                    DeskJsonSlice  object,
                    const char    *member)
{
  g_autofree char *uri = desk_json_read_text (object, member);

  if (uri != NULL)
    desk_sheet_add (sheet, depth, title, NULL)->uri = g_steal_pointer (&uri);
}

void
desk_sheet_line_take_note (DeskSheetLine *line,
                           char          *text)
{
  g_autofree char *owned = text;
  g_autofree char *before = line->note;

  if (owned == NULL || *owned == '\0')
    line->note = g_steal_pointer (&before);
  else if (before != NULL)
    line->note = g_strconcat (before, "\n", owned, NULL);
  else
    line->note = g_steal_pointer (&owned);
}

static void
add_as_sent (DeskSheet     *sheet,
             guint          depth,
             DeskJsonSlice  value)
{
  g_autofree char *text = desk_json_slice_dup_text (value);

  desk_sheet_add (sheet, depth, _("Shown as it was sent"), text)->doubt =
    g_strdup (_("The standard has something else here."));
}

void
desk_sheet_add_each (DeskSheet        *sheet,
                     guint             depth,
                     DeskJsonSlice     list,
                     DeskSheetAddFunc  add)
{
  DeskJsonKind kind = desk_json_slice_get_kind (list);
  DeskJsonIter iter;
  DeskJsonSlice element;

  if (kind == DESK_JSON_KIND_OBJECT && desk_json_slice_count (list) > 0)
    add (sheet, depth, list);
  if (kind != DESK_JSON_KIND_ARRAY)
    {
      g_autofree char *text = desk_json_slice_dup_text (list);

      if (text != NULL && *text != '\0')
        add_as_sent (sheet, depth, list);
      return;
    }
  desk_json_iter_init (&iter, list);
  while (desk_json_iter_next (&iter, NULL, &element))
    {
      if (desk_json_slice_get_kind (element) == DESK_JSON_KIND_OBJECT)
        add (sheet, depth, element);
      else if (desk_json_slice_get_kind (element) != DESK_JSON_KIND_NULL)
        add_as_sent (sheet, depth, element);
    }
}

void
desk_sheet_add_section (DeskSheet        *sheet,
                        const char       *heading,
                        const char       *missing,
                        DeskJsonSlice     object,
                        const char       *member,
                        DeskSheetAddFunc  add)
{
  desk_sheet_begin (sheet, heading);
  desk_sheet_add_each (sheet, 0, desk_json_slice_get_member (object, member), add);
  desk_sheet_end (sheet, missing);
}

DeskSheetLine *
desk_sheet_add_typed (DeskSheet     *sheet,
                      guint          depth,
                      DeskJsonSlice  element,
                      const char    *type_member)
{
  g_autofree char *type = desk_sheet_words (element, type_member, DESK_FIELD_TYPE_ENUM);
  g_autofree char *value = desk_sheet_words (element, "additional_value", DESK_FIELD_TYPE_DURATION);
  DeskSheetLine *line = desk_sheet_add (sheet, depth, type != NULL ? type : _("Other"), NULL);

  /* A long one is a text, not a value. */
  if (value != NULL && g_utf8_strlen (value, -1) <= 40)
    line->value = g_steal_pointer (&value);
  desk_sheet_line_take_note (line, g_steal_pointer (&value));
  desk_sheet_line_take_note (line, desk_json_read_text (element, "additional_info"));
  line->uri = desk_json_read_text (element, "additional_info_uri");
  return line;
}
