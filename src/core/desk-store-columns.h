/* desk-store-columns.h: how the records of a data set lie in the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-resource.h"

G_BEGIN_DECLS

/**
 * DeskStoreKeyKind:
 * @DESK_STORE_KEY_KIND_NONE: the text itself is the order
 * @DESK_STORE_KEY_KIND_NUMBER: beside the text a REAL
 * @DESK_STORE_KEY_KIND_TIME: beside the text an INTEGER, microseconds since the epoch
 */
typedef enum
{
  DESK_STORE_KEY_KIND_NONE,
  DESK_STORE_KEY_KIND_NUMBER,
  DESK_STORE_KEY_KIND_TIME,
} DeskStoreKeyKind;

/**
 * DeskStoreColumn:
 * @path: (owned): of the field; the name of its column
 * @key: (owned) (nullable): the name of the column of its sort key
 */
typedef struct
{
  char             *path;
  char             *key;
  DeskStoreKeyKind  key_kind;
  gboolean          searched;
} DeskStoreColumn;

/**
 * DeskStoreTable:
 * @columns: (owned) (element-type DeskStoreColumn)
 * @parent_path: (nullable): the member that names the account or service point of a row
 * @parent_key: (nullable): the member of the parent that it names
 * @parent: (nullable): the data set of these accounts or service points
 */
typedef struct
{
  const DeskResource *resource;
  GPtrArray          *columns;
  const char         *parent_path;
  const char         *parent_key;
  const DeskResource *parent;
} DeskStoreTable;

DeskStoreTable        *desk_store_table_new         (const DeskResource   *resource);
void                   desk_store_table_free        (DeskStoreTable       *self);

/**
 * desk_store_table_find_column:
 *
 * Returns: (transfer none) (nullable)
 */
const DeskStoreColumn *desk_store_table_find_column (const DeskStoreTable *self,
                                                     const char           *path);

/**
 * desk_store_table_find_currency:
 *
 * Returns: (transfer none) (nullable): the column of the currency that an amount at @path is in: the one
 *   beside it, else the record's
 */
const DeskStoreColumn *desk_store_table_find_currency (const DeskStoreTable *self,
                                                       const char           *path);

/**
 * desk_store_column_parse_number:
 * @text: (nullable)
 *
 * Returns: whether @text is a decimal number; @number is the nearest double
 */
gboolean               desk_store_column_parse_number (const char         *text,
                                                       double             *number);

/**
 * desk_store_column_parse_time:
 * @text: (nullable): an instant or a day
 *
 * Returns: whether @text is a time; @time in microseconds since the epoch
 */
gboolean               desk_store_column_parse_time   (const char         *text,
                                                       gint64             *time);

/**
 * desk_store_table_dup_search_text:
 *
 * Returns: (transfer full) (nullable): the searched fields of a record in one text, folded
 */
char                  *desk_store_table_dup_search_text (const DeskStoreTable *self,
                                                         DeskJsonSlice         record);

/**
 * desk_store_fold:
 *
 * Returns: (transfer full): @text as searches compare it: composed, without case
 */
char                  *desk_store_fold                (const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreTable, desk_store_table_free)

G_END_DECLS
