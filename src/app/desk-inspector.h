/* desk-inspector.h: every call and every webhook of an environment, for the one who looks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-client.h"
#include "desk-directory.h"
#include "desk-inspector-entry.h"

G_BEGIN_DECLS

#define DESK_TYPE_INSPECTOR (desk_inspector_get_type ())
G_DECLARE_FINAL_TYPE (DeskInspector, desk_inspector, DESK, INSPECTOR, GObject)

/**
 * desk_inspector_new:
 *
 * Properties: `limit` (how many entries are kept; 500), `body-cap` (how many bytes of bodies; 64 MiB: the oldest go first),
 * `paused` (nothing is taken in), `shows-numbers` (whether account numbers stay in what is recorded from now on; off at
 * each start), and, to be read, `webhook-address` and `webhook-problem`. What was redacted before it came here cannot come
 * back.
 *
 * All is in memory alone. A consent that ends or shares less drops the bodies of data calls that may hold its data, the
 * end of an end user all that may tell about them; so does what was under way then and comes later.
 */
DeskInspector *desk_inspector_new           (void);

/* Returns: (transfer none): a #GListModel of #DeskInspectorEntry, the newest first */
GListModel    *desk_inspector_get_entries   (DeskInspector              *self);

/**
 * desk_inspector_set_client:
 * @client: (nullable): whose attempts are taken in, instead of those of the one before
 */
void           desk_inspector_set_client    (DeskInspector              *self,
                                             DeskApiClient              *client);

/**
 * desk_inspector_set_directory:
 * @directory: (nullable): tells which consents and end users are over
 */
void           desk_inspector_set_directory (DeskInspector              *self,
                                             DeskDirectory              *directory);

/**
 * desk_inspector_set_receiver:
 * @address: (nullable): where webhooks are received
 * @problem: (nullable): in the user's words: why they are not
 */
void           desk_inspector_set_receiver  (DeskInspector              *self,
                                             const char                 *address,
                                             const char                 *problem);

/**
 * desk_inspector_add_webhook:
 * @uri: where it came in
 * @headers: (array zero-terminated=1): name, value, name, value …
 * @body: (nullable): as received; account numbers and secrets in it are hidden. One of more than a MiB is not kept
 * @status: what was answered
 *
 * Takes in a webhook that has just been answered.
 *
 * Returns: (transfer none) (nullable): the entry; %NULL while this is paused
 */
DeskInspectorEntry *desk_inspector_add_webhook (DeskInspector              *self,
                                             const DeskInspectorWebhook *webhook,
                                             const char                 *uri,
                                             const char *const          *headers,
                                             GBytes                     *body,
                                             guint                       status);

/**
 * desk_inspector_add_replay:
 * @original: a webhook
 * @effect: in the user's words
 *
 * Takes in that the webhook is acted on once more.
 *
 * Returns: (transfer none) (nullable): the entry; %NULL while this is paused
 */
DeskInspectorEntry *desk_inspector_add_replay (DeskInspector            *self,
                                             DeskInspectorEntry         *original,
                                             const char                 *effect);

/**
 * DeskInspector::replay:
 * @entry: a webhook that can be replayed
 *
 * Whoever acts on webhooks is to act on it again.
 */

/* @entry: one for which desk_inspector_entry_can_be_replayed() is true */
void           desk_inspector_replay        (DeskInspector              *self,
                                             DeskInspectorEntry         *entry);
void           desk_inspector_clear         (DeskInspector              *self);

G_END_DECLS
