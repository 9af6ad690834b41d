/* desk-value-words.h: a received value in words, by the type of its field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-decimal.h"
#include "desk-field.h"
#include "desk-json.h"

G_BEGIN_DECLS

/**
 * desk_value_words:
 * @field: what the value means
 * @value: as it was received
 * @record: the record around it, for its currency and unit
 * @sign: whether amounts above zero carry a plus
 *
 * For the cell of a list: one line. A value that is not what its field promises is shown as it came; control
 * characters become blanks.
 *
 * Returns: (transfer full): plain text; "" for null and no value
 */
char     *desk_value_words            (const DeskField *field,
                                       DeskJsonSlice    value,
                                       DeskJsonSlice    record,
                                       DeskDecimalSign  sign);

/**
 * desk_value_words_amount:
 * @text: a decimal number
 * @currency: a string; no value, null and "" count as AUD (cds.md 5)
 * @names_aud: whether AUD is named as well
 *
 * Returns: (transfer full) (nullable): "USD −9.90"; %NULL if @text is no number
 */
char     *desk_value_words_amount     (const char      *text,
                                       DeskJsonSlice    currency,
                                       DeskDecimalSign  sign,
                                       gboolean         names_aud);

/**
 * desk_value_words_known:
 * @field: of any type but an amount or an object
 * @text: desk_json_slice_dup_text() of the value
 * @context: what the value leans on, if anything: the unit of an energy, the primary category of a secondary one
 *
 * Returns: (transfer full) (nullable): the words; %NULL if @text is not what @field promises, and for a rate above 1:
 *   whether that is a percentage or a fraction, only its sender knows (hard-cases.md 16)
 */
char     *desk_value_words_known      (const DeskField *field,
                                       const char      *text,
                                       DeskJsonSlice    context);

/* Whether numbers of this type stand at the right of a column. */
gboolean  desk_field_type_is_number   (DeskFieldType    type);

G_END_DECLS
