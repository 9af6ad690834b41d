/* desk-sandbox-auth-screens.c: the screens that Fiskil shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-auth-screens.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-sandbox-app.h"
#include "desk-sandbox-bank-screens.h"
#include "desk-sandbox-fault-login.h"
#include "desk-sandbox-outcome.h"
#include "desk-sandbox-permission.h"
#include "desk-sandbox-sharing.h"

/* The session's id comes after it, so that two of them can be open side by side. */
#define PLAIN_COOKIE "session_"
#define EMBEDDED_COOKIE "embedded_"

static char *
dup_cookie (DeskSandboxScreen *screen,
            const char        *prefix)
{
  g_autofree char *value = desk_sandbox_state_dup_derived (screen->call->world->state, "cookie", screen->session->id);

  return g_strdup_printf ("%s%s=%s", prefix, screen->session->id, value);
}

/* Twice: in a frame on a page of another site, as localhost is to 127.0.0.1, a browser may keep only
 * what is SameSite=None and Partitioned, and one that takes no Secure cookie over http keeps the plain one. */
static void
set_cookies (DeskSandboxScreen *screen)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (screen->call->message);
  g_autofree char *plain = dup_cookie (screen, PLAIN_COOKIE);
  g_autofree char *embedded = dup_cookie (screen, EMBEDDED_COOKIE);
  g_autofree char *plain_header = g_strconcat (plain, "; Path=/; HttpOnly", NULL);
  g_autofree char *embedded_header = g_strconcat (embedded, "; Path=/; HttpOnly; SameSite=None; Secure; Partitioned", NULL);

  soup_message_headers_append (headers, "Set-Cookie", plain_header);
  soup_message_headers_append (headers, "Set-Cookie", embedded_header);
}

static gboolean
has_cookie (DeskSandboxScreen *screen)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (screen->call->message);
  g_autofree char *plain = dup_cookie (screen, PLAIN_COOKIE);
  g_autofree char *embedded = dup_cookie (screen, EMBEDDED_COOKIE);
  const char *text = soup_message_headers_get_list (headers, "Cookie");
  g_auto (GStrv) cookies = g_strsplit_set (text != NULL ? text : "", ";,", -1);

  for (guint i = 0; cookies[i] != NULL; i++)
    {
      const char *cookie = g_strstrip (cookies[i]);

      if (g_str_equal (cookie, plain) || g_str_equal (cookie, embedded))
        return TRUE;
    }

  return FALSE;
}

static char *
dup_address (DeskSandboxScreen *screen,
             const char        *path)
{
  return g_strconcat (screen->call->world->auth_origin, path, "?sess_id=", screen->session->id, NULL);
}

static const char *
get_industry (DeskSandboxScreen *screen)
{
  DeskSandboxInstitution *institution = NULL;

  if (screen->session->pinned)
    institution = desk_sandbox_directory_find_institution (screen->call->world->directory,
                                                           screen->session->institution_id);

  return institution != NULL ? institution->industry : NULL;
}

static void
show_allow (DeskSandboxScreen *screen)
{
  g_auto (DeskSandboxSharing) sharing = { 0 };
  g_autofree char *action = dup_address (screen, "/allow");
  DeskSandboxPage page = desk_sandbox_screen_prepare (screen, action, NULL);

  if (!screen->session->pinned)
    page.institution = NULL;

  desk_sandbox_sharing_init (&sharing, screen->session, get_industry (screen),
                             desk_sandbox_state_get_now (screen->call->world->state));
  set_cookies (screen);
  desk_sandbox_screen_reply (screen, SOUP_STATUS_OK, desk_sandbox_page_new_allow (&page, &sharing.page));
}

static int
compare_priority (gconstpointer a,
                  gconstpointer b)
{
  const DeskSandboxInstitution *first = *(DeskSandboxInstitution *const *) a;
  const DeskSandboxInstitution *second = *(DeskSandboxInstitution *const *) b;

  return first->priority - second->priority;
}

static void
show_institutions (DeskSandboxScreen *screen,
                   guint              status,
                   const char        *error)
{
  GPtrArray *known = desk_sandbox_directory_get_institutions (screen->call->world->directory);
  g_autoptr(GPtrArray) institutions = g_ptr_array_new ();
  g_autofree char *action = dup_address (screen, "/institutions");
  DeskSandboxPage page = desk_sandbox_screen_prepare (screen, action, error);

  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (institutions, g_ptr_array_index (known, i));
  g_ptr_array_sort (institutions, compare_priority);

  page.institution = NULL;
  desk_sandbox_screen_reply (screen, status, desk_sandbox_page_new_institutions (&page, institutions));
}

static void
cancel (DeskSandboxScreen *screen)
{
  DeskSandboxSession *session = screen->session;

  session->status = DESK_SANDBOX_SESSION_CANCELLED;
  desk_sandbox_state_save (screen->call->world->state);
  desk_sandbox_outcome_reply_failed (screen, session, DESK_SANDBOX_FAILURE_CANCELLED);
}

static gboolean
is_in_outage (DeskSandboxScreen *screen,
              const char        *institution_id)
{
  const DeskSandboxInstitution *institution =
    desk_sandbox_directory_find_institution (screen->call->world->directory, institution_id);

  return institution != NULL && institution->health == DESK_SANDBOX_HEALTH_OUTAGE;
}

static void
answer_allow (DeskSandboxScreen *screen)
{
  if (desk_sandbox_screen_is_cancelled (screen))
    {
      cancel (screen);
      return;
    }

  if (screen->session->pinned && is_in_outage (screen, screen->session->institution_id))
    {
      desk_sandbox_outcome_reply_failed (screen, screen->session, DESK_SANDBOX_FAILURE_UPSTREAM);
      return;
    }

  screen->session->allowed = TRUE;
  if (screen->session->pinned)
    desk_sandbox_bank_screens_redirect (screen);
  else
    desk_sandbox_screen_redirect_to (screen, screen->call->world->auth_origin, "/institutions", "sess_id",
                                     screen->session->id);
}

static void
answer_institutions (DeskSandboxScreen *screen)
{
  const char *id = desk_sandbox_form_get (screen->posted, "institution");

  if (desk_sandbox_screen_is_cancelled (screen))
    {
      cancel (screen);
      return;
    }

  if (id == NULL || desk_sandbox_directory_find_institution (screen->call->world->directory, id) == NULL)
    {
      show_institutions (screen, SOUP_STATUS_UNPROCESSABLE_ENTITY, _("Choose one of the institutions."));
      return;
    }

  if (is_in_outage (screen, id))
    {
      show_institutions (screen, SOUP_STATUS_UNPROCESSABLE_ENTITY,
                         _("This institution is not available right now. Choose another one or come back later."));
      return;
    }

  desk_sandbox_session_restart (screen->session);
  screen->session->allowed = TRUE;
  screen->session->institution_id = g_strdup (id);
  desk_sandbox_bank_screens_redirect (screen);
}

static DeskSandboxConsent *
add_consent (DeskSandboxScreen *screen)
{
  DeskSandboxWorld *world = screen->call->world;
  DeskSandboxSession *session = screen->session;
  DeskSandboxInstitution *institution =
    desk_sandbox_directory_find_institution (world->directory, session->institution_id);
  g_auto (GStrv) permissions = desk_sandbox_permission_select (institution->industry,
                                                               (const char *const *) session->permissions);

  return desk_sandbox_state_add_consent (world->state, session->end_user_id, session->institution_id,
                                         session->customer_id, (const char *const *) session->account_ids,
                                         (const char *const *) permissions);
}

/* The consent with its new period; %NULL if it has ended in the meantime. */
static DeskSandboxConsent *
renew_consent (DeskSandboxScreen *screen)
{
  DeskSandboxState *state = screen->call->world->state;
  DeskSandboxConsent *consent = desk_sandbox_state_find_consent (state, screen->session->arrangement_id);

  if (consent == NULL || !desk_sandbox_consent_renew (consent, desk_sandbox_state_get_now (state)))
    return NULL;

  return consent;
}

static void
fail (DeskSandboxScreen  *screen,
      DeskSandboxFailure  failure)
{
  if (failure == DESK_SANDBOX_FAILURE_CANCELLED)
    {
      cancel (screen);
      return;
    }

  desk_sandbox_outcome_reply_failed (screen, screen->session, failure);
  desk_sandbox_session_restart (screen->session);
}

static void
complete (DeskSandboxScreen *screen)
{
  DeskSandboxWorld *world = screen->call->world;
  DeskSandboxSession *session = screen->session;
  DeskSandboxConsent *consent = session->arrangement_id != NULL ? renew_consent (screen) : add_consent (screen);

  if (consent == NULL)
    {
      fail (screen, DESK_SANDBOX_FAILURE_UPSTREAM);
      return;
    }

  session->status = DESK_SANDBOX_SESSION_COMPLETED;
  desk_sandbox_state_save (world->state);
  desk_sandbox_outcome_reply_completed (screen, session, consent->arrangement_id);
}

static void
answer_return (DeskSandboxScreen *screen)
{
  DeskSandboxFailure failure;

  if (screen->session->denied)
    {
      fail (screen, DESK_SANDBOX_FAILURE_DENIED);
    }
  else if (desk_sandbox_fault_login_get_failure (screen, &failure))
    {
      fail (screen, failure);
    }
  else if (screen->session->confirmed)
    {
      complete (screen);
    }
  else
    {
      desk_sandbox_outcome_reply_invalid (screen);
    }
}

static void
answer_session (DeskSandboxScreen *screen)
{
  const char *path = screen->call->path;
  gboolean is_post = screen->posted != NULL;

  if (is_post && !desk_sandbox_screen_is_posted (screen))
    desk_sandbox_outcome_reply_invalid (screen);
  else if (is_post && g_str_equal (path, "allow"))
    answer_allow (screen);
  else if (!screen->session->allowed)
    desk_sandbox_screen_redirect_to (screen, screen->call->world->auth_origin, "/", "sess_id", screen->session->id);
  else if (is_post && g_str_equal (path, "institutions") && !screen->session->pinned)
    answer_institutions (screen);
  else if (!is_post && g_str_equal (path, "institutions") && !screen->session->pinned)
    show_institutions (screen, SOUP_STATUS_OK, NULL);
  else if (!is_post && g_str_equal (path, "complete"))
    answer_return (screen);
  else
    desk_sandbox_call_fail (screen->call, SOUP_STATUS_NOT_FOUND, "not_found", "There is nothing at this path");
}

/* The drawing at this path, or %NULL. */
static char *
dup_drawing (DeskSandboxCall *call)
{
  GPtrArray *institutions = desk_sandbox_directory_get_institutions (call->world->directory);

  for (guint i = 0; i < institutions->len; i++)
    {
      const DeskSandboxInstitution *institution = g_ptr_array_index (institutions, i);
      g_autofree char *icon = g_strdup_printf ("icons/%s.svg", institution->id);
      g_autofree char *logo = g_strdup_printf ("icons/%s-logo.svg", institution->id);

      if (g_str_equal (icon, call->path))
        return desk_sandbox_institution_dup_icon (institution);
      if (g_str_equal (logo, call->path))
        return desk_sandbox_institution_dup_logo (institution);
    }

  return g_str_equal (call->path, DESK_SANDBOX_APP_LOGO) ? g_strdup (DESK_SANDBOX_APP_DRAWING) : NULL;
}

/* The drawings that the API's icons and logos lead to. */
static gboolean
answer_icon (DeskSandboxCall *call)
{
  char *image = dup_drawing (call);

  if (image == NULL)
    return FALSE;

  soup_server_message_set_status (call->message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (call->message, "image/svg+xml", SOUP_MEMORY_TAKE, image, strlen (image));
  return TRUE;
}

static void
answer_screen (DeskSandboxScreen *screen)
{
  const char *path = screen->call->path;

  if (g_str_equal (path, "cancel"))
    desk_sandbox_outcome_reply_cancel_page (screen);
  else if (screen->session == NULL || desk_sandbox_fault_login_invalidates (screen))
    desk_sandbox_outcome_reply_invalid (screen);
  else if (path[0] == '\0' && screen->posted == NULL)
    show_allow (screen);
  else if (has_cookie (screen))
    answer_session (screen);
  else
    desk_sandbox_outcome_reply_invalid (screen);
}

void
desk_sandbox_auth_screens_answer (DeskSandboxCall *call)
{
  const char *id = desk_sandbox_form_get (call->query, "sess_id");
  DeskSandboxSession *session = NULL;
  DeskSandboxScreen screen;

  if (answer_icon (call))
    return;

  if (id != NULL)
    session = desk_sandbox_state_find_session (call->world->state, id);

  desk_sandbox_screen_init (&screen, call, session, "auth");
  answer_screen (&screen);
  desk_sandbox_screen_clear (&screen);
}
