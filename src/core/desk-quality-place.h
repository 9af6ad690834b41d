/* desk-quality-place.h: a place inside a record, as the walk over it goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-resource.h"

G_BEGIN_DECLS

typedef struct _DeskQualityPlace DeskQualityPlace;

/**
 * DeskQualityPlace:
 * @parent: (nullable): %NULL for the record itself
 * @name: (nullable): of a member; %NULL for an element of a list
 * @index: of an element
 * @resource: of the record itself, like the next two
 * @position: where the record comes in the data set's own order
 *
 * Lives on the stack; texts are made only where something is found.
 */
struct _DeskQualityPlace
{
  const DeskQualityPlace *parent;
  const char             *name;
  guint                   index;
  const DeskResource     *resource;
  DeskJsonSlice           record;
  guint                   position;
};

#define DESK_QUALITY_PLACE_RECORD(r, slice, n) \
  ((DeskQualityPlace) { .resource = (r), .record = (slice), .position = (n) })
#define DESK_QUALITY_PLACE_MEMBER(p, n) ((DeskQualityPlace) { .parent = (p), .name = (n) })
#define DESK_QUALITY_PLACE_ELEMENT(p, i) ((DeskQualityPlace) { .parent = (p), .index = (i) })

const DeskQualityPlace *desk_quality_place_get_record (const DeskQualityPlace *self);

/**
 * desk_quality_place_dup_field:
 *
 * Returns: (transfer full): member names joined by dots, without positions: "category.primary_category"; "" for the
 *   record itself
 */
char                   *desk_quality_place_dup_field  (const DeskQualityPlace *self);

/**
 * desk_quality_place_dup_path:
 *
 * Returns: (transfer full): a JSONPath (RFC 9535) into the service's answer. It names the record by its `fiskil_id`, else
 *   by its key, else by its position: `$.transactions[?@.fiskil_id=='bank_tx_1'].category.primary_category`
 */
char                   *desk_quality_place_dup_path   (const DeskQualityPlace *self);

/* Appends `['it\'s']`, or `.its` where that is enough, as JSONPath writes a member. */
void                    desk_quality_path_append_member (GString              *path,
                                                         const char           *name);

/* Appends 'text' as JSONPath writes a string. */
void                    desk_quality_path_append_text (GString                *path,
                                                       const char             *text);

/**
 * DeskQualityValueFunc:
 * @value: may be null, never absent
 */
typedef void (*DeskQualityValueFunc) (const DeskQualityPlace *place,
                                      DeskJsonSlice           value,
                                      gpointer                user_data);

/**
 * desk_quality_place_foreach_value:
 * @path: member names joined by dots
 * @func: (scope call): called for each value there, through lists on the way and at the end
 */
void                    desk_quality_place_foreach_value (const DeskQualityPlace *self,
                                                          DeskJsonSlice           value,
                                                          const char             *path,
                                                          DeskQualityValueFunc    func,
                                                          gpointer                user_data);

G_END_DECLS
