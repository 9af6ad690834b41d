/* desk-sandbox-state.h: all that changes while the sandbox runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-clock.h"
#include "desk-sandbox-consent.h"
#include "desk-sandbox-end-user.h"
#include "desk-sandbox-random.h"
#include "desk-sandbox-session.h"

G_BEGIN_DECLS

/* The end of 2999, in microseconds: the clock of the sandbox shows no time after it, and none before 1970,
 * so that dates a year before and after it can be reckoned with. */
#define DESK_SANDBOX_LAST_INSTANT (G_GINT64_CONSTANT (32503679999) * G_USEC_PER_SEC)

#define DESK_TYPE_SANDBOX_STATE (desk_sandbox_state_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxState, desk_sandbox_state, DESK, SANDBOX_STATE, GObject)

/**
 * desk_sandbox_state_new:
 * @seed: what every id and secret comes from
 * @frozen_at: (nullable): the instant at which the clock stands still; %NULL for the system's clock
 *
 * Returns: (transfer full): a state without end users, kept in memory only
 */
DeskSandboxState *desk_sandbox_state_new               (guint64            seed,
                                                        const gint64      *frozen_at);

/**
 * desk_sandbox_state_open:
 * @directory: where the state is kept; made with mode 0700 if it is not there
 * @seed: for a new state; a state that is there goes on with its own seed, id,
 *   credentials and clock
 * @frozen_at: (nullable): for a new state, as in desk_sandbox_state_new()
 *
 * Returns: (transfer full) (nullable): the state, or %NULL with @error set in #GFileError,
 *   #DESK_JSON_ERROR or #GIOError if it cannot be read or written
 */
DeskSandboxState *desk_sandbox_state_open              (const char        *directory,
                                                        guint64            seed,
                                                        const gint64      *frozen_at,
                                                        GError           **error);

/**
 * desk_sandbox_state_save:
 *
 * Writes the state in one piece, mode 0600; call it after each change. Nothing
 * happens to a state that is in memory only. A failure is a warning: the
 * sandbox goes on.
 */
void              desk_sandbox_state_save              (DeskSandboxState  *self);

/**
 * desk_sandbox_state_reset:
 *
 * Forgets the end users, sessions and consents, and starts again from the seed
 * with the clock as it was at the start and a new state id.
 */
void              desk_sandbox_state_reset             (DeskSandboxState  *self);

DeskClock        *desk_sandbox_state_get_clock         (DeskSandboxState  *self);

/**
 * desk_sandbox_state_get_now:
 *
 * Returns: microseconds since the epoch, by the sandbox's clock
 */
gint64            desk_sandbox_state_get_now           (DeskSandboxState  *self);

/**
 * desk_sandbox_state_get_started_at:
 *
 * Returns: when the state was new; demo data of a state that was kept goes on from there
 */
gint64            desk_sandbox_state_get_started_at    (DeskSandboxState  *self);
guint64           desk_sandbox_state_get_seed          (DeskSandboxState  *self);

/**
 * desk_sandbox_state_get_id:
 *
 * Returns: a UUID; another one after a reset, so that what was fetched before can be dropped
 */
const char       *desk_sandbox_state_get_id            (DeskSandboxState  *self);
const char       *desk_sandbox_state_get_client_id     (DeskSandboxState  *self);
const char       *desk_sandbox_state_get_client_secret (DeskSandboxState  *self);
const char       *desk_sandbox_state_get_webhook_secret (DeskSandboxState *self);

/**
 * desk_sandbox_state_get_passing:
 *
 * Returns: (transfer none): the row of numbers for what is not kept: tokens, error ids, nonces
 */
DeskSandboxRandom *desk_sandbox_state_get_passing      (DeskSandboxState  *self);

/**
 * desk_sandbox_state_dup_error_id:
 *
 * Returns: (transfer full): a new `err_…`
 */
char             *desk_sandbox_state_dup_error_id      (DeskSandboxState  *self);

/**
 * desk_sandbox_state_dup_derived:
 * @label: what it is for
 * @id: whose it is
 *
 * Returns: (transfer full): a text that nobody else can guess, the same for the same @label and @id
 */
char             *desk_sandbox_state_dup_derived       (DeskSandboxState  *self,
                                                        const char        *label,
                                                        const char        *id);

/**
 * desk_sandbox_state_dup_code:
 *
 * Returns: (transfer full): the one-time code of an auth session
 */
char             *desk_sandbox_state_dup_code          (DeskSandboxState  *self,
                                                        const char        *session_id);

/**
 * desk_sandbox_state_add_end_user:
 *
 * Returns: (transfer none): a new end user with an id and nothing else
 */
DeskSandboxEndUser *desk_sandbox_state_add_end_user    (DeskSandboxState  *self);

/**
 * desk_sandbox_state_find_end_user:
 *
 * Returns: (transfer none) (nullable): the end user, or %NULL
 */
DeskSandboxEndUser *desk_sandbox_state_find_end_user   (DeskSandboxState  *self,
                                                        const char        *id);

/**
 * desk_sandbox_state_remove_end_user:
 *
 * Removes an end user, and ends the consents and sessions (fiskil-api.md 2.1).
 *
 * Returns: whether there was one
 */
gboolean          desk_sandbox_state_remove_end_user   (DeskSandboxState  *self,
                                                        const char        *id);

/**
 * desk_sandbox_state_get_end_users:
 *
 * Returns: (transfer none) (element-type DeskSandboxEndUser): in the order of creation
 */
GPtrArray        *desk_sandbox_state_get_end_users     (DeskSandboxState  *self);

/**
 * desk_sandbox_state_add_session:
 *
 * Returns: (transfer none): a new, open session with an id and an expiry
 */
DeskSandboxSession *desk_sandbox_state_add_session     (DeskSandboxState  *self,
                                                        const char        *end_user_id);

/**
 * desk_sandbox_state_find_session:
 *
 * Returns: (transfer none) (nullable): the session, or %NULL
 */
DeskSandboxSession *desk_sandbox_state_find_session    (DeskSandboxState  *self,
                                                        const char        *id);

/**
 * desk_sandbox_state_get_n_sessions:
 *
 * Returns: how many sessions were made, whatever became of them
 */
guint             desk_sandbox_state_get_n_sessions    (DeskSandboxState  *self);

/**
 * desk_sandbox_state_add_consent:
 *
 * Returns: (transfer none): a new consent that is active from now on
 */
DeskSandboxConsent *desk_sandbox_state_add_consent     (DeskSandboxState   *self,
                                                        const char         *end_user_id,
                                                        const char         *institution_id,
                                                        const char         *customer_id,
                                                        const char *const  *account_ids,
                                                        const char *const  *permissions);

/**
 * desk_sandbox_state_find_consent:
 *
 * Returns: (transfer none) (nullable): the consent, or %NULL
 */
DeskSandboxConsent *desk_sandbox_state_find_consent    (DeskSandboxState  *self,
                                                        const char        *arrangement_id);

/**
 * desk_sandbox_state_get_consents:
 *
 * Returns: (transfer none) (element-type DeskSandboxConsent): in the order of creation
 */
GPtrArray        *desk_sandbox_state_get_consents      (DeskSandboxState  *self);

/**
 * desk_sandbox_state_set_category:
 * @transaction_id: the `fiskil_id` of a transaction
 * @secondary_category: what it is from now on, for everybody who reads it (fiskil-api.md 2.6)
 */
void              desk_sandbox_state_set_category      (DeskSandboxState  *self,
                                                        const char        *transaction_id,
                                                        const char        *secondary_category);

/**
 * desk_sandbox_state_get_category:
 *
 * Returns: (transfer none) (nullable): what the transaction was put into, or %NULL
 */
const char       *desk_sandbox_state_get_category      (DeskSandboxState  *self,
                                                        const char        *transaction_id);

/**
 * desk_sandbox_state_get_n_categories:
 *
 * Returns: how many transactions were put into another category
 */
guint             desk_sandbox_state_get_n_categories  (DeskSandboxState  *self);

G_END_DECLS
