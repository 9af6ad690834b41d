/* desk-consent-view-policy.c: where the pages of a consent view may go, and which answers they may show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-view-private.h"

#include "desk-consent-answer.h"

static gboolean
may_navigate (DeskConsentView        *self,
              WebKitNavigationAction *action,
              WebKitWebView          *web_view)
{
  const char *uri = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));
  gboolean allowed = FALSE;

  if (uri != NULL)
    g_signal_emit_by_name (self, "judge-navigation", uri, &allowed);
  if (allowed && web_view == self->web_view)
    {
      desk_consent_frame_load_note_navigation (self->frame_load, uri);
      self->is_link = webkit_navigation_action_get_navigation_type (action) == WEBKIT_NAVIGATION_TYPE_LINK_CLICKED;
    }

  return allowed;
}

/* Not of a pop-up, nor of a frame within the page. */
static gboolean
is_of_page (DeskConsentView              *self,
            WebKitResponsePolicyDecision *decision,
            WebKitWebView                *web_view)
{
  WebKitURIResponse *response = webkit_response_policy_decision_get_response (decision);

  if (web_view != self->web_view)
    return FALSE;

  return webkit_response_policy_decision_is_main_frame_main_resource (decision) ||
         (self->way == DESK_LINK_WAY_EMBEDDED &&
          desk_consent_frame_load_is_at (self->frame_load, webkit_uri_response_get_uri (response)));
}

static void
note_error_status (DeskConsentView              *self,
                   WebKitResponsePolicyDecision *decision)
{
  WebKitURIResponse *response = webkit_response_policy_decision_get_response (decision);

  self->error_status = desk_consent_answer_get_error_status (decision);
  if (self->error_status != 0)
    g_signal_emit_by_name (self, "error-answered", webkit_uri_response_get_uri (response), self->error_status);
}

/* A link may lead to a file to keep, beside the way: the page with the link is still there to go on with. */
static void
report_dropped (DeskConsentView              *self,
                WebKitResponsePolicyDecision *decision,
                const GError                 *error)
{
  WebKitURIResponse *response = webkit_response_policy_decision_get_response (decision);

  if (self->is_link && (self->page_shows || self->frame_shows))
    g_signal_emit_by_name (self, "answer-dropped", webkit_uri_response_get_uri (response));
  else
    g_signal_emit_by_name (self, "load-failed", error);
}

static gboolean
may_show (DeskConsentView              *self,
          WebKitResponsePolicyDecision *decision,
          WebKitWebView                *web_view)
{
  g_autoptr(GError) error = desk_consent_answer_check (decision);

  if (is_of_page (self, decision, web_view))
    {
      if (error == NULL)
        note_error_status (self, decision);
      else
        report_dropped (self, decision, error);
    }

  return error == NULL;
}

gboolean
_desk_consent_view_may (DeskConsentView          *self,
                        WebKitPolicyDecision     *decision,
                        WebKitPolicyDecisionType  type,
                        WebKitWebView            *web_view)
{
  switch (type)
    {
    case WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION:
    case WEBKIT_POLICY_DECISION_TYPE_NEW_WINDOW_ACTION:
      return may_navigate (self, webkit_navigation_policy_decision_get_navigation_action (
                                   WEBKIT_NAVIGATION_POLICY_DECISION (decision)), web_view);
    case WEBKIT_POLICY_DECISION_TYPE_RESPONSE:
      return may_show (self, WEBKIT_RESPONSE_POLICY_DECISION (decision), web_view);
    default:
      return FALSE;
    }
}
