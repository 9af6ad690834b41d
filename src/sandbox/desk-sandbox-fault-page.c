/* desk-sandbox-fault-page.c: faults that make the consent pages hostile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-fault-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-http.h"
#include "desk-sandbox-fault-login.h"
#include "desk-sandbox-fault-stream.h"
#include "desk-sandbox-page-html.h"

#define FRAME_PATH "made-up"
#define LOOKALIKE ".lookalike.invalid"
#define FORGED_MESSAGE "{isCompleted:true,consentID:'" DESK_SANDBOX_FORGED_CONSENT "'}"

static const char message_script[] =
  "for (const other of [window.parent, window.top, window.opener])"
  "  if (other && other !== window) other.postMessage(" FORGED_MESSAGE ", '*');";

static const char popup_script[] =
  "const popUp = () => window.open(document.querySelector('#pop-up').dataset.address, '_blank', 'width=420,height=480');"
  "popUp();"
  "document.addEventListener('pointerdown', popUp, {once: true});";

static gboolean
is_on (DeskSandboxScreen *screen,
       const char        *name)
{
  return desk_sandbox_fault_login_is_on (screen, screen->session, name);
}

static gboolean
is_at_institution (DeskSandboxScreen *screen)
{
  return screen->action != NULL && g_str_has_prefix (screen->action, screen->call->world->bank_origin);
}

/* The address up to the end of its host, or of its path, and what comes after. */
static char *
insert_lookalike (const char *uri,
                  gboolean    after_path)
{
  const char *authority = strstr (uri, "://");
  gsize length;

  if (after_path || authority == NULL)
    length = strcspn (uri, "?#");
  else
    length = (gsize) (authority - uri) + 3 + strcspn (authority + 3, ":/?#");

  {
    g_autofree char *start = g_strndup (uri, length);

    return g_strconcat (start, LOOKALIKE, uri + length, NULL);
  }
}

char *
desk_sandbox_fault_page_dup_target (DeskSandboxScreen        *screen,
                                    const DeskSandboxSession *session)
{
  const DeskSandboxFaultSpec *lookalike = desk_sandbox_fault_login_find (screen, session, "lookalike-redirect");

  if (lookalike == NULL || session->redirect_uri == NULL)
    return g_strdup (session->redirect_uri);

  return insert_lookalike (session->redirect_uri, g_str_equal (lookalike->text, "path"));
}

const char *
desk_sandbox_fault_page_get_consent (DeskSandboxScreen        *screen,
                                     const DeskSandboxSession *session,
                                     const char               *consent_id)
{
  if (desk_sandbox_fault_login_is_on (screen, session, "redirect-without-consent-id"))
    return NULL;

  if (desk_sandbox_fault_login_is_on (screen, session, "lookalike-redirect"))
    return DESK_SANDBOX_FORGED_CONSENT;

  return consent_id;
}

/* The redirect URI as somebody would know it who does not know the state. */
static char *
dup_stateless (DeskSandboxScreen *screen)
{
  const DeskSandboxSession *session = screen->session;
  g_autofree char *origin = NULL;
  g_autofree char *base = NULL;

  if (session == NULL || session->redirect_uri == NULL || !is_on (screen, "hidden-frame"))
    return NULL;

  origin = desk_http_dup_origin (session->redirect_uri);
  if (origin == NULL)
    return NULL;

  base = g_strndup (session->redirect_uri, strcspn (session->redirect_uri, "?#"));
  return g_strdup_printf ("%s?session_id=%s&consent_id=" DESK_SANDBOX_FORGED_CONSENT, base, session->id);
}

void
desk_sandbox_fault_page_extend_policy (DeskSandboxScreen *screen,
                                       GString           *policy)
{
  g_autofree char *stateless = dup_stateless (screen);
  g_autofree char *target = stateless != NULL ? desk_http_dup_origin (stateless) : NULL;
  gboolean has_frame = is_on (screen, "hostile-message");

  if (has_frame || target != NULL)
    g_string_append (policy, "; frame-src");
  if (has_frame)
    g_string_append_printf (policy, " %s", screen->call->world->bank_origin);
  if (target != NULL)
    g_string_append_printf (policy, " %s", target);
  if (is_on (screen, "refuses-framing"))
    g_string_append (policy, "; frame-ancestors 'none'");
  else if (is_on (screen, "frame-ancestors"))
    g_string_append (policy, "; frame-ancestors https: http:");
}

static char *
dup_frame_address (DeskSandboxScreen *screen,
                   const char        *fault)
{
  return g_strdup_printf ("%s/" FRAME_PATH "?fault=%s&sess_id=%s", screen->call->world->bank_origin, fault,
                          screen->session != NULL ? screen->session->id : "");
}

static void
append_script (GString    *html,
               const char *nonce,
               const char *script)
{
  desk_sandbox_html_append (html, "<script nonce=\"%s\">", nonce);
  g_string_append_printf (html, "%s</script>\n", script);
}

static void
append_additions (DeskSandboxScreen *screen,
                  GString           *html)
{
  g_autofree char *stateless = dup_stateless (screen);
  g_autofree char *foreign = dup_frame_address (screen, "hostile-message");
  g_autofree char *popup = dup_frame_address (screen, "popup");

  if (stateless != NULL)
    desk_sandbox_html_append (html, "<iframe id=\"hidden-frame\" hidden src=\"%s\"></iframe>\n", stateless);
  if (is_on (screen, "hostile-message"))
    desk_sandbox_html_append (html, "<iframe id=\"foreign-frame\" hidden src=\"%s\"></iframe>\n", foreign);
  if (is_on (screen, "link-origin-mismatch") && is_at_institution (screen))
    append_script (html, screen->nonce, message_script);
  if (is_on (screen, "popup"))
    {
      desk_sandbox_html_append (html, "<div id=\"pop-up\" hidden data-address=\"%s\"></div>\n", popup);
      append_script (html, screen->nonce, popup_script);
    }
}

GBytes *
desk_sandbox_fault_page_decorate (DeskSandboxScreen *screen,
                                  GBytes            *html)
{
  g_autoptr(GString) additions = g_string_new (NULL);
  g_autoptr(GBytes) page = html;
  const char *text = g_bytes_get_data (html, NULL);
  gsize size = g_bytes_get_size (html);
  const char *end = g_strrstr_len (text, (gssize) size, "</body>");
  GString *decorated;

  append_additions (screen, additions);
  if (additions->len == 0 || end == NULL)
    return g_steal_pointer (&page);

  decorated = g_string_new_len (text, end - text);
  g_string_append_len (decorated, additions->str, (gssize) additions->len);
  g_string_append_len (decorated, end, (gssize) size - (end - text));
  return g_string_free_to_bytes (decorated);
}

void
desk_sandbox_fault_page_finish (DeskSandboxScreen *screen)
{
  SoupServerMessage *message = screen->call->message;

  if (is_on (screen, "refuses-framing"))
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "X-Frame-Options", "DENY");
  if (is_on (screen, "endless-page"))
    desk_sandbox_fault_stream_never_end (message);
}

static void
reply_made_up (DeskSandboxScreen *screen,
               gboolean           is_message)
{
  SoupServerMessage *message = screen->call->message;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *policy = g_strdup_printf ("default-src 'none'; script-src 'nonce-%s'", screen->nonce);
  GString *html = g_string_new ("<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\">");
  g_autoptr(GBytes) page = NULL;

  desk_sandbox_html_append (html, "<title>%s</title></head>\n<body>\n<p>%s</p>\n", _("Made up"),
                            _("A fault of the sandbox shows this page. Nothing here is real."));
  if (is_message)
    append_script (html, screen->nonce, message_script);
  g_string_append (html, "</body>\n</html>\n");
  page = g_string_free_to_bytes (html);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_content_type (headers, "text/html; charset=utf-8", NULL);
  soup_message_headers_replace (headers, "Content-Security-Policy", policy);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), page);
}

gboolean
desk_sandbox_fault_page_answer (DeskSandboxCall *call)
{
  const char *fault = desk_sandbox_form_get (call->query, "fault");
  const char *id = desk_sandbox_form_get (call->query, "sess_id");
  DeskSandboxSession *session = id != NULL ? desk_sandbox_state_find_session (call->world->state, id) : NULL;
  gboolean is_message = g_strcmp0 (fault, "hostile-message") == 0;
  DeskSandboxScreen screen;
  gboolean answered;

  if (!g_str_equal (call->path, FRAME_PATH) || (!is_message && g_strcmp0 (fault, "popup") != 0))
    return FALSE;

  desk_sandbox_screen_init (&screen, call, session, "bank");
  answered = desk_sandbox_fault_login_is_on (&screen, session, fault);
  if (answered)
    reply_made_up (&screen, is_message);
  desk_sandbox_screen_clear (&screen);
  return answered;
}
