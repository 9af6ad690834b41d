/* desk-resource.h: one data set that Fiskil serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-field.h"

G_BEGIN_DECLS

/**
 * DeskResourceScope:
 * @DESK_RESOURCE_SCOPE_END_USER: asked for with `end_user_id`
 * @DESK_RESOURCE_SCOPE_INSTITUTION: asked for with the id of an institution
 * @DESK_RESOURCE_SCOPE_RETAILER: as that, but the filter `retailer_id` may take its place (fiskil-api.md 2.7)
 * @DESK_RESOURCE_SCOPE_PARENT_ROW: one call per row of another data set, whose id is part of the path
 */
typedef enum
{
  DESK_RESOURCE_SCOPE_END_USER,
  DESK_RESOURCE_SCOPE_INSTITUTION,
  DESK_RESOURCE_SCOPE_RETAILER,
  DESK_RESOURCE_SCOPE_PARENT_ROW,
} DeskResourceScope;

typedef enum
{
  DESK_RESOURCE_SHAPE_ROWS,
  DESK_RESOURCE_SHAPE_OBJECT,
} DeskResourceShape;

/**
 * DeskReference:
 * @path: of the field that holds an id; lists are walked through
 * @resource: the data set that the id names a row of
 * @field: the member of that row
 */
typedef struct
{
  const char *path;
  const char *resource;
  const char *field;
} DeskReference;

/**
 * DeskAgreement:
 * @path: of a field that another data set has too
 * @resource: that data set
 * @field: the member of its row
 * @by: the member that names the row in both: "account_id"
 * @otherwise: what an absent value means
 *
 * Two places that must say the same.
 */
typedef struct
{
  const char *path;
  const char *resource;
  const char *field;
  const char *by;
  const char *otherwise;
} DeskAgreement;

/**
 * DeskSeries:
 * @owner: (array zero-terminated=1): the members that name what is measured
 * @first_day: path of the day of a row
 * @last_day: path of its last day, inclusive; absent: the first
 * @unit: path of the unit, the same for one owner
 * @length: path of the length of an interval in minutes
 * @values: path of the list of values of one day
 * @notes: (array zero-terminated=1): paths, in all spellings, of the list of notes on some of the values
 * @note_first: member of a note: the first value that it is about, counted from 1
 * @note_last: the last one
 *
 * Rows that follow each other in time.
 */
typedef struct
{
  const char *const *owner;
  const char        *first_day;
  const char        *last_day;
  const char        *unit;
  const char        *length;
  const char        *values;
  const char *const *notes;
  const char        *note_first;
  const char        *note_last;
} DeskSeries;

typedef struct _DeskResource DeskResource;

/**
 * DeskResource:
 * @name: the project's name of it: "banking.accounts"
 * @label: untranslated plural for menus: "Accounts"
 * @paths: (array zero-terminated=1): below the API address, each with its leading slash, the documented spelling first.
 *   `{name}` stands for the id of the parent row
 * @root_keys: (array zero-terminated=1): where the records lie in the body; none: the whole body is one record
 * @scope_parameters: (nullable) (array zero-terminated=1): what names the institution, the documented spelling first,
 *   or the member of the parent row that holds its id; %NULL for the scope of an end user
 * @parent: (nullable): the data set with the parent rows; they are of the scope of an institution
 * @filters: (array zero-terminated=1): query parameters besides `end_user_id` and `page[*]`
 * @all_filters: (nullable) (array zero-terminated=1): `name=value` texts with which the service also sends what it leaves out
 *   of itself
 * @permission: (nullable): what the consent must grant (fiskil-api.md 6); %NULL if any consent of the industry will do
 * @event: (nullable): the webhook event that announces it (fiskil-api.md 4.3)
 * @key: (array zero-terminated=1): the CDS key of a row that has no `fiskil_id`; may be empty
 * @sort_field: (nullable): what a list is ordered by at first
 * @sort_descending: and how
 * @fields: (array length=n_fields): everything that is known of a record
 * @references: (nullable) (array): which fields name rows of other data sets; ends with a %NULL path
 * @agreements: (nullable) (array): which fields must say what another data set says; ends with a %NULL path
 * @series: (nullable): how rows follow each other in time
 *
 * Tables, list columns, views, exports and the sync order are derived from
 * these entries; they hold data and no behaviour.
 */
struct _DeskResource
{
  const char         *name;
  const char         *label;
  const char *const  *paths;
  const char *const  *root_keys;
  DeskResourceScope   scope;
  const char *const  *scope_parameters;
  const DeskResource *parent;
  DeskResourceShape   shape;
  const char *const  *filters;
  const char *const  *all_filters;
  const char         *permission;
  const char         *event;
  const char *const  *key;
  const char         *sort_field;
  gboolean            sort_descending;
  const DeskField    *fields;
  guint               n_fields;

  const DeskReference *references;
  const DeskAgreement *agreements;
  const DeskSeries    *series;
};

/**
 * DeskResourceFieldFunc:
 * @path: member names joined by dots; valid during the call
 */
typedef void (*DeskResourceFieldFunc) (const char      *path,
                                       const DeskField *field,
                                       gpointer         user_data);

/**
 * desk_resource_foreach_field:
 * @func: (scope call): called for each field, an object before its members, in the order of the table.
 *   Members of repeated objects are visited too; their path has no position
 */
void              desk_resource_foreach_field (const DeskResource    *self,
                                               DeskResourceFieldFunc  func,
                                               gpointer               user_data);

/**
 * desk_resource_foreach_column:
 * @func: (scope call): called for each field that has at most one value a record, an object before its members
 */
void              desk_resource_foreach_column (const DeskResource    *self,
                                                DeskResourceFieldFunc  func,
                                                gpointer               user_data);

/**
 * desk_resource_find_field:
 * @path: member names joined by dots: "category.primary_category"
 *
 * Returns: (transfer none) (nullable): the field
 */
const DeskField  *desk_resource_find_field (const DeskResource *self,
                                            const char         *path);

/**
 * desk_resource_is_banking:
 *
 * Returns: whether the data set comes from a bank rather than an energy retailer or both
 */
gboolean          desk_resource_is_banking (const DeskResource *self);
gboolean          desk_resource_is_energy  (const DeskResource *self);

/**
 * desk_resource_is_public:
 *
 * Returns: whether its records are about nobody: products and plans, and how fresh the data of an institution are
 */
gboolean          desk_resource_is_public  (const DeskResource *self);

G_END_DECLS
