/* desk-address-words.c: a postal address in one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-address-words.h"
#include "desk-json-read.h"

static void
append (GString    *line,
        const char *separator,
        const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, text);
}

static char *
read_word (DeskJsonSlice  object,
           const char    *member)
{
  char *text = desk_json_read_text (object, member);

  for (char *byte = text; byte != NULL && *byte != '\0'; byte++)
    if (g_ascii_iscntrl (*byte))
      *byte = ' ';
  return text != NULL ? g_strstrip (text) : NULL;
}

static void
append_member (GString       *line,
               const char    *separator,
               DeskJsonSlice  object,
               const char    *member)
{
  g_autofree char *text = read_word (object, member);

  append (line, separator, text);
}

/* Joins members by blanks; an empty string if none is there. */
static char *
join_members (DeskJsonSlice      object,
              const char *const *members)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; members[i] != NULL; i++)
    append_member (line, " ", object, members[i]);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
append_joined (GString           *line,
               DeskJsonSlice      object,
               const char *const *members)
{
  g_autofree char *text = join_members (object, members);

  append (line, ", ", text);
}

/* After an apostrophe a word begins if more than one letter follows: O'Brien, but John's. */
static gboolean
starts_word (const char *text,
             const char *letter)
{
  const char *before = g_utf8_find_prev_char (text, letter);
  gunichar character;

  if (before == NULL)
    return TRUE;
  character = g_utf8_get_char (before);
  if (character == '\'' || character == 0x2019)
    return g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (letter)));
  return !g_unichar_isalnum (character);
}

static gboolean
has_lower_case (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_islower (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/* The postal file has capitals only, "NORTH TERRACE"; people read "North Terrace". */
static char *
to_title_case (const char *text)
{
  g_autoptr(GString) words = g_string_new (NULL);

  if (has_lower_case (text))
    return g_strdup (text);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      g_string_append_unichar (words, starts_word (text, c) ? letter : g_unichar_tolower (letter));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
append_titled (GString       *line,
               const char    *separator,
               DeskJsonSlice  object,
               const char    *member)
{
  g_autofree char *text = read_word (object, member);
  g_autofree char *titled = text != NULL ? to_title_case (text) : NULL;

  append (line, separator, titled);
}

static void
append_country (GString       *line,
                DeskJsonSlice  address)
{
  g_autofree char *country = read_word (address, "country");

  if (country != NULL && g_ascii_strcasecmp (country, "AUS") != 0)
    append (line, ", ", country);
}

static char *
get_simple_words (DeskJsonSlice simple)
{
  static const char *const lines[] = { "mailing_name", "address_line1", "address_line2", "address_line3" };
  static const char *const place[] = { "city", "state", "postcode", NULL };
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    append_member (line, ", ", simple, lines[i]);
  append_joined (line, simple, place);
  append_country (line, simple);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* "2A", "27-29B" */
static char *
get_street_number (DeskJsonSlice paf)
{
  g_autoptr(GString) number = g_string_new (NULL);

  append_member (number, "", paf, "thoroughfare_number1");
  append_member (number, "", paf, "thoroughfare_number1_suffix");
  append_member (number, "–", paf, "thoroughfare_number2");
  append_member (number, "", paf, "thoroughfare_number2_suffix");
  return g_string_free (g_steal_pointer (&number), FALSE);
}

static void
append_street (GString       *line,
               DeskJsonSlice  paf)
{
  g_autoptr(GString) street = g_string_new (NULL);
  g_autofree char *number = get_street_number (paf);

  append (street, " ", number);
  append_titled (street, " ", paf, "street_name");
  append_titled (street, " ", paf, "street_type");
  append_titled (street, " ", paf, "street_suffix");
  append (line, ", ", street->str);
}

static void
append_within_building (GString       *line,
                        DeskJsonSlice  paf,
                        const char    *type,
                        const char    *number)
{
  g_autoptr(GString) part = g_string_new (NULL);

  append_titled (part, " ", paf, type);
  append_member (part, " ", paf, number);
  append (line, ", ", part->str);
}

/* "PO Box A1234B": the type of a delivery is an abbreviation and stays as it is. */
static void
append_postal_delivery (GString       *line,
                        DeskJsonSlice  paf)
{
  g_autoptr(GString) number = g_string_new (NULL);
  g_autoptr(GString) part = g_string_new (NULL);

  append_member (number, "", paf, "postal_delivery_number_prefix");
  append_member (number, "", paf, "postal_delivery_number");
  append_member (number, "", paf, "postal_delivery_number_suffix");
  append_member (part, " ", paf, "postal_delivery_type");
  append (part, " ", number->str);
  append (line, ", ", part->str);
}

static void
append_lot (GString       *line,
            DeskJsonSlice  paf)
{
  g_autofree char *lot = read_word (paf, "lot_number");
  g_autofree char *text = lot != NULL && *lot != '\0' ? g_strdup_printf (_("Lot %s"), lot) : NULL;

  append (line, ", ", text);
}

static char *
get_paf_words (DeskJsonSlice paf)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GString) place = g_string_new (NULL);

  append_member (line, ", ", paf, "building_name_1");
  append_member (line, ", ", paf, "building_name_2");
  append_within_building (line, paf, "flat_unit_type", "flat_unit_number");
  append_within_building (line, paf, "floor_level_type", "floor_level_number");
  append_lot (line, paf);
  append_street (line, paf);
  append_postal_delivery (line, paf);
  append_titled (place, " ", paf, "locality_name");
  append_member (place, " ", paf, "state");
  append_member (place, " ", paf, "postcode");
  append (line, ", ", place->str);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static gboolean
is_object (DeskJsonSlice slice)
{
  return desk_json_slice_get_kind (slice) == DESK_JSON_KIND_OBJECT;
}

char *
desk_address_words (DeskJsonSlice address)
{
  DeskJsonSlice simple = desk_json_slice_get_member (address, "simple");
  DeskJsonSlice paf = desk_json_slice_get_member (address, "paf");
  gboolean wants_paf = desk_json_slice_equals_string (desk_json_slice_get_member (address, "address_u_type"), "paf");

  if (is_object (paf) && (wants_paf || !is_object (simple)))
    return get_paf_words (paf);
  return get_simple_words (simple);
}
