/* desk-sandbox-webhook-calls.c: the control calls about webhooks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-webhook-calls.h"

#include "desk-sandbox-json.h"

void
desk_sandbox_webhook_set_target (DeskSandboxCall *call)
{
  const char *url = desk_sandbox_call_get_body_string (call, "url");
  const char *secret = desk_sandbox_call_get_body_string (call, "secret");
  gboolean is_none = call->body != NULL && json_object_has_member (call->body, "url") &&
                     json_object_get_null_member (call->body, "url");

  if ((url != NULL || is_none) &&
      desk_sandbox_webhook_sender_set_target (call->world->sender, url, secret))
    desk_sandbox_call_reply_empty (call);
  else
    desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "bad_request",
                            "The url is neither https nor http to a loopback address such as 127.0.0.1, "
                            "or the secret is not base64");
}

void
desk_sandbox_webhook_fire (DeskSandboxCall *call)
{
  const char *name = desk_sandbox_call_get_body_string (call, "event");
  const char *consent_id = desk_sandbox_call_get_body_string (call, "consent_id");
  const DeskSandboxWebhookEvent *event = name != NULL ? desk_sandbox_webhook_event_find (name) : NULL;
  const DeskSandboxConsent *consent = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *id = NULL;

  if (consent_id != NULL)
    consent = desk_sandbox_state_find_consent (call->world->state, consent_id);

  if (event == NULL)
    desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "bad_request", "There is no such event");
  else if (consent == NULL)
    desk_sandbox_call_fail (call, SOUP_STATUS_NOT_FOUND, "consent_not_found", "The consent does not exist");
  else if ((id = desk_sandbox_timeline_fire (call->world->timeline, event, consent)) == NULL)
    desk_sandbox_call_fail (call, SOUP_STATUS_CONFLICT, "no_webhook_target",
                            "There is nowhere to send it; name a url with POST /webhooks/target first");
  if (id == NULL)
    return;

  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "message_id", id);
  json_builder_end_object (builder);
  desk_sandbox_call_reply_json (call, builder);
}
