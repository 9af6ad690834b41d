/* desk-link-navigation.c: judges where a page wants to go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-link-navigation.h"

#include "desk-http.h"
#include "desk-link-address.h"
#include "desk-outcome.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  TARGET_NONE,
  TARGET_REDIRECT,
  TARGET_CANCEL,
  TARGET_EITHER,
} Target;

static gboolean
is_web_page (const char *uri)
{
  g_autofree char *scheme = NULL;

  if (g_strcmp0 (uri, "about:blank") == 0 || g_strcmp0 (uri, "about:srcdoc") == 0)
    return TRUE;

  /* g_uri_peek_scheme() would keep each scheme that a page makes up for ever. */
  scheme = uri != NULL ? g_uri_parse_scheme (uri) : NULL;
  return scheme != NULL
         && (g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0);
}

/* Returns: (transfer full) (nullable): the cancel URI; the auth pages' own where none was set */
static char *
dup_cancel_uri (const DeskLinkSession *session)
{
  if (session->cancel_uri != NULL)
    return g_strdup (session->cancel_uri);
  if (session->auth_origin != NULL)
    return g_strconcat (session->auth_origin, "/cancel", NULL);

  return NULL;
}

/* Two URIs that differ by their query alone are told apart by it. */
static Target
choose_by_query (const DeskLinkAddress *address,
                 const DeskLinkAddress *redirect,
                 const DeskLinkAddress *cancel)
{
  gboolean is_redirect = desk_link_query_includes (address->query, redirect->query);
  gboolean is_cancel = desk_link_query_includes (address->query, cancel->query);

  if (is_redirect && is_cancel)
    {
      /* The one that asks for more is meant. */
      is_redirect = desk_link_query_includes (redirect->query, cancel->query);
      is_cancel = desk_link_query_includes (cancel->query, redirect->query);
    }

  if (is_redirect == is_cancel)
    return TARGET_EITHER;

  return is_redirect ? TARGET_REDIRECT : TARGET_CANCEL;
}

static Target
find_target (const DeskLinkSession *session,
             const DeskLinkAddress *address)
{
  g_autofree char *cancel_uri = dup_cancel_uri (session);
  g_autoptr(DeskLinkAddress) redirect = desk_link_address_parse (session->redirect_uri);
  g_autoptr(DeskLinkAddress) cancel = desk_link_address_parse (cancel_uri);
  gboolean is_redirect = redirect != NULL && desk_link_address_has_same_target (address, redirect);
  gboolean is_cancel = cancel != NULL && desk_link_address_has_same_target (address, cancel);

  if (is_redirect && is_cancel)
    return choose_by_query (address, redirect, cancel);
  if (is_redirect)
    return TARGET_REDIRECT;

  return is_cancel ? TARGET_CANCEL : TARGET_NONE;
}

/* Returns: (nullable): why the address belongs to another attempt */
static const char *
find_foreign (const DeskLinkSession *session,
              const DeskLinkQuery   *query,
              Target                 target)
{
  /* The auth pages' own cancel address never was given a state. */
  gboolean needs_state = session->state != NULL
                         && (target != TARGET_CANCEL || session->cancel_uri != NULL);

  if (needs_state && !desk_link_query_has (query, "state"))
    return _("A return address without the state of this attempt was ignored");
  if (session->state != NULL && !desk_link_query_agrees (query, "state", session->state))
    return _("A return address with another state was ignored");
  if (!desk_link_query_agrees (query, "session_id", session->session_id)
      || !desk_link_query_agrees (query, "sess_id", session->session_id))
    return _("A return address of another session was ignored");

  return NULL;
}

static DeskLinkVerdict *
ignore (const char *uri,
        const char *reason)
{
  DeskLinkVerdict *verdict = desk_link_verdict_new (DESK_LINK_VERDICT_IGNORED, reason);

  verdict->origin = desk_http_dup_origin (uri);
  verdict->names_result = TRUE;
  return verdict;
}

static gboolean
is_success (const DeskLinkQuery *query,
            Target               target)
{
  if (target == TARGET_CANCEL || desk_link_verdict_is_error_query (query))
    return FALSE;

  /* Where both URIs are one, only what success alone brings is a success. */
  return target == TARGET_REDIRECT
         || desk_link_query_has (query, "session_id")
         || desk_link_query_has (query, "sess_id");
}

static DeskLinkVerdict *
judge_own (const DeskLinkSession *session,
           const char            *uri,
           const DeskLinkQuery   *query,
           Target                 target)
{
  const char *foreign = find_foreign (session, query, target);
  const char *fallback_code;

  if (foreign != NULL)
    return ignore (uri, foreign);

  if (is_success (query, target))
    return desk_link_verdict_new_completed (desk_link_query_get_unique (query, "consent_id"));

  fallback_code = desk_link_verdict_is_error_query (query) ? DESK_OUTCOME_INTERNAL_ERROR
                                                           : DESK_OUTCOME_SESSION_CANCELLED;
  return desk_link_verdict_new_failed (query, fallback_code);
}

DeskLinkVerdict *
desk_link_navigation_judge (const DeskLinkSession *session,
                            const char            *uri)
{
  g_autoptr(DeskLinkAddress) address = NULL;
  Target target;

  g_return_val_if_fail (session != NULL, NULL);

  if (!is_web_page (uri))
    return desk_link_verdict_new (DESK_LINK_VERDICT_DENY,
                                  _("The page tried to open something that is not a web page"));

  address = desk_link_address_parse (uri);
  target = address != NULL ? find_target (session, address) : TARGET_NONE;
  if (target == TARGET_NONE)
    return desk_link_verdict_new (DESK_LINK_VERDICT_ALLOW, NULL);

  return judge_own (session, uri, address->query, target);
}
