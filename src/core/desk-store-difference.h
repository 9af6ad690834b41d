/* desk-store-difference.h: what became of rows at the last load of a data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-quality-rule.h"
#include "desk-resource.h"

G_BEGIN_DECLS

/**
 * DeskStoreDifference:
 * @rule: %DESK_QUALITY_VANISHED, %DESK_QUALITY_CHANGED, %DESK_QUALITY_POSTED, %DESK_QUALITY_POSTED_ANEW or
 *   %DESK_QUALITY_DUPLICATE
 * @field: (owned): the member that changed; "" for the whole row
 * @example: (owned) (nullable): of the first row
 * @path: (owned): JSONPath of the first row
 * @count: rows
 */
typedef struct
{
  const DeskResource *resource;
  DeskQualityRule     rule;
  char               *field;
  char               *example;
  char               *path;
  guint               count;
} DeskStoreDifference;

void desk_store_difference_free (DeskStoreDifference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreDifference, desk_store_difference_free)

G_END_DECLS
