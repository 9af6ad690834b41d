/* sandbox-fixture.h: a sandbox in this process, and somebody who talks to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "desk-json.h"
#include "desk-sandbox-server.h"

/* When the sandbox's clock stands still. */
#define SANDBOX_NOW "2026-03-01T00:00:00Z"
#define SANDBOX_SEED 42

typedef struct
{
  DeskSandboxState     *state;
  DeskSandboxDirectory *directory;
  DeskSandboxServer    *server;
  SoupSession          *session;
  char                 *api;
  char                 *auth;
  char                 *bank;
  char                 *control;
  char                 *token;

  /* The last answer. */
  guint                 status;
  GBytes               *bytes;
  DeskJsonSlice         body;
  SoupMessageHeaders   *headers;
} Sandbox;

/* A bank "1" with Ada (two accounts) and Ben, and a retailer "2" with Ada (two accounts). */
DeskSandboxDirectory *sandbox_build_directory (void);
gint64                sandbox_get_now         (void);

void  sandbox_start     (Sandbox              *sandbox,
                         DeskSandboxState     *state,
                         DeskSandboxDirectory *directory);
void  sandbox_stop      (Sandbox              *sandbox);
void  sandbox_set_up    (Sandbox              *sandbox,
                         gconstpointer         user_data);
void  sandbox_tear_down (Sandbox              *sandbox,
                         gconstpointer         user_data);

/* Each sends one request and keeps the answer; a JSON @body may be NULL. */
void  sandbox_send      (Sandbox              *sandbox,
                         SoupMessage          *message);
void  sandbox_call      (Sandbox              *sandbox,
                         const char           *method,
                         const char           *uri,
                         const char           *version,
                         const char           *body);
void  sandbox_get       (Sandbox              *sandbox,
                         const char           *format,
                         ...) G_GNUC_PRINTF (2, 3);
void  sandbox_post      (Sandbox              *sandbox,
                         const char           *path,
                         const char           *format,
                         ...) G_GNUC_PRINTF (3, 4);
void  sandbox_control   (Sandbox              *sandbox,
                         const char           *path,
                         const char           *format,
                         ...) G_GNUC_PRINTF (3, 4);

/* The member of the last answer, to be freed. */
char *sandbox_dup       (Sandbox              *sandbox,
                         const char           *path);
guint sandbox_count     (Sandbox              *sandbox,
                         const char           *path);
void  sandbox_assert    (Sandbox              *sandbox,
                         const char           *path,
                         const char           *expected);

/* Switches a fault on or off. */
void  sandbox_switch_fault (Sandbox           *sandbox,
                            const char        *spec,
                            gboolean           on);

char *sandbox_add_end_user (Sandbox           *sandbox,
                            const char        *email);
char *sandbox_grant        (Sandbox           *sandbox,
                            const char        *end_user_id,
                            const char        *institution_id,
                            const char        *customer_id,
                            const char        *more);
