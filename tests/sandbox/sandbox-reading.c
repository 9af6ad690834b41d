/* sandbox-reading.c: an answer that is read as it comes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-reading.h"

static void read_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data);

static void
read_more (SandboxReading *reading,
           GInputStream   *stream)
{
  g_input_stream_read_async (stream, reading->buffer, sizeof reading->buffer, G_PRIORITY_DEFAULT, NULL,
                             read_cb, reading);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  SandboxReading *reading = user_data;
  GInputStream *stream = G_INPUT_STREAM (object);
  gssize n_bytes = g_input_stream_read_finish (stream, result, &reading->error);

  if (n_bytes > 0)
    {
      reading->n_chunks++;
      reading->n_bytes += (gsize) n_bytes;
    }

  reading->ended = n_bytes == 0;
  reading->done = n_bytes <= 0 || reading->n_chunks == reading->n_chunks_wanted;
  if (!reading->done)
    read_more (reading, stream);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  SandboxReading *reading = user_data;
  g_autoptr(GInputStream) stream = soup_session_send_finish (SOUP_SESSION (object), result, &reading->error);

  if (stream == NULL)
    reading->done = TRUE;
  else
    read_more (reading, stream);
}

void
sandbox_reading_start (SandboxReading *reading,
                       Sandbox        *sandbox,
                       const char     *uri,
                       guint           n_chunks,
                       GCancellable   *cancellable)
{
  g_autoptr(SoupMessage) message = soup_message_new ("GET", uri);
  g_autofree char *value = g_strconcat ("Bearer ", sandbox->token, NULL);

  *reading = (SandboxReading) { .n_chunks_wanted = n_chunks };
  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", value);
  soup_session_send_async (sandbox->session, message, G_PRIORITY_DEFAULT, cancellable, answered_cb, reading);
}

void
sandbox_reading_finish (SandboxReading *reading)
{
  while (!reading->done)
    g_main_context_iteration (NULL, TRUE);
}
