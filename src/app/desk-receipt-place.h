/* desk-receipt-place.h: where the receipts of a saved environment lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-kept-place.h"

G_BEGIN_DECLS

/**
 * desk_receipt_place_new:
 * @state_folder: (type filename): as for desk_context_new(), and given
 * @environment: its name
 */
DeskKeptPlace *desk_receipt_place_new  (DeskFileWriter *writer,
                                        const char     *state_folder,
                                        const char     *environment);

/**
 * desk_receipt_place_move:
 * @name: (nullable): what the environment is called from now on; %NULL removes its receipts
 *
 * Blocks.
 */
void           desk_receipt_place_move (const char     *state_folder,
                                        const char     *old_name,
                                        const char     *name);

G_END_DECLS
