/* desk-connection-test.c: tries an environment step by step and says what is wrong and what to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-connection-test.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-api-client.h"
#include "desk-api-error.h"
#include "desk-connection-words.h"
#include "desk-json.h"

#define CONNECT_TIMEOUT 15

typedef struct
{
  DeskConnectionState  state;
  DeskConnectionCause  cause;
  char                *words; /* (nullable) */
} StepResult;

struct _DeskConnectionTest
{
  GObject          parent_instance;

  DeskEnvironment *environment;
  char            *client_id;
  char            *client_secret;
  DeskApiClient   *client;      /* (nullable) */
  char            *end_user_id; /* (nullable): somebody whom a session can be made for */
  StepResult       results[DESK_CONNECTION_N_STEPS];
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskConnectionTest, desk_connection_test, G_TYPE_OBJECT)

static void
desk_connection_test_finalize (GObject *object)
{
  DeskConnectionTest *self = DESK_CONNECTION_TEST (object);

  g_clear_object (&self->environment);
  g_clear_object (&self->client);
  g_free (self->client_id);
  g_free (self->client_secret);
  g_free (self->end_user_id);
  for (guint i = 0; i < DESK_CONNECTION_N_STEPS; i++)
    g_free (self->results[i].words);

  G_OBJECT_CLASS (desk_connection_test_parent_class)->finalize (object);
}

static void
desk_connection_test_class_init (DeskConnectionTestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_connection_test_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_INT);
}

static void
desk_connection_test_init (DeskConnectionTest *self)
{
}

/* words: (transfer full) (nullable) */
static void
set_result (DeskConnectionTest  *self,
            DeskConnectionStep   step,
            DeskConnectionState  state,
            DeskConnectionCause  cause,
            char                *words)
{
  g_free (self->results[step].words);
  self->results[step].state = state;
  self->results[step].cause = cause;
  self->results[step].words = words;
  g_signal_emit (self, signals[CHANGED], 0, step);
}

static void
begin (DeskConnectionTest *self,
       DeskConnectionStep  step)
{
  set_result (self, step, DESK_CONNECTION_STATE_RUNNING, DESK_CONNECTION_CAUSE_NONE, NULL);
}

static void
pass (DeskConnectionTest *self,
      DeskConnectionStep  step,
      char               *words)
{
  set_result (self, step, DESK_CONNECTION_STATE_PASSED, DESK_CONNECTION_CAUSE_NONE, words);
}

static void
skip (DeskConnectionTest *self,
      DeskConnectionStep  step,
      const char         *words)
{
  set_result (self, step, DESK_CONNECTION_STATE_NOT_TESTED, DESK_CONNECTION_CAUSE_NONE, g_strdup (words));
}

static void
fail (DeskConnectionTest *self,
      DeskConnectionStep  step,
      const char         *address,
      const GError       *error)
{
  const DeskConnectionCause cause = desk_connection_cause_of (error);

  set_result (self, step, DESK_CONNECTION_STATE_FAILED, cause, desk_connection_words_for (cause, address, error));
}

/* What needs an earlier step that failed. */
static void
skip_between (DeskConnectionTest *self,
              DeskConnectionStep  first,
              DeskConnectionStep  last)
{
  for (DeskConnectionStep i = first; i <= last; i++)
    skip (self, i, _("It needs what failed above."));
}

static gboolean
return_if_cancelled (GTask        *task,
                     const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;

  g_task_return_error (task, g_error_copy (error));

  return TRUE;
}

static void
return_result (GTask *task)
{
  DeskConnectionTest *self = g_task_get_source_object (task);
  gboolean is_good = TRUE;

  for (guint i = 0; i < DESK_CONNECTION_N_STEPS; i++)
    is_good = is_good && self->results[i].state != DESK_CONNECTION_STATE_FAILED;

  g_task_return_boolean (task, is_good);
}

/* error: (nullable): why the host could not be reached */
typedef void (*ReachedFunc) (GTask *task, const GError *error);

/**
 * Reaching:
 * @task: (owned)
 * @then: what is done when it is known whether the host can be reached, unless the task was cancelled
 */
typedef struct
{
  GTask       *task;
  ReachedFunc  then;
} Reaching;

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Reaching *reaching = user_data;
  g_autoptr(GTask) task = reaching->task;
  g_autoptr(GError) error = NULL;
  g_autoptr(GSocketConnection) connection = NULL;

  connection = g_socket_client_connect_to_uri_finish (G_SOCKET_CLIENT (source), result, &error);
  if (!return_if_cancelled (task, error))
    reaching->then (task, error);
}

/* Connects to the host of @uri, and if @is_secure says it who it is. */
static void
reach (GTask       *task,
       const char  *uri,
       gboolean     is_secure,
       ReachedFunc  then)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  const guint16 port = g_str_has_prefix (uri, "https:") ? 443 : 80;
  Reaching *reaching = g_new0 (Reaching, 1);

  reaching->task = g_object_ref (task);
  reaching->then = then;
  g_socket_client_set_timeout (client, CONNECT_TIMEOUT);
  g_socket_client_set_tls (client, is_secure);
  g_socket_client_connect_to_uri_async (client, uri, port, g_task_get_cancellable (task), connected_cb, reaching);
}

static void
auth_reached (GTask        *task,
              const GError *error)
{
  DeskConnectionTest *self = g_task_get_source_object (task);

  if (error == NULL)
    pass (self, DESK_CONNECTION_STEP_AUTH, g_strdup (_("It can be reached.")));
  else
    fail (self, DESK_CONNECTION_STEP_AUTH, desk_environment_get_auth_uri (self->environment), error);

  return_result (task);
}

static void
try_auth (GTask *task)
{
  DeskConnectionTest *self = g_task_get_source_object (task);
  const char *uri = desk_environment_get_auth_uri (self->environment);

  begin (self, DESK_CONNECTION_STEP_AUTH);
  reach (task, uri, g_str_has_prefix (uri, "https:"), auth_reached);
}

/* Which of the URIs is refused, if the service says so (it has no code for it: fiskil-api.md 2.2). */
static gboolean
is_about_uri (const GError *error)
{
  const char *message = desk_api_error_get_message (error);
  g_autofree char *folded = message != NULL ? g_utf8_casefold (message, -1) : g_strdup ("");

  return g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED) &&
         (strstr (folded, "redirect") != NULL || strstr (folded, "cancel_uri") != NULL || strstr (folded, "cancel uri") != NULL);
}

static void
session_made_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskConnectionTest *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskAuthSession) session = NULL;

  session = desk_api_client_create_auth_session_finish (DESK_API_CLIENT (source), result, &error);
  if (return_if_cancelled (task, error))
    return;

  if (session != NULL)
    pass (self, DESK_CONNECTION_STEP_REDIRECT,
          g_strdup (_("The service made a session with it. Whether the Console lists it shows only when the consent page comes back.")));
  else if (is_about_uri (error))
    set_result (self, DESK_CONNECTION_STEP_REDIRECT, DESK_CONNECTION_STATE_FAILED, DESK_CONNECTION_CAUSE_REDIRECT,
                desk_connection_words_for_uris (desk_environment_get_redirect_uri (self->environment),
                                                desk_environment_get_cancel_uri (self->environment)));
  else
    fail (self, DESK_CONNECTION_STEP_REDIRECT, desk_environment_get_api_uri (self->environment), error);

  try_auth (task);
}

static void
skip_redirect (DeskConnectionTest *self,
               const char         *cause)
{
  g_autofree char *words = g_strdup_printf ("%s %s", cause,
                                            _("Make sure that the Console lists both addresses as they are here."));

  skip (self, DESK_CONNECTION_STEP_REDIRECT, words);
}

static void
try_redirect (GTask *task)
{
  DeskConnectionTest *self = g_task_get_source_object (task);

  begin (self, DESK_CONNECTION_STEP_REDIRECT);
  if (desk_environment_is_production (self->environment))
    skip_redirect (self, _("A session would be made for a real person."));
  else if (self->end_user_id == NULL)
    skip_redirect (self, _("There is no end user yet to make a session for."));
  else
    {
      desk_api_client_create_auth_session_async (self->client, self->end_user_id,
                                                 desk_environment_get_redirect_uri (self->environment),
                                                 desk_environment_get_cancel_uri (self->environment), NULL, NULL,
                                                 g_task_get_cancellable (task), session_made_cb, g_object_ref (task));
      return;
    }

  try_auth (task);
}

/* Wrapped or bare, by the version (fiskil-api.md 1.5); @bytes: checked to be JSON */
static char *
find_end_user (GBytes *bytes)
{
  static const char *const paths[] = { "end_users.0.end_user_id", "end_users.0.id", "0.end_user_id", "0.id" };
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  DeskJsonSlice root;

  if (text == NULL || !desk_json_parse (text, size, &root, NULL))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      char *id = desk_json_slice_dup_text (desk_json_slice_get_path (root, paths[i]));

      if (id != NULL)
        return id;
    }

  return NULL;
}

static void
end_users_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskConnectionTest *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  bytes = desk_api_client_get_json_finish (DESK_API_CLIENT (source), result, &error);
  if (return_if_cancelled (task, error))
    return;

  if (bytes == NULL)
    {
      fail (self, DESK_CONNECTION_STEP_SCOPE, desk_environment_get_api_uri (self->environment), error);
      skip_between (self, DESK_CONNECTION_STEP_REDIRECT, DESK_CONNECTION_STEP_REDIRECT);
      try_auth (task);
      return;
    }

  self->end_user_id = find_end_user (bytes);
  pass (self, DESK_CONNECTION_STEP_SCOPE, g_strdup (_("End users can be read. Whether they can be changed is not tested.")));
  try_redirect (task);
}

static char *
dup_offer (GPtrArray *institutions)
{
  guint n_accessible = 0;

  for (guint i = 0; i < institutions->len; i++)
    n_accessible += desk_institution_is_accessible (g_ptr_array_index (institutions, i)) ? 1 : 0;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u institutions can be linked.",
                                       "%u of %u institutions can be linked.", n_accessible),
                          n_accessible, institutions->len);
}

/* The first call of all: what goes wrong with the token goes wrong here. */
static void
fail_first_call (GTask        *task,
                 const GError *error)
{
  DeskConnectionTest *self = g_task_get_source_object (task);
  const char *uri = desk_environment_get_api_uri (self->environment);

  if (g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_FORBIDDEN))
    {
      pass (self, DESK_CONNECTION_STEP_CREDENTIALS, g_strdup (_("The service knows them.")));
      fail (self, DESK_CONNECTION_STEP_INSTITUTIONS, uri, error);
      skip_between (self, DESK_CONNECTION_STEP_SCOPE, DESK_CONNECTION_STEP_REDIRECT);
    }
  else
    {
      fail (self, DESK_CONNECTION_STEP_CREDENTIALS, uri, error);
      skip_between (self, DESK_CONNECTION_STEP_INSTITUTIONS, DESK_CONNECTION_STEP_REDIRECT);
    }

  try_auth (task);
}

static void
institutions_read_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskConnectionTest *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) institutions = NULL;

  institutions = desk_api_client_list_institutions_finish (DESK_API_CLIENT (source), result, &error);
  if (return_if_cancelled (task, error))
    return;

  if (institutions == NULL)
    {
      fail_first_call (task, error);
      return;
    }

  desk_environment_judge (self->environment, institutions);
  pass (self, DESK_CONNECTION_STEP_CREDENTIALS, g_strdup (_("The service knows them.")));
  pass (self, DESK_CONNECTION_STEP_INSTITUTIONS, dup_offer (institutions));
  begin (self, DESK_CONNECTION_STEP_SCOPE);
  desk_api_client_get_json_async (self->client, "/end-users?page%5Bsize%5D=1", g_task_get_cancellable (task),
                                  end_users_read_cb, g_object_ref (task));
}

static void
try_credentials (GTask *task)
{
  DeskConnectionTest *self = g_task_get_source_object (task);

  begin (self, DESK_CONNECTION_STEP_CREDENTIALS);
  desk_api_client_list_institutions_async (self->client, NULL, g_task_get_cancellable (task), institutions_read_cb,
                                           g_object_ref (task));
}

static void
secured (GTask        *task,
         const GError *error)
{
  DeskConnectionTest *self = g_task_get_source_object (task);

  if (error == NULL)
    {
      pass (self, DESK_CONNECTION_STEP_TLS, g_strdup (_("The certificate is trusted.")));
      try_credentials (task);
      return;
    }

  set_result (self, DESK_CONNECTION_STEP_TLS, DESK_CONNECTION_STATE_FAILED, DESK_CONNECTION_CAUSE_TLS,
              desk_connection_words_for (DESK_CONNECTION_CAUSE_TLS, desk_environment_get_api_uri (self->environment),
                                         error));
  skip_between (self, DESK_CONNECTION_STEP_CREDENTIALS, DESK_CONNECTION_STEP_REDIRECT);
  try_auth (task);
}

static void
reached (GTask        *task,
         const GError *error)
{
  DeskConnectionTest *self = g_task_get_source_object (task);
  const char *uri = desk_environment_get_api_uri (self->environment);

  if (error != NULL)
    {
      fail (self, DESK_CONNECTION_STEP_ADDRESS, uri, error);
      skip_between (self, DESK_CONNECTION_STEP_TLS, DESK_CONNECTION_STEP_REDIRECT);
      try_auth (task);
      return;
    }

  pass (self, DESK_CONNECTION_STEP_ADDRESS, g_strdup (_("It can be reached.")));
  if (g_str_has_prefix (uri, "https:"))
    {
      begin (self, DESK_CONNECTION_STEP_TLS);
      reach (task, uri, TRUE, secured);
      return;
    }

  skip (self, DESK_CONNECTION_STEP_TLS, _("This address is on this computer and does without."));
  try_credentials (task);
}

DeskConnectionTest *
desk_connection_test_new (DeskEnvironment *environment,
                          const char      *client_id,
                          const char      *client_secret)
{
  DeskConnectionTest *self;

  g_return_val_if_fail (DESK_IS_ENVIRONMENT (environment), NULL);
  g_return_val_if_fail (client_id != NULL, NULL);
  g_return_val_if_fail (client_secret != NULL, NULL);

  self = g_object_new (DESK_TYPE_CONNECTION_TEST, NULL);
  self->environment = g_object_ref (environment);
  self->client_id = g_strdup (client_id);
  self->client_secret = g_strdup (client_secret);

  return self;
}

void
desk_connection_test_run_async (DeskConnectionTest  *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();
  const char *uri;
  GError *error = NULL;

  g_return_if_fail (DESK_IS_CONNECTION_TEST (self));
  g_return_if_fail (self->client == NULL);

  uri = desk_environment_get_api_uri (self->environment);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_connection_test_run_async);
  self->client = desk_api_client_new (uri, desk_environment_get_api_version (self->environment), redactor, &error);
  if (self->client == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  desk_api_client_set_credentials (self->client, self->client_id, self->client_secret);
  begin (self, DESK_CONNECTION_STEP_ADDRESS);
  reach (task, uri, FALSE, reached);
}

gboolean
desk_connection_test_run_finish (DeskConnectionTest  *self,
                                 GAsyncResult        *result,
                                 GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_connection_test_run_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

DeskConnectionState
desk_connection_test_get_state (DeskConnectionTest *self,
                                DeskConnectionStep  step)
{
  g_return_val_if_fail (DESK_IS_CONNECTION_TEST (self), DESK_CONNECTION_STATE_WAITING);
  g_return_val_if_fail (step < DESK_CONNECTION_N_STEPS, DESK_CONNECTION_STATE_WAITING);

  return self->results[step].state;
}

DeskConnectionCause
desk_connection_test_get_cause (DeskConnectionTest *self,
                                DeskConnectionStep  step)
{
  g_return_val_if_fail (DESK_IS_CONNECTION_TEST (self), DESK_CONNECTION_CAUSE_NONE);
  g_return_val_if_fail (step < DESK_CONNECTION_N_STEPS, DESK_CONNECTION_CAUSE_NONE);

  return self->results[step].cause;
}

const char *
desk_connection_test_get_words (DeskConnectionTest *self,
                                DeskConnectionStep  step)
{
  g_return_val_if_fail (DESK_IS_CONNECTION_TEST (self), NULL);
  g_return_val_if_fail (step < DESK_CONNECTION_N_STEPS, NULL);

  return self->results[step].words;
}
