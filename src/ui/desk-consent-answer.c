/* desk-consent-answer.c: whether what a server answers is a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-answer.h"

#include <glib/gi18n-lib.h>

/* RFC 9110, 15.3.5, 15.3.6 and 15.5 */
#define STATUS_NO_CONTENT 204
#define STATUS_RESET_CONTENT 205
#define FIRST_ERROR_STATUS 400

static guint
get_status (WebKitResponsePolicyDecision *decision)
{
  return webkit_uri_response_get_status_code (webkit_response_policy_decision_get_response (decision));
}

static GError *
new_wrong_type (WebKitURIResponse *response)
{
  return g_error_new (WEBKIT_POLICY_ERROR, WEBKIT_POLICY_ERROR_CANNOT_SHOW_MIME_TYPE,
                      /* Translators: %s is a type of data, such as application/zip */
                      _("The server sent no page, but data of the type %s, which cannot be shown."),
                      webkit_uri_response_get_mime_type (response));
}

GError *
desk_consent_answer_check (WebKitResponsePolicyDecision *decision)
{
  guint status;

  g_return_val_if_fail (WEBKIT_IS_RESPONSE_POLICY_DECISION (decision), NULL);

  status = get_status (decision);
  if (status == STATUS_NO_CONTENT || status == STATUS_RESET_CONTENT)
    return desk_consent_answer_new_no_page (status);
  if (!webkit_response_policy_decision_is_mime_type_supported (decision))
    return new_wrong_type (webkit_response_policy_decision_get_response (decision));

  return NULL;
}

guint
desk_consent_answer_get_error_status (WebKitResponsePolicyDecision *decision)
{
  guint status;

  g_return_val_if_fail (WEBKIT_IS_RESPONSE_POLICY_DECISION (decision), 0);

  status = get_status (decision);
  return status >= FIRST_ERROR_STATUS ? status : 0;
}

GError *
desk_consent_answer_new_no_page (guint status)
{
  return g_error_new (WEBKIT_NETWORK_ERROR, WEBKIT_NETWORK_ERROR_FAILED,
                      /* Translators: %u is the status of HTTP, such as 502 */
                      _("The server answered with the status %u and no page."), status);
}
