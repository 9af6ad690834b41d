/* desk-sandbox-outcome.c: how an auth session ends, and who is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-outcome.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-sandbox-fault-login.h"
#include "desk-sandbox-fault-page.h"
#include "desk-sandbox-json.h"

#define ERROR_PAGE "https://docs.fiskil.com/errors#"

/* What is told about each failure. */
static const struct
{
  const char *error;
  const char *type;
  const char *description;
  const char *title;
  const char *text;
} failures[] = {
  [DESK_SANDBOX_FAILURE_INVALID] = {
    "auth_session_invalid", "AUTH_SESSION_INVALID", "Auth session is either terminated or not found.",
    N_("This session cannot be used"),
    N_("It has ended, has expired or never was. Go back to the app and start again."),
  },
  [DESK_SANDBOX_FAILURE_CANCELLED] = {
    "access_denied", "AUTH_SESSION_CANCELLED", "End-user cancelled the auth session.",
    N_("You cancelled"),
    N_("Nothing was shared. Go back to the app to start again."),
  },
  [DESK_SANDBOX_FAILURE_DENIED] = {
    "access_denied", "CONSENT_ENDUSER_DENIED",
    "End-user denied consent during authorisation inside remote institution.",
    N_("You did not share your data"),
    N_("Nothing was shared. Go back to the app to try again."),
  },
  [DESK_SANDBOX_FAILURE_UPSTREAM] = {
    "access_denied", "CONSENT_UPSTREAM_PROCESSING_ERROR",
    "Unrecoverable error occurred while processing the consent at the remote institution.",
    N_("Your institution has a problem"), N_("Nothing was shared. Go back to the app and try again later."),
  },
  [DESK_SANDBOX_FAILURE_CODE] = {
    "access_denied", "CONSENT_OTP_FAILURE", "End-user could not be authenticated by the remote institution.",
    N_("Your institution did not recognise you"), N_("Nothing was shared. Go back to the app to try again."),
  },
  [DESK_SANDBOX_FAILURE_INELIGIBLE] = {
    "access_denied", "CONSENT_ENDUSER_INELIGIBLE", "End-user has no account that is eligible for data sharing.",
    N_("You have no account to share"), N_("Your institution lets you share none of your accounts. Ask it why, or choose another one."),
  },
  [DESK_SANDBOX_FAILURE_TIMEOUT] = {
    "access_denied", "CONSENT_TIMEOUT", "End-user did not complete the consent in time.",
    N_("You took too long"), N_("Nothing was shared. Go back to the app to try again."),
  },
  [DESK_SANDBOX_FAILURE_CONSUMER_DATA] = {
    "access_denied", "CONSUMERDATA_PROCESSING_ERROR", "Error occurred while processing the consumer data.",
    N_("Your institution has a problem"), N_("Nothing was shared. Go back to the app and try again later."),
  },
  [DESK_SANDBOX_FAILURE_LINK_INVALID] = {
    "auth_session_invalid", "LINK_INVALID_SESSION", "Auth session is either terminated or not found.",
    N_("This session cannot be used"), N_("It has ended, has expired or never was. Go back to the app and start again."),
  },
  [DESK_SANDBOX_FAILURE_NOT_FOUND] = {
    "auth_session_not_found", "AUTH_SESSION_NOT_FOUND", "Auth session is not found.",
    N_("This session cannot be used"), N_("It has ended, has expired or never was. Go back to the app and start again."),
  },
  [DESK_SANDBOX_FAILURE_TERMINAL] = {
    "auth_session_terminal", "AUTH_SESSION_TERMINAL", "Auth session is terminated.",
    N_("This session cannot be used"), N_("It has ended, has expired or never was. Go back to the app and start again."),
  },
  [DESK_SANDBOX_FAILURE_INTERNAL] = {
    "server_error", NULL, "Unexpected error.",
    N_("Something went wrong"), N_("Nothing was shared. Go back to the app and try again later."),
  },
};

/* The query of @uri is kept, and what is new comes after it and before the fragment. */
static char *
append_query (const char *uri,
              const char *query)
{
  gsize length = strcspn (uri, "#");
  g_autofree char *start = g_strndup (uri, length);
  const char *separator = "?";

  if (strchr (start, '?') != NULL)
    separator = g_str_has_suffix (start, "?") || g_str_has_suffix (start, "&") ? "" : "&";

  return g_strconcat (start, separator, query, uri + length, NULL);
}

static void
reply_page (DeskSandboxScreen *screen,
            guint              status,
            gboolean           completed,
            const char        *title,
            const char        *text,
            const char        *message,
            const char        *redirect_url)
{
  const DeskSandboxPageOutcome outcome = { screen->nonce, completed, title, text, message, redirect_url };

  desk_sandbox_screen_reply (screen, status, desk_sandbox_page_new_outcome (&outcome));
}

static char *
build_success_message (const char *consent_id,
                       const char *redirect_url)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  desk_sandbox_json_add_boolean (builder, "isCompleted", TRUE);
  desk_sandbox_json_add_string (builder, "consentID", consent_id);
  desk_sandbox_json_add_string (builder, "redirectURL", redirect_url);
  json_builder_end_object (builder);
  return desk_sandbox_json_dup_text (builder);
}

void
desk_sandbox_outcome_reply_completed (DeskSandboxScreen  *screen,
                                      DeskSandboxSession *session,
                                      const char         *consent_id)
{
  const char *named = desk_sandbox_fault_page_get_consent (screen, session, consent_id);
  g_autofree char *query = soup_form_encode ("session_id", session->id,
                                             named != NULL ? "consent_id" : NULL, named, NULL);
  g_autofree char *target = desk_sandbox_fault_page_dup_target (screen, session);
  g_autofree char *redirect_url = target != NULL ? append_query (target, query) : NULL;
  g_autofree char *message = NULL;

  if (redirect_url != NULL && !session->framed)
    {
      desk_sandbox_screen_redirect (screen, redirect_url);
      return;
    }

  if (desk_sandbox_fault_login_is_on (screen, session, "message-without-consent-id"))
    consent_id = NULL;
  message = build_success_message (consent_id, redirect_url);
  reply_page (screen, SOUP_STATUS_OK, TRUE, _("You are all set"),
              _("Your data is now shared with the app. You can stop sharing at any time."), message, redirect_url);
}

static char *
build_failure_message (const char *error,
                       const char *type,
                       const char *id,
                       const char *description)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *uri = type != NULL ? g_strconcat (ERROR_PAGE, type, NULL) : NULL;

  json_builder_begin_object (builder);
  desk_sandbox_json_add_boolean (builder, "isCompleted", FALSE);
  desk_sandbox_json_add_string (builder, "error", error);
  desk_sandbox_json_add_string (builder, "errorType", type);
  desk_sandbox_json_add_string (builder, "errorID", id);
  desk_sandbox_json_add_string (builder, "errorDescription", description);
  desk_sandbox_json_add_string (builder, "errorURI", uri);
  json_builder_end_object (builder);
  return desk_sandbox_json_dup_text (builder);
}

static char *
build_cancel_url (DeskSandboxScreen  *screen,
                  DeskSandboxSession *session,
                  DeskSandboxFailure  failure,
                  const char         *error_id)
{
  g_autofree char *own = g_strconcat (screen->call->world->auth_origin, "/cancel", NULL);
  const char *type = failures[failure].type;
  g_autofree char *query = NULL;

  if (type != NULL)
    {
      g_autofree char *error_uri = g_strconcat (ERROR_PAGE, type, NULL);

      query = soup_form_encode ("error", failures[failure].error, "error_type", type, "error_id", error_id,
                                "error_description", failures[failure].description, "error_uri", error_uri, NULL);
    }
  else
    {
      query = soup_form_encode ("error", failures[failure].error, "error_id", error_id,
                                "error_description", failures[failure].description, NULL);
    }

  return append_query (session->cancel_uri != NULL ? session->cancel_uri : own, query);
}

void
desk_sandbox_outcome_reply_failed (DeskSandboxScreen  *screen,
                                   DeskSandboxSession *session,
                                   DeskSandboxFailure  failure)
{
  g_autofree char *error_id = desk_sandbox_state_dup_error_id (screen->call->world->state);
  g_autofree char *cancel_url = build_cancel_url (screen, session, failure, error_id);
  g_autofree char *message = NULL;

  if (!session->framed)
    {
      desk_sandbox_screen_redirect (screen, cancel_url);
      return;
    }

  message = build_failure_message (failures[failure].error, failures[failure].type, error_id,
                                   failures[failure].description);
  reply_page (screen, SOUP_STATUS_OK, FALSE, _(failures[failure].title), _(failures[failure].text),
              message, cancel_url);
}

void
desk_sandbox_outcome_reply_invalid (DeskSandboxScreen *screen)
{
  g_autofree char *error_id = desk_sandbox_state_dup_error_id (screen->call->world->state);
  const DeskSandboxFailure failure = desk_sandbox_fault_login_get_invalid (screen);
  g_autofree char *message = build_failure_message (failures[failure].error, failures[failure].type, error_id,
                                                    failures[failure].description);

  reply_page (screen, SOUP_STATUS_BAD_REQUEST, FALSE, _(failures[failure].title), _(failures[failure].text),
              message, NULL);
}

/* The failure named in the query; only those that end here are believed. */
static DeskSandboxFailure
read_failure (DeskSandboxScreen *screen)
{
  const char *type = desk_sandbox_form_get (screen->call->query, "error_type");

  for (DeskSandboxFailure failure = DESK_SANDBOX_FAILURE_CANCELLED; failure <= DESK_SANDBOX_FAILURE_CONSUMER_DATA; failure++)
    if (g_strcmp0 (type, failures[failure].type) == 0)
      return failure;

  if (g_strcmp0 (desk_sandbox_form_get (screen->call->query, "error"), failures[DESK_SANDBOX_FAILURE_INTERNAL].error) == 0)
    return DESK_SANDBOX_FAILURE_INTERNAL;

  return DESK_SANDBOX_FAILURE_CANCELLED;
}

void
desk_sandbox_outcome_reply_cancel_page (DeskSandboxScreen *screen)
{
  DeskSandboxFailure failure = read_failure (screen);
  const char *error_id = desk_sandbox_form_get (screen->call->query, "error_id");
  g_autofree char *message = build_failure_message (failures[failure].error, failures[failure].type, error_id,
                                                    failures[failure].description);

  reply_page (screen, SOUP_STATUS_OK, FALSE, _(failures[failure].title), _(failures[failure].text), message, NULL);
}
