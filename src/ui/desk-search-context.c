/* desk-search-context.c: where the desktop's shell may search: what a window shows, else the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-search-context.h"

#include "desk-context.h"
#include "desk-notifier.h"
#include "desk-window.h"

/* How long names that no window shows are kept for the next search. */
#define IDLE_SECONDS 30

struct _DeskSearchContext
{
  GObject         parent_instance;

  GtkApplication *application; /* (nullable): weak */
  char           *state_folder;
  char           *sandbox_program;
  GSettings      *settings;

  /* All (nullable), and there together: while it is read without a window */
  DeskContext    *context;
  DeskNotifier   *notifier;
  GCancellable   *cancellable;

  DeskDirectory  *directory;   /* (nullable): what was read, until nobody has asked for a while */
  GPtrArray      *waiting;     /* (element-type GTask): for that */
  guint           idle_source;
};

G_DEFINE_FINAL_TYPE (DeskSearchContext, desk_search_context, G_TYPE_OBJECT)

static void
answer (GTask         *task,
        DeskDirectory *directory)
{
  g_task_return_pointer (task, g_object_ref (directory), g_object_unref);
}

/* Whoever waits is told @error. */
static void
fail (DeskSearchContext *self,
      const GError      *error)
{
  g_autoptr(GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    g_task_return_error (g_ptr_array_index (waiting, i), g_error_copy (error));
}

/* The folder of the sandbox is free afterwards. */
static void
close_context (DeskSearchContext *self)
{
  if (self->context == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->notifier);
  desk_context_close (self->context);
  g_clear_object (&self->context);
}

static void
end (DeskSearchContext *self,
     const GError      *error)
{
  if (self->context == NULL && self->directory == NULL)
    return;

  g_clear_handle_id (&self->idle_source, g_source_remove);
  close_context (self);
  g_clear_object (&self->directory);
  fail (self, error);
  if (self->application != NULL)
    g_application_release (G_APPLICATION (self->application));
}

static gboolean
idle_cb (gpointer user_data)
{
  DeskSearchContext *self = user_data;

  self->idle_source = 0;
  desk_search_context_close (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_more (DeskSearchContext *self)
{
  g_clear_handle_id (&self->idle_source, g_source_remove);
  self->idle_source = g_timeout_add_seconds (IDLE_SECONDS, idle_cb, self);
}

/* The window opens the sandbox for itself. */
static void
window_added_cb (DeskSearchContext *self,
                 GtkWindow         *window)
{
  if (DESK_IS_WINDOW (window))
    desk_search_context_close (self);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DeskSearchContext) self = user_data;
  g_autoptr(GPtrArray) waiting = NULL;
  g_autoptr(GError) error = NULL;

  if (!desk_directory_refresh_finish (DESK_DIRECTORY (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        end (self, error);
      return;
    }

  self->directory = g_object_ref (DESK_DIRECTORY (source));
  close_context (self);
  waiting = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    answer (g_ptr_array_index (waiting, i), self->directory);
  wait_for_more (self);
}

/* A notice is given once: what comes due now is told, though no window shows it. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskSearchContext) self = user_data;
  DeskContext *context = DESK_CONTEXT (source);
  g_autoptr(GError) error = NULL;

  if (!desk_context_open_finish (context, result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        end (self, error);
      return;
    }

  desk_notifier_set_notices (self->notifier, desk_context_get_notices (context));
  desk_directory_refresh_async (desk_context_get_directory (context), self->cancellable, refreshed_cb,
                                g_object_ref (self));
}

static void
open_context (DeskSearchContext *self)
{
  g_autoptr(DeskEnvironment) sandbox = desk_environment_new_sandbox ();

  g_application_hold (G_APPLICATION (self->application));
  self->context = desk_context_new (sandbox, self->state_folder, self->sandbox_program);
  self->notifier = desk_notifier_new (G_APPLICATION (self->application), sandbox);
  self->cancellable = g_cancellable_new ();
  desk_context_open_async (self->context, self->cancellable, opened_cb, g_object_ref (self));
}

static gboolean
may_be_searched (DeskContext *context)
{
  DeskEnvironment *environment = desk_context_get_environment (context);

  return desk_environment_get_kind (environment) != DESK_ENVIRONMENT_KIND_TEMPORARY &&
         !desk_environment_is_production (environment) &&
         !desk_presentation_get_active (desk_context_get_presentation (context));
}

static GList *
get_windows (DeskSearchContext *self)
{
  return self->application != NULL ? gtk_application_get_windows (self->application) : NULL;
}

/* any: whether there is a window at all
 * Returns: (transfer none) (nullable) */
static DeskContext *
find_context_of_window (DeskSearchContext *self,
                        gboolean          *any)
{
  *any = FALSE;
  for (GList *item = get_windows (self); item != NULL; item = item->next)
    {
      if (!DESK_IS_WINDOW (item->data))
        continue;
      *any = TRUE;
      if (may_be_searched (desk_window_get_context (item->data)))
        return desk_window_get_context (item->data);
    }

  return NULL;
}

static void
answer_from_window (GTask       *task,
                    DeskContext *context)
{
  DeskDirectory *directory = desk_context_get_directory (context);

  if (directory != NULL)
    answer (task, directory);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED, "The window is not open yet");
}

static void
desk_search_context_dispose (GObject *object)
{
  DeskSearchContext *self = DESK_SEARCH_CONTEXT (object);

  desk_search_context_close (self);
  g_clear_weak_pointer (&self->application);

  G_OBJECT_CLASS (desk_search_context_parent_class)->dispose (object);
}

static void
desk_search_context_finalize (GObject *object)
{
  DeskSearchContext *self = DESK_SEARCH_CONTEXT (object);

  g_free (self->state_folder);
  g_free (self->sandbox_program);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_search_context_parent_class)->finalize (object);
}

static void
desk_search_context_class_init (DeskSearchContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_search_context_dispose;
  object_class->finalize = desk_search_context_finalize;
}

static void
desk_search_context_init (DeskSearchContext *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

DeskSearchContext *
desk_search_context_new (GtkApplication *application,
                         const char     *state_folder,
                         const char     *sandbox_program)
{
  DeskSearchContext *self = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (DESK_TYPE_SEARCH_CONTEXT, NULL);
  g_set_weak_pointer (&self->application, application);
  self->state_folder = g_strdup (state_folder);
  self->sandbox_program = g_strdup (sandbox_program);
  g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
desk_search_context_load_async (DeskSearchContext   *self,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  DeskContext *context = NULL;
  gboolean any = FALSE;

  g_return_if_fail (DESK_IS_SEARCH_CONTEXT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, desk_search_context_load_async);

  context = find_context_of_window (self, &any);
  if (g_settings_get_boolean (self->settings, "presentation-mode") || (any && context == NULL))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "Nothing may be searched");
    }
  else if (context != NULL)
    {
      answer_from_window (task, context);
    }
  else if (self->directory != NULL)
    {
      wait_for_more (self);
      answer (task, self->directory);
    }
  else
    {
      g_ptr_array_add (self->waiting, g_steal_pointer (&task));
      if (self->context == NULL)
        open_context (self);
    }
}

DeskDirectory *
desk_search_context_load_finish (DeskSearchContext  *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_search_context_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_search_context_close (DeskSearchContext *self)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The search has ended");

  g_return_if_fail (DESK_IS_SEARCH_CONTEXT (self));

  end (self, error);
}
