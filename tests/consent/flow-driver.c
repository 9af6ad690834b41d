/* flow-driver.c: sends events to a link attempt and writes its commands down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "flow-driver.h"

#define DAY "2026-01-01T00:00:00Z"
#define LATER "2026-06-01T00:00:00Z"

static char *
describe_finish (const DeskLinkCommand *command)
{
  return g_strjoin (":", "finish", command->outcome->code,
                    command->consent_id != NULL ? command->consent_id : command->code, NULL);
}

static char *
describe_offer (GPtrArray *candidates)
{
  GString *word = g_string_new ("offer");

  for (guint i = 0; i < candidates->len; i++)
    g_string_append_printf (word, ":%s", (const char *) g_ptr_array_index (candidates, i));

  return g_string_free (word, FALSE);
}

static char *
describe (const DeskLinkCommand *command)
{
  switch (command->kind)
    {
    case DESK_LINK_COMMAND_CREATE_SESSION:
      return g_strdup ("create");
    case DESK_LINK_COMMAND_LIST_CONSENTS:
      return g_strdup ("list");
    case DESK_LINK_COMMAND_OPEN_TOP_LEVEL:
      return g_strconcat ("top:", command->uri, NULL);
    case DESK_LINK_COMMAND_OPEN_EMBEDDED:
      return g_strconcat ("frame:", command->uri, NULL);
    case DESK_LINK_COMMAND_OPEN_BROWSER:
      return g_strconcat ("browser:", command->uri, NULL);
    case DESK_LINK_COMMAND_CLOSE_PAGE:
      return g_strdup ("close");
    case DESK_LINK_COMMAND_TELL_PAGE_FAILED:
      return g_strconcat ("tell:", command->outcome->code, NULL);
    case DESK_LINK_COMMAND_ARM_TIMEOUT:
      return g_strdup_printf ("arm:%u", command->seconds);
    case DESK_LINK_COMMAND_DISARM_TIMEOUT:
      return g_strdup ("disarm");
    case DESK_LINK_COMMAND_ASK_KEEP_WAITING:
      return g_strdup_printf ("ask:%u", command->seconds);
    case DESK_LINK_COMMAND_POLL_LATER:
      return g_strdup_printf ("poll:%u", command->seconds);
    case DESK_LINK_COMMAND_OFFER_CONSENTS:
      return describe_offer (command->candidates);
    case DESK_LINK_COMMAND_FINISH:
      return describe_finish (command);
    case DESK_LINK_COMMAND_RECORD:
    case DESK_LINK_COMMAND_NOTE:
      return NULL;
    default:
      g_assert_not_reached ();
    }
}

char *
flow_driver_send (DeskLinkFlow        *flow,
                  const DeskLinkEvent *event)
{
  g_autoptr(GPtrArray) commands = desk_link_flow_handle (flow, event);
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < commands->len; i++)
    {
      char *word = describe (g_ptr_array_index (commands, i));

      if (word != NULL)
        g_ptr_array_add (words, word);
    }

  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

char *
flow_driver_send_kind (DeskLinkFlow      *flow,
                       DeskLinkEventKind  kind)
{
  return flow_driver_send (flow, &(DeskLinkEvent) { .kind = kind, .session_id = FLOW_DRIVER_SESSION });
}

char *
flow_driver_send_session (DeskLinkFlow *flow,
                          const char   *auth_url)
{
  g_autoptr(DeskLinkSession) session = NULL;

  session = desk_link_session_new (FLOW_DRIVER_SESSION, "st", "https://consent-desk.invalid/linked",
                                   "https://consent-desk.invalid/cancelled", auth_url);
  return flow_driver_send (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_SESSION_CREATED,
    .session = session,
  });
}

static const char *
get_institution_id (FlowDriverConsents kind)
{
  if (kind == CONSENTS_NEW_SOMEWHERE)
    return "";

  return kind == CONSENTS_NEW_ELSEWHERE ? "40" : FLOW_DRIVER_INSTITUTION;
}

static GPtrArray *
consents_new (FlowDriverConsents kind)
{
  GPtrArray *consents = desk_link_consents_new ();
  const gboolean is_renewed = kind == CONSENTS_RENEWED || kind == CONSENTS_RENEWED_AND_NEW;
  const char *end_user_id = kind == CONSENTS_NEW_FOREIGN ? "eu_2" : FLOW_DRIVER_END_USER;

  g_ptr_array_add (consents, desk_link_consent_new ("c_old", FLOW_DRIVER_END_USER, FLOW_DRIVER_INSTITUTION, TRUE,
                                                    is_renewed ? LATER : DAY, LATER));
  if (kind == CONSENTS_BEFORE || kind == CONSENTS_RENEWED)
    return consents;

  g_ptr_array_add (consents, desk_link_consent_new ("c_new", end_user_id, get_institution_id (kind),
                                                    kind != CONSENTS_NEW_ENDED, LATER, LATER));
  if (kind == CONSENTS_TWO_NEW || kind == CONSENTS_NEW_AND_ELSEWHERE)
    g_ptr_array_add (consents, desk_link_consent_new ("c_newer", end_user_id,
                                                      kind == CONSENTS_TWO_NEW ? FLOW_DRIVER_INSTITUTION : "40",
                                                      TRUE, LATER, LATER));

  return consents;
}

char *
flow_driver_send_consents (DeskLinkFlow       *flow,
                           FlowDriverConsents  consents)
{
  g_autoptr(GPtrArray) list = consents_new (consents);

  return flow_driver_send (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_CONSENTS_LISTED,
    .consents = list,
  });
}

char *
flow_driver_dup_cause (DeskLinkFlow       *flow,
                       FlowDriverConsents  consents)
{
  g_autoptr(GPtrArray) list = consents_new (consents);
  g_autoptr(GPtrArray) commands = NULL;
  const DeskLinkCommand *last;

  commands = desk_link_flow_handle (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_CONSENTS_LISTED,
    .consents = list,
  });
  g_assert_cmpuint (commands->len, >, 0);
  last = g_ptr_array_index (commands, commands->len - 1);
  g_assert_cmpint (last->kind, ==, DESK_LINK_COMMAND_FINISH);

  return g_strdup (last->cause);
}

static char *
send_verdict_of (DeskLinkFlow        *flow,
                 const char          *session_id,
                 DeskLinkVerdictKind  kind,
                 const char          *detail)
{
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new (kind, "reason");

  if (kind == DESK_LINK_VERDICT_COMPLETED)
    verdict->consent_id = g_strdup (detail);
  else
    verdict->code = g_strdup (detail);

  return flow_driver_send (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_VERDICT,
    .session_id = session_id,
    .verdict = verdict,
  });
}

char *
flow_driver_send_verdict (DeskLinkFlow        *flow,
                          DeskLinkVerdictKind  kind,
                          const char          *detail)
{
  return send_verdict_of (flow, FLOW_DRIVER_SESSION, kind, detail);
}

char *
flow_driver_send_other_verdict (DeskLinkFlow        *flow,
                                DeskLinkVerdictKind  kind,
                                const char          *detail)
{
  return send_verdict_of (flow, FLOW_DRIVER_OTHER_SESSION, kind, detail);
}

char *
flow_driver_send_unnamed_success (DeskLinkFlow *flow)
{
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new (DESK_LINK_VERDICT_FAILED, NULL);

  verdict->code = g_strdup (DESK_OUTCOME_INTERNAL_ERROR);
  verdict->message = g_strdup ("internal error");
  verdict->error_id = g_strdup ("err_1");
  verdict->is_unnamed_success = TRUE;
  return flow_driver_send (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_VERDICT,
    .session_id = FLOW_DRIVER_SESSION,
    .verdict = verdict,
  });
}

char *
flow_driver_send_ignored_result (DeskLinkFlow *flow)
{
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new (DESK_LINK_VERDICT_IGNORED, "reason");

  verdict->names_result = TRUE;
  return flow_driver_send (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_VERDICT,
    .session_id = FLOW_DRIVER_SESSION,
    .verdict = verdict,
  });
}

static char *
send_failure_of (DeskLinkFlow    *flow,
                 const char      *session_id,
                 DeskLinkFailure  failure)
{
  return flow_driver_send (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_PAGE_FAILED,
    .session_id = session_id,
    .failure = failure,
  });
}

char *
flow_driver_send_failure (DeskLinkFlow    *flow,
                          DeskLinkFailure  failure)
{
  return send_failure_of (flow, FLOW_DRIVER_SESSION, failure);
}

char *
flow_driver_send_other_failure (DeskLinkFlow    *flow,
                                DeskLinkFailure  failure)
{
  return send_failure_of (flow, FLOW_DRIVER_OTHER_SESSION, failure);
}

char *
flow_driver_send_choice (DeskLinkFlow *flow,
                         const char   *consent_id)
{
  return flow_driver_send (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_CONSENT_CHOSEN,
    .consent_id = consent_id,
  });
}

DeskLinkFlow *
flow_driver_new_started (DeskLinkWay way)
{
  DeskLinkFlow *flow = desk_link_flow_new (FLOW_DRIVER_END_USER, way, 600);

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_START), "create list");
  expect (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL), "");
  return flow;
}

DeskLinkFlow *
flow_driver_new_waiting (void)
{
  DeskLinkFlow *flow = flow_driver_new_started (DESK_LINK_WAY_REDIRECT);

  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "top:" FLOW_DRIVER_AUTH_URL " arm:540");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_PAGE_LOADED), "");
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_WAITING);
  return flow;
}

DeskLinkFlow *
flow_driver_new_framed (void)
{
  DeskLinkFlow *flow = flow_driver_new_started (DESK_LINK_WAY_EMBEDDED);

  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "frame:" FLOW_DRIVER_AUTH_URL " arm:540");
  return flow;
}

DeskLinkFlow *
flow_driver_new_confirming (const char *consent_id)
{
  DeskLinkFlow *flow = flow_driver_new_waiting ();

  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, consent_id), "disarm close list");
  return flow;
}
