/* matrix-seams.c: where the linker lets the test in: the attempt of a dialog, its way back, and the pace of its timers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-seams.h"

DeskLinkAttempt *__real_desk_link_attempt_new (DeskContext *context,
                                               DeskEndUser *end_user,
                                               const char  *institution_id,
                                               DeskLinkWay  way);
DeskLinkAttempt *__wrap_desk_link_attempt_new (DeskContext *context,
                                               DeskEndUser *end_user,
                                               const char  *institution_id,
                                               DeskLinkWay  way);
DeskReturnListener *__real_desk_return_listener_new (const char *state);
DeskReturnListener *__wrap_desk_return_listener_new (const char *state);
guint            __real_desk_environment_get_browser_port (DeskEnvironment *self);
guint            __wrap_desk_environment_get_browser_port (DeskEnvironment *self);
guint            __real_g_timeout_add_seconds (guint        interval,
                                               GSourceFunc  function,
                                               gpointer     data);
guint            __wrap_g_timeout_add_seconds (guint        interval,
                                               GSourceFunc  function,
                                               gpointer     data);

static DeskLinkAttempt *last_attempt; /* (owned) (nullable) */
static DeskLinkWay last_way;
static DeskReturnListener *last_listener; /* (owned) (nullable) */
static char *last_state; /* (owned) (nullable) */
static guint browser_port; /* 0: that of the environment */
static guint shortest_in_hurry; /* 0: none is */

DeskLinkAttempt *
__wrap_desk_link_attempt_new (DeskContext *context,
                              DeskEndUser *end_user,
                              const char  *institution_id,
                              DeskLinkWay  way)
{
  DeskLinkAttempt *attempt = __real_desk_link_attempt_new (context, end_user, institution_id, way);

  g_set_object (&last_attempt, attempt);
  last_way = way;

  return attempt;
}

DeskReturnListener *
__wrap_desk_return_listener_new (const char *state)
{
  DeskReturnListener *listener = __real_desk_return_listener_new (state);

  g_set_object (&last_listener, listener);
  g_free (last_state);
  last_state = g_strdup (state);

  return listener;
}

guint
__wrap_desk_environment_get_browser_port (DeskEnvironment *self)
{
  return browser_port != 0 ? browser_port : __real_desk_environment_get_browser_port (self);
}

guint
__wrap_g_timeout_add_seconds (guint       interval,
                              GSourceFunc function,
                              gpointer    data)
{
  if (shortest_in_hurry != 0 && interval >= shortest_in_hurry)
    return g_timeout_add (interval * 1000 / MATRIX_HURRY, function, data);

  return __real_g_timeout_add_seconds (interval, function, data);
}

DeskLinkAttempt *
matrix_seams_get_attempt (void)
{
  return last_attempt;
}

DeskLinkWay
matrix_seams_get_way (void)
{
  return last_way;
}

char *
matrix_seams_dup_return_uri (const char *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u/%s?state=%s",
                          desk_return_listener_get_port (last_listener), path, last_state);
}

void
matrix_seams_set_browser_port (guint port)
{
  browser_port = port;
}

void
matrix_seams_forget (void)
{
  g_clear_object (&last_attempt);
  g_clear_object (&last_listener);
  browser_port = 0;
  g_clear_pointer (&last_state, g_free);
}

void
matrix_seams_set_hurry (guint shortest)
{
  shortest_in_hurry = shortest;
}
