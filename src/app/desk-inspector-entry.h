/* desk-inspector-entry.h: one line of the inspector: an attempt at a call, or a webhook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-api-record.h"
#include "desk-webhook-message.h"

G_BEGIN_DECLS

#define DESK_TYPE_INSPECTOR_ENTRY (desk_inspector_entry_get_type ())
G_DECLARE_FINAL_TYPE (DeskInspectorEntry, desk_inspector_entry, DESK, INSPECTOR_ENTRY, GObject)

/**
 * DeskInspectorBodies:
 * @DESK_INSPECTOR_BODIES_KEPT: as far as there were any
 * @DESK_INSPECTOR_BODIES_TOO_MUCH: dropped, as all of them together took too much memory
 * @DESK_INSPECTOR_BODIES_PURGED: dropped, as the consent ended or the end user was deleted
 */
typedef enum
{
  DESK_INSPECTOR_BODIES_KEPT,
  DESK_INSPECTOR_BODIES_TOO_MUCH,
  DESK_INSPECTOR_BODIES_PURGED,
} DeskInspectorBodies;

/**
 * DeskInspectorScope:
 * @DESK_INSPECTOR_SCOPE_PUBLIC: tells nothing about anybody: the token, institutions, products, plans, the sandbox's controls
 * @DESK_INSPECTOR_SCOPE_PERSON: tells who somebody is or what they share
 * @DESK_INSPECTOR_SCOPE_DATA: what is shared
 */
typedef enum
{
  DESK_INSPECTOR_SCOPE_PUBLIC,
  DESK_INSPECTOR_SCOPE_PERSON,
  DESK_INSPECTOR_SCOPE_DATA,
} DeskInspectorScope;

/**
 * DeskInspectorWebhook:
 * @event: (nullable): such as `consent.received`
 * @verdict: (nullable): in the user's words: what was found out about the signature
 * @effect: (nullable): in the user's words: what was done about it
 * @is_replay: nobody sent it just now: the user had one acted on again
 * @message: (nullable): as received, if it is to be believed, for a replay; kept for as long as its body
 */
typedef struct
{
  char               *event;
  char               *verdict;
  char               *effect;
  gboolean            is_replay;
  DeskWebhookMessage *message;
} DeskInspectorWebhook;

/**
 * desk_inspector_entry_new:
 * @record: (transfer full)
 * @webhook: (nullable): what is known of it if @record is one, and not a call of ours
 *
 * `record` is a property: it is replaced by one without bodies when they are dropped. So is `effect`, the words of a webhook.
 */
DeskInspectorEntry         *desk_inspector_entry_new               (DeskApiRecord              *record,
                                                                    const DeskInspectorWebhook *webhook);
const DeskApiRecord        *desk_inspector_entry_get_record        (DeskInspectorEntry         *self);

/* Returns: (nullable): %NULL for a call of ours */
const DeskInspectorWebhook *desk_inspector_entry_get_webhook       (DeskInspectorEntry         *self);

/* What a webhook caused is often known later. */
void                        desk_inspector_entry_set_effect        (DeskInspectorEntry         *self,
                                                                    const char                 *effect);

/* Whether this is a webhook that was signed and new, and whose message is still there. */
gboolean                    desk_inspector_entry_can_be_replayed   (DeskInspectorEntry         *self);

/* The address without its origin, or the event of a webhook. */
const char                 *desk_inspector_entry_get_title         (DeskInspectorEntry         *self);

/* Whether there was no answer, or it is no 2xx; a replay never is. */
gboolean                    desk_inspector_entry_is_failed         (DeskInspectorEntry         *self);

/* In the user's words: "Not found". */
const char                 *desk_inspector_entry_get_status_words  (DeskInspectorEntry         *self);

/**
 * desk_inspector_entry_matches:
 * @words: what must all be found, letter case apart, in the method, the address, the status and its words, the error, its
 *   id, or what is known of a webhook
 */
gboolean                    desk_inspector_entry_matches           (DeskInspectorEntry         *self,
                                                                    const char                 *words);
DeskInspectorBodies         desk_inspector_entry_get_bodies        (DeskInspectorEntry         *self);

/* Bytes of the bodies that are kept. */
gsize                       desk_inspector_entry_get_kept_size     (DeskInspectorEntry         *self);
void                        desk_inspector_entry_drop_bodies       (DeskInspectorEntry         *self,
                                                                    DeskInspectorBodies         why);
DeskInspectorScope          desk_inspector_entry_get_scope         (DeskInspectorEntry         *self);

/* (nullable): whom or what the entry is about, as far as its address or what was sent says so. */
const char                 *desk_inspector_entry_get_end_user_id    (DeskInspectorEntry        *self);
const char                 *desk_inspector_entry_get_institution_id (DeskInspectorEntry        *self);

G_END_DECLS
