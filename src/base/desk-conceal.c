/* desk-conceal.c: hides the values of members and parameters that must not be shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-conceal.h"

#include <string.h>

#include "desk-json-private.h"
#include "desk-redactor.h"

#define MAX_NAME_LENGTH 24

/* What a card number that is masked already may still show (cds.md, MaskedPANString). */
#define MAX_SHOWN_DIGITS 4

typedef enum
{
  KIND_NONE,
  KIND_SECRET,
  KIND_QUERY_SECRET, /* a secret as a parameter; as a member it means something else */
  KIND_NUMBER,
  KIND_CARD_NUMBER,  /* a number that may be masked already */
} Kind;

/* In lower case and without separators, so that every way of writing is found. */
static const struct
{
  const char *name;
  Kind        kind;
} names[] = {
  { "accesstoken", KIND_SECRET },
  { "authorization", KIND_SECRET },
  { "clientsecret", KIND_SECRET },
  { "idtoken", KIND_SECRET },
  { "onetimecode", KIND_SECRET },
  { "onetimepassword", KIND_SECRET },
  { "otp", KIND_SECRET },
  { "passcode", KIND_SECRET },
  { "password", KIND_SECRET },
  { "refreshtoken", KIND_SECRET },
  { "secret", KIND_SECRET },
  { "token", KIND_SECRET },
  { "webhooksecret", KIND_SECRET },
  { "code", KIND_QUERY_SECRET },
  { "state", KIND_QUERY_SECRET },
  { "accountnumber", KIND_NUMBER },
  { "bsb", KIND_NUMBER },
  { "chipnumber", KIND_NUMBER },
  { "fedwirenumber", KIND_NUMBER },
  { "iban", KIND_NUMBER },
  { "identifier", KIND_NUMBER }, /* of a PayID or a wallet: it stands for an account */
  { "nationalmeteringid", KIND_NUMBER },
  { "nmi", KIND_NUMBER },
  { "routingnumber", KIND_NUMBER },
  { "sortcode", KIND_NUMBER },
  { "cardnumber", KIND_CARD_NUMBER },
  { "crn", KIND_CARD_NUMBER },
  { "maskednumber", KIND_CARD_NUMBER },
};

typedef struct
{
  const char     *start;
  const char     *end;
  const char     *copied;  /* up to here everything is in @masked */
  GString        *masked;  /* (nullable): until there is something to hide */
  gboolean        hides_numbers;
  DeskConcealResult  result;
} Masker;

static Kind
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (*name == *names[i].name && g_str_equal (name, names[i].name))
        return names[i].kind;
    }
  return KIND_NONE;
}

/* Returns: how many bytes the character at @cursor takes; 0 if it is in no name of ours */
static gsize
read_character (const char *cursor,
                const char *end,
                char       *character)
{
  guint code = 0;

  *character = *cursor;
  if (*cursor != '\\')
    return 1;
  if (end - cursor < 6 || cursor[1] != 'u')
    return 0;
  for (guint i = 2; i < 6; i++)
    code = code << 4 | (g_ascii_isxdigit (cursor[i]) ? g_ascii_xdigit_value (cursor[i]) : 0xf);
  *character = code < 0x80 ? code : '\0';
  return 6;
}

/* Returns: (nullable): where the name ends, at @closing; %NULL if it is none of ours */
static const char *
read_name (Masker     *self,
           const char *cursor,
           const char *closing,
           char        name[MAX_NAME_LENGTH + 1])
{
  gsize closing_length = strlen (closing);
  gsize length = 0;

  while ((gsize) (self->end - cursor) >= closing_length && memcmp (cursor, closing, closing_length) != 0)
    {
      char character;
      gsize n_bytes = read_character (cursor, self->end, &character);

      cursor += n_bytes;
      if (n_bytes > 0 && (character == '_' || character == '-'))
        continue;
      if (n_bytes == 0 || !g_ascii_isalpha (character) || length == MAX_NAME_LENGTH)
        return NULL;
      name[length++] = g_ascii_tolower (character);
    }
  if (length == 0 || (gsize) (self->end - cursor) < closing_length)
    return NULL;

  name[length] = '\0';
  return cursor;
}

static gboolean
is_masked_already (const char *text,
                   gsize       length)
{
  guint n_digits = 0;

  for (gsize i = 0; i < length; i++)
    {
      n_digits += g_ascii_isdigit (text[i]) ? 1 : 0;
      if ((guchar) text[i] >= 0x80 || text[i] == '\\' || n_digits > MAX_SHOWN_DIGITS)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_hidden (Masker     *self,
           const char *text,
           gsize       length,
           Kind        kind)
{
  switch (kind)
    {
    case KIND_SECRET:
    case KIND_QUERY_SECRET:
      return length > 0;
    case KIND_NUMBER:
      return length > 0 && self->hides_numbers;
    case KIND_CARD_NUMBER:
      return self->hides_numbers && !is_masked_already (text, length);
    case KIND_NONE:
    default:
      return FALSE;
    }
}

static void
append_mask (Masker *self,
             gsize   length,
             Kind    kind)
{
  if (kind == KIND_SECRET || kind == KIND_QUERY_SECRET)
    {
      g_string_append (self->masked, DESK_REDACTED);
      self->result.n_secrets++;
      return;
    }
  for (gsize i = 0; i < length; i++)
    g_string_append_c (self->masked, 'x');
  self->result.n_numbers++;
}

/* quote: what must stand around the mask where the value had no quotes; else "" */
static void
hide (Masker     *self,
      const char *text,
      gsize       length,
      Kind        kind,
      const char *quote)
{
  if (!is_hidden (self, text, length, kind))
    return;

  if (self->masked == NULL)
    self->masked = g_string_sized_new (self->end - self->start + 64);
  g_string_append_len (self->masked, self->copied, text - self->copied);
  g_string_append (self->masked, quote);
  append_mask (self, length, kind);
  g_string_append (self->masked, quote);
  self->copied = text + length;
}

/* Returns: where the text ends, at its closing quote or at the end of everything */
static const char *
find_quote (Masker     *self,
            const char *cursor,
            const char *quote)
{
  gboolean is_escaped = *quote == '\\';

  for (; cursor < self->end; cursor++)
    {
      if (is_escaped ? self->end - cursor >= 2 && cursor[0] == '\\' && cursor[1] == '"' : *cursor == '"')
        return cursor;
      if (*cursor == '\\' && cursor + 1 < self->end)
        cursor++;
    }
  return self->end;
}

static gboolean
begins_with (Masker     *self,
             const char *cursor,
             const char *text)
{
  gsize length = strlen (text);

  return (gsize) (self->end - cursor) >= length && memcmp (cursor, text, length) == 0;
}

static const char *
find_end_of_word (Masker     *self,
                  const char *cursor)
{
  while (cursor < self->end && strchr (",:]}\"\\ \t\r\n", *cursor) == NULL)
    cursor++;
  return cursor;
}

static const char *
hide_word (Masker     *self,
           const char *cursor,
           Kind        kind,
           const char *quote)
{
  const char *end = find_end_of_word (self, cursor);

  if (!begins_with (self, cursor, "null") && !begins_with (self, cursor, "true") && !begins_with (self, cursor, "false"))
    hide (self, cursor, end - cursor, kind, quote);
  return end;
}

/* Returns: where the text ends, at its closing quote */
static const char *
hide_text (Masker     *self,
           const char *cursor,
           Kind        kind,
           const char *quote)
{
  const char *first = cursor + strlen (quote);
  const char *end = find_quote (self, first, quote);

  hide (self, first, end - first, kind, "");
  return end;
}

static gboolean
is_name (Masker     *self,
         const char *cursor,
         const char *quote)
{
  const char *end = find_quote (self, cursor + strlen (quote), quote);
  const char *next = _desk_json_skip_blanks (MIN (end + strlen (quote), self->end), self->end);

  return next < self->end && *next == ':';
}

/* Whatever lies under such a name is hidden, but for the names in it. */
static const char *
hide_container (Masker     *self,
                const char *cursor,
                Kind        kind,
                const char *quote)
{
  int depth = 0;

  do
    {
      const int step = *cursor == '{' || *cursor == '[' ? 1 : *cursor == '}' || *cursor == ']' ? -1 : 0;

      depth += step;
      if (step != 0)
        cursor++;
      else if (begins_with (self, cursor, quote))
        cursor = hide_text (self, cursor, is_name (self, cursor, quote) ? KIND_NONE : kind, quote) + strlen (quote);
      else if (find_end_of_word (self, cursor) > cursor)
        cursor = hide_word (self, cursor, kind, quote);
      else
        cursor++;
    }
  while (depth > 0 && cursor < self->end);

  return MIN (cursor, self->end);
}

/* Returns: where to go on: at the closing quote of a text, which may open a name if the text was never closed */
static const char *
hide_value (Masker     *self,
            const char *cursor,
            Kind        kind,
            const char *quote)
{
  cursor = _desk_json_skip_blanks (cursor, self->end);
  if (cursor == self->end)
    return cursor;
  if (*cursor == '{' || *cursor == '[')
    return hide_container (self, cursor, kind, quote);
  if (begins_with (self, cursor, quote))
    return hide_text (self, cursor, kind, quote);
  return hide_word (self, cursor, kind, quote);
}

/* Any quote may open a name: in what is not valid, nobody knows which one does. In valid JSON, only names are
 * followed by a colon.
 * Returns: where to go on */
static const char *
mask_member (Masker     *self,
             const char *cursor)
{
  const char *quote = cursor > self->start && cursor[-1] == '\\' ? "\\\"" : "\"";
  char name[MAX_NAME_LENGTH + 1];
  const char *closing = read_name (self, cursor + 1, quote, name);
  const char *colon = closing != NULL ? _desk_json_skip_blanks (closing + strlen (quote), self->end) : NULL;
  Kind kind = colon != NULL && colon < self->end && *colon == ':' ? find_kind (name) : KIND_NONE;

  if (kind == KIND_NONE || kind == KIND_QUERY_SECRET || (kind != KIND_SECRET && !self->hides_numbers))
    return cursor + 1;
  return hide_value (self, colon + 1, kind, quote);
}

/* cursor: the first byte of a parameter, if it is one */
static const char *
mask_parameter (Masker     *self,
                const char *cursor)
{
  char name[MAX_NAME_LENGTH + 1];
  const char *equals = read_name (self, cursor, "=", name);
  Kind kind = equals != NULL ? find_kind (name) : KIND_NONE;
  const char *end = equals;

  if (kind == KIND_NONE)
    return cursor;
  while (end < self->end && strchr ("&#\"'\\<> \t\r\n", *end) == NULL)
    end++;
  hide (self, equals + 1, end - equals - 1, kind, "");
  return end;
}

static void
mask (Masker *self)
{
  const char *cursor = mask_parameter (self, self->start);

  while (cursor < self->end)
    {
      char byte = *cursor;

      if (byte == '"')
        cursor = mask_member (self, cursor);
      else if (byte == '?' || byte == '&')
        cursor = mask_parameter (self, cursor + 1);
      /* Many a JSON writer escapes the ampersand: \u0026. */
      else if (byte == '6' && cursor - self->start >= 5 && memcmp (cursor - 5, "\\u002", 5) == 0)
        cursor = mask_parameter (self, cursor + 1);
      else
        cursor++;
    }
}

GBytes *
desk_conceal_bytes (GBytes         *bytes,
                 gboolean        hides_numbers,
                 DeskConcealResult *result)
{
  gsize size;
  const char *text = NULL;
  Masker masker = { .hides_numbers = hides_numbers };

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &size);
  masker.start = masker.copied = text;
  masker.end = text + size;
  if (size > 0)
    mask (&masker);
  if (result != NULL)
    *result = masker.result;
  if (masker.masked == NULL)
    return g_bytes_ref (bytes);

  g_string_append_len (masker.masked, masker.copied, masker.end - masker.copied);
  return g_string_free_to_bytes (masker.masked);
}

char *
desk_conceal_text (const char *text,
                gboolean    hides_numbers)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) masked = NULL;
  gsize size;
  const char *data = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new_static (text, strlen (text));
  masked = desk_conceal_bytes (bytes, hides_numbers, NULL);
  data = g_bytes_get_data (masked, &size);

  return g_strndup (size > 0 ? data : "", size);
}

static gboolean
is_secret_header (const char *name)
{
  static const char *const secret[] = { "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie",
                                        "X-Fiskil-Signature" };

  for (guint i = 0; i < G_N_ELEMENTS (secret); i++)
    {
      if (g_ascii_strcasecmp (name, secret[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

char *
desk_conceal_header (const char *name,
                  const char *value,
                  gboolean    hides_numbers)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  if (!is_secret_header (name))
    return desk_conceal_text (value, hides_numbers);
  return g_strdup (g_str_has_prefix (value, "Bearer ") ? "Bearer " DESK_REDACTED : DESK_REDACTED);
}
