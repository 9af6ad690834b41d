/* desk-sandbox-bulk.h: any number of transactions, made as they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-record.h"

G_BEGIN_DECLS

typedef struct _DeskSandboxBulk DeskSandboxBulk;

/**
 * desk_sandbox_bulk_new:
 * @models: (element-type DeskSandboxRecord): real transactions, in the order in which they are
 *   served; they must live as long as the result
 * @length: how many transactions there are to be
 * @seed: what the ids come from
 *
 * Pending models are taken as they are and come first. Every other
 * transaction is the text of a posted model with ids and times of its own, each
 * a little earlier than the one before, so that a million of them takes no more
 * memory than the models and lies within two years.
 *
 * Returns: (transfer full) (nullable): the transactions, or %NULL if no model is posted
 */
DeskSandboxBulk         *desk_sandbox_bulk_new        (GPtrArray             *models,
                                                       guint                  length,
                                                       guint64                seed);
void                     desk_sandbox_bulk_free       (DeskSandboxBulk       *self);

guint                    desk_sandbox_bulk_get_length (const DeskSandboxBulk *self);

/**
 * desk_sandbox_bulk_get:
 * @position: from 0 to the length minus 1; the same position is always the same transaction
 *
 * Returns: (transfer none): the transaction, until the next call
 */
const DeskSandboxRecord *desk_sandbox_bulk_get        (DeskSandboxBulk       *self,
                                                       guint                  position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxBulk, desk_sandbox_bulk_free)

G_END_DECLS
