/* link-stage.h: a link attempt and what a dialog would be told of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-app-fixture.h"
#include "desk-link-attempt.h"
#include "desk-test-browser.h"

G_BEGIN_DECLS

/**
 * LinkStage:
 * @attempt: (owned): the attempt
 * @uri: (owned) (nullable): of the page that was opened last
 * @way: in which it was opened
 * @n_opened: how often one was opened
 * @n_closed: how often it was closed
 */
typedef struct
{
  DeskLinkAttempt *attempt;
  char            *uri;
  DeskLinkWay      way;
  guint            n_opened;
  guint            n_closed;
} LinkStage;

/* @institution_id: (nullable) */
LinkStage       *link_stage_new  (DeskAppFixture       *fixture,
                                  DeskLinkWay           way,
                                  const char           *institution_id);

/* Starts an attempt and waits until its page is opened. */
LinkStage       *link_stage_open (DeskAppFixture       *fixture,
                                  DeskLinkWay           way,
                                  const char           *institution_id);
void             link_stage_free (LinkStage            *self);

/* Waits until the attempt has come to @state; it must not have gone further. */
void             link_stage_wait (LinkStage            *self,
                                  DeskLinkAttemptState  state);

/**
 * link_stage_walk:
 * @cancel_at: (nullable): see desk_test_browser_walk()
 *
 * Goes through the page that was opened last, as the institution's first customer.
 */
DeskTestBrowser *link_stage_walk (DeskAppFixture       *fixture,
                                  LinkStage            *self,
                                  const char           *institution_id,
                                  const char           *cancel_at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LinkStage, link_stage_free)

G_END_DECLS
