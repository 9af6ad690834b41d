/* desk-store-schema.h: the tables of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store-database.h"

G_BEGIN_DECLS

/**
 * desk_store_schema_check:
 *
 * Returns: whether the database is empty or a record store; else %FALSE with @error set to
 *   %DESK_STORE_ERROR_OPEN, and the file is as it was
 */
gboolean desk_store_schema_check   (DeskStoreDatabase  *database,
                                    GError            **error);

/**
 * desk_store_schema_prepare:
 *
 * Makes the tables. What was written with another catalogue is dropped.
 */
gboolean desk_store_schema_prepare (DeskStoreDatabase  *database,
                                    GError            **error);

G_END_DECLS
