/* link-stage.c: a link attempt and what a dialog would be told of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "link-stage.h"

static void
open_page_cb (DeskLinkAttempt *attempt,
              const char      *uri,
              DeskLinkWay      way,
              LinkStage       *self)
{
  g_free (self->uri);
  self->uri = g_strdup (uri);
  self->way = way;
  self->n_opened++;
}

static void
close_page_cb (DeskLinkAttempt *attempt,
               LinkStage       *self)
{
  self->n_closed++;
}

LinkStage *
link_stage_new (DeskAppFixture *fixture,
                DeskLinkWay     way,
                const char     *institution_id)
{
  LinkStage *self = g_new0 (LinkStage, 1);

  self->attempt = desk_link_attempt_new (fixture->context, fixture->end_user, institution_id, way);
  g_signal_connect (self->attempt, "open-page", G_CALLBACK (open_page_cb), self);
  g_signal_connect (self->attempt, "close-page", G_CALLBACK (close_page_cb), self);

  return self;
}

LinkStage *
link_stage_open (DeskAppFixture *fixture,
                 DeskLinkWay     way,
                 const char     *institution_id)
{
  LinkStage *self = link_stage_new (fixture, way, institution_id);

  g_assert_cmpint (desk_link_attempt_get_state (self->attempt), ==, DESK_LINK_ATTEMPT_PREPARING);
  desk_link_attempt_start (self->attempt);
  link_stage_wait (self, DESK_LINK_ATTEMPT_OPEN);
  g_assert_nonnull (self->uri);

  return self;
}

void
link_stage_free (LinkStage *self)
{
  g_signal_handlers_disconnect_by_data (self->attempt, self);
  g_clear_object (&self->attempt);
  g_free (self->uri);
  g_free (self);
}

void
link_stage_wait (LinkStage            *self,
                 DeskLinkAttemptState  state)
{
  while (desk_link_attempt_get_state (self->attempt) < state)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (desk_link_attempt_get_state (self->attempt), ==, state);
}

DeskTestBrowser *
link_stage_walk (DeskAppFixture *fixture,
                 LinkStage      *self,
                 const char     *institution_id,
                 const char     *cancel_at)
{
  g_autofree char *login = desk_test_sandbox_dup_login (fixture->sandbox, institution_id);

  return desk_test_browser_walk (self->uri, institution_id, login, cancel_at,
                                 self->way == DESK_LINK_WAY_EMBEDDED);
}
