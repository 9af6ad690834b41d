/* desk-sandbox-webhook-event.h: what webhooks are sent about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxWebhookIds:
 * @DESK_SANDBOX_WEBHOOK_IDS_NONE: the message names the consent only
 * @DESK_SANDBOX_WEBHOOK_IDS_ACCOUNTS: it carries `account_ids`
 * @DESK_SANDBOX_WEBHOOK_IDS_PAYEES: it carries `payee_ids`
 *
 * What a message names besides the consent (fiskil-api.md 4.2).
 */
typedef enum
{
  DESK_SANDBOX_WEBHOOK_IDS_NONE,
  DESK_SANDBOX_WEBHOOK_IDS_ACCOUNTS,
  DESK_SANDBOX_WEBHOOK_IDS_PAYEES,
} DeskSandboxWebhookIds;

/**
 * DeskSandboxWebhookEvent:
 * @name: `banking.accounts.sync.completed`
 * @industry: (nullable): the institutions it is about; %NULL for all
 * @permission: (nullable): sent only for consents that hold it; %NULL if none is needed
 * @data_set: (nullable): what was brought up to date; %NULL if it is not about data
 * @ids: what the message names
 * @is_first_only: whether it belongs to the first sync of a consent and to no later one
 */
typedef struct
{
  const char            *name;
  const char            *industry;
  const char            *permission;
  const char            *data_set;
  DeskSandboxWebhookIds  ids;
  gboolean               is_first_only;
} DeskSandboxWebhookEvent;

/**
 * desk_sandbox_webhook_event_find:
 *
 * Returns: (nullable): the event called @name, or %NULL
 */
const DeskSandboxWebhookEvent *desk_sandbox_webhook_event_find      (const char        *name);

/**
 * desk_sandbox_webhook_event_list_sync:
 * @industry: of the institution
 * @permissions: what the consent holds
 *
 * Returns: (transfer container) (element-type DeskSandboxWebhookEvent): what is sent when all data
 *   of a consent has been fetched for the first time, in the order of fiskil-api.md 4.3
 */
GPtrArray                     *desk_sandbox_webhook_event_list_sync (const char        *industry,
                                                                     const char *const *permissions);

G_END_DECLS
