/* desk-store-functions.h: SQL functions of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * desk_store_functions_register:
 *
 * Adds the aggregate `desk_sum(text)`: the exact sum of decimal numbers, as text. What is not
 * a decimal number is left out; the sum of nothing is NULL.
 *
 * Returns: an SQLite result code
 */
int desk_store_functions_register (sqlite3 *connection);

G_END_DECLS
