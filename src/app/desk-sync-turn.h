/* desk-sync-turn.h: when an end user's data are asked for again, and which of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-resource.h"
#include "desk-sync-log.h"

G_BEGIN_DECLS

/* While everything is there, and where no webhook comes. */
#define DESK_SYNC_TURN_REGULAR_PAUSE (15 * G_TIME_SPAN_MINUTE)

/**
 * DeskSyncTurn:
 * @known: (owned) (nullable): what desk_freshness_read_async() said when each data set was fetched
 * @heard: (owned) (nullable): what it said in this turn
 * @due: when to ask again, microseconds since the epoch by the context's clock
 * @n_asked: since the last new consent
 * @is_regular: everything is asked for, not only what is missing
 * @is_baseline: the question goes along with somebody's fetch, and is about what that brings
 *
 * To be read by anybody, and changed by the functions below alone.
 */
typedef struct
{
  char       *end_user_id;
  GHashTable *known;
  GHashTable *heard;
  gint64      due;
  guint       n_asked;
  gboolean    is_regular;
  gboolean    is_baseline;
  gboolean    is_asking;
} DeskSyncTurn;

/* @now: microseconds since the epoch; the first question is due at once */
DeskSyncTurn *desk_sync_turn_new          (const char         *end_user_id,
                                           gint64              now);
DeskSyncTurn *desk_sync_turn_ref          (DeskSyncTurn       *self);
void          desk_sync_turn_unref        (DeskSyncTurn       *self);

/* There is a new consent: what it gives is asked for soon. */
void          desk_sync_turn_hasten       (DeskSyncTurn       *self,
                                           gint64              now);

/* @is_busy: somebody fetches the end user's data */
void          desk_sync_turn_begin        (DeskSyncTurn       *self,
                                           gboolean            is_busy);

/* @said: (element-type utf8 utf8): how fresh the service says that each data set is */
void          desk_sync_turn_hear         (DeskSyncTurn       *self,
                                           GHashTable         *said);

/* Returns: whether the data set is to be fetched in this turn */
gboolean      desk_sync_turn_wants        (DeskSyncTurn       *self,
                                           DeskSyncLog        *log,
                                           const DeskResource *resource);

/* @items: (element-type DeskSyncItem): what was fetched in this turn */
void          desk_sync_turn_note_fetched (DeskSyncTurn       *self,
                                           GListModel         *items);

/**
 * desk_sync_turn_end:
 * @items: (nullable) (element-type DeskSyncItem): all that the end user shares
 *
 * Sets when the next turn is due: soon and then ever more seldom while something is missing, later at intervals.
 */
void          desk_sync_turn_end          (DeskSyncTurn       *self,
                                           DeskSyncLog        *log,
                                           GListModel         *items,
                                           gint64              now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSyncTurn, desk_sync_turn_unref)

G_END_DECLS
