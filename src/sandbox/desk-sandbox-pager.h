/* desk-sandbox-pager.h: cuts one page out of a long list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

#define DESK_SANDBOX_PAGE_SIZE 25
#define DESK_SANDBOX_PAGE_SIZE_MAX 1000

/**
 * DeskSandboxSegment:
 * @sequence: grows along the list, and stays the same while the sandbox lives
 * @length: how many rows it has
 * @source: (not owned): where the rows come from
 *
 * A part of a list: the records that one consent gives, or one end user.
 */
typedef struct
{
  guint64  sequence;
  guint    length;
  gpointer source;
} DeskSandboxSegment;

/**
 * DeskSandboxSegmentMatch:
 *
 * Returns: whether a row belongs to the list
 */
typedef gboolean (*DeskSandboxSegmentMatch) (const DeskSandboxSegment *segment,
                                             guint                     position,
                                             gpointer                  user_data);

/**
 * DeskSandboxSegmentWrite:
 *
 * Appends a row to @text as JSON.
 */
typedef void     (*DeskSandboxSegmentWrite) (const DeskSandboxSegment *segment,
                                             guint                     position,
                                             GString                  *text,
                                             gpointer                  user_data);

/**
 * desk_sandbox_pager_reply:
 * @call: its query holds `page[size]`, `page[after]` and `page[before]`
 * @root: the member that holds the rows
 * @segments: (element-type DeskSandboxSegment): the list, by rising sequence
 * @match: (nullable): which rows belong to it; %NULL for all
 * @write: writes a row
 *
 * Answers with one page: `{"<root>":[…],"links":{"next"?,"prev"?}}`. A size over
 * %DESK_SANDBOX_PAGE_SIZE_MAX is lowered to it; a cursor that is not one is a
 * temporary failure (fiskil-api.md 1.5).
 */
void desk_sandbox_pager_reply (DeskSandboxCall         *call,
                               const char              *root,
                               GArray                  *segments,
                               DeskSandboxSegmentMatch  match,
                               DeskSandboxSegmentWrite  write,
                               gpointer                 user_data);

/**
 * desk_sandbox_pager_reply_list:
 * @segments: (element-type DeskSandboxSegment): the list, one row a segment
 *
 * Answers with a list of the core calls: in version 3 one page as above, before that all of it
 * as a bare array (fiskil-api.md 1.4).
 */
void desk_sandbox_pager_reply_list (DeskSandboxCall         *call,
                                    const char              *root,
                                    GArray                  *segments,
                                    DeskSandboxSegmentWrite  write,
                                    gpointer                 user_data);

G_END_DECLS
