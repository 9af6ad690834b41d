/* desk-sandbox-world.h: what every call to the sandbox needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-directory.h"
#include "desk-sandbox-faults.h"
#include "desk-sandbox-request-log.h"
#include "desk-sandbox-state.h"
#include "desk-sandbox-timeline.h"
#include "desk-sandbox-webhook-sender.h"

G_BEGIN_DECLS

/**
 * DeskSandboxWorld:
 * @state: (owned): what changes
 * @directory: (owned): what does not
 * @faults: (owned): what goes wrong
 * @log: (owned): what was asked of it
 * @sender: (owned): brings webhooks to their receiver
 * @timeline: (owned): what happens by itself
 * @api_origin: (owned): `http://127.0.0.1:P1`, once the sandbox listens
 * @auth_origin: (owned): `http://127.0.0.1:P2`
 * @bank_origin: (owned): `http://127.0.0.1:P3`
 */
typedef struct
{
  DeskSandboxState      *state;
  DeskSandboxDirectory  *directory;
  DeskSandboxFaults     *faults;
  DeskSandboxRequestLog *log;
  DeskSandboxWebhookSender *sender;
  DeskSandboxTimeline   *timeline;
  char                  *api_origin;
  char                  *auth_origin;
  char                  *bank_origin;
} DeskSandboxWorld;

G_END_DECLS
