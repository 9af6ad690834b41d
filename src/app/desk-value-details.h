/* desk-value-details.h: all that is to be said of one received value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-decimal.h"
#include "desk-field.h"
#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskValueDetails:
 * @words: plain text, on several lines if it was sent so; cut off after some thousand characters
 * @hover: (nullable): how it was received, where @words do not show that
 * @note: (nullable): what is odd about it, in a few words
 * @is_blank: whether @words only say that there is nothing: "Not given" for null, "Empty" for "", "None" for [] and {},
 *   "Not sent" for no value
 */
typedef struct
{
  char     *words;
  char     *hover;
  char     *note;
  gboolean  is_blank;
} DeskValueDetails;

/**
 * desk_value_details_new:
 * @field: (nullable): what the value means; %NULL if the standard has no such field
 * @context: the currency of an amount, the unit of an energy, the primary category of a secondary one, or no value
 * @sign: whether amounts above zero carry a plus
 *
 * A value that is not what @field promises is shown as it came, with a note.
 *
 * Returns: (transfer full): plain text throughout
 */
DeskValueDetails *desk_value_details_new   (const DeskField  *field,
                                            DeskJsonSlice     value,
                                            DeskJsonSlice     context,
                                            DeskDecimalSign   sign);
void              desk_value_details_free  (DeskValueDetails *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskValueDetails, desk_value_details_free)

G_END_DECLS
