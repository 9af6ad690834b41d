/* desk-inspector-words.h: what the inspector shows, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-inspector-entry.h"
#include "desk-status-pill.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the time of day with milliseconds: "14:03:22.041" */
char       *desk_inspector_words_time     (DeskInspectorEntry *entry);

/* Returns: (transfer full): of microseconds: "134 ms", "2.1 s" */
char       *desk_inspector_words_duration (gint64              duration);

/* Returns: (transfer full): of what came back, or of what came in with a webhook: "12.3 kB"; "" for nothing */
char       *desk_inspector_words_size     (DeskInspectorEntry *entry);

/* Shows the status in words, with its number. */
void        desk_inspector_words_set_pill (DeskStatusPill     *pill,
                                           DeskInspectorEntry *entry);

/**
 * desk_inspector_words_no_body:
 * @body: (nullable): of the request or of the answer
 * @size: what it had
 *
 * Returns: (nullable): why there is nothing to be shown; %NULL if there is
 */
const char *desk_inspector_words_no_body  (DeskInspectorEntry *entry,
                                           GBytes             *body,
                                           gsize               size);

G_END_DECLS
