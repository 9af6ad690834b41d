/* desk-api-failure.c: turns bad answers and broken exchanges into errors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-failure.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "desk-api-error-private.h"
#include "desk-api-retry.h"
#include "desk-json.h"

/* A longer error body is no envelope; nothing of it is shown. */
#define MAX_ENVELOPE_SIZE (64 * 1024)

#define MAX_WORDS_LENGTH 300

typedef struct
{
  char *name;     /* (owned) (nullable) */
  char *message;  /* (owned) (nullable) */
  char *error_id; /* (owned) (nullable) */
} Envelope;

static void
envelope_clear (Envelope *envelope)
{
  g_clear_pointer (&envelope->name, g_free);
  g_clear_pointer (&envelope->message, g_free);
  g_clear_pointer (&envelope->error_id, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Envelope, envelope_clear)

static char *
dup_words (DeskJsonSlice  root,
           const char    *path,
           DeskRedactor  *redactor)
{
  g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_path (root, path));
  g_autofree char *plain = NULL;

  if (text == NULL || *text == '\0')
    return NULL;

  plain = redactor != NULL ? desk_redactor_apply (redactor, text) : g_steal_pointer (&text);
  for (char *p = plain; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p))
        *p = ' ';
    }

  if (g_utf8_strlen (plain, -1) > MAX_WORDS_LENGTH)
    return g_utf8_substring (plain, 0, MAX_WORDS_LENGTH);

  return g_steal_pointer (&plain);
}

static void
envelope_read (Envelope     *envelope,
               GBytes       *body,
               DeskRedactor *redactor)
{
  gsize size = 0;
  const char *text = body != NULL ? g_bytes_get_data (body, &size) : NULL;
  DeskJsonSlice root;

  if (size == 0 || size > MAX_ENVELOPE_SIZE || !desk_json_parse (text, size, &root, NULL))
    return;

  envelope->name = dup_words (root, "name", redactor);
  envelope->message = dup_words (root, "message", redactor);
  envelope->error_id = dup_words (root, "id", redactor);

  if (envelope->name == NULL)
    envelope->name = dup_words (root, "errors.0.code", redactor);
  if (envelope->message == NULL)
    envelope->message = dup_words (root, "errors.0.detail", redactor);
  if (envelope->message == NULL)
    envelope->message = dup_words (root, "errors.0.title", redactor);
}

static DeskApiError
code_for_status (guint status)
{
  if (status == SOUP_STATUS_UNAUTHORIZED)
    return DESK_API_ERROR_NOT_AUTHORISED;
  if (status == SOUP_STATUS_FORBIDDEN)
    return DESK_API_ERROR_FORBIDDEN;
  if (status == SOUP_STATUS_NOT_FOUND)
    return DESK_API_ERROR_NOT_FOUND;
  if (status == DESK_API_STATUS_TOO_MANY_REQUESTS || status >= 500)
    return DESK_API_ERROR_UNAVAILABLE;
  if (status >= 400)
    return DESK_API_ERROR_REJECTED;

  return DESK_API_ERROR_BAD_DATA;
}

/* Returns: (transfer full) (nullable): %NULL if that is beyond any calendar */
static char *
dup_wait_sentence (gint64 seconds)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) then = seconds < G_MAXINT32 ? g_date_time_add_seconds (now, seconds) : NULL;
  g_autofree char *when = NULL;

  if (then == NULL)
    return NULL;

  /* Translators: a day and a time of day, as strftime() has it */
  when = g_date_time_format (then, _("%e %b %H:%M:%S"));
  return g_strdup_printf (_("The service is too busy. It asks to wait: try again after %s."), g_strstrip (when));
}

static char *
dup_unavailable_sentence (const DeskApiAnswer *answer)
{
  char *sentence = answer->retry_after > 0 ? dup_wait_sentence (answer->retry_after) : NULL;

  if (sentence != NULL)
    return sentence;

  if (answer->status == DESK_API_STATUS_TOO_MANY_REQUESTS)
    return g_strdup (_("The service got too many requests. Try again in a minute."));

  return g_strdup (_("The service is not available right now. Try again in a few minutes."));
}

static const char *
transport_sentence (DeskApiError code)
{
  switch (code)
    {
    case DESK_API_ERROR_TLS:
      return _("A safe connection to the service is not possible: its certificate is not trusted. "
               "Check the API address and this computer’s clock.");

    case DESK_API_ERROR_TIMEOUT:
      return _("The service did not answer in time. Try again in a moment.");

    case DESK_API_ERROR_UNCERTAIN:
      return _("No answer came, so it may or may not have been done. Look before you try again.");

    case DESK_API_ERROR_NETWORK:
    case DESK_API_ERROR_NOT_AUTHORISED:
    case DESK_API_ERROR_FORBIDDEN:
    case DESK_API_ERROR_NOT_FOUND:
    case DESK_API_ERROR_REJECTED:
    case DESK_API_ERROR_UNAVAILABLE:
    case DESK_API_ERROR_BAD_DATA:
    case DESK_API_ERROR_UNSAFE_LINK:
    default:
      return _("The service could not be reached. Check the network connection and try again.");
    }
}

static char *
dup_sentence (DeskApiError         code,
              const DeskApiAnswer *answer)
{
  switch (code)
    {
    case DESK_API_ERROR_NOT_AUTHORISED:
      return g_strdup (_("The service does not accept the client id and secret. Check them in the environment’s settings."));

    case DESK_API_ERROR_FORBIDDEN:
      return g_strdup (_("The API key may not do this. Give it the missing scope, or use another key."));

    case DESK_API_ERROR_NOT_FOUND:
      return g_strdup (_("The service does not know what was asked for. It may have been deleted: read the list again."));

    case DESK_API_ERROR_REJECTED:
      return g_strdup (_("The service refused the request. Check what was entered and try again."));

    case DESK_API_ERROR_UNAVAILABLE:
      return dup_unavailable_sentence (answer);

    case DESK_API_ERROR_UNCERTAIN:
      return g_strdup (transport_sentence (code));

    case DESK_API_ERROR_BAD_DATA:
    case DESK_API_ERROR_NETWORK:
    case DESK_API_ERROR_TIMEOUT:
    case DESK_API_ERROR_TLS:
    case DESK_API_ERROR_UNSAFE_LINK:
    default:
      return g_strdup (_("The service sent an answer that does not fit. Check the API address."));
    }
}

GError *
desk_api_failure_new_from_answer (const DeskApiAnswer *answer,
                                  DeskRedactor        *redactor,
                                  gboolean             is_repeatable)
{
  gboolean is_uncertain = answer->status == SOUP_STATUS_GATEWAY_TIMEOUT && !is_repeatable;
  DeskApiError code = is_uncertain ? DESK_API_ERROR_UNCERTAIN : code_for_status (answer->status);
  g_autofree char *sentence = dup_sentence (code, answer);
  g_autofree char *text = NULL;
  g_auto(Envelope) envelope = { NULL, NULL, NULL };

  envelope_read (&envelope, answer->body, redactor);

  if (envelope.message != NULL)
    text = g_strdup_printf (_("%s The service said: “%s”"), sentence, envelope.message);
  else
    text = g_steal_pointer (&sentence);

  return desk_api_error_new_with_details (code, text, answer->status,
                                          envelope.name, envelope.message, envelope.error_id);
}

GError *
desk_api_failure_new_from_transport (const GError *cause,
                                     gboolean      is_uncertain)
{
  DeskApiError code = DESK_API_ERROR_NETWORK;

  if (cause->domain == DESK_API_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);

  if (is_uncertain)
    code = DESK_API_ERROR_UNCERTAIN;
  else if (cause->domain == G_TLS_ERROR && cause->code != G_TLS_ERROR_EOF)
    code = DESK_API_ERROR_TLS;
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    code = DESK_API_ERROR_TIMEOUT;

  return g_error_new_literal (DESK_API_ERROR, code, transport_sentence (code));
}

GError *
desk_api_failure_new_bad_data (guint       status,
                               const char *detail)
{
  const char *sentence = _("The service sent an answer that cannot be read. Try again, and check the API address.");
  g_autofree char *text = NULL;

  text = detail != NULL ? g_strdup_printf ("%s %s", sentence, detail) : g_strdup (sentence);

  return desk_api_error_new_with_details (DESK_API_ERROR_BAD_DATA, text, status, NULL, NULL, NULL);
}

GError *
desk_api_failure_new_held (gint64 seconds)
{
  g_autofree char *sentence = dup_wait_sentence (seconds);

  return g_error_new_literal (DESK_API_ERROR, DESK_API_ERROR_UNAVAILABLE, sentence != NULL ? sentence : "");
}
