/* desk-sync-words.h: what became of the fetch of a data set, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sync-log.h"

G_BEGIN_DECLS

/**
 * desk_sync_words_age:
 * @instant: when something was fetched, microseconds since the epoch
 * @now: by the same clock
 *
 * Returns: (transfer full): "fetched just now", "fetched 5 minutes ago"; after a day "fetched 21 Nov 2026, 09:41"
 */
char *desk_sync_words_age  (gint64               instant,
                            gint64               now);

/**
 * desk_sync_words_line:
 * @entry: (nullable): %NULL if the data set was not asked for since the start
 *
 * Returns: (transfer full): state, rows and age in a line: "2,454 rows · fetched 5 minutes ago"; of a failure the sentence
 */
char *desk_sync_words_line (const DeskSyncEntry *entry,
                            gint64               now);

/**
 * desk_sync_words_note:
 * @entry: (nullable)
 *
 * Returns: (transfer full) (nullable): of a failure, what its sentence does not say: the service's id of it, and how old the rows
 *   are: "err_7a0f · fetched 5 minutes ago"; else %NULL
 */
char *desk_sync_words_note (const DeskSyncEntry *entry,
                            gint64               now);

G_END_DECLS
