/* desk-field.h: one known field of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskFieldType:
 * @DESK_FIELD_TYPE_AMOUNT: decimal string, in the currency of the record (absent: AUD)
 * @DESK_FIELD_TYPE_RATE: decimal string, a fraction: "0.0654" is 6.54 %
 * @DESK_FIELD_TYPE_DATE: `YYYY-MM-DD`
 * @DESK_FIELD_TYPE_INSTANT: RFC 3339
 * @DESK_FIELD_TYPE_DURATION: ISO 8601 duration
 * @DESK_FIELD_TYPE_ENUM: one of the words of #DeskField.values
 * @DESK_FIELD_TYPE_ENERGY: a JSON number in the record's unit of measure
 *
 * What a value means: how it is shown, stored, ordered and checked.
 */
typedef enum
{
  DESK_FIELD_TYPE_TEXT,
  DESK_FIELD_TYPE_ID,
  DESK_FIELD_TYPE_MASKED_NUMBER,
  DESK_FIELD_TYPE_URI,
  DESK_FIELD_TYPE_AMOUNT,
  DESK_FIELD_TYPE_RATE,
  DESK_FIELD_TYPE_CURRENCY,
  DESK_FIELD_TYPE_DATE,
  DESK_FIELD_TYPE_INSTANT,
  DESK_FIELD_TYPE_TIME_OF_DAY,
  DESK_FIELD_TYPE_DURATION,
  DESK_FIELD_TYPE_ENUM,
  DESK_FIELD_TYPE_UNION_TAG,
  DESK_FIELD_TYPE_BOOLEAN,
  DESK_FIELD_TYPE_INTEGER,
  DESK_FIELD_TYPE_NUMBER,
  DESK_FIELD_TYPE_ENERGY,
  DESK_FIELD_TYPE_OBJECT,
} DeskFieldType;

/**
 * DeskFieldFlags:
 * @DESK_FIELD_MANDATORY: the holder must send it (CDS)
 * @DESK_FIELD_REPEATED: an array of this type
 * @DESK_FIELD_LISTED: a column of the list, in the order of the table
 * @DESK_FIELD_STORED: filtered, sorted or totalled, so it has a column in the store; listed fields have one too
 * @DESK_FIELD_SEARCHED: text search looks into it; implies stored
 * @DESK_FIELD_MAY_BE_EMPTY: the standard allows "" although the field is mandatory
 * @DESK_FIELD_PERSONAL: tells who somebody is, or holds what people write; amounts and masked numbers are personal anyway
 *
 * Listed, stored and searched count only where a record has one value: see desk_resource_foreach_column().
 */
typedef enum
{
  DESK_FIELD_MANDATORY = 1 << 0,
  DESK_FIELD_REPEATED  = 1 << 1,
  DESK_FIELD_LISTED    = 1 << 2,
  DESK_FIELD_STORED    = 1 << 3,
  DESK_FIELD_SEARCHED  = 1 << 4,
  DESK_FIELD_MAY_BE_EMPTY = 1 << 5,
  DESK_FIELD_PERSONAL  = 1 << 6,
} DeskFieldFlags;

typedef struct _DeskField DeskField;

/**
 * DeskField:
 * @name: the key as Fiskil sends it (snake_case)
 * @label: untranslated; pass it through gettext
 * @unit: (nullable): what a number counts: "kWh", "minutes", "days"
 * @values: (nullable) (array zero-terminated=1): the known words of an enum
 * @children: (nullable) (array length=n_children): the members of an object
 * @maximum: (nullable): a decimal; more than this, or less than its negative, is hardly meant so (a price in cents).
 *   For a rate without one it is 1
 * @unless: (nullable): a member beside it that, if true, lets the holder leave out this mandatory one
 */
struct _DeskField
{
  const char        *name;
  DeskFieldType      type;
  DeskFieldFlags     flags;
  const char        *label;
  const char        *unit;
  const char *const *values;
  const DeskField   *children;
  guint              n_children;
  const char        *maximum;
  const char        *unless;
};

/* What a price is hardly meant to be above, in AUD: cents come where dollars are due (hard-cases.md 15). */
#define DESK_FIELD_MAXIMUM_UNIT_PRICE "5"
#define DESK_FIELD_MAXIMUM_DAILY_CHARGE "20"

/* Members of an object: DESK_FIELD_CHILDREN (person_fields) */
#define DESK_FIELD_CHILDREN(table) .children = (table), .n_children = G_N_ELEMENTS (table)

/* Members of an object that has the first @count members of a table alone. */
#define DESK_FIELD_FIRST_CHILDREN(table, count) .children = (table), .n_children = (count)

G_END_DECLS
