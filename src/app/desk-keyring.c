/* desk-keyring.c: the secrets of environments, kept by the system or, without one that does, for the session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-keyring.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

/* What no keyring took. */
typedef struct
{
  DeskSecretKind  kind;
  char           *environment;
  char           *client_id; /* (nullable): in a request, stands for any */
  char           *secret;    /* (nullable) */
} DeskKeptSecret;

struct _DeskKeyring
{
  GObject    parent_instance;

  GPtrArray *session; /* (element-type DeskKeptSecret) */
};

G_DEFINE_FINAL_TYPE (DeskKeyring, desk_keyring, G_TYPE_OBJECT)

/* The file of the Secret portal knows no schemas: an attribute of its own keeps one kind from being taken for the other. */
static const char *const environment_attributes[] = {
  [DESK_SECRET_KIND_CLIENT] = "environment",
  [DESK_SECRET_KIND_WEBHOOK] = "webhook-environment",
};

static const SecretSchema schemas[] = {
  [DESK_SECRET_KIND_CLIENT] = {
    .name = APPLICATION_ID ".Environment",
    .flags = SECRET_SCHEMA_NONE,
    .attributes = {
      { "environment", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "client-id", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
    },
  },
  [DESK_SECRET_KIND_WEBHOOK] = {
    .name = APPLICATION_ID ".Webhook",
    .flags = SECRET_SCHEMA_NONE,
    .attributes = {
      { "webhook-environment", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "client-id", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
    },
  },
};

static void
desk_kept_secret_free (DeskKeptSecret *kept)
{
  g_free (kept->environment);
  g_free (kept->client_id);
  secret_password_free (kept->secret);
  g_free (kept);
}

static DeskKeptSecret *
desk_kept_secret_new (DeskSecretKind  kind,
                      const char     *environment,
                      const char     *client_id,
                      const char     *secret)
{
  DeskKeptSecret *kept = g_new0 (DeskKeptSecret, 1);

  kept->kind = kind;
  kept->environment = g_strdup (environment);
  kept->client_id = g_strdup (client_id);
  kept->secret = g_strdup (secret);

  return kept;
}

static gboolean
is_of (const DeskKeptSecret *kept,
       const DeskKeptSecret *wanted)
{
  return kept->kind == wanted->kind && g_str_equal (kept->environment, wanted->environment) &&
         (wanted->client_id == NULL || g_str_equal (kept->client_id, wanted->client_id));
}

static const DeskKeptSecret *
find_in_session (DeskKeyring          *self,
                 const DeskKeptSecret *wanted)
{
  for (guint i = 0; i < self->session->len; i++)
    {
      if (is_of (g_ptr_array_index (self->session, i), wanted))
        return g_ptr_array_index (self->session, i);
    }

  return NULL;
}

static void
drop_from_session (DeskKeyring          *self,
                   const DeskKeptSecret *wanted)
{
  for (guint i = self->session->len; i > 0; i--)
    {
      if (is_of (g_ptr_array_index (self->session, i - 1), wanted))
        g_ptr_array_remove_index (self->session, i - 1);
    }
}

/* Returns: (transfer full) (element-type utf8 utf8): for the functions of libsecret */
static GHashTable *
make_attributes (const DeskKeptSecret *wanted)
{
  GHashTable *attributes = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (attributes, (gpointer) environment_attributes[wanted->kind], wanted->environment);
  if (wanted->client_id != NULL)
    g_hash_table_insert (attributes, (gpointer) "client-id", wanted->client_id);

  return attributes;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  GError *error = NULL;
  char *secret = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, secret, (GDestroyNotify) secret_password_free);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskKeyring *self = g_task_get_source_object (task);
  const DeskKeptSecret *wanted = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gboolean is_stored = secret_password_store_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  drop_from_session (self, wanted);
  if (!is_stored)
    g_ptr_array_add (self->session, desk_kept_secret_new (wanted->kind, wanted->environment, wanted->client_id,
                                                          wanted->secret));

  g_task_return_boolean (task, TRUE);
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  GError *error = NULL;

  /* That there was nothing to clear is no error. */
  secret_password_clear_finish (result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
desk_keyring_finalize (GObject *object)
{
  g_clear_pointer (&DESK_KEYRING (object)->session, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_keyring_parent_class)->finalize (object);
}

static void
desk_keyring_class_init (DeskKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_keyring_finalize;
}

static void
desk_keyring_init (DeskKeyring *self)
{
  self->session = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_kept_secret_free);
}

DeskKeyring *
desk_keyring_new (void)
{
  return g_object_new (DESK_TYPE_KEYRING, NULL);
}

/* Returns: (transfer full): a task whose data is the secret that is meant */
static GTask *
make_task (DeskKeyring         *self,
           DeskKeptSecret      *wanted,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, wanted, (GDestroyNotify) desk_kept_secret_free);

  return task;
}

void
desk_keyring_find_async (DeskKeyring         *self,
                         DeskSecretKind       kind,
                         const char          *environment,
                         const char          *client_id,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GHashTable) attributes = NULL;
  DeskKeptSecret *wanted;
  const DeskKeptSecret *kept;

  g_return_if_fail (DESK_IS_KEYRING (self));
  g_return_if_fail (environment != NULL);
  g_return_if_fail (client_id != NULL);

  wanted = desk_kept_secret_new (kind, environment, client_id, NULL);
  task = make_task (self, wanted, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_keyring_find_async);
  kept = find_in_session (self, wanted);
  if (kept != NULL)
    {
      g_task_return_pointer (task, g_strdup (kept->secret), (GDestroyNotify) secret_password_free);
      return;
    }

  attributes = make_attributes (wanted);
  secret_password_lookupv (&schemas[kind], attributes, cancellable, found_cb, g_steal_pointer (&task));
}

char *
desk_keyring_find_finish (DeskKeyring   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_keyring_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_keyring_store_async (DeskKeyring         *self,
                          DeskSecretKind       kind,
                          const char          *environment,
                          const char          *client_id,
                          const char          *secret,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GHashTable) attributes = NULL;
  g_autofree char *label = NULL;
  DeskKeptSecret *wanted;

  g_return_if_fail (DESK_IS_KEYRING (self));
  g_return_if_fail (environment != NULL);
  g_return_if_fail (client_id != NULL);
  g_return_if_fail (secret != NULL);

  wanted = desk_kept_secret_new (kind, environment, client_id, secret);
  task = make_task (self, wanted, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_keyring_store_async);
  attributes = make_attributes (wanted);

  /* Translators: how the keyring lists a secret; the name of an environment. */
  label = g_strdup_printf (_("Consent Desk: %s"), environment);
  secret_password_storev (&schemas[kind], attributes, SECRET_COLLECTION_DEFAULT, label, secret, cancellable, stored_cb,
                          g_steal_pointer (&task));
}

gboolean
desk_keyring_store_finish (DeskKeyring   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_keyring_store_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
desk_keyring_clear_async (DeskKeyring         *self,
                          DeskSecretKind       kind,
                          const char          *environment,
                          const char          *client_id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GHashTable) attributes = NULL;
  DeskKeptSecret *wanted;

  g_return_if_fail (DESK_IS_KEYRING (self));
  g_return_if_fail (environment != NULL);

  wanted = desk_kept_secret_new (kind, environment, client_id, NULL);
  task = make_task (self, wanted, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_keyring_clear_async);
  drop_from_session (self, wanted);
  attributes = make_attributes (wanted);
  secret_password_clearv (&schemas[kind], attributes, cancellable, cleared_cb, g_steal_pointer (&task));
}

gboolean
desk_keyring_clear_finish (DeskKeyring   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_keyring_clear_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
desk_keyring_is_for_session (DeskKeyring *self,
                             const char  *environment)
{
  g_return_val_if_fail (DESK_IS_KEYRING (self), FALSE);
  g_return_val_if_fail (environment != NULL, FALSE);

  for (guint i = 0; i < self->session->len; i++)
    {
      const DeskKeptSecret *kept = g_ptr_array_index (self->session, i);

      if (g_str_equal (kept->environment, environment))
        return TRUE;
    }

  return FALSE;
}
