/* desk-credentials.c: where the client id and the client secret come from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-credentials.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

static const char *
get_variable (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static void
return_absent (GTask      *task,
               const char *cause)
{
  DeskEnvironment *environment = g_task_get_task_data (task);

  g_task_return_new_error (task, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_CREDENTIALS,
                           /* Translators: the name of an environment, a whole sentence with the cause, and two names of variables. */
                           _("There are no credentials for “%s”. %s Set %s and %s, or save the client secret in the keyring."),
                           desk_environment_get_name (environment), cause,
                           DESK_CREDENTIALS_CLIENT_ID_VARIABLE, DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE);
}

static void
secret_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GError) error = NULL;
  char *secret = desk_keyring_find_finish (DESK_KEYRING (source), result, &error);

  if (secret != NULL)
    g_task_return_pointer (task, secret, (GDestroyNotify) secret_password_free);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (error != NULL)
    return_absent (task, _("The keyring cannot be asked."));
  else
    return_absent (task, _("The keyring holds no client secret for it."));
}

void
desk_credentials_find_async (DeskEnvironment     *environment,
                             DeskKeyring         *keyring,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  const char *client_id;

  g_return_if_fail (DESK_IS_ENVIRONMENT (environment));
  g_return_if_fail (DESK_IS_KEYRING (keyring));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_credentials_find_async);
  g_task_set_task_data (task, g_object_ref (environment), g_object_unref);

  if (get_variable (DESK_CREDENTIALS_CLIENT_ID_VARIABLE) != NULL &&
      get_variable (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE) != NULL)
    {
      g_task_return_pointer (task, g_strdup (get_variable (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE)), g_free);
      return;
    }

  client_id = desk_environment_get_client_id (environment);
  if (client_id == NULL)
    {
      return_absent (task, _("It has no client id."));
      return;
    }

  desk_keyring_find_async (keyring, DESK_SECRET_KIND_CLIENT, desk_environment_get_name (environment), client_id,
                           cancellable, secret_found_cb, g_steal_pointer (&task));
}

gboolean
desk_credentials_find_finish (GAsyncResult  *result,
                              char         **client_id,
                              char         **client_secret,
                              GError       **error)
{
  DeskEnvironment *environment;
  const char *variable = get_variable (DESK_CREDENTIALS_CLIENT_ID_VARIABLE);
  char *secret;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_credentials_find_async), FALSE);

  secret = g_task_propagate_pointer (G_TASK (result), error);
  if (secret == NULL)
    return FALSE;

  environment = g_task_get_task_data (G_TASK (result));
  *client_id = g_strdup (variable != NULL ? variable : desk_environment_get_client_id (environment));
  *client_secret = secret;

  return TRUE;
}
