/* desk-sandbox-status.c: what the built-in sandbox says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-status.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "desk-api-error.h"
#include "desk-instant.h"
#include "desk-json.h"

#define STORE_PREFIX "sandbox-records-"

/* Returns: 0 if it is not there */
static guint
read_count (DeskJsonSlice  root,
            const char    *member)
{
  gint64 count = 0;

  return desk_json_slice_get_int64 (desk_json_slice_get_member (root, member), &count) ? (guint) CLAMP (count, 0, G_MAXINT)
                                                                                       : 0;
}

static gboolean
read_members (DeskSandboxStatus *self,
              DeskJsonSlice      root)
{
  g_autofree char *now = desk_json_slice_dup_string (desk_json_slice_get_member (root, "now"));

  self->id = desk_json_slice_dup_string (desk_json_slice_get_member (root, "state_id"));
  desk_json_slice_get_boolean (desk_json_slice_get_member (root, "frozen"), &self->frozen);
  self->n_end_users = read_count (root, "end_users");
  self->n_sessions = read_count (root, "sessions");
  self->n_active_consents = read_count (root, "active_consents");
  self->n_consents = MAX (read_count (root, "consents"), self->n_active_consents);

  return self->id != NULL && now != NULL && desk_instant_parse (now, &self->now, NULL);
}

static void
json_received_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(DeskSandboxStatus) self = g_new0 (DeskSandboxStatus, 1);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  DeskJsonSlice root = DESK_JSON_SLICE_NONE;
  const char *text;
  gsize length;

  bytes = desk_api_client_get_json_finish (DESK_API_CLIENT (source), result, &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  text = g_bytes_get_data (bytes, &length);
  if (!desk_json_parse (text, length, &root, NULL) || !read_members (self, root))
    {
      g_task_return_new_error (task, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA,
                               _("The sandbox answered with something unexpected. Check that the program and Consent Desk are of the same version."));
      return;
    }

  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) desk_sandbox_status_free);
}

void
desk_sandbox_status_read_async (DeskApiClient       *client,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_API_CLIENT (client));

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_sandbox_status_read_async);
  desk_api_client_get_json_async (client, "//sandbox/state", cancellable,
                                  json_received_cb, g_steal_pointer (&task));
}

DeskSandboxStatus *
desk_sandbox_status_read_finish (DeskApiClient  *client,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_sandbox_status_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_sandbox_status_free (DeskSandboxStatus *self)
{
  g_free (self->id);
  g_free (self);
}

void
desk_sandbox_status_set_clock (const DeskSandboxStatus *self,
                               DeskClock               *clock)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (DESK_IS_CLOCK (clock));

  if (self->frozen)
    desk_clock_freeze (clock, self->now);
  else
    desk_clock_set (clock, self->now);
}

/* The id comes from outside, so only its hash becomes part of a path. */
static char *
dup_prefix (const DeskSandboxStatus *self)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->id, -1);

  return g_strdup_printf (STORE_PREFIX "%.16s.", hash);
}

char *
desk_sandbox_status_dup_store_path (const DeskSandboxStatus *self,
                                    const char              *folder)
{
  g_autofree char *prefix = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  prefix = dup_prefix (self);
  name = g_strconcat (prefix, "sqlite", NULL);

  return g_build_filename (folder, name, NULL);
}

char *
desk_sandbox_status_dup_file_prefix (const DeskSandboxStatus *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_prefix (self);
}

void
desk_sandbox_status_drop_other_stores (const DeskSandboxStatus *self,
                                       const char              *folder)
{
  g_autoptr(GDir) directory = NULL;
  g_autofree char *own_prefix = NULL;
  const char *name;

  g_return_if_fail (self != NULL);
  g_return_if_fail (folder != NULL);

  directory = g_dir_open (folder, 0, NULL);
  if (directory == NULL)
    return;

  own_prefix = dup_prefix (self);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = NULL;

      /* All that belongs to a state begins alike: the store, SQLite's own files beside it, what is kept of consents. */
      if (!g_str_has_prefix (name, STORE_PREFIX) || g_str_has_prefix (name, own_prefix))
        continue;

      path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
}
