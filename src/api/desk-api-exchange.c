/* desk-api-exchange.c: sends one message and reads its answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-exchange.h"

#include <glib/gi18n-lib.h>

#include "desk-api-failure.h"
#include "desk-api-retry.h"

#define CHUNK_SIZE (64 * 1024)

typedef struct
{
  SoupMessage  *message; /* (owned) */
  gsize         cap;
  GInputStream *stream;  /* (owned) (nullable): once the headers came */
  GByteArray   *body;    /* (owned) */
  guint         n_sent;
} Exchange;

static void
exchange_free (Exchange *exchange)
{
  g_signal_handlers_disconnect_by_data (exchange->message, exchange);
  g_clear_object (&exchange->message);
  g_clear_object (&exchange->stream);
  g_clear_pointer (&exchange->body, g_byte_array_unref);
  g_free (exchange);
}

static void read_chunk (GTask *task);

static void
wrote_headers_cb (Exchange *exchange)
{
  exchange->n_sent++;
}

static DeskApiAnswer *
build_answer (Exchange *exchange)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  DeskApiAnswer *answer;

  answer = desk_api_answer_new (soup_message_get_status (exchange->message),
                                g_byte_array_free_to_bytes (g_steal_pointer (&exchange->body)));
  answer->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  answer->retry_after = desk_api_retry_parse_after (soup_message_headers_get_one (headers, "Retry-After"),
                                                    soup_message_headers_get_one (headers, "Date"));

  return answer;
}

static void
read_chunk_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) chunk = NULL;

  chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  if (chunk == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (g_bytes_get_size (chunk) == 0)
    {
      g_task_return_pointer (task, build_answer (exchange), (GDestroyNotify) desk_api_answer_free);
    }
  else if (g_bytes_get_size (chunk) > exchange->cap - exchange->body->len)
    {
      g_task_return_error (task, desk_api_failure_new_bad_data (soup_message_get_status (exchange->message),
                                                                _("It is too large.")));
    }
  else
    {
      g_byte_array_append (exchange->body, g_bytes_get_data (chunk, NULL), g_bytes_get_size (chunk));
      read_chunk (g_steal_pointer (&task));
    }
}

static void
read_chunk (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (exchange->stream, CHUNK_SIZE, G_PRIORITY_DEFAULT,
                                   g_task_get_cancellable (task), read_chunk_cb, task);
}

static void
send_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  exchange->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (exchange->stream == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  read_chunk (g_steal_pointer (&task));
}

void
desk_api_exchange_async (SoupSession         *session,
                         SoupMessage         *message,
                         gsize                cap,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->message = g_object_ref (message);
  exchange->cap = cap;
  exchange->body = g_byte_array_new ();

  g_task_set_source_tag (task, desk_api_exchange_async);
  g_task_set_task_data (task, exchange, (GDestroyNotify) exchange_free);
  g_signal_connect_swapped (message, "wrote-headers", G_CALLBACK (wrote_headers_cb), exchange);

  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, cancellable,
                           send_cb, g_steal_pointer (&task));
}

DeskApiAnswer *
desk_api_exchange_finish (GAsyncResult  *result,
                          guint         *n_sent,
                          GError       **error)
{
  Exchange *exchange;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  exchange = g_task_get_task_data (G_TASK (result));
  *n_sent = exchange->n_sent;

  return g_task_propagate_pointer (G_TASK (result), error);
}
