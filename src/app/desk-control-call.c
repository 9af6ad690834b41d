/* desk-control-call.c: a control call to the built-in sandbox, made for a task
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-control-call.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * Call:
 * @task: (owned)
 */
typedef struct
{
  GTask                 *task;
  DeskControlAnswerFunc  take;
} Call;

static void
call_free (Call *call)
{
  g_object_unref (call->task);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

/* task: (transfer full) */
static Call *
call_new (GTask                 *task,
          DeskControlAnswerFunc  take)
{
  Call *call = g_new0 (Call, 1);

  call->task = task;
  call->take = take;

  return call;
}

/* answer: (nullable); error: (transfer full) (nullable) */
static void
take_answer (Call   *call,
             GBytes *answer,
             GError *error)
{
  if (answer != NULL)
    call->take (call->task, answer);
  else
    g_task_return_error (call->task, error);
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(Call) call = user_data;
  GError *error = NULL;
  g_autoptr(GBytes) answer = desk_api_client_get_json_finish (DESK_API_CLIENT (source), result, &error);

  take_answer (call, answer, error);
}

static void
posted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Call) call = user_data;
  GError *error = NULL;
  g_autoptr(GBytes) answer = desk_api_client_post_json_finish (DESK_API_CLIENT (source), result, &error);

  take_answer (call, answer, error);
}

/* object: (transfer full) */
static GBytes *
write_object (JsonObject *object)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  char *text;

  json_node_take_object (node, object);
  text = json_to_string (node, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

void
desk_control_call_get (GTask                 *task,
                       DeskContext           *context,
                       const char            *path,
                       DeskControlAnswerFunc  take)
{
  g_autoptr(Call) call = call_new (task, take);

  if (desk_control_call_is_running (task, context))
    desk_api_client_get_json_async (desk_context_get_client (context), path, g_task_get_cancellable (task), got_cb,
                                    g_steal_pointer (&call));
}

void
desk_control_call_post (GTask                 *task,
                        DeskContext           *context,
                        const char            *path,
                        JsonObject            *object,
                        DeskControlAnswerFunc  take)
{
  g_autoptr(Call) call = call_new (task, take);
  g_autoptr(GBytes) body = write_object (object);

  if (desk_control_call_is_running (task, context))
    desk_api_client_post_json_async (desk_context_get_client (context), path, body, g_task_get_cancellable (task),
                                     posted_cb, g_steal_pointer (&call));
}

gboolean
desk_control_call_is_running (GTask       *task,
                              DeskContext *context)
{
  if (desk_context_get_client (context) != NULL)
    return TRUE;

  g_task_return_new_error (task, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX,
                           _("The sandbox is not running. Start it again in the main window."));

  return FALSE;
}
