/* desk-link-verdict.c: what a message or a navigation means for the attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-verdict.h"

static const char *const error_names[] = {
  "error", "error_type", "error_id", "error_description", "error_uri",
};

DeskLinkVerdict *
desk_link_verdict_new (DeskLinkVerdictKind  kind,
                       const char          *reason)
{
  DeskLinkVerdict *self = g_new0 (DeskLinkVerdict, 1);

  self->kind = kind;
  self->reason = g_strdup (reason);
  return self;
}

DeskLinkVerdict *
desk_link_verdict_new_completed (const char *consent_id)
{
  DeskLinkVerdict *self = desk_link_verdict_new (DESK_LINK_VERDICT_COMPLETED, NULL);

  self->consent_id = g_strdup (consent_id);
  return self;
}

DeskLinkVerdict *
desk_link_verdict_new_failed (const DeskLinkQuery *query,
                              const char          *fallback_code)
{
  DeskLinkVerdict *self = desk_link_verdict_new (DESK_LINK_VERDICT_FAILED, NULL);
  const char *error_type = desk_link_query_get_first (query, "error_type");

  self->code = g_strdup (error_type != NULL ? error_type : fallback_code);
  self->message = g_strdup (desk_link_query_get_first (query, "error"));
  self->description = g_strdup (desk_link_query_get_first (query, "error_description"));
  self->error_id = g_strdup (desk_link_query_get_first (query, "error_id"));
  self->error_uri = g_strdup (desk_link_query_get_first (query, "error_uri"));
  return self;
}

gboolean
desk_link_verdict_is_error_query (const DeskLinkQuery *query)
{
  for (gsize i = 0; i < G_N_ELEMENTS (error_names); i++)
    {
      if (desk_link_query_carries (query, error_names[i]))
        return TRUE;
    }

  return FALSE;
}

DeskLinkVerdict *
desk_link_verdict_copy (const DeskLinkVerdict *self)
{
  DeskLinkVerdict *copy = desk_link_verdict_new (self->kind, self->reason);

  copy->consent_id = g_strdup (self->consent_id);
  copy->redirect_url = g_strdup (self->redirect_url);
  copy->code = g_strdup (self->code);
  copy->message = g_strdup (self->message);
  copy->description = g_strdup (self->description);
  copy->error_id = g_strdup (self->error_id);
  copy->error_uri = g_strdup (self->error_uri);
  copy->is_unnamed_success = self->is_unnamed_success;
  copy->origin = g_strdup (self->origin);
  copy->names_result = self->names_result;
  return copy;
}

void
desk_link_verdict_free (DeskLinkVerdict *self)
{
  g_free (self->consent_id);
  g_free (self->redirect_url);
  g_free (self->code);
  g_free (self->message);
  g_free (self->description);
  g_free (self->error_id);
  g_free (self->error_uri);
  g_free (self->reason);
  g_free (self->origin);
  g_free (self);
}
