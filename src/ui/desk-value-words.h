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
 * A value that is not what its field promises is shown as it came; control characters become blanks.
 *
 * Returns: (transfer full): plain text; "" for null and no value
 */
char     *desk_value_words            (const DeskField *field,
                                       DeskJsonSlice    value,
                                       DeskJsonSlice    record,
                                       DeskDecimalSign  sign);

/**
 * desk_value_humanise:
 * @code: "TRANS_AND_SAVINGS_ACCOUNTS", "intervalRead"
 *
 * Returns: (transfer full): "Trans and savings accounts", "Interval read"
 */
char     *desk_value_humanise         (const char      *code);

/* Whether numbers of this type stand at the right of a column. */
gboolean  desk_field_type_is_number   (DeskFieldType    type);

G_END_DECLS
