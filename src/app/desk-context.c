/* desk-context.c: everything that one environment needs, made together and handed down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-context.h"

#include <sys/resource.h>

#include "desk-credentials.h"
#include "desk-environment-place.h"
#include "desk-folder-lock.h"
#include "desk-live.h"
#include "desk-sandbox-child.h"
#include "desk-sandbox-status.h"
#include "desk-sync-poll.h"

struct _DeskContext
{
  GObject           parent_instance;

  DeskEnvironment  *environment;
  char             *state_folder;
  char             *sandbox_program;
  DeskRedactor     *redactor;
  DeskClock        *clock;
  DeskInspector    *inspector;
  DeskKeyring      *keyring;

  DeskFolderLock   *lock;
  DeskSandboxChild *child;
  DeskApiClient    *client;
  char             *client_id;
  DeskStore        *store;
  char             *store_path;
  DeskDirectory    *directory;

  DeskFileWriter   *writer;
  DeskLinkHistory  *link_history;
  DeskReceiptBook  *receipts;
  DeskConsentNotices *notices;
  DeskPresentation *presentation;
  DeskSyncLog      *sync_log;
  DeskLive         *live;      /* (nullable): while it is open and live */
  DeskSyncPoll     *poll;      /* (nullable): while it is open and live, and not the built-in sandbox */
  gboolean          is_live;
  gboolean          refreshes_in_background;
};

enum
{
  PROP_REFRESHES_IN_BACKGROUND = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  SANDBOX_ENDED,
  SANDBOX_RESET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskContext, desk_context, G_TYPE_OBJECT)

static void
desk_context_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (property_id == PROP_REFRESHES_IN_BACKGROUND)
    g_value_set_boolean (value, DESK_CONTEXT (object)->refreshes_in_background);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_context_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (property_id == PROP_REFRESHES_IN_BACKGROUND)
    desk_context_set_refreshes_in_background (DESK_CONTEXT (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_context_dispose (GObject *object)
{
  desk_context_close (DESK_CONTEXT (object));

  G_OBJECT_CLASS (desk_context_parent_class)->dispose (object);
}

static void
desk_context_finalize (GObject *object)
{
  DeskContext *self = DESK_CONTEXT (object);

  g_clear_object (&self->environment);
  g_clear_object (&self->redactor);
  g_clear_object (&self->clock);
  g_clear_object (&self->presentation);
  g_clear_object (&self->sync_log);
  g_clear_object (&self->inspector);
  g_clear_object (&self->keyring);
  g_free (self->state_folder);
  g_free (self->sandbox_program);

  G_OBJECT_CLASS (desk_context_parent_class)->finalize (object);
}

static void
desk_context_class_init (DeskContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_context_get_property;
  object_class->set_property = desk_context_set_property;
  object_class->dispose = desk_context_dispose;
  object_class->finalize = desk_context_finalize;

  properties[PROP_REFRESHES_IN_BACKGROUND] =
    g_param_spec_boolean ("refreshes-in-background", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SANDBOX_ENDED] =
    g_signal_new ("sandbox-ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SANDBOX_RESET] =
    g_signal_new ("sandbox-reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_context_init (DeskContext *self)
{
  self->redactor = desk_redactor_new ();
  self->clock = desk_clock_new ();
  self->presentation = desk_presentation_new ();
  self->sync_log = desk_sync_log_new ();
  self->inspector = desk_inspector_new ();
  self->keyring = desk_keyring_new ();
  self->refreshes_in_background = TRUE;
}

DeskContext *
desk_context_new (DeskEnvironment *environment,
                  const char      *state_folder,
                  const char      *sandbox_program)
{
  DeskContext *self;

  g_return_val_if_fail (DESK_IS_ENVIRONMENT (environment), NULL);

  self = g_object_new (DESK_TYPE_CONTEXT, NULL);
  self->environment = g_object_ref (environment);
  self->state_folder = state_folder != NULL
                       ? g_strdup (state_folder)
                       : g_build_filename (g_get_user_data_dir (), "consent-desk", NULL);
  self->sandbox_program = sandbox_program != NULL
                          ? g_strdup (sandbox_program)
                          : desk_sandbox_child_dup_program ();

  return self;
}

void
desk_context_set_keyring (DeskContext *self,
                          DeskKeyring *keyring)
{
  g_return_if_fail (DESK_IS_CONTEXT (self));
  g_return_if_fail (DESK_IS_KEYRING (keyring));

  g_set_object (&self->keyring, keyring);
}

static gboolean
is_sandbox (DeskContext *self)
{
  return desk_environment_get_kind (self->environment) == DESK_ENVIRONMENT_KIND_SANDBOX;
}

/* prefix: (nullable): how the names of the sandbox's files begin */
static DeskKeptPlace *
new_place (DeskContext *self,
           const char  *prefix,
           const char  *kind)
{
  g_autofree char *file_prefix = NULL;

  if (!desk_environment_keeps_data_on_disk (self->environment))
    return desk_kept_place_new (NULL, NULL, NULL);

  file_prefix = g_strconcat (prefix, kind, "-", NULL);

  return desk_kept_place_new (self->writer, self->state_folder, file_prefix);
}

/* What holds nothing personal is kept also where nothing else is. */
static DeskKeptPlace *
new_lasting_place (DeskContext              *self,
                   const char               *prefix,
                   const char               *kind,
                   DeskEnvironmentPlaceKind  saved_kind)
{
  if (desk_environment_get_kind (self->environment) != DESK_ENVIRONMENT_KIND_FISKIL)
    return new_place (self, prefix, kind);

  return desk_environment_place_new (self->writer, self->state_folder, desk_environment_get_name (self->environment),
                                     saved_kind);
}

static void
drop_life (DeskContext *self)
{
  g_clear_object (&self->link_history);
  g_clear_object (&self->receipts);
  g_clear_object (&self->notices);
  desk_presentation_set_source (self->presentation, NULL, NULL);
  if (self->writer != NULL)
    desk_file_writer_flush (self->writer);

  g_clear_object (&self->writer);
}

/* What follows the consents of the directory from their beginning to their end. */
static void
make_life (DeskContext *self,
           const char  *prefix)
{
  g_autoptr(DeskKeptPlace) links = NULL;
  g_autoptr(DeskKeptPlace) receipts = NULL;
  g_autoptr(DeskKeptPlace) notices = NULL;

  self->writer = desk_file_writer_new ();
  links = new_place (self, prefix, "links");
  receipts = new_lasting_place (self, prefix, "receipt", DESK_ENVIRONMENT_PLACE_RECEIPTS);
  notices = new_lasting_place (self, prefix, "notices", DESK_ENVIRONMENT_PLACE_NOTICES);

  self->link_history = desk_link_history_new (self->directory, links);
  self->receipts = desk_receipt_book_new (self->directory, self->clock,
                                          desk_environment_get_name (self->environment), receipts);
  self->notices = desk_consent_notices_new (self->directory, self->clock, notices);
}

/* The directory outlives a restart of the sandbox, so that what shows it need not start anew.
 * prefix: (nullable): how the names of the files beside the store begin */
static void
make_store (DeskContext *self,
            const char  *path,
            const char  *prefix)
{
  if (self->store != NULL && g_strcmp0 (self->store_path, path) == 0)
    {
      desk_directory_set_client (self->directory, self->client);
      return;
    }

  if (self->store != NULL)
    desk_store_close (self->store);

  drop_life (self);
  g_clear_object (&self->directory);
  g_clear_object (&self->store);
  g_clear_pointer (&self->store_path, g_free);

  self->store_path = g_strdup (path);
  self->store = desk_store_new (path);
  self->directory = desk_directory_new (self->client, self->store, self->clock);
  desk_presentation_set_source (self->presentation, self->store, self->directory);
  desk_inspector_set_directory (self->inspector, self->directory);
  make_life (self, prefix);
}

static gboolean
make_client (DeskContext  *self,
             const char   *client_secret,
             GError      **error)
{
  g_clear_object (&self->client);
  self->client = desk_api_client_new (desk_environment_get_api_uri (self->environment),
                                      desk_environment_get_api_version (self->environment),
                                      self->redactor, error);
  if (self->client == NULL)
    return FALSE;

  g_object_set (self->client, "rate", desk_environment_get_request_rate (self->environment), NULL);
  desk_inspector_set_client (self->inspector, self->client);
  desk_api_client_set_credentials (self->client, self->client_id, client_secret);

  return TRUE;
}

static void
child_ended_cb (DeskSandboxChild *child,
                DeskContext      *self)
{
  g_signal_emit (self, signals[SANDBOX_ENDED], 0);
}

static void
drop_child (DeskContext *self)
{
  if (self->child == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->child, self);
  desk_sandbox_child_stop (self->child);
  g_clear_object (&self->child);
}

/* Whatever belonged to another state of the sandbox goes. */
static void
take_status (DeskContext             *self,
             const DeskSandboxStatus *status)
{
  g_autofree char *path = desk_sandbox_status_dup_store_path (status, self->state_folder);
  g_autofree char *prefix = desk_sandbox_status_dup_file_prefix (status);

  desk_sandbox_status_set_clock (status, self->clock);
  make_store (self, path, prefix);
  desk_sandbox_status_drop_other_stores (status, self->state_folder);
}

/* The sandbox knows nothing of us after it was started or began anew. */
static void
go_live (DeskContext *self)
{
  if (!self->is_live)
    return;

  if (self->live == NULL)
    self->live = desk_live_new (self);
  if (is_sandbox (self))
    {
      desk_live_join_sandbox (self->live);
      return;
    }

  desk_live_join_environment (self->live, self->keyring);
  if (self->poll == NULL)
    self->poll = desk_sync_poll_new (self, self->live);
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
      drop_child (self);
      g_clear_object (&self->lock);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  take_status (self, status);
  go_live (self);
  g_task_return_boolean (task, TRUE);
}

static void
child_started_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskContext *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GError) error = NULL;

  drop_child (self);
  self->child = desk_sandbox_child_start_finish (result, &error);
  if (self->child == NULL)
    {
      g_clear_object (&self->lock);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_signal_connect (self->child, "ended", G_CALLBACK (child_ended_cb), self);
  desk_environment_set_addresses (self->environment,
                                  desk_sandbox_child_get_api_uri (self->child),
                                  desk_sandbox_child_get_auth_uri (self->child));
  g_free (self->client_id);
  self->client_id = g_strdup (desk_sandbox_child_get_client_id (self->child));

  if (!make_client (self, desk_sandbox_child_get_client_secret (self->child), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  desk_sandbox_status_read_async (self->client, cancellable, status_read_cb, g_steal_pointer (&task));
}

static void
start_child (GTask *task)
{
  DeskContext *self = g_task_get_source_object (task);
  g_autofree char *folder = g_build_filename (self->state_folder, "sandbox", NULL);

  desk_sandbox_child_start_async (self->sandbox_program, folder, g_task_get_cancellable (task),
                                  child_started_cb, g_object_ref (task));
}

static void
locked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskContext *self = g_task_get_source_object (task);
  g_autoptr(DeskFolderLock) lock = NULL;
  g_autoptr(GError) error = NULL;

  lock = desk_folder_lock_take_finish (result, &error);
  if (lock == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_set_object (&self->lock, lock);
  start_child (task);
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

  g_free (self->client_id);
  self->client_id = g_steal_pointer (&client_id);
  if (!make_client (self, client_secret, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  make_store (self, NULL, NULL);
  go_live (self);
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

  if (!is_sandbox (self))
    {
      forbid_core_dumps ();
      desk_credentials_find_async (self->environment, self->keyring, cancellable,
                                   credentials_found_cb, g_steal_pointer (&task));
      return;
    }

  if (self->lock != NULL)
    start_child (task);
  else
    desk_folder_lock_take_async (self->state_folder, cancellable, locked_cb, g_steal_pointer (&task));
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
          go_live (self);
          g_signal_emit (self, signals[SANDBOX_RESET], 0);
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
  g_return_if_fail (is_sandbox (self) && self->client != NULL);

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

  if (desk_environment_get_stage (self->environment) != DESK_ENVIRONMENT_STAGE_PRODUCTION && !is_sandbox (self))
    desk_api_client_list_institutions_async (self->client, NULL, cancellable, institutions_listed_cb,
                                             g_object_ref (self->environment));
}

void
desk_context_close (DeskContext *self)
{
  g_return_if_fail (DESK_IS_CONTEXT (self));

  desk_inspector_set_client (self->inspector, NULL);
  desk_inspector_set_directory (self->inspector, NULL);
  desk_inspector_clear (self->inspector);
  if (self->poll != NULL)
    desk_sync_poll_stop (self->poll);
  g_clear_object (&self->poll);
  if (self->live != NULL)
    desk_live_stop (self->live);
  g_clear_object (&self->live);
  desk_sync_log_drop_loads (self->sync_log);
  drop_child (self);
  drop_life (self);
  g_clear_object (&self->lock);
  g_clear_object (&self->directory);
  if (self->store != NULL)
    desk_store_close (self->store);

  g_clear_object (&self->store);
  g_clear_pointer (&self->store_path, g_free);
  g_clear_object (&self->client);
  g_clear_pointer (&self->client_id, g_free);
}

void
desk_context_set_live (DeskContext *self,
                       gboolean     is_live)
{
  g_return_if_fail (DESK_IS_CONTEXT (self));

  self->is_live = is_live;
}

void
desk_context_set_refreshes_in_background (DeskContext *self,
                                          gboolean     refreshes)
{
  g_return_if_fail (DESK_IS_CONTEXT (self));

  if (self->refreshes_in_background == refreshes)
    return;

  self->refreshes_in_background = refreshes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFRESHES_IN_BACKGROUND]);
}

gboolean
desk_context_get_refreshes_in_background (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), FALSE);

  return self->refreshes_in_background;
}

DeskEnvironment *
desk_context_get_environment (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->environment;
}

DeskRedactor *
desk_context_get_redactor (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->redactor;
}

DeskClock *
desk_context_get_clock (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->clock;
}

DeskInspector *
desk_context_get_inspector (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->inspector;
}

DeskApiClient *
desk_context_get_client (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->client;
}

const char *
desk_context_get_client_id (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->client_id;
}

DeskStore *
desk_context_get_store (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->store;
}

DeskDirectory *
desk_context_get_directory (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->directory;
}

DeskLinkHistory *
desk_context_get_link_history (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->link_history;
}

DeskReceiptBook *
desk_context_get_receipts (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->receipts;
}

DeskConsentNotices *
desk_context_get_notices (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->notices;
}

DeskPresentation *
desk_context_get_presentation (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->presentation;
}

DeskSyncLog *
desk_context_get_sync_log (DeskContext *self)
{
  g_return_val_if_fail (DESK_IS_CONTEXT (self), NULL);

  return self->sync_log;
}
