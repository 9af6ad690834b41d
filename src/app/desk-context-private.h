/* desk-context-private.h: what the files of the context share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-context.h"
#include "desk-live.h"
#include "desk-sandbox-keeper.h"
#include "desk-sync-poll.h"

G_BEGIN_DECLS

struct _DeskContext
{
  GObject           parent_instance;

  DeskEnvironment  *environment;
  char             *state_folder;
  DeskRedactor     *redactor;
  DeskClock        *clock;
  DeskInspector    *inspector;
  DeskKeyring      *keyring;

  DeskSandboxKeeper *sandbox; /* started for the built-in one alone */
  DeskApiClient    *client;
  char             *client_id;
  DeskStore        *store;
  char             *store_path;
  DeskDirectory    *directory;

  DeskFileWriter   *writer;
  DeskLinkHistory  *link_history;
  DeskReceiptBook  *receipts;
  DeskConsentNotices *notices;
  DeskPresentation *presentation;
  DeskSyncLog      *sync_log;
  DeskLive         *live;      /* (nullable): while it is open and live */
  DeskSyncPoll     *poll;      /* (nullable): while it is open and live, and not the built-in sandbox */
  gboolean          is_live;
  gboolean          refreshes_in_background;
};

gboolean _desk_context_is_sandbox  (DeskContext  *self);

/**
 * _desk_context_make_client:
 *
 * Instead of the one that was there. Returns: %FALSE with @error set: the address of the API is none.
 */
gboolean _desk_context_make_client (DeskContext  *self,
                                    const char   *client_id,
                                    const char   *client_secret,
                                    GError      **error);

/**
 * _desk_context_make_store:
 * @path: (nullable) (type filename): %NULL for a store in memory
 * @prefix: (nullable): how the names of the files beside the store begin
 *
 * The store and what stands on it: the directory and what follows its consents. If it is open already, all of it stays, so that
 * what shows it need not start anew when the sandbox does.
 */
void     _desk_context_make_store  (DeskContext  *self,
                                    const char   *path,
                                    const char   *prefix);

/* Receives webhooks, and asks where none come, if the context is live. The sandbox has to be told each time it was started or
 * began anew. */
void     _desk_context_go_live     (DeskContext  *self);

G_END_DECLS
