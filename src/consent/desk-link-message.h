/* desk-link-message.h: judges what a page posted with window.postMessage()
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-link-verdict.h"

G_BEGIN_DECLS

/**
 * DeskLinkMessageSource:
 * @DESK_LINK_MESSAGE_SOURCE_FRAME: the auth frame of our host page
 * @DESK_LINK_MESSAGE_SOURCE_SELF: at top level, a page to itself
 * @DESK_LINK_MESSAGE_SOURCE_OTHER: any other window
 */
typedef enum
{
  DESK_LINK_MESSAGE_SOURCE_FRAME,
  DESK_LINK_MESSAGE_SOURCE_SELF,
  DESK_LINK_MESSAGE_SOURCE_OTHER,
} DeskLinkMessageSource;

/**
 * desk_link_message_judge:
 * @expected_origin: (nullable): the auth origin; %NULL matches nothing
 * @origin: (nullable): the origin of the message as the browser reported it
 * @source: which window sent it
 * @data: what was sent
 *
 * The order of the Link SDK (fiskil-api.md 3.6), but a success whose address names an
 * error, known or not, or that names no consent, is a failure.
 *
 * Returns: (transfer full): completed, failed or ignored
 */
DeskLinkVerdict *desk_link_message_judge (const char            *expected_origin,
                                          const char            *origin,
                                          DeskLinkMessageSource  source,
                                          DeskJsonSlice          data);

G_END_DECLS
