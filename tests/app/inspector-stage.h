/* inspector-stage.h: an inspector that watches a scripted service, and a directory of made-up consents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-inspector.h"
#include "desk-scripted-server.h"
#include "desk-test-life.h"

G_BEGIN_DECLS

typedef struct
{
  DeskTestLife        life;
  DeskScriptedServer *server;
  DeskApiClient      *client;
  DeskInspector      *inspector;
} InspectorStage;

/* For g_test_add(). */
void                inspector_stage_set_up    (InspectorStage *stage,
                                               gconstpointer   data);
void                inspector_stage_tear_down (InspectorStage *stage,
                                               gconstpointer   data);

/**
 * inspector_stage_ask:
 * @path: `/banking/accounts`, with its query
 *
 * Lets the service answer with @status and @body, asks once, and waits until the inspector has it.
 *
 * Returns: (transfer none): the entry
 */
DeskInspectorEntry *inspector_stage_ask       (InspectorStage *stage,
                                               const char     *path,
                                               guint           status,
                                               const char     *body);

/* Returns: (transfer none): counted from the newest */
DeskInspectorEntry *inspector_stage_get       (InspectorStage *stage,
                                               guint           position);
guint               inspector_stage_count     (InspectorStage *stage);

/* Takes in a webhook about `eu_1`. */
void                inspector_stage_add_webhook (InspectorStage *stage,
                                               const char     *event,
                                               const char     *body);

/* Takes in a webhook about `eu_1` as the receiver hands it over. Returns: (transfer none): the entry */
DeskInspectorEntry *inspector_stage_add_message (InspectorStage    *stage,
                                               DeskWebhookVerdict verdict);

G_END_DECLS
