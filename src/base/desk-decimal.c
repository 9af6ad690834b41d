/* desk-decimal.c: exact decimal numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-decimal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUS_SIGN "\342\210\222"

/* A saturated exponent is larger than any text is long, so nothing cancels it. */
#define EXPONENT_LIMIT G_GINT64_CONSTANT (1000000000000000)

struct _DeskDecimal
{
  guint8   *digits;    /* (owned) 0 to 9 each, the lowest place first */
  gsize     n_digits;  /* scale + 1 at least; no zero in front of a longer whole part */
  gsize     capacity;
  gsize     scale;     /* how many of the digits are decimals */
  gboolean  negative;  /* never of a zero */
};

typedef struct
{
  const char *digits;      /* (not owned) from the first digit that is not zero */
  gsize       n_digits;    /* without the zeros in front */
  gint64      n_decimals;  /* exponent applied; less than 0 means zeros at the end */
  gboolean    negative;
} Literal;

G_DEFINE_QUARK (desk-decimal-error-quark, desk_decimal_error)

static DeskDecimal *
decimal_new (gsize n_digits,
             gsize scale)
{
  DeskDecimal *self = g_new0 (DeskDecimal, 1);

  self->digits = g_new0 (guint8, n_digits);
  self->n_digits = n_digits;
  self->capacity = n_digits;
  self->scale = scale;
  return self;
}

static void
skip_digits (const char **cursor)
{
  while (g_ascii_isdigit (**cursor))
    (*cursor)++;
}

static gboolean
read_exponent (const char **cursor,
               gint64      *exponent)
{
  gboolean negative = **cursor == '-';

  if (**cursor == '-' || **cursor == '+')
    (*cursor)++;
  if (!g_ascii_isdigit (**cursor))
    return FALSE;

  *exponent = 0;
  for (; g_ascii_isdigit (**cursor); (*cursor)++)
    *exponent = MIN (*exponent * 10 + (**cursor - '0'), EXPONENT_LIMIT);
  if (negative)
    *exponent = -*exponent;
  return TRUE;
}

/* Leaves the digits pointing at the first that counts; a point among them is no digit. */
static void
trim_leading_zeros (Literal    *literal,
                    const char *end)
{
  const char *cursor = literal->digits;

  while (cursor < end && (*cursor == '0' || *cursor == '.'))
    cursor++;
  literal->digits = cursor;
  literal->n_digits = 0;
  for (; cursor < end; cursor++)
    literal->n_digits += *cursor != '.';
}

static gboolean
read_literal (const char *text,
              Literal    *literal)
{
  const char *cursor = text;
  const char *end;
  gint64 exponent = 0;

  literal->negative = *cursor == '-';
  if (*cursor == '-' || *cursor == '+')
    cursor++;

  literal->digits = cursor;
  literal->n_decimals = 0;
  skip_digits (&cursor);
  if (cursor == literal->digits)
    return FALSE;
  if (*cursor == '.')
    {
      const char *decimals = ++cursor;

      skip_digits (&cursor);
      literal->n_decimals = cursor - decimals;
      if (literal->n_decimals == 0)
        return FALSE;
    }
  end = cursor;

  if (*cursor == 'e' || *cursor == 'E')
    {
      cursor++;
      if (!read_exponent (&cursor, &exponent))
        return FALSE;
    }
  literal->n_decimals -= exponent;
  trim_leading_zeros (literal, end);
  return *cursor == '\0';
}

static DeskDecimal *
decimal_new_from_literal (const Literal *literal,
                          gsize          n_whole,
                          gsize          scale)
{
  DeskDecimal *self = decimal_new (n_whole + scale, scale);
  gsize position = literal->n_digits + (literal->n_decimals < 0 ? -literal->n_decimals : 0);

  for (const char *cursor = literal->digits; literal->n_digits > 0 && position > 0; cursor++)
    {
      if (*cursor == '.')
        continue;
      if (!g_ascii_isdigit (*cursor))
        break;
      self->digits[--position] = *cursor - '0';
    }
  self->negative = literal->negative && literal->n_digits > 0;
  return self;
}

DeskDecimal *
desk_decimal_new_zero (void)
{
  return decimal_new (1, 0);
}

DeskDecimal *
desk_decimal_new_from_string (const char  *text,
                              GError     **error)
{
  Literal literal;
  gint64 n_whole;
  gint64 scale;

  g_return_val_if_fail (text != NULL, NULL);

  if (!read_literal (text, &literal))
    {
      g_set_error_literal (error, DESK_DECIMAL_ERROR, DESK_DECIMAL_ERROR_SYNTAX,
                           _("This is not a decimal number."));
      return NULL;
    }

  scale = MAX (literal.n_decimals, 0);
  n_whole = literal.n_digits == 0 ? 1 : MAX ((gint64) literal.n_digits - literal.n_decimals, 1);
  if (n_whole > DESK_DECIMAL_MAX_DIGITS || scale > DESK_DECIMAL_MAX_DIGITS
      || n_whole + scale > DESK_DECIMAL_MAX_DIGITS)
    {
      g_set_error (error, DESK_DECIMAL_ERROR, DESK_DECIMAL_ERROR_TOO_LONG,
                   _("This number has more than %d digits."), DESK_DECIMAL_MAX_DIGITS);
      return NULL;
    }

  return decimal_new_from_literal (&literal, n_whole, scale);
}

DeskDecimal *
desk_decimal_copy (const DeskDecimal *self)
{
  DeskDecimal *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = decimal_new (self->n_digits, self->scale);
  memcpy (copy->digits, self->digits, self->n_digits);
  copy->negative = self->negative;
  return copy;
}

void
desk_decimal_free (DeskDecimal *self)
{
  if (self == NULL)
    return;

  g_free (self->digits);
  g_free (self);
}

static int
digit_at (const DeskDecimal *self,
          gsize              index)
{
  return index < self->n_digits ? self->digits[index] : 0;
}

/* The digit of @self that stands at @index of a number with @scale decimals. */
static int
digit_at_scale (const DeskDecimal *self,
                gsize              index,
                gsize              scale)
{
  gsize shift = scale - self->scale;

  return index < shift ? 0 : digit_at (self, index - shift);
}

static gsize
n_digits_at_scale (const DeskDecimal *self,
                   gsize              scale)
{
  return self->n_digits + scale - self->scale;
}

static int
compare_magnitude (const DeskDecimal *a,
                   const DeskDecimal *b)
{
  gsize scale = MAX (a->scale, b->scale);
  gsize n_a = n_digits_at_scale (a, scale);
  gsize n_b = n_digits_at_scale (b, scale);

  if (n_a != n_b)
    return n_a < n_b ? -1 : 1;

  for (gsize i = n_a; i > 0; i--)
    {
      int difference = digit_at_scale (a, i - 1, scale) - digit_at_scale (b, i - 1, scale);

      if (difference != 0)
        return difference < 0 ? -1 : 1;
    }
  return 0;
}

/* Gives @self the room and the number of decimals for a result; its value stays. */
static void
decimal_widen (DeskDecimal *self,
               gsize        n_digits,
               gsize        scale)
{
  gsize shift = scale - self->scale;

  if (n_digits > self->capacity)
    {
      self->digits = g_renew (guint8, self->digits, n_digits);
      self->capacity = n_digits;
    }
  if (shift > 0)
    {
      memmove (self->digits + shift, self->digits, self->n_digits);
      memset (self->digits, 0, shift);
      self->n_digits += shift;
      self->scale = scale;
    }
  if (n_digits > self->n_digits)
    memset (self->digits + self->n_digits, 0, n_digits - self->n_digits);
  self->n_digits = n_digits;
}

static void
decimal_trim (DeskDecimal *self)
{
  while (self->n_digits > self->scale + 1 && self->digits[self->n_digits - 1] == 0)
    self->n_digits--;
  if (desk_decimal_is_zero (self))
    self->negative = FALSE;
}

static void
add_magnitude (DeskDecimal       *self,
               const DeskDecimal *other)
{
  int carry = 0;

  for (gsize i = 0; i < self->n_digits; i++)
    {
      int sum = self->digits[i] + digit_at_scale (other, i, self->scale) + carry;

      carry = sum >= 10;
      self->digits[i] = carry ? sum - 10 : sum;
    }
  g_assert (carry == 0);
}

/* Of the two magnitudes the smaller is taken from the larger. */
static void
subtract_magnitude (DeskDecimal       *self,
                    const DeskDecimal *other,
                    gboolean           other_is_larger)
{
  int direction = other_is_larger ? -1 : 1;
  int borrow = 0;

  for (gsize i = 0; i < self->n_digits; i++)
    {
      int difference = direction * (self->digits[i] - digit_at_scale (other, i, self->scale)) - borrow;

      borrow = difference < 0;
      self->digits[i] = borrow ? difference + 10 : difference;
    }
  g_assert (borrow == 0);
}

void
desk_decimal_add (DeskDecimal       *self,
                  const DeskDecimal *other)
{
  gboolean other_is_larger;
  gboolean same_sign;
  gsize n_digits;
  gsize scale;

  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL);

  same_sign = self->negative == other->negative;
  other_is_larger = compare_magnitude (self, other) < 0;
  scale = MAX (self->scale, other->scale);
  n_digits = MAX (n_digits_at_scale (self, scale), n_digits_at_scale (other, scale)) + 1;
  decimal_widen (self, n_digits, scale);

  if (same_sign)
    {
      add_magnitude (self, other);
    }
  else
    {
      subtract_magnitude (self, other, other_is_larger);
      if (other_is_larger)
        self->negative = other->negative;
    }
  decimal_trim (self);
}

void
desk_decimal_negate (DeskDecimal *self)
{
  g_return_if_fail (self != NULL);

  self->negative = !self->negative && !desk_decimal_is_zero (self);
}

int
desk_decimal_compare (const DeskDecimal *a,
                      const DeskDecimal *b)
{
  g_return_val_if_fail (a != NULL, 0);
  g_return_val_if_fail (b != NULL, 0);

  if (a->negative != b->negative)
    return a->negative ? -1 : 1;
  return a->negative ? compare_magnitude (b, a) : compare_magnitude (a, b);
}

gboolean
desk_decimal_is_zero (const DeskDecimal *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (gsize i = 0; i < self->n_digits; i++)
    {
      if (self->digits[i] != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
desk_decimal_is_negative (const DeskDecimal *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->negative;
}

static void
append_digits (const DeskDecimal *self,
               GString           *text,
               gboolean           grouped)
{
  for (gsize i = self->n_digits; i > 0; i--)
    {
      if (i == self->scale)
        g_string_append_c (text, '.');
      g_string_append_c (text, '0' + self->digits[i - 1]);
      if (grouped && i > self->scale + 1 && (i - self->scale - 1) % 3 == 0)
        g_string_append_c (text, ',');
    }
}

char *
desk_decimal_to_string (const DeskDecimal *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_sized_new (self->n_digits + 3);
  if (self->negative)
    g_string_append_c (text, '-');
  append_digits (self, text, FALSE);
  return g_string_free (text, FALSE);
}

char *
desk_decimal_format (const DeskDecimal *self,
                     guint              min_decimals,
                     DeskDecimalSign    sign)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_sized_new (self->n_digits * 2 + 4);
  if (self->negative)
    g_string_append (text, MINUS_SIGN);
  else if (sign == DESK_DECIMAL_SIGN_ALWAYS && !desk_decimal_is_zero (self))
    g_string_append_c (text, '+');

  append_digits (self, text, TRUE);
  if (self->scale == 0 && min_decimals > 0)
    g_string_append_c (text, '.');
  for (gsize i = self->scale; i < min_decimals; i++)
    g_string_append_c (text, '0');
  return g_string_free (text, FALSE);
}

double
desk_decimal_to_sort_key (const DeskDecimal *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, 0);

  text = desk_decimal_to_string (self);
  return g_ascii_strtod (text, NULL);
}
