/* desk-cli-webhooks.c: the commands for webhooks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "desk-api-error.h"
#include "desk-cli-command.h"
#include "desk-cli-object.h"
#include "desk-cli-text.h"
#include "desk-webhook-receiver.h"
#include "desk-webhook-signature.h"
#include "desk-webhook-words.h"

#define SECRET_VARIABLE "CONSENT_DESK_WEBHOOK_SECRET"

/* Never an argument: everybody on the machine can read those. */
static const char *
get_secret (GError **error)
{
  const char *secret = g_getenv (SECRET_VARIABLE);

  if (secret != NULL && *secret != '\0')
    return secret;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("The secret of the webhooks is missing. Put it into the variable " SECRET_VARIABLE "."));

  return NULL;
}

static GBytes *
read_body (DeskCliCall  *call,
           GError      **error)
{
  const char *path = desk_cli_call_get_option (call, "body");
  g_autoptr(GFile) file = path != NULL ? g_file_new_for_commandline_arg (path) : NULL;
  g_autoptr(GInputStream) input = NULL;
  g_autoptr(GOutputStream) body = g_memory_output_stream_new_resizable ();

  input = file != NULL ? G_INPUT_STREAM (g_file_read (file, NULL, error)) : g_unix_input_stream_new (STDIN_FILENO, FALSE);
  if (input == NULL || g_output_stream_splice (body, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (body));
}

static gboolean
verify (DeskCliCall  *call,
        GError      **error)
{
  const char *secret = get_secret (error);
  g_autoptr(GBytes) body = NULL;

  if (secret == NULL)
    return FALSE;

  body = read_body (call, error);
  if (body == NULL)
    return FALSE;

  if (!desk_webhook_signature_verify (desk_cli_call_get_option (call, "signature"), secret, body))
    {
      g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA,
                           _("The signature is not that of this body with this secret."));
      return FALSE;
    }

  desk_cli_object_print_text ("verdict", desk_webhook_verdict_get_name (DESK_WEBHOOK_VALID), call->as_json);

  return TRUE;
}

static GBytes *
build_trigger (DeskCliCall *call)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  char *text;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "event");
  json_builder_add_string_value (builder, call->argument);
  json_builder_set_member_name (builder, "consent_id");
  json_builder_add_string_value (builder, desk_cli_call_get_option (call, "consent"));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

/* A sandbox alone can be told to send. */
static gboolean
trigger (DeskCliCall  *call,
         GError      **error)
{
  DeskApiClient *client = desk_context_get_client (call->context);
  g_autoptr(GBytes) body = build_trigger (call);
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) answer = NULL;
  DeskJsonSlice root;

  desk_api_client_post_json_async (client, "//sandbox/webhooks", body, NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);
  answer = desk_api_client_post_json_finish (client, result, error);
  if (answer == NULL)
    return FALSE;

  if (!desk_json_parse (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer), &root, error))
    return FALSE;
  desk_cli_object_print (root, call->as_json);

  return TRUE;
}

typedef struct
{
  GMainLoop *loop;
  gboolean   as_json;
} Listening;

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static char *
build_line (DeskWebhookMessage *message)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "verdict", desk_webhook_verdict_get_name (desk_webhook_message_get_verdict (message)));
  add_text (builder, "event", desk_webhook_message_get_event (message));
  add_text (builder, "message_id", desk_webhook_message_get_id (message));
  add_text (builder, "end_user_id", desk_webhook_message_get_end_user_id (message));
  add_text (builder, "consent_id", desk_webhook_message_get_consent_id (message));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static void
received_cb (DeskWebhookReceiver *receiver,
             DeskWebhookMessage  *message,
             Listening           *listening)
{
  const char *event = desk_webhook_message_get_event (message);
  g_autofree char *safe = desk_cli_text_make_safe (event != NULL ? event : "–");
  g_autofree char *line = NULL;

  if (listening->as_json)
    line = build_line (message);
  else
    line = g_strdup_printf ("%s  %s", safe, desk_webhook_words_verdict (desk_webhook_message_get_verdict (message)));
  g_print ("%s\n", line);
}

static gboolean
stop_cb (gpointer user_data)
{
  g_main_loop_quit (((Listening *) user_data)->loop);

  return G_SOURCE_CONTINUE;
}

static gboolean
read_port (DeskCliCall  *call,
           guint64      *port,
           GError      **error)
{
  const char *text = desk_cli_call_get_option (call, "port");

  *port = 0;

  return text == NULL || g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT16, port, error);
}

static gboolean
listen_for (DeskCliCall  *call,
            GError      **error)
{
  const char *secret = get_secret (error);
  g_autoptr(DeskWebhookReceiver) receiver = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *explanation = NULL;
  Listening listening = { NULL, call->as_json };
  guint64 port;
  guint interrupt_id;
  guint terminate_id;

  if (secret == NULL || !read_port (call, &port, error))
    return FALSE;

  receiver = desk_webhook_receiver_new (secret);
  if (!desk_webhook_receiver_start (receiver, (guint16) port, error))
    return FALSE;

  uri = desk_webhook_receiver_dup_uri (receiver);
  explanation = desk_webhook_words_dup_tunnel (uri);
  g_printerr (_("Listening on %s; Ctrl+C ends it.\n"), uri);
  g_printerr ("%s\n", explanation);
  listening.loop = g_main_loop_new (NULL, FALSE);
  g_signal_connect (receiver, "received", G_CALLBACK (received_cb), &listening);
  interrupt_id = g_unix_signal_add (SIGINT, stop_cb, &listening);
  terminate_id = g_unix_signal_add (SIGTERM, stop_cb, &listening);
  g_main_loop_run (listening.loop);
  g_source_remove (interrupt_id);
  g_source_remove (terminate_id);
  g_main_loop_unref (listening.loop);

  return TRUE;
}

const DeskCliCommand desk_cli_webhooks_commands[] = {
  { "webhooks", "listen", NULL, N_("Receive webhooks on 127.0.0.1, and say of each whether it is to be believed"),
    "webhooks listen --port 8080",
    { { "port", N_("PORT"), N_("The port; any that is free if absent"), FALSE } }, TRUE, listen_for },
  { "webhooks", "verify", NULL, N_("Check the signature of a webhook that was received"),
    "webhooks verify --signature IzCU0JfFkAFOb+uwl+7tKiblh3ZRGkG6r5OyNTEefic= --body webhook.json",
    { { "signature", N_("SIGNATURE"), N_("The header X-Fiskil-Signature"), TRUE },
      { "body", N_("FILE"), N_("The body, byte for byte; standard input if absent"), FALSE } }, TRUE, verify },
  { "webhooks", "trigger", N_("EVENT"), N_("Let a sandbox send a webhook"),
    "webhooks trigger consent.revoked --consent 1a460c22-c3ca-4901-8269-0b65c155b483",
    { { "consent", N_("ID"), N_("The consent that it is about"), TRUE } }, FALSE, trigger },
  { NULL },
};
