/* desk-context.h: everything that one environment needs, made together and handed down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-api-client.h"
#include "desk-clock.h"
#include "desk-consent-notices.h"
#include "desk-directory.h"
#include "desk-environment.h"
#include "desk-inspector.h"
#include "desk-keyring.h"
#include "desk-link-history.h"
#include "desk-presentation.h"
#include "desk-receipt-book.h"
#include "desk-redactor.h"
#include "desk-store.h"
#include "desk-sync-log.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONTEXT (desk_context_get_type ())
G_DECLARE_FINAL_TYPE (DeskContext, desk_context, DESK, CONTEXT, GObject)

/**
 * desk_context_new:
 * @state_folder: (nullable) (type filename): where the sandbox and its store keep their state;
 *   %NULL for the user's data folder
 * @sandbox_program: (nullable) (type filename): the sandbox; %NULL for the one beside this program,
 *   else the installed one
 */
DeskContext     *desk_context_new              (DeskEnvironment      *environment,
                                                const char           *state_folder,
                                                const char           *sandbox_program);

/* Where the client secret is looked for; before it is opened. A context that was given none has one of its own. */
void             desk_context_set_keyring      (DeskContext          *self,
                                                DeskKeyring          *keyring);

/**
 * desk_context_open_async:
 *
 * Starts the sandbox if the environment is the built-in one, finds the credentials (the environment
 * variables CONSENT_DESK_CLIENT_ID and CONSENT_DESK_CLIENT_SECRET, or the keyring), opens the store, sets the clock. Errors in
 * #DESK_ENVIRONMENT_ERROR or #DESK_API_ERROR; it may be called again after a failure.
 */
void             desk_context_open_async       (DeskContext          *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         desk_context_open_finish      (DeskContext          *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/**
 * desk_context_follow_sandbox_async:
 *
 * For the built-in sandbox, once it is open: after its clock was moved or it was started again from its seed, the clock,
 * the store and the directory become those of its state. Errors in #DESK_API_ERROR.
 */
void             desk_context_follow_sandbox_async (DeskContext        *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         desk_context_follow_sandbox_finish (DeskContext       *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/**
 * desk_context_judge:
 *
 * Asks which institutions the service offers, so that desk_environment_judge() is told. Until the answer is there, or
 * where none comes, the environment stays what it was. For each start of a context that is open.
 */
void             desk_context_judge            (DeskContext          *self,
                                                GCancellable         *cancellable);

/* Ends the sandbox, closes the store and waits until everything that is kept is on the disk; called by dispose. */
void             desk_context_close            (DeskContext          *self);

/**
 * desk_context_set_live:
 *
 * Before it is opened: whether webhooks are received, so that what happens at the service is followed at once: those of the
 * built-in sandbox by themselves, those of a saved environment on its own port.
 */
void             desk_context_set_live         (DeskContext          *self,
                                                gboolean              is_live);

/**
 * desk_context_set_refreshes_in_background:
 *
 * While it is live, and as long as this is %TRUE, as it is at first: whether data are fetched without being asked for. What
 * becomes of consents is followed all the same. Property `refreshes-in-background` notifies.
 */
void             desk_context_set_refreshes_in_background (DeskContext *self,
                                                gboolean              refreshes);
gboolean         desk_context_get_refreshes_in_background (DeskContext *self);
DeskEnvironment *desk_context_get_environment  (DeskContext          *self);
DeskRedactor    *desk_context_get_redactor     (DeskContext          *self);
DeskClock       *desk_context_get_clock        (DeskContext          *self);

/* Stays the same as long as the context, and is empty when that is closed. */
DeskInspector   *desk_context_get_inspector    (DeskContext          *self);

/* (nullable): there once the context is open, like the next three. Store and directory stay the same when a
 * sandbox that ended is started again on the same state; the client is a new one. A sandbox that was started again from
 * its seed has others, see #DeskContext::sandbox-reset. */
DeskApiClient   *desk_context_get_client       (DeskContext          *self);

/* (nullable): who we are to the service (fiskil-api.md 2.4 asks for it). */
const char      *desk_context_get_client_id    (DeskContext          *self);
DeskStore       *desk_context_get_store        (DeskContext          *self);
DeskDirectory   *desk_context_get_directory    (DeskContext          *self);

/* (nullable): there as long as the directory. The link attempts are kept on disk for the built-in sandbox
 * only, receipts and what was told of consents for every environment that is saved. */
DeskLinkHistory    *desk_context_get_link_history (DeskContext       *self);
DeskReceiptBook    *desk_context_get_receipts  (DeskContext          *self);
DeskConsentNotices *desk_context_get_notices   (DeskContext          *self);

/* Returns: (transfer none): of this run of the program */
DeskSyncLog        *desk_context_get_sync_log     (DeskContext       *self);

/* Returns: (transfer none): there from the start, whatever is open */
DeskPresentation   *desk_context_get_presentation (DeskContext       *self);

/**
 * DeskContext::sandbox-ended:
 *
 * The sandbox's process is gone though nobody asked: open the context again to start it anew.
 */

/**
 * DeskContext::sandbox-reset:
 *
 * The sandbox has another state: store, directory and what follows it are others, and hold nothing of the one before.
 */

G_END_DECLS
