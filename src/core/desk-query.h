/* desk-query.h: which rows of a data set, in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-resource.h"

G_BEGIN_DECLS

#define DESK_TYPE_QUERY (desk_query_get_type ())

/**
 * DeskQuery:
 *
 * A boxed value. Setters replace; %NULL takes a condition away.
 */
typedef struct _DeskQuery DeskQuery;

GType               desk_query_get_type            (void);
DeskQuery          *desk_query_new                 (const DeskResource *resource,
                                                    const char         *end_user_id);
DeskQuery          *desk_query_copy                (const DeskQuery    *self);
void                desk_query_free                (DeskQuery          *self);
const DeskResource *desk_query_get_resource        (const DeskQuery    *self);
const char         *desk_query_get_end_user_id     (const DeskQuery    *self);

/* Rows of one consent only. */
void                desk_query_set_arrangement_id  (DeskQuery          *self,
                                                    const char         *arrangement_id);
const char         *desk_query_get_arrangement_id  (const DeskQuery    *self);

/**
 * desk_query_set_search:
 * @text: (nullable): every blank-separated word must occur, in any case, in some searched field
 */
void                desk_query_set_search          (DeskQuery          *self,
                                                    const char         *text);
const char         *desk_query_get_search          (const DeskQuery    *self);

/**
 * desk_query_set_filter:
 * @field: path of a stored field of the resource
 * @value: (nullable): the text that it must equal
 */
void                desk_query_set_filter          (DeskQuery          *self,
                                                    const char         *field,
                                                    const char         *value);
const char         *desk_query_get_filter          (const DeskQuery    *self,
                                                    const char         *field);

/* Returns: whether a search or a filter leaves rows out */
gboolean            desk_query_is_narrowed         (const DeskQuery    *self);

/**
 * desk_query_set_sort:
 * @field: (nullable): path of a stored field; %NULL for the resource's own order
 */
void                desk_query_set_sort            (DeskQuery          *self,
                                                    const char         *field,
                                                    gboolean            descending);
const char         *desk_query_get_sort_field      (const DeskQuery    *self);
gboolean            desk_query_get_sort_descending (const DeskQuery    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQuery, desk_query_free)

G_END_DECLS
