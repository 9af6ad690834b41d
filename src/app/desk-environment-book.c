/* desk-environment-book.c: all environments: the built-in sandbox, and those of the user's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-environment-book.h"

#include "desk-environment-file.h"
#include "desk-environment-place.h"
#include "desk-secret-move.h"

struct _DeskEnvironmentBook
{
  GObject       parent_instance;

  char         *path;
  char         *state_folder;
  DeskKeyring  *keyring;
  GPtrArray    *environments; /* (element-type DeskEnvironment) */
  char         *problem;      /* (nullable) */
  GFileMonitor *monitor;      /* (nullable) */
};

enum
{
  PROP_PROBLEM = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* What a save or a removal works with, also on another thread. */
typedef struct
{
  char                 *path;
  char                 *state_folder;
  char                 *name;      /* (nullable): as it was */
  char                 *client_id; /* (nullable): as it was */
  DeskEnvironmentDraft *draft;     /* (nullable): of a save */
  char                 *secrets[2];
} DeskBookChange;

static void desk_environment_book_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskEnvironmentBook, desk_environment_book, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, desk_environment_book_list_init))

static void
desk_book_change_free (DeskBookChange *change)
{
  g_free (change->path);
  g_free (change->state_folder);
  g_free (change->name);
  g_free (change->client_id);
  g_clear_object (&change->draft);
  for (guint i = 0; i < G_N_ELEMENTS (change->secrets); i++)
    desk_secret_free (change->secrets[i]);
  g_free (change);
}

static DeskBookChange *
desk_book_change_new (DeskEnvironmentBook *self,
                      DeskEnvironment     *environment)
{
  DeskBookChange *change = g_new0 (DeskBookChange, 1);

  change->path = g_strdup (self->path);
  change->state_folder = g_strdup (self->state_folder);
  if (environment != NULL)
    {
      change->name = g_strdup (desk_environment_get_name (environment));
      change->client_id = g_strdup (desk_environment_get_client_id (environment));
    }

  return change;
}

static void
mark_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const DeskBookChange *change = task_data;
  g_autoptr(GError) error = NULL;

  if (!desk_environment_file_mark_production (change->path, change->name, &error))
    g_message ("It is not noted that an environment is production: %s", error->message);

  g_task_return_boolean (task, TRUE);
}

static void
stage_cb (DeskEnvironmentBook *self,
          GParamSpec          *pspec,
          DeskEnvironment     *environment)
{
  g_autoptr(GTask) task = NULL;

  if (desk_environment_get_stage (environment) != DESK_ENVIRONMENT_STAGE_PRODUCTION)
    return;

  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, stage_cb);
  g_task_set_task_data (task, desk_book_change_new (self, environment), (GDestroyNotify) desk_book_change_free);
  g_task_run_in_thread (task, mark_in_thread);
}

static gboolean
is_the_same (DeskEnvironment *one,
             DeskEnvironment *other)
{
  g_autoptr(DeskEnvironmentDraft) draft = desk_environment_draft_new (one);
  g_autoptr(DeskEnvironmentDraft) other_draft = desk_environment_draft_new (other);

  return desk_environment_draft_equal (draft, other_draft);
}

/* Windows hold on to the object, and it knows its stage. */
static void
keep_known (DeskEnvironmentBook *self,
            GPtrArray           *environments)
{
  for (guint i = 0; i < environments->len; i++)
    {
      DeskEnvironment *environment = g_ptr_array_index (environments, i);
      DeskEnvironment *known = desk_environment_book_find (self, desk_environment_get_name (environment));

      if (known != NULL && is_the_same (known, environment))
        {
          g_ptr_array_index (environments, i) = g_object_ref (known);
          g_object_unref (environment);
        }
      else
        g_signal_connect_object (environment, "notify::stage", G_CALLBACK (stage_cb), self, G_CONNECT_SWAPPED);
    }
}

static gboolean
has_same_items (DeskEnvironmentBook *self,
                GPtrArray           *environments)
{
  if (environments->len + 1 != self->environments->len)
    return FALSE;

  for (guint i = 0; i < environments->len; i++)
    {
      if (g_ptr_array_index (environments, i) != g_ptr_array_index (self->environments, i + 1))
        return FALSE;
    }

  return TRUE;
}

static void
set_problem (DeskEnvironmentBook *self,
             const char          *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* A file that cannot be read for the moment takes nothing away. */
static void
reload (DeskEnvironmentBook *self)
{
  g_autoptr(GPtrArray) environments = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *problem = NULL;
  const guint n_before = self->environments->len - 1;

  environments = desk_environment_file_scan (self->path, &problem, &error);
  set_problem (self, error != NULL ? error->message : problem);
  if (environments == NULL)
    return;

  keep_known (self, environments);
  if (has_same_items (self, environments))
    return;

  g_ptr_array_set_size (self->environments, 1);
  for (guint i = 0; i < environments->len; i++)
    g_ptr_array_add (self->environments, g_object_ref (g_ptr_array_index (environments, i)));

  g_list_model_items_changed (G_LIST_MODEL (self), 1, n_before, environments->len);
}

static void
file_changed_cb (DeskEnvironmentBook *self)
{
  reload (self);
}

static GType
desk_environment_book_get_item_type (GListModel *model)
{
  return DESK_TYPE_ENVIRONMENT;
}

static guint
desk_environment_book_get_n_items (GListModel *model)
{
  return DESK_ENVIRONMENT_BOOK (model)->environments->len;
}

static gpointer
desk_environment_book_get_item (GListModel *model,
                                guint       position)
{
  DeskEnvironmentBook *self = DESK_ENVIRONMENT_BOOK (model);

  return position < self->environments->len ? g_object_ref (g_ptr_array_index (self->environments, position)) : NULL;
}

static void
desk_environment_book_list_init (GListModelInterface *iface)
{
  iface->get_item_type = desk_environment_book_get_item_type;
  iface->get_n_items = desk_environment_book_get_n_items;
  iface->get_item = desk_environment_book_get_item;
}

static void
desk_environment_book_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (property_id == PROP_PROBLEM)
    g_value_set_string (value, DESK_ENVIRONMENT_BOOK (object)->problem);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_environment_book_finalize (GObject *object)
{
  DeskEnvironmentBook *self = DESK_ENVIRONMENT_BOOK (object);

  g_clear_object (&self->monitor);
  g_clear_object (&self->keyring);
  g_clear_pointer (&self->environments, g_ptr_array_unref);
  g_free (self->path);
  g_free (self->state_folder);
  g_free (self->problem);

  G_OBJECT_CLASS (desk_environment_book_parent_class)->finalize (object);
}

static void
desk_environment_book_class_init (DeskEnvironmentBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_environment_book_get_property;
  object_class->finalize = desk_environment_book_finalize;

  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
desk_environment_book_init (DeskEnvironmentBook *self)
{
  self->environments = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->environments, desk_environment_new_sandbox ());
}

DeskEnvironmentBook *
desk_environment_book_new (const char  *path,
                           const char  *state_folder,
                           DeskKeyring *keyring)
{
  DeskEnvironmentBook *self;
  g_autoptr(GFile) file = NULL;

  g_return_val_if_fail (DESK_IS_KEYRING (keyring), NULL);

  self = g_object_new (DESK_TYPE_ENVIRONMENT_BOOK, NULL);
  self->path = path != NULL ? g_strdup (path) : desk_environment_file_dup_path ();
  self->state_folder = state_folder != NULL ? g_strdup (state_folder)
                                            : g_build_filename (g_get_user_data_dir (), "consent-desk", NULL);
  self->keyring = g_object_ref (keyring);

  file = g_file_new_for_path (self->path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);

  return self;
}

DeskKeyring *
desk_environment_book_get_keyring (DeskEnvironmentBook *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT_BOOK (self), NULL);

  return self->keyring;
}

const char *
desk_environment_book_get_problem (DeskEnvironmentBook *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT_BOOK (self), NULL);

  return self->problem;
}

DeskEnvironment *
desk_environment_book_find (DeskEnvironmentBook *self,
                            const char          *name)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT_BOOK (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->environments->len; i++)
    {
      DeskEnvironment *environment = g_ptr_array_index (self->environments, i);

      if (g_str_equal (desk_environment_get_name (environment), name))
        return environment;
    }

  return NULL;
}

static void
secrets_moved_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskEnvironmentBook *self = g_task_get_source_object (task);
  const DeskBookChange *change = g_task_get_task_data (task);
  DeskEnvironment *environment;
  GError *error = NULL;

  reload (self);
  environment = desk_environment_book_find (self, desk_environment_draft_get (change->draft,
                                                                              DESK_ENVIRONMENT_FIELD_NAME));
  if (!desk_secret_move_finish (DESK_KEYRING (source), result, &error))
    g_task_return_error (task, error);
  else if (environment != NULL)
    g_task_return_pointer (task, g_object_ref (environment), g_object_unref);
  else
    g_task_return_new_error (task, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_UNKNOWN, "%s", self->problem);
}

static void
put_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const DeskBookChange *change = task_data;
  const char *name = desk_environment_draft_get (change->draft, DESK_ENVIRONMENT_FIELD_NAME);
  GError *error = NULL;

  if (!desk_environment_file_put (change->path, change->name, change->draft, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (change->name != NULL && !g_str_equal (change->name, name))
    desk_environment_place_move (change->state_folder, change->name, name);

  g_task_return_boolean (task, TRUE);
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskEnvironmentBook *self = DESK_ENVIRONMENT_BOOK (source);
  const DeskBookChange *change = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  DeskSecretMove move;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  move.old_environment = change->name;
  move.old_client_id = change->client_id;
  move.environment = desk_environment_draft_get (change->draft, DESK_ENVIRONMENT_FIELD_NAME);
  move.client_id = desk_environment_draft_get (change->draft, DESK_ENVIRONMENT_FIELD_CLIENT_ID);
  move.secrets[DESK_SECRET_KIND_CLIENT] = change->secrets[DESK_SECRET_KIND_CLIENT];
  move.secrets[DESK_SECRET_KIND_WEBHOOK] = change->secrets[DESK_SECRET_KIND_WEBHOOK];
  desk_secret_move_async (self->keyring, &move, cancellable, secrets_moved_cb, g_steal_pointer (&task));
}

/* Returns: (transfer full): the task that has the first part done on a thread */
static GTask *
make_thread_task (GTask               *task,
                  GAsyncReadyCallback  callback)
{
  GTask *part = g_task_new (g_task_get_source_object (task), NULL, callback, g_object_ref (task));

  g_task_set_source_tag (part, make_thread_task);
  g_task_set_task_data (part, g_task_get_task_data (task), NULL);

  return part;
}

void
desk_environment_book_save_async (DeskEnvironmentBook  *self,
                                  DeskEnvironment      *old,
                                  DeskEnvironmentDraft *draft,
                                  const char           *client_secret,
                                  const char           *webhook_secret,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GTask) part = NULL;
  g_autoptr(DeskEnvironment) made = NULL;
  DeskBookChange *change;
  GError *error = NULL;

  g_return_if_fail (DESK_IS_ENVIRONMENT_BOOK (self));
  g_return_if_fail (DESK_IS_ENVIRONMENT_DRAFT (draft));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_environment_book_save_async);
  change = desk_book_change_new (self, old);
  change->draft = g_object_ref (draft);
  change->secrets[DESK_SECRET_KIND_CLIENT] = g_strdup (client_secret);
  change->secrets[DESK_SECRET_KIND_WEBHOOK] = g_strdup (webhook_secret);
  g_task_set_task_data (task, change, (GDestroyNotify) desk_book_change_free);

  made = desk_environment_draft_make (draft, &error);
  if (made == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  part = make_thread_task (task, put_cb);
  g_task_run_in_thread (part, put_in_thread);
}

DeskEnvironment *
desk_environment_book_save_finish (DeskEnvironmentBook  *self,
                                   GAsyncResult         *result,
                                   GError              **error)
{
  g_autoptr(DeskEnvironment) environment = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_environment_book_save_async), NULL);

  environment = g_task_propagate_pointer (G_TASK (result), error);

  return environment;
}

static void
secrets_cleared_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  GError *error = NULL;

  reload (g_task_get_source_object (task));
  if (desk_secret_move_finish (DESK_KEYRING (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
remove_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const DeskBookChange *change = task_data;
  GError *error = NULL;

  if (!desk_environment_file_remove (change->path, change->name, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  desk_environment_place_move (change->state_folder, change->name, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskEnvironmentBook *self = DESK_ENVIRONMENT_BOOK (source);
  const DeskBookChange *change = g_task_get_task_data (task);
  GError *error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);
  DeskSecretMove move = { .old_environment = change->name };

  if (g_task_propagate_boolean (G_TASK (result), &error))
    desk_secret_move_async (self->keyring, &move, cancellable, secrets_cleared_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
desk_environment_book_remove_async (DeskEnvironmentBook *self,
                                    DeskEnvironment     *environment,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GTask) part = NULL;

  g_return_if_fail (DESK_IS_ENVIRONMENT_BOOK (self));
  g_return_if_fail (desk_environment_get_kind (environment) == DESK_ENVIRONMENT_KIND_FISKIL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_environment_book_remove_async);
  g_task_set_task_data (task, desk_book_change_new (self, environment), (GDestroyNotify) desk_book_change_free);
  part = make_thread_task (task, removed_cb);
  g_task_run_in_thread (part, remove_in_thread);
}

gboolean
desk_environment_book_remove_finish (DeskEnvironmentBook  *self,
                                     GAsyncResult         *result,
                                     GError              **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_environment_book_remove_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
