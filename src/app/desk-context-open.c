/* desk-context-open.c: what a context does at a start, and when the sandbox begins anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-context-private.h"

#include <sys/resource.h>

#include "desk-credentials.h"
#include "desk-sandbox-status.h"

/* Whatever belonged to another state of the sandbox goes. */
static void
take_status (DeskContext             *self,
             const DeskSandboxStatus *status)
{
  g_autofree char *path = desk_sandbox_status_dup_store_path (status, self->state_folder);
  g_autofree char *prefix = desk_sandbox_status_dup_file_prefix (status);

  desk_sandbox_status_set_clock (status, self->clock);
  _desk_context_make_store (self, path, prefix);
  desk_sandbox_status_drop_other_stores (status, self->state_folder);
}

static void
status_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskContext *self = g_task_get_source_object (task);
  g_autoptr(DeskSandboxStatus) status = NULL;
  g_autoptr(GError) error = NULL;

  status = desk_sandbox_status_read_finish (DESK_API_CLIENT (source), result, &error);
  if (status == NULL)
    {
      desk_sandbox_keeper_stop (self->sandbox);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  take_status (self, status);
  _desk_context_go_live (self);
  g_task_return_boolean (task, TRUE);
}

static void
sandbox_started_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskContext *self = g_task_get_source_object (task);
  g_autoptr(DeskSandboxChild) child = NULL;
  GError *error = NULL;

  child = desk_sandbox_keeper_start_finish (DESK_SANDBOX_KEEPER (source), result, &error);
  if (child == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  desk_environment_set_addresses (self->environment,
                                  desk_sandbox_child_get_api_uri (child),
                                  desk_sandbox_child_get_auth_uri (child));
  if (!_desk_context_make_client (self, desk_sandbox_child_get_client_id (child),
                                  desk_sandbox_child_get_client_secret (child), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  desk_sandbox_status_read_async (self->client, g_task_get_cancellable (task), status_read_cb, g_object_ref (task));
}

/* Nothing of a production environment may reach a disk, a core dump neither. */
static void
forbid_core_dumps (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
}

static void
credentials_found_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskContext *self = g_task_get_source_object (task);
  g_autofree char *client_id = NULL;
  g_autofree char *client_secret = NULL;
  g_autoptr(GError) error = NULL;

  if (!desk_credentials_find_finish (result, &client_id, &client_secret, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (!_desk_context_make_client (self, client_id, client_secret, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  _desk_context_make_store (self, NULL, NULL);
  _desk_context_go_live (self);
  g_task_return_boolean (task, TRUE);
}

void
desk_context_open_async (DeskContext         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_CONTEXT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_context_open_async);

  if (!_desk_context_is_sandbox (self))
    {
      forbid_core_dumps ();
      desk_credentials_find_async (self->environment, self->keyring, cancellable,
                                   credentials_found_cb, g_steal_pointer (&task));
      return;
    }

  desk_sandbox_keeper_start_async (self->sandbox, cancellable, sandbox_started_cb, g_steal_pointer (&task));
}

gboolean
desk_context_open_finish (DeskContext   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_context_open_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
sandbox_looked_at_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskContext *self = g_task_get_source_object (task);
  g_autoptr(DeskDirectory) before = self->directory != NULL ? g_object_ref (self->directory) : NULL;
  g_autoptr(DeskSandboxStatus) status = NULL;
  GError *error = NULL;

  status = desk_sandbox_status_read_finish (DESK_API_CLIENT (source), result, &error);
  if (status == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* It was closed, or opened again, meanwhile. */
  if (self->client == DESK_API_CLIENT (source) && before != NULL)
    {
      take_status (self, status);
      if (self->directory != before)
        {
          _desk_context_go_live (self);
          g_signal_emit_by_name (self, "sandbox-reset");
        }
    }

  g_task_return_boolean (task, TRUE);
}

void
desk_context_follow_sandbox_async (DeskContext         *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_CONTEXT (self));
  g_return_if_fail (_desk_context_is_sandbox (self) && self->client != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_context_follow_sandbox_async);
  desk_sandbox_status_read_async (self->client, cancellable, sandbox_looked_at_cb, g_steal_pointer (&task));
}

gboolean
desk_context_follow_sandbox_finish (DeskContext   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_context_follow_sandbox_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
institutions_listed_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(DeskEnvironment) environment = user_data;
  g_autoptr(GPtrArray) institutions = NULL;

  institutions = desk_api_client_list_institutions_finish (DESK_API_CLIENT (source), result, NULL);
  if (institutions != NULL)
    desk_environment_judge (environment, institutions);
}

void
desk_context_judge (DeskContext  *self,
                    GCancellable *cancellable)
{
  g_return_if_fail (DESK_IS_CONTEXT (self));
  g_return_if_fail (self->client != NULL);

  if (desk_environment_get_stage (self->environment) != DESK_ENVIRONMENT_STAGE_PRODUCTION && !_desk_context_is_sandbox (self))
    desk_api_client_list_institutions_async (self->client, NULL, cancellable, institutions_listed_cb,
                                             g_object_ref (self->environment));
}
