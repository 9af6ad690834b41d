/* desk-sandbox-keeper.c: the built-in sandbox of a folder, which is ours alone while it runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-keeper.h"

#include "desk-folder-lock.h"

struct _DeskSandboxKeeper
{
  GObject           parent_instance;

  char             *state_folder;
  char             *program;
  DeskFolderLock   *lock;  /* (nullable) */
  DeskSandboxChild *child; /* (nullable) */
};

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSandboxKeeper, desk_sandbox_keeper, G_TYPE_OBJECT)

static void
drop_child (DeskSandboxKeeper *self)
{
  if (self->child == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->child, self);
  desk_sandbox_child_stop (self->child);
  g_clear_object (&self->child);
}

static void
child_ended_cb (DeskSandboxKeeper *self)
{
  g_signal_emit (self, signals[ENDED], 0);
}

static void
child_started_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskSandboxKeeper *self = g_task_get_source_object (task);
  GError *error = NULL;

  drop_child (self);
  self->child = desk_sandbox_child_start_finish (result, &error);
  if (self->child == NULL)
    {
      g_clear_object (&self->lock);
      g_task_return_error (task, error);
      return;
    }

  g_signal_connect_swapped (self->child, "ended", G_CALLBACK (child_ended_cb), self);
  g_task_return_pointer (task, g_object_ref (self->child), g_object_unref);
}

static void
start_child (GTask *task)
{
  DeskSandboxKeeper *self = g_task_get_source_object (task);
  g_autofree char *folder = g_build_filename (self->state_folder, "sandbox", NULL);

  desk_sandbox_child_start_async (self->program, folder, g_task_get_cancellable (task), child_started_cb,
                                  g_object_ref (task));
}

static void
locked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskSandboxKeeper *self = g_task_get_source_object (task);
  g_autoptr(DeskFolderLock) lock = NULL;
  GError *error = NULL;

  lock = desk_folder_lock_take_finish (result, &error);
  if (lock == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_set_object (&self->lock, lock);
  start_child (task);
}

static void
desk_sandbox_keeper_dispose (GObject *object)
{
  desk_sandbox_keeper_stop (DESK_SANDBOX_KEEPER (object));

  G_OBJECT_CLASS (desk_sandbox_keeper_parent_class)->dispose (object);
}

static void
desk_sandbox_keeper_finalize (GObject *object)
{
  DeskSandboxKeeper *self = DESK_SANDBOX_KEEPER (object);

  g_free (self->state_folder);
  g_free (self->program);

  G_OBJECT_CLASS (desk_sandbox_keeper_parent_class)->finalize (object);
}

static void
desk_sandbox_keeper_class_init (DeskSandboxKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_sandbox_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_sandbox_keeper_finalize;

  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_sandbox_keeper_init (DeskSandboxKeeper *self)
{
}

DeskSandboxKeeper *
desk_sandbox_keeper_new (const char *state_folder,
                         const char *program)
{
  DeskSandboxKeeper *self;

  g_return_val_if_fail (state_folder != NULL, NULL);

  self = g_object_new (DESK_TYPE_SANDBOX_KEEPER, NULL);
  self->state_folder = g_strdup (state_folder);
  self->program = program != NULL ? g_strdup (program) : desk_sandbox_child_dup_program ();

  return self;
}

void
desk_sandbox_keeper_start_async (DeskSandboxKeeper   *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_SANDBOX_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_sandbox_keeper_start_async);
  g_task_set_check_cancellable (task, FALSE); /* what runs is handed over, so that it can be ended */

  if (self->lock != NULL)
    start_child (task);
  else
    desk_folder_lock_take_async (self->state_folder, cancellable, locked_cb, g_steal_pointer (&task));
}

DeskSandboxChild *
desk_sandbox_keeper_start_finish (DeskSandboxKeeper  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_sandbox_keeper_start_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_sandbox_keeper_stop (DeskSandboxKeeper *self)
{
  g_return_if_fail (DESK_IS_SANDBOX_KEEPER (self));

  drop_child (self);
  g_clear_object (&self->lock);
}
