/* desk-api-gate.c: lets only so many requests be under way, and only so many begin in a second
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-api-gate.h"

#include "desk-api-pace.h"

struct _DeskApiGate
{
  GObject     parent_instance;

  guint       n_places;
  guint       n_inside;
  DeskApiPace pace;
  GQueue      waiting; /* (element-type GTask) (owned): each with its cancellable's source as data */
  GSource    *timer;   /* (owned) (nullable): until the pace allows the next one */
};

G_DEFINE_FINAL_TYPE (DeskApiGate, desk_api_gate, G_TYPE_OBJECT)

static void admit (DeskApiGate *self);

static void
source_drop (gpointer data)
{
  GSource *source = data;

  g_source_destroy (source);
  g_source_unref (source);
}

/* Whoever waits holds the gate. */
static void
desk_api_gate_finalize (GObject *object)
{
  DeskApiGate *self = DESK_API_GATE (object);

  g_assert (g_queue_is_empty (&self->waiting));
  g_clear_pointer (&self->timer, source_drop);

  G_OBJECT_CLASS (desk_api_gate_parent_class)->finalize (object);
}

static void
desk_api_gate_class_init (DeskApiGateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_api_gate_finalize;
}

static void
desk_api_gate_init (DeskApiGate *self)
{
  g_queue_init (&self->waiting);
}

DeskApiGate *
desk_api_gate_new (guint n_places)
{
  DeskApiGate *self;

  g_return_val_if_fail (n_places > 0, NULL);

  self = g_object_new (DESK_TYPE_API_GATE, NULL);
  self->n_places = n_places;

  return self;
}

static gboolean
timer_cb (gpointer user_data)
{
  DeskApiGate *self = user_data;

  g_clear_pointer (&self->timer, source_drop);
  admit (self);

  return G_SOURCE_REMOVE;
}

static void
wait_until (DeskApiGate *self,
            gint64       instant)
{
  if (self->timer != NULL)
    return;

  self->timer = g_timeout_source_new (0);
  g_source_set_ready_time (self->timer, instant);
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
admit (DeskApiGate *self)
{
  while (!g_queue_is_empty (&self->waiting) && self->n_inside < self->n_places)
    {
      gint64 now = g_get_monotonic_time ();
      gint64 next = desk_api_pace_get_next (&self->pace, now);
      g_autoptr(GTask) task = NULL;

      if (next > now)
        {
          wait_until (self, next);
          return;
        }

      task = g_queue_pop_head (&self->waiting);
      g_task_set_task_data (task, NULL, NULL);
      desk_api_pace_take (&self->pace, now);
      self->n_inside++;
      g_task_return_boolean (task, TRUE);
    }
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_autoptr(GTask) task = g_object_ref (user_data);
  DeskApiGate *self = g_task_get_source_object (task);

  if (g_queue_remove (&self->waiting, task))
    {
      g_object_unref (task);
      g_task_return_error_if_cancelled (task);
    }

  return G_SOURCE_REMOVE;
}

static void
follow_cancellable (GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  GSource *source;

  if (cancellable == NULL)
    return;

  source = g_cancellable_source_new (cancellable);
  g_task_set_task_data (task, source, source_drop);
  g_source_set_callback (source, G_SOURCE_FUNC (cancelled_cb), task, NULL);
  g_source_attach (source, g_task_get_context (task));
}

void
desk_api_gate_set_rate (DeskApiGate *self,
                        guint        per_second)
{
  g_return_if_fail (DESK_IS_API_GATE (self));

  g_clear_pointer (&self->timer, source_drop);
  self->pace = (DeskApiPace) { .per_second = per_second };
  admit (self);
}

guint
desk_api_gate_get_rate (DeskApiGate *self)
{
  g_return_val_if_fail (DESK_IS_API_GATE (self), 0);

  return self->pace.per_second;
}

void
desk_api_gate_enter_async (DeskApiGate         *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_API_GATE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_gate_enter_async);

  /* A place that was given must be given back, whatever happened since. */
  g_task_set_check_cancellable (task, FALSE);
  follow_cancellable (task);
  g_queue_push_tail (&self->waiting, task);
  admit (self);
}

gboolean
desk_api_gate_enter_finish (DeskApiGate   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_api_gate_enter_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
desk_api_gate_leave (DeskApiGate *self)
{
  g_return_if_fail (DESK_IS_API_GATE (self));
  g_return_if_fail (self->n_inside > 0);

  self->n_inside--;
  admit (self);
}
