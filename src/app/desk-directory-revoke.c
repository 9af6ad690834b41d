/* desk-directory-revoke.c: a consent that the user of this program ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-directory-private.h"

#include "desk-api-error.h"

static void
end_user_consents_listed_cb (GObject      *source,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  DeskConsent *consent = g_task_get_task_data (task);
  g_autoptr(GPtrArray) consents = NULL;
  GError *error = NULL;

  consents = desk_api_client_list_consents_finish (DESK_API_CLIENT (source), result, &error);
  if (consents == NULL)
    {
      _desk_directory_return_error_after_purge (task, error);
      return;
    }

  _desk_directory_take_consents (self, consents, desk_consent_get_end_user_id (consent));
  _desk_directory_return_after_purge (task);
}

/* Whether the service may have done what it was asked for. */
static gboolean
is_uncertain (const GError *error)
{
  return g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_NETWORK) ||
         g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_TIMEOUT) ||
         g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_UNAVAILABLE) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
revoked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskDirectory *self = g_task_get_source_object (task);
  DeskConsent *consent = g_task_get_task_data (task);
  GError *error = NULL;

  self->n_changes++;
  if (!desk_api_client_revoke_consent_finish (DESK_API_CLIENT (source), result, &error))
    {
      desk_revocations_note_failed (self->revocations, desk_consent_get_id (consent), is_uncertain (error));
      g_task_return_error (task, error);
      return;
    }

  desk_purge_queue_add_consent (self->purges, consent);
  desk_api_client_list_consents_async (self->client, desk_consent_get_end_user_id (consent), NULL,
                                       end_user_consents_listed_cb, g_steal_pointer (&task));
}

void
desk_directory_revoke_async (DeskDirectory       *self,
                             DeskConsent         *consent,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_DIRECTORY (self));
  g_return_if_fail (DESK_IS_CONSENT (consent));

  task = _desk_directory_task_new (self, desk_directory_revoke_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (consent), g_object_unref);
  desk_revocations_note_asked (self->revocations, desk_consent_get_id (consent));
  desk_api_client_revoke_consent_async (self->client, desk_consent_get_id (consent), cancellable,
                                        revoked_cb, g_steal_pointer (&task));
}

gboolean
desk_directory_revoke_finish (DeskDirectory  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  return _desk_directory_finish_boolean (self, result, desk_directory_revoke_async, error);
}
