/* desk-link-attempt.c: one attempt to link an account, from "create" to "confirmed"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-link-attempt-private.h"

#include <glib/gi18n-lib.h>

#include "desk-link-attempt-history.h"
#include "desk-link-report.h"

enum
{
  PROP_0,
  PROP_STATE,
  PROP_WAY,
  PROP_PAGE_FAILURE,
  PROP_OUTCOME,
  PROP_CONSENT,
  PROP_SECONDS_LEFT,
  N_PROPS
};

enum
{
  OPEN_PAGE,
  CLOSE_PAGE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskLinkAttempt, desk_link_attempt, G_TYPE_OBJECT)

static void
stop_listener (DeskLinkAttempt *self)
{
  if (self->listener == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->listener, self);
  desk_return_listener_stop (self->listener);
  g_clear_object (&self->listener);
}

static void
desk_link_attempt_dispose (GObject *object)
{
  DeskLinkAttempt *self = DESK_LINK_ATTEMPT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->poll_source, g_source_remove);
  if (self->deadline != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->deadline, self);
      desk_link_deadline_disarm (self->deadline);
    }

  stop_listener (self);
  g_clear_object (&self->deadline);
  g_clear_object (&self->context);
  g_clear_object (&self->client);
  g_clear_object (&self->consent);

  G_OBJECT_CLASS (desk_link_attempt_parent_class)->dispose (object);
}

static void
desk_link_attempt_finalize (GObject *object)
{
  DeskLinkAttempt *self = DESK_LINK_ATTEMPT (object);

  g_clear_object (&self->end_user);
  g_clear_object (&self->timeline);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->flow, desk_link_flow_free);
  g_clear_pointer (&self->session, desk_link_session_free);
  g_clear_pointer (&self->session_again, desk_link_session_free);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->report, desk_link_verdict_free);
  g_free (self->institution_id);
  g_free (self->one_time_state);
  g_free (self->redirect_uri);
  g_free (self->cancel_uri);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_free (self->arrangement_id);
  g_free (self->cause);
  g_free (self->code);

  G_OBJECT_CLASS (desk_link_attempt_parent_class)->finalize (object);
}

static void
desk_link_attempt_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DeskLinkAttempt *self = DESK_LINK_ATTEMPT (object);

  switch (property_id)
    {
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_WAY:
      g_value_set_int (value, self->way);
      break;
    case PROP_PAGE_FAILURE:
      g_value_set_pointer (value, (gpointer) self->page_failure);
      break;
    case PROP_OUTCOME:
      g_value_set_pointer (value, (gpointer) self->outcome);
      break;
    case PROP_CONSENT:
      g_value_set_object (value, self->consent);
      break;
    case PROP_SECONDS_LEFT:
      g_value_set_uint (value, desk_link_attempt_get_seconds_left (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_link_attempt_class_init (DeskLinkAttemptClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = desk_link_attempt_dispose;
  object_class->finalize = desk_link_attempt_finalize;
  object_class->get_property = desk_link_attempt_get_property;

  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL, DESK_LINK_ATTEMPT_PREPARING, DESK_LINK_ATTEMPT_DONE,
                      DESK_LINK_ATTEMPT_PREPARING, flags);
  properties[PROP_WAY] =
    g_param_spec_int ("way", NULL, NULL, 0, G_MAXINT, DESK_LINK_WAY_REDIRECT, flags);
  properties[PROP_PAGE_FAILURE] = g_param_spec_pointer ("page-failure", NULL, NULL, flags);
  properties[PROP_OUTCOME] = g_param_spec_pointer ("outcome", NULL, NULL, flags);
  properties[PROP_CONSENT] = g_param_spec_object ("consent", NULL, NULL, DESK_TYPE_CONSENT, flags);
  properties[PROP_SECONDS_LEFT] =
    g_param_spec_uint ("seconds-left", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN_PAGE] =
    g_signal_new ("open-page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[CLOSE_PAGE] =
    g_signal_new ("close-page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_link_attempt_init (DeskLinkAttempt *self)
{
  self->cancellable = g_cancellable_new ();
  self->deadline = desk_link_deadline_new ();
}

static void
seconds_left_cb (DeskLinkAttempt *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECONDS_LEFT]);
}

static void
time_over_cb (DeskLinkAttempt *self)
{
  const DeskLinkEvent event = { .kind = DESK_LINK_EVENT_TIMEOUT };

  _desk_link_attempt_handle (self, &event);
}

DeskLinkAttempt *
desk_link_attempt_new (DeskContext *context,
                       DeskEndUser *end_user,
                       const char  *institution_id,
                       DeskLinkWay  way)
{
  DeskLinkAttempt *self;
  DeskEnvironment *environment;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (desk_context_get_client (context) != NULL, NULL);
  g_return_val_if_fail (DESK_IS_END_USER (end_user), NULL);

  environment = desk_context_get_environment (context);
  self = g_object_new (DESK_TYPE_LINK_ATTEMPT, NULL);
  self->context = g_object_ref (context);
  self->client = g_object_ref (desk_context_get_client (context));
  self->end_user = g_object_ref (end_user);
  self->institution_id = g_strdup (institution_id);
  self->way = way;
  self->flow = desk_link_flow_new (desk_end_user_get_id (end_user), way,
                                   desk_environment_get_timeout (environment));
  desk_link_flow_pin (self->flow, institution_id, NULL);
  self->timeline = desk_link_timeline_new (desk_context_get_redactor (context));

  g_signal_connect_swapped (self->deadline, "tick", G_CALLBACK (seconds_left_cb), self);
  g_signal_connect_swapped (self->deadline, "over", G_CALLBACK (time_over_cb), self);

  return self;
}

static void
set_state (DeskLinkAttempt      *self,
           DeskLinkAttemptState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static DeskLinkAttemptState
translate_state (DeskLinkState state)
{
  switch (state)
    {
    case DESK_LINK_STATE_OPENING:
    case DESK_LINK_STATE_WAITING:
      return DESK_LINK_ATTEMPT_OPEN;
    case DESK_LINK_STATE_LOOKING:
    case DESK_LINK_STATE_RESOLVING:
    case DESK_LINK_STATE_CONFIRMING:
      return DESK_LINK_ATTEMPT_CHECKING;
    case DESK_LINK_STATE_CHOOSING:
      return DESK_LINK_ATTEMPT_CHOOSING;
    case DESK_LINK_STATE_DONE:
      return DESK_LINK_ATTEMPT_DONE;
    case DESK_LINK_STATE_IDLE:
    case DESK_LINK_STATE_CREATING_SESSION:
    default:
      return DESK_LINK_ATTEMPT_PREPARING;
    }
}

static void
consents_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(DeskLinkAttempt) self = user_data;
  g_autoptr(GPtrArray) consents = NULL;
  g_autoptr(GPtrArray) translated = NULL;
  g_autoptr(GError) error = NULL;
  DeskLinkEvent event = { .kind = DESK_LINK_EVENT_CONSENTS_FAILED };

  consents = desk_api_client_list_consents_finish (DESK_API_CLIENT (source), result, &error);
  if (self->state == DESK_LINK_ATTEMPT_DONE || self->context == NULL)
    return;

  if (consents != NULL)
    {
      translated = _desk_link_attempt_translate_consents (consents);
      event.kind = DESK_LINK_EVENT_CONSENTS_LISTED;
      event.consents = translated;
      g_clear_pointer (&self->listed, g_ptr_array_unref);
      self->listed = g_steal_pointer (&consents);
    }
  else
    {
      event.message = error->message;
    }

  _desk_link_attempt_handle (self, &event);
}

static gboolean
poll_due_cb (gpointer user_data)
{
  DeskLinkAttempt *self = user_data;
  const DeskLinkEvent event = { .kind = DESK_LINK_EVENT_POLL_DUE };

  self->poll_source = 0;
  _desk_link_attempt_handle (self, &event);

  return G_SOURCE_REMOVE;
}

void
_desk_link_attempt_set_way (DeskLinkAttempt *self,
                            DeskLinkWay      way)
{
  if (self->way == way)
    return;

  self->way = way;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAY]);
}

static void
open_page (DeskLinkAttempt *self,
           const char      *uri,
           DeskLinkWay      way)
{
  set_state (self, DESK_LINK_ATTEMPT_OPEN);
  _desk_link_attempt_set_way (self, way);
  g_signal_emit (self, signals[OPEN_PAGE], 0, uri, way);
}

static void
close_page (DeskLinkAttempt *self)
{
  stop_listener (self);
  g_signal_emit (self, signals[CLOSE_PAGE], 0);
}

static void
tell_page_failed (DeskLinkAttempt   *self,
                  const DeskOutcome *failure)
{
  self->page_failure = failure;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE_FAILURE]);
}

static void
offer (DeskLinkAttempt *self,
       GPtrArray       *candidates)
{
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->listed->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (self->listed, i);

      if (g_ptr_array_find_with_equal_func (candidates, desk_consent_get_id (consent), g_str_equal, NULL))
        g_ptr_array_add (self->candidates, g_object_ref (consent));
    }
}

/* The directory has its own object of the consent once it was told. */
static DeskConsent *
find_consent (DeskLinkAttempt *self,
              const char      *consent_id)
{
  DeskDirectory *directory = desk_context_get_directory (self->context);
  const char *end_user_id = desk_end_user_get_id (self->end_user);
  GListModel *consents;

  if (directory == NULL)
    return NULL;

  desk_directory_take_consents (directory, end_user_id, self->listed);
  consents = desk_directory_get_consents (directory, end_user_id);
  for (guint i = 0; i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (consents, i);

      if (g_str_equal (desk_consent_get_id (consent), consent_id))
        return g_steal_pointer (&consent);
    }

  return NULL;
}

static void
finish (DeskLinkAttempt       *self,
        const DeskLinkCommand *command)
{
  const gboolean is_linked = command->consent_id != NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->poll_source, g_source_remove);
  desk_link_deadline_disarm (self->deadline);
  stop_listener (self);

  self->outcome = command->outcome;
  self->cause = g_strdup (command->cause);
  self->code = g_strdup (command->code);
  self->report = command->verdict != NULL ? desk_link_verdict_copy (command->verdict) : NULL;
  self->consent = is_linked ? find_consent (self, command->consent_id) : NULL;
  desk_link_timeline_end (self->timeline, is_linked ? DESK_TIMELINE_DONE : DESK_TIMELINE_FAILED,
                          _(self->outcome->title));
  _desk_link_attempt_remember (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONSENT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTCOME]);
}

static void
execute (DeskLinkAttempt       *self,
         const DeskLinkCommand *command,
         gboolean               is_asked)
{
  switch (command->kind)
    {
    case DESK_LINK_COMMAND_CREATE_SESSION:
      _desk_link_attempt_create_session (self);
      break;
    case DESK_LINK_COMMAND_LIST_CONSENTS:
      desk_api_client_list_consents_async (self->client, desk_end_user_get_id (self->end_user),
                                           self->cancellable, consents_listed_cb, g_object_ref (self));
      break;
    case DESK_LINK_COMMAND_OPEN_TOP_LEVEL:
      open_page (self, command->uri, DESK_LINK_WAY_REDIRECT);
      break;
    case DESK_LINK_COMMAND_OPEN_EMBEDDED:
      open_page (self, command->uri, DESK_LINK_WAY_EMBEDDED);
      break;
    case DESK_LINK_COMMAND_OPEN_BROWSER:
      open_page (self, command->uri, DESK_LINK_WAY_BROWSER);
      break;
    case DESK_LINK_COMMAND_CLOSE_PAGE:
      close_page (self);
      break;
    case DESK_LINK_COMMAND_TELL_PAGE_FAILED:
      tell_page_failed (self, command->outcome);
      break;
    case DESK_LINK_COMMAND_ARM_TIMEOUT:
      /* Unless it was just offered to wait on, the page has its whole time. */
      desk_link_deadline_arm (self->deadline, command->seconds,
                              is_asked ? command->seconds
                                       : desk_environment_get_timeout (desk_context_get_environment (self->context)));
      break;
    case DESK_LINK_COMMAND_DISARM_TIMEOUT:
      desk_link_deadline_disarm (self->deadline);
      break;
    case DESK_LINK_COMMAND_ASK_KEEP_WAITING:
      break;
    case DESK_LINK_COMMAND_POLL_LATER:
      g_clear_handle_id (&self->poll_source, g_source_remove);
      self->poll_source = g_timeout_add_seconds (command->seconds, poll_due_cb, self);
      break;
    case DESK_LINK_COMMAND_OFFER_CONSENTS:
      offer (self, command->candidates);
      break;
    case DESK_LINK_COMMAND_RECORD:
      desk_link_timeline_step (self->timeline, command->text, command->detail);
      break;
    case DESK_LINK_COMMAND_NOTE:
      desk_link_timeline_note (self->timeline, command->text, command->detail);
      break;
    case DESK_LINK_COMMAND_FINISH:
      finish (self, command);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
_desk_link_attempt_handle (DeskLinkAttempt     *self,
                           const DeskLinkEvent *event)
{
  g_autoptr(DeskLinkAttempt) alive = g_object_ref (self);
  g_autoptr(GPtrArray) commands = desk_link_flow_handle (self->flow, event);
  gboolean is_asked = FALSE;

  /* What a command leads to at once may end the attempt: the rest is void then. */
  for (guint i = 0; i < commands->len && self->outcome == NULL && self->context != NULL; i++)
    {
      const DeskLinkCommand *command = g_ptr_array_index (commands, i);

      is_asked = is_asked || command->kind == DESK_LINK_COMMAND_ASK_KEEP_WAITING;
      execute (self, command, is_asked);
    }

  set_state (self, translate_state (desk_link_flow_get_state (self->flow)));
}

void
desk_link_attempt_set_arrangement_id (DeskLinkAttempt *self,
                                      const char      *arrangement_id)
{
  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));
  g_return_if_fail (self->session == NULL);

  g_free (self->arrangement_id);
  self->arrangement_id = g_strdup (arrangement_id);
  desk_link_flow_pin (self->flow, self->institution_id, arrangement_id);
}

void
desk_link_attempt_start (DeskLinkAttempt *self)
{
  const DeskLinkEvent event = { .kind = DESK_LINK_EVENT_START };

  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));

  _desk_link_attempt_handle (self, &event);
}

void
desk_link_attempt_cancel (DeskLinkAttempt *self)
{
  const DeskLinkEvent event = { .kind = DESK_LINK_EVENT_USER_CANCELLED };

  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));

  _desk_link_attempt_handle (self, &event);
}

void
desk_link_attempt_keep_waiting (DeskLinkAttempt *self)
{
  const DeskLinkEvent event = { .kind = DESK_LINK_EVENT_KEEP_WAITING };

  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));

  _desk_link_attempt_handle (self, &event);
}

void
desk_link_attempt_taken_elsewhere (DeskLinkAttempt *self)
{
  const DeskLinkEvent event = { .kind = DESK_LINK_EVENT_TAKEN_ELSEWHERE };

  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));

  _desk_link_attempt_handle (self, &event);
}

void
desk_link_attempt_choose_consent (DeskLinkAttempt *self,
                                  const char      *consent_id)
{
  const DeskLinkEvent event = { .kind = DESK_LINK_EVENT_CONSENT_CHOSEN, .consent_id = consent_id };

  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));

  _desk_link_attempt_handle (self, &event);
}

gboolean
desk_link_attempt_is_elsewhere (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), FALSE);

  return desk_link_flow_is_elsewhere (self->flow);
}

const DeskOutcome *
desk_link_attempt_get_page_failure (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  return self->page_failure;
}

GPtrArray *
desk_link_attempt_get_candidates (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  return self->candidates;
}

DeskLinkAttemptState
desk_link_attempt_get_state (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), DESK_LINK_ATTEMPT_DONE);

  return self->state;
}

DeskLinkWay
desk_link_attempt_get_way (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), DESK_LINK_WAY_REDIRECT);

  return self->way;
}

DeskEndUser *
desk_link_attempt_get_end_user (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  return self->end_user;
}

guint
desk_link_attempt_get_seconds_left (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), 0);

  return self->deadline != NULL ? desk_link_deadline_get_seconds_left (self->deadline) : 0;
}

const char *
desk_link_attempt_get_auth_origin (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  return self->session != NULL ? self->session->auth_origin : NULL;
}

const DeskOutcome *
desk_link_attempt_get_outcome (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  return self->outcome;
}

const char *
desk_link_attempt_get_cause (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  if (self->outcome == NULL)
    return NULL;

  return self->cause != NULL ? self->cause : _(self->outcome->cause);
}

DeskConsent *
desk_link_attempt_get_consent (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  return self->consent;
}

gint64
desk_link_attempt_get_session_expires_at (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), 0);

  return self->session_expires_at;
}

const char *
desk_link_attempt_get_session_id (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  return self->session != NULL ? self->session->session_id : NULL;
}

const char *
desk_link_attempt_get_code (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  return self->code;
}

const char *
desk_link_attempt_get_error_id (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  return self->report != NULL ? self->report->error_id : NULL;
}

const char *
desk_link_attempt_get_error_uri (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  return self->report != NULL ? self->report->error_uri : NULL;
}

const char *
desk_link_attempt_get_message (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  if (self->report == NULL)
    return NULL;

  return self->report->description != NULL ? self->report->description : self->report->message;
}

GListModel *
desk_link_attempt_get_timeline (DeskLinkAttempt *self)
{
  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  return desk_link_timeline_get_list (self->timeline);
}

char *
desk_link_attempt_dup_report (DeskLinkAttempt *self)
{
  g_autofree char *timeline = NULL;
  g_autofree char *report = NULL;

  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), NULL);

  timeline = desk_link_timeline_to_string (self->timeline);
  report = desk_link_report_new (self, timeline);

  return desk_redactor_apply (desk_context_get_redactor (self->context), report);
}
