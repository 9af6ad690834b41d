/* desk-store-fixture.h: the store's calls, waited for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-catalogue.h"
#include "desk-store.h"

G_BEGIN_DECLS

#define FIXTURE_USER "eu_1"

/* The record as a slice of text that stays as long as the program. */
DeskJsonSlice       fixture_slice             (const char         *json);

const DeskResource *fixture_resource          (const char         *name);

/* One record a string, of any data set; the list ends with %NULL. */
DeskJsonPage       *fixture_page              (const char *const  *records);

/* Keeps the result of a call in a GAsyncResult pointer, which fixture_wait() waits for. */
void                fixture_keep_result       (GObject            *source,
                                               GAsyncResult       *result,
                                               gpointer            user_data);
GAsyncResult       *fixture_wait              (GAsyncResult      **result);

/* Runs the main loop until nothing more is to be done at once. */
void                fixture_settle            (void);

/* Bytes that the program has allocated; 0 where that cannot be told. */
gsize               fixture_get_memory        (void);

DeskStoreChange     fixture_add               (DeskStore          *store,
                                               const char         *resource,
                                               const char         *end_user_id,
                                               gint64              load,
                                               const char *const  *records);

/* Records that do not say from which institution they are. */
DeskStoreChange     fixture_add_of_institution (DeskStore          *store,
                                                const char         *resource,
                                                const char         *institution_id,
                                                const char *const  *records);
DeskStoreChange     fixture_finish_load       (DeskStore          *store,
                                               const char         *resource,
                                               const char         *end_user_id,
                                               gint64              load);
GArray             *fixture_list              (DeskStore          *store,
                                               const DeskQuery    *query,
                                               guint               offset,
                                               guint               limit);

/* The records of a query in order, joined by line breaks. */
char               *fixture_dump              (DeskStore          *store,
                                               const DeskQuery    *query);

/* The text at @path of the records of a query in order, joined by commas. */
char               *fixture_column            (DeskStore          *store,
                                               const DeskQuery    *query,
                                               const char         *path);

/* "AUD 0.30 2/0;USD …": currency, sum, rows added, rows unreadable. */
char               *fixture_totals            (DeskStore          *store,
                                               const DeskQuery    *query,
                                               const char         *field);
guint               fixture_count             (DeskStore          *store,
                                               const char         *end_user_id,
                                               const char         *arrangement_id,
                                               const char         *resource);
void                fixture_purge_consent     (DeskStore          *store,
                                               const char         *end_user_id,
                                               const char         *institution_id,
                                               const char         *arrangement_id);
void                fixture_purge_end_user    (DeskStore          *store,
                                               const char         *end_user_id);

G_END_DECLS
