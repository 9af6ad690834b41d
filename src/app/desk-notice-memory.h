/* desk-notice-memory.h: which consents were active, and what was told about each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-kept-place.h"

G_BEGIN_DECLS

#define DESK_TYPE_NOTICE_MEMORY (desk_notice_memory_get_type ())
G_DECLARE_FINAL_TYPE (DeskNoticeMemory, desk_notice_memory, DESK, NOTICE_MEMORY, GObject)

/**
 * desk_notice_memory_new:
 * @place: of one file, which holds a digest of each id, and times: nothing that names a consent or a person
 */
DeskNoticeMemory *desk_notice_memory_new      (DeskKeptPlace    *place);

/**
 * desk_notice_memory_see:
 * @expires_at: in microseconds since the epoch; 0 if no end is known
 * @told: (out): how many days before its end it was spoken of last; 0 if never, or if its end is another one since
 *
 * Remembers that the consent is active.
 *
 * Returns: whether what was told before is moot, because the end is another one
 */
gboolean          desk_notice_memory_see      (DeskNoticeMemory *self,
                                               const char       *consent_id,
                                               gint64            expires_at,
                                               guint            *told);

/* Remembers what was told of a consent that was seen. */
void              desk_notice_memory_tell     (DeskNoticeMemory *self,
                                               const char       *consent_id,
                                               guint             days);

/* Returns: whether the consent was active when it was seen last */
gboolean          desk_notice_memory_forget   (DeskNoticeMemory *self,
                                               const char       *consent_id);

/* Forgets all but @ids: (element-type utf8): a set */
void              desk_notice_memory_retain   (DeskNoticeMemory *self,
                                               GHashTable       *ids);

/* Writes it down, if anything was changed. */
void              desk_notice_memory_save     (DeskNoticeMemory *self);

G_END_DECLS
