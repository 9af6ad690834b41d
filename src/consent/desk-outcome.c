/* desk-outcome.c: every way in which a link attempt can end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-outcome.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Why an outcome cannot occur in some way. */
#define NEVER_IN_BROWSER { \
    [DESK_LINK_WAY_BROWSER] = "The page is in the user's own browser, which shows this itself and tells nobody.", \
  }
#define BROWSER_ALONE { \
    [DESK_LINK_WAY_REDIRECT] = "No browser is opened.", \
    [DESK_LINK_WAY_EMBEDDED] = "No browser is opened.", \
  }
#define HAS_FRAME_ALWAYS { \
    [DESK_LINK_WAY_REDIRECT] = "There is no frame.", \
    [DESK_LINK_WAY_EMBEDDED] = "The host page is our own and always has its frame.", \
    [DESK_LINK_WAY_BROWSER] = "There is no frame.", \
  }
#define IGNORED_ALWAYS { \
    [DESK_LINK_WAY_REDIRECT] = "A result from another place is ignored and noted: it cannot end the attempt.", \
    [DESK_LINK_WAY_EMBEDDED] = "A result from another place is ignored and noted: it cannot end the attempt.", \
    [DESK_LINK_WAY_BROWSER] = "No message comes back from a browser.", \
  }

static const DeskOutcome outcomes[] = {
  {
    .code = DESK_OUTCOME_INTERNAL_ERROR,
    .title = N_("The consent page reported an error"),
    .cause = N_("The page gave no reason that is known here."),
    .next_step = N_("Try again with a new session. If it happens again, contact Fiskil support with the error id."),
    .retry = DESK_OUTCOME_RETRY_NEW_SESSION,
  },
  {
    .code = DESK_OUTCOME_LINKED,
    .title = N_("The account is linked"),
    .cause = N_("The service confirmed the consent."),
    .next_step = N_("Browse the data that is shared."),
    .retry = DESK_OUTCOME_RETRY_NONE,
  },
  {
    .code = DESK_OUTCOME_UNCONFIRMED,
    .title = N_("The consent could not be confirmed"),
    .cause = N_("The page reported success, but the service did not confirm that anything is new."),
    .next_step = N_("Keep waiting, or refresh the consents of this end user later: if it was given, it is listed there."),
    .retry = DESK_OUTCOME_RETRY_KEEP_WAITING,
  },
  {
    .code = DESK_OUTCOME_NOT_LISTED,
    .title = N_("The service does not list the consent for this end user"),
    .cause = N_("The page named a consent, but it did not appear among those of this end user within a minute."),
    .next_step = N_("Keep waiting for another minute. If it does not appear, it may belong to somebody else: do not use it."),
    .retry = DESK_OUTCOME_RETRY_KEEP_WAITING,
  },
  {
    .code = DESK_OUTCOME_UNNAMED,
    .title = N_("The page reported success without naming a consent"),
    .cause = N_("It may have been given, but no consent of this end user became new at the service within a minute."),
    .next_step = N_("Keep waiting, or refresh the consents of this end user later. Look there before you link again."),
    .retry = DESK_OUTCOME_RETRY_KEEP_WAITING,
  },
  {
    .code = DESK_OUTCOME_NOT_ACTIVE,
    .title = N_("The consent is not active"),
    .cause = N_("The page reported success, but the service lists the consent as ended."),
    .next_step = N_("Link the account again."),
    .retry = DESK_OUTCOME_RETRY_NEW_SESSION,
  },
  {
    .code = DESK_OUTCOME_FOREIGN_CONSENT,
    .title = N_("The consent belongs to another end user"),
    .cause = N_("The page named a consent that the service does not list as this end user's."),
    .next_step = N_("Do not use this consent. Contact Fiskil support with the session id."),
    .retry = DESK_OUTCOME_RETRY_NONE,
  },
  {
    .code = DESK_OUTCOME_SEVERAL_CONSENTS,
    .title = N_("More than one consent is new"),
    .cause = N_("The page reported success without a consent id, and several consents changed meanwhile."),
    .next_step = N_("Keep waiting to choose the one that was just given. All of them are listed with this end user."),
    .retry = DESK_OUTCOME_RETRY_KEEP_WAITING,
  },
  {
    .code = DESK_OUTCOME_SESSION_FAILED,
    .title = N_("The session could not be created"),
    .cause = N_("The service refused to create an auth session, or could not be reached."),
    .next_step = N_("Read the message of the service, then try again."),
    .retry = DESK_OUTCOME_RETRY_NEW_SESSION,
  },
  {
    .code = DESK_OUTCOME_SESSION_REFUSED,
    .title = N_("The consent page’s address is not safe"),
    .cause = N_("The service named an address that is not https, or that holds a user name."),
    .next_step = N_("Check the addresses of this environment."),
    .retry = DESK_OUTCOME_RETRY_NEW_SESSION,
  },
  {
    .code = DESK_OUTCOME_SNAPSHOT_FAILED,
    .title = N_("The present consents could not be read"),
    .cause = N_("Without them a new consent cannot be told from an old one, so the page was not opened."),
    .next_step = N_("Check the connection and the credentials, then try again."),
    .retry = DESK_OUTCOME_RETRY_SAME_SESSION,
  },
  {
    .code = DESK_OUTCOME_NETWORK_FAILED,
    .title = N_("The consent page could not be loaded"),
    .cause = N_("The connection failed, or the server did not answer with a page."),
    .next_step = N_("Check the connection, then open the page again."),
    .retry = DESK_OUTCOME_RETRY_SAME_SESSION,
    .never = NEVER_IN_BROWSER,
  },
  {
    .code = DESK_OUTCOME_TLS_FAILED,
    .title = N_("The connection is not secure"),
    .cause = N_("The certificate of the page is not trusted, so nothing was sent."),
    .next_step = N_("Check the clock and the network of this computer. Do not go on before the cause is known."),
    .retry = DESK_OUTCOME_RETRY_SAME_SESSION,
    .never = NEVER_IN_BROWSER,
  },
  {
    .code = DESK_OUTCOME_PAGE_CRASHED,
    .title = N_("The consent page crashed"),
    .cause = N_("The process that shows the page ended."),
    .next_step = N_("Open the page again."),
    .retry = DESK_OUTCOME_RETRY_SAME_SESSION,
    .never = NEVER_IN_BROWSER,
  },
  {
    .code = DESK_OUTCOME_PAGE_UNRESPONSIVE,
    .title = N_("The consent page does not respond"),
    .cause = N_("The process that shows the page is busy or stuck."),
    .next_step = N_("Open the page again."),
    .retry = DESK_OUTCOME_RETRY_SAME_SESSION,
    .never = NEVER_IN_BROWSER,
  },
  {
    .code = DESK_OUTCOME_BROWSER_FAILED,
    .title = N_("The browser could not be opened"),
    .cause = N_("No browser is set up for web pages, or it did not start."),
    .next_step = N_("Choose a default browser, or link inside this window."),
    .retry = DESK_OUTCOME_RETRY_SAME_SESSION,
    .never = BROWSER_ALONE,
  },
  {
    .code = DESK_OUTCOME_LISTENER_FAILED,
    .title = N_("The browser would find no way back"),
    .cause = N_("This program could not listen for the browser’s return: the port may be in use."),
    .next_step = N_("Set another port for the system browser in this environment, or 0 for any free one. Or link inside "
                    "this window."),
    .retry = DESK_OUTCOME_RETRY_SAME_SESSION,
    .never = BROWSER_ALONE,
  },
  {
    .code = DESK_OUTCOME_TIMEOUT,
    .title = N_("The time is over"),
    .cause = N_("The consent page reported no result in time."),
    .next_step = N_("Open the page again. As long as the session is valid, it goes on with the same one."),
    .retry = DESK_OUTCOME_RETRY_SAME_SESSION,
  },
  {
    .code = DESK_OUTCOME_USER_CANCELLED,
    .title = N_("The consent was closed"),
    .cause = N_("The window was closed before the consent page reported a result."),
    .next_step = N_("Open the page again when the end user is ready."),
    .retry = DESK_OUTCOME_RETRY_SAME_SESSION,
  },
  {
    .code = "LINK_NOT_FOUND",
    .title = N_("The consent page was not found"),
    .cause = N_("The frame that should show the page is not there."),
    .next_step = N_("Open the page in this window."),
    .retry = DESK_OUTCOME_RETRY_SAME_SESSION,
    .never = HAS_FRAME_ALWAYS,
  },
  {
    .code = "LINK_ORIGIN_MISMATCH",
    .title = N_("The result came from the wrong place"),
    .cause = N_("A page other than the consent page sent a result."),
    .next_step = N_("Check the auth address of this environment, then try again."),
    .retry = DESK_OUTCOME_RETRY_NEW_SESSION,
    .never = IGNORED_ALWAYS,
  },
  {
    .code = "AUTH_SESSION_INVALID",
    .aliases = { "LINK_INVALID_SESSION", "AUTH_SESSION_NOT_FOUND", "AUTH_SESSION_TERMINAL" },
    .title = N_("The session is not valid"),
    .cause = N_("The session is unknown, expired, ended or already used."),
    .next_step = N_("Try again with a new session."),
    .retry = DESK_OUTCOME_RETRY_NEW_SESSION,
    .keeps_page = TRUE,
  },
  {
    .code = DESK_OUTCOME_SESSION_CANCELLED,
    .title = N_("The end user cancelled"),
    .cause = N_("Cancel was chosen on a consent page, before or after the institution."),
    .next_step = N_("Try again with a new session."),
    .retry = DESK_OUTCOME_RETRY_NEW_SESSION,
  },
  {
    .code = "CONSENT_UPSTREAM_PROCESSING_ERROR",
    .aliases = { "CONSUMERDATA_PROCESSING_ERROR" },
    .title = N_("The institution could not go on"),
    .cause = N_("An error at the institution ended the consent."),
    .next_step = N_("Try again later. If it happens again, contact Fiskil support with the error id."),
    .retry = DESK_OUTCOME_RETRY_NEW_SESSION,
    .offers_other_institution = TRUE,
  },
  {
    .code = "CONSENT_ENDUSER_DENIED",
    .title = N_("The end user said no"),
    .cause = N_("Consent was denied at the institution."),
    .next_step = N_("Open the page again if the end user changes their mind."),
    .retry = DESK_OUTCOME_RETRY_SAME_SESSION,
  },
  {
    .code = "CONSENT_OTP_FAILURE",
    .title = N_("The log-in failed"),
    .cause = N_("The one-time code was wrong, or the institution does not know the e-mail address."),
    .next_step = N_("Check the e-mail address, then try again with a new code."),
    .retry = DESK_OUTCOME_RETRY_NEW_SESSION,
    .offers_other_institution = TRUE,
  },
  {
    .code = "CONSENT_ENDUSER_INELIGIBLE",
    .title = N_("No account can be shared"),
    .cause = N_("The institution found no eligible account, or the person may not act for the business."),
    .next_step = N_("Try again with another account or institution. A business must name its representative first."),
    .retry = DESK_OUTCOME_RETRY_NEW_SESSION,
    .offers_other_institution = TRUE,
  },
  {
    .code = "CONSENT_TIMEOUT",
    .title = N_("The institution stopped waiting"),
    .cause = N_("The pages of the institution were left open or closed for too long."),
    .next_step = N_("Try again, and finish without a long break."),
    .retry = DESK_OUTCOME_RETRY_NEW_SESSION,
    .offers_other_institution = TRUE,
  },
};

gboolean
desk_outcome_can_occur (const DeskOutcome *outcome,
                        DeskLinkWay        way)
{
  g_return_val_if_fail (outcome != NULL, FALSE);
  g_return_val_if_fail (way < DESK_LINK_N_WAYS, FALSE);

  return outcome->never[way] == NULL;
}

static gboolean
is_own (const DeskOutcome *outcome)
{
  return g_str_has_prefix (outcome->code, "DESK_");
}

/* Our time, and our window. */
static gboolean
is_clients (const DeskOutcome *outcome)
{
  return g_str_equal (outcome->code, DESK_OUTCOME_TIMEOUT) || g_str_equal (outcome->code, DESK_OUTCOME_USER_CANCELLED);
}

static gboolean
never_occurs (const DeskOutcome *outcome)
{
  for (DeskLinkWay way = 0; way < DESK_LINK_N_WAYS; way++)
    {
      if (outcome->never[way] == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_name (const DeskOutcome *outcome,
          const char        *code)
{
  if (g_strcmp0 (outcome->code, code) == 0)
    return TRUE;

  for (gsize i = 0; i < DESK_OUTCOME_MAX_ALIASES && outcome->aliases[i] != NULL; i++)
    {
      if (g_strcmp0 (outcome->aliases[i], code) == 0)
        return TRUE;
    }

  return FALSE;
}

const DeskOutcome *
desk_outcome_find (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      if (has_name (&outcomes[i], code))
        return &outcomes[i];
    }

  return desk_outcome_find (DESK_OUTCOME_INTERNAL_ERROR);
}

const DeskOutcome *
desk_outcome_find_received (const char *code)
{
  const DeskOutcome *outcome = desk_outcome_find (code);

  if (is_own (outcome) || is_clients (outcome) || never_occurs (outcome))
    return desk_outcome_find (DESK_OUTCOME_INTERNAL_ERROR);

  return outcome;
}

typedef gboolean (*HoldsName) (const char *text,
                               const char *name);

static gboolean
holds_plain (const char *text,
             const char *name)
{
  return strstr (text, name) != NULL;
}

static gboolean
begins_encoded (const char *text,
                const char *name)
{
  for (; *name != '\0'; name++)
    {
      if (*text == '%' && g_ascii_isxdigit (text[1]) && g_ascii_isxdigit (text[2])
          && (g_ascii_xdigit_value (text[1]) << 4 | g_ascii_xdigit_value (text[2])) == *name)
        text += 3;
      else if (*text++ != *name)
        return FALSE;
    }

  return TRUE;
}

static gboolean
holds_encoded (const char *text,
               const char *name)
{
  for (; *text != '\0'; text++)
    {
      if ((*text == *name || *text == '%') && begins_encoded (text, name))
        return TRUE;
    }

  return FALSE;
}

static const char *
find_name_of (const DeskOutcome *outcome,
              const char        *text,
              HoldsName          holds_name)
{
  if (holds_name (text, outcome->code))
    return outcome->code;

  for (gsize i = 0; i < DESK_OUTCOME_MAX_ALIASES && outcome->aliases[i] != NULL; i++)
    {
      if (holds_name (text, outcome->aliases[i]))
        return outcome->aliases[i];
    }

  return NULL;
}

static const char *
find_name (const char *text,
           HoldsName   holds_name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      const char *name = is_own (&outcomes[i]) ? NULL : find_name_of (&outcomes[i], text, holds_name);

      if (name != NULL)
        return name;
    }

  return NULL;
}

const char *
desk_outcome_find_name_in (const char *text)
{
  return find_name (text, holds_plain);
}

const char *
desk_outcome_find_encoded_name_in (const char *text)
{
  return find_name (text, holds_encoded);
}

const DeskOutcome *
desk_outcome_list (guint *n_outcomes)
{
  *n_outcomes = G_N_ELEMENTS (outcomes);
  return outcomes;
}
