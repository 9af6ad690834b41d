/* desk-api-recorder.c: tells of every attempt at a call, without what must not be shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-recorder.h"

#include "desk-api-error.h"
#include "desk-api-failure.h"
#include "desk-conceal.h"

struct _DeskApiRecorder
{
  GObject       parent_instance;

  DeskRedactor *redactor;      /* (owned) */
  GQueue        pending;       /* (element-type Redaction): the first one is under way */
  gboolean      shows_numbers;
};

enum
{
  PROP_0,
  PROP_SHOWS_NUMBERS,
  N_PROPS,
};

enum
{
  RECORDED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskApiRecorder, desk_api_recorder, G_TYPE_OBJECT)

/* What the other thread gets. */
typedef struct
{
  DeskApiRecord *record;        /* (owned): not redacted yet */
  DeskRedactor  *redactor;      /* (owned) */
  gboolean       hides_numbers;
  gboolean       is_token;      /* whether the answer is itself a secret */
} Redaction;

static void run_next (DeskApiRecorder *self);

static void
redaction_free (Redaction *redaction)
{
  desk_api_record_unref (redaction->record);
  g_object_unref (redaction->redactor);
  g_free (redaction);
}

static void
redact_text (Redaction  *redaction,
             char      **text)
{
  g_autofree char *masked = NULL;

  if (*text == NULL)
    return;
  masked = desk_conceal_text (*text, redaction->hides_numbers);
  g_free (*text);
  *text = desk_redactor_apply (redaction->redactor, masked);
}

static void
redact_headers (Redaction  *redaction,
                char      **headers)
{
  for (guint i = 0; headers != NULL && headers[i] != NULL; i += 2)
    {
      g_autofree char *masked = desk_conceal_header (headers[i], headers[i + 1], redaction->hides_numbers);

      g_free (headers[i + 1]);
      headers[i + 1] = desk_redactor_apply (redaction->redactor, masked);
    }
}

/* Returns: how many secrets were found by their names */
static guint
redact_body (Redaction  *redaction,
             GBytes    **body)
{
  DeskConcealResult result = { 0, 0 };
  g_autoptr(GBytes) masked = NULL;

  if (*body == NULL)
    return 0;
  masked = desk_conceal_bytes (*body, redaction->hides_numbers, &result);
  g_bytes_unref (*body);
  *body = desk_redactor_apply_to_bytes (redaction->redactor, masked);

  return result.n_secrets;
}

static void
redact_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Redaction *redaction = task_data;
  DeskApiRecord *record = redaction->record;
  guint n_secrets;

  redact_text (redaction, &record->uri);
  redact_text (redaction, &record->error);
  redact_text (redaction, &record->reason);
  redact_headers (redaction, record->request_headers);
  redact_headers (redaction, record->response_headers);
  redact_body (redaction, &record->request_body);
  n_secrets = redact_body (redaction, &record->response_body);
  if (redaction->is_token && n_secrets == 0 && record->response_body != NULL)
    {
      g_bytes_unref (record->response_body);
      record->response_body = g_bytes_new_static (DESK_REDACTED, strlen (DESK_REDACTED));
    }
  g_task_return_boolean (task, TRUE);
}

static void
redacted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  DeskApiRecorder *self = DESK_API_RECORDER (source);
  Redaction *redaction = g_queue_pop_head (&self->pending);

  g_signal_emit (self, signals[RECORDED], 0, redaction->record);
  redaction_free (redaction);
  run_next (self);
}

/* One after the other, so that none overtakes. */
static void
run_next (DeskApiRecorder *self)
{
  g_autoptr(GTask) task = NULL;

  if (g_queue_is_empty (&self->pending))
    return;
  task = g_task_new (self, NULL, redacted_cb, NULL);
  g_task_set_source_tag (task, run_next);
  g_task_set_task_data (task, g_queue_peek_head (&self->pending), NULL);
  g_task_run_in_thread (task, redact_in_thread);
}

static void
add_header (const char *name,
            const char *value,
            gpointer    user_data)
{
  g_strv_builder_add (user_data, name);
  g_strv_builder_add (user_data, value);
}

static char **
dup_headers (SoupMessageHeaders *headers)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  soup_message_headers_foreach (headers, add_header, builder);
  return g_strv_builder_end (builder);
}

static gint64
measure (guint64 from,
         guint64 until)
{
  return from != 0 && until >= from ? (gint64) (until - from) : -1;
}

/* A connection that is there already has neither the first nor the second. */
static guint64
get_first_start (SoupMessageMetrics *metrics)
{
  if (soup_message_metrics_get_dns_start (metrics) != 0)
    return soup_message_metrics_get_dns_start (metrics);
  if (soup_message_metrics_get_connect_start (metrics) != 0)
    return soup_message_metrics_get_connect_start (metrics);
  return soup_message_metrics_get_request_start (metrics);
}

static void
take_timings (DeskApiRecord *record,
              SoupMessage   *message)
{
  SoupMessageMetrics *metrics = soup_message_get_metrics (message);
  DeskApiTimings *timings = &record->timings;

  if (metrics == NULL)
    return;
  timings->blocked = measure (record->started, get_first_start (metrics));
  timings->dns = measure (soup_message_metrics_get_dns_start (metrics), soup_message_metrics_get_dns_end (metrics));
  timings->connect = measure (soup_message_metrics_get_connect_start (metrics),
                              soup_message_metrics_get_connect_end (metrics));
  timings->tls = measure (soup_message_metrics_get_tls_start (metrics),
                          soup_message_metrics_get_connect_end (metrics));
  timings->send = 0;
  timings->wait = measure (soup_message_metrics_get_request_start (metrics),
                           soup_message_metrics_get_response_start (metrics));
  timings->receive = measure (soup_message_metrics_get_response_start (metrics),
                              soup_message_metrics_get_response_end (metrics));
  record->transferred = soup_message_metrics_get_response_body_bytes_received (metrics);
}

static const char *
get_version_name (SoupMessage *message)
{
  switch (soup_message_get_http_version (message))
    {
    case SOUP_HTTP_1_0:
      return "HTTP/1.0";
    case SOUP_HTTP_2_0:
      return "HTTP/2";
    case SOUP_HTTP_1_1:
    default:
      return "HTTP/1.1";
    }
}

static void
take_request (DeskApiRecord            *record,
              const DeskApiAttemptMade *made)
{
  gint64 now = g_get_monotonic_time ();

  record->method = g_strdup (soup_message_get_method (made->message));
  record->uri = g_uri_to_string (soup_message_get_uri (made->message));
  record->http_version = g_strdup (get_version_name (made->message));
  record->request_headers = dup_headers (soup_message_get_request_headers (made->message));
  if (made->request_body != NULL)
    {
      record->request_body = g_bytes_ref (made->request_body);
      record->request_size = g_bytes_get_size (made->request_body);
    }
  record->attempt = made->attempt;
  record->started = made->started;
  record->duration = now - made->started;
  record->started_at = g_get_real_time () - record->duration;
  take_timings (record, made->message);
}

static void
take_answer (DeskApiRecord            *record,
             const DeskApiAttemptMade *made,
             DeskRedactor             *redactor)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (made->message);
  g_autoptr(GError) failure = NULL;

  record->status = soup_message_get_status (made->message);
  if (record->status != SOUP_STATUS_NONE)
    {
      record->reason = g_strdup (soup_message_get_reason_phrase (made->message));
      record->response_headers = dup_headers (headers);
      record->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
    }

  if (made->answer == NULL)
    failure = desk_api_failure_new_from_transport (made->error, FALSE);
  else if (!desk_api_answer_is_success (made->answer))
    failure = desk_api_failure_new_from_answer (made->answer, redactor, TRUE);
  if (made->answer != NULL)
    {
      record->response_body = g_bytes_ref (made->answer->body);
      record->response_size = g_bytes_get_size (made->answer->body);
    }
  else
    {
      record->error = g_strdup (failure->message);
    }
  record->error_id = failure != NULL ? g_strdup (desk_api_error_get_error_id (failure)) : NULL;
}

static void
desk_api_recorder_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_SHOWS_NUMBERS)
    g_value_set_boolean (value, DESK_API_RECORDER (object)->shows_numbers);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
desk_api_recorder_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (prop_id == PROP_SHOWS_NUMBERS)
    DESK_API_RECORDER (object)->shows_numbers = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
desk_api_recorder_finalize (GObject *object)
{
  DeskApiRecorder *self = DESK_API_RECORDER (object);

  g_queue_clear_full (&self->pending, (GDestroyNotify) redaction_free);
  g_clear_object (&self->redactor);

  G_OBJECT_CLASS (desk_api_recorder_parent_class)->finalize (object);
}

static void
desk_api_recorder_class_init (DeskApiRecorderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_api_recorder_get_property;
  object_class->set_property = desk_api_recorder_set_property;
  object_class->finalize = desk_api_recorder_finalize;

  properties[PROP_SHOWS_NUMBERS] = g_param_spec_boolean ("shows-numbers", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RECORDED] = g_signal_new ("recorded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, DESK_TYPE_API_RECORD);
}

static void
desk_api_recorder_init (DeskApiRecorder *self)
{
  g_queue_init (&self->pending);
}

DeskApiRecorder *
desk_api_recorder_new (DeskRedactor *redactor)
{
  DeskApiRecorder *self = g_object_new (DESK_TYPE_API_RECORDER, NULL);

  self->redactor = redactor != NULL ? g_object_ref (redactor) : desk_redactor_new ();
  return self;
}

void
desk_api_recorder_add (DeskApiRecorder          *self,
                       const DeskApiAttemptMade *made)
{
  Redaction *redaction = NULL;

  g_return_if_fail (DESK_IS_API_RECORDER (self));
  g_return_if_fail (made != NULL);

  if (!g_signal_has_handler_pending (self, signals[RECORDED], 0, FALSE))
    return;

  redaction = g_new0 (Redaction, 1);
  redaction->record = desk_api_record_new ();
  redaction->redactor = g_object_ref (self->redactor);
  redaction->hides_numbers = !self->shows_numbers;
  redaction->is_token = !made->is_signed && made->answer != NULL && desk_api_answer_is_success (made->answer);
  take_request (redaction->record, made);
  take_answer (redaction->record, made, self->redactor);

  g_queue_push_tail (&self->pending, redaction);
  if (self->pending.length == 1)
    run_next (self);
}
