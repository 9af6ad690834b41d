/* desk-link-deadline.c: how long a consent page may still take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-deadline.h"

struct _DeskLinkDeadline
{
  GObject parent_instance;

  gint64  end;         /* of the monotonic clock; 0 if it is not armed */
  guint   over_source;
  guint   tick_source;
};

enum
{
  OVER,
  TICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskLinkDeadline, desk_link_deadline, G_TYPE_OBJECT)

static void
clear_sources (DeskLinkDeadline *self)
{
  g_clear_handle_id (&self->over_source, g_source_remove);
  g_clear_handle_id (&self->tick_source, g_source_remove);
}

static void
desk_link_deadline_dispose (GObject *object)
{
  clear_sources (DESK_LINK_DEADLINE (object));

  G_OBJECT_CLASS (desk_link_deadline_parent_class)->dispose (object);
}

static void
desk_link_deadline_class_init (DeskLinkDeadlineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_link_deadline_dispose;

  signals[OVER] =
    g_signal_new ("over", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICK] =
    g_signal_new ("tick", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_link_deadline_init (DeskLinkDeadline *self)
{
}

DeskLinkDeadline *
desk_link_deadline_new (void)
{
  return g_object_new (DESK_TYPE_LINK_DEADLINE, NULL);
}

static gboolean
over_cb (gpointer user_data)
{
  DeskLinkDeadline *self = user_data;

  self->over_source = 0;
  g_signal_emit (self, signals[OVER], 0);

  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (gpointer user_data)
{
  DeskLinkDeadline *self = user_data;

  g_signal_emit (self, signals[TICK], 0);

  return G_SOURCE_CONTINUE;
}

void
desk_link_deadline_arm (DeskLinkDeadline *self,
                        guint             seconds,
                        guint             seconds_left)
{
  g_return_if_fail (DESK_IS_LINK_DEADLINE (self));
  g_return_if_fail (seconds_left >= seconds);

  clear_sources (self);
  self->end = g_get_monotonic_time () + (gint64) seconds_left * G_USEC_PER_SEC;
  self->over_source = g_timeout_add_seconds (seconds, over_cb, self);
  self->tick_source = g_timeout_add_seconds (1, tick_cb, self);
  g_signal_emit (self, signals[TICK], 0);
}

void
desk_link_deadline_disarm (DeskLinkDeadline *self)
{
  g_return_if_fail (DESK_IS_LINK_DEADLINE (self));

  clear_sources (self);
  if (self->end == 0)
    return;

  self->end = 0;
  g_signal_emit (self, signals[TICK], 0);
}

guint
desk_link_deadline_get_seconds_left (DeskLinkDeadline *self)
{
  gint64 left;

  g_return_val_if_fail (DESK_IS_LINK_DEADLINE (self), 0);

  left = self->end - g_get_monotonic_time ();

  return left > 0 ? (guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}
