/* desk-outcome.h: every way in which a link attempt can end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-way.h"

G_BEGIN_DECLS

/* Outcomes that no page can name: they are ours alone. */
#define DESK_OUTCOME_LINKED             "DESK_LINKED"
#define DESK_OUTCOME_UNCONFIRMED        "DESK_UNCONFIRMED"
#define DESK_OUTCOME_NOT_LISTED         "DESK_NOT_LISTED"
#define DESK_OUTCOME_UNNAMED            "DESK_UNNAMED"
#define DESK_OUTCOME_NOT_ACTIVE         "DESK_NOT_ACTIVE"
#define DESK_OUTCOME_FOREIGN_CONSENT    "DESK_FOREIGN_CONSENT"
#define DESK_OUTCOME_SEVERAL_CONSENTS   "DESK_SEVERAL_CONSENTS"
#define DESK_OUTCOME_SESSION_FAILED     "DESK_SESSION_FAILED"
#define DESK_OUTCOME_SESSION_REFUSED    "DESK_SESSION_REFUSED"
#define DESK_OUTCOME_SNAPSHOT_FAILED    "DESK_SNAPSHOT_FAILED"
#define DESK_OUTCOME_NETWORK_FAILED     "DESK_NETWORK_FAILED"
#define DESK_OUTCOME_TLS_FAILED         "DESK_TLS_FAILED"
#define DESK_OUTCOME_PAGE_CRASHED       "DESK_PAGE_CRASHED"
#define DESK_OUTCOME_PAGE_UNRESPONSIVE  "DESK_PAGE_UNRESPONSIVE"
#define DESK_OUTCOME_BROWSER_FAILED     "DESK_BROWSER_FAILED"
#define DESK_OUTCOME_LISTENER_FAILED    "DESK_LISTENER_FAILED"

/* Codes of the Link SDK (fiskil-api.md 3.7) for what only the client can know: no page can name them either. */
#define DESK_OUTCOME_TIMEOUT            "LINK_TIMEOUT"
#define DESK_OUTCOME_USER_CANCELLED     "LINK_USER_CANCELLED"

/* Codes of the Link SDK and of the auth pages (3.5) that we give ourselves, too. */
#define DESK_OUTCOME_INTERNAL_ERROR     "LINK_INTERNAL_ERROR"
#define DESK_OUTCOME_SESSION_CANCELLED  "AUTH_SESSION_CANCELLED"

/**
 * DeskOutcomeRetry:
 * @DESK_OUTCOME_RETRY_NONE: trying again does not help, or there is nothing to try
 * @DESK_OUTCOME_RETRY_SAME_SESSION: the auth session can be opened again
 * @DESK_OUTCOME_RETRY_NEW_SESSION: a new auth session is needed
 * @DESK_OUTCOME_RETRY_KEEP_WAITING: the page is done; the service can be asked for the consent again
 */
typedef enum
{
  DESK_OUTCOME_RETRY_NONE,
  DESK_OUTCOME_RETRY_SAME_SESSION,
  DESK_OUTCOME_RETRY_NEW_SESSION,
  DESK_OUTCOME_RETRY_KEEP_WAITING,
} DeskOutcomeRetry;

#define DESK_OUTCOME_MAX_ALIASES 3

/**
 * DeskOutcome:
 * @code: the name under which it is known
 * @aliases: further names for the same thing; unused places are %NULL
 * @title: what happened, in a few words; marked for translation, not translated
 * @cause: why; likewise
 * @next_step: what to do now; likewise
 * @retry: how to try again
 * @never: for each #DeskLinkWay, why it cannot occur in that way; %NULL where it can. For developers, not translated
 * @offers_other_institution: whether another institution may do what this one did not
 * @keeps_page: whether the page stays on view, as it explains the error itself (fiskil-api.md 3.7)
 */
typedef struct
{
  const char       *code;
  const char       *aliases[DESK_OUTCOME_MAX_ALIASES];
  const char       *title;
  const char       *cause;
  const char       *next_step;
  DeskOutcomeRetry  retry;
  const char       *never[DESK_LINK_N_WAYS];
  gboolean          offers_other_institution;
  gboolean          keeps_page;
} DeskOutcome;

/**
 * desk_outcome_find:
 * @code: (nullable): a code or one of its aliases
 *
 * Returns: (not nullable): its outcome; that of `LINK_INTERNAL_ERROR` for any other text
 */
const DeskOutcome *desk_outcome_find          (const char *code);

/**
 * desk_outcome_find_received:
 * @code: (nullable): a code that a page named
 *
 * As desk_outcome_find(), but a page can name none of our own outcomes, least of
 * all that of success, none that is the client's to say, and none that never occurs.
 *
 * Returns: (not nullable): its outcome
 */
const DeskOutcome *desk_outcome_find_received (const char *code);

/**
 * desk_outcome_find_name_in:
 * @text: an address from outside
 *
 * Returns: (nullable): the code or alias that occurs anywhere in @text (fiskil-api.md 3.6),
 *   our own outcomes excepted
 */
const char        *desk_outcome_find_name_in  (const char *text);

/**
 * desk_outcome_find_encoded_name_in:
 *
 * As desk_outcome_find_name_in(), but each letter of the name may also stand there as a percent sequence, whatever stands
 * around it.
 */
const char        *desk_outcome_find_encoded_name_in (const char *text);

/**
 * desk_outcome_can_occur:
 *
 * Returns: whether an attempt that goes this way can end so
 */
gboolean           desk_outcome_can_occur     (const DeskOutcome *outcome,
                                               DeskLinkWay        way);

/**
 * desk_outcome_list:
 * @n_outcomes: (out): their number
 *
 * Returns: (transfer none): all outcomes
 */
const DeskOutcome *desk_outcome_list          (guint      *n_outcomes);

G_END_DECLS
