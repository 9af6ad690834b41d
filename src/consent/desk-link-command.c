/* desk-link-command.c: what a link attempt wants done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-command.h"

DeskLinkCommand *
desk_link_command_new (DeskLinkCommandKind kind)
{
  DeskLinkCommand *self = g_new0 (DeskLinkCommand, 1);

  self->kind = kind;
  return self;
}

void
desk_link_command_free (DeskLinkCommand *self)
{
  g_free (self->uri);
  g_free (self->text);
  g_free (self->detail);
  g_free (self->cause);
  g_free (self->code);
  g_free (self->consent_id);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->verdict, desk_link_verdict_free);
  g_free (self);
}
