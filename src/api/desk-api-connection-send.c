/* desk-api-connection-send.c: the send funnel: hold, sign, send, try again, check
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-connection.h"

#include <glib/gi18n-lib.h>

#include "desk-api-connection-private.h"
#include "desk-api-error.h"
#include "desk-api-exchange.h"
#include "desk-api-failure.h"
#include "desk-api-retry.h"
#include "desk-api-wait.h"

typedef struct
{
  DeskApiRequest *request; /* (owned) */
  DeskApiAnswer  *answer;  /* (owned) (nullable): while its body is checked */
  SoupMessage    *message; /* (owned) (nullable): of the try that is under way */
  char           *token;   /* (owned) (nullable): for the next try only */
  gint64          started; /* of the try, by the monotonic clock */
  guint           n_tries;
  gboolean        has_place;   /* behind the gate */
  gboolean        is_renewed;
  gboolean        may_be_done; /* a try that failed may have been carried out all the same */
} Sending;

static void
sending_free (Sending *sending)
{
  g_assert (!sending->has_place);
  g_clear_pointer (&sending->request, desk_api_request_free);
  g_clear_pointer (&sending->answer, desk_api_answer_free);
  g_clear_object (&sending->message);
  g_clear_pointer (&sending->token, g_free);
  g_free (sending);
}

static void proceed (GTask *task);

static void
leave_gate (GTask *task)
{
  DeskApiConnection *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);

  if (sending->has_place)
    {
      sending->has_place = FALSE;
      desk_api_gate_leave (self->gate);
    }
}

/* All that the other thread gets: it may be the last to let go of its task, and the connection is ours. */
typedef struct
{
  GBytes             *body;      /* (owned) */
  const char *const  *root_keys; /* (nullable) */
} Parsing;

static void
parsing_free (Parsing *parsing)
{
  g_bytes_unref (parsing->body);
  g_free (parsing);
}

static void
parse_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Parsing *parsing = task_data;
  g_autoptr(GError) error = NULL;
  DeskJsonPage *page = desk_json_page_new (parsing->body, parsing->root_keys, &error);

  if (page == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, page, g_object_unref);
}

static void
parsed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  sending->answer->page = g_task_propagate_pointer (G_TASK (result), &error);
  if (error != NULL)
    g_task_return_error (task, desk_api_failure_new_bad_data (sending->answer->status, error->message));
  else
    g_task_return_pointer (task, g_steal_pointer (&sending->answer), (GDestroyNotify) desk_api_answer_free);
}

static void
parse (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GTask) parser = g_task_new (NULL, NULL, parsed_cb, g_object_ref (task));
  Parsing *parsing = g_new0 (Parsing, 1);

  parsing->body = g_bytes_ref (sending->answer->body);
  parsing->root_keys = sending->request->root_keys;
  g_task_set_source_tag (parser, parse);
  g_task_set_task_data (parser, parsing, (GDestroyNotify) parsing_free);
  g_task_run_in_thread (parser, parse_in_thread);
}

static void
accept_answer (GTask         *task,
               DeskApiAnswer *answer)
{
  Sending *sending = g_task_get_task_data (task);
  gboolean is_get = g_str_equal (sending->request->method, SOUP_METHOD_GET);

  sending->answer = answer;

  if (!sending->request->expects_json)
    g_task_return_pointer (task, g_steal_pointer (&sending->answer), (GDestroyNotify) desk_api_answer_free);
  else if (is_get && answer->status != SOUP_STATUS_OK)
    g_task_return_error (task, desk_api_failure_new_bad_data (answer->status, _("It has no content.")));
  else if (g_strcmp0 (answer->content_type, "text/html") == 0)
    g_task_return_error (task, desk_api_failure_new_bad_data (answer->status, _("It is a web page.")));
  else
    parse (task);
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GError) error = NULL;

  if (!desk_api_wait_finish (result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    proceed (g_steal_pointer (&task));
}

static void
fail_or_retry (GTask  *task,
               GError *failure,
               guint   status,
               gint64  retry_after)
{
  DeskApiConnection *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);
  DeskApiAttempt attempt = {
    .is_repeatable = desk_api_request_is_repeatable (sending->request),
    .n_tries = sending->n_tries,
    .status = status,
    .retry_after = retry_after,
    .base_delay = self->retry_delay,
    .jitter = g_random_double (),
  };
  DeskApiVerdict verdict = desk_api_retry_decide (&attempt);
  gint64 until = g_get_monotonic_time () + verdict.delay;

  if (verdict.holds_connection)
    self->held_until = MAX (self->held_until, until);

  if (verdict.is_retried)
    {
      g_error_free (failure);
      desk_api_wait_async (until, g_task_get_cancellable (task), waited_cb, g_object_ref (task));
    }
  else
    {
      g_task_return_error (task, failure);
    }
}

static void
handle_no_answer (GTask        *task,
                  const GError *cause,
                  gboolean      is_sent)
{
  Sending *sending = g_task_get_task_data (task);
  gboolean is_uncertain = is_sent && !desk_api_request_is_repeatable (sending->request);
  GError *failure = desk_api_failure_new_from_transport (cause, is_uncertain);

  if (g_error_matches (failure, DESK_API_ERROR, DESK_API_ERROR_NETWORK) ||
      g_error_matches (failure, DESK_API_ERROR, DESK_API_ERROR_TIMEOUT))
    fail_or_retry (task, failure, 0, -1);
  else
    g_task_return_error (task, failure);
}

/* Whoever deletes again what an earlier try did delete is told that it is not there. */
static gboolean
is_deleted (Sending       *sending,
            DeskApiAnswer *answer)
{
  return sending->may_be_done && answer->status == SOUP_STATUS_NOT_FOUND
         && g_str_equal (sending->request->method, SOUP_METHOD_DELETE);
}

static void
record (DeskApiConnection   *self,
        Sending             *sending,
        const DeskApiAnswer *answer,
        const GError        *error)
{
  const DeskApiAttemptMade made = {
    .message = sending->message,
    .request_body = sending->request->body,
    .answer = answer,
    .error = error,
    .is_signed = sending->request->is_signed,
    .attempt = sending->n_tries,
    .started = sending->started,
  };

  desk_api_recorder_add (self->recorder, &made);
  g_clear_object (&sending->message);
}

static void
exchanged_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskApiConnection *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);
  g_autofree char *token = g_steal_pointer (&sending->token);
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskApiAnswer) answer = NULL;
  guint n_sent;

  answer = desk_api_exchange_finish (result, &n_sent, &error);
  leave_gate (task);
  record (self, sending, answer, error);
  sending->may_be_done = sending->may_be_done || n_sent > (answer != NULL ? 1 : 0);
  if (answer == NULL)
    {
      handle_no_answer (task, error, n_sent > 0);
    }
  else if (desk_api_answer_is_success (answer) || is_deleted (sending, answer))
    {
      accept_answer (task, g_steal_pointer (&answer));
    }
  else if (answer->status == SOUP_STATUS_UNAUTHORIZED && token != NULL && !sending->is_renewed)
    {
      sending->is_renewed = TRUE;
      desk_api_token_refuse (self->token, token);
      proceed (g_steal_pointer (&task));
    }
  else
    {
      gboolean is_repeatable = desk_api_request_is_repeatable (sending->request);

      sending->may_be_done = sending->may_be_done || answer->status >= 500;
      fail_or_retry (task, desk_api_failure_new_from_answer (answer, self->redactor, is_repeatable),
                     answer->status, answer->retry_after);
    }
}

static void
got_token_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  sending->token = desk_api_token_get_finish (DESK_API_TOKEN (source), result, &error);
  if (sending->token == NULL)
    {
      leave_gate (task);
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    proceed (g_steal_pointer (&task));
}

static void
entered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  sending->has_place = desk_api_gate_enter_finish (DESK_API_GATE (source), result, &error);
  if (sending->has_place)
    proceed (g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
exchange (GTask *task)
{
  DeskApiConnection *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);

  sending->n_tries++;
  sending->started = g_get_monotonic_time ();
  sending->message = desk_api_request_build_message (sending->request, self->version, sending->token);
  desk_api_exchange_async (self->session, sending->message, self->body_cap, g_task_get_cancellable (task),
                           exchanged_cb, task);
}

static void
wait_while_held (GTask *task)
{
  DeskApiConnection *self = g_task_get_source_object (task);
  gint64 seconds = (self->held_until - g_get_monotonic_time ()) / G_TIME_SPAN_SECOND;

  leave_gate (task);
  if (seconds <= DESK_API_RETRY_MAX_WAIT)
    {
      desk_api_wait_async (self->held_until, g_task_get_cancellable (task), waited_cb, task);
      return;
    }
  g_task_return_error (task, desk_api_failure_new_held (seconds));
  g_object_unref (task);
}

/* Comes here again after each wait, as the connection may be held anew by then. */
static void
proceed (GTask *task)
{
  DeskApiConnection *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (g_cancellable_is_cancelled (cancellable))
    {
      leave_gate (task);
      g_task_return_error_if_cancelled (task);
      g_object_unref (task);
    }
  else if (self->held_until > g_get_monotonic_time ())
    wait_while_held (task);
  else if (sending->request->is_signed && !sending->has_place)
    desk_api_gate_enter_async (self->gate, cancellable, entered_cb, task);
  else if (sending->request->is_signed && sending->token == NULL)
    desk_api_token_get_async (self->token, cancellable, got_token_cb, task);
  else
    exchange (task);
}

void
desk_api_connection_send_async (DeskApiConnection   *self,
                                DeskApiRequest      *request,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Sending *sending;

  g_return_if_fail (DESK_IS_API_CONNECTION (self));
  g_return_if_fail (request != NULL);

  sending = g_new0 (Sending, 1);
  sending->request = request;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_connection_send_async);
  g_task_set_task_data (task, sending, (GDestroyNotify) sending_free);

  proceed (g_steal_pointer (&task));
}

DeskApiAnswer *
desk_api_connection_send_finish (DeskApiConnection  *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
