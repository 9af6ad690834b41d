/* desk-api-answer.c: one answer of the service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-answer.h"

DeskApiAnswer *
desk_api_answer_new (guint   status,
                     GBytes *body)
{
  DeskApiAnswer *self = g_new0 (DeskApiAnswer, 1);

  self->status = status;
  self->retry_after = -1;
  self->body = body;

  return self;
}

void
desk_api_answer_free (DeskApiAnswer *self)
{
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_object (&self->page);
  g_free (self);
}

gboolean
desk_api_answer_is_success (const DeskApiAnswer *self)
{
  return self->status >= 200 && self->status < 300;
}
