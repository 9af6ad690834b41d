/* desk-sandbox-fault-stream.c: answers that come late, slowly, without an end or not whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-fault-stream.h"

#define STREAM_KEY "desk-sandbox-fault-stream"
#define DELAY_KEY "desk-sandbox-fault-delay"
#define PIECES_PER_SECOND 10
#define FILLING_SIZE (64 * 1024)
#define PULSE_MILLISECONDS 250

/* An answer on its way. It belongs to its message. */
typedef struct
{
  SoupServerMessage *message;  /* (not owned) */
  GBytes            *bytes;    /* (owned): what there is to send */
  gsize              position; /* how much of it was handed out */
  gsize              step;     /* how much is handed out at a time */
  guint              wait;     /* milliseconds between two steps */
  guint64            filling;  /* how many blanks there are still to send */
  guint              source;   /* the next step, or 0 */
} Stream;

static void
stream_free (Stream *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* Takes the answer from the message, to hand it out bit by bit. */
static Stream *
stream_new (SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_response_body (message);
  Stream *self = g_new0 (Stream, 1);

  self->message = message;
  self->bytes = soup_message_body_flatten (body);
  soup_message_body_truncate (body);
  soup_message_body_set_accumulate (body, FALSE);
  g_object_set_data_full (G_OBJECT (message), STREAM_KEY, self, (GDestroyNotify) stream_free);
  return self;
}

static void
append_part (Stream *self,
             gsize   length)
{
  g_autoptr(GBytes) part = g_bytes_new_from_bytes (self->bytes, self->position, length);

  soup_message_body_append_bytes (soup_server_message_get_response_body (self->message), part);
  self->position += length;
}

static gsize
get_rest (Stream *self)
{
  return g_bytes_get_size (self->bytes) - self->position;
}

static gboolean
has_body (SoupServerMessage *message)
{
  return soup_server_message_get_response_body (message)->length > 1;
}

static void
keep_length (SoupServerMessage *message)
{
  soup_message_headers_set_content_length (soup_server_message_get_response_headers (message),
                                           soup_server_message_get_response_body (message)->length);
}

static void
forget_length (SoupServerMessage *message)
{
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
}

static gboolean
delay_over_cb (gpointer user_data)
{
  SoupServerMessage *message = user_data;

  g_object_steal_data (G_OBJECT (message), DELAY_KEY);
  soup_server_message_unpause (message);
  return G_SOURCE_REMOVE;
}

static void
delay_free (gpointer data)
{
  g_source_remove (GPOINTER_TO_UINT (data));
}

static void
delay_finished_cb (SoupServerMessage *message)
{
  g_object_set_data (G_OBJECT (message), DELAY_KEY, NULL);
}

void
desk_sandbox_fault_stream_delay (SoupServerMessage *message,
                                 guint64            milliseconds)
{
  guint source;

  g_return_if_fail (SOUP_IS_SERVER_MESSAGE (message));

  if (milliseconds == 0)
    return;

  soup_server_message_pause (message);
  source = g_timeout_add ((guint) milliseconds, delay_over_cb, message);
  g_object_set_data_full (G_OBJECT (message), DELAY_KEY, GUINT_TO_POINTER (source), delay_free);
  g_signal_connect (message, "finished", G_CALLBACK (delay_finished_cb), NULL);
}

static void
stop_cb (SoupServerMessage *message,
         Stream            *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
}

static void
drip (Stream *self)
{
  append_part (self, MIN (self->step, get_rest (self)));
  if (get_rest (self) == 0)
    soup_message_body_complete (soup_server_message_get_response_body (self->message));
}

static gboolean
drip_cb (gpointer user_data)
{
  Stream *self = user_data;

  self->source = 0;
  drip (self);
  soup_server_message_unpause (self->message);
  return G_SOURCE_REMOVE;
}

static void
dripped_cb (SoupServerMessage *message,
            Stream            *self)
{
  if (get_rest (self) > 0 && self->source == 0)
    self->source = g_timeout_add (self->wait, drip_cb, self);
}

void
desk_sandbox_fault_stream_drip (SoupServerMessage *message,
                                guint64            rate)
{
  Stream *self;

  g_return_if_fail (SOUP_IS_SERVER_MESSAGE (message));

  if (!has_body (message))
    return;

  keep_length (message);
  self = stream_new (message);
  self->step = (gsize) MAX (rate / PIECES_PER_SECOND, 1);
  self->wait = (guint) MAX (1000 / MIN (rate, PIECES_PER_SECOND), 1);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (dripped_cb), self);
  g_signal_connect (message, "finished", G_CALLBACK (stop_cb), self);
  drip (self);
}

/* The rest meets a closed connection, which ends the exchange on this side too. */
static gboolean
cut_cb (gpointer user_data)
{
  Stream *self = user_data;
  GSocket *socket = soup_server_message_get_socket (self->message);

  self->source = 0;
  if (socket != NULL)
    g_socket_shutdown (socket, TRUE, TRUE, NULL);
  append_part (self, get_rest (self));
  soup_message_body_complete (soup_server_message_get_response_body (self->message));
  soup_server_message_unpause (self->message);
  return G_SOURCE_REMOVE;
}

static void
half_written_cb (SoupServerMessage *message,
                 Stream            *self)
{
  if (get_rest (self) > 0 && self->source == 0)
    self->source = g_idle_add (cut_cb, self);
}

void
desk_sandbox_fault_stream_cut (SoupServerMessage *message)
{
  Stream *self;

  g_return_if_fail (SOUP_IS_SERVER_MESSAGE (message));

  if (!has_body (message))
    return;

  keep_length (message);
  self = stream_new (message);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (half_written_cb), self);
  g_signal_connect (message, "finished", G_CALLBACK (stop_cb), self);
  append_part (self, g_bytes_get_size (self->bytes) / 2);
}

static GBytes *
get_blanks (void)
{
  static GBytes *blanks = NULL;

  if (g_once_init_enter (&blanks))
    g_once_init_leave (&blanks, g_bytes_new_take (g_strnfill (FILLING_SIZE, ' '), FILLING_SIZE));

  return blanks;
}

static void
filled_cb (SoupServerMessage *message,
           Stream            *self)
{
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  if (self->filling > 0)
    {
      gsize length = (gsize) MIN (self->filling, FILLING_SIZE);
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (get_blanks (), 0, length);

      soup_message_body_append_bytes (body, part);
      self->filling -= length;
    }
  else if (get_rest (self) > 0)
    {
      append_part (self, get_rest (self));
      soup_message_body_complete (body);
    }
}

void
desk_sandbox_fault_stream_blow_up (SoupServerMessage *message,
                                   guint64            size)
{
  gsize length;
  Stream *self;

  g_return_if_fail (SOUP_IS_SERVER_MESSAGE (message));

  if (!has_body (message))
    return;

  forget_length (message);
  self = stream_new (message);
  length = g_bytes_get_size (self->bytes);
  self->filling = size > length ? size - length : 0;
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (filled_cb), self);
  append_part (self, length - 1);
}

static gboolean
pulse_cb (gpointer user_data)
{
  Stream *self = user_data;

  self->source = 0;
  soup_message_body_append (soup_server_message_get_response_body (self->message), SOUP_MEMORY_STATIC, "\n", 1);
  soup_server_message_unpause (self->message);
  return G_SOURCE_REMOVE;
}

static void
pulsed_cb (SoupServerMessage *message,
           Stream            *self)
{
  if (self->source == 0)
    self->source = g_timeout_add (PULSE_MILLISECONDS, pulse_cb, self);
}

void
desk_sandbox_fault_stream_never_end (SoupServerMessage *message)
{
  Stream *self;

  g_return_if_fail (SOUP_IS_SERVER_MESSAGE (message));

  forget_length (message);
  self = stream_new (message);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (pulsed_cb), self);
  g_signal_connect (message, "finished", G_CALLBACK (stop_cb), self);
  append_part (self, get_rest (self));
}
