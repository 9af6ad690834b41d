/* desk-store-key.h: what identifies a record and where it comes in the order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "desk-store-columns.h"

G_BEGIN_DECLS

/**
 * desk_store_key_dup:
 * @institution_id: (nullable): of the record, if it does not say
 *
 * Returns: (transfer full): `fiskil_id`, else the institution and the members of the CDS key if
 *   all are there, else a hash of the bytes; for the one object of an end user always the same
 */
char *desk_store_key_dup        (const DeskResource *resource,
                                 DeskJsonSlice       record,
                                 const char         *institution_id);

/* Returns: (transfer full) (nullable): what the record says, else @otherwise */
char *desk_store_key_dup_institution_id (DeskJsonSlice  record,
                                         const char    *otherwise);

/**
 * desk_store_key_bind_order:
 *
 * Binds where the record comes in the resource's own order: microseconds, a number
 * or a text; NULL, which comes last, if the record does not say.
 */
void  desk_store_key_bind_order (const DeskResource *resource,
                                 DeskJsonSlice       record,
                                 sqlite3_stmt       *statement,
                                 int                 position);

/* The size of what desk_store_key_hash() makes. */
#define DESK_STORE_KEY_HASH_SIZE 32

/**
 * desk_store_key_hash:
 * @hash: (out) (array fixed-size=32): SHA-256 of the received bytes
 */
void  desk_store_key_hash       (DeskJsonSlice       record,
                                 guint8             *hash);

G_END_DECLS
