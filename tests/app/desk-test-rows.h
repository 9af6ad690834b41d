/* desk-test-rows.h: puts rows into a store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store.h"

G_BEGIN_DECLS

/**
 * desk_test_rows_add:
 * @load: as for desk_store_add_page_async()
 * @json: an array of records
 *
 * Returns when the rows are stored.
 */
void desk_test_rows_add   (DeskStore  *store,
                           const char *resource_name,
                           const char *end_user_id,
                           gint64      load,
                           const char *json);

/* Removes all rows of the end user. */
void desk_test_rows_purge (DeskStore  *store,
                           const char *end_user_id);

G_END_DECLS
