/* desk-quality-union.h: which of several details a record names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-field.h"
#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskQualityBranch:
 * @DESK_QUALITY_BRANCH_NONE: an ordinary member, or the record does not say which details it has
 * @DESK_QUALITY_BRANCH_NAMED: the record says that it has these
 * @DESK_QUALITY_BRANCH_OTHER: it says that it has others
 */
typedef enum
{
  DESK_QUALITY_BRANCH_NONE,
  DESK_QUALITY_BRANCH_NAMED,
  DESK_QUALITY_BRANCH_OTHER,
} DeskQualityBranch;

/**
 * desk_quality_union_find_branch:
 * @fields: (array length=n_fields): the members that an object may have
 * @values: (array length=n_fields): what it has; no value where there is none
 * @position: of the member in question
 *
 * A branch bears the name of a word of a union tag beside it: `interval_read` for `intervalRead`.
 */
DeskQualityBranch desk_quality_union_find_branch (const DeskField     *fields,
                                                  guint                n_fields,
                                                  const DeskJsonSlice *values,
                                                  guint                position);

/**
 * desk_quality_union_has_twin:
 *
 * Returns: whether the member is there in another spelling: `readQualities` for `read_qualities`
 */
gboolean          desk_quality_union_has_twin    (const DeskField     *fields,
                                                  guint                n_fields,
                                                  const DeskJsonSlice *values,
                                                  guint                position);

/* Returns: whether it is the first spelling of its name in the table */
gboolean          desk_quality_union_is_first    (const DeskField     *fields,
                                                  guint                position);

G_END_DECLS
