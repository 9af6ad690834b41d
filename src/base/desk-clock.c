/* desk-clock.c: what time it is, for one environment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-clock.h"

struct _DeskClock
{
  GObject parent_instance;

  gint64   instant;    /* what it showed when it was set */
  gint64   set_at;     /* by the monotonic clock, in microseconds */
  gboolean is_set;
  gboolean is_frozen;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskClock, desk_clock, G_TYPE_OBJECT)

static void
desk_clock_class_init (DeskClockClass *klass)
{
  /**
   * DeskClock::changed:
   *
   * The clock was set or frozen: what depends on the time is to be looked at again.
   */
  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
desk_clock_init (DeskClock *self)
{
}

DeskClock *
desk_clock_new (void)
{
  return g_object_new (DESK_TYPE_CLOCK, NULL);
}

gint64
desk_clock_get_now (DeskClock *self)
{
  g_return_val_if_fail (DESK_IS_CLOCK (self), 0);

  if (!self->is_set)
    return g_get_real_time ();
  if (self->is_frozen)
    return self->instant;
  return self->instant + g_get_monotonic_time () - self->set_at;
}

static void
clock_move (DeskClock *self,
            gint64     instant,
            gboolean   is_frozen)
{
  self->instant = instant;
  self->set_at = g_get_monotonic_time ();
  self->is_set = TRUE;
  self->is_frozen = is_frozen;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
desk_clock_set (DeskClock *self,
                gint64     instant)
{
  g_return_if_fail (DESK_IS_CLOCK (self));

  clock_move (self, instant, FALSE);
}

void
desk_clock_freeze (DeskClock *self,
                   gint64     instant)
{
  g_return_if_fail (DESK_IS_CLOCK (self));

  clock_move (self, instant, TRUE);
}

gboolean
desk_clock_is_frozen (DeskClock *self)
{
  g_return_val_if_fail (DESK_IS_CLOCK (self), FALSE);

  return self->is_frozen;
}
