/* link-case.c: one made-up result, and what it means
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "link-case.h"

#include "desk-link-navigation.h"

guint
link_choose_forged (GRand *random,
                    guint  n_pieces)
{
  guint forged = 0;

  if (g_rand_boolean (random))
    return 0;

  for (gint i = g_rand_int_range (random, 1, 4); i > 0; i--)
    forged |= 1u << g_rand_int_range (random, 0, n_pieces);

  return forged;
}

LinkCase *
link_case_new (void)
{
  LinkCase *self = g_new0 (LinkCase, 1);

  self->text = g_string_new (NULL);
  self->expected = DESK_LINK_VERDICT_COMPLETED;
  return self;
}

void
link_case_free (LinkCase *self)
{
  g_string_free (self->text, TRUE);
  g_free (self->consent_id);
  g_free (self);
}

void
link_case_expect (LinkCase            *self,
                  DeskLinkVerdictKind  kind)
{
  self->expected = MAX (self->expected, kind);
}

const char *
link_case_take (LinkCase        *self,
                GRand           *random,
                const LinkPiece *pieces,
                gsize            n_pieces,
                gboolean         is_forged)
{
  gsize n_genuine = 0;
  gsize position;

  while (n_genuine < n_pieces && pieces[n_genuine].kind == DESK_LINK_VERDICT_COMPLETED)
    n_genuine++;

  position = is_forged ? g_rand_int_range (random, n_genuine, n_pieces) : g_rand_int_range (random, 0, n_genuine);
  link_case_expect (self, pieces[position].kind);
  return pieces[position].text;
}

static DeskLinkVerdict *
judge_message (const LinkCase *self)
{
  DeskJsonSlice data;

  if (!desk_json_parse (self->text->str, self->text->len, &data, NULL))
    return desk_link_verdict_new (DESK_LINK_VERDICT_IGNORED, NULL);

  return desk_link_message_judge (LINK_AUTH_ORIGIN, self->origin, self->source, data);
}

DeskLinkVerdict *
link_case_judge (const LinkCase *self)
{
  g_autoptr(DeskLinkSession) session = NULL;

  if (self->is_message)
    return judge_message (self);

  session = link_place_new_session (self->place);
  return desk_link_navigation_judge (session, self->text->str);
}

gboolean
link_case_is_met (const LinkCase        *self,
                  const DeskLinkVerdict *verdict)
{
  if (verdict->kind != self->expected)
    return FALSE;

  return verdict->kind != DESK_LINK_VERDICT_COMPLETED || g_strcmp0 (verdict->consent_id, self->consent_id) == 0;
}
