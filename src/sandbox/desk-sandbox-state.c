/* desk-sandbox-state.c: all that changes while the sandbox runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-state-private.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-state-file.h"

#define WEBHOOK_SECRET_BYTES 78

G_DEFINE_FINAL_TYPE (DeskSandboxState, desk_sandbox_state, G_TYPE_OBJECT)

static void
desk_sandbox_state_finalize (GObject *object)
{
  DeskSandboxState *self = DESK_SANDBOX_STATE (object);

  g_free (self->directory);
  g_free (self->id);
  g_free (self->client_id);
  g_free (self->client_secret);
  g_free (self->webhook_secret);
  g_object_unref (self->clock);
  g_ptr_array_unref (self->end_users);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->consents);
  g_hash_table_unref (self->categories);

  G_OBJECT_CLASS (desk_sandbox_state_parent_class)->finalize (object);
}

static void
desk_sandbox_state_class_init (DeskSandboxStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sandbox_state_finalize;
}

static void
desk_sandbox_state_init (DeskSandboxState *self)
{
  self->clock = desk_clock_new ();
  self->end_users = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_end_user_free);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_session_free);
  self->consents = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_consent_free);
  self->categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Everything here follows from the seed and the number of resets. */
void
_desk_sandbox_state_start_from_seed (DeskSandboxState *self)
{
  DeskSandboxRandom credentials;
  DeskSandboxRandom ids;
  g_autofree char *stream = g_strdup_printf ("state/%" G_GINT64_FORMAT, self->generation);

  desk_sandbox_random_init (&credentials, self->seed, "credentials");
  g_free (self->client_id);
  self->client_id = desk_sandbox_random_dup_ksuid (&credentials);
  g_free (self->client_secret);
  self->client_secret = desk_sandbox_random_dup_ksuid (&credentials);
  g_free (self->webhook_secret);
  self->webhook_secret = desk_sandbox_random_dup_base64 (&credentials, WEBHOOK_SECRET_BYTES);

  desk_sandbox_random_init (&ids, self->seed, stream);
  g_free (self->id);
  self->id = desk_sandbox_random_dup_uuid (&ids);

  desk_sandbox_random_init (&self->ids, self->seed, "ids");
  desk_sandbox_random_init (&self->passing, self->seed, "passing");
  self->next_sequence = 1;
}

static void
freeze_at (DeskSandboxState *self,
           const gint64     *frozen_at)
{
  if (frozen_at != NULL)
    {
      self->has_frozen_at = TRUE;
      self->frozen_at = *frozen_at;
      desk_clock_freeze (self->clock, *frozen_at);
    }
  self->started_at = desk_clock_get_now (self->clock);
}

DeskSandboxState *
desk_sandbox_state_new (guint64       seed,
                        const gint64 *frozen_at)
{
  DeskSandboxState *self = g_object_new (DESK_TYPE_SANDBOX_STATE, NULL);

  self->seed = seed;
  freeze_at (self, frozen_at);
  _desk_sandbox_state_start_from_seed (self);
  return self;
}

DeskSandboxState *
desk_sandbox_state_open (const char    *directory,
                         guint64        seed,
                         const gint64  *frozen_at,
                         GError       **error)
{
  g_autoptr(DeskSandboxState) self = NULL;
  g_autoptr(JsonObject) object = NULL;

  g_return_val_if_fail (directory != NULL, NULL);

  self = desk_sandbox_state_new (seed, NULL);
  self->directory = g_strdup (directory);
  if (!desk_sandbox_state_file_load (directory, &object, error) ||
      (object != NULL && !_desk_sandbox_state_read (self, object, error)))
    {
      /* Translators: the first is a folder's name, the second what is wrong with it */
      g_prefix_error (error, _("The state in “%s” cannot be used: "), directory);
      return NULL;
    }

  if (object == NULL)
    freeze_at (self, frozen_at);

  desk_sandbox_state_save (self);
  return g_steal_pointer (&self);
}

void
desk_sandbox_state_save (DeskSandboxState *self)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (DESK_IS_SANDBOX_STATE (self));

  if (self->directory == NULL)
    return;

  text = _desk_sandbox_state_dup_text (self);
  if (!desk_sandbox_state_file_save (self->directory, text, &error))
    g_warning ("The state was not saved: %s", error->message);
}

void
desk_sandbox_state_reset (DeskSandboxState *self)
{
  g_return_if_fail (DESK_IS_SANDBOX_STATE (self));

  g_ptr_array_set_size (self->end_users, 0);
  g_ptr_array_set_size (self->sessions, 0);
  g_ptr_array_set_size (self->consents, 0);
  g_hash_table_remove_all (self->categories);
  self->generation++;
  _desk_sandbox_state_start_from_seed (self);

  if (self->has_frozen_at)
    desk_clock_freeze (self->clock, self->frozen_at);
  else
    desk_clock_set (self->clock, g_get_real_time ());
}

DeskClock *
desk_sandbox_state_get_clock (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  return self->clock;
}

gint64
desk_sandbox_state_get_now (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), 0);

  return desk_clock_get_now (self->clock);
}

gint64
desk_sandbox_state_get_started_at (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), 0);

  return self->started_at;
}

guint64
desk_sandbox_state_get_seed (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), 0);

  return self->seed;
}

const char *
desk_sandbox_state_get_id (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  return self->id;
}

const char *
desk_sandbox_state_get_client_id (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  return self->client_id;
}

const char *
desk_sandbox_state_get_client_secret (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  return self->client_secret;
}

const char *
desk_sandbox_state_get_webhook_secret (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  return self->webhook_secret;
}

DeskSandboxRandom *
desk_sandbox_state_get_passing (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  return &self->passing;
}

char *
desk_sandbox_state_dup_error_id (DeskSandboxState *self)
{
  g_autofree char *uuid = NULL;

  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  uuid = desk_sandbox_random_dup_uuid (&self->passing);
  return g_strconcat ("err_", uuid, NULL);
}

static void
init_derived (DeskSandboxState  *self,
              DeskSandboxRandom *random,
              const char        *label,
              const char        *id)
{
  g_autofree char *stream = g_strconcat (label, "/", id, NULL);

  desk_sandbox_random_init (random, self->seed, stream);
}

char *
desk_sandbox_state_dup_derived (DeskSandboxState *self,
                                const char       *label,
                                const char       *id)
{
  DeskSandboxRandom random;

  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  init_derived (self, &random, label, id);
  return desk_sandbox_random_dup_ksuid (&random);
}

char *
desk_sandbox_state_dup_code (DeskSandboxState *self,
                             const char       *session_id)
{
  DeskSandboxRandom random;

  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  init_derived (self, &random, "code", session_id);
  return desk_sandbox_random_dup_code (&random);
}

DeskSandboxEndUser *
desk_sandbox_state_add_end_user (DeskSandboxState *self)
{
  DeskSandboxEndUser *end_user;
  g_autofree char *id = NULL;

  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  id = desk_sandbox_random_dup_ksuid (&self->ids);
  end_user = g_new0 (DeskSandboxEndUser, 1);
  end_user->id = g_strconcat ("eu_", id, NULL);
  end_user->sequence = self->next_sequence++;
  g_ptr_array_add (self->end_users, end_user);
  return end_user;
}

DeskSandboxEndUser *
desk_sandbox_state_find_end_user (DeskSandboxState *self,
                                  const char       *id)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->end_users->len; i++)
    {
      DeskSandboxEndUser *end_user = g_ptr_array_index (self->end_users, i);

      if (g_str_equal (end_user->id, id))
        return end_user;
    }

  return NULL;
}

static void
end_all_of (DeskSandboxState *self,
            const char       *end_user_id)
{
  for (guint i = 0; i < self->consents->len; i++)
    {
      DeskSandboxConsent *consent = g_ptr_array_index (self->consents, i);

      if (g_str_equal (consent->end_user_id, end_user_id))
        desk_sandbox_consent_end (consent, desk_sandbox_state_get_now (self));
    }

  for (guint i = 0; i < self->sessions->len; i++)
    {
      DeskSandboxSession *session = g_ptr_array_index (self->sessions, i);

      if (g_str_equal (session->end_user_id, end_user_id) && session->status == DESK_SANDBOX_SESSION_OPEN)
        session->status = DESK_SANDBOX_SESSION_CANCELLED;
    }
}

gboolean
desk_sandbox_state_remove_end_user (DeskSandboxState *self,
                                    const char       *id)
{
  DeskSandboxEndUser *end_user;

  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), FALSE);

  end_user = desk_sandbox_state_find_end_user (self, id);
  if (end_user == NULL)
    return FALSE;

  end_all_of (self, end_user->id);
  g_ptr_array_remove (self->end_users, end_user);
  return TRUE;
}

GPtrArray *
desk_sandbox_state_get_end_users (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  return self->end_users;
}

DeskSandboxSession *
desk_sandbox_state_add_session (DeskSandboxState *self,
                                const char       *end_user_id)
{
  DeskSandboxSession *session;

  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);

  session = g_new0 (DeskSandboxSession, 1);
  session->id = desk_sandbox_random_dup_ksuid (&self->ids);
  session->end_user_id = g_strdup (end_user_id);
  session->expires_at = desk_sandbox_state_get_now (self) + DESK_SANDBOX_SESSION_SECONDS * G_USEC_PER_SEC;
  g_ptr_array_add (self->sessions, session);
  return session;
}

DeskSandboxSession *
desk_sandbox_state_find_session (DeskSandboxState *self,
                                 const char       *id)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      DeskSandboxSession *session = g_ptr_array_index (self->sessions, i);

      if (g_str_equal (session->id, id))
        return session;
    }

  return NULL;
}

guint
desk_sandbox_state_get_n_sessions (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), 0);

  return self->sessions->len;
}

DeskSandboxConsent *
desk_sandbox_state_add_consent (DeskSandboxState  *self,
                                const char        *end_user_id,
                                const char        *institution_id,
                                const char        *customer_id,
                                const char *const *account_ids,
                                const char *const *permissions)
{
  DeskSandboxConsent *consent;

  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);
  g_return_val_if_fail (end_user_id != NULL && institution_id != NULL && customer_id != NULL, NULL);
  g_return_val_if_fail (account_ids != NULL && permissions != NULL, NULL);

  consent = g_new0 (DeskSandboxConsent, 1);
  consent->sequence = self->consents->len + 1;
  consent->arrangement_id = desk_sandbox_random_dup_uuid (&self->ids);
  consent->end_user_id = g_strdup (end_user_id);
  consent->institution_id = g_strdup (institution_id);
  consent->customer_id = g_strdup (customer_id);
  consent->account_ids = g_strdupv ((char **) account_ids);
  consent->permissions = g_strdupv ((char **) permissions);
  consent->created_at = desk_sandbox_state_get_now (self);
  consent->renewed_at = consent->created_at;
  consent->expires_at = consent->created_at + DESK_SANDBOX_CONSENT_SECONDS * G_USEC_PER_SEC;
  g_ptr_array_add (self->consents, consent);
  return consent;
}

DeskSandboxConsent *
desk_sandbox_state_find_consent (DeskSandboxState *self,
                                 const char       *arrangement_id)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);
  g_return_val_if_fail (arrangement_id != NULL, NULL);

  for (guint i = 0; i < self->consents->len; i++)
    {
      DeskSandboxConsent *consent = g_ptr_array_index (self->consents, i);

      if (g_str_equal (consent->arrangement_id, arrangement_id))
        return consent;
    }

  return NULL;
}

GPtrArray *
desk_sandbox_state_get_consents (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);

  return self->consents;
}
