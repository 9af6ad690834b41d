/* desk-rows-column.h: what a column of a list says of each row, and how much it counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-resource.h"
#include "desk-row.h"

G_BEGIN_DECLS

/**
 * DeskRowsColumn:
 * @path: (owned): where the value lies in the record
 * @is_minor: left out where it is narrow
 * @is_narrow: there is little room
 * @expands: takes room that no column needs
 * @account_names: (owned) (nullable): of a column of account ids: names by id
 * @bound: (owned) (element-type GtkListItem) (unowned): its cells that are shown
 */
typedef struct
{
  const DeskResource *resource;
  const DeskField    *field;
  char               *path;
  gboolean            is_minor;
  gboolean            is_narrow;
  gboolean            expands;
  GHashTable         *account_names;
  GPtrArray          *bound;
} DeskRowsColumn;

/* Returns: (transfer full) (element-type DeskRowsColumn): one per listed field that no other column tells already */
GPtrArray  *desk_rows_column_list_new          (const DeskResource   *resource);
void        desk_rows_column_free              (DeskRowsColumn       *column);
gboolean    desk_rows_column_is_number         (const DeskRowsColumn *column);
gboolean    desk_rows_column_is_time           (const DeskRowsColumn *column);

/* How fresh data are is a matter of minutes; elsewhere a list has no room for the time of day. */
gboolean    desk_rows_column_tells_the_minute  (const DeskRowsColumn *column);
gboolean    desk_rows_column_is_secondary      (const DeskRowsColumn *column);

/* Whether it tells rows from each other. */
gboolean    desk_rows_column_takes_the_rest    (const DeskRowsColumn *column);
gboolean    desk_rows_column_is_account        (const DeskRowsColumn *column);

/* The store cannot order by a value that lies in another place in each row. */
gboolean    desk_rows_column_is_sortable       (const DeskRowsColumn *column);

/* Whether the date of a transaction, which a pending one has not. */
gboolean    desk_rows_column_shows_pending     (const DeskRowsColumn *column);

/* Returns: (transfer full): the value of @row, which is loaded, in words */
char       *desk_rows_column_dup_text          (const DeskRowsColumn *column,
                                                DeskRow              *row);

/* Returns: (transfer none) (nullable): the name of the account; %NULL if nobody knows it, or the column is of something else.
 * @account_id: (nullable) */
const char *desk_rows_column_find_account_name (const DeskRowsColumn *column,
                                                const char           *account_id);

G_END_DECLS
