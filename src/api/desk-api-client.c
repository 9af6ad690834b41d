/* desk-api-client.c: the Fiskil Data API, call by call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-client.h"

#include "desk-api-client-private.h"
#include "desk-api-failure.h"
#include "desk-api-path.h"

enum
{
  PROP_0,
  PROP_RETRY_DELAY,
  PROP_BODY_CAP,
  PROP_TIMEOUT,
  PROP_RATE,
  N_PROPS,
};

struct _DeskApiClient
{
  GObject            parent_instance;

  DeskApiConnection *connection; /* (owned) */
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskApiClient, desk_api_client, G_TYPE_OBJECT)

/* The connection has the same properties. */
static void
desk_api_client_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DeskApiClient *self = DESK_API_CLIENT (object);

  g_object_get_property (G_OBJECT (self->connection), pspec->name, value);
}

static void
desk_api_client_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DeskApiClient *self = DESK_API_CLIENT (object);

  g_object_set_property (G_OBJECT (self->connection), pspec->name, value);
}

static void
desk_api_client_finalize (GObject *object)
{
  DeskApiClient *self = DESK_API_CLIENT (object);

  g_clear_object (&self->connection);

  G_OBJECT_CLASS (desk_api_client_parent_class)->finalize (object);
}

static void
desk_api_client_class_init (DeskApiClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_api_client_get_property;
  object_class->set_property = desk_api_client_set_property;
  object_class->finalize = desk_api_client_finalize;

  properties[PROP_RETRY_DELAY] =
    g_param_spec_uint ("retry-delay", NULL, NULL, 0, 60000, 500,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BODY_CAP] =
    g_param_spec_uint ("body-cap", NULL, NULL, 1, G_MAXINT, 64 * 1024 * 1024,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIMEOUT] =
    g_param_spec_uint ("timeout", NULL, NULL, 0, 3600, 30,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RATE] =
    g_param_spec_uint ("rate", NULL, NULL, 0, 1000, 0,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_api_client_init (DeskApiClient *self)
{
}

DeskApiClient *
desk_api_client_new (const char    *api_uri,
                     const char    *version,
                     DeskRedactor  *redactor,
                     GError       **error)
{
  g_autoptr(DeskApiConnection) connection = NULL;
  DeskApiClient *self;

  connection = desk_api_connection_new (api_uri, version, redactor, error);
  if (connection == NULL)
    return NULL;

  self = g_object_new (DESK_TYPE_API_CLIENT, NULL);
  self->connection = g_steal_pointer (&connection);

  return self;
}

void
desk_api_client_set_credentials (DeskApiClient *self,
                                 const char    *client_id,
                                 const char    *client_secret)
{
  g_return_if_fail (DESK_IS_API_CLIENT (self));

  desk_api_connection_set_credentials (self->connection, client_id, client_secret);
}

void
desk_api_client_prepare (DeskApiClient *self)
{
  g_return_if_fail (DESK_IS_API_CLIENT (self));

  desk_api_connection_prepare (self->connection);
}

const char *
desk_api_client_get_api_uri (DeskApiClient *self)
{
  g_return_val_if_fail (DESK_IS_API_CLIENT (self), NULL);

  return desk_api_connection_get_api_uri (self->connection);
}

DeskApiRecorder *
desk_api_client_get_recorder (DeskApiClient *self)
{
  g_return_val_if_fail (DESK_IS_API_CLIENT (self), NULL);

  return desk_api_connection_get_recorder (self->connection);
}

DeskApiConnection *
desk_api_client_get_connection (DeskApiClient *self)
{
  g_return_val_if_fail (DESK_IS_API_CLIENT (self), NULL);

  return self->connection;
}

DeskApiRequest *
desk_api_client_build_request (DeskApiClient  *self,
                               const char     *method,
                               const char     *path,
                               GError        **error)
{
  g_autoptr(GUri) uri = desk_api_connection_build_uri (self->connection, path, error);

  return uri != NULL ? desk_api_request_new (method, uri) : NULL;
}

DeskApiRequest *
desk_api_client_build_request_for_id (DeskApiClient  *self,
                                      const char     *method,
                                      const char     *collection,
                                      const char     *id,
                                      GError        **error)
{
  g_autofree char *path = desk_api_path_new_with_id (collection, id, error);

  return path != NULL ? desk_api_client_build_request (self, method, path, error) : NULL;
}

void
desk_api_client_append_page_size (DeskApiClient *self,
                                  GString       *path)
{
  const char *version = desk_api_connection_get_version (self->connection);

  if (!g_str_equal (version, "v1") && !g_str_equal (version, "v2"))
    desk_api_path_append_query (path, "page[size]", DESK_API_PAGE_SIZE);
}

gpointer
desk_api_client_finish_object (GTask            *task,
                               DeskApiListFunc   func,
                               GError          **error)
{
  g_autoptr(DeskApiAnswer) answer = g_task_propagate_pointer (task, error);
  g_autoptr(GError) cause = NULL;
  gpointer object;

  if (answer == NULL)
    return NULL;

  object = func (desk_json_page_get_root (answer->page), &cause);
  if (object == NULL)
    g_propagate_error (error, desk_api_failure_new_bad_data (answer->status, cause->message));

  return object;
}

gboolean
desk_api_client_finish_done (GTask   *task,
                             GError **error)
{
  g_autoptr(DeskApiAnswer) answer = g_task_propagate_pointer (task, error);

  return answer != NULL;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GError) error = NULL;
  DeskApiAnswer *answer;

  answer = desk_api_connection_send_finish (DESK_API_CONNECTION (source), result, &error);
  if (answer == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, answer, (GDestroyNotify) desk_api_answer_free);
}

void
desk_api_client_send (GTask          *task,
                      DeskApiRequest *request)
{
  DeskApiClient *self = g_task_get_source_object (task);

  desk_api_connection_send_async (self->connection, request, g_task_get_cancellable (task),
                                  sent_cb, task);
}

void
desk_api_client_send_delete (GTask      *task,
                             const char *collection,
                             const char *id)
{
  g_autoptr(GTask) owned = task;
  g_autoptr(GError) error = NULL;
  DeskApiRequest *request;

  request = desk_api_client_build_request_for_id (g_task_get_source_object (task), SOUP_METHOD_DELETE,
                                                  collection, id, &error);
  if (request == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    desk_api_client_send (g_steal_pointer (&owned), request);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GError) error = NULL;
  GPtrArray *items = desk_api_list_finish (result, &error);

  if (items == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
}

void
desk_api_client_list (GTask              *task,
                      const char         *path,
                      const char *const  *root_keys,
                      DeskApiListFunc     func)
{
  DeskApiClient *self = g_task_get_source_object (task);

  desk_api_list_async (self->connection, path, root_keys, func, g_task_get_cancellable (task),
                       listed_cb, task);
}

/* task: (transfer full); body: (transfer full) (nullable) */
static void
send_json (GTask      *task,
           const char *method,
           const char *path,
           GBytes     *body)
{
  GError *error = NULL;
  DeskApiRequest *request = desk_api_client_build_request (g_task_get_source_object (task), method, path, &error);

  if (request == NULL)
    {
      g_clear_pointer (&body, g_bytes_unref);
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  /* What is asked for is JSON; what is sent may be answered with nothing. */
  request->expects_json = body == NULL;
  request->body = body;
  desk_api_client_send (task, request);
}

void
desk_api_client_get_json_async (DeskApiClient       *self,
                                const char          *path,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_API_CLIENT (self));
  g_return_if_fail (path != NULL && *path == '/');

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_get_json_async);
  send_json (task, SOUP_METHOD_GET, path, NULL);
}

static GBytes *
finish_bytes (GTask   *task,
              GError **error)
{
  g_autoptr(DeskApiAnswer) answer = g_task_propagate_pointer (task, error);

  return answer != NULL ? g_steal_pointer (&answer->body) : NULL;
}

GBytes *
desk_api_client_get_json_finish (DeskApiClient  *self,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return finish_bytes (G_TASK (result), error);
}

void
desk_api_client_post_json_async (DeskApiClient       *self,
                                 const char          *path,
                                 GBytes              *body,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_API_CLIENT (self));
  g_return_if_fail (path != NULL && *path == '/');
  g_return_if_fail (body != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_client_post_json_async);
  send_json (task, SOUP_METHOD_POST, path, g_bytes_ref (body));
}

GBytes *
desk_api_client_post_json_finish (DeskApiClient  *self,
                                  GAsyncResult   *result,
                                  GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_api_client_post_json_async), NULL);

  return finish_bytes (G_TASK (result), error);
}
