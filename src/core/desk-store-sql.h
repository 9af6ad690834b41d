/* desk-store-sql.h: every piece of SQL that names tables and columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-query.h"
#include "desk-store-columns.h"

G_BEGIN_DECLS

/**
 * DeskStoreSql:
 * @text: (owned): with a question mark for each value
 * @values: (owned) (element-type utf8): in the order of the question marks
 *
 * Names come from the catalogue, everything else is bound.
 */
typedef struct
{
  GString   *text;
  GPtrArray *values;
} DeskStoreSql;

void          desk_store_sql_free              (DeskStoreSql         *self);

char         *desk_store_sql_create_table      (const DeskStoreTable *table);

/**
 * desk_store_sql_drop_table:
 * @name: from the database's own schema
 */
char         *desk_store_sql_drop_table        (const char           *name);

/* Values: end user, key. Answers row id, load, hash. */
char         *desk_store_sql_find_row          (const DeskStoreTable *table);

/**
 * desk_store_sql_insert_row:
 *
 * Values: key, end user, load, hash, order, search text, and for each column its text
 * and, where it has one, its sort key.
 */
char         *desk_store_sql_insert_row        (const DeskStoreTable *table);

/* Values as desk_store_sql_insert_row(), then the row id. */
char         *desk_store_sql_update_row        (const DeskStoreTable *table);

/* Values: load, row id. */
char         *desk_store_sql_touch_row         (const DeskStoreTable *table);

/* Values: row id. */
char         *desk_store_sql_delete_row        (const DeskStoreTable *table);

/* Values: row id, bytes. */
char         *desk_store_sql_replace_body      (const DeskStoreTable *table);

/* Values: row id. Answers the bytes. */
char         *desk_store_sql_read_body         (const DeskStoreTable *table);

/* Values: row id. Answers its institution. */
char         *desk_store_sql_read_institution  (const DeskStoreTable *table);

/* Values: row id. */
char         *desk_store_sql_delete_body       (const DeskStoreTable *table);

/* Values: row id to start after, number of rows. Answers row id, end user, load, by row id. */
char         *desk_store_sql_scan_rows         (const DeskStoreTable *table);

/* The institution and the consent of one row, as far as they are known; else "". */
char         *desk_store_sql_read_owner        (const DeskStoreTable *table);

/* Values (besides those in it): limit, offset. Answers row ids. */
DeskStoreSql *desk_store_sql_list              (const DeskStoreTable *table,
                                                const DeskQuery      *query);

/* Answers currency, sum, number of rows with and without a readable amount. */
DeskStoreSql *desk_store_sql_total             (const DeskStoreTable  *table,
                                                const DeskQuery       *query,
                                                const DeskStoreColumn *amount);

/* Answers what the columns of @fields hold together, each combination once, "" for nothing, in their order. */
DeskStoreSql *desk_store_sql_values            (const DeskStoreTable *table,
                                                const char *const    *fields);

/* Answers the number of rows. */
DeskStoreSql *desk_store_sql_count             (const DeskStoreTable *table,
                                                const char           *end_user_id,
                                                const char           *arrangement_id);

/**
 * desk_store_sql_doomed_by_consent:
 *
 * Answers the ids of the rows that go with a consent: those given to it, and of the institution
 * those that cannot be given to any.
 */
DeskStoreSql *desk_store_sql_doomed_by_consent (const DeskStoreTable *table,
                                                const char           *end_user_id,
                                                const char           *institution_id,
                                                const char           *arrangement_id);
DeskStoreSql *desk_store_sql_doomed_by_end_user (const DeskStoreTable *table,
                                                 const char           *end_user_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreSql, desk_store_sql_free)

G_END_DECLS
