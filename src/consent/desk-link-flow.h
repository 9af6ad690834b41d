/* desk-link-flow.h: the state machine of one link attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-command.h"
#include "desk-link-event.h"
#include "desk-link-way.h"

G_BEGIN_DECLS

/**
 * DeskLinkState:
 * @DESK_LINK_STATE_IDLE: not started
 * @DESK_LINK_STATE_CREATING_SESSION: the session and the snapshot of the consents are awaited
 * @DESK_LINK_STATE_OPENING: the page is on its way
 * @DESK_LINK_STATE_WAITING: the page is shown
 * @DESK_LINK_STATE_LOOKING: the session or the time is over: the consents show whether it was finished unseen
 * @DESK_LINK_STATE_RESOLVING: success without a consent id, by address or by message: the consents are compared
 * @DESK_LINK_STATE_CHOOSING: more than one consent is new: the user is asked
 * @DESK_LINK_STATE_CONFIRMING: success with a consent id: the service is asked for it
 * @DESK_LINK_STATE_DONE: over
 */
typedef enum
{
  DESK_LINK_STATE_IDLE,
  DESK_LINK_STATE_CREATING_SESSION,
  DESK_LINK_STATE_OPENING,
  DESK_LINK_STATE_WAITING,
  DESK_LINK_STATE_LOOKING,
  DESK_LINK_STATE_RESOLVING,
  DESK_LINK_STATE_CHOOSING,
  DESK_LINK_STATE_CONFIRMING,
  DESK_LINK_STATE_DONE,
} DeskLinkState;

/**
 * DeskLinkFlow:
 *
 * One attempt to link, from "create a session" to its one FINISH. It does nothing by itself:
 * it takes events and answers with commands. An event that does not fit the state
 * changes nothing. What a page claims is never a link: only a list of consents, asked for after the
 * page opened, in which the consent is active and the end user's, ends it with %DESK_OUTCOME_LINKED.
 */
typedef struct _DeskLinkFlow DeskLinkFlow;

/**
 * desk_link_flow_new:
 * @end_user_id: who is to be linked
 * @way: how
 * @timeout_seconds: how long the page may take; over 0. A minute before the end (for a short time, half of
 *   it) the flow offers to wait on
 *
 * Returns: (transfer full): an attempt that waits for START
 */
DeskLinkFlow  *desk_link_flow_new       (const char          *end_user_id,
                                         DeskLinkWay          way,
                                         guint                timeout_seconds);
void           desk_link_flow_free      (DeskLinkFlow        *self);

/**
 * desk_link_flow_pin:
 * @institution_id: (nullable): the only one that the page offers; %NULL leaves it to the page
 * @arrangement_id: (nullable): the consent that is to be renewed; a renewed consent keeps its id
 *
 * Before START: says what the session is created for. A consent that the page does not name counts only if it is that
 * arrangement or, where none is to be renewed, of that institution; one of which the service does not say the institution
 * never counts. A consent that the page does name is not bound to it.
 */
void           desk_link_flow_pin       (DeskLinkFlow        *self,
                                         const char          *institution_id,
                                         const char          *arrangement_id);

/**
 * desk_link_flow_follow:
 * @earlier: an attempt that is over, of the same end user and with the same pins; it gives away what it knew
 *
 * Makes an attempt that has not started go on where @earlier ended. Before it opens the page of the same session again, it
 * looks whether that was finished meanwhile; it goes on watching what was taken to another device. After an outcome with %DESK_OUTCOME_RETRY_KEEP_WAITING, it opens no page and
 * asks the service again for the consent that the page reported.
 */
void           desk_link_flow_follow    (DeskLinkFlow        *self,
                                         DeskLinkFlow        *earlier);

/* Whether the page's address was taken to another device: by this attempt, or by the one that it goes on from. */
gboolean       desk_link_flow_is_elsewhere (const DeskLinkFlow *self);
DeskLinkState  desk_link_flow_get_state (const DeskLinkFlow  *self);

/**
 * desk_link_flow_handle:
 * @event: what happened
 *
 * Page and time-out are closed by commands before FINISH; only where the outcome keeps its page
 * (fiskil-api.md 3.7) does the view stay, for the user to close.
 *
 * Returns: (transfer full) (element-type DeskLinkCommand): what to do, in this order; may be empty
 */
GPtrArray     *desk_link_flow_handle    (DeskLinkFlow        *self,
                                         const DeskLinkEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLinkFlow, desk_link_flow_free)

G_END_DECLS
