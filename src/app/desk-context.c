/* desk-context.c: everything that one environment needs, made together and handed down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-context-private.h"

#include "desk-environment-place.h"

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
  g_clear_object (&self->sandbox);

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

static void
sandbox_ended_cb (DeskContext *self)
{
  g_signal_emit (self, signals[SANDBOX_ENDED], 0);
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
  self->sandbox = desk_sandbox_keeper_new (self->state_folder, sandbox_program);
  g_signal_connect_object (self->sandbox, "ended", G_CALLBACK (sandbox_ended_cb), self, G_CONNECT_SWAPPED);

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

gboolean
_desk_context_is_sandbox (DeskContext *self)
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

void
_desk_context_make_store (DeskContext *self,
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

gboolean
_desk_context_make_client (DeskContext  *self,
                           const char   *client_id,
                           const char   *client_secret,
                           GError      **error)
{
  g_free (self->client_id);
  self->client_id = g_strdup (client_id);
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

void
_desk_context_go_live (DeskContext *self)
{
  if (!self->is_live)
    return;

  if (self->live == NULL)
    self->live = desk_live_new (self);
  if (_desk_context_is_sandbox (self))
    {
      desk_live_join_sandbox (self->live);
      return;
    }

  desk_live_join_environment (self->live, self->keyring);
  if (self->poll == NULL)
    self->poll = desk_sync_poll_new (self, self->live);
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
  drop_life (self);
  desk_sandbox_keeper_stop (self->sandbox);
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
