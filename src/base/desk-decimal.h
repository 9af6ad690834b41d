/* desk-decimal.h: exact decimal numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DESK_DECIMAL_ERROR (desk_decimal_error_quark ())

/**
 * DeskDecimalError:
 * @DESK_DECIMAL_ERROR_SYNTAX: the text is not a decimal number
 * @DESK_DECIMAL_ERROR_TOO_LONG: more digits than %DESK_DECIMAL_MAX_DIGITS
 */
typedef enum
{
  DESK_DECIMAL_ERROR_SYNTAX,
  DESK_DECIMAL_ERROR_TOO_LONG,
} DeskDecimalError;

/* Written out in full, exponent applied. */
#define DESK_DECIMAL_MAX_DIGITS 10000

/**
 * DeskDecimalSign:
 * @DESK_DECIMAL_SIGN_NEGATIVE: only negative numbers carry a sign
 * @DESK_DECIMAL_SIGN_ALWAYS: positive numbers carry a plus; zero carries none
 */
typedef enum
{
  DESK_DECIMAL_SIGN_NEGATIVE,
  DESK_DECIMAL_SIGN_ALWAYS,
} DeskDecimalSign;

/**
 * DeskDecimal:
 *
 * A decimal number of any length, kept exactly, with the number of decimals
 * that it was written with. Money and rates are never a double.
 */
typedef struct _DeskDecimal DeskDecimal;

GQuark       desk_decimal_error_quark     (void);

DeskDecimal *desk_decimal_new_zero        (void);

/**
 * desk_decimal_new_from_string:
 * @text: an optional sign, digits, optionally a point with digits, optionally
 *   an exponent; no blanks, no grouping
 *
 * Returns: (transfer full) (nullable): the number, or %NULL with @error set in
 *   #DESK_DECIMAL_ERROR
 */
DeskDecimal *desk_decimal_new_from_string (const char         *text,
                                           GError            **error);
DeskDecimal *desk_decimal_copy            (const DeskDecimal  *self);
void         desk_decimal_free            (DeskDecimal        *self);

/**
 * desk_decimal_add:
 * @self: the number that grows by @other, keeping the larger number of decimals
 */
void         desk_decimal_add             (DeskDecimal        *self,
                                           const DeskDecimal  *other);
void         desk_decimal_negate          (DeskDecimal        *self);
int          desk_decimal_compare         (const DeskDecimal  *a,
                                           const DeskDecimal  *b);
gboolean     desk_decimal_is_zero         (const DeskDecimal  *self);
gboolean     desk_decimal_is_negative     (const DeskDecimal  *self);

/**
 * desk_decimal_to_string:
 *
 * Returns: (transfer full): plain notation with a point, ASCII minus, no
 *   exponent and no grouping: "-1180.00"
 */
char        *desk_decimal_to_string       (const DeskDecimal  *self);

/**
 * desk_decimal_format:
 * @min_decimals: zeros are added up to this number of decimals; none are cut
 *
 * Returns: (transfer full): the number as people read it: grouped by thousands,
 *   with a real minus sign (U+2212): "−1,180.00"
 */
char        *desk_decimal_format          (const DeskDecimal  *self,
                                           guint               min_decimals,
                                           DeskDecimalSign     sign);

/**
 * desk_decimal_to_sort_key:
 *
 * Returns: the nearest double: for order and range only, never to show or add
 */
double       desk_decimal_to_sort_key     (const DeskDecimal  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDecimal, desk_decimal_free)

G_END_DECLS
