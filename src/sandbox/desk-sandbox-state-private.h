/* desk-sandbox-state-private.h: what is inside the state, for the files that make it up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-state.h"

G_BEGIN_DECLS

struct _DeskSandboxState
{
  GObject            parent_instance;

  char              *directory;      /* (owned) (nullable): where the state is kept */
  guint64            seed;
  gint64             generation;     /* counts the resets */
  char              *id;             /* (owned) */
  char              *client_id;      /* (owned) */
  char              *client_secret;  /* (owned) */
  char              *webhook_secret; /* (owned) */

  DeskClock         *clock;          /* (owned) */
  gboolean           has_frozen_at;
  gint64             frozen_at;      /* where a reset puts the clock, if has_frozen_at */
  gint64             started_at;

  DeskSandboxRandom  ids;            /* for what is kept */
  DeskSandboxRandom  passing;        /* for what is not */
  guint64            next_sequence;

  GPtrArray         *end_users;      /* (element-type DeskSandboxEndUser) (owned) */
  GPtrArray         *sessions;       /* (element-type DeskSandboxSession) (owned) */
  GPtrArray         *consents;       /* (element-type DeskSandboxConsent) (owned) */
  GHashTable        *categories;     /* the id of a transaction to what it was put into (owned) */
};

/**
 * _desk_sandbox_state_start_from_seed:
 *
 * Makes anew everything that follows from the seed and the number of resets.
 */
void      _desk_sandbox_state_start_from_seed (DeskSandboxState  *self);

/**
 * _desk_sandbox_state_read:
 * @object: what _desk_sandbox_state_dup_text() wrote; a damaged member is skipped
 *
 * Returns: %FALSE with @error set to %G_IO_ERROR_INVALID_DATA if @object is no state of this version
 */
gboolean  _desk_sandbox_state_read            (DeskSandboxState  *self,
                                               JsonObject        *object,
                                               GError           **error);

/**
 * _desk_sandbox_state_dup_text:
 *
 * Returns: (transfer full): the whole state as JSON
 */
char     *_desk_sandbox_state_dup_text        (DeskSandboxState  *self);

G_END_DECLS
