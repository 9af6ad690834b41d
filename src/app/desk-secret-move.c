/* desk-secret-move.c: lets the secrets of an environment follow its name and its client id
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-secret-move.h"

#include <libsecret/secret.h>

typedef struct
{
  char           *old_environment;
  char           *old_client_id;
  char           *environment;
  char           *client_id;
  char           *secrets[2];
  DeskSecretKind  kind; /* that is at work */
} MoveData;

static void next (GTask *task);

static void
move_data_free (MoveData *data)
{
  g_free (data->old_environment);
  g_free (data->old_client_id);
  g_free (data->environment);
  g_free (data->client_id);
  for (guint i = 0; i < G_N_ELEMENTS (data->secrets); i++)
    desk_secret_free (data->secrets[i]);
  g_free (data);
}

static MoveData *
move_data_new (const DeskSecretMove *move)
{
  MoveData *data = g_new0 (MoveData, 1);

  data->old_environment = g_strdup (move->old_environment);
  data->old_client_id = g_strdup (move->old_client_id);
  data->environment = g_strdup (move->environment);
  data->client_id = g_strdup (move->client_id);
  for (guint i = 0; i < G_N_ELEMENTS (data->secrets); i++)
    data->secrets[i] = g_strdup (move->secrets[i]);

  return data;
}

static gboolean
is_elsewhere (const MoveData *data)
{
  return g_strcmp0 (data->old_environment, data->environment) != 0 ||
         g_strcmp0 (data->old_client_id, data->client_id) != 0;
}

static void
go_on (GTask *task)
{
  MoveData *data = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (data->kind == DESK_SECRET_KIND_WEBHOOK)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  data->kind = DESK_SECRET_KIND_WEBHOOK;
  next (task);
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);

  desk_keyring_clear_finish (DESK_KEYRING (source), result, NULL);
  go_on (task);
}

static void
clear_old (GTask *task)
{
  const MoveData *data = g_task_get_task_data (task);

  if (data->old_environment != NULL && is_elsewhere (data))
    desk_keyring_clear_async (g_task_get_source_object (task), data->kind, data->old_environment,
                              data->environment != NULL ? data->old_client_id : NULL,
                              g_task_get_cancellable (task), cleared_cb, g_object_ref (task));
  else
    go_on (task);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  GError *error = NULL;

  if (desk_keyring_store_finish (DESK_KEYRING (source), result, &error))
    clear_old (task);
  else
    g_task_return_error (task, error);
}

static void
store (GTask      *task,
       const char *secret)
{
  const MoveData *data = g_task_get_task_data (task);

  desk_keyring_store_async (g_task_get_source_object (task), data->kind, data->environment, data->client_id, secret,
                            g_task_get_cancellable (task), stored_cb, g_object_ref (task));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GError) error = NULL;
  char *secret = desk_keyring_find_finish (DESK_KEYRING (source), result, &error);

  /* What could not be read is not thrown away. */
  if (secret != NULL)
    store (task, secret);
  else if (error != NULL)
    go_on (task);
  else
    clear_old (task);

  desk_secret_free (secret);
}

static void
next (GTask *task)
{
  const MoveData *data = g_task_get_task_data (task);

  if (data->environment != NULL && data->secrets[data->kind] != NULL)
    store (task, data->secrets[data->kind]);
  else if (data->environment != NULL && data->old_client_id != NULL && is_elsewhere (data))
    desk_keyring_find_async (g_task_get_source_object (task), data->kind, data->old_environment, data->old_client_id,
                             g_task_get_cancellable (task), found_cb, g_object_ref (task));
  else
    clear_old (task);
}

void
desk_secret_free (char *secret)
{
  secret_password_free (secret);
}

void
desk_secret_move_async (DeskKeyring          *keyring,
                        const DeskSecretMove *move,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_KEYRING (keyring));
  g_return_if_fail (move != NULL);
  g_return_if_fail (move->environment == NULL || move->client_id != NULL);

  task = g_task_new (keyring, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_secret_move_async);
  g_task_set_task_data (task, move_data_new (move), (GDestroyNotify) move_data_free);
  next (task);
}

gboolean
desk_secret_move_finish (DeskKeyring   *keyring,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, keyring), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_secret_move_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
