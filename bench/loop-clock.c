/* loop-clock.c: how long the main loop does not come back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "loop-clock.h"

#include <time.h>

/* The poll function of a main context has no user data. */
static gint64 longest_block;
static gint64 block_start;
static gint64 longest_work;
static gint64 work_start;

/* What this thread has computed so far, in microseconds. */
static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  int result;

  longest_block = MAX (longest_block, g_get_monotonic_time () - block_start);
  longest_work = MAX (longest_work, get_work () - work_start);
  result = g_poll (fds, n_fds, timeout);
  block_start = g_get_monotonic_time ();
  work_start = get_work ();

  return result;
}

void
loop_clock_install (void)
{
  loop_clock_start ();
  g_main_context_set_poll_func (NULL, poll_cb);
}

void
loop_clock_start (void)
{
  longest_block = 0;
  longest_work = 0;
  block_start = g_get_monotonic_time ();
  work_start = get_work ();
}

double
loop_clock_get_block (void)
{
  return (double) longest_block / G_TIME_SPAN_MILLISECOND;
}

double
loop_clock_get_work (void)
{
  return (double) longest_work / G_TIME_SPAN_MILLISECOND;
}
