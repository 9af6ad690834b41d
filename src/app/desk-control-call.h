/* desk-control-call.h: a control call to the built-in sandbox, made for a task
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "desk-context.h"

G_BEGIN_DECLS

/**
 * DeskControlAnswerFunc:
 * @task: (transfer none): whom the call was made for
 * @answer: as it was received
 *
 * Ends the task, or goes on with it.
 */
typedef void (*DeskControlAnswerFunc) (GTask  *task,
                                       GBytes *answer);

/**
 * desk_control_call_get:
 * @task: (transfer full): its cancellable is that of the call; it ends with an error if that fails, or if the sandbox does
 *   not run
 * @path: as for desk_api_client_get_json_async()
 * @take: takes the answer
 */
void     desk_control_call_get        (GTask                 *task,
                                       DeskContext           *context,
                                       const char            *path,
                                       DeskControlAnswerFunc  take);

/* As desk_control_call_get(). @object: (transfer full): what is sent */
void     desk_control_call_post       (GTask                 *task,
                                       DeskContext           *context,
                                       const char            *path,
                                       JsonObject            *object,
                                       DeskControlAnswerFunc  take);

/* Returns: whether there is a sandbox to talk to; if not, @task (transfer none) has ended with an error that says so */
gboolean desk_control_call_is_running (GTask                 *task,
                                       DeskContext           *context);

G_END_DECLS
