/* desk-webhook-case.h: a webhook that is acted on, until it is known what it caused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-directory.h"
#include "desk-inspector-entry.h"
#include "desk-sync-log.h"
#include "desk-webhook-words.h"

G_BEGIN_DECLS

typedef struct _DeskWebhookCase DeskWebhookCase;

/**
 * desk_webhook_case_new:
 * @message: (transfer none): a valid one
 * @entry: (transfer none) (nullable): where the user reads what the webhook caused; %NULL while the inspector is paused
 */
DeskWebhookCase *desk_webhook_case_new           (DeskWebhookMessage      *message,
                                                  DeskInspectorEntry      *entry);
void             desk_webhook_case_free          (DeskWebhookCase         *self);

/* Says that @resource is to be fetched because of it. */
void             desk_webhook_case_add_resource  (DeskWebhookCase         *self,
                                                  const DeskResource      *resource);

/* Says why the service could not be asked; it will be again. */
void             desk_webhook_case_take_failure  (DeskWebhookCase         *self,
                                                  const GError            *error);

/* Says that nothing is fetched in the background any more. */
void             desk_webhook_case_take_switch_off (DeskWebhookCase       *self);

/**
 * desk_webhook_case_take_consents:
 * @directory: was read again because of the webhook
 * @now: microseconds since the epoch
 * @changed: (element-type utf8 DeskWebhookEffect): ids of the consents that ended or shrank meanwhile
 */
void             desk_webhook_case_take_consents (DeskWebhookCase         *self,
                                                  DeskDirectory           *directory,
                                                  gint64                   now,
                                                  GHashTable              *changed);

/**
 * desk_webhook_case_take_fetch:
 * @log: knows what became of each data set
 * @fetched: (nullable) (element-type DeskSyncItem): what was fetched because of the webhook, and of those that came with it;
 *   %NULL if the end user is not known
 */
void             desk_webhook_case_take_fetch    (DeskWebhookCase         *self,
                                                  DeskSyncLog             *log,
                                                  GListModel              *fetched);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskWebhookCase, desk_webhook_case_free)

G_END_DECLS
