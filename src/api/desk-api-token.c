/* desk-api-token.c: the bearer token, renewed when it is needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-token.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-api-failure.h"

#define DEFAULT_LIFETIME 900
#define LEEWAY 60

struct _DeskApiToken
{
  GObject            parent_instance;

  DeskApiConnection *connection;    /* (unowned) */
  DeskRedactor      *redactor;      /* (owned) (nullable) */
  char              *client_id;     /* (owned) (nullable) */
  char              *client_secret; /* (owned) (nullable) */
  char              *value;         /* (owned) (nullable) */
  gint64             renew_at;      /* monotonic, microseconds */
  GPtrArray         *waiters;       /* (owned) (element-type GTask) */
  GCancellable      *renewal;       /* (owned) (nullable): of the one that is under way */
};

G_DEFINE_FINAL_TYPE (DeskApiToken, desk_api_token, G_TYPE_OBJECT)

static void
desk_api_token_finalize (GObject *object)
{
  DeskApiToken *self = DESK_API_TOKEN (object);

  g_clear_object (&self->redactor);
  g_clear_object (&self->renewal);
  g_clear_pointer (&self->client_id, g_free);
  g_clear_pointer (&self->client_secret, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->waiters, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_api_token_parent_class)->finalize (object);
}

static void
desk_api_token_class_init (DeskApiTokenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_api_token_finalize;
}

static void
desk_api_token_init (DeskApiToken *self)
{
  self->waiters = g_ptr_array_new_with_free_func (g_object_unref);
}

DeskApiToken *
desk_api_token_new (DeskApiConnection *connection,
                    DeskRedactor      *redactor)
{
  DeskApiToken *self = g_object_new (DESK_TYPE_API_TOKEN, NULL);

  self->connection = connection;
  g_set_object (&self->redactor, redactor);

  return self;
}

static void
learn_secret (DeskApiToken *self,
              const char   *secret)
{
  if (self->redactor != NULL)
    desk_redactor_add (self->redactor, secret);
}

static GPtrArray *
steal_waiters (DeskApiToken *self)
{
  GPtrArray *waiters = g_steal_pointer (&self->waiters);

  self->waiters = g_ptr_array_new_with_free_func (g_object_unref);

  return waiters;
}

static void
finish_waiters (DeskApiToken *self,
                const GError *error)
{
  g_autoptr(GPtrArray) waiters = steal_waiters (self);

  for (guint i = 0; i < waiters->len; i++)
    {
      GTask *waiter = g_ptr_array_index (waiters, i);

      g_source_destroy (g_task_get_task_data (waiter));
      if (error != NULL)
        g_task_return_error (waiter, g_error_copy (error));
      else
        g_task_return_pointer (waiter, g_strdup (self->value), g_free);
    }
}

/* It goes into a header, so it must not be able to begin another one. */
static gboolean
is_token (const char *text)
{
  if (text == NULL || *text == '\0')
    return FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isgraph (*p))
        return FALSE;
    }

  return TRUE;
}

static gboolean
keep_token (DeskApiToken         *self,
            const DeskApiAnswer  *answer,
            GError              **error)
{
  DeskJsonSlice root = desk_json_page_get_root (answer->page);
  g_autofree char *value = desk_json_slice_dup_string (desk_json_slice_get_member (root, "token"));
  gint64 lifetime = DEFAULT_LIFETIME;

  if (!is_token (value))
    {
      g_propagate_error (error, desk_api_failure_new_bad_data (answer->status, _("It holds no token.")));
      return FALSE;
    }

  desk_json_slice_get_int64 (desk_json_slice_get_member (root, "expires_in"), &lifetime);
  lifetime = CLAMP (lifetime, 0, G_MAXINT32);

  learn_secret (self, value);
  g_free (self->value);
  self->value = g_steal_pointer (&value);
  self->renew_at = g_get_monotonic_time () + (lifetime - MIN (LEEWAY, lifetime / 2)) * G_USEC_PER_SEC;

  return TRUE;
}

static gboolean
check_credentials (DeskApiToken  *self,
                   GError       **error)
{
  if (self->client_id != NULL && self->client_secret != NULL)
    return TRUE;

  g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_NOT_AUTHORISED,
                       _("There is no client id and secret. Enter them in the environment’s settings."));
  return FALSE;
}

static void renew (DeskApiToken *self);

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskApiToken) self = g_steal_pointer (&user_data);
  g_autoptr(GCancellable) renewal = g_steal_pointer (&self->renewal);
  g_autoptr(DeskApiAnswer) answer = NULL;
  g_autoptr(GError) error = NULL;

  answer = desk_api_connection_send_finish (DESK_API_CONNECTION (source), result, &error);

  if (g_cancellable_is_cancelled (renewal))
    {
      g_clear_error (&error);

      /* Whoever came after the cancellation waits for a renewal of its own. */
      if (!check_credentials (self, &error))
        finish_waiters (self, error);
      else if (self->waiters->len > 0)
        renew (self);
      return;
    }

  if (answer != NULL)
    keep_token (self, answer, &error);

  finish_waiters (self, error);
}

static void
renew (DeskApiToken *self)
{
  g_autoptr(GUri) uri = desk_api_connection_build_uri (self->connection, "/token", NULL);
  DeskApiRequest *request = desk_api_request_new (SOUP_METHOD_POST, uri);

  desk_api_request_set_body (request,
                             "client_id", self->client_id,
                             "client_secret", self->client_secret,
                             NULL);
  request->is_signed = FALSE;
  request->expects_json = TRUE;

  self->renewal = g_cancellable_new ();
  desk_api_connection_send_async (self->connection, request, self->renewal,
                                  renewed_cb, g_object_ref (self));
}

void
desk_api_token_set_credentials (DeskApiToken *self,
                                const char   *client_id,
                                const char   *client_secret)
{
  g_return_if_fail (DESK_IS_API_TOKEN (self));

  g_free (self->client_id);
  g_free (self->client_secret);
  self->client_id = g_strdup (client_id);
  self->client_secret = g_strdup (client_secret);
  learn_secret (self, client_secret);

  g_clear_pointer (&self->value, g_free);
  g_cancellable_cancel (self->renewal);
}

const char *
desk_api_token_get_client_id (DeskApiToken *self)
{
  g_return_val_if_fail (DESK_IS_API_TOKEN (self), NULL);

  return self->client_id;
}

void
desk_api_token_refuse (DeskApiToken *self,
                       const char   *value)
{
  g_return_if_fail (DESK_IS_API_TOKEN (self));

  if (g_strcmp0 (self->value, value) == 0)
    g_clear_pointer (&self->value, g_free);
}

static gboolean
waiter_cancelled_cb (GCancellable *cancellable,
                     gpointer      user_data)
{
  g_autoptr(GTask) waiter = g_object_ref (user_data);
  DeskApiToken *self = g_task_get_source_object (waiter);

  if (!g_ptr_array_remove (self->waiters, waiter))
    return G_SOURCE_REMOVE;

  if (self->waiters->len == 0)
    g_cancellable_cancel (self->renewal);
  g_task_return_error_if_cancelled (waiter);

  return G_SOURCE_REMOVE;
}

static void
add_waiter (DeskApiToken *self,
            GTask        *waiter)
{
  /* Holds the waiter until it is destroyed. Without a cancellable it never fires. */
  GSource *source = g_cancellable_source_new (g_task_get_cancellable (waiter));

  g_task_set_task_data (waiter, source, (GDestroyNotify) g_source_unref);
  g_task_attach_source (waiter, source, G_SOURCE_FUNC (waiter_cancelled_cb));
  g_ptr_array_add (self->waiters, g_object_ref (waiter));
}

void
desk_api_token_get_async (DeskApiToken        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;

  g_return_if_fail (DESK_IS_API_TOKEN (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_token_get_async);

  if (self->value != NULL && g_get_monotonic_time () < self->renew_at)
    {
      g_task_return_pointer (task, g_strdup (self->value), g_free);
      return;
    }

  if (!check_credentials (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  add_waiter (self, task);
  if (self->renewal == NULL)
    renew (self);
}

char *
desk_api_token_get_finish (DeskApiToken  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
