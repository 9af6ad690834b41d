/* desk-record-mask.h: a record that an audience may read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-mask.h"
#include "desk-resource.h"

G_BEGIN_DECLS

/**
 * desk_record_mask:
 * @record: received bytes of one record, checked by desk_json_parse()
 *
 * Amounts, masked numbers and what #DeskField marks %DESK_FIELD_PERSONAL say something else of the same length; so does
 * what the catalogue does not know, in whole. Everything else is copied byte by byte. A data set that is public is left alone.
 *
 * Returns: (transfer full): JSON of the same shape; an empty object if @record is no JSON
 */
GBytes *desk_record_mask (const DeskMask     *mask,
                          const DeskResource *resource,
                          GBytes             *record);

G_END_DECLS
